// Lets a reader choose a passage of the text beside it: by selecting words, or, for keyboards and thumbs, by a button at
// each paragraph. Tells the words as they are shown and how many letters stand before them; white space does not count.
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, tr, pre';
const LONGEST = 12_000;

const letters = (text: string) => text.replace(/\s/gu, '').length;

class Passages extends HTMLElement {
  private prose?: HTMLElement;
  private paragraph = '';
  private here = document.createElement('button');
  private list = document.createElement('div');
  private timer = 0;
  private choosing = false;
  private resized = new ResizeObserver(() => this.choosing && this.place());

  private readonly look = () => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.offer(), 120);
  };

  begin(prose: HTMLElement, selection: string, paragraph: string) {
    this.prose = prose;
    this.paragraph = paragraph;
    this.here.textContent = selection;
    this.here.type = 'button';
    this.here.className = 'here plain';
    this.here.hidden = true;
    // A press must not take the selection away before it is read.
    this.here.addEventListener('pointerdown', (event) => event.preventDefault());
    this.here.addEventListener('click', () => this.take());
    this.replaceChildren(this.here, this.list);
    this.resized.disconnect();
    this.resized.observe(prose);
  }

  connectedCallback() {
    document.addEventListener('selectionchange', this.look);
  }

  disconnectedCallback() {
    document.removeEventListener('selectionchange', this.look);
    this.resized.disconnect();
  }

  /** Shows or hides the buttons at the paragraphs. */
  choose(on: boolean) {
    this.choosing = on;
    this.list.replaceChildren();
    if (on) {
      this.place();
      this.list.querySelector('button')?.focus();
    }
  }

  private selected(): Range | undefined {
    const selection = document.getSelection();
    if (!this.prose || !selection || selection.isCollapsed || selection.rangeCount === 0) {
      return undefined;
    }
    const range = selection.getRangeAt(0);
    return this.prose.contains(range.commonAncestorContainer) && letters(range.toString()) > 0 ? range : undefined;
  }

  private offer() {
    const range = this.selected();
    this.here.hidden = !range;
    if (range) {
      const rects = range.getClientRects();
      const end = rects[rects.length - 1] ?? range.getBoundingClientRect();
      const base = this.getBoundingClientRect();
      this.here.style.top = `${end.bottom - base.top + 6}px`;
      this.here.style.left = `${Math.max(0, Math.min(end.right - base.left - 40, base.width - this.here.offsetWidth))}px`;
    }
  }

  private take() {
    const range = this.selected();
    if (range) {
      this.tell(range);
      document.getSelection()?.removeAllRanges();
    }
  }

  private place() {
    const base = this.getBoundingClientRect();
    const blocks = [...this.prose!.querySelectorAll<HTMLElement>(BLOCKS)].filter(
      (block) => !block.querySelector(':scope > p') && letters(this.own(block).toString()) > 0);
    while (this.list.children.length > blocks.length) {
      this.list.lastElementChild!.remove();
    }
    blocks.forEach((block, at) => {
      let button = this.list.children[at] as HTMLButtonElement | undefined;
      if (!button) {
        button = document.createElement('button');
        button.type = 'button';
        button.className = 'at-block plain';
        button.textContent = '+';
        this.list.append(button);
      }
      const words = this.own(block).toString().trim().replace(/\s+/gu, ' ').slice(0, 80);
      button.setAttribute('aria-label', `${this.paragraph} ${words}`);
      button.style.top = `${block.getBoundingClientRect().top - base.top}px`;
      button.onclick = () => this.tell(this.own(block));
      button.onfocus = button.onmouseenter = () => block.classList.add('pointed');
      button.onblur = button.onmouseleave = () => block.classList.remove('pointed');
    });
  }

  /** What a block says itself: of a list item not what stands in the list below it. */
  private own(block: HTMLElement): Range {
    const range = document.createRange();
    range.selectNodeContents(block);
    const below = block.matches('li') && block.querySelector('ul, ol');
    if (below) {
      range.setEndBefore(below);
    }
    return range;
  }

  private tell(range: Range) {
    const before = document.createRange();
    before.selectNodeContents(this.prose!);
    before.setEnd(range.startContainer, range.startOffset);
    this.here.hidden = true;
    this.dispatchEvent(new CustomEvent('passage-chosen', {
      detail: { quote: range.toString().slice(0, LONGEST), near: letters(before.toString()) },
    }));
  }
}

customElements.define('askwell-passages', Passages);
export {};
