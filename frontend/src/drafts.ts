// What somebody is typing survives a reload and an expired session: any text field with a data-draft attribute keeps
// its text in this browser under that name until the field is emptied, which is what sending does.
type Field = HTMLElement & { value: string };

const PREFIX = 'askwell.draft.';
const DAYS = 14;
const known = new WeakMap<Field, string>();

function read(name: string): string {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return kept && Date.now() - kept.at < DAYS * 86_400_000 ? kept.text : '';
  } catch {
    return '';
  }
}

function keep(name: string, text: string) {
  try {
    if (text) {
      localStorage.setItem(PREFIX + name, JSON.stringify({ text, at: Date.now() }));
    } else {
      localStorage.removeItem(PREFIX + name);
    }
  } catch {
    // A full or forbidden store must not keep anybody from typing.
  }
}

function take(field: Field) {
  const name = field.getAttribute('data-draft');
  const before = known.get(field);
  if (!name || name === before) {
    return;
  }
  known.set(field, name);
  const draft = read(name);
  if (draft && !field.value) {
    field.value = draft;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (before === undefined) {
    const note = () => keep(known.get(field)!, field.value ?? '');
    field.addEventListener('input', note);
    field.addEventListener('value-changed', note);
  }
}

function look(root: ParentNode) {
  root.querySelectorAll<Field>('[data-draft]').forEach((field) => {
    customElements.get(field.localName) || !field.localName.includes('-')
      ? take(field)
      : customElements.whenDefined(field.localName).then(() => take(field));
  });
}

new MutationObserver((changes) => {
  if (changes.some((change) => change.type === 'attributes' || change.addedNodes.length > 0)) {
    look(document);
  }
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-draft'] });
look(document);

for (const key of Object.keys(localStorage)) {
  if (key.startsWith(PREFIX)) {
    read(key.slice(PREFIX.length)) || localStorage.removeItem(key);
  }
}
export {};
