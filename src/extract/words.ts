/**
 * Words counted straight from the source, by char code: a word is a run of letters, digits and underscores of any
 * script. Scripts that write without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) count two characters as a word.
 */

import { type Dictionary, lookup, MISSING } from './dictionary.ts';

const UNKNOWN = 0;
/** White space and whatever else ends a word. */
const SPACE = 1;
const PUNCTUATION = 2;
const LETTER = 3;
const CAPITAL = 4;
const DIGIT = 5;
/** A letter of a script that puts no spaces between words. */
const UNSPACED = 6;
const MARK = 7;
// Kinds of punctuation; all are greater than MARK.
const COMMA = 8;
const STOP = 9;
const CLOSING = 10;
const CURRENCY = 11;
const SEPARATOR = 12;

const PUNCTUATION_KINDS: readonly (readonly [kind: number, units: string])[] = [
  [COMMA, ',،、，﹐;；؛'],
  [STOP, '.!?…。！？｡।॥؟۔։'],
  [CLOSING, '"”’»)'],
  [CURRENCY, '$€£¥₹₽₩₺₴฿￥'],
  [SEPARATOR, '|/›•·→><+*#=~'],
];

/** The class of each UTF-16 unit; filled 256 units at a time when one of them is first seen. */
const CLASSES: Uint8Array = new Uint8Array(65536);

const LETTERS = /\p{L}/u;
const CAPITALS = /\p{Lu}/u;
const DIGITS = /\p{N}/u;
const MARKS = /\p{M}/u;
const SPACES = /[\s\p{C}]/u;
const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function fillClasses(unit: number): void {
  const from = unit & 0xff00;
  for (let code = from; code < from + 256; code++) {
    const text = String.fromCharCode(code);
    if (code >= 0xd800 && code < 0xe000) CLASSES[code] = PUNCTUATION;
    else if (UNSPACED_SCRIPTS.test(text) && LETTERS.test(text)) CLASSES[code] = UNSPACED;
    else if (CAPITALS.test(text)) CLASSES[code] = CAPITAL;
    else if (LETTERS.test(text) || text === '_') CLASSES[code] = LETTER;
    else if (DIGITS.test(text)) CLASSES[code] = DIGIT;
    else if (MARKS.test(text)) CLASSES[code] = MARK;
    else if (SPACES.test(text)) CLASSES[code] = SPACE;
    else CLASSES[code] = PUNCTUATION;
  }
  for (const [kind, units] of PUNCTUATION_KINDS) {
    for (const char of units) if ((char.charCodeAt(0) & 0xff00) === from) CLASSES[char.charCodeAt(0)] = kind;
  }
}

/** Longest character reference worth looking at, `&` and `;` included: `&CounterClockwiseContourIntegral;` is not. */
const LONGEST_REFERENCE = 10;
/** How names of letters end: `&eacute;`, `&ouml;`, `&szlig;`, `&oslash;`. */
const LETTER_REFERENCE = /(?:acute|grave|circ|uml|tilde|cedil|ring|slash|lig|caron)$/;

/** What `countText` adds up; the fields are places in an Int32Array. */
export const WORDS = 0;
/** Characters of unspaced scripts. */
const UNSPACED_CHARS = 1;
/** Letters, digits, marks and punctuation. */
export const CHARS = 2;
/** Commas of any script. */
export const COMMAS = 3;
/** Words that begin with a digit. */
export const NUMBERS = 4;
/** Words that begin with a capital letter. */
export const CAPITALISED = 5;
/** Sentence ends: `.!?…` and their like of other scripts, before white space or the end. */
export const STOPS = 6;
/** The class of the last unit that was no white space. */
const LAST_CLASS = 7;
/** A hash over all word characters, letter case of ASCII aside. */
export const TEXT_HASH = 8;
/** Words that stand in the page's title. */
export const IN_TITLE = 9;
/** Words that stand in the page's description. */
export const IN_DESCRIPTION = 10;
/** Pairs of words that stand in the text that the page gives in JSON-LD. */
export const IN_JSON = 11;
/** Currency signs. */
export const CURRENCIES = 12;
/** Other punctuation: `|`, `»`, `/`, `•`, `>` and their like. */
export const SEPARATORS = 13;
/** The sum of what the dictionary says of the words as words of short texts, and how many of them it knows. */
export const SHORT_SCORE = 14;
export const SHORT_KNOWN = 15;
/** The same of the words as words of a heading. */
export const HEADING_SCORE = 16;
export const HEADING_KNOWN = 17;
/** Whether the text so far ends inside a word (1), the hash of that word and of the one before. */
const INSIDE = 18;
const WORD_HASH = 19;
const WORD_BEFORE = 20;
export const COUNTERS = 21;

