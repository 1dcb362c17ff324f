/**
 * Text of a page as the report shows it. What would be invisible, turn the direction of writing or be no valid character
 * is written out as `\u{…}`, so that nothing in a report looks other than it is. Joiners stay: emoji, Persian and Indic
 * scripts are written with them.
 */
const SPECIAL = /[&<>"'\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['\t', '\t'],
  ['\n', '\n'],
  ['\r', '\r'],
  ['\u200c', '\u200c'],
  ['\u200d', '\u200d'],
]);
const WHITE_SPACE = /[\t\n\f\r ]+/g;

function codeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** For text and for quoted attribute values; hidden characters as plain escapes. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, (character) => REFERENCES.get(character) ?? codeOf(character));
}

/** For source text: as `escapeText`, with the written-out characters set apart from what the source itself says. */
export function escapeSource(text: string): string {
  return text.replace(SPECIAL, (character) => REFERENCES.get(character) ?? `<i class="hid">${codeOf(character)}</i>`);
}

/** One line of text of at most `limit` UTF-16 units, escaped. */
export function excerpt(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 2)
    .replace(WHITE_SPACE, ' ')
    .trim();
  return line.length <= limit && text.length <= limit * 2 ? escapeText(line) : `${escapeText(cutAt(line, limit))}…`;
}

/** The first `length` units, or one fewer where that would split a pair of surrogates. */
export function cutAt(text: string, length: number): string {
  return text.slice(0, wholeCharacter(text, length));
}

/** The offset itself, or the one before it where it stands between the halves of a surrogate pair. */
export function wholeCharacter(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  const isLow = (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  const isHigh = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  return isLow && isHigh ? offset - 1 : offset;
}
