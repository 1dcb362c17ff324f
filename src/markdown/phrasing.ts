import type { Delete, Emphasis, Link, Literal, PhrasingContent, Strong } from 'mdast';
import { fitted } from './fitted.ts';

/**
 * Text with hard breaks in it. One node where mdast has two for each line: verse, addresses and texts without tags have
 * paragraphs of thousands of short lines.
 */
export interface Lines extends Literal {
  type: 'lines';
  /** The lines that a break follows. The first is empty where the break stands behind what is no text. */
  before: string[];
  /** The last line; text that comes goes on with it. */
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    lines: Lines;
  }
  interface RootContentMap {
    lines: Lines;
  }
}

/** A node of Markdown's tree that holds words. */
export interface PhrasingParent {
  children: PhrasingContent[];
}

/** What stresses words, or strikes them out. */
type Attention = Emphasis | Strong | Delete;
export type Mark = Attention['type'];
const BITS: Readonly<Record<Mark, number>> = { delete: 1, emphasis: 2, strong: 4 };

/** The marks nest no deeper than this: what is written is written again for each level. */
const MAX_NESTING = 8;
/** Marks in one paragraph. The serialiser tries out for each whether a parser would take it for what it is. */
const MAX_MARKS = 1000;

/**
 * The words of one paragraph, heading or cell while they come in. Takes care of what has no notation in Markdown: a mark
 * within the same mark, two of the same mark or two pieces of code side by side, breaks and blanks at the ends.
 */
export class Phrasing {
  /** Innermost last. */
  readonly #open: PhrasingParent[];
  /** Those that are open, by their bits. */
  #marks = 0;
  #count = 0;
  readonly #oneLine: boolean;
  /** A blank that is written when more follows. */
  #blank = false;
  #empty = true;

  /** @param oneLine where a break cannot be: headings, cells. */
  constructor(root: PhrasingParent, oneLine: boolean) {
    this.#open = [root];
    this.#oneLine = oneLine;
  }

  text(value: string, code: boolean): void {
    let words = value;
    if (this.#blank || this.#atLineStart()) words = words.replace(/^[\t\n ]+/, '');
    if (words === '') return;
    this.#writeBlank();
    const top = this.#top();
    const last = top.at(-1);
    if (code && words !== ' ' && !(this.#oneLine && isUnwritable(words, last))) {
      if (last?.type === 'inlineCode') last.value += words;
      else top.push({ type: 'inlineCode', value: words });
    } else if (last?.type === 'footnoteReference' && words.startsWith(':') && this.#beginsLine(top)) {
      // A colon behind the label would make the line a note.
      top.push({ type: 'html', value: '&#58;' }, { type: 'text', value: words.slice(1) });
    } else if (last?.type === 'text' || last?.type === 'lines') {
      last.value += words;
    } else {
      top.push({ type: 'text', value: words });
    }
    this.#empty = false;
  }

  /** Parts what has come from what will come, if there is both. */
  blank(): void {
    this.#blank = true;
  }

  /** Takes a bracket back that was written last; false where another thing was. */
  takeBracket(): boolean {
    const last = this.#top().at(-1);
    if ((last?.type !== 'text' && last?.type !== 'lines') || !last.value.endsWith('[')) return false;
    last.value = last.value.slice(0, -1);
    if (last.type === 'text' && last.value === '') this.#top().pop();
    return true;
  }

  breakLine(): void {
    if (this.#oneLine) this.#blank = true;
    else if (!this.#empty) {
      this.#trimEnd();
      const top = this.#top();
      const last = top.at(-1);
      if (last?.type === 'lines') {
        last.before.push(last.value);
        last.value = '';
      } else {
        const before = last?.type === 'text' ? last.value : '';
        if (last?.type === 'text') top.pop();
        top.push({ type: 'lines', before: [before], value: '' });
      }
    }
  }

  push(node: PhrasingContent): void {
    this.#writeBlank();
    this.#top().push(node);
    this.#empty = false;
  }

  /** False where the mark is on already, would nest too deep or is one too many: then it must not be closed. */
  openMark(type: Mark): boolean {
    if ((this.#marks & BITS[type]) !== 0 || this.#open.length >= MAX_NESTING || ++this.#count > MAX_MARKS) return false;
    this.#writeBlank();
    const top = this.#top();
    const last = top.at(-1);
    const node: Attention = last?.type === type ? last : { type, children: [] };
    if (node !== last) top.push(node);
    this.#marks |= BITS[type];
    this.#open.push(node);
    return true;
  }

  openLink(url: string, title: string | undefined): void {
    this.#writeBlank();
    const node: Link = { type: 'link', url, title: title ?? null, children: [] };
    this.#top().push(node);
    this.#open.push(node);
  }

  /** Closes the mark or link that was opened last. One that holds nothing goes. */
  close(mark: Mark | undefined): void {
    if (mark !== undefined) this.#marks &= ~BITS[mark];
    const node = this.#open.length > 1 ? this.#open.pop() : undefined;
    if (node?.children.length === 0) this.#top().pop();
    else if (node !== undefined) node.children = fitted(node.children);
  }

  /** Takes the breaks and blanks off the end. */
  end(): void {
    this.#open.length = 1;
    this.#trimEnd();
    const top = this.#top();
    const last = top.at(-1);
    if (last?.type === 'lines') {
      while (last.value === '' && last.before.length > 0) last.value = last.before.pop() ?? '';
      if (last.before.length === 0) top.pop();
      if (last.before.length === 0 && last.value !== '') top.push({ type: 'text', value: last.value });
    }
    this.#open[0].children = fitted(top);
  }

  #top(): PhrasingContent[] {
    return this.#open[this.#open.length - 1].children;
  }

  #writeBlank(): void {
    if (!this.#blank) return;
    this.#blank = false;
    if (!this.#empty) this.text(' ', false);
  }

  #atLineStart(): boolean {
    if (this.#empty) return true;
    const last = this.#top().at(-1);
    return last?.type === 'lines' && last.value === '';
  }

  /** Whether the last of these is the first thing of its line. */
  #beginsLine(top: readonly PhrasingContent[]): boolean {
    const before = top.at(-2);
    return this.#open.length === 1 && (before === undefined || (before.type === 'lines' && before.value === ''));
  }

  #trimEnd(): void {
    const top = this.#top();
    const last = top.at(-1);
    if (last?.type !== 'text' && last?.type !== 'lines') return;
    let end = last.value.length;
    while (end > 0 && isBlank(last.value.charCodeAt(end - 1))) end--;
    last.value = last.value.slice(0, end);
    if (end === 0 && last.type === 'text') top.pop();
  }
}

/** Whether code holds a backslash before a pipe: in a table each pipe is escaped by one, and none escapes that. */
function isUnwritable(code: string, before: PhrasingContent | undefined): boolean {
  return code.includes('\\|') || (code.startsWith('|') && before?.type === 'inlineCode' && before.value.endsWith('\\'));
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10;
}
