import { HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import type { Page } from './blocks.ts';
import { borrowColumn, giveBack } from './spare.ts';

const BR = tag('br');
const HR = tag('hr');
const IMG = tag('img');
/** An image is kept where at least this share of the words around it is. */
const IMAGE_SHARE = 0.5;

/** Marks the leaves of `from .. to` that are shown. */
function markLeaves(page: Page, removed: Uint8Array, keep: Uint8Array, from: number, to: number): void {
  const { kind, last } = page.tree;
  for (let i = from; i < to; ) {
    const k = kind[i];
    if (removed[i] === 1 || (k > TEXT && k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0)) {
      i = last[i];
      continue;
    }
    if (k === TEXT || k === IMG || k === BR) keep[i] = 1;
    i++;
  }
}

/** Marks the line breaks and rules that stand between two kept blocks. */
function markBreaks(page: Page, removed: Uint8Array, keep: Uint8Array, from: number, to: number): void {
  const { kind, last } = page.tree;
  for (let i = from; i < to; ) {
    const k = kind[i];
    if (removed[i] === 1 || (k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0)) {
      i = last[i];
      continue;
    }
    if (k === BR || k === HR) keep[i] = 1;
    i++;
  }
}

/** Blocks of images alone follow the words around them: kept where half of their box's words are. */
export function keepImages(page: Page, kept: Uint8Array): void {
  const words = borrowColumn(page.spare, page.blocks + 1);
  const keptWords = borrowColumn(page.spare, page.blocks + 1);
  words[0] = 0;
  keptWords[0] = 0;
  for (let b = 0; b < page.blocks; b++) {
    words[b + 1] = words[b] + page.words[b];
    keptWords[b + 1] = keptWords[b] + (kept[b] === 1 ? page.words[b] : 0);
  }
  for (let b = 0; b < page.blocks; b++) {
    if (page.words[b] > 0 || page.images[b] === 0) continue;
    let box = page.box[b];
    for (let level = 0; level < MAX_LEVELS && box > 0; level++) {
      if (words[page.to[box]] > words[page.from[box]]) break;
      box = page.parent[box];
    }
    const around = words[page.to[box]] - words[page.from[box]];
    const keptAround = keptWords[page.to[box]] - keptWords[page.from[box]];
    if (around > 0 && keptAround >= around * IMAGE_SHARE) kept[b] = 1;
  }
  giveBack(page.spare, words, keptWords);
}
/** How far an image looks for words around it: nested wrappers, not the page. */
const MAX_LEVELS = 8;

/** The leaves (text, images, breaks, rules) of the kept blocks, as one entry a node. */
export function keepLeaves(page: Page, removed: Uint8Array, kept: Uint8Array): Uint8Array {
  const keep = new Uint8Array(page.tree.count);
  let previous = -1;
  for (let b = 0; b < page.blocks; b++) {
    if (kept[b] === 0) continue;
    markLeaves(page, removed, keep, page.first[b], page.behind[b]);
    if (previous === b - 1 && previous >= 0) markBreaks(page, removed, keep, page.behind[previous], page.first[b]);
    previous = b;
  }
  return keep;
}
