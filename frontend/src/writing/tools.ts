// The buttons above the text: one stop for the Tab key, arrows inside, Alt+F10 from the text and Escape back.
import { redo, undo } from '@codemirror/commands';
import type { KeyBinding } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';
import { bold, bullets, heading, link, note, numbers, table } from './marks';

export type Words = Record<string, string>;

const ICONS: Record<string, string> = {
  heading: '<path d="M5 4v12M15 4v12M5 10h10"/>',
  bold: '<path d="M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z"/>',
  bullets: '<path d="M8 5h9M8 10h9M8 15h9"/><path d="M3.5 5h.01M3.5 10h.01M3.5 15h.01" stroke-width="2.6"/>',
  numbers: '<path d="M9 5h8M9 10h8M9 15h8"/><path d="M3 3.5 4.5 3v4M2.8 12.2c1-1.4 3-.6 2.2.8L2.8 16H5.4"/>',
  table: '<path d="M3 4h14v12H3zM3 8h14M3 12h14M9 4v12"/>',
  image: '<path d="M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 4"/><path d="M7 7.5h.01" stroke-width="2.6"/>',
  link: '<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.5-2.5A3 3 0 0 0 11 4.8l-1 1M11.5 8.5a3 3 0 0 0-4.2 0L4.8 11A3 3 0 0 0 9 15.2l1-1"/>',
  note: '<path d="M3 4h14v12H3zM6 4v12"/><path d="M9 8h5M9 11h5"/>',
  file: '<path d="m15.5 9-5.8 5.8a3 3 0 0 1-4.3-4.3l6.2-6.2a2 2 0 0 1 2.9 2.9l-6 6a1 1 0 0 1-1.5-1.5L12 6.8"/>',
  undo: '<path d="M4 8h8a4 4 0 0 1 0 8H8M7 5 4 8l3 3"/>',
  redo: '<path d="M16 8H8a4 4 0 0 0 0 8h4M13 5l3 3-3 3"/>',
};

export interface Doors {
  /** Opens the choice of pictures. */
  pictures(): void;
  /** Opens the choice of files to attach; absent where nothing can be attached. */
  files?: () => void;
}

/** Those that a text may be written with without a look at the buttons. */
export function toolKeys(words: () => Words): KeyBinding[] {
  return [
    { key: 'Mod-b', preventDefault: true, run: (view) => (bold(view, words().boldText ?? ''), true) },
    { key: 'Mod-k', preventDefault: true, run: (view) => (askLink(view, words()), true) },
    {
      key: 'Alt-F10',
      preventDefault: true,
      run: (view) => {
        view.dom.closest('askwell-editor')?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus();
        return true;
      },
    },
  ];
}

export function toolbar(view: EditorView, words: Words, doors: Doors): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'tools-of-text';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.tools);
  const actions: Array<[string, () => void]> = [
    ['heading', () => heading(view)],
    ['bold', () => bold(view, words.boldText)],
    ['bullets', () => bullets(view)],
    ['numbers', () => numbers(view)],
    ['table', () => table(view, words.column)],
    ['image', () => doors.pictures()],
    ['link', () => askLink(view, words)],
    ['note', () => note(view, words.noteText)],
    ...(doors.files ? ([['file', doors.files]] as Array<[string, () => void]>) : []),
    ['undo', () => (undo(view), view.focus())],
    ['redo', () => (redo(view), view.focus())],
  ];
  actions.forEach(([name, act], index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.tool = name;
    button.title = words[name];
    button.setAttribute('aria-label', words[name]);
    button.tabIndex = index === 0 ? 0 : -1;
    button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${ICONS[name]}</svg>`;
    // The text keeps its selection, also where a press takes the focus.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      rest(bar, button);
      act();
    });
    bar.append(button);
  });
  bar.addEventListener('keydown', (event) => {
    const all = [...bar.querySelectorAll<HTMLElement>('button')];
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      view.focus();
    } else if (to !== undefined && at >= 0) {
      event.preventDefault();
      const next = all[(to + all.length) % all.length];
      rest(bar, next);
      next.focus();
    }
  });
  return bar;
}

function rest(bar: HTMLElement, button: HTMLElement): void {
  bar.querySelectorAll<HTMLElement>('button').forEach((other) => (other.tabIndex = other === button ? 0 : -1));
}

/** Asks for the text and the address of a link. */
function askLink(view: EditorView, words: Words): void {
  const { from, to } = view.state.selection.main;
  const chosen = view.state.sliceDoc(from, to);
  const dialog = document.createElement('dialog');
  dialog.className = 'ask-link';
  dialog.setAttribute('aria-label', words.link);
  const form = document.createElement('form');
  form.method = 'dialog';
  const text = field(form, words.linkText);
  const address = field(form, words.linkAddress);
  const isAddress = /^(https?:\/\/|mailto:|www\.)\S+$/.test(chosen.trim());
  text.value = isAddress ? '' : chosen;
  address.value = isAddress ? chosen.trim() : '';
  address.required = true;
  address.inputMode = 'url';
  const row = document.createElement('div');
  row.className = 'row';
  row.append(press(words.insert, 'primary', 'insert'), press(words.cancel, 'plain', 'cancel'));
  form.append(row);
  dialog.append(form);
  view.dom.closest('askwell-editor')!.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'insert' && address.value.trim()) {
      link(view, text.value, address.value);
    }
    view.focus();
  });
  dialog.showModal();
  (text.value ? address : text).focus();
}

function field(form: HTMLElement, name: string): HTMLInputElement {
  const label = document.createElement('label');
  label.append(name);
  const input = document.createElement('input');
  label.append(input);
  form.append(label);
  return input;
}

function press(words: string, look: string, value: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = look;
  button.textContent = words;
  button.value = value;
  // Nobody who gives up has to fill in anything first.
  button.formNoValidate = value === 'cancel';
  return button;
}
