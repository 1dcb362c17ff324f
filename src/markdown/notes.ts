import { MAX_BACK_LINK } from '../render/data/note-words.ts';
import { isBackLink, isNoteId, mayHoldNotes, noteLink, noteMark, showsNumber } from '../render/note-names.ts';
import { ATTR } from '../tree/attributes.ts';
import { TEXT } from '../tree/tags.ts';
import { attribute, type Tree, textContent, textData } from '../tree/tree.ts';
import { A, CODE, LI, P, PARTS, PRE, Q, TABLE } from './elements.ts';

/** What may stand in `<sup>` beside references: Markdown raises those by itself, and sets them in no brackets. */
const BETWEEN = /^[\s[\](){},;–-]*$/;
const BRACKETS = /[[\](){}]+/g;
/** What would end a label, or have to be escaped in it. White space cannot be in one either. */
const UNFIT = /[[\]\\]/;
const OPENS = /[[({（［〔]/;
const CLOSES = /[\])}）］〕]/;
const STOPS = /[.:]/;
const DIGIT = /\p{Nd}/u;
const MAX_SOURCE = 4096;
/** Brackets, stops and blanks around a note's mark. */
const MAX_AROUND_MARK = 16;

export interface Definition {
  readonly label: string;
  /** What its references show, and it may show itself; empty where that is no mark. */
  readonly mark: string;
}

/** The footnotes of safe HTML, as GFM writes them: by label. */
export interface MarkdownNotes {
  /** By the element that a note is: an item or a paragraph, outside of tables. */
  readonly definitions: ReadonlyMap<number, Definition>;
  /** By the link to such a note. */
  readonly references: ReadonlyMap<number, string>;
  /** Links back that say nothing beside that: GFM's readers put their own there. */
  readonly unspoken: ReadonlySet<number>;
  /** Links to notes, and back, of which Markdown has only the words. */
  readonly words: ReadonlySet<number>;
}

interface Link {
  readonly node: number;
  /** The note that it goes to; undefined for a link back. */
  readonly id: string | undefined;
  readonly inCode: boolean;
}

/** The footnotes in a tree of safe HTML; undefined where it has none. */
export function readNotes(tree: Tree, html: string): MarkdownNotes | undefined {
  if (!mayHoldNotes(html)) return undefined;
  const { kind, last, count } = tree;
  const blocks = new Map<string, number>();
  const links: Link[] = [];
  let inTable = 0; // nodes before it are in a table
  let inCode = 0;
  for (let node = 1; node < count; node++) {
    const k = kind[node];
    if (k === TABLE) inTable = Math.max(inTable, last[node]);
    else if (k === PRE || CODE.has(k)) inCode = Math.max(inCode, last[node]);
    else if (k === A) {
      const href = attribute(tree, node, ATTR.href) ?? '';
      const id = noteLink(href);
      if (id !== undefined || isBackLink(href)) links.push({ node, id, inCode: node < inCode });
    } else if ((k === LI || k === P) && node >= inTable) {
      const id = attribute(tree, node, ATTR.id) ?? '';
      if (isNoteId(id) && !blocks.has(id)) blocks.set(id, node);
    }
  }
  return labelled(tree, blocks, links);
}

function labelled(tree: Tree, blocks: ReadonlyMap<string, number>, links: readonly Link[]): MarkdownNotes {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const definitions = new Map<number, Definition>();
  const references = new Map<number, string>();
  const unspoken = new Set<number>();
  const words = new Set<number>();
  for (const { node, id, inCode } of links) {
    const said = wordsOf(tree, node);
    const block = id === undefined ? undefined : blocks.get(id);
    if (id === undefined && !inCode && said.length <= MAX_BACK_LINK && !showsNumber(said)) unspoken.add(node);
    else if (id === undefined || block === undefined || inCode) words.add(node);
    else {
      let label = labels.get(id);
      if (label === undefined) {
        const mark = noteMark(said) ?? '';
        const own = mark.replace(/\s/g, '-');
        // GFM compares labels without case. A page may begin to count anew in each of its parts.
        label = own === '' || UNFIT.test(own) || taken.has(own.toLowerCase()) ? id : own;
        taken.add(label.toLowerCase());
        labels.set(id, label);
        definitions.set(block, { label, mark });
      }
      references.set(node, label);
    }
  }
  return { definitions, references, unspoken, words };
}

/** Where a note's words begin, behind the mark that it shows. */
export interface OwnMark {
  /** The first node that is not all mark. */
  readonly end: number;
  /** How much of that node's text is. */
  readonly cut: number;
}

/** The mark that a note begins with: "1", "[1]", "1." and the like, in one text or several. Undefined if it has none. */
export function ownMark(tree: Tree, block: number, mark: string, { unspoken }: MarkdownNotes): OwnMark | undefined {
  const { kind, last } = tree;
  const limit = mark.length + MAX_AROUND_MARK;
  const texts: { readonly node: number; readonly start: number }[] = [];
  let words = '';
  let node = block + 1;
  for (; node < last[block] && words.length < limit; ) {
    if (unspoken.has(node)) {
      node = last[node];
      continue;
    }
    if (kind[node] === TEXT) {
      texts.push({ node, start: words.length });
      words += textData(tree, node).slice(0, limit);
    } else if (kind[node] === Q || PARTS.has(kind[node])) {
      if (words.trim() !== '') break;
      if (kind[node] === Q) return undefined;
    }
    node++;
  }
  const length = markLength(words, mark, new Set(texts.map(({ start }) => start)).add(words.length));
  if (length === 0) return undefined;
  const partly = texts.find(({ start }, i) => (texts[i + 1]?.start ?? words.length) > length && start < length);
  if (partly !== undefined) return { end: partly.node, cut: length - partly.start };
  return { end: texts.find(({ start }) => start >= length)?.node ?? node, cut: 0 };
}

/** How long the mark is that words begin with, brackets and stop included. A bare one ends at a blank or with its text. */
function markLength(words: string, mark: string, ends: ReadonlySet<number>): number {
  const blank = (at: number): number => {
    let i = at;
    while (i < words.length && words[i].trim() === '') i++;
    return i;
  };
  let at = blank(0);
  if (OPENS.test(words.charAt(at))) at = blank(at + 1);
  if (mark === '' || !words.startsWith(mark, at)) return 0;
  let end = at + mark.length;
  const closing = blank(end);
  const closed = CLOSES.test(words.charAt(closing));
  if (closed) end = closing + 1;
  const stopped = STOPS.test(words.charAt(end));
  if (stopped) end++;
  if (closed || stopped) return DIGIT.test(words.charAt(end)) && !closed ? 0 : end;
  return ends.has(end) || words[end]?.trim() === '' ? end : 0;
}

function wordsOf(tree: Tree, node: number): string {
  return tree.end[node] - tree.start[node] > MAX_SOURCE ? ' '.repeat(MAX_SOURCE) : textContent(tree, node);
}

/** Whether an element holds references to notes, and nothing else than what parts them. */
export function holdsReferences(tree: Tree, node: number, { references }: MarkdownNotes): boolean {
  const { kind, last } = tree;
  let found = false;
  for (let i = node + 1; i < last[node]; ) {
    if (references.has(i)) {
      found = true;
      i = last[i];
      continue;
    }
    if (kind[i] === TEXT && !BETWEEN.test(textContent(tree, i))) return false;
    i++;
  }
  return found;
}

export function withoutBrackets(words: string): string {
  return words.replace(BRACKETS, '');
}
