import type { Blockquote, FootnoteDefinition, Heading, List, ListItem, Paragraph, Root } from 'mdast';
import { Quotations } from '../render/quotations.ts';
import { ATTR } from '../tree/attributes.ts';
import { parse } from '../tree/parse.ts';
import { TEXT } from '../tree/tags.ts';
import { attribute, type Tree, textData } from '../tree/tree.ts';
import * as elements from './elements.ts';
import { fitted } from './fitted.ts';
import {
  type Definition,
  holdsReferences,
  type MarkdownNotes,
  type OwnMark,
  ownMark,
  readNotes,
  withoutBrackets,
} from './notes.ts';
import { Phrasing } from './phrasing.ts';
import { fitsIntoLines, hasHeader, TableRows } from './tables.ts';

const { A, BLOCKQUOTE, BR, CAPTION, CODE_ELEMENT, DT, HR, IMG, LI, OL, P, PRE, Q, SUP, TABLE, TD, TH, TR, UL } =
  elements;

/** Lists and quotations nest no deeper than this: each level is written before every line in it. */
const MAX_NESTING = 16;
/** CommonMark takes no number above this for that of an item, and none below zero. */
const MAX_NUMBER = 999_999_999;
const LANGUAGE_CLASS = 'language-';

type Flow = Root | Blockquote | ListItem | FootnoteDefinition;

/** A list while its items come in. */
interface OpenList {
  /** Undefined where its items are written as paragraphs, and behind a note. */
  list: List | undefined;
  /** Of the next item, where Markdown cannot number it. */
  number: number | undefined;
  /** Of the first item; null where they have none. */
  readonly start: number | null;
  items: number;
  /** Whether a note has ended it: the next item begins a list that counts on. */
  ended: boolean;
}

/**
 * Makes Markdown's tree (mdast) of safe HTML in one walk over the nodes in document order: nothing recurses on their
 * depth, and what is made is never deep, so that the serialiser, which recurses, cannot run out of stack.
 */
class ArticleTree {
  readonly #tree: Tree;
  readonly #root: Root = { type: 'root', children: [] };
  /** The elements around the place at hand that have something to end, and before which node. */
  readonly #open: { readonly last: number; readonly end: () => void }[] = [];
  readonly #flows: Flow[] = [this.#root];
  readonly #lists: OpenList[] = [];
  /** What the words at hand go into, and the node that it fills. */
  #phrasing: Phrasing | undefined;
  #leaf: Paragraph | Heading | undefined;
  #table: TableRows | undefined;
  #inCell = false;
  #inLink = false;
  #codes = 0;
  readonly #quotations: Quotations = new Quotations();
  #samples = 0;
  #terms = 0;
  /** To be written before the next words. */
  #number = '';
  readonly #notes: MarkdownNotes | undefined;
  /** Of the note that was begun last. */
  #ownMark: OwnMark | undefined;
  /** A note of which nothing but its mark has come: its words stand in the next paragraph. */
  #bareNote: FootnoteDefinition | undefined;
  /** The text that begins with the bracket behind a reference. */
  #bracketAt = 0;
  /** Nodes before it stand among references only. */
  #amongReferences = 0;

  constructor(html: string) {
    this.#tree = parse(html);
    this.#notes = readNotes(this.#tree, html);
  }

  build(): Root {
    const { kind, last, count } = this.#tree;
    for (let node = 1; node < count; ) {
      this.#closeBefore(node);
      const k = kind[node];
      if (this.#notes !== undefined && this.#isOfNote(node, k, this.#notes)) {
        node = last[node];
      } else if (k === PRE && !this.#inCell) {
        this.#sample(node);
        node = last[node];
      } else {
        if (k === TEXT) this.#text(this.#dataOf(node));
        else if (!this.#enterInline(node, k)) this.#enterBlock(node, k);
        node++;
      }
    }
    this.#closeBefore(count);
    this.#endLeaf();
    return this.#root;
  }

  #closeBefore(node: number): void {
    for (let top = this.#open.at(-1); top !== undefined && top.last <= node; top = this.#open.at(-1)) {
      this.#open.pop();
      top.end();
    }
  }

