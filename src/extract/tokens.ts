import { ATTR } from '../tree/attributes.ts';
import { HASH_START, hashWord } from '../tree/hash.ts';
import { KNOWN_TAGS, TAG_NAMES } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';

/**
 * What an element calls itself, as hashes: its tag, each word of its class, id, role, itemprop and data-testid (split
 * at punctuation and where a capital letter begins a word), and each whole class name.
 */

/** How many hashes `tokenHashes` gives at most. */
export const MAX_TOKENS = 40;
/** Attribute values are read up to this length. */
const MAX_VALUE = 300;

const TAG_SEED = 0x3c6ef372;
const NAME_SEED = 0x1b873593;
/** What one of these attributes says is kept apart from classes by a seed of its own. */
const SEEDS = new Int32Array(64);
const READ = new Uint8Array(64);
for (const [name, seed] of [
  ['class', 0],
  ['id', 0],
  ['data-testid', 0],
  ['role', 0x165667b1],
  ['itemprop', 0x27d4eb2f],
] as const) {
  READ[ATTR[name]] = 1;
  SEEDS[ATTR[name]] = seed;
}

const TAG_HASHES = Int32Array.from(TAG_NAMES, (name) => Math.imul(hashWord(name), TAG_SEED));

function tagHash(tree: Tree, node: number): number {
  const kind = tree.kind[node];
  return kind < KNOWN_TAGS ? TAG_HASHES[kind] : Math.imul(hashWord(tree.names[kind]), TAG_SEED);
}

const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Writes an element's token hashes into `out`; says how many there are. Words with digits in them are left out. */
export function tokenHashes(tree: Tree, node: number, out: Int32Array): number {
  const { source, attributeName, valueStart, valueEnd } = tree;
  let n = 0;
  out[n++] = tagHash(tree, node);
  const last = tree.firstAttribute[node + 1];
  for (let a = tree.firstAttribute[node]; a < last; a++) {
    const name = attributeName[a];
    if (READ[name] === 0) continue;
    const seed = SEEDS[name];
    const end = Math.min(valueEnd[a], valueStart[a] + MAX_VALUE);
    let word = HASH_START;
    let length = 0;
    let digits = false;
    let whole = HASH_START;
    let words = 0;
    let small = false; // whether the unit before was a small letter
    for (let i = valueStart[a]; i <= end; i++) {
      const unit = i < end ? source.charCodeAt(i) : 32;
      const capital = unit >= 65 && unit <= 90;
      const letter = capital || (unit >= 97 && unit <= 122) || unit > 127;
      const digit = unit >= 48 && unit <= 57;
      if (length > 0 && ((!letter && !digit) || (capital && small))) {
        if (length > 1 && !digits && n < MAX_TOKENS) {
          out[n++] = word ^ seed;
          whole = mix(whole, word);
          words++;
        }
        word = HASH_START;
        length = 0;
        digits = false;
      }
      if (letter) {
        word = mix(word, capital ? unit | 32 : unit);
        length++;
      } else if (digit) {
        digits = true;
        length++;
      } else if (unit <= 32) {
        if (words > 1 && n < MAX_TOKENS) out[n++] = whole ^ NAME_SEED ^ seed;
        whole = HASH_START;
        words = 0;
      }
      small = unit >= 97 && unit <= 122;
    }
  }
  return n;
}

/** A hash of an element's tag and first class name, digits aside: siblings of the same make share it. */
export function signature(tree: Tree, node: number): number {
  const { source } = tree;
  let hash = tagHash(tree, node);
  const last = tree.firstAttribute[node + 1];
  for (let a = tree.firstAttribute[node]; a < last; a++) {
    if (tree.attributeName[a] !== ATTR.class) continue;
    let begun = false;
    for (let i = tree.valueStart[a]; i < tree.valueEnd[a]; i++) {
      const unit = source.charCodeAt(i);
      if (unit <= 32) {
        if (begun) break;
        continue;
      }
      begun = true;
      if (unit < 48 || unit > 57) hash = mix(hash, unit);
    }
  }
  return hash;
}
