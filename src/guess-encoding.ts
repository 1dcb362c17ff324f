import { TextDecoder } from '@exodus/bytes/encoding.js';
import { LEGACY_LANGUAGES, TWO_BYTE_ENCODINGS, type TwoByteEncoding } from './encodings.ts';

/** Bytes looked at, from the first one outside ASCII on. */
const SAMPLE = 6144;
/** Penalty, in characters, for one that no writer would have put there. */
const MISFIT = 2;

const LETTER = 1;
const FREQUENT = 2;

/** What stands between and around words in text of every language. */
const PUNCTUATION: Uint8Array = unitsOf('\u00a0«»“”„‘’‚‹›–—…·•©®™°§№¿¡€£´\u200e\u200f\u00ad', 1);

/** A table in which the UTF-16 units of a text have a mark. What lies beyond it has none. */
function unitsOf(text: string, mark: number, rest = ''): Uint8Array {
  let greatest = 0;
  for (let i = 0; i < text.length; i++) greatest = Math.max(greatest, text.charCodeAt(i));
  const table = new Uint8Array(greatest + 1);
  for (let i = 0; i < text.length; i++) table[text.charCodeAt(i)] = mark;
  for (let i = 0; i < rest.length; i++) table[rest.charCodeAt(i)] |= FREQUENT;
  return table;
}

interface Guess {
  encoding: string;
  /** 0..1: the share of the bytes outside ASCII that make sense in that encoding, less what makes none. */
  fitness: number;
}

/** The legacy encoding in which the bytes make most sense. Linear in a bounded sample. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const sample = sampleOf(bytes);
  let best: Guess = { encoding: 'windows-1252', fitness: 0 };
  for (const candidate of TWO_BYTE_ENCODINGS) {
    const fitness = twoByteFitness(sample, candidate, candidate.everyday);
    if (fitness > best.fitness) best = { encoding: candidate.encoding, fitness };
  }
  // Text in one byte a character hardly ever falls into everyday pairs, so a good fit is final.
  if (best.fitness > 0.9) return best;
  for (const encoding of alphabets().keys()) {
    const fitness = singleByteFitness(sample, encoding);
    if (fitness > best.fitness) best = { encoding, fitness };
  }
  return best;
}

/** How well the bytes fit one legacy encoding, 0..1; 1 for encodings that are not judged. */
export function fitness(bytes: Uint8Array, encoding: string): number {
  const name = encoding === 'gb18030' ? 'gbk' : encoding;
  const twoByte = TWO_BYTE_ENCODINGS.find((candidate) => candidate.encoding === name);
  const sample = sampleOf(bytes);
  if (twoByte !== undefined) {
    return Math.max(
      twoByteFitness(sample, twoByte, twoByte.everyday),
      twoByteFitness(sample, twoByte, twoByte.alphabets),
    );
  }
  return alphabets().has(name) ? singleByteFitness(sample, name) : 1;
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && (bytes[start] ?? 0) < 0x80) start++;
  // One character back, so that the first letter outside ASCII has its neighbour.
  return bytes.subarray(Math.max(0, start - 1), start + SAMPLE);
}

function inRanges(value: number, ranges: readonly number[]): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (value >= (ranges[i] ?? 0) && value <= (ranges[i + 1] ?? 0)) return true;
  }
  return false;
}

/** @param usual the first bytes of what the text is to be made of, as ranges. */
function twoByteFitness(sample: Uint8Array, candidate: TwoByteEncoding, usual: readonly number[]): number {
  let everyday = 0;
  let other = 0;
  let errors = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[i + 1] ?? 0;
    if (!inRanges(lead, candidate.leads) || !inRanges(trail, candidate.trails)) {
      if (i + 1 < sample.length) errors++;
      continue;
    }
    if (inRanges(lead, usual) && trail >= candidate.everydayTrail) everyday++;
    else other++;
    i++;
  }
  const total = everyday + other + errors;
  return total === 0 ? 0 : Math.max(0, (everyday - MISFIT * errors) / total);
}

let byEncoding: ReadonlyMap<string, readonly Alphabet[]> | undefined;

/** Encoding → its languages; made when the first input needs a guess. */
function alphabets(): ReadonlyMap<string, readonly Alphabet[]> {
  byEncoding ??= alphabetsByEncoding();
  return byEncoding;
}

interface Alphabet {
  /** `LETTER` and `FREQUENT` by UTF-16 unit, up to the last letter. */
  readonly letters: Uint8Array;
  /** Whether it is told how frequent its letters are: those of scripts other than Latin. */
  readonly hasFrequent: boolean;
}

function alphabetsByEncoding(): Map<string, Alphabet[]> {
  const map = new Map<string, Alphabet[]>();
  for (const { letters, frequent, encodings } of LEGACY_LANGUAGES) {
    const alphabet = { letters: unitsOf(letters, LETTER, frequent), hasFrequent: frequent !== undefined };
    for (const encoding of encodings) {
      const alphabets = map.get(encoding);
      if (alphabets === undefined) map.set(encoding, [alphabet]);
      else alphabets.push(alphabet);
    }
  }
  return map;
}

/** The fit for the language that it fits best. */
function singleByteFitness(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  const lowered = text.toLowerCase();
  // Lower-casing lengthens one letter, the dotted capital I; then the capitals are not told apart.
  const cased = lowered.length === text.length ? text : lowered;
  let best = 0;
  for (const alphabet of alphabets().get(encoding) ?? []) {
    best = Math.max(best, alphabetFitness(lowered, cased, alphabet));
  }
  return best;
}

/**
 * The share of the characters outside ASCII that are letters of the language. Punctuation, and in scripts other than
 * Latin a letter alone, count for half, because every encoding has some at most positions.
 */
function alphabetFitness(lowered: string, cased: string, { letters, hasFrequent }: Alphabet): number {
  const isLetter = (at: number): boolean => (letters[lowered.charCodeAt(at)] & LETTER) !== 0;
  let total = 0;
  let known = 0;
  let frequentLetters = 0;
  let misfits = 0;
  for (let i = 0; i < lowered.length; i++) {
    const lower = lowered.charCodeAt(i);
    if (lower < 0x80) continue;
    total++;
    const kind = lower < letters.length ? letters[lower] : 0;
    if (kind !== 0) {
      known += hasFrequent && !isLetter(i - 1) && !isLetter(i + 1) ? 0.5 : 1;
      if ((kind & FREQUENT) !== 0) frequentLetters++;
      // A capital after a small letter within a word is what a wrong Cyrillic encoding looks like.
      if (i > 0 && cased.charCodeAt(i) !== lower && cased[i - 1] !== cased[i - 1].toUpperCase()) misfits++;
    } else if (lower < PUNCTUATION.length && PUNCTUATION[lower] === 1) known += 0.5;
    else misfits++;
  }
  if (total === 0) return 0;
  const fitness = Math.max(0, (known - MISFIT * misfits) / total);
  return hasFrequent ? fitness * (0.8 + 0.2 * (frequentLetters / total)) : fitness;
}
