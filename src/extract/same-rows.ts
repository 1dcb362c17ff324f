import type { Forest } from './forest.ts';

/** How many rows are remembered; a power of two. */
const SLOTS = 64;
/** After so many rows, a page of which less than one in `LEAST_SHARE` is as another is given up. */
const TRIAL = 512;
const LEAST_SHARE = 8;
/** Above any rank, which are halved. */
const ABOVE = 0x7fffffff;

/**
 * Finds rows that no tree can tell from one before: each feature lies between the same two of the forest's cuts. Blocks
 * of a flood differ in their places alone, so this is how nearly all of them are found, and their scores are the same
 * to the last bit.
 *
 * @param width features of a row that may differ, the first ones of it
 * @param telling features by which a row is remembered
 * @returns a function of rows of feature ranks, the place at which a row begins, and a number for it: the number of an
 *   earlier row that is the same to the forest, or its own.
 */
export function sameRows(
  { cuts }: Forest,
  width: number,
  telling: readonly number[],
): (rows: Int32Array, row: number, number: number) => number {
  const features: number[] = [];
  for (let f = 0; f < Math.min(width, cuts.length); f++) if (cuts[f].length > 0) features.push(f);
  const count = features.length;
  const compared = Int32Array.from(features);
  // By slot and feature: the cuts between which the remembered row lies, at first none.
  const low = new Int32Array(SLOTS * count).fill(ABOVE);
  const high = new Int32Array(SLOTS * count);
  const numbers = new Int32Array(SLOTS);
  let asked = 0;
  let found = 0;
  return (rows, row, number) => {
    if (asked >= TRIAL && found * LEAST_SHARE < asked) return number;
    asked++;
    let hash = 0;
    for (const f of telling) hash = Math.imul(hash ^ rows[row + f], 0x85ebca6b);
    const slot = hash >>> 26;
    let same = true;
    for (let i = 0, at = slot * count; i < count; i++, at++) {
      const rank = rows[row + compared[i]];
      if (rank >= low[at] && rank < high[at]) continue;
      same = false;
      const table = cuts[compared[i]];
      const above = firstAbove(table, rank);
      low[at] = above === 0 ? -ABOVE : table[above - 1];
      high[at] = above === table.length ? ABOVE : table[above];
    }
    if (!same) numbers[slot] = number;
    else found++;
    return numbers[slot];
  };
}

/** The place of the first cut above a rank: the others are reached. */
function firstAbove(cuts: Int32Array, rank: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle] <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
