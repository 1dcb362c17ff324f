import { inPieces } from '../pieces.ts';

/**
 * Which characters come out, and how white space collapses.
 *
 * Gone are control characters but tab and newline, and characters that only fill or offer a break: soft hyphen, zero
 * width space, word joiner, byte order mark. ZWJ, ZWNJ and the marks of writing direction stay, since words of many
 * scripts are misspelt or misread without them. A lone surrogate becomes U+FFFD.
 */

/** What collapses with the blanks around it: CSS's white space, the no-break space, and the other ends of a line. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and the surrogates
const UNCLEAN = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]/;
const SURROGATES = /[\ud800-\udfff]/;
const SPACES = /[\t-\r \x85\xa0\u2028\u2029\u3000]+/g;
const ODD_SPACE = /[\t-\r\x85\xa0\u2028\u2029]| [ \u3000]|\u3000[ \u3000]/;
const LINE_ENDS = /\r\n?|[\f\v\x85\u2028\u2029]/;
const ANY_LINE_END = /[\r\f\v\x85\u2028\u2029]/;

/** Whether a slice is the same when decoded, cleaned and collapsed. May say no of one that is. */
export function isPlain(source: string, start: number, end: number): boolean {
  let blank = false;
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 32) {
      if (blank) return false;
      blank = true;
      continue;
    }
    blank = false;
    if (unit < 32 || unit === 38) return false;
    if (unit < 127) continue;
    if (unit <= 0xad && (unit <= 0xa0 || unit === 0xad)) return false;
    if (unit >= 0x200b && (unit === 0x200b || unit === 0x2028 || unit === 0x2029 || unit === 0x2060)) return false;
    if (unit === 0x3000 || unit === 0xfeff || (unit >= 0xd800 && unit <= 0xdfff)) return false;
  }
  return true;
}

/** Well-formed text without control characters and fillers; white space is as it was. */
export function cleanCharacters(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  const clean = inPieces(text, (piece) => piece.split(CONTROLS).join(''));
  return SURROGATES.test(clean) ? inPieces(clean, wellFormed) : clean;
}

/** The text with U+FFFD for each half of a character that stands alone. (`toWellFormed` is newer than our target.) */
function wellFormed(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
      i++;
      continue;
    }
    parts.push(text.slice(from, i));
    from = i + 1;
  }
  if (from === 0) return text;
  parts.push(text.slice(from));
  return parts.join('\ufffd');
}

/** Runs of white space as one blank each. A single ideographic space stays: it separates words of its own scripts. */
export function collapseSpaces(text: string): string {
  return ODD_SPACE.test(text) ? inPieces(text, collapsePiece) : text;
}

const collapsePiece = (text: string): string => text.replace(SPACES, (run) => (run === '\u3000' ? run : ' '));

/** Every end of a line as a newline. */
export function normalizeLineEnds(text: string): string {
  return ANY_LINE_END.test(text) ? inPieces(text, (piece) => piece.split(LINE_ENDS).join('\n')) : text;
}

/** A value for an attribute or a label: clean, collapsed, without blanks at its ends, and of bounded length. */
export function cleanLabel(text: string, maxLength: number): string {
  return collapseSpaces(cleanCharacters(text.length > maxLength ? text.slice(0, maxLength) : text)).trim();
}
