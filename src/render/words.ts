/**
 * Counts words by Unicode word boundaries (UAX #29, https://unicode.org/reports/tr29/#Word_Boundaries), as far as a
 * count needs them and without a dictionary, so that every runtime counts the same:
 *
 * - a run of letters, digits and underscores is one word, with the marks, joiners and format characters in it;
 * - one apostrophe, full stop, middle dot or their like between two letters, and one comma, full stop, apostrophe or
 *   semicolon between two digits, joins ("can't", "e.g", "3.14", "1,000");
 * - ideographs and hiragana are one word each, a run of katakana is one;
 * - scripts written without blanks (Thai, Lao, Khmer, Myanmar and relatives) count by runs: to find words in them takes
 *   a dictionary;
 * - a run without any letter or digit, as of emoji or signs, is none.
 */

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Underscores and the like: part of a word that has a letter or digit, never one alone. */
const JOINER = 3;
/** Combining marks and format characters: belong to what stands before. */
const EXTEND = 4;
const IDEOGRAPH = 5;
const KATAKANA = 6;
/** Scripts without blanks. */
const UNSPACED = 7;
const MID_LETTER = 8;
const MID_DIGIT = 9;
const MID_BOTH = 10;
/** Half of a character beyond U+FFFF. */
const SURROGATE = 11;

const BLOCK_BITS = 8;
const BLOCK_SIZE = 1 << BLOCK_BITS;

const IS_EXTEND = /[\p{M}\p{Cf}]/u;
const IS_IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const IS_KATAKANA = /\p{Script=Katakana}|[\u30fc\uff70]/u;
const IS_UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}]/u;
const IS_LETTER = /[\p{Alphabetic}\p{L}]/u;
const IS_DIGIT = /\p{Nd}/u;
const IS_JOINER = /\p{Pc}/u;

/** Word_Break=MidLetter, MidNum and MidNumLet; the colon joins in Swedish and Finnish only (CLDR), and not here. */
const MIDDLES: ReadonlyMap<number, number> = new Map([
  [0x27, MID_BOTH],
  [0x2e, MID_BOTH],
  [0x2018, MID_BOTH],
  [0x2019, MID_BOTH],
  [0x2024, MID_BOTH],
  [0xfe52, MID_BOTH],
  [0xff07, MID_BOTH],
  [0xff0e, MID_BOTH],
  [0xb7, MID_LETTER],
  [0x387, MID_LETTER],
  [0x55f, MID_LETTER],
  [0x5f4, MID_LETTER],
  [0x2027, MID_LETTER],
  [0x2c, MID_DIGIT],
  [0x3b, MID_DIGIT],
  [0x37e, MID_DIGIT],
  [0x589, MID_DIGIT],
  [0x60c, MID_DIGIT],
  [0x66c, MID_DIGIT],
  [0xff0c, MID_DIGIT],
]);

/** Word_Break=Numeric, though no digit. */
const ARABIC_DECIMAL_SEPARATOR = 0x66b;

function classify(codePoint: number): number {
  const middle = MIDDLES.get(codePoint);
  if (middle !== undefined) return middle;
  const character = String.fromCodePoint(codePoint);
  if (IS_UNSPACED.test(character))
    return IS_LETTER.test(character) ? UNSPACED : IS_DIGIT.test(character) ? DIGIT : EXTEND;
  if (IS_EXTEND.test(character)) return EXTEND;
  if (IS_KATAKANA.test(character)) return KATAKANA;
  if (IS_IDEOGRAPH.test(character)) return IDEOGRAPH;
  if (IS_DIGIT.test(character) || codePoint === ARABIC_DECIMAL_SEPARATOR) return DIGIT;
  if (IS_LETTER.test(character)) return LETTER;
  return IS_JOINER.test(character) ? JOINER : OTHER;
}

/** Classes by blocks of 256 characters, made when a text first holds one: the whole table would be for nobody. */
const BLOCKS: (Uint8Array | undefined)[] = [];

function blockOf(codePoint: number): Uint8Array {
  const index = codePoint >> BLOCK_BITS;
  let block = BLOCKS[index];
  if (block === undefined) {
    block = new Uint8Array(BLOCK_SIZE);
    const first = index << BLOCK_BITS;
    for (let i = 0; i < BLOCK_SIZE; i++) {
      const at = first + i;
      block[i] = at >= 0xd800 && at <= 0xdfff ? SURROGATE : classify(at);
    }
    BLOCKS[index] = block;
  }
  return block;
}

function isHebrew(unit: number): boolean {
  return unit >= 0x5d0 && unit <= 0x5f2;
}

export function countWords(text: string): number {
  const latin = blockOf(0);
  let count = 0;
  let before = OTHER; // the class that a next letter would continue: of the last character that is no mark
  let counted = false; // whether the run has a word to its name
  let middle = OTHER; // what stands between `before` and here, if it may join
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let kind = unit < BLOCK_SIZE ? latin[unit] : blockOf(unit)[unit & (BLOCK_SIZE - 1)];
    if (kind === SURROGATE) {
      const codePoint = text.codePointAt(i) ?? unit;
      if (codePoint > 0xffff) i++;
      kind = codePoint > 0xffff ? blockOf(codePoint)[codePoint & (BLOCK_SIZE - 1)] : OTHER;
    }
    if (kind === LETTER || kind === DIGIT) {
      const joined = middle === OTHER || middle === MID_BOTH || middle === (kind === LETTER ? MID_LETTER : MID_DIGIT);
      const continues =
        middle === OTHER ? before === LETTER || before === DIGIT || before === JOINER : joined && before === kind;
      if (!continues || !counted) count++;
      counted = true;
      before = kind;
      middle = OTHER;
      // Most of most texts is a run of one class.
      for (let next = i + 1; next < text.length; next++) {
        const ahead = text.charCodeAt(next);
        if (ahead >= BLOCK_SIZE || latin[ahead] !== kind) break;
        i = next;
      }
    } else if (kind === EXTEND) {
    } else if (kind === IDEOGRAPH) {
      count++;
      before = OTHER;
      counted = false;
      middle = OTHER;
    } else if (kind === KATAKANA || kind === UNSPACED) {
      if (middle !== OTHER || before !== kind) count++;
      before = kind;
      counted = true;
      middle = OTHER;
    } else if (kind === JOINER) {
      if (middle !== OTHER || before === OTHER) counted = false;
      before = JOINER;
      middle = OTHER;
    } else if (unit === 0x22 && isHebrew(text.charCodeAt(i - 1)) && isHebrew(text.charCodeAt(i + 1))) {
      middle = MID_LETTER; // the mark of an abbreviation
    } else if (kind >= MID_LETTER && middle === OTHER && (before === LETTER || before === DIGIT)) {
      middle = kind;
    } else {
      before = OTHER;
      counted = false;
      middle = OTHER;
    }
  }
  return count;
}
