import { IntStack } from '../tree/int-stack.ts';
import { HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { type Tree, textData } from '../tree/tree.ts';
import { BREAKS_SHIFT, between, HAS_BLOCK, HAS_SPACE } from './between.ts';
import { cleanCharacters, collapseSpaces, isPlain, isSpace, normalizeLineEnds } from './characters.ts';
import { Inlines } from './inlines.ts';
import { standApart } from './junctions.ts';
import { ownDirection, ownLanguage, pageLanguage } from './language.ts';
import * as roles from './roles.ts';
import { LAYOUT, tableMarks } from './tables.ts';

const { BOUNDARY, CONTAINER, INLINE, LEAF, PART, RUN, TRANSPARENT, WRITTEN } = roles;

const BODY = tag('body');
const DD = tag('dd');
const DL = tag('dl');
const DT = tag('dt');
const HR = tag('hr');
const HTML = tag('html');
const IMG = tag('img');
const LI = tag('li');
const P = tag('p');
const PRE = tag('pre');
const SPAN = tag('span');
const TABLE = tag('table');
const TBODY = tag('tbody');
const TD = tag('td');
const TH = tag('th');
const TR = tag('tr');
const UL = tag('ul');
/** How many containers are written within one another: browsers stop at 512 elements, and no article comes near. */
const MAX_CONTAINERS = 60;

/** No element of the page. */
export const IMPLIED = -1;

/**
 * What a rendering does with the structure that `Flow` finds. Kinds are those of the written element, nodes those that
 * it stands for, or `IMPLIED`.
 */
export interface Writer {
  /** Containers and parts. */
  open(kind: number, node: number, flow: Flow): void;
  close(kind: number): void;
  /** A cell without kept content that others of its row stand behind. */
  emptyCell(kind: number, node: number): void;
  /** A paragraph, heading, code sample, or `RUN` of bare words. */
  openLeaf(kind: number, node: number, flow: Flow): void;
  closeLeaf(kind: number): void;
  openInline(kind: number, node: number, flow: Flow): void;
  closeInline(): void;
  /** Words: clean, collapsed, without blanks at the ends; or a single blank; or a piece of a code sample as it stands. */
  text(text: string): void;
  breakLine(): void;
  rule(): void;
  /** Whether an image or embedded page is written at all, asked before anything is opened for it. */
  wants(node: number, embedded: boolean): boolean;
  /** Writes the one that was asked for last. */
  replaced(node: number, embedded: boolean): void;
}

/**
 * Walks the kept leaves in order and hands a writer a structure that is valid by the standard's content models whatever
 * the page's was: inline elements are closed and opened again around blocks, parts get the container that they lack and
 * containers the parts, bare words become paragraphs. Elements are opened only for content, so none is empty.
 *
 * Two stacks: the elements of the page that are open at the leaf, and the containers and parts that are written.
 * `#want` says how many of the written ones belong to the place at hand; those above it are closed only when something
 * is written that cannot stand in them, so that what belongs together joins: an orphaned `li` its neighbours' list, a
 * list between two items the item before it.
 */
export class Flow {
  readonly tree: Tree;
  /** `LAYOUT` and `LONG` by node. */
  readonly marks: Uint8Array | undefined;
  /** The text, image or embedded page at hand. */
  leaf: number = IMPLIED;
  /** The direction and language of the blocks around the place at hand; empty for the page's own. */
  direction = '';
  language = '';
  #pageLanguage: string | undefined;
  readonly #keep: Uint8Array;
  readonly #writer: Writer;
  // elements of the page
  readonly #nodes: IntStack = new IntStack();
  readonly #roles: IntStack = new IntStack();
  // what held before each block among them
  readonly #wants: IntStack = new IntStack();
  readonly #leaves: IntStack = new IntStack();
  // what held before each that has a direction or language of its own
  readonly #said: (readonly [block: number, direction: string, language: string])[] = [];
  // containers and parts that are written
  readonly #kinds: number[] = [];
  readonly #from: number[] = [];
  readonly #cursors: number[] = []; // of a row: the first child of which nothing is known yet
  #want = 0;
  // the paragraph
  #wantedLeaf = IMPLIED; // the page's own, if the place at hand is in one
  #leafOpen = false;
  #leafKind = RUN;
  #leafNode = IMPLIED;
  #broken = false; // a block stood between the words written and those to come
  #breaks = 0;
  #space = false;
  #before = 0; // the text that was written last
  #written = false; // anything at all
  #ruled = false; // a rule is to stand before what is written next
  #codeTail = ''; // white space of a code sample, written when more follows
  #codeNode = IMPLIED; // the sample that it is of
  // inline elements: those around the place at hand, and those written
  readonly #inlines: Inlines;
  readonly #openInlines: number[] = [];

  constructor(tree: Tree, keep: Uint8Array, writer: Writer) {
    this.tree = tree;
    this.#keep = keep;
    this.#inlines = new Inlines(tree);
    this.#writer = writer;
    this.marks = tableMarks(tree, keep, Math.min(keep.lastIndexOf(1) + 1, tree.count));
  }

  /** The language of an inline element at the place at hand, or empty where the page says nothing. */
  languageOf(node: number): string {
    const inlines = this.#inlines.nodes;
    for (let i = inlines.indexOf(node); i >= 0; i--) {
      const language = ownLanguage(this.tree, inlines[i]);
      if (language !== '') return language;
    }
    if (this.language !== '') return this.language;
    this.#pageLanguage ??= pageLanguage(this.tree);
    return this.#pageLanguage;
  }

  run(): void {
    const { kind, count } = this.tree;
    let seen = 0; // nodes before it have had their say
    const keep = this.#keep;
    for (let node = Math.max(keep.indexOf(1), 1), to = Math.min(keep.lastIndexOf(1) + 1, count); node < to; node++) {
      if (keep[node] !== 1) continue;
      this.leaf = node;
      const k = kind[node];
      if (k === TEXT) {
        if (this.#text(node, seen)) seen = node + 1;
      } else if (k === HR) {
        this.#ruled = true;
      } else if (k === IMG || (k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0)) {
        if (this.#replaced(node, k !== IMG, seen)) seen = node + 1;
      }
    }
    this.#closeTo(0);
  }

  // Leaves

  /** Writes a text; false where there is nothing in it to write. */
  #text(node: number, seen: number): boolean {
    const { source, kind, parent } = this.tree;
    if (roles.holdsRawText(kind[parent[node]])) return false;
    const from = this.tree.start[node];
    const to = this.tree.end[node];
    // Most texts of a page are blank, and most others are written as they stand.
    let [start, end] = [from, to];
    while (start < end && source.charCodeAt(start) <= 32) start++;
    while (end > start && source.charCodeAt(end - 1) <= 32) end--;
    let [words, plain] = ['', true];
    if (start < end && isPlain(source, start, end)) {
      words = source.slice(start, end);
    } else if (start < end) {
      const data = cleanCharacters(textData(this.tree, node));
      start = from;
      end = from + data.length;
      while (start < end && isSpace(data.charCodeAt(start - from))) start++;
      while (end > start && isSpace(data.charCodeAt(end - from - 1))) end--;
      words = data.slice(start - from, end - from);
      plain = false;
      if (end - from === data.length) end = to;
    }
    if (words === '') {
      this.#leave(node);
      if (!this.#inCode()) {
        this.#indentation(node);
        return false;
      }
    }
    this.#reach(node, seen);
    if (this.#inCode()) {
      this.#code(normalizeLineEnds(cleanCharacters(textData(this.tree, node))).replaceAll('\u00a0', ' '));
      return true;
    }
    const joined = this.#leafOpen && !this.#space && !this.#broken && this.#breaks === 0;
    if (start > from || (joined && standApart(this.tree, this.#before, node, words))) this.#space = true;
    this.#prepare();
    this.#writer.text(plain ? words : collapseSpaces(words));
    this.#before = node;
    this.#space = end < to;
    return true;
  }

  /** Writes an image, or an embedded page as a paragraph of its own. */
  #replaced(node: number, embedded: boolean, seen: number): boolean {
    if (!this.#writer.wants(node, embedded)) return false;
    this.#reach(node, seen);
    if (embedded) this.#boundary();
    this.#prepare();
    this.#writer.replaced(node, embedded);
    if (embedded) this.#boundary();
    return true;
  }

  /** Takes note of the blanks before the first element of a code sample, which is not entered for them alone. */
  #indentation(node: number): void {
    const { kind, parent, source, start, end } = this.tree;
    let sample = parent[node];
    if (kind[sample] !== PRE) sample = parent[sample];
    if (sample < 0 || kind[sample] !== PRE) return;
    const blanks = source.slice(start[node], end[node]);
    const line = blanks.lastIndexOf('\n') + 1;
    const before = line === 0 && this.#codeNode === sample ? this.#codeTail : '';
    this.#codeNode = sample;
    this.#codeTail = before + blanks.slice(line).replace(/[^\t ]/g, '');
  }

  #code(data: string): void {
    let start = 0;
    if (this.#codeNode !== this.#wantedLeaf) {
      this.#codeNode = this.#wantedLeaf;
      this.#codeTail = '';
    }
    if (!this.#leafOpen || this.#leafNode !== this.#wantedLeaf) {
      // Blank lines before the first line of code are the markup's. (A parser drops the first newline anyway.)
      let i = 0;
      for (; i < data.length && isSpace(data.charCodeAt(i)); i++) if (data.charCodeAt(i) === 10) start = i + 1;
      if (start > 0) this.#codeTail = '';
      if (i === data.length) {
        this.#codeTail += data.slice(start);
        return;
      }
    }
    let end = data.length;
    while (end > start && isSpace(data.charCodeAt(end - 1))) end--;
    if (end > start) {
      const tail = this.#codeTail;
      this.#prepare(tail);
      this.#writer.text(data.slice(start, end));
      this.#codeTail = data.slice(end);
    } else {
      this.#codeTail += data.slice(start);
    }
  }

  #inCode(): boolean {
    return this.#wantedLeaf !== IMPLIED && this.tree.kind[this.#wantedLeaf] === PRE;
  }

  // The page's elements

  /** Goes on to a leaf: takes note of what lies between, leaves elements and enters others. */
  #reach(node: number, seen: number): void {
    const found = between(this.tree, seen, node);
    const breaks = found >> BREAKS_SHIFT;
    this.#leave(node);
    this.#enterAround(node);
    if ((found & HAS_BLOCK) !== 0) this.#boundary();
    if (this.#inCode()) {
      if (this.#leafOpen && breaks > 0) this.#codeTail += '\n'.repeat(breaks);
      return;
    }
    this.#breaks += breaks;
    if ((found & HAS_SPACE) !== 0) this.#space = true;
  }

  /** Leaves the elements that end before a node. */
  #leave(node: number): void {
    const { last } = this.tree;
    const nodes = this.#nodes;
    for (let i = nodes.length - 1; i >= 0 && last[nodes.at(i)] <= node; i--) {
      const block = nodes.pop();
      const role = this.#roles.pop();
      if (role === INLINE) this.#inlines.leave();
      if (role === INLINE || role === TRANSPARENT) continue;
      this.#want = this.#wants.pop();
      this.#wantedLeaf = this.#leaves.pop();
      const said = this.#said.at(-1);
      if (said?.[0] === block) {
        [, this.direction, this.language] = said;
        this.#said.pop();
      }
      this.#boundary();
    }
  }

  /** Enters the elements around a node that are not open yet, the outermost first. */
  #enterAround(node: number): void {
    const { parent } = this.tree;
    const nodes = this.#nodes;
    const open = nodes.length;
    const top = open > 0 ? nodes.at(open - 1) : 0;
    for (let i = parent[node]; i > top; i = parent[i]) nodes.push(i);
    for (let low = open, high = nodes.length - 1; low < high; low++, high--) nodes.swap(low, high);
    for (let i = open; i < nodes.length; i++) this.#enter(nodes.at(i));
  }

  #enter(node: number): void {
    const kind = this.tree.kind[node];
    let role = roles.roleOf(kind);
    if (kind === TABLE && this.marks !== undefined && (this.marks[node] & LAYOUT) !== 0) role = BOUNDARY;
    if (
      role === INLINE ||
      (kind === SPAN && (ownDirection(this.tree, node) !== '' || ownLanguage(this.tree, node) !== ''))
    ) {
      role = this.#inlines.enter(node) ? INLINE : TRANSPARENT;
    } else if (role !== TRANSPARENT) {
      // Only these change it: a million open `<b>` need not each hold a copy.
      this.#wants.push(this.#want);
      this.#leaves.push(this.#wantedLeaf);
      const direction = ownDirection(this.tree, node);
      // The page's own language is a fact about the page.
      const language = kind !== HTML && kind !== BODY ? ownLanguage(this.tree, node) : '';
      if (direction !== '' || language !== '') {
        this.#said.push([node, this.direction, this.language]);
        this.direction = direction || this.direction;
        this.language = language || this.language;
      }
      if (!this.#enterBlock(node, kind, role)) {
        role = BOUNDARY;
        this.#boundary();
      }
    }
    this.#roles.push(role);
  }

  /** False where the element only separates. */
  #enterBlock(node: number, kind: number, role: number): boolean {
    if (role === BOUNDARY || this.#inCode()) return false;
    if (role === LEAF) {
      if (this.#wantedLeaf !== IMPLIED) return false;
      this.#wantedLeaf = node;
      return true;
    }
    if (role === CONTAINER) {
      if (this.#want >= MAX_CONTAINERS) return false;
      this.#wantedLeaf = IMPLIED;
      this.#intoFlow();
      this.#place(WRITTEN[kind], node);
      return true;
    }
    return role === PART && this.#enterPart(node, kind);
  }

  #enterPart(node: number, kind: number): boolean {
    const top = this.#want > 0 ? this.#kinds[this.#want - 1] : RUN;
    if (!roles.PARENTS[kind].includes(top)) {
      if (kind === LI || kind === DT || kind === DD) {
        if (this.#want >= MAX_CONTAINERS) return false;
        this.#intoFlow();
        this.#place(kind === LI ? UL : DL, IMPLIED);
      } else if (kind === TR && top === TABLE) {
        this.#place(TBODY, IMPLIED);
      } else if ((kind === TD || kind === TH) && (top === TABLE || roles.PARENTS[TR].includes(top))) {
        if (top === TABLE) this.#place(TBODY, IMPLIED);
        this.#place(TR, IMPLIED);
      } else {
        return false;
      }
    }
    this.#wantedLeaf = IMPLIED;
    this.#place(kind, node);
    return true;
  }

  #boundary(): void {
    if (this.#wantedLeaf === IMPLIED) this.#broken = true;
    else if (this.#inCode()) {
      if (this.#leafOpen && this.#leafNode === this.#wantedLeaf && !this.#codeTail.includes('\n'))
        this.#codeTail += '\n';
    } else if (this.#breaks === 0) this.#breaks = 1;
  }

  // What is written

  /** Goes into the part that a list or table needs before words or a container can stand in it. */
  #intoFlow(): void {
    while (this.#want > 0) {
      const top = this.#kinds[this.#want - 1];
      const part = roles.PART_WITHIN[top];
      if (part === 0) return;
      this.#place(part, IMPLIED);
    }
  }

  /** Goes into a container or part, which is opened unless it is open already. */
  #place(kind: number, node: number): void {
    const at = this.#want++;
    if (at < this.#kinds.length && node === IMPLIED && this.#kinds[at] === kind) return;
    this.#closeTo(at);
    if (kind === TD || kind === TH) this.#emptyCells(node);
    if (roles.roleOf(kind) === CONTAINER) this.#writeRule();
    this.#ruled = false; // one between two items or rows parts nothing that is not apart
    this.#kinds.push(kind);
    this.#from.push(node);
    this.#cursors.push(node + 1);
    this.#writer.open(kind, node, this);
  }

  /** Writes the cells of the open row before a cell, or before the row's end. */
  #emptyCells(before: number): void {
    const level = this.#kinds.length - 1;
    if (level < 0) return;
    const { kind, last, parent } = this.tree;
    const row = this.#from[level];
    if (row === IMPLIED || (before !== last[row] && (before === IMPLIED || parent[before] !== row))) return;
    for (let i = this.#cursors[level]; i < before; i = last[i]) {
      if (kind[i] === TD || kind[i] === TH) this.#writer.emptyCell(kind[i], i);
    }
    this.#cursors[level] = before < last[row] ? last[before] : before;
  }

  #closeTo(depth: number): void {
    this.#closeLeaf();
    for (let level = this.#kinds.length - 1; level >= depth; level--) {
      const kind = this.#kinds[level];
      if (kind === TR && this.#from[level] !== IMPLIED) this.#emptyCells(this.tree.last[this.#from[level]]);
      this.#kinds.pop();
      this.#from.pop();
      this.#cursors.pop();
      this.#writer.close(kind);
    }
  }

  #closeLeaf(): void {
    this.#breaks = 0;
    this.#space = false;
    this.#broken = false;
    if (!this.#leafOpen) return;
    this.#closeInlines(0);
    this.#leafOpen = false;
    this.#codeTail = '';
    this.#writer.closeLeaf(this.#leafKind);
  }

  #closeInlines(depth: number): void {
    while (this.#openInlines.length > depth) {
      this.#openInlines.pop();
      this.#writer.closeInline();
    }
  }

  /** Opens and closes what it takes for words to be written at the place at hand, and writes what stands before them. */
  #prepare(codeTail = ''): void {
    const want = this.#want;
    this.#intoFlow();
    if (this.#kinds.length > this.#want) this.#closeTo(this.#want);
    this.#prepareLeaf();
    this.#want = want;
    const inlines = this.#inlines.nodes;
    const open = this.#openInlines;
    let same = 0;
    while (same < open.length && same < inlines.length && open[same] === inlines[same]) same++;
    this.#closeInlines(same);
    if (codeTail !== '') this.#writer.text(codeTail);
    else if (this.#breaks > 0) this.#writer.breakLine();
    else if (this.#space) this.#writer.text(' ');
    this.#breaks = 0;
    this.#space = false;
    for (let i = same; i < inlines.length; i++) {
      open.push(inlines[i]);
      this.#writer.openInline(this.#inlines.kind(inlines[i]), inlines[i], this);
    }
  }

  /** Writes the rule that waits for something to follow it, unless it would be the first thing of all. */
  #writeRule(): void {
    if (this.#ruled && this.#written) this.#writer.rule();
    this.#ruled = false;
    this.#written = true;
  }

  #prepareLeaf(): void {
    const node = this.#wantedLeaf;
    if (this.#leafOpen) {
      // Two line breaks in a row are how many a page writes its paragraphs.
      const parted = this.#breaks > 1 && (this.#leafKind === P || this.#leafKind === RUN);
      if (this.#leafNode === node && !parted && !(node === IMPLIED && this.#broken)) {
        this.#ruled = false;
        return;
      }
      this.#closeLeaf();
    }
    this.#writeRule();
    const top = this.#want > 0 ? this.#kinds[this.#want - 1] : RUN;
    if (node !== IMPLIED) this.#leafKind = this.tree.kind[node];
    else this.#leafKind = roles.HOLDS_BARE_WORDS[top] === 1 ? RUN : P;
    this.#leafNode = node;
    this.#leafOpen = true;
    this.#broken = false;
    this.#breaks = 0;
    this.#space = false;
    this.#writer.openLeaf(this.#leafKind, node, this);
  }
}
