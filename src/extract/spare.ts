/**
 * Room for columns that are needed for a moment. The engine frees typed arrays late, since they hardly count as objects:
 * in a flood of blocks, each function's own would still be there when the last one is made.
 */
export type Spare = ArrayBuffer[];

/** The smallest room that will do, so that large ones are there for those who need them. It holds anything. */
function borrow(spare: Spare, bytes: number): ArrayBuffer {
  let best = -1;
  for (let i = 0; i < spare.length; i++) {
    const room = spare[i].byteLength;
    if (room >= bytes && (best < 0 || room < spare[best].byteLength)) best = i;
  }
  return best < 0 ? new ArrayBuffer((bytes + 7) & -8) : spare.splice(best, 1)[0];
}

/** A column that holds anything, to be given back. */
export function borrowColumn(spare: Spare, length: number): Int32Array {
  return new Int32Array(borrow(spare, length * 4), 0, length);
}

/** A column of zeros. */
export function borrowSums(spare: Spare, length: number): Float64Array {
  return new Float64Array(borrow(spare, length * 8), 0, length).fill(0);
}

/** Gives back what was borrowed: nobody reads it after. */
export function giveBack(spare: Spare, ...columns: readonly (Int32Array | Float64Array)[]): void {
  for (const { buffer } of columns) if (buffer instanceof ArrayBuffer) spare.push(buffer);
}
