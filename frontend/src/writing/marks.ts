// What the buttons above the text do to it. Each is one step for "undo".
import type { ChangeSpec } from '@codemirror/state';
import { EditorSelection } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

const HEADING = /^(#{1,6})\s+/;
const BULLET = /^(\s*)[-*+]\s+(?!\[!)/;
const NUMBER = /^(\s*)\d+[.)]\s+/;
const QUOTE = /^>\s?/;

interface Line {
  from: number;
  text: string;
}

function selectedLines(view: EditorView): Line[] {
  const { from, to } = view.state.selection.main;
  const lines: Line[] = [];
  for (let at = view.state.doc.lineAt(from); ; at = view.state.doc.line(at.number + 1)) {
    lines.push({ from: at.from, text: at.text });
    if (at.to >= to || at.number === view.state.doc.lines) {
      return lines;
    }
  }
}

function change(view: EditorView, changes: ChangeSpec, selection?: { anchor: number; head?: number }): void {
  view.dispatch({ changes, selection, userEvent: 'input', scrollIntoView: true });
  view.focus();
}

/** Puts a block where the cursor is, with empty lines around it, and selects a part of it. */
export function insertBlock(view: EditorView, block: string, select?: string): void {
  const { from, to } = view.state.selection.main;
  const { ahead, behind } = around(view, from, to);
  const start = from + ahead.length;
  const at = select ? block.indexOf(select) : -1;
  change(
    view,
    { from, to, insert: ahead + block + behind },
    at < 0 ? { anchor: start + block.length } : { anchor: start + at, head: start + at + select!.length },
  );
}

/** The line ends that are missing before and behind a block. */
export function around(view: EditorView, from: number, to: number): { ahead: string; behind: string } {
  const before = view.state.sliceDoc(Math.max(0, from - 2), from);
  const after = view.state.sliceDoc(to, to + 2);
  const ahead = from === 0 || before.endsWith('\n\n') || before === '\n' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const behind = after === '' ? '\n\n' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return { ahead, behind };
}

/** No heading, then a large one, then a small one, then none again. */
export function heading(view: EditorView): void {
  const lines = selectedLines(view);
  const now = HEADING.exec(lines[0].text)?.[1].length ?? 0;
  const next = now === 0 ? '## ' : now === 2 ? '### ' : '';
  change(
    view,
    lines.filter((line) => line.text.trim() || lines.length === 1).map((line) => ({
      from: line.from,
      to: line.from + (HEADING.exec(line.text)?.[0].length ?? 0),
      insert: next,
    })),
  );
}

export function bold(view: EditorView, words: string): void {
  const { state } = view;
  const { from, to } = state.selection.main;
  const chosen = state.sliceDoc(from, to);
  if (!chosen.trim()) {
    change(view, { from, to, insert: `**${words}**` }, { anchor: from + 2, head: from + 2 + words.length });
    return;
  }
  if (state.sliceDoc(from - 2, from) === '**' && state.sliceDoc(to, to + 2) === '**') {
    change(view, [{ from: from - 2, to: from }, { from: to, to: to + 2 }]);
    return;
  }
  if (/^\*\*[^]+\*\*$/.test(chosen)) {
    change(view, { from, to, insert: chosen.slice(2, -2) }, { anchor: from, head: to - 4 });
    return;
  }
  const marked = chosen
    .split('\n')
    .map((line) => line.replace(/^(\s*(?:[-*+]|\d+[.)]|#{1,6}|>)?\s*)(.*?)(\s*)$/, (_, a, b, c) => (b ? `${a}**${b}**${c}` : line)))
    .join('\n');
  change(view, { from, to, insert: marked }, { anchor: from, head: from + marked.length });
}

function list(view: EditorView, mine: RegExp, other: RegExp, mark: (index: number) => string): void {
  const lines = selectedLines(view);
  const filled = lines.length === 1 ? lines : lines.filter((line) => line.text.trim());
  const off = filled.every((line) => mine.test(line.text));
  const changes: ChangeSpec[] = filled.map((line, index) => {
    const before = mine.exec(line.text) ?? other.exec(line.text);
    const indent = before?.[1] ?? '';
    return { from: line.from, to: line.from + (before?.[0].length ?? 0), insert: off ? indent : indent + mark(index) };
  });
  const last = filled[filled.length - 1];
  const single = lines.length === 1 && !off;
  view.dispatch({ changes, userEvent: 'input', scrollIntoView: true });
  if (single) {
    view.dispatch({ selection: EditorSelection.cursor(view.state.doc.lineAt(last.from).to) });
  }
  view.focus();
}

export const bullets = (view: EditorView): void => list(view, BULLET, NUMBER, () => '- ');
export const numbers = (view: EditorView): void => list(view, NUMBER, BULLET, (index) => `${index + 1}. `);

/** A box around the chosen lines, or none if they are in one. */
export function note(view: EditorView, words: string): void {
  const { state } = view;
  const lines = selectedLines(view);
  if (lines.every((line) => QUOTE.test(line.text))) {
    const first = lines[0];
    const last = lines[lines.length - 1];
    let from = first.from;
    const above = state.doc.lineAt(first.from).number - 1;
    if (above > 0 && /^>\s*\[!/.test(state.doc.line(above).text)) {
      from = state.doc.line(above).from;
    }
    const text = state
      .sliceDoc(from, last.from + last.text.length)
      .split('\n')
      .filter((line) => !/^>\s*\[!\w+]\s*$/.test(line))
      .map((line) => line.replace(QUOTE, ''))
      .join('\n');
    change(view, { from, to: last.from + last.text.length, insert: text }, { anchor: from + text.length });
    return;
  }
  const text = lines.map((line) => line.text).join('\n');
  if (!text.trim()) {
    insertBlock(view, `> [!NOTE]\n> ${words}`, words);
    return;
  }
  const from = lines[0].from;
  const to = lines[lines.length - 1].from + lines[lines.length - 1].text.length;
  const boxed = `> [!NOTE]\n${text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}`;
  const { ahead, behind } = around(view, from, to);
  change(view, { from, to, insert: ahead + boxed + behind }, { anchor: from + ahead.length + boxed.length });
}

/** @param head what the columns are called until somebody says better */
export function table(view: EditorView, head: string): void {
  const columns = [1, 2, 3].map((number) => `${head} ${number}`);
  const row = `|${'  |'.repeat(columns.length)}`;
  insertBlock(view, `| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n${row}\n${row}`, columns[0]);
}

/** A link with that text; an address without a scheme is one of the web, or of mail. */
export function link(view: EditorView, text: string, address: string): void {
  const { from, to } = view.state.selection.main;
  let target = address.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(target)) {
    target = `mailto:${target}`;
  } else if (!/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(target)) {
    target = `https://${target}`;
  }
  target = target.replace(/[\s()<>\\]/g, (letter) => encodeURIComponent(letter).replace(/\(/g, '%28').replace(/\)/g, '%29'));
  const shown = (text.trim() || address.trim()).replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
  const insert = `[${shown}](${target})`;
  change(view, { from, to, insert }, { anchor: from + insert.length });
}
