import { ATTR } from '../tree/attributes.ts';
import { grown } from '../tree/grown.ts';
import { sliceIs } from '../tree/hash.ts';
import { claimColumn } from '../tree/room.ts';
import { BLOCK, DOCTYPE, HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { attributeIndex, type Tree } from '../tree/tree.ts';
import type { Spare } from './spare.ts';
import {
  CAPITALISED,
  CHARS,
  COMMAS,
  COUNTERS,
  CURRENCIES,
  countText,
  endsSentence,
  endText,
  HEADING_KNOWN,
  HEADING_SCORE,
  IN_DESCRIPTION,
  IN_JSON,
  IN_TITLE,
  isBlank,
  NUMBERS,
  SEPARATORS,
  SHORT_KNOWN,
  SHORT_SCORE,
  STOPS,
  TEXT_HASH,
  WORDS,
  type WordTables,
} from './words.ts';

/** Counts by block, as narrow as the greatest of them lets them be. */
export type Counts = Uint8Array | Uint16Array | Int32Array;

/**
 * A page as blocks: runs of inline content between the borders of elements that are displayed as blocks, of `<br><br>`
 * and of `<hr>`, in document order; and as boxes: the elements that hold them. All arrays are columns: one entry a
 * block or a box.
 */
export interface Page {
  readonly tree: Tree;
  readonly blocks: number;
  /** The first leaf (text, image) of a block and the node behind its last one. */
  readonly first: Int32Array;
  readonly behind: Int32Array;
  /** The innermost box that holds the block. */
  readonly box: Int32Array;
  readonly words: Counts;
  /** Words inside `<a>`. */
  readonly linkWords: Counts;
  readonly chars: Counts;
  readonly commas: Counts;
  readonly numbers: Counts;
  readonly capitalised: Counts;
  readonly stops: Counts;
  readonly currencies: Counts;
  readonly separators: Counts;
  readonly inTitle: Counts;
  readonly inDescription: Counts;
  readonly inJson: Counts;
  /** Mean dictionary score of the words as words of a short text; 0 where none is known. */
  readonly shortScore: Float32Array;
  /** The same as words of a heading, of one block in a heading after the other. */
  readonly headingScores: Float32Array;
  readonly images: Counts;
  readonly textHash: Int32Array;
  /** 1 where the text ends as a sentence does. */
  readonly ends: Uint8Array;

  readonly boxes: number;
  /** The element of a box; box 0 is the root's. */
  readonly node: Int32Array;
  /** The box around; -1 for box 0. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** The blocks of a box: `from .. to`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Bits of what a box and those around it are (below). */
  readonly zone: Int32Array;
  /** 1..6 in a heading, else 0. */
  readonly level: Uint8Array;

  /** Room that those who look at the page lend one another. */
  readonly spare: Spare;
}

// Zones: what a box is or stands in.
export const NAV = 1;
export const FOOTER = 2;
export const ASIDE = 4;
export const DIALOG = 8;
export const HEADER = 16;
export const CONCEALED = 32;
export const ARTICLE = 64;
export const MAIN = 128;
export const FORM = 256;
export const BUTTON = 512;
export const LIST = 1024;
export const TABLE = 2048;
export const CODE = 4096;
export const QUOTE = 8192;
export const FIGURE = 16384;
export const DETAILS = 32768;
export const NOSCRIPT = 65536;
export const HEADING = 131072;
export const BANNER = 262144;

export const H1_LEVEL = 1;

const ZONE_BY_TAG: Readonly<Record<string, number>> = {
  nav: NAV,
  footer: FOOTER,
  aside: ASIDE,
  dialog: DIALOG,
  header: HEADER,
  article: ARTICLE,
  main: MAIN,
  form: FORM,
  fieldset: FORM,
  button: BUTTON,
  ul: LIST,
  ol: LIST,
  dl: LIST,
  menu: LIST,
  table: TABLE,
  pre: CODE,
  blockquote: QUOTE,
  figure: FIGURE,
  details: DETAILS,
  noscript: NOSCRIPT,
  h1: HEADING,
  h2: HEADING,
  h3: HEADING,
  h4: HEADING,
  h5: HEADING,
  h6: HEADING,
};

/** ARIA roles: https://www.w3.org/TR/wai-aria-1.2/#landmark_roles and the widget roles that matter here. */
const ZONE_BY_ROLE: readonly (readonly [role: string, zone: number])[] = [
  ['navigation', NAV],
  ['menu', NAV],
  ['menubar', NAV],
  ['contentinfo', FOOTER],
  ['complementary', ASIDE],
  ['dialog', DIALOG],
  ['alertdialog', DIALOG],
  ['banner', BANNER],
  ['main', MAIN],
  ['article', ARTICLE],
  ['button', BUTTON],
  ['search', FORM],
  ['form', FORM],
];

/** Zones by tag number. */
const TAG_ZONES: Int32Array = Int32Array.from({ length: KNOWN_TAGS }, () => 0);
for (const [name, zone] of Object.entries(ZONE_BY_TAG)) TAG_ZONES[tag(name)] = zone;

/** Elements without a block display that border text all the same. */
const BORDERS: Uint8Array = Uint8Array.from(TAG_FLAGS, (flags) => ((flags & BLOCK) !== 0 ? 1 : 0));
for (const name of ['button', 'noscript', 'head', 'col', 'colgroup']) BORDERS[tag(name)] = 1;

const A = tag('a');
const BR = tag('br');
const H1 = tag('h1');
const H6 = tag('h6');
const HR = tag('hr');
const IMG = tag('img');
const TEMPLATE = tag('template');

/** Whether an inline style hides its element. */
function hidesByStyle(source: string, start: number, end: number): boolean {
  for (let i = source.indexOf('none', start); i >= 0 && i < end; i = source.indexOf('none', i + 4)) {
    let at = i - 1;
    while (at > start && source.charCodeAt(at) <= 32) at--;
    if (source.charCodeAt(at) === 58 && sliceIs(source, Math.max(start, at - 7), at, 'display')) return true;
  }
  return false;
}

/** The zone bits that an element's attributes give it. */
function zoneOfAttributes(tree: Tree, node: number): number {
  const { source, attributeName, valueStart, valueEnd } = tree;
  let zone = 0;
  const last = tree.firstAttribute[node + 1];
  for (let i = tree.firstAttribute[node]; i < last; i++) {
    const name = attributeName[i];
    if (name === ATTR.role) {
      for (const [role, bits] of ZONE_BY_ROLE) if (sliceIs(source, valueStart[i], valueEnd[i], role)) zone |= bits;
    } else if (name === ATTR['aria-modal']) {
      if (sliceIs(source, valueStart[i], valueEnd[i], 'true')) zone |= DIALOG;
    } else if (name === ATTR['aria-hidden']) {
      if (sliceIs(source, valueStart[i], valueEnd[i], 'true')) zone |= CONCEALED;
    } else if (name === ATTR.hidden) {
      zone |= CONCEALED;
    } else if (name === ATTR.style) {
      if (hidesByStyle(source.slice(valueStart[i], valueEnd[i]), 0, valueEnd[i] - valueStart[i])) zone |= CONCEALED;
    }
  }
  return zone;
}

/** What columns of one and of two bytes hold at most. */
const MOST_BYTE = 255;
const MOST_SHORT = 65535;

/** The same counts in a column twice as wide. */
function widened(counts: Counts): Counts {
  return counts instanceof Uint8Array ? new Uint16Array(counts) : new Int32Array(counts);
}

/** The greatest of the counts that stand in columns of one byte at first. */
function mostOf(counts: Int32Array, images: number): number {
  const marks = Math.max(counts[COMMAS], counts[NUMBERS], counts[CAPITALISED], counts[STOPS], counts[CURRENCIES]);
  return Math.max(marks, counts[SEPARATORS], counts[IN_TITLE], counts[IN_DESCRIPTION], counts[IN_JSON], images);
}

/** How many blocks and boxes a page has at most: columns of one entry a node would take several times the room. */
function bounds({ source, count, kind, start, end, last, firstAttribute }: Tree): [blocks: number, boxes: number] {
  let blocks = 1;
  let boxes = 1;
  for (let i = 1; i < count; i++) {
    const k = kind[i];
    if (k === TEXT) {
      if (end[i] > start[i] + 1 || source.charCodeAt(start[i]) > 32) blocks++;
    } else if (k === IMG) {
      blocks++;
    } else if (k > DOCTYPE && last[i] > i + 1) {
      if (k >= KNOWN_TAGS || k === TEMPLATE || BORDERS[k] === 1 || firstAttribute[i + 1] > firstAttribute[i]) boxes++;
    }
  }
  return [blocks, boxes];
}

/**
 * One walk over the nodes. `removed[node] = 1` leaves a subtree out; `tables` is what words are looked up in; `room` is
 * what columns may be written over.
 */
export function segment(
  tree: Tree,
  removed: Uint8Array,
  tables: WordTables | undefined,
  room: Int32Array[] = [],
): Page {
  const { source, count, kind, last } = tree;
  const [mostBlocks, mostBoxes] = bounds(tree);
  const column = (): Int32Array => claimColumn(room, mostBlocks);
  const narrow = (): Counts => new Uint8Array(mostBlocks);
  const boxColumn = (): Int32Array => claimColumn(room, mostBoxes);
  const first = column();
  const behind = column();
  const box = column();
  let words: Counts = new Uint16Array(mostBlocks);
  let linkWords: Counts = new Uint16Array(mostBlocks);
  let chars: Counts = new Uint16Array(mostBlocks);
  let commas = narrow();
  let numbers = narrow();
  let capitalised = narrow();
  let stops = narrow();
  let currencies = narrow();
  let separators = narrow();
  let inTitle = narrow();
  let inDescription = narrow();
  let inJson = narrow();
  const shortScore = new Float32Array(mostBlocks);
  let headingScores: Float32Array = new Float32Array(16);
  let headings = 0;
  let images = narrow();
  const textHash = column();
  const ends = new Uint8Array(mostBlocks);
  const node = boxColumn();
  const parent = boxColumn();
  const depth = boxColumn();
  const from = boxColumn();
  const to = boxColumn();
  const zone = boxColumn();
  const level = new Uint8Array(mostBoxes);

  const counts = new Int32Array(COUNTERS);
  let mostLong = MOST_SHORT; // what the columns of words and characters hold
  let mostShort = MOST_BYTE; // and the others
  let blocks = 0;
  let boxes = 1;
  let current = 0; // the innermost open box
  let linkEnd = 0; // the node behind the open link
  let open = false; // whether a block is open
  let breaks = 0;
  let blockImages = 0;
  let blockLinkWords = 0;
  parent[0] = -1;

  const widenLong = (): void => {
    mostLong = Number.POSITIVE_INFINITY;
    words = widened(words);
    linkWords = widened(linkWords);
    chars = widened(chars);
  };
  const widenShort = (): void => {
    mostShort = mostShort === MOST_BYTE ? MOST_SHORT : Number.POSITIVE_INFINITY;
    commas = widened(commas);
    numbers = widened(numbers);
    capitalised = widened(capitalised);
    stops = widened(stops);
    currencies = widened(currencies);
    separators = widened(separators);
    inTitle = widened(inTitle);
    inDescription = widened(inDescription);
    inJson = widened(inJson);
    images = widened(images);
  };
  const close = (): void => {
    open = false;
    endText(counts, tables);
    // Each count of a text is one of its characters or words.
    if (counts[CHARS] > mostLong) widenLong();
    while (Math.max(counts[CHARS], blockImages) > mostShort && mostOf(counts, blockImages) > mostShort) widenShort();
    words[blocks] = counts[WORDS];
    chars[blocks] = counts[CHARS];
    // Most are zeros, as new columns are: those of a flood take no room while nothing is written there.
    if (blockLinkWords > 0) linkWords[blocks] = Math.min(blockLinkWords, counts[WORDS]);
    if (counts[COMMAS] > 0) commas[blocks] = counts[COMMAS];
    if (counts[NUMBERS] > 0) numbers[blocks] = counts[NUMBERS];
    if (counts[CAPITALISED] > 0) capitalised[blocks] = counts[CAPITALISED];
    if (counts[STOPS] > 0) stops[blocks] = counts[STOPS];
    if (counts[CURRENCIES] > 0) currencies[blocks] = counts[CURRENCIES];
    if (counts[SEPARATORS] > 0) separators[blocks] = counts[SEPARATORS];
    if (counts[IN_TITLE] > 0) inTitle[blocks] = counts[IN_TITLE];
    if (counts[IN_DESCRIPTION] > 0) inDescription[blocks] = counts[IN_DESCRIPTION];
    if (counts[IN_JSON] > 0) inJson[blocks] = counts[IN_JSON];
    if (blockImages > 0) images[blocks] = blockImages;
    if (counts[SHORT_KNOWN] > 0) shortScore[blocks] = counts[SHORT_SCORE] / counts[SHORT_KNOWN];
    if ((zone[box[blocks]] & HEADING) !== 0 && level[box[blocks]] > 0) {
      headingScores = grown(headingScores, headings);
      headingScores[headings++] = counts[HEADING_SCORE] / Math.max(1, counts[HEADING_KNOWN]);
    }
    textHash[blocks] = counts[TEXT_HASH];
    if (endsSentence(counts)) ends[blocks] = 1;
    blocks++;
  };
  const leaf = (at: number): void => {
    if (!open) {
      open = true;
      counts.fill(0);
      blockImages = 0;
      blockLinkWords = 0;
      first[blocks] = at;
      box[blocks] = current;
    }
    behind[blocks] = at + 1;
    breaks = 0;
  };

  for (let i = 1; i < count; ) {
    while (current > 0 && i >= last[node[current]]) {
      if (open) close();
      to[current] = blocks;
      current = parent[current];
    }
    const k = kind[i];
    if (k === TEXT) {
      const start = tree.start[i];
      const end = tree.end[i];
      if (isBlank(source, start, end)) {
        if (open && (zone[current] & CODE) !== 0) leaf(i);
        else if (open) countText(' ', 0, 1, counts, tables);
      } else {
        leaf(i);
        const before = counts[WORDS];
        const rest = tree.remainders.size > 0 ? tree.remainders.get(i) : undefined;
        if (rest === undefined) countText(source, start, end, counts, tables);
        else countText(rest, 0, rest.length, counts, tables);
        if (i < linkEnd) blockLinkWords += counts[WORDS] - before;
      }
      i++;
      continue;
    }
    if (k <= DOCTYPE) {
      i++;
      continue;
    }
    const flags = k < KNOWN_TAGS ? TAG_FLAGS[k] : 0;
    if (removed[i] === 1 || ((flags & HIDDEN) !== 0 && !isShadowTemplate(tree, i, k))) {
      i = last[i];
      continue;
    }
    if (k === BR) {
      if (open && ++breaks > 1) close();
      else if (open) countText(' ', 0, 1, counts, tables);
      i++;
      continue;
    }
    if (k === IMG) {
      leaf(i);
      blockImages++;
      i++;
      continue;
    }
    if (k === A) linkEnd = Math.max(linkEnd, last[i]);
    const zones = zoneOfAttributes(tree, i);
    // An element that the standard does not know is a component: what it holds is a piece of the page.
    const borders = k >= KNOWN_TAGS || k === TEMPLATE || BORDERS[k] === 1 || (zones & ~CONCEALED) !== 0;
    if (borders) {
      if (open) close();
      if (k !== HR && last[i] > i + 1) {
        node[boxes] = i;
        parent[boxes] = current;
        depth[boxes] = depth[current] + 1;
        from[boxes] = blocks;
        zone[boxes] = zone[current] | zones | (k < KNOWN_TAGS ? TAG_ZONES[k] : 0);
        level[boxes] = k >= H1 && k <= H6 ? k - H1 + H1_LEVEL : level[current];
        current = boxes++;
      }
    }
    i++;
  }
  if (open) close();
  while (current >= 0) {
    to[current] = blocks;
    current = parent[current];
  }
  return {
    tree,
    blocks,
    first,
    behind,
    box,
    words,
    linkWords,
    chars,
    commas,
    numbers,
    capitalised,
    stops,
    currencies,
    separators,
    inTitle,
    inDescription,
    inJson,
    shortScore,
    headingScores,
    images,
    textHash,
    ends,
    boxes,
    node,
    parent,
    depth,
    from,
    to,
    zone,
    level,
    spare: [],
  };
}

/** The innermost inline element round a block's first leaf, or -1. */
export function inlineOf({ tree, first, box, node }: Page, block: number): number {
  const around = tree.parent[first[block]];
  return around === node[box[block]] ? -1 : around;
}

function isShadowTemplate(tree: Tree, node: number, kind: number): boolean {
  return kind === TEMPLATE && attributeIndex(tree, node, ATTR.shadowrootmode) >= 0;
}
