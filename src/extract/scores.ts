import { NOSCRIPT, type Page } from './blocks.ts';
import type { Boxes } from './boxes.ts';
import { BLOCK_FEATURES, FEATURES, type Features, rowWriter, writePage } from './features.ts';
import { addTrees, type Forest, logistic, rankInPlace } from './forest.ts';
import { sameRows } from './same-rows.ts';

/** After so many trees, a block whose log-odds are below `HOPELESS` is given up: half of a page is (see train.py). */
const EARLY_TREES = 45;
const HOPELESS = -3.5;

/** So many rows are written and scored at once: they stay in the processor's cache, and a flood of blocks costs no more. */
const BATCH = 256;
/** From so many blocks on, rows are held against those before: floods are of a few kinds, and trees are what scores cost. */
const MANY_BLOCKS = 1000;

/** The cells of a row are of different kinds up to this one. */
const PLACES = 4;

/** A hash of what tells the kinds of blocks of a flood apart: its size, links, box and place there, and the size before. */
function kindOf(page: Page, { signature, place }: Boxes, b: number): number {
  const box = page.box[b];
  let hash = Math.imul(signature[box] ^ Math.min(place[box], PLACES), 0x85ebca6b);
  hash = Math.imul(hash ^ page.words[b] ^ (page.chars[b] << 8), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ page.linkWords[b] ^ ((b > 0 ? page.words[b - 1] : 0) << 8), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** How likely each block is to belong to the content; 0 for those that are not scored. */
export function scoreBlocks(page: Page, features: Features, forest: Forest): Float32Array {
  const n = page.blocks;
  const batch = Math.min(n, BATCH);
  const rows = new Float32Array(batch * FEATURES);
  const ranked = new Int32Array(rows.buffer);
  const sums = new Float32Array(batch);
  const places = new Int32Array(batch); // of rows
  const members = new Int32Array(batch); // the block of each row
  const write = rowWriter(page, features);
  const early = Math.min(EARLY_TREES, forest.trees);
  const scores = new Float32Array(n);
  const originals = new Int32Array(scores.buffer); // of a block whose row is as another's: ~ the other, below any score
  const sameAs = n < MANY_BLOCKS ? undefined : sameRows(forest, BLOCK_FEATURES);
  for (let i = 0; i < batch; i++) writePage(features, rows, i * FEATURES);
  rankInPlace(ranked);
  for (let b = 0; b < n; ) {
    let count = 0;
    for (; b < n && count < batch; b++) {
      // A `<noscript>` that is not the page itself speaks to those without scripts.
      if (page.words[b] === 0 || (page.zone[page.box[b]] & features.excluded & NOSCRIPT) !== 0) continue;
      const row = count * FEATURES;
      write(b, rows, row);
      if (sameAs === undefined) {
        rankInPlace(ranked, row, row + BLOCK_FEATURES);
      } else {
        const original = sameAs(ranked, row, b, kindOf(page, features.boxes, b));
        if (original !== b) {
          originals[b] = ~original;
          continue;
        }
      }
      members[count] = b;
      places[count] = count;
      count++;
    }
    sums.fill(forest.base);
    addTrees(forest, ranked, FEATURES, places, count, 0, early, sums);
    let left = 0;
    for (let i = 0; i < count; i++) if (sums[i] >= HOPELESS) places[left++] = i;
    addTrees(forest, ranked, FEATURES, places, left, early, forest.trees, sums);
    for (let i = 0; i < count; i++) scores[members[i]] = logistic(sums[i]);
  }
  if (sameAs !== undefined) for (let b = 0; b < n; b++) if (originals[b] < 0) scores[b] = scores[~originals[b]];
  return scores;
}
