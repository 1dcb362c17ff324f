import { type Forest, rankInPlace } from './forest.ts';

/** So many rows are remembered, one for each number that a kind begins with. */
const SLOT_BITS = 6;
const SLOTS = 1 << SLOT_BITS;
/** After so many rows, a page of which less than one in `LEAST_SHARE` is as another is given up. */
const TRIAL = 512;
const LEAST_SHARE = 8;
/** Above any rank; ranks are halved, so that no difference of two of these numbers is out of range. */
const ABOVE = 0x40000000;

/**
 * Finds rows that no tree can tell from one before: each feature lies between the same two of the forest's cuts. Blocks
 * of a flood differ in their places alone, so this is how nearly all of them are found, and their scores are the same
 * to the last bit.
 *
 * @param width features of a row that may differ, the first ones of it
 * @returns a function of the bits of rows, the place at which a row begins, a number for it, and a hash of its kind, which
 *   is the same for rows that may well be the same. It makes ranks of the row's bits and gives the number of an earlier row
 *   that is the same to the forest, or the row's own.
 */
export function sameRows(
  { cuts }: Forest,
  width: number,
): (rows: Int32Array, row: number, number: number, kind: number) => number {
  // By slot and feature: the cut that the remembered row reaches, and the last rank below the next; at first none does.
  const low = new Int32Array(SLOTS * width).fill(ABOVE);
  const high = new Int32Array(SLOTS * width);
  const numbers = new Int32Array(SLOTS);
  let asked = 0;
  let found = 0;
  return (rows, row, number, kind) => {
    if (asked >= TRIAL && found * LEAST_SHARE < asked) {
      rankInPlace(rows, row, row + width);
      return number;
    }
    asked++;
    const slot = kind >>> (32 - SLOT_BITS);
    const start = slot * width;
    let outside = 0; // below 0 as soon as one rank is
    for (let f = 0; f < width; f++) {
      const bits = rows[row + f];
      const rank = (bits ^ ((bits >> 31) & 0x7fffffff)) >> 1;
      rows[row + f] = rank;
      outside |= (rank - low[start + f]) | (high[start + f] - rank);
    }
    if (outside >= 0) {
      found++;
      return numbers[slot];
    }
    numbers[slot] = number;
    for (let f = 0; f < width; f++) {
      const rank = rows[row + f];
      if (rank >= low[start + f] && rank <= high[start + f]) continue;
      const table = f < cuts.length ? cuts[f] : NO_CUTS;
      const above = firstAbove(table, rank);
      low[start + f] = above === 0 ? -ABOVE : table[above - 1];
      high[start + f] = above === table.length ? ABOVE - 1 : table[above] - 1;
    }
    return number;
  };
}

const NO_CUTS = new Int32Array(0);

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