/** What `countText` looks words up in. */
export interface WordTables {
  /** `MARKED_PLACES` entries: bits of `MARKS_TITLE`, `MARKS_DESCRIPTION` (words) and `MARKS_JSON` (pairs of words). */
  readonly marked: Uint8Array;
  readonly dictionary: Dictionary;
}
export const MARKS_TITLE = 1;
export const MARKS_DESCRIPTION = 2;
export const MARKS_JSON = 4;
/** A power of two. */
export const MARKED_PLACES = 16384;

/** How a word's hash is changed for its entry as a word of a short text. @public Read by scripts/train. */
export const SHORT_SEED = 0x51ed270b;
/** The same for a heading. @public Read by scripts/train. */
export const HEADING_SEED = 0x2545f491;

const place = (hash: number): number => (hash ^ (hash >>> 14)) & (MARKED_PLACES - 1);
const pairHash = (before: number, word: number): number => Math.imul(before, 0x9e3779b1) ^ word;

const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

function unitClass(unit: number): number {
  const known = CLASSES[unit];
  if (known !== UNKNOWN) return known;
  fillClasses(unit);
  return CLASSES[unit];
}

/** Whether the source holds nothing but white space in this range. */
export function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit > 32 && unit !== 0xa0 && unit !== 0xfeff && unit !== 0x200b) {
      if (unit === 38 && source.startsWith('&nbsp;', i)) i += 5;
      else if (unit < 0x1680 || unitClass(unit) !== SPACE) return false;
    }
  }
  return true;
}

function endWord(counts: Int32Array, tables: WordTables | undefined): void {
  counts[INSIDE] = 0;
  if (tables === undefined) return;
  const { marked, dictionary } = tables;
  const hash = counts[WORD_HASH];
  const marks = marked[place(hash)];
  if ((marks & MARKS_TITLE) !== 0) counts[IN_TITLE]++;
  if ((marks & MARKS_DESCRIPTION) !== 0) counts[IN_DESCRIPTION]++;
  if ((marked[place(pairHash(counts[WORD_BEFORE], hash))] & MARKS_JSON) !== 0) counts[IN_JSON]++;
  counts[WORD_BEFORE] = hash;
  if (counts[WORDS] > LEXICON_WORDS) return;
  const short = lookup(dictionary, hash ^ SHORT_SEED);
  if (short !== MISSING) {
    counts[SHORT_SCORE] += short;
    counts[SHORT_KNOWN]++;
  }
  const heading = lookup(dictionary, hash ^ HEADING_SEED);
  if (heading !== MISSING) {
    counts[HEADING_SCORE] += heading;
    counts[HEADING_KNOWN]++;
  }
}
/** Only so many words of a block are looked up in the dictionary: it speaks of labels and headings, not of prose. */
const LEXICON_WORDS = 12;

/** The word that a text ended in is over: to be called where a block ends. */
export function endText(counts: Int32Array, tables: WordTables | undefined): void {
  if (counts[INSIDE] === 1) endWord(counts, tables);
  counts[WORDS] += (counts[UNSPACED_CHARS] + 1) >> 1;
}

