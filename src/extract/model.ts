import { BLOCKS, CHOICE, CONFIDENCE, DICTIONARY, TYPES } from '../model/weights.ts';
import type { PageType } from '../types.ts';
import { fromBase64 } from './base64.ts';
import { type Dictionary, makeDictionary } from './dictionary.ts';
import { type Forest, unpackForest } from './forest.ts';

export interface Model {
  /** Block features to the log-odds that the block belongs to the content. */
  readonly blocks: Forest;
  /** A candidate's features to what it is better than the threshold of the greatest expected F1. */
  readonly choice: Forest;
  /** A chosen candidate's and the page's features to what the F1 differs by from the one that the scores expect. */
  readonly confidence: Forest;
  /** The same features to a score for each of `MODEL_TYPES`; tree t belongs to type t mod their number. */
  readonly types: Forest;
  readonly dictionary: Dictionary;
}

/** In the order of scripts/train/train.py. */
export const MODEL_TYPES: readonly PageType[] = [
  'article',
  'documentation',
  'service',
  'forum',
  'collection',
  'listing',
  'product',
];

/** Reads what `pack_dictionary` wrote. */
function unpackDictionary(bytes: Uint8Array): Dictionary {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const hashes = new Int32Array(count);
  let at = 4;
  let hash = 0;
  for (let i = 0; i < count; i++) {
    let distance = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      distance += (byte & 127) * factor;
      if (byte < 128) break;
    }
    hash += distance;
    hashes[i] = hash | 0;
  }
  const scores = new Int8Array(count);
  for (let i = 0; i < count; i++) scores[i] = (bytes[at + i] << 24) >> 24;
  return makeDictionary(hashes, scores);
}

let loaded: Model | undefined;

/** The model, unpacked when it is first asked for. */
export function model(): Model {
  loaded ??= {
    blocks: unpackForest(fromBase64(BLOCKS)),
    choice: unpackForest(fromBase64(CHOICE)),
    confidence: unpackForest(fromBase64(CONFIDENCE)),
    types: unpackForest(fromBase64(TYPES)),
    dictionary: unpackDictionary(fromBase64(DICTIONARY)),
  };
  return loaded;
}
