// The keyboard of those who answer: every element with data-key is pressed by that key, j and k walk along the rows.
// Also loads more of a list when its end comes into sight, and takes pasted pictures into the nearest upload.
const typing = (target: EventTarget | null) => {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable], vaadin-text-area, vaadin-text-field, vaadin-combo-box, vaadin-select');
};

const visible = (element: HTMLElement) => element.offsetParent !== null || element.getClientRects().length > 0;

// What is typed while the server opens a dialog is meant for the dialog, not for other keys.
const LONGEST_DEAF = 1500;
const SURELY_DEAF = 150;
let pressed = -LONGEST_DEAF;

const busy = () => Object.values((window as any).Vaadin?.Flow?.clients ?? {}).some((client: any) => client.isActive?.());

function deaf() {
  const since = performance.now() - pressed;
  return since < SURELY_DEAF || (since < LONGEST_DEAF && busy());
}

function walk(step: number) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(visible);
  if (rows.length === 0) {
    return;
  }
  const at = rows.findIndex((row) => row === document.activeElement || row.getAttribute('aria-current') === 'true');
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : at;
  const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))] ?? rows[0];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

// The row one stands on; without one, the row of the ticket that is open.
function pick(at: HTMLElement | null) {
  const row = at?.closest<HTMLElement>('li')?.querySelector('[data-pick]') ? at : document.querySelector<HTMLElement>('[data-row][aria-current="true"]');
  row?.closest('li')?.querySelector<HTMLInputElement>('[data-pick]')?.click();
}

document.addEventListener('keydown', (event) => {
  const area = (event.target as HTMLElement | null)?.closest?.<HTMLElement>('[data-send]');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && area) {
    event.preventDefault();
    // The value reaches the server with a change event, which a shortcut would otherwise overtake.
    area.dispatchEvent(new Event('change', { bubbles: true }));
    setTimeout(() => document.querySelector<HTMLElement>(area.dataset.send!)?.click(), 50);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('vaadin-dialog-overlay, dialog[open]')) {
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    event.preventDefault();
    walk(event.key === 'j' ? 1 : -1);
    return;
  }
  if (event.key === 'x') {
    pick(document.activeElement as HTMLElement | null);
    return;
  }
  const button = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)].find(visible);
  if (button) {
    event.preventDefault();
    if (deaf()) {
      return;
    }
    if (button.matches('input, vaadin-text-field')) {
      button.focus();
      return;
    }
    button.click();
    const field = button.dataset.focus && document.querySelector<HTMLElement>(button.dataset.focus);
    if (field) {
      field.focus();
    } else {
      pressed = performance.now();
    }
  }
});

document.addEventListener('click', (event) => {
  const opener = (event.target as HTMLElement).closest?.<HTMLElement>('[data-opens]');
  if (opener) {
    document.querySelector<HTMLDialogElement>(opener.dataset.opens!)?.showModal();
  }
});

document.addEventListener('paste', (event) => {
  const files = event.clipboardData?.files;
  const composer = (event.target as HTMLElement | null)?.closest?.('.composer');
  const upload = composer?.querySelector<HTMLElement & { _addFiles(files: FileList): void }>('vaadin-upload');
  if (files?.length && upload) {
    event.preventDefault();
    upload._addFiles(files);
  }
});

const ends = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      (entry.target as HTMLElement).click();
    }
  }
});
const seen = new WeakSet<Element>();
new MutationObserver(() => {
  document.querySelectorAll('[data-more]').forEach((more) => {
    if (!seen.has(more)) {
      seen.add(more);
      ends.observe(more);
    }
  });
}).observe(document.documentElement, { childList: true, subtree: true });
export {};
