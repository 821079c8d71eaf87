// Writes Markdown: CodeMirror as a custom element. What was typed is kept in the browser until it has been saved, so
// that it survives a refusal, a closed tab and an expired session.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap } from '@codemirror/view';
import { Pasting } from './writing/paste';
import { toolKeys, toolbar, type Words } from './writing/tools';

const PAUSE = 300;

interface Kept {
  base: string;
  parts: Record<string, string>;
}

class AskwellEditor extends HTMLElement {
  private view?: EditorView;
  private labels = new Compartment();
  private pending?: number;
  private text = '';
  private told = '';
  private silent = false;
  private words: Words = {};
  private status = document.createElement('div');
  private pasting = new Pasting(this, () => this.words, this.status, (files) => this.attachFiles(files));

  connectedCallback(): void {
    if (this.view) {
      return;
    }
    this.view = new EditorView({
      parent: this,
      state: EditorState.create({
        doc: this.text,
        extensions: [
          history(),
          drawSelection(),
          highlightSpecialChars(),
          EditorView.lineWrapping,
          markdown(),
          syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          // Tab is left alone: it leads on to the next field, as everywhere.
          this.pasting.handlers(),
          keymap.of([
            ...toolKeys(() => this.words),
            { key: 'Mod-s', preventDefault: true, run: () => this.ask('save-asked') },
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          this.labels.of(EditorView.contentAttributes.of({ 'aria-label': this.getAttribute('aria-label') ?? '', spellcheck: 'true', tabindex: '0' })),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              this.pasting.follow(update);
            }
            if (update.docChanged && !this.silent) {
              this.changed();
            }
          }),
        ],
      }),
    });
    this.status.className = 'paste-status';
    this.status.setAttribute('role', 'status');
    this.append(this.status);
    this.addEventListener('focusout', () => this.tell());
    this.form()?.addEventListener('input', () => this.keep());
    this.told = this.value;
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.pending);
    this.querySelector('[role=toolbar]')?.remove();
    this.view?.destroy();
    this.view = undefined;
  }

  get value(): string {
    return this.view ? this.view.state.doc.toString() : this.text;
  }

  set value(text: string) {
    this.text = text ?? '';
    this.told = this.text;
    if (this.view && this.view.state.doc.toString() !== this.text) {
      this.silent = true;
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: this.text } });
      this.silent = false;
    }
  }

  /** Called once the page stands: shows the text, and over it what was typed before and not saved. */
  begin(text: string, base: string, words: Words): void {
    this.words = words;
    this.tools();
    this.setAttribute('base', base);
    this.value = text;
    this.restore();
  }

  /** Called after saving, and when somebody does not want what was kept. */
  forgetKept(base: string): void {
    this.setAttribute('base', base);
    try {
      localStorage.removeItem(this.key());
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  private tools(): void {
    const view = this.view;
    if (view && !this.querySelector('[role=toolbar]')) {
      const attach = this.form()?.querySelector<HTMLElement>('[data-attach] vaadin-upload button');
      const files = attach ? () => attach.click() : undefined;
      this.prepend(toolbar(view, this.words, { pictures: () => this.pasting.choosePictures(view), files }));
    }
  }

  /** Hands files that were dropped on the text to the list of what is attached. */
  private attachFiles(files: File[]): boolean {
    const upload = this.form()?.querySelector<HTMLElement & { _addFiles(files: File[]): void }>('[data-attach] vaadin-upload');
    upload?._addFiles(files);
    return !!upload;
  }

  private changed(): void {
    window.clearTimeout(this.pending);
    this.pending = window.setTimeout(() => this.tell(), PAUSE);
    this.keep();
  }

  private tell(): void {
    window.clearTimeout(this.pending);
    const now = this.value;
    if (now !== this.told) {
      this.told = now;
      this.text = now;
      this.dispatchEvent(new CustomEvent('text-changed'));
    }
  }

  private ask(what: string): boolean {
    this.tell();
    this.dispatchEvent(new CustomEvent(what));
    return true;
  }

  private key(): string {
    return `askwell.writing.${this.getAttribute('draft') ?? ''}`;
  }

  private form(): HTMLElement | null {
    return this.closest('[data-writing]');
  }

  private fields(): Array<HTMLElement & { value: string }> {
    return [...(this.form()?.querySelectorAll<HTMLElement & { value: string }>('[data-part]') ?? [])];
  }

  private keep(): void {
    const parts: Record<string, string> = { text: this.value };
    for (const field of this.fields()) {
      parts[field.dataset.part!] = field.value;
    }
    try {
      localStorage.setItem(this.key(), JSON.stringify({ base: this.getAttribute('base') ?? '', parts } satisfies Kept));
    } catch {
      // A full or forbidden store keeps nothing; the text is still on the screen.
    }
  }

  private restore(): void {
    let kept: Kept | null = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.key()) ?? 'null') as Kept | null;
    } catch {
      return;
    }
    if (!kept?.parts) {
      return;
    }
    let different = kept.parts.text !== undefined && kept.parts.text !== this.value;
    for (const field of this.fields()) {
      const before = kept.parts[field.dataset.part!];
      if (before !== undefined && before !== field.value) {
        field.value = before;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        different = true;
      }
    }
    if (!different) {
      this.forgetKept(this.getAttribute('base') ?? '');
      return;
    }
    if (kept.parts.text !== undefined && this.view) {
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: kept.parts.text } });
    }
    // What was typed stays based on the revision it was begun with, so that saving it cannot hide a newer one.
    const base = Number.parseInt(kept.base, 10) || Number.parseInt(this.getAttribute('base') ?? '', 10) || 1;
    this.setAttribute('base', String(base));
    this.keep();
    this.tell();
    this.dispatchEvent(new CustomEvent('kept-restored', { detail: { base } }));
  }
}

if (!customElements.get('askwell-editor')) {
  customElements.define('askwell-editor', AskwellEditor);
}
