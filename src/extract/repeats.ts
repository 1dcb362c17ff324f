import { IntStack } from '../tree/int-stack.ts';
import { CODE, CONCEALED, HEADING, NOSCRIPT, type Page, QUOTE, TABLE } from './blocks.ts';
import type { Boxes } from './boxes.ts';
import { PairNumbers } from './pairs.ts';

/**
 * Texts that stand on a page more than once: a version for phones beside the one for wide screens, the
 * post that a reply quotes, what a page's `<noscript>` says again.
 */
export interface Repeats {
  /** How often each block's text stands on the page. */
  readonly count: Int32Array;
  /**
   * The block before of which it is a copy, so that only one of both belongs to the content: -1 for most; empty where
   * the page has no copies.
   */
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
  const count = new Int32Array(n); // at first the text's number
  let twin = new Int32Array(0);
  const texts = new PairNumbers();
  const latest = new IntStack(); // by text: the last block with it, and how many there are
  const counts = new IntStack();
  for (let b = 0; b < n; b++) {
    const text = texts.numberOf(page.textHash[b], 0);
    count[b] = text;
    if (text === counts.length) {
      latest.push(b);
      counts.push(1);
      continue;
    }
    if (page.words[b] >= TWIN_WORDS && isCopy(page, boxes, latest.at(text), b)) {
      if (twin.length === 0) twin = new Int32Array(n).fill(-1);
      twin[b] = latest.at(text);
    }
    latest.set(text, b);
    counts.set(text, counts.at(text) + 1);
  }
  for (let b = 0; b < n; b++) count[b] = counts.at(count[b]);
  return { count, twin };
}

/** Of two blocks with one text, leaves a score to the heading, or else to the likelier one. */
export function dropTwins(page: Page, { twin }: Repeats, scores: Float32Array): void {
  for (let b = 0; b < twin.length; b++) {
    const a = twin[b];
    if (a < 0) continue;
    const headingA = page.zone[page.box[a]] & HEADING;
    const headingB = page.zone[page.box[b]] & HEADING;
    const second = headingA === headingB ? scores[b] > scores[a] : headingB > headingA;
    scores[second ? a : b] = 0;
  }
}
