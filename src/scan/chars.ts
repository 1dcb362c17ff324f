/** Classes of characters, as bits; one table for the scanner and its readers. */

export const LETTER = 1;
export const DIGIT = 2;
export const BLANK = 4;
const NEWLINE = 8;
export const IDENTIFIER = 16; // letters, digits, _ and $

/** Class bits of the first 128 characters. */
export const CLASS: Uint8Array = new Uint8Array(128);

const mark = (characters: string, bit: number): void => {
  for (let i = 0; i < characters.length; i++) CLASS[characters.charCodeAt(i)] |= bit;
};
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER | IDENTIFIER);
mark('0123456789', DIGIT | IDENTIFIER);
mark('_$', IDENTIFIER);
mark(' \t\v\f\r', BLANK);
mark('\n', NEWLINE);

/** Whether a character may stand in a name; letters of all scripts count. */
export function isNameChar(code: number): boolean {
  return code < 128 ? (CLASS[code] & IDENTIFIER) !== 0 : isWideLetter(code);
}

/** Whether a character is blank, line breaks not counted. */
export function isBlank(code: number): boolean {
  return code < 128
    ? (CLASS[code] & BLANK) !== 0
    : code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b);
}

/** Whether a character is white space of any kind. */
export function isSpace(code: number): boolean {
  return code === 10 || isBlank(code) || code === 0x2028 || code === 0x2029;
}

/** Whether a character beyond ASCII is a letter or mark rather than punctuation or a symbol. */
function isWideLetter(code: number): boolean {
  if (!(code >= 0xaa)) return false; // NaN, past the end of a text, too
  if (code >= 0x2000 && code <= 0x2bff) return false; // general punctuation to arrows and symbols
  if (code >= 0x3000 && code <= 0x303f) return code === 0x3005;
  if (code >= 0xff00 && code <= 0xff0f) return false;
  if (code >= 0xff1a && code <= 0xff20) return false;
  return (
    code !== 0xab &&
    code !== 0xbb &&
    code !== 0xac &&
    code !== 0xae &&
    code !== 0xb0 &&
    code !== 0xb1 &&
    code !== 0xb4 &&
    code !== 0xb6 &&
    code !== 0xb7 &&
    code !== 0xbf &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    code !== 0xfeff &&
    code !== 0xfffd
  );
}

/** The first offset at or after `from` that is not white space. */
export function skipSpace(source: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  return i;
}

/** The first offset at or after `from` that is not blank; stops at a line break. */
export function skipBlank(source: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isBlank(source.charCodeAt(i))) i++;
  return i;
}
