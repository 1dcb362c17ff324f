import { borrowColumn, giveBack, type Spare } from './spare.ts';

const DIGIT_BITS = 10;
const DIGITS = 1 << DIGIT_BITS;
/** The bits of a float between 0 and 1: the signs of number and exponent are 0. */
const FLOAT_BITS = 30;

/**
 * The first `count` of some ascending blocks, the greatest scores (0..1) first, equal ones as they were. To be given
 * back. The bits of such floats are in the order of the floats, so they are sorted digit by digit: a sort by a function
 * copies what it sorts into arrays of eight times the room.
 */
export function byScore(blocks: Int32Array, count: number, scores: Float32Array, spare: Spare): Int32Array {
  const bits = new Int32Array(scores.buffer, scores.byteOffset, scores.length);
  let order = borrowColumn(spare, count);
  let sorted = borrowColumn(spare, count);
  order.set(blocks.subarray(0, count));
  const places = new Int32Array(DIGITS);
  for (let shift = 0; shift < FLOAT_BITS; shift += DIGIT_BITS) {
    places.fill(0);
    for (let i = 0; i < count; i++) places[(bits[order[i]] >> shift) & (DIGITS - 1)]++;
    let place = 0;
    for (let digit = DIGITS - 1; digit >= 0; digit--) {
      const members = places[digit];
      places[digit] = place;
      place += members;
    }
    for (let i = 0; i < count; i++) sorted[places[(bits[order[i]] >> shift) & (DIGITS - 1)]++] = order[i];
    [order, sorted] = [sorted, order];
  }
  giveBack(spare, sorted);
  return order;
}