/** Adds what stands in `source[start, end)`, raw source with character references, to the counters. */
export function countText(
  source: string,
  start: number,
  end: number,
  counts: Int32Array,
  tables: WordTables | undefined,
): void {
  let inside = counts[INSIDE] === 1;
  let wordHash = counts[WORD_HASH];
  let textHash = counts[TEXT_HASH];
  let lastClass = counts[LAST_CLASS];
  let chars = 0;
  let spaced = true;
  for (let i = start; i < end; i++) {
    let unit = source.charCodeAt(i);
    let kind = CLASSES[unit];
    if (kind === UNKNOWN) kind = unitClass(unit);
    if (unit === 38) {
      const semicolon = referenceEnd(source, i, end);
      if (semicolon > 0) {
        kind = referenceClass(source.slice(i + 1, semicolon));
        unit = source.charCodeAt(i + 1);
        i = semicolon;
      }
    }
    if (kind === SPACE) {
      if (inside) {
        counts[WORD_HASH] = wordHash;
        endWord(counts, tables);
        inside = false;
      }
      if (lastClass === STOP && !spaced) counts[STOPS]++;
      spaced = true;
      continue;
    }
    chars++;
    spaced = false;
    lastClass = kind;
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      const lower = unit >= 65 && unit <= 90 ? unit | 32 : unit;
      if (!inside) {
        inside = true;
        wordHash = HASH_START;
        counts[WORDS]++;
        if (kind === CAPITAL) counts[CAPITALISED]++;
        else if (kind === DIGIT) counts[NUMBERS]++;
      }
      wordHash = Math.imul(wordHash ^ lower, HASH_FACTOR);
      textHash = Math.imul(textHash ^ lower, HASH_FACTOR);
    } else if (kind === UNSPACED) {
      counts[UNSPACED_CHARS]++;
      textHash = Math.imul(textHash ^ unit, HASH_FACTOR);
    } else if (kind !== MARK) {
      if (inside) {
        counts[WORD_HASH] = wordHash;
        endWord(counts, tables);
        inside = false;
      }
      if (kind === COMMA) counts[COMMAS]++;
      else if (kind === CURRENCY) counts[CURRENCIES]++;
      else if (kind === SEPARATOR) counts[SEPARATORS]++;
      else if (kind === STOP && unit >= 0x3000) counts[STOPS]++; // no space follows a full-width stop
    }
  }
  counts[INSIDE] = inside ? 1 : 0;
  counts[CHARS] += chars;
  counts[LAST_CLASS] = lastClass;
  counts[WORD_HASH] = wordHash;
  counts[TEXT_HASH] = textHash;
}

/** Where the `;` of a character reference stands that begins at `start`, or 0. */
function referenceEnd(source: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_REFERENCE);
  for (let i = start + 2; i < limit; i++) if (source.charCodeAt(i) === 59) return i;
  return 0;
}

function referenceClass(name: string): number {
  if (name === 'nbsp' || name === '#160') return SPACE;
  if (name === 'rdquo' || name === 'quot' || name === 'rsquo' || name === '#8221') return CLOSING;
  return LETTER_REFERENCE.test(name) ? LETTER : PUNCTUATION;
}

/** Whether the text ended with a sentence's end, or with a quotation mark or bracket that closes. */
export function endsSentence(counts: Int32Array): boolean {
  return counts[LAST_CLASS] === STOP || counts[LAST_CLASS] === CLOSING;
}

/** Marks the words of a text, or its pairs of words for `MARKS_JSON`; says how many words there are. */
export function markWords(marked: Uint8Array, text: string, mark: number): number {
  let hash = HASH_START;
  let before = 0;
  let inside = false;
  let words = 0;
  for (let i = 0; i <= text.length; i++) {
    let unit = i < text.length ? text.charCodeAt(i) : 32;
    if (unit === 92) {
      unit = 32; // an escape of JSON
      i++;
    }
    const kind = unitClass(unit);
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      if (!inside) words++;
      inside = true;
      hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), HASH_FACTOR);
    } else if (inside && kind !== MARK) {
      marked[place(mark === MARKS_JSON ? pairHash(before, hash) : hash)] |= mark;
      before = hash;
      hash = HASH_START;
      inside = false;
    }
  }
  return words;
}

/** The hashes of a text's words, as `countText` takes them: for the scripts that train the dictionary. */
export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = HASH_START;
  let inside = false;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32;
    const kind = unitClass(unit);
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      inside = true;
      hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), HASH_FACTOR);
    } else if (inside && kind !== MARK) {
      hashes.push(hash);
      hash = HASH_START;
      inside = false;
    }
  }
  return hashes;
}
