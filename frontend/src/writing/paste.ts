// Takes in what Word, Excel, WPS and web pages put on the clipboard: the server makes Markdown of it. Until that has
// come nothing in the text changes, one may go on writing, and what fails leaves everything as it was.
import { isolateHistory } from '@codemirror/commands';
import type { ViewUpdate } from '@codemirror/view';
import { EditorView } from '@codemirror/view';
import { around } from './marks';
import type { Words } from './tools';

const MOST = 40 * 1024 * 1024;
const RICH =
  /<(table|h[1-6]|ul|ol|li|img|b|strong|i|em|s|del|p|blockquote|pre|code|sup|sub|v:imagedata)[\s>/]|<a\s[^>]*href|font-weight:\s*(bold|[6-9]00)/i;
const LOCAL_PICTURE = /<(img|v:imagedata)\b[^>]*\bsrc\s*=\s*["']?(?!https?:|data:|\/\/)/i;

interface Waiting {
  from: number;
  to: number;
}

interface Reply {
  markdown: string;
  said: string[];
}

interface Parts {
  html: string;
  rtf: string;
  pictures: File[];
}

export class Pasting {
  private waiting: Waiting[] = [];
  private plainAsked = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly words: () => Words,
    private readonly status: HTMLElement,
    private readonly attach: (files: File[]) => boolean,
  ) {}

  handlers() {
    return EditorView.domEventHandlers({
      keydown: (event) => {
        this.plainAsked = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
        return false;
      },
      paste: (event, view) => this.paste(event, view),
      drop: (event, view) => this.drop(event, view),
    });
  }

  /** Keeps the places for what is under way while the text around them changes. */
  follow(update: ViewUpdate): void {
    for (const place of this.waiting) {
      if (place.from === place.to) {
        place.from = place.to = update.changes.mapPos(place.from, -1);
      } else {
        place.from = update.changes.mapPos(place.from, 1);
        place.to = Math.max(place.from, update.changes.mapPos(place.to, -1));
      }
    }
  }

  /** Lets somebody choose pictures from the disk. */
  choosePictures(view: EditorView): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/gif,image/webp';
    input.multiple = true;
    input.addEventListener('change', () => this.takePictures(view, [...(input.files ?? [])]));
    input.click();
  }

  private paste(event: ClipboardEvent, view: EditorView): boolean {
    const data = event.clipboardData;
    const plainAsked = this.plainAsked;
    this.plainAsked = false;
    if (!data || plainAsked) {
      return false;
    }
    const html = data.getData('text/html');
    const plain = data.getData('text/plain');
    const files = [...data.files];
    const pictures = files.filter((file) => file.type.startsWith('image/'));
    if (html && isRich(html)) {
      event.preventDefault();
      const rtf = LOCAL_PICTURE.test(html) ? data.getData('text/rtf') : '';
      this.send(view, { html, rtf, pictures }, plain, place(view));
      return true;
    }
    if (!plain && files.length > 0) {
      event.preventDefault();
      this.takeFiles(view, files, place(view));
      return true;
    }
    return false;
  }

  private drop(event: DragEvent, view: EditorView): boolean {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) {
      return false;
    }
    event.preventDefault();
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head;
    this.takeFiles(view, files, { from: at, to: at });
    return true;
  }

  private takeFiles(view: EditorView, files: File[], at: Waiting): void {
    const pictures = files.filter((file) => file.type.startsWith('image/'));
    const others = files.filter((file) => !file.type.startsWith('image/'));
    if (others.length > 0 && !this.attach(others)) {
      this.say([this.words().noFiles]);
    }
    if (pictures.length > 0) {
      this.send(view, { html: '', rtf: '', pictures }, '', at);
    }
  }

  private takePictures(view: EditorView, pictures: File[]): void {
    if (pictures.length > 0) {
      this.send(view, { html: '', rtf: '', pictures }, '', place(view));
    }
  }

  private send(view: EditorView, parts: Parts, plain: string, at: Waiting): void {
    const html = new Blob([parts.html]);
    const rtf = new Blob([parts.rtf]);
    const body = new Blob([html, rtf, ...parts.pictures]);
    const words = this.words();
    if (body.size > MOST) {
      this.refuse(view, words.tooLarge, plain, at);
      return;
    }
    const sizes = new URLSearchParams({ html: String(html.size), rtf: String(rtf.size) });
    for (const picture of parts.pictures) {
      sizes.append('picture', String(picture.size));
      sizes.append('name', picture.name);
    }
    this.waiting.push(at);
    const request = new XMLHttpRequest();
    request.open('POST', `${this.host.getAttribute('paste-url')}?${sizes}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (progress) => {
      if (progress.lengthComputable && progress.loaded < progress.total) {
        this.tell(`${words.pasting} ${Math.round((100 * progress.loaded) / progress.total)} %`);
      } else {
        this.tell(words.pasting);
      }
    });
    this.show([words.pasting], [[words.cancel, () => request.abort()]]);
    const ended = () => (this.waiting = this.waiting.filter((other) => other !== at));
    request.addEventListener('abort', () => {
      ended();
      this.say([]);
      view.focus();
    });
    request.addEventListener('error', () => {
      ended();
      this.refuse(view, words.notConverted, plain, at);
    });
    request.addEventListener('load', () => {
      ended();
      const reply = request.response as (Reply & { sentence?: string }) | null;
      if (request.status === 200 && reply && typeof reply.markdown === 'string') {
        this.insert(view, reply, at);
      } else {
        this.refuse(view, reply?.sentence ?? words.notConverted, plain, at);
      }
    });
    request.send(body);
  }

  private insert(view: EditorView, reply: Reply, at: Waiting): void {
    const several = /\n/.test(reply.markdown) || /^(#{1,6} |[-*] |\d+[.)] |\||> |```|!\[)/.test(reply.markdown);
    const { ahead, behind } = several ? around(view, at.from, at.to) : { ahead: '', behind: '' };
    const insert = reply.markdown ? ahead + reply.markdown + behind : '';
    if (insert) {
      view.dispatch({
        changes: { from: at.from, to: at.to, insert },
        selection: { anchor: at.from + ahead.length + reply.markdown.length },
        userEvent: 'input.paste',
        scrollIntoView: true,
        // One step back takes away the whole paste and nothing else.
        annotations: isolateHistory.of('full'),
      });
    }
    this.say(reply.said);
    view.focus();
  }

  /** Says why, and offers the bare text, so that nobody has to copy it again. */
  private refuse(view: EditorView, sentence: string, plain: string, at: Waiting): void {
    const words = this.words();
    const offers: Array<[string, () => void]> = [];
    if (plain) {
      this.waiting.push(at);
      const ended = () => (this.waiting = this.waiting.filter((other) => other !== at));
      offers.push([
        words.plainText,
        () => {
          ended();
          this.insert(view, { markdown: plain.replace(/\r\n?/g, '\n'), said: [] }, at);
        },
      ]);
    }
    offers.push([words.close, () => this.say([])]);
    this.show([sentence], offers, true);
  }

  private tell(sentence: string): void {
    const line = this.status.querySelector('p');
    if (line && line.textContent !== sentence) {
      line.textContent = sentence;
    }
  }

  private say(sentences: string[]): void {
    this.show(sentences, sentences.length > 0 ? [[this.words().close, () => this.say([])]] : []);
  }

  private show(sentences: string[], offers: Array<[string, () => void]>, trouble = false): void {
    this.status.replaceChildren();
    this.status.classList.toggle('notice', trouble);
    for (const sentence of sentences) {
      const line = document.createElement('p');
      line.textContent = sentence;
      this.status.append(line);
    }
    if (offers.length === 0) {
      return;
    }
    const row = document.createElement('div');
    row.className = 'row';
    for (const [words, act] of offers) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = words;
      button.addEventListener('click', act);
      row.append(button);
    }
    this.status.append(row);
  }
}

function place(view: EditorView): Waiting {
  const { from, to } = view.state.selection.main;
  return { from, to };
}

/** Programmers' editors colour what they copy: that is no structure, and is pasted as the text it is. */
function isRich(html: string): boolean {
  const bare = without(without(html, /<script/gi, /<\/script>/gi), /<style/gi, /<\/style>/gi);
  return RICH.test(without(bare, /<!--/g, /-->/g, 'v:imagedata'));
}

/** The text without its stretches from a beginning to the next end, but with those that say something. */
function without(text: string, begin: RegExp, end: RegExp, saying?: string): string {
  const rest: string[] = [];
  let at = 0;
  for (let begun = begin.exec(text); begun; begun = begin.exec(text)) {
    end.lastIndex = begun.index;
    const to = end.exec(text) ? end.lastIndex : text.length;
    const stretch = text.slice(begun.index, to);
    rest.push(text.slice(at, begun.index), saying && stretch.includes(saying) ? stretch : '');
    at = begin.lastIndex = to;
  }
  rest.push(text.slice(at));
  return rest.join('');
}
