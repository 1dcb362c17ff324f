import { HASH_START, hashSlice, hashUnit, hashWord, sliceIs } from '../tree/hash.ts';
import type { Rule, Signature } from '../types.ts';
import { addNumber, type ByHash, byHash, type HashPairs, pairsOf } from './by-hash.ts';
import type { SelectorTest } from './selector.ts';

/** One signature of one rule, under the words that lead to it. */
export interface Entry {
  readonly rule: Rule;
  readonly signature: Signature;
  /** The place of the rule in its list: of two that match the same thing, the first one names it. */
  readonly order: number;
  /** The number of the only element that it is for; -1 for any, or for one that no standard knows. */
  readonly kind: number;
  /** The word that leads here, in small letters: what stands before the `*`, if there is one. */
  readonly word: string;
  /** What must stand at the end of the page's word: what stands behind the `*`. Alone, it begins with `-` or `_`. */
  readonly tail: string;
  readonly test: SelectorTest | undefined;
}

/**
 * Words, beginnings of words and their last parts by hash. `bits` is a Bloom filter of all, so that a page's words, nearly none of which
 * any rule knows, cost one look at a byte each, however many rules there are.
 */
export interface WordTable {
  readonly exact: ByHash<Entry>;
  readonly prefix: ByHash<Entry>;
  /** By the last part, behind the last `-` or `_`. */
  readonly suffix: ByHash<Entry>;
  readonly bits: Uint8Array;
  readonly mask: number;
}

/** A table as numbers alone: hashes of words, and the numbers of the places that give the entries. */
export interface PackedTable {
  readonly exact: HashPairs;
  readonly prefix: HashPairs;
  readonly suffix: HashPairs;
}

/** Collects the words of a table. */
export interface Words {
  readonly exact: Map<number, number[]>;
  readonly prefix: Map<number, number[]>;
  readonly suffix: Map<number, number[]>;
}

export const noWords = (): Words => ({ exact: new Map(), prefix: new Map(), suffix: new Map() });

const EXACT = 1;
const PREFIX = 2;
const SUFFIX = 4;

/** The word that leads to a pattern's entry, and what must stand at the end of the page's word. */
export function wordAndTail(pattern: string): Pick<Entry, 'word' | 'tail'> {
  const lower = pattern.toLowerCase();
  const star = lower.indexOf('*');
  return star < 0 ? { word: lower, tail: '' } : { word: lower.slice(0, star), tail: lower.slice(star + 1) };
}

/**
 * Puts the number of a place under the hash of its pattern.
 *
 * @throws {TypeError} for a pattern with no word of two characters or more to find it by.
 */
export function addWord(words: Words, pattern: string, rule: string, place: number): void {
  const { word, tail } = wordAndTail(pattern);
  const isSuffix = word === '' && /^[-_].*[a-z\d]{2}$/.test(tail);
  if ((word.length < 2 && !isSuffix) || tail.includes('*')) {
    throw new TypeError(
      `rule ${rule}: '${pattern}' must begin with two characters or more, or with * and - or _, and hold one * at most`,
    );
  }
  const numbers = isSuffix ? words.suffix : pattern.includes('*') ? words.prefix : words.exact;
  addNumber(numbers, hashWord(isSuffix ? tail.slice(startOfLastPart(tail, 0, tail.length)) : word), place);
}

export function packTable({ exact, prefix, suffix }: Words): PackedTable {
  return { exact: pairsOf(exact), prefix: pairsOf(prefix), suffix: pairsOf(suffix) };
}

/** @param entryAt makes the entry of a place's number. */
export function openTable(packed: PackedTable, entryAt: (place: number) => Entry): WordTable {
  const exact = byHash(packed.exact, entryAt);
  const prefix = byHash(packed.prefix, entryAt);
  const suffix = byHash(packed.suffix, entryAt);
  let size = 1 << 12;
  while (size < (exact.size + prefix.size + suffix.size) * 16) size *= 2;
  const bits = new Uint8Array(size);
  const mask = size - 1;
  setBits(bits, packed.exact, EXACT);
  setBits(bits, packed.prefix, PREFIX);
  setBits(bits, packed.suffix, SUFFIX);
  return { exact, prefix, suffix, bits, mask };
}

function setBits(bits: Uint8Array, pairs: HashPairs, flag: number): void {
  for (let at = 0; at < pairs.length; at += 2) bits[bucket(pairs[at], bits.length - 1)] |= flag;
}

function bucket(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** The entries for the word `source.slice(start, end)`: the whole of it, or what it begins with. Appended to `found`. */
export function lookUp(words: WordTable, source: string, start: number, end: number, found: Entry[]): void {
  const { bits, mask } = words;
  let hash = HASH_START;
  for (let i = start; i < end; i++) {
    hash = hashUnit(hash, source.charCodeAt(i));
    if ((bits[bucket(hash, mask)] & PREFIX) !== 0) append(words.prefix.get(hash), source, start, i + 1, end, found);
  }
  if ((bits[bucket(hash, mask)] & EXACT) !== 0) append(words.exact.get(hash), source, start, end, end, found);
}

/** Where the part behind the last `-` or `_` of a word begins; `start` where it has only one. */
function startOfLastPart(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isJoint(source.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether a unit joins the parts of a word: `-` or `_`. */
export function isJoint(unit: number): boolean {
  return unit === 45 || unit === 95;
}

/**
 * The entries for the last part of the word `source.slice(start, end)`, as in `*-ad`, which also stands for `*_ad`.
 * Appended to `found`. The part before it holds no digit: builders end the names that they generate in two
 * hexadecimal digits (`column_b8ce28-ad`).
 */
export function lookUpLastPart(words: WordTable, source: string, start: number, end: number, found: Entry[]): void {
  const from = startOfLastPart(source, start, end);
  if (from <= start) return;
  const hash = hashSlice(source, from, end);
  if ((words.bits[bucket(hash, words.mask)] & SUFFIX) === 0) return;
  for (let at = from - 2; at >= start && !isJoint(source.charCodeAt(at)); at--) {
    const unit = source.charCodeAt(at);
    if (unit >= 48 && unit <= 57) return;
  }
  for (const entry of words.suffix.get(hash) ?? []) {
    const joint = end - entry.tail.length;
    if (joint > start && isJoint(source.charCodeAt(joint)) && sliceIs(source, joint + 1, end, entry.tail.slice(1)))
      found.push(entry);
  }
}

/** Adds the entries for `source.slice(start, at)` in a word that ends at `end`: a hash leads to them, letters prove it. */
function append(
  entries: readonly Entry[] | undefined,
  source: string,
  start: number,
  at: number,
  end: number,
  found: Entry[],
): void {
  if (entries === undefined) return;
  for (const entry of entries) {
    const { word, tail } = entry;
    if (
      sliceIs(source, start, at, word) &&
      (tail === '' || sliceIs(source, Math.max(at, end - tail.length), end, tail))
    ) {
      found.push(entry);
    }
  }
}
