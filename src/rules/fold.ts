/**
 * Folding of characters for comparing lines: letter case, accents of Latin, Greek and Arabic letters, quotes, dashes,
 * blanks and full-width forms are made alike. One UTF-16 unit gives one unit, so offsets stay countable.
 */

const TABLE_SIZE = 0x2000; // every cased alphabet lives below it but for full-width Latin
const BLANK = 0x20;
/** What zero-width units fold to: they are left out. */
export const IGNORED = 0;

let table: Uint16Array | undefined;

/** Built once: lower case, and the base letter where a letter decomposes into one unit and marks only. */
function foldTable(): Uint16Array {
  const folds = new Uint16Array(TABLE_SIZE);
  for (let code = 1; code < TABLE_SIZE; code++) folds[code] = foldLetter(code);
  for (const code of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x1680]) folds[code] = BLANK;
  for (const code of [0x00, 0xad, 0x061c, 0x180e]) folds[code] = IGNORED;
  for (const code of [0x60, 0xb4, 0x02bc, 0x02bb, 0x02b9]) folds[code] = 0x27;
  for (const code of [0x0640]) folds[code] = IGNORED; // Arabic tatweel only stretches a word
  folds[0x06cc] = 0x064a; // Persian and Arabic yeh and kaf are mixed freely in Persian text
  folds[0x0649] = 0x064a;
  folds[0x06a9] = 0x0643;
  for (let code = 0x300; code < 0x370; code++) folds[code] = IGNORED;
  for (let code = 0x64b; code < 0x656; code++) folds[code] = IGNORED;
  return folds;
}

function foldLetter(code: number): number {
  if (code === 0x131) return 0x69; // Turkish dotless i: capital I has lost the difference
  const lower = String.fromCharCode(code).toLowerCase();
  const parts = lower.normalize('NFD');
  const base = parts.charCodeAt(0);
  if (base === 0x3c2) return 0x3c3; // final sigma
  if (parts.length === 1) return base;
  for (let i = 1; i < parts.length; i++) {
    const mark = parts.charCodeAt(i);
    const combining = (mark >= 0x300 && mark < 0x370) || (mark >= 0x653 && mark < 0x656);
    if (!combining) return lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  return base;
}

/** One UTF-16 unit, folded: 0x20 for every blank, `IGNORED` for what has no width. */
export function fold(code: number): number {
  if (code < 0x80) {
    if (code >= 0x41 && code <= 0x5a) return code | 0x20;
    if (code <= 0x20) return code === 0 ? IGNORED : BLANK;
    return code === 0x60 ? 0x27 : code;
  }
  if (code < TABLE_SIZE) {
    table ??= foldTable();
    return table[code];
  }
  if (code < 0x2070) return foldPunctuation(code);
  if (code === 0x2212) return 0x2d;
  if (code === 0x3000) return BLANK;
  if (code === 0xfeff) return IGNORED;
  if (code >= 0xff01 && code <= 0xff5e) return fold(code - 0xfee0);
  return code;
}

function foldPunctuation(code: number): number {
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return BLANK;
  if (code <= 0x200f || (code >= 0x202a && code <= 0x202e) || code >= 0x2060) return IGNORED;
  if (code <= 0x2015) return 0x2d;
  if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x2032) return 0x27;
  if (code >= 0x201c && code <= 0x201f) return 0x22;
  return code;
}

/** Whether a folded unit is part of a word: letters, marks and digits of any script, and the apostrophe. */
export function isWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x27;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return !(code === 0xd7 || code === 0xf7 || isScriptPunctuation(code));
  if (code < 0x3005) return code >= 0x2c00 && code < 0x2e00;
  if (code < 0xd800) return !((code >= 0x3008 && code <= 0x3020) || code === 0x30fb);
  return code >= 0xf900 && code < 0xff00;
}

/** Punctuation of Hebrew, Arabic, Devanagari, Thai, Greek and Armenian. */
function isScriptPunctuation(code: number): boolean {
  return (
    code === 0x37e ||
    code === 0x387 ||
    code === 0x5be ||
    code === 0x5c3 ||
    (code >= 0x55a && code <= 0x55f) ||
    code === 0x589 ||
    code === 0x60c ||
    code === 0x61b ||
    code === 0x61f ||
    code === 0x6d4 ||
    code === 0x964 ||
    code === 0x965 ||
    code === 0xe2f ||
    code === 0xe5a ||
    code === 0xe5b
  );
}

/** Whether a folded unit belongs to a script that writes words without blanks between them. */
export function isUnspaced(code: number): boolean {
  return (
    code >= 0xe00 &&
    (code < 0xf00 ||
      (code >= 0x1000 && code < 0x10a0) ||
      (code >= 0x1780 && code < 0x1800) ||
      (code >= 0x3005 && code < 0xa000) ||
      (code >= 0xf900 && code < 0xfb00))
  );
}

/** A folded string with the place of each of its units in what it was folded from. */
export interface Folded {
  text: string;
  /** `at[i]`: offset in the source of unit i; `at[text.length]` is the end of the last unit. */
  at: number[];
}

/** Folds `source[start, end)`: runs of blanks become one, blanks at the ends and before `:;!?` go, as do zero-width units. */
export function foldSpan(source: string, start: number, end: number): Folded {
  const codes: number[] = [];
  const at: number[] = [];
  let last = start;
  for (let i = start; i < end; i++) {
    const code = fold(source.charCodeAt(i));
    if (code === IGNORED) continue;
    if (code === BLANK && (codes.length === 0 || codes[codes.length - 1] === BLANK)) continue;
    // French sets a blank before these, others do not.
    if ((code === 0x3a || code === 0x21 || code === 0x3f || code === 0x3b) && codes[codes.length - 1] === BLANK) {
      codes.pop();
      at.pop();
    }
    codes.push(code);
    at.push(i);
    if (code !== BLANK) last = i + 1;
  }
  if (codes[codes.length - 1] === BLANK) {
    codes.pop();
    at.pop();
  }
  at.push(last);
  return { text: String.fromCharCode(...codes), at };
}

/** `foldSpan` of a whole string, without the offsets. */
export function foldText(text: string): string {
  return foldSpan(text, 0, text.length).text;
}
