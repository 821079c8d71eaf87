// The list that a picker opens has no name of its own; people who hear the page are told that of its field.
type Picker = HTMLElement & { label?: string; opened?: boolean; _scroller?: HTMLElement };

document.addEventListener(
  'opened-changed',
  (event) => {
    const picker = event.target as Picker;
    if (picker.opened && picker.label) {
      picker._scroller?.setAttribute('aria-label', picker.label);
    }
  },
  true,
);

export {};
