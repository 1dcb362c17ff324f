import { ASIDE, BUTTON, CODE, CONCEALED, DIALOG, FOOTER, FORM, NAV, NOSCRIPT, type Page, QUOTE } from './blocks.ts';
import { borrowColumn, giveBack } from './spare.ts';

/** Where no paragraph of an article stands, whatever stands around it. */
const ELSEWHERE = NAV | FOOTER | ASIDE | DIALOG | BUTTON | FORM | CONCEALED | NOSCRIPT;
/** What belongs to the paragraphs around it on a page of any length: a sample of code, a quotation. */
const PART = CODE | QUOTE;
/** A page with fewer words than this is short: a paragraph more or less is a large part of it, and scores are unsure. */
const SHORT_PAGE = 400;
/** How many blocks in a row may be missing. */
const MAX_GAP = 4;
/** How deep below the box that holds its kept neighbours a missing block may lie. */
const MAX_DEPTH = 4;
/** The share of a box's words that must be kept for it to be the content's own. */
const KEPT_SHARE = 0.6;
/** A paragraph of at least so many words at the end of a short page is kept from this score on. */
const LEAST_PARAGRAPH = 8;
const DOUBT = 0.4;
/** The share of a missing block's words that may be links. */
const LINK_SHARE = 0.25;

/**
 * Keeps what stands between kept blocks in a box that is mostly kept: a code sample, a list or a paragraph among the
 * paragraphs of an article. Blocks are scored one by one, and on pages with little text a score alone says little.
 */
export function fillGaps(page: Page, scores: Float32Array, kept: Uint8Array): void {
  const { blocks, words, linkWords, box, zone, depth, parent, from, to, spare } = page;
  const keptBefore = borrowColumn(spare, blocks + 1);
  const wordsBefore = borrowColumn(spare, blocks + 1);
  keptBefore[0] = 0;
  wordsBefore[0] = 0;
  for (let b = 0; b < blocks; b++) {
    wordsBefore[b + 1] = wordsBefore[b] + words[b];
    keptBefore[b + 1] = keptBefore[b] + (kept[b] === 1 ? words[b] : 0);
  }
  const short = wordsBefore[blocks] < SHORT_PAGE;
  let before = -1;
  for (let b = 0; b < blocks; b++) {
    if (kept[b] === 0) continue;
    if (before >= 0 && b - before > 1 && b - before - 1 <= MAX_GAP) {
      // The innermost box that holds both neighbours.
      let around = box[before];
      while (around > 0 && to[around] <= b) around = parent[around];
      const share =
        (keptBefore[to[around]] - keptBefore[from[around]]) / (wordsBefore[to[around]] - wordsBefore[from[around]]);
      if (share >= KEPT_SHARE) {
        for (let missing = before + 1; missing < b; missing++) {
          if (!short && (zone[box[missing]] & PART) === 0) continue;
          // What scores nothing at all is the copy of another block.
          if (scores[missing] === 0 || words[missing] === 0) continue;
          if (linkWords[missing] > words[missing] * LINK_SHARE) continue;
          if ((zone[box[missing]] & ELSEWHERE) !== 0 || depth[box[missing]] - depth[around] > MAX_DEPTH) continue;
          kept[missing] = 1;
        }
      }
    }
    before = b;
  }
  if (short && before >= 0) extend(page, scores, kept, before, keptBefore, wordsBefore);
  giveBack(spare, keptBefore, wordsBefore);
}

/** Keeps the paragraphs that follow the last kept block of a short page, where the scores are in doubt of them. */
function extend(
  { blocks, words, linkWords, box, zone, depth, parent, from, to }: Page,
  scores: Float32Array,
  kept: Uint8Array,
  last: number,
  keptBefore: Int32Array,
  wordsBefore: Int32Array,
): void {
  for (let b = last + 1, end = Math.min(blocks, last + 1 + MAX_GAP); b < end; b++) {
    if (words[b] === 0) continue;
    if (words[b] < LEAST_PARAGRAPH || linkWords[b] > 0 || scores[b] < DOUBT) return;
    let around = box[last];
    while (around > 0 && to[around] <= b) around = parent[around];
    const share =
      (keptBefore[to[around]] - keptBefore[from[around]]) / (wordsBefore[to[around]] - wordsBefore[from[around]]);
    if (share < KEPT_SHARE || (zone[box[b]] & ELSEWHERE) !== 0 || depth[box[b]] - depth[around] > MAX_DEPTH) return;
    kept[b] = 1;
  }
}
