/**
 * Words as 32-bit numbers (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/), ASCII letter case aside, so that a page
 * can be searched for thousands of names without a string being made for any.
 */
export const HASH_START: number = 0x811c9dc5 | 0;

/** The hash with one more UTF-16 unit. Capital ASCII letters count as small ones. */
export function hashUnit(hash: number, unit: number): number {
  const lower = unit >= 65 && unit <= 90 ? unit | 32 : unit;
  return Math.imul(hash ^ lower, 0x01000193);
}

/** The hash of `source.slice(start, end)`. */
export function hashSlice(source: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = hashUnit(hash, source.charCodeAt(i));
  return hash;
}

export function hashWord(word: string): number {
  return hashSlice(word, 0, word.length);
}

/** Whether `source.slice(start, end)` is `word`, which is in small letters, ASCII letter case aside. */
export function sliceIs(source: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const unit = source.charCodeAt(start + i);
    const lower = unit >= 65 && unit <= 90 ? unit | 32 : unit;
    if (lower !== word.charCodeAt(i)) return false;
  }
  return true;
}
