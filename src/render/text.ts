import { JoinedText } from '../joined-text.ts';
import { inPieces } from '../pieces.ts';
import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import { Flow, IMPLIED, type Writer } from './flow.ts';
import { Quotations } from './quotations.ts';
import { RUN } from './roles.ts';
import { LONG } from './tables.ts';

const DD = tag('dd');
const DT = tag('dt');
const LI = tag('li');
const OL = tag('ol');
const PRE = tag('pre');
const Q = tag('q');
const RP = tag('rp');
const RT = tag('rt');
const RUBY = tag('ruby');
const SECTIONS = new Set(['tbody', 'tfoot', 'thead'].map(tag));
const TD = tag('td');
const TH = tag('th');
const TR = tag('tr');
const UL = tag('ul');

// What parts the next words from the last.
const NOTHING = 0;
const LINE = 1;
const PARAGRAPH = 2;

/** Deeper lists are indented no further: an indent must not cost more than the line that it stands before. */
const MAX_INDENT = 24;
const UNNUMBERED: number = Number.NaN;
const NO_MARKS = -1;

/**
 * Paragraphs stand apart by a blank line, items and rows one a line. Cells stand apart by a tab: unlike " | " it is no
 * word to whoever counts words, and it cannot be taken for a cell's own text, in which white space has collapsed. A row
 * with a cell too long for a line is read cell by cell, as paragraphs.
 */