  /** Sees to it that something is done when an element ends. */
  #atEnd(node: number, end: () => void): void {
    this.#open.push({ last: this.#tree.last[node], end });
  }

  // Words

  #dataOf(node: number): string {
    const data = textData(this.#tree, node);
    if (node < this.#amongReferences) return withoutBrackets(data);
    if (node === this.#bracketAt) return data.slice(1);
    return node === this.#ownMark?.end ? data.slice(this.#ownMark.cut) : data;
  }

  #text(data: string): void {
    const words = data.replace(/[\t\n\r ]+/g, ' ');
    if (words === '' || (words === ' ' && this.#phrasing === undefined)) return;
    this.#words().text(this.#quotations.marked(words), this.#codes > 0);
  }

  /** What words go into: a paragraph is begun where there is nothing else. */
  #words(): Phrasing {
    if (this.#phrasing !== undefined) return this.#phrasing;
    const phrasing = this.#begin({ type: 'paragraph', children: [] });
    if (this.#terms > 0) phrasing.openMark('strong');
    return phrasing;
  }

  #begin(leaf: Paragraph | Heading): Phrasing {
    this.#flow().children.push(leaf);
    this.#leaf = leaf;
    this.#phrasing = new Phrasing(leaf, leaf.type === 'heading');
    if (this.#number !== '') this.#phrasing.text(this.#number, false);
    this.#number = '';
    return this.#phrasing;
  }

  /** Writes the number of an item that begins with what has no words of its own to stand behind it. */
  #endNumber(): void {
    if (this.#number !== '') this.#words();
    this.#endLeaf();
  }

  #endLeaf(): void {
    if (this.#phrasing === undefined || this.#leaf === undefined) return;
    this.#phrasing.end();
    if (this.#leaf.children.length === 0) this.#flow().children.pop();
    this.#phrasing = undefined;
    this.#leaf = undefined;
  }

  #flow(): Flow {
    return this.#flows[this.#flows.length - 1];
  }

  /** What stands before and behind are different paragraphs, or parts of one cell. */
  #part(): void {
    if (this.#inCell) this.#phrasing?.blank();
    else this.#endLeaf();
  }

  /** Writes what Markdown has another notation for in footnotes; false where a node is nothing of the kind. */
  #isOfNote(node: number, kind: number, { references, unspoken }: MarkdownNotes): boolean {
    if (kind === A && unspoken.has(node)) return true;
    // What is all mark: a text, or an element around one.
    if (this.#ownMark !== undefined && !elements.PARTS.has(kind) && this.#tree.last[node] <= this.#ownMark.end)
      return true;
    const label = references.get(node);
    if (label === undefined || this.#inLink) return false;
    const phrasing = this.#words();
    // The marks of a quotation that begins with it.
    phrasing.text(this.#quotations.marked(label).slice(0, -label.length), false);
    const behind = this.#tree.last[node];
    if (this.#tree.kind[behind] === TEXT && textData(this.#tree, behind).startsWith(']') && phrasing.takeBracket())
      this.#bracketAt = behind;
    phrasing.push({ type: 'footnoteReference', identifier: label, label });
    return true;
  }

  #enterInline(node: number, kind: number): boolean {
    if (kind === BR) {
      this.#phrasing?.breakLine();
      return true;
    }
    if (kind === IMG) {
      const title = attribute(this.#tree, node, ATTR.title) ?? null;
      const alt = attribute(this.#tree, node, ATTR.alt) ?? '';
      const url = destination(attribute(this.#tree, node, ATTR.src) ?? '');
      this.#words().push({ type: 'image', url, title, alt });
      return true;
    }
    if (elements.CODE.has(kind)) {
      this.#enterCode(node);
      return true;
    }
    if (kind === A) {
      this.#enterLink(node);
      return true;
    }
    if (kind === Q && this.#samples === 0) {
      this.#quotations.open(attribute(this.#tree, node, ATTR.lang) ?? '');
      this.#atEnd(node, () => this.#words().text(this.#quotations.close(), this.#codes > 0));
      return true;
    }
    const raw = elements.RAW_MARKUP.get(kind);
    const mark = elements.MARKS.get(kind);
    if (raw === undefined && mark === undefined) return false;
    if (this.#codes > 0) return true;
    if (kind === SUP && this.#notes !== undefined && holdsReferences(this.#tree, node, this.#notes)) {
      this.#amongReferences = this.#tree.last[node];
      return true;
    }
    const phrasing = this.#words();
    if (raw !== undefined) {
      phrasing.push({ type: 'html', value: `<${raw}>` });
      this.#atEnd(node, () => phrasing.push({ type: 'html', value: `</${raw}>` }));
    } else if (mark !== undefined && phrasing.openMark(mark)) {
      this.#atEnd(node, () => phrasing.close(mark));
    }
    return true;
  }

  #enterLink(node: number): void {
    const url = attribute(this.#tree, node, ATTR.href);
    if (url === undefined || this.#inLink || this.#notes?.words.has(node)) return;
    const phrasing = this.#words();
    phrasing.openLink(destination(url), attribute(this.#tree, node, ATTR.title));
    this.#inLink = true;
    this.#atEnd(node, () => {
      phrasing.close(undefined);
      this.#inLink = false;
    });
  }

  #enterCode(node: number): void {
    this.#codes++;
    this.#atEnd(node, () => {
      this.#codes--;
    });
  }

  // Blocks

  #enterBlock(node: number, kind: number): void {
    const depth = elements.HEADINGS.get(kind);
    if (kind === TABLE && this.#table === undefined && fitsIntoLines(this.#tree, node)) this.#enterTable(node);
    else if (kind === TR && this.#table !== undefined) this.#enterRow(node, this.#table);
    else if ((kind === TD || kind === TH) && this.#table !== undefined) this.#enterCell(node, this.#table);
    else if (this.#inCell && kind === PRE) {
      this.#part();
      this.#enterCode(node);
      this.#samples++;
      this.#atEnd(node, () => this.#samples--);
    } else if (this.#inCell) this.#enterPart(node, kind);
    else if (kind === CAPTION) this.#enterCaption(node);
    else if (kind === HR) {
      this.#endLeaf();
      this.#flow().children.push({ type: 'thematicBreak' });
    } else if (depth !== undefined) {
      this.#endLeaf();
      this.#begin({ type: 'heading', depth, children: [] });
      this.#atEnd(node, () => this.#endLeaf());
    } else if (kind === UL || kind === OL) this.#enterList(node, kind === OL);
    else if (kind === LI) this.#enterItem(node);
    else if (kind === BLOCKQUOTE && this.#flows.length <= MAX_NESTING) {
      const quotation: Blockquote = { type: 'blockquote', children: [] };
      this.#enterFlow(node, quotation);
    } else this.#enterPart(node, kind);
  }

  #enterPart(node: number, kind: number): void {
    if (!elements.PARTS.has(kind)) return;
    const note = this.#notes?.definitions.get(node);
    if (kind === P && (note ?? this.#bareNote) !== undefined && !this.#inCell) {
      this.#enterNote(node, note);
      return;
    }
    this.#part();
    const term = kind === DT && !this.#inCell;
    if (term) this.#terms++;
    this.#atEnd(node, () => {
      this.#part();
      if (term) this.#terms--;
    });
  }

  /** @param definition undefined where the paragraph belongs to the note before it. */
  #enterNote(node: number, definition: Definition | undefined): void {
    let note = definition === undefined ? this.#bareNote : undefined;
    this.#bareNote = undefined;
    this.#ownMark =
      definition === undefined || this.#notes === undefined
        ? undefined
        : ownMark(this.#tree, node, definition.mark, this.#notes);
    if (note === undefined) {
      const label = definition?.label ?? '';
      note = { type: 'footnoteDefinition', identifier: label, label, children: [] };
      this.#endLeaf();
      this.#flow().children.push(note);
    }
    this.#enterFlow(node, note);
  }

  #enterFlow(node: number, flow: Blockquote | ListItem | FootnoteDefinition): void {
    this.#endLeaf();
    const outer = this.#flow();
    if (flow.type === 'blockquote') outer.children.push(flow);
    this.#flows.push(flow);
    this.#atEnd(node, () => {
      this.#endLeaf();
      this.#flows.pop();
      if (flow.type === 'footnoteDefinition' && flow.children.length === 0) this.#bareNote = flow;
      // Paragraphs of an item stand apart by blank lines; a list goes on right behind its item's words.
      if (flow.type === 'listItem') flow.spread = flow.children.some(({ type }, i) => i > 0 && type !== 'list');
      flow.children = fitted(flow.children);
    });
  }

  #enterList(node: number, ordered: boolean): void {
    this.#endLeaf();
    const first = ordered ? Number(attribute(this.#tree, node, ATTR.start) ?? 1) : 0;
    const numbered = first >= 0 && first + this.#countItems(node) <= MAX_NUMBER;
    const start = ordered ? first : null;
    const list = numbered && this.#flows.length <= MAX_NESTING ? this.#beginList(start) : undefined;
    this.#lists.push({ list, number: numbered ? undefined : first, start, items: 0, ended: false });
    this.#atEnd(node, () => {
      this.#endLeaf();
      this.#endList(this.#lists.pop()?.list);
    });
  }

  #beginList(start: number | null): List {
    const list: List = { type: 'list', ordered: start !== null, start, spread: false, children: [] };
    this.#flow().children.push(list);
    return list;
  }

  #endList(list: List | undefined): void {
    if (list === undefined) return;
    list.spread = list.children.some(({ spread }) => spread === true);
    if (list.children.length === 0) this.#flow().children.pop();
  }

  #countItems(list: number): number {
    const { last } = this.#tree;
    let count = 0;
    for (let child = list + 1; child < last[list]; child = last[child]) count++;
    return count;
  }

  #enterItem(node: number): void {
    this.#endLeaf();
    const open = this.#lists.at(-1);
    const before = open?.items ?? 0;
    if (open !== undefined) open.items++;
    const note = this.#notes?.definitions.get(node);
    if (note !== undefined) {
      if (open?.list !== undefined) open.ended = true;
      if (open?.number !== undefined) open.number++;
      this.#endList(open?.list);
      if (open !== undefined) open.list = undefined;
      this.#enterNote(node, note);
      return;
    }
    if (open?.ended === true) {
      open.list = this.#beginList(open.start === null ? null : open.start + before);
      open.ended = false;
    }
    if (open?.list !== undefined) {
      const item: ListItem = { type: 'listItem', spread: false, children: [] };
      open.list.children.push(item);
      this.#enterFlow(node, item);
      return;
    }
    if (open?.number !== undefined) this.#number = `${open.number++}. `;
    this.#atEnd(node, () => {
      this.#endLeaf();
      this.#number = '';
    });
  }

  // Tables

  #enterTable(node: number): void {
    this.#endNumber();
    this.#table = new TableRows(hasHeader(this.#tree, node));
    this.#atEnd(node, () => {
      this.#endLeaf();
      this.#endTable();
    });
  }

  #endTable(): void {
    const made = this.#table?.finish();
    if (made !== undefined) this.#flow().children.push(made);
    this.#table = undefined;
  }

  /** A caption stands where the page has it: the rows before it are a table of their own. */
  #enterCaption(node: number): void {
    if (this.#table?.hasWords()) {
      this.#endTable();
      this.#table = new TableRows(false);
    }
    this.#enterPart(node, CAPTION);
  }

  #enterRow(node: number, table: TableRows): void {
    this.#endLeaf();
    table.openRow();
    this.#atEnd(node, () => table.closeRow());
  }

  #enterCell(node: number, table: TableRows): void {
    const phrasing = new Phrasing(table.cell(this.#tree, node), true);
    this.#phrasing = phrasing;
    this.#inCell = true;
    this.#atEnd(node, () => {
      phrasing.end();
      this.#phrasing = undefined;
      this.#inCell = false;
    });
  }

  // Code samples

  #sample(node: number): void {
    this.#endNumber();
    const { kind, last } = this.#tree;
    let value = '';
    let lang = attribute(this.#tree, node, ATTR.lang);
    for (let i = node + 1; i < last[node]; i++) {
      if (kind[i] === TEXT) value += textData(this.#tree, i);
      else if (kind[i] === BR) value += '\n';
      else if (kind[i] === CODE_ELEMENT) lang = this.#languageOf(i) ?? lang;
    }
    value = value.replace(/^\n/, '');
    let end = value.length;
    while (end > 0 && value.charCodeAt(end - 1) === 10) end--;
    if (end > 0) this.#flow().children.push({ type: 'code', lang: lang ?? null, value: value.slice(0, end) });
  }

  #languageOf(code: number): string | undefined {
    const name = attribute(this.#tree, code, ATTR.class);
    return name?.startsWith(LANGUAGE_CLASS) ? name.slice(LANGUAGE_CLASS.length) : undefined;
  }
}

/** An address without the characters that could end one between angle brackets; URL parsers write them so as well. */
function destination(url: string): string {
  return url.replace(/[<>]/g, (unit) => (unit === '<' ? '%3C' : '%3E'));
}

/** Markdown's tree of an article given as safe HTML. */
export function articleTree(html: string): Root {
  return new ArticleTree(html).build();
}
