import { fold, IGNORED, isUnspaced, isWord } from './fold.ts';

/** A word longer than this is compared by its beginning: no label starts with a longer one. */
const WORD_LIMIT = 24;
/** Marks that may stand before a line's first word or behind its last: bullets, brackets, pictures. */
const MARKS_LIMIT = 8;
/** Offset basis and prime of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** `ASCII[code]`: the folded unit if it belongs to a word, else 0. */
const ASCII: Uint8Array = new Uint8Array(128);
for (let code = 1; code < 128; code++) if (isWord(fold(code))) ASCII[code] = fold(code);

/** The folded unit if it belongs to a word, 0 if not, -1 if it has no width. */
function wordUnit(code: number): number {
  if (code < 128) return ASCII[code];
  const folded = fold(code);
  if (folded === IGNORED) return -1;
  return isWord(folded) ? folded : 0;
}

/**
 * Hash of the word that begins at `from`, over folded units. In scripts without blanks a "word" is two units, or one
 * where `single` says so.
 */
export function hashWord(source: string, from: number, end: number, single = false): number {
  let hash = BASIS;
  let taken = 0;
  for (let i = from; i < end && taken < WORD_LIMIT; i++) {
    const unit = wordUnit(source.charCodeAt(i));
    if (unit === 0) break;
    if (unit < 0) continue;
    hash = Math.imul(hash ^ unit, PRIME);
    taken++;
    if (unit >= 0xe00 && isUnspaced(unit) && (single || taken === 2)) break;
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Hash of a whole folded text. */
export function hashText(folded: string): number {
  let hash = BASIS;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Hash of the first two words from `from` on, or 0 where there is only one or they have no blanks between. */
export function hashPair(source: string, from: number, end: number): number {
  let hash = BASIS;
  let words = 0;
  let inside = false;
  let taken = 0;
  for (let i = from; i < end; i++) {
    const unit = wordUnit(source.charCodeAt(i));
    if (unit < 0) continue;
    if (unit === 0) {
      if (inside && words === 2) break;
      inside = false;
      if (++taken > WORD_LIMIT + MARKS_LIMIT) return 0;
      continue;
    }
    if (!inside) {
      words++;
      taken = 0;
      hash = Math.imul(hash ^ 0x20, PRIME);
      inside = true;
    }
    if (unit >= 0xe00 && isUnspaced(unit)) return 0;
    if (taken++ < WORD_LIMIT) hash = Math.imul(hash ^ unit, PRIME);
    else if (words === 2) break;
    else if (taken > 4 * WORD_LIMIT) return 0;
  }
  return words === 2 ? (hash ^ (hash >>> 15)) >>> 0 : 0;
}

/** Where the last word before `end` begins: a whole word, or two units of a script without blanks. */
export function lastWordStart(source: string, start: number, end: number): number {
  let at = end;
  let taken = 0;
  let wasUnspaced = false;
  while (at > start && taken < WORD_LIMIT) {
    const unit = wordUnit(source.charCodeAt(at - 1));
    if (unit === 0) break;
    const unspaced = unit >= 0xe00 && isUnspaced(unit);
    if (unit > 0) {
      if (taken > 0 && unspaced !== wasUnspaced) break; // another script begins another word
      wasUnspaced = unspaced;
      taken++;
    }
    at--;
    if (taken === 2 && unspaced) break;
  }
  return at;
}

/** Where the first word begins: marks stand before it, but not many. -1 where there is no word. */
export function firstWord(source: string, start: number, end: number): number {
  let at = start;
  const limit = Math.min(end, start + MARKS_LIMIT);
  while (at < limit && wordUnit(source.charCodeAt(at)) <= 0) at++;
  return at < limit ? at : -1;
}

/** The end of the last word: closing marks and zero-width units stand behind it, but not many. */
export function endOfWords(source: string, start: number, end: number): number {
  let at = end;
  const limit = Math.max(start, end - MARKS_LIMIT);
  while (at > limit && wordUnit(source.charCodeAt(at - 1)) <= 0) at--;
  return at;
}

/** Whether the word that begins at `from` is all there is before `end`, but for closing marks. */
export function isOnlyWord(source: string, from: number, end: number): boolean {
  let at = from;
  const limit = Math.min(end, from + 2 * WORD_LIMIT);
  while (at < limit && wordUnit(source.charCodeAt(at)) !== 0) at++;
  return end - at <= MARKS_LIMIT;
}

/** Slot of the last two units before `end`, for a table of `UNIT_SLOTS`: tells most last words apart without a hash. */
export function lastUnits(source: string, end: number): number {
  const last = end > 0 ? wordUnit(source.charCodeAt(end - 1)) : 0;
  const before = end > 1 ? wordUnit(source.charCodeAt(end - 2)) : 0;
  return (last * 61 + before) & (UNIT_SLOTS - 1);
}

export const UNIT_SLOTS: number = 1 << 12;
