import { NOSCRIPT, type Page } from './blocks.ts';
import { BLOCK_FEATURES, FEATURE_NAMES, FEATURES, type Features, rowWriter, writePage } from './features.ts';
import { addTrees, type Forest, logistic, rankInPlace } from './forest.ts';
import { sameRows } from './same-rows.ts';

/** After so many trees, a block whose log-odds are below `HOPELESS` is given up: half of a page is (see train.py). */
const EARLY_TREES = 45;
const HOPELESS = -3.5;

/** So many rows are written and scored at once: they stay in the processor's cache, and a flood of blocks costs no more. */
const BATCH = 256;
/** From so many blocks on, rows are held against those before: floods are of a few kinds, and trees are what scores cost. */
const MANY_BLOCKS = 1000;

/** Features that tell the kinds of rows of a flood apart: its words, characters and links, and the block before. */
const TELLING = ['words', 'charsPerWord', 'linkDensity', 'wordsBefore1'].map((name) => FEATURE_NAMES.indexOf(name));

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
  const sameAs = n < MANY_BLOCKS ? undefined : sameRows(forest, BLOCK_FEATURES, TELLING);
  for (let i = 0; i < batch; i++) writePage(features, rows, i * FEATURES);
  rankInPlace(ranked);
  for (let b = 0; b < n; ) {
    let count = 0;
    for (; b < n && count < batch; b++) {
      // A `<noscript>` that is not the page itself speaks to those without scripts.
      if (page.words[b] === 0 || (page.zone[page.box[b]] & features.excluded & NOSCRIPT) !== 0) continue;
      const row = count * FEATURES;
      write(b, rows, row);
      rankInPlace(ranked, row, row + BLOCK_FEATURES);
      const original = sameAs === undefined ? b : sameAs(ranked, row, b);
      if (original !== b) {
        originals[b] = ~original;
        continue;
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
