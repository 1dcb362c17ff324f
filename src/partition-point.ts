/**
 * The first of the indices `from .. to` for which a condition does not hold, or `to`; it holds for none behind one for
 * which it does not. Takes as many looks as the range's length has binary digits.
 */
export function partitionPoint(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
