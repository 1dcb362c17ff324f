import { HEADING, LIST, type Page } from './blocks.ts';
import type { Boxes } from './boxes.ts';

/** Mean log-odds (in 25ths) of what a box calls itself, at which it is hardly ever content: `author-bio`, `donate`. */
const HARDLY = -40;
/** How many boxes around a block are asked. */
const LEVELS = 3;
/** The share of the kept words that may go so; of a short text, a list of two comments is a larger part. */
const MOST_SHARE = 0.1;
const MOST_SHARE_SHORT = 0.25;
const SHORT = 300;

/** Whether a block stands in a box whose names speak strongly against it. */
function isApart(page: Page, boxes: Boxes, block: number): boolean {
  let x = page.box[block];
  for (let level = 0; level < LEVELS && x > 0; level++, x = page.parent[x]) if (boxes.own[x] <= HARDLY) return true;
  return false;
}

/**
 * Drops the boxes at the end of the content that call themselves something else: about the author, a call to donate.
 * They read like the text above them and stand in the same box, so that a score alone keeps them.
 */
export function dropTail(page: Page, boxes: Boxes, kept: Uint8Array): void {
  let words = 0;
  for (let b = 0; b < page.blocks; b++) if (kept[b] === 1) words += page.words[b];
  let gone = 0;
  let dropped = false;
  for (let b = page.blocks - 1; b >= 0; b--) {
    if (kept[b] === 0) continue;
    const zone = page.zone[page.box[b]];
    // The heading of what has gone heads nothing.
    const heads = dropped && (zone & HEADING) !== 0;
    const most = words < SHORT && (heads || (zone & LIST) !== 0) ? MOST_SHARE_SHORT : MOST_SHARE;
    gone += page.words[b];
    if (gone > words * most || !(heads || isApart(page, boxes, b))) return;
    kept[b] = 0;
    dropped = true;
  }
}
