/** What CommonMark's marks look at in their neighbours. */
export const LETTER = 0;
const BLANK = 1;
export const PUNCTUATION = 2;
export type Kind = typeof LETTER | typeof BLANK | typeof PUNCTUATION;

const ASCII = 128;
const PUNCTUATION_OR_SYMBOL = /[\p{P}\p{S}]/u;
const WHITE_SPACE = /\s/;
const KINDS: readonly Kind[] = Array.from({ length: ASCII }, (_, unit) => looked(unit));

/** Of a UTF-16 unit: half a pair of surrogates counts as a letter, as with micromark. */
export function kindOf(unit: number): Kind {
  return unit < ASCII ? KINDS[unit] : looked(unit);
}

function looked(unit: number): Kind {
  const character = String.fromCharCode(unit);
  if (WHITE_SPACE.test(character)) return BLANK;
  return PUNCTUATION_OR_SYMBOL.test(character) ? PUNCTUATION : LETTER;
}

export function isTabOrSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

export function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** A pair of surrogates is one character. */
export function firstCharacter(value: string): string {
  return (value.codePointAt(0) ?? 0) > 0xffff ? value.slice(0, 2) : value.slice(0, 1);
}

export function lastCharacter(value: string): string {
  return (value.codePointAt(value.length - 2) ?? 0) > 0xffff ? value.slice(-2) : value.slice(-1);
}
