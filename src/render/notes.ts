import { partitionPoint } from '../partition-point.ts';
import { ATTR } from '../tree/attributes.ts';
import { HIDDEN, isBlock, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { attribute, attributeIndex, isBlankSlice, type Tree, textData } from '../tree/tree.ts';
import { cleanCharacters } from './characters.ts';
import { MAX_BACK_LINK, NOTE_WORDS } from './data/note-words.ts';
import { isBackLink, noteId, noteMark, referenceId, showsNumber } from './note-names.ts';
import { MAX_NAME, type PageLink, pageLinks } from './page-links.ts';
import { BOUNDARY, holdsRawText, INLINE, LEAF, roleOf, TRANSPARENT } from './roles.ts';

/**
 * Footnotes and endnotes: the links among an article's words that go to a note in it, and the notes. A link is such a
 * reference where it shows the mark of one (a number, a letter, an asterisk) and goes forward to an item or paragraph
 * that is kept as well, and where more speaks for it than that: the note links back to it, an id, class or role calls
 * one of them a note, or it stands raised or in brackets behind words and the note is numbered.
 */
export interface Notes {
  /** The notes' blocks in document order: none is in another. */
  readonly blocks: readonly number[];
  /** Their ids, in the same order. */
  readonly ids: readonly string[];
  /** By `<a>`: where references go, and links back to them. */
  readonly links: ReadonlyMap<number, NoteLink>;
  /** Texts that only lead back, such as an arrow: part of a page that is clicked, but none of one that is read. */
  readonly unspoken: readonly number[];
  /** Texts that only stand before several links back, and say nothing without them. */
  readonly loose: readonly number[];
}

interface NoteLink {
  readonly href: string;
  /** Of a reference that a note links back to. */
  readonly id: string | undefined;
}

interface Note {
  readonly block: number;
  readonly named: boolean;
  /** Whether it is an item of a numbered list. */
  readonly numbered: boolean;
  /** The mark that its own words begin with. */
  readonly begins: string;
  mark: string | undefined;
  readonly references: PageLink[];
}

const A = tag('a');
const LI = tag('li');
const OL = tag('ol');
const SUP = tag('sup');
const ITEMS = new Set(['dd', 'li', 'p'].map(tag));
const PAGES = new Set(['body', 'html'].map(tag));
const CODE = new Set(['code', 'kbd', 'pre', 'samp', 'tt'].map(tag));
/** What no note holds, unless it is itself an item: then it is a part of the page that holds notes, or anything. */
const TOO_LARGE = new Set(['dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'table', 'ul'].map(tag));

/** How far up an element is looked at: deeper ones hold no notes. */
const MAX_LEVELS = 64;
/** How far around a link the place may be that a note goes back to. */
const MAX_PLACES = 6;
/** How many links of a note are looked at. */
const MAX_BACK_LINKS = 32;

const ONLY_SIGNS = /^[^\p{L}]+$/u;
const POINTERS = /^[\^↑⤴⇑]+$/u;
const OPENS = /[[({（［〔]\s*$/u;

class NoteFinder {
  readonly #tree: Tree;
  readonly #keep: Uint8Array;
  /** Where references stand. */
  readonly #referring: Uint8Array;
  readonly #base: string | undefined;
  readonly #notes = new Map<number, Note | undefined>();
  /** Nodes that may still be looked at: notes within notes must not make it more than linear. */
  #budget: number;

  constructor(tree: Tree, referring: Uint8Array, base: string | undefined, keep: Uint8Array = referring) {
    this.#tree = tree;
    this.#keep = keep;
    this.#referring = referring;
    this.#base = base;
    this.#budget = tree.count * 4;
  }

  find(): Notes | undefined {
    const links = pageLinks(this.#tree, this.#keep, this.#base);
    const found: Note[] = [];
    for (const [i, link] of links.entries()) {
      const mark = link.target > link.node ? noteMark(link.words) : undefined;
      if (mark === undefined || !this.#refers(link.node) || this.#isHeldOff(link.node)) continue;
      const note = this.#noteAt(link.target);
      if (note === undefined || note.block <= link.node) continue;
      if (note.mark === undefined ? !this.#isReference(link, mark, note, links, i) : note.mark !== mark) continue;
      if (note.mark === undefined) found.push(note);
      note.mark = mark;
      note.references.push(link);
    }
    return found.length === 0 ? undefined : this.#together(found, links);
  }

  #refers(link: number): boolean {
    for (let node = link + 1; node < this.#tree.last[link]; node++) if (this.#referring[node] === 1) return true;
    return false;
  }

  // Notes

  #noteAt(target: number): Note | undefined {
    const known = this.#notes.get(target);
    if (known !== undefined || this.#notes.has(target)) return known;
    let note: Note | undefined;
    const block = this.#blockAt(target);
    if (block !== undefined) {
      note = this.#notes.get(block);
      if (note === undefined && !this.#notes.has(block)) note = this.#readNote(block, target);
      this.#notes.set(block, note);
    }
    this.#notes.set(target, note);
    return note;
  }

  /** The item, paragraph or box that begins with a place. */
  #blockAt(target: number): number | undefined {
    const { kind, parent } = this.#tree;
    let block = target;
    for (let level = 0; level < MAX_PLACES && block > 0 && isInline(kind[block]); level++) block = parent[block];
    if (block <= 0 || isInline(kind[block]) || !this.#begins(block, target)) return undefined;
    if (!ITEMS.has(kind[block]) && (roleOf(kind[block]) !== BOUNDARY || PAGES.has(kind[block]))) return undefined;
    // What an item begins with is the item's.
    for (let outer = block, level = 0; level < MAX_LEVELS && outer > 0; outer = parent[outer], level++) {
      if (kind[outer] === LI) return this.#begins(outer, block) ? outer : block;
      if (outer !== block && roleOf(kind[outer]) !== BOUNDARY && !isInline(kind[outer])) break;
    }
    return block;
  }

  /** Whether no words stand in an element before a node in it. */
  #begins(element: number, node: number): boolean {
    for (let i = element + 1; i < node; i++) {
      if (--this.#budget < 0) return false;
      if (this.#hasWords(i)) return false;
    }
    return true;
  }

  /** Whether something is written of a text. */
  #hasWords(node: number): boolean {
    const { kind, parent, source, start, end } = this.#tree;
    if (this.#keep[node] !== 1 || kind[node] !== TEXT || isBlankSlice(source, start[node], end[node])) return false;
    if (holdsRawText(kind[parent[node]])) return false;
    return /\S/.test(cleanCharacters(textData(this.#tree, node)));
  }

  #readNote(block: number, target: number): Note | undefined {
    const { kind, last, parent } = this.#tree;
    let begins = '';
    let words = false;
    for (let i = block + 1; i < last[block]; i++) {
      if (--this.#budget < 0) return undefined;
      if (kind[block] !== LI && TOO_LARGE.has(kind[i])) return undefined;
      if (!this.#hasWords(i)) continue;
      words = true;
      if (kind[i] === TEXT && begins.length < MAX_BACK_LINK) begins += textData(this.#tree, i).slice(0, MAX_BACK_LINK);
    }
    if (!words) return undefined;
    let named = this.#isNamed(target) || this.#isNamed(block);
    let ancestor = parent[block];
    for (let level = 0; ancestor > 0; ancestor = parent[ancestor], level++) {
      if (level > MAX_LEVELS || roleOf(kind[ancestor]) === LEAF) return undefined;
      if (level < 3 && !named) named = this.#isNamed(ancestor);
    }
    const first = /^\S+/.exec(begins.trim())?.[0] ?? '';
    return {
      block,
      named,
      numbered: kind[block] === LI && kind[parent[block]] === OL,
      begins: noteMark(first) ?? '',
      mark: undefined,
      references: [],
    };
  }

  /** Whether an element calls itself a note, or what belongs to one. */
  #isNamed(node: number): boolean {
    for (const name of [ATTR.id, ATTR.class, ATTR.role, ATTR.rel, ATTR.name]) {
      const index = attributeIndex(this.#tree, node, name);
      if (index < 0 || this.#tree.valueEnd[index] - this.#tree.valueStart[index] > MAX_NAME) continue;
      const value = this.#tree.source.slice(this.#tree.valueStart[index], this.#tree.valueEnd[index]);
      for (const word of value.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []) if (NOTE_WORDS.has(word.toLowerCase())) return true;
    }
    return false;
  }

  // References

  #isReference(link: PageLink, mark: string, note: Note, links: readonly PageLink[], index: number): boolean {
    // A number that stands alone is one of a list: of pages, chapters, letters of an index.
    const attached = this.#isRaised(link.node) || this.#isBracketed(link);
    const behindWords = this.#followsWords(link.node);
    if (!attached && !behindWords) return false;
    if (note.named || this.#isNamed(link.node) || this.#isBoundBack(link, note, links, index)) return true;
    return attached && behindWords && ONLY_SIGNS.test(mark) && (note.numbered || note.begins === mark);
  }

  /** Whether a link of the note goes back to where the reference stands. */
  #isBoundBack(link: PageLink, note: Note, links: readonly PageLink[], index: number): boolean {
    const places = [...this.#ownPlaces(link.node), ...this.#nearPlaces(link.node)];
    const { last } = this.#tree;
    for (let i = firstFrom(links, note.block, index), looked = 0; i < links.length && looked < MAX_BACK_LINKS; i++) {
      if (links[i].node >= last[note.block]) break;
      if (places.includes(links[i].target)) return true;
      looked++;
    }
    return false;
  }

  /** The elements by which a page may name a reference: it, what is in it, and what stands around it in its line. */
  #ownPlaces(link: number): number[] {
    const { kind, last, parent } = this.#tree;
    const places: number[] = [];
    for (let i = link; i < last[link]; i++) if (kind[i] !== TEXT) places.push(i);
    for (let node = parent[link], level = 0; level < MAX_PLACES && isInline(kind[node]); level++, node = parent[node])
      places.push(node);
    return places;
  }

  /** Those that may be named in its stead: what stands before it, and its paragraph. */
  #nearPlaces(link: number): number[] {
    const { kind, parent } = this.#tree;
    let block = parent[link];
    for (let level = 0; level < MAX_PLACES && isInline(kind[block]); level++) block = parent[block];
    const places: number[] = [];
    for (let i = link - 1; i > block && link - i <= MAX_PLACES; i--) if (kind[i] !== TEXT) places.push(i);
    if (block > 0 && !PAGES.has(kind[block])) places.push(block);
    return places;
  }

  #isRaised(link: number): boolean {
    const { kind, last, parent } = this.#tree;
    for (let node = parent[link], level = 0; level < 3 && node > 0; level++, node = parent[node]) {
      if (kind[node] === SUP) return true;
    }
    for (let i = link + 1; i < last[link]; i++) if (kind[i] === SUP) return true;
    return false;
  }

  #isBracketed({ node, words }: PageLink): boolean {
    if (OPENS.test(words.slice(0, 1))) return true;
    const { kind } = this.#tree;
    for (let i = node - 1; i > 0 && node - i <= MAX_PLACES; i--) {
      if (kind[i] === TEXT && this.#keep[i] === 1) return OPENS.test(textData(this.#tree, i).slice(-4));
    }
    return false;
  }

  /** Whether words that are no link stand before the link in its block. */
  #followsWords(link: number): boolean {
    const { kind, parent, last } = this.#tree;
    for (let i = link - 1; i > 0 && --this.#budget >= 0; i--) {
      if (isBlock(kind[i])) return false;
      if (kind[i] !== TEXT || !this.#hasWords(i)) continue;
      let around = parent[i];
      let inLink = false;
      for (let level = 0; level < MAX_PLACES && around > 0 && last[around] <= link; around = parent[around], level++) {
        // What ends in between is another paragraph.
        if (isBlock(kind[around])) return false;
        if (kind[around] === A) inLink = true;
      }
      if (!inLink && !OPENS.test(textData(this.#tree, i).trim().slice(0, 2))) return true;
    }
    return false;
  }

  /** Whether a link is in code, or in another link, in which none is written. */
  #isHeldOff(link: number): boolean {
    const { kind, parent } = this.#tree;
    for (let node = parent[link], level = 0; level < MAX_LEVELS && node > 0; level++, node = parent[node]) {
      if (CODE.has(kind[node]) || kind[node] === A) return true;
    }
    return false;
  }

  // What is made of them

  #together(found: readonly Note[], links: readonly PageLink[]): Notes {
    const { last } = this.#tree;
    const outermost = [...found].sort((a, b) => a.block - b.block);
    const blocks: Note[] = [];
    for (const note of outermost) {
      const before = blocks.at(-1);
      if (before === undefined || last[before.block] <= note.block) blocks.push(note);
    }
    const ids = new Map<Note, string>();
    const written = new Set(blocks);
    for (const note of found) if (written.has(note)) ids.set(note, noteId(ids.size + 1));
    const references = blocks.flatMap((note) => note.references.map(({ node }) => node)).sort((a, b) => a - b);
    const places = new Map<number, number>();
    for (const node of references) for (const place of this.#ownPlaces(node)) places.set(place, node);
    for (const node of references) {
      for (const place of this.#nearPlaces(node)) if (!places.has(place)) places.set(place, node);
    }
    const back = new Map<number, number>();
    const unspoken: number[] = [];
    const loose: number[] = [];
    for (const { block } of blocks) this.#readBackLinks(block, links, places, back, unspoken, loose);
    // HTML of ours that is cleaned again: only the first paragraph of a note is known to be of it.
    for (const { node, words, target } of links) {
      const reference = places.get(target);
      if (reference === undefined || back.has(node) || !isBackLink(attribute(this.#tree, node, ATTR.href) ?? ''))
        continue;
      this.#goBack(node, words, reference, back, unspoken);
    }
    return {
      blocks: blocks.map(({ block }) => block),
      ids: blocks.map((note) => ids.get(note) ?? ''),
      links: linksOf(found, ids, back),
      unspoken,
      loose,
    };
  }

  /** Finds a note's links back, and which of its words are for them only. */
  #readBackLinks(
    block: number,
    links: readonly PageLink[],
    places: ReadonlyMap<number, number>,
    back: Map<number, number>,
    unspoken: number[],
    loose: number[],
  ): void {
    const { kind, last } = this.#tree;
    let first = -1;
    for (let i = firstFrom(links, block, 0); i < links.length && links[i].node < last[block]; i++) {
      const { node, words, target } = links[i];
      const reference = target < block ? places.get(target) : undefined;
      if (reference === undefined) continue;
      if (this.#goBack(node, words, reference, back, unspoken) && first < 0) first = node;
    }
    for (let i = block + 1; i < first; i++) {
      if (kind[i] !== TEXT || !this.#hasWords(i)) continue;
      if (!POINTERS.test(textData(this.#tree, i).trim())) break;
      loose.push(i);
    }
  }

  /** True where the link says nothing beside where it goes. */
  #goBack(link: number, words: string, reference: number, back: Map<number, number>, unspoken: number[]): boolean {
    const { kind, last } = this.#tree;
    back.set(link, reference);
    if (showsNumber(words) || this.#isHeldOff(link)) return false;
    for (let i = link + 1; i < last[link]; i++) if (kind[i] === TEXT && this.#keep[i] === 1) unspoken.push(i);
    return true;
  }
}

/** The addresses of references and of links back, in document order. */
function linksOf(
  found: readonly Note[],
  ids: ReadonlyMap<Note, string>,
  back: ReadonlyMap<number, number>,
): Map<number, NoteLink> {
  const hrefs = new Map<number, string>();
  for (const note of found) {
    const id = ids.get(note);
    if (id !== undefined) for (const { node } of note.references) hrefs.set(node, `#${id}`);
  }
  const wanted = new Set(back.values());
  const named = new Map<number, string>();
  const links = new Map<number, NoteLink>();
  for (const node of [...hrefs.keys()].sort((a, b) => a - b)) {
    if (wanted.has(node)) named.set(node, referenceId(named.size + 1));
    links.set(node, { href: hrefs.get(node) ?? '', id: named.get(node) });
  }
  for (const [node, reference] of back) {
    const id = named.get(reference);
    if (id !== undefined && !links.has(node)) links.set(node, { href: `#${id}`, id: undefined });
  }
  return links;
}

function isInline(kind: number): boolean {
  const role = roleOf(kind);
  return role === INLINE || role === TRANSPARENT;
}

/** The index of the first link from a node on; `from` is known to be before it. */
function firstFrom(links: readonly PageLink[], node: number, from: number): number {
  return partitionPoint(from, links.length, (i) => links[i].node < node);
}

/**
 * The footnotes among what is kept, or undefined where there are none. Linear in the page.
 *
 * @param keep by node: 1 for each text, image, rule and embedded page that is wanted.
 * @param base the page's own address, for links that name it before their "#".
 */
export function findNotes(tree: Tree, keep: Uint8Array, base: string | undefined): Notes | undefined {
  return new NoteFinder(tree, keep, base).find();
}

/**
 * The footnotes among what is kept, and all others of their lists that kept words refer to: an article has its notes or it
 * has not.
 *
 * @param keep is written to.
 * @param gone by node: 1 for each that a rule took out, with all that is in it.
 */
export function completeNotes(
  tree: Tree,
  keep: Uint8Array,
  gone: Uint8Array,
  base: string | undefined,
): Notes | undefined {
  const { kind, last, parent, count } = tree;
  const kept = findNotes(tree, keep, base);
  if (kept === undefined) return undefined;
  // A note may be a paragraph in a box of its own.
  const lists = new Set(kept.blocks.flatMap((block) => [parent[block], parent[parent[block]]]));
  const shown = keep.slice();
  for (let node = 1; node < count; ) {
    const k = kind[node];
    if (gone[node] === 1 || (k !== TEXT && k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0)) {
      node = last[node];
      continue;
    }
    if (k === TEXT) shown[node] = 1;
    node++;
  }
  for (const block of new NoteFinder(tree, keep, base, shown).find()?.blocks ?? []) {
    if (!lists.has(parent[block]) && !lists.has(parent[parent[block]])) continue;
    for (let node = block; node < last[block]; node++) keep[node] = shown[node];
  }
  return findNotes(tree, keep, base);
}
