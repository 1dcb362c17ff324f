import { MONTHS } from './data/months.ts';

/** How much of a text is read for a date, in UTF-16 units. */
const READ_LENGTH = 240;
export const NUMBER = 0;
export const WORD = 1;
export const MARK = 2;

export interface Token {
  readonly type: number;
  /** Of a number its value, of a word the month that it names, or 0. */
  readonly value: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

let months: Map<string, number> | undefined;
let monthsByLanguage: Map<string, Map<string, number>> | undefined;

function readMonths(): void {
  months = new Map();
  monthsByLanguage = new Map();
  for (const [language, table] of Object.entries(MONTHS)) {
    const own = new Map<string, number>();
    for (const [index, forms] of table.split('|').entries()) {
      for (const form of forms.split(' ')) {
        const word = form.normalize('NFC');
        own.set(word, index + 1);
        if (language === 'el') own.set(withoutMarks(word), index + 1);
        const other = months.get(word);
        // A word that means different months in different languages (Polish and Croatian "listopada") means none
        // unless the page says its language.
        months.set(word, other === undefined || other === index + 1 ? index + 1 : 0);
      }
    }
    monthsByLanguage.set(language, own);
  }
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The month that a word names, 1 to 12, or 0. */
function monthOf(word: string, language: string | undefined): number {
  if (months === undefined) readMonths();
  if (language !== undefined) {
    const table = monthsByLanguage?.get(language.slice(0, 2));
    // Capitals in Greek have no accents.
    const own = table?.get(word) ?? (language.startsWith('el') ? table?.get(withoutMarks(word)) : undefined);
    if (own !== undefined) return own;
  }
  return months?.get(word) ?? 0;
}

/** The value of a decimal digit of any script that dates are written in, or -1. */
function digit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit < 0x660) return -1;
  if (unit <= 0x669) return unit - 0x660; // Arabic
  if (unit >= 0x6f0 && unit <= 0x6f9) return unit - 0x6f0; // Persian
  if (unit >= 0x966 && unit <= 0x96f) return unit - 0x966; // Devanagari
  if (unit >= 0x9e6 && unit <= 0x9ef) return unit - 0x9e6; // Bengali
  if (unit >= 0xe50 && unit <= 0xe59) return unit - 0xe50; // Thai
  if (unit >= 0xff10 && unit <= 0xff19) return unit - 0xff10; // full width
  return -1;
}

/** Letters, and the marks that belong to them, of any script; CJK characters stand alone. */
function isLetter(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return (
    (unit >= 0xaa &&
      unit < 0x2000 &&
      unit !== 0xab &&
      unit !== 0xbb &&
      unit !== 0xb7 &&
      unit !== 0xd7 &&
      unit !== 0xf7) ||
    unit === 0x200c ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  );
}

function isIdeograph(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** A short text as numbers, words and marks. */
export function tokenize(text: string, language: string | undefined): Token[] {
  const tokens: Token[] = [];
  const length = Math.min(text.length, READ_LENGTH);
  // Where I is the capital of ı.
  const dotless = language !== undefined && (language.startsWith('tr') || language.startsWith('az'));
  let i = 0;
  while (i < length) {
    const start = i;
    const unit = text.charCodeAt(i);
    if (digit(unit) >= 0) {
      let value = 0;
      while (i < length && digit(text.charCodeAt(i)) >= 0) {
        value = Math.min(value * 10 + digit(text.charCodeAt(i)), 1e15);
        i++;
      }
      tokens.push({ type: NUMBER, value, text: '', start, end: i });
    } else if (isIdeograph(unit)) {
      i++;
      tokens.push({ type: MARK, value: 0, text: text[start], start, end: i });
    } else if (isLetter(unit)) {
      while (
        i < length &&
        isLetter(text.charCodeAt(i)) &&
        !isIdeograph(text.charCodeAt(i)) &&
        digit(text.charCodeAt(i)) < 0
      )
        i++;
      const raw = text.slice(start, i);
      let word = (dotless ? raw.toLocaleLowerCase(language) : raw.toLowerCase()).normalize('NFC');
      let value = monthOf(word, language);
      if (value === 0 && word.length > 3 && word.startsWith('ב')) value = monthOf(word.slice(1), language); // Hebrew "in May"
      if (value === 0 && word.startsWith('i̇')) word = word.replace('i̇', 'i'); // what toLowerCase makes of a Turkish İ
      tokens.push({ type: WORD, value, text: word, start, end: i });
    } else {
      i++;
      if (unit > 32 && unit !== 0xa0 && unit !== 0x202f)
        tokens.push({ type: MARK, value: 0, text: text[start], start, end: i });
    }
  }
  return tokens;
}

/** Most lines have no digit, and so no date. */
export function hasDigit(text: string): boolean {
  const length = Math.min(text.length, READ_LENGTH);
  for (let i = 0; i < length; i++) if (digit(text.charCodeAt(i)) >= 0) return true;
  return false;
}