class TextWriter implements Writer {
  readonly #tree: Tree;
  readonly #written: JoinedText = new JoinedText();
  #empty = true;
  #gap = PARAGRAPH;
  /** What stands before each line of the item at hand, and before its first one. */
  #indent = '';
  #mark = '';
  readonly #outerIndents: string[] = [];
  /** Of each open list: its next item's number. */
  readonly #numbers: number[] = [];
  /** Of each open container: whether it has a paragraph already. */
  readonly #begun: boolean[] = [true];
  /** Of each open item: whether it has more than one paragraph. */
  readonly #loose: boolean[] = [];
  /** Of each open row: whether it is one line. */
  readonly #rows: boolean[] = [];
  #lines = 0; // how many of them are
  #cells = 0; // of the row that is a line
  #tabs = 0;
  #joint = false; // a blank between two paragraphs of one cell
  #inCode = false;
  /** Whether the page's own brackets stand in the open ruby. */
  #bracketed = false;
  /** Of each open inline element: its kind if marks stand around it. */
  readonly #inlines: number[] = [];
  readonly #quotations: Quotations = new Quotations();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  finish(): string {
    return this.#written.joined();
  }

  open(kind: number, node: number, flow: Flow): void {
    this.#begun.push(false);
    if (kind === UL || kind === OL) {
      this.#part(this.#numbers.length > 0 ? LINE : PARAGRAPH);
      this.#numbers.push(kind === OL ? this.#firstNumber(node) : UNNUMBERED);
    } else if (kind === LI) {
      this.#part(LINE);
      this.#openItem();
    } else if (kind === TR) {
      const line = node === IMPLIED || flow.marks === undefined || (flow.marks[node] & LONG) === 0;
      this.#part(line ? LINE : PARAGRAPH);
      this.#rows.push(line);
      if (line && ++this.#lines === 1) this.#cells = 0;
      this.#tabs = 0;
    } else if (kind === TD || kind === TH) {
      this.#cell();
    } else {
      this.#part(kind === DT || kind === DD || SECTIONS.has(kind) ? LINE : PARAGRAPH);
    }
  }

  close(kind: number): void {
    this.#begun.pop();
    if (kind === UL || kind === OL) {
      this.#numbers.pop();
      this.#part(this.#numbers.length > 0 ? LINE : PARAGRAPH);
    } else if (kind === LI) {
      this.#part(this.#loose.pop() === true ? PARAGRAPH : LINE);
      this.#indent = this.#outerIndents.pop() ?? '';
      this.#mark = '';
    } else if (kind === TR) {
      const line = this.#rows.pop() === true;
      if (line) this.#lines--;
      this.#tabs = 0;
      this.#joint = false;
      this.#part(line ? LINE : PARAGRAPH);
    } else {
      this.#part(kind === DT || kind === DD || SECTIONS.has(kind) ? LINE : PARAGRAPH);
    }
  }

  emptyCell(): void {
    this.#cell();
  }

  openLeaf(kind: number): void {
    this.#inCode = kind === PRE;
    const top = this.#begun.length - 1;
    const items = this.#loose.length;
    if (this.#begun[top]) {
      if (items > 0 && kind === RUN) this.#part(LINE);
      else this.#part(PARAGRAPH);
      if (items > 0 && kind !== RUN) this.#loose[items - 1] = true;
    }
    this.#begun[top] = true;
  }

  closeLeaf(): void {
    this.#inCode = false;
  }

  openInline(kind: number, node: number, flow: Flow): void {
    if (kind === RUBY || kind === RP) this.#bracketed = kind === RP;
    if (kind === Q && !this.#inCode) {
      this.#quotations.open(flow.languageOf(node));
      this.#inlines.push(Q);
    } else if (kind === RT && !this.#bracketed) {
      this.text('(');
      this.#inlines.push(RT);
    } else {
      this.#inlines.push(NO_MARKS);
    }
  }

  closeInline(): void {
    const kind = this.#inlines.pop();
    if (kind === Q) this.#write(this.#quotations.close());
    else if (kind === RT) this.#write(')');
  }

  text(text: string): void {
    if (this.#gap !== NOTHING) {
      if (!this.#empty) this.#written.add(this.#gap === LINE ? '\n' : '\n\n');
      const before = this.#mark === '' ? this.#indent : this.#mark;
      if (before !== '') this.#write(before);
      this.#mark = '';
      this.#gap = NOTHING;
      this.#joint = false;
    }
    if (this.#tabs > 0) {
      this.#write(this.#tabs === 1 ? '\t' : '\t'.repeat(this.#tabs));
      this.#tabs = 0;
    } else if (this.#joint) {
      this.#write(' ');
    }
    this.#joint = false;
    if (text !== '') this.#write(this.#inCode ? this.#codeLines(text) : this.#quotations.marked(text));
  }

  #write(text: string): void {
    this.#empty = false;
    this.#written.add(text);
  }

  breakLine(): void {
    this.#part(LINE);
  }

  rule(): void {
    this.#part(PARAGRAPH);
  }

  wants(): boolean {
    return false;
  }

  replaced(): void {}

  #part(gap: number): void {
    if (this.#lines > 0) this.#joint = true;
    else if (gap > this.#gap) this.#gap = gap;
  }

  #cell(): void {
    if (this.#lines !== 1) this.#part(PARAGRAPH);
    else {
      if (this.#cells > 0) this.#tabs++;
      this.#cells++;
      this.#joint = false;
    }
  }

  #codeLines(text: string): string {
    if (this.#lines > 0) return text.replaceAll('\n', ' ');
    // Lines without code stay empty: an indent on each of a million newlines would swell the text.
    const indented = `\n${this.#indent}`;
    return this.#indent === '' ? text : inPieces(text, (piece) => piece.split(/\n(?!\n)/).join(indented));
  }

  #openItem(): void {
    const level = this.#numbers.length - 1;
    const number = this.#numbers[level];
    this.#outerIndents.push(this.#indent);
    this.#loose.push(false);
    const mark = Number.isNaN(number) ? '- ' : `${number}. `;
    this.#numbers[level] = number + 1;
    if (this.#lines > 0) return;
    // An item that begins with a list shares its line with the list's first item.
    this.#mark = (this.#mark === '' ? this.#indent : this.#mark) + mark;
    if (this.#indent.length < MAX_INDENT) this.#indent += ' '.repeat(mark.length);
  }

  #firstNumber(node: number): number {
    const start = node === IMPLIED ? undefined : attribute(this.#tree, node, ATTR.start);
    return start !== undefined && /^-?\d{1,9}$/.test(start) ? Number(start) : 1;
  }
}

/**
 * The kept leaves as plain text.
 *
 * @param keep by node: 1 for each text, image and break that is wanted.
 */
export function renderText(tree: Tree, keep: Uint8Array): string {
  const writer = new TextWriter(tree);
  new Flow(tree, keep, writer).run();
  return writer.finish();
}
