/** A table from 32-bit hashes to scores of -127..127, open addressing in two arrays. */
export interface Dictionary {
  /** 0 marks an empty place. */
  readonly keys: Int32Array;
  readonly values: Int8Array;
  /** Length of the arrays - 1; the length is a power of two. */
  readonly mask: number;
}

/** What `lookup` gives for a hash that the dictionary does not hold. */
export const MISSING = -128;

const home = (mask: number, hash: number): number => (hash ^ (hash >>> 15)) & mask;

export function lookup(dictionary: Dictionary, hash: number): number {
  const { keys, mask } = dictionary;
  for (let at = home(mask, hash); ; at = (at + 1) & mask) {
    const key = keys[at];
    if (key === hash) return dictionary.values[at];
    if (key === 0) return MISSING;
  }
}

/** A dictionary of the given hashes and scores. */
export function makeDictionary(hashes: Int32Array, scores: Int8Array): Dictionary {
  let size = 64;
  while (size < hashes.length * 3) size *= 2;
  const keys = new Int32Array(size);
  const values = new Int8Array(size);
  const mask = size - 1;
  for (let i = 0; i < hashes.length; i++) {
    let at = home(mask, hashes[i]);
    while (keys[at] !== 0) at = (at + 1) & mask;
    keys[at] = hashes[i];
    values[at] = scores[i];
  }
  return { keys, values, mask };
}
