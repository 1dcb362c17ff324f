import { hashWord } from '../tree/hash.ts';

/**
 * Numbers under keys, in flat arrays that can be read where they lie in saved bytes: an open-addressing table leads from
 * a key to a run of `values`. A Bloom filter in front answers nearly every question with one look at a byte.
 */
export interface IndexTable {
  /** Triples: the key, where its values begin, how many there are (0: the slot is free). */
  readonly slots: Int32Array;
  readonly values: Int32Array;
  /** 1 where a key may lie. */
  readonly bits: Uint8Array;
}

/** What a key is made of, so that the class `x` and the id `x` do not meet. */
export const KEY = { class: 0, id: 1, tag: 2, attribute: 3, beginning: 4, any: 5 } as const;
export type KeyKind = (typeof KEY)[keyof typeof KEY];

/** How many units of a value lead to the filters for its beginning; the longest that fits is taken. */
export const BEGINNINGS: readonly number[] = [4, 8, 12, 16, 20, 24, 32];

/** The key of a word's hash. */
export function keyOf(kind: KeyKind, hash: number): number {
  return (hash + Math.imul(kind, 0x3c6ef372)) | 0; // multiples of twice the golden ratio's bits lie far apart
}

/** The key of elements that nothing tells from others. */
export const ANY_KEY: number = keyOf(KEY.any, 0);

/** The hash from which the beginnings of an attribute's value are hashed on. */
export function beginningStart(attribute: string): number {
  return hashWord(attribute);
}

/** Makes a table of pairs; values under one key keep their order. */
export function buildTable(keys: readonly number[], values: readonly number[]): IndexTable {
  const order = keys.map((_, index) => index).sort((a, b) => keys[a] - keys[b] || a - b);
  let distinct = 0;
  for (let i = 0; i < order.length; i++) if (i === 0 || keys[order[i]] !== keys[order[i - 1]]) distinct++;
  let size = 8;
  while (size < distinct * 2) size *= 2;
  const slots = new Int32Array(size * 3);
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; ) {
    const key = keys[order[i]];
    const first = i;
    for (; i < order.length && keys[order[i]] === key; i++) sorted[i] = values[order[i]];
    let slot = mixed(key) & (size - 1);
    while (slots[slot * 3 + 2] > 0) slot = (slot + 1) & (size - 1);
    slots[slot * 3] = key;
    slots[slot * 3 + 1] = first;
    slots[slot * 3 + 2] = i - first;
  }
  return readTable(slots, sorted);
}

/** A table out of its saved arrays; the Bloom filter is made anew. */
export function readTable(slots: Int32Array, values: Int32Array): IndexTable {
  let size = 1 << 10;
  while (size < slots.length * 3) size *= 2;
  const bits = new Uint8Array(size);
  for (let i = 0; i < slots.length; i += 3) if (slots[i + 2] > 0) bits[mixed(slots[i]) & (size - 1)] = 1;
  return { slots, values, bits };
}

/** Whether a table may hold a key: one look at a byte. */
export function mayHold({ bits }: IndexTable, key: number): boolean {
  return bits[mixed(key) & (bits.length - 1)] !== 0;
}

/** The slot of a key, an index of `slots`, or -1. */
function slotOf({ slots }: IndexTable, key: number): number {
  const size = slots.length / 3;
  let slot = mixed(key) & (size - 1);
  while (slots[slot * 3 + 2] > 0) {
    if (slots[slot * 3] === key) return slot * 3;
    slot = (slot + 1) & (size - 1);
  }
  return -1;
}

/** Adds the values under a key to a list. */
export function valuesOf(table: IndexTable, key: number, found: number[]): void {
  if (!mayHold(table, key)) return;
  const slot = slotOf(table, key);
  if (slot < 0) return;
  const first = table.slots[slot + 1];
  for (let i = first; i < first + table.slots[slot + 2]; i++) found.push(table.values[i]);
}

/** The finalizer of MurmurHash3 (Appleby, public domain), as FNV's upper bits lie idle in a small table. */
function mixed(key: number): number {
  let hash = key ^ (key >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
