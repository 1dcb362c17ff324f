import { CODE, CONCEALED, HEADING, NOSCRIPT, type Page, QUOTE, TABLE } from './blocks.ts';
import type { Boxes } from './boxes.ts';
import { borrowColumn, borrowTable, giveBack } from './spare.ts';

/**
 * Texts that stand on a page more than once: a version for phones beside the one for wide screens, the
 * post that a reply quotes, what a page's `<noscript>` says again.
 */
export interface Repeats {
  /** How often each block's text stands on the page. */
  readonly count: Int32Array;
  /** The block before of which it is a copy, so that only one of both belongs to the content: -1 for most. */
  readonly twin: Int32Array;
}

/** A text of fewer words than this is no copy of another. */
const TWIN_WORDS = 5;
/** Blocks of one make share the signatures of so many boxes around. */
const MAKE_LEVELS = 3;
/** Copies differ in these; the items of a list, which may well say the same, do not. */
const MAKE_ZONES = CONCEALED | NOSCRIPT | QUOTE;
/** Cells and samples of code say the same as something else for reasons of their own. */
const APART = TABLE | CODE;

/** Whether of two blocks with the same text one is a copy: of another make, and neither a cell nor code. */
function isCopy(page: Page, boxes: Boxes, a: number, b: number): boolean {
  let x = page.box[a];
  let y = page.box[b];
  if (((page.zone[x] | page.zone[y]) & APART) !== 0) return false;
  if (page.depth[x] !== page.depth[y] || ((page.zone[x] ^ page.zone[y]) & MAKE_ZONES) !== 0) return true;
  for (let level = 0; level < MAKE_LEVELS && x !== y && x > 0 && y > 0; level++) {
    if (boxes.signature[x] !== boxes.signature[y]) return true;
    x = page.parent[x];
    y = page.parent[y];
  }
  return false;
}

export function findRepeats(page: Page, boxes: Boxes): Repeats {
  const n = page.blocks;
  const count = new Int32Array(n);
  const twin = new Int32Array(n).fill(-1);
  const table = borrowTable(page.spare, n); // the first block with a text
  const mask = table.length - 1;
  const first = borrowColumn(page.spare, n);
  const latest = borrowColumn(page.spare, n); // by first block: the last one with its text
  for (let b = 0; b < n; b++) {
    const hash = page.textHash[b];
    let at = (Math.imul(hash, 0x85ebca6b) >>> 7) & mask;
    while (table[at] >= 0 && page.textHash[table[at]] !== hash) at = (at + 1) & mask;
    if (table[at] < 0) table[at] = b;
    else if (page.words[b] >= TWIN_WORDS && isCopy(page, boxes, latest[table[at]], b)) twin[b] = latest[table[at]];
    first[b] = table[at];
    latest[first[b]] = b;
    count[first[b]]++;
  }
  for (let b = 0; b < n; b++) count[b] = count[first[b]];
  giveBack(page.spare, table, first, latest);
  return { count, twin };
}

/** Of two blocks with one text, leaves a score to the heading, or else to the likelier one. */
export function dropTwins(page: Page, { twin }: Repeats, scores: Float32Array): void {
  for (let b = 0; b < page.blocks; b++) {
    const a = twin[b];
    if (a < 0) continue;
    const headingA = page.zone[page.box[a]] & HEADING;
    const headingB = page.zone[page.box[b]] & HEADING;
    const second = headingA === headingB ? scores[b] > scores[a] : headingB > headingA;
    scores[second ? a : b] = 0;
  }
}
