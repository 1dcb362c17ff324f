import { decodeHTMLStrict } from 'entities';

/** The greatest lengths of values, in UTF-16 units: what is longer is cut, or is no such value at all. */
export const TITLE_LENGTH = 500;
export const AUTHOR_LENGTH = 120;
export const DESCRIPTION_LENGTH = 2000;
export const SITE_LENGTH = 120;
export const TAG_LENGTH = 100;
const URL_LENGTH = 2048;

/** Characters that nobody sees: soft hyphen, zero-width marks, direction marks, byte order mark. */
function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff
  );
}

function isSpace(unit: number): boolean {
  return (
    unit <= 32 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Whether `unit` at `i` is half of a surrogate pair whose other half is missing. */
function isLoneSurrogate(text: string, i: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return false;
  if (unit < 0xdc00) {
    const next = text.charCodeAt(i + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  const previous = text.charCodeAt(i - 1);
  return !(previous >= 0xd800 && previous <= 0xdbff);
}

/**
 * The text in one line: white space collapsed to single spaces, control characters, invisible marks and lone surrogates
 * out, none at the ends, at most `limit` UTF-16 units.
 */
export function oneLine(text: string, limit: number): string {
  let line = '';
  let from = -1; // where the run of ordinary characters began
  let space = false;
  // Four times the limit is enough for white space; what is worse than that is no value worth reading.
  const length = Math.min(text.length, limit * 4 + 64);
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? text.charCodeAt(i) : 32;
    const blank = isSpace(unit);
    const dropped = !blank && (isInvisible(unit) || isLoneSurrogate(text, i, unit));
    if (!blank && !dropped) {
      if (from < 0) {
        from = i;
        if (space && line !== '') line += ' ';
        space = false;
      }
      continue;
    }
    if (from >= 0) {
      line += text.slice(from, i);
      from = -1;
      if (line.length > limit) break;
    }
    if (blank) space = true;
  }
  if (line.length <= limit) return line;
  let end = limit;
  const unit = line.charCodeAt(end - 1);
  if (unit >= 0xd800 && unit <= 0xdbff) end--;
  return line.slice(0, end).trimEnd();
}

const INLINE_TAGS = new Set([
  'a',
  'b',
  'big',
  'br',
  'cite',
  'div',
  'em',
  'font',
  'i',
  'li',
  'mark',
  'p',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'ul',
  'wbr',
]);

/** Whether the `<` at `open` begins a tag that formats text; "the <dialog> element" speaks of one. */
function beginsTag(text: string, open: number): boolean {
  const from = text.charCodeAt(open + 1) === 47 ? open + 2 : open + 1;
  let end = from;
  while (end < from + 7 && isLatinLetter(text.charCodeAt(end))) end++;
  return INLINE_TAGS.has(text.slice(from, end).toLowerCase());
}

function isLatinLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Without the tags that format text: JSON-LD and feeds hold `<em>` in headlines. */
function withoutTags(text: string): string {
  let open = text.indexOf('<');
  if (open < 0) return text;
  let rest = '';
  let from = 0;
  while (open >= 0) {
    const named = beginsTag(text, open);
    const close = named ? text.indexOf('>', open) : -1;
    if (named && close < 0) break;
    if (named && close - open <= 200) {
      rest += `${text.slice(from, open)} `;
      from = close + 1;
      open = text.indexOf('<', from);
    } else {
      open = text.indexOf('<', open + 1);
    }
  }
  return rest + text.slice(from);
}

/**
 * A value of a machine-readable source as a person would read it. Many content systems escape twice, so references are
 * decoded once more than the format asks for.
 */
export function plainValue(value: string, limit: number): string {
  let text = value.length > limit * 8 + 256 ? value.slice(0, limit * 8 + 256) : value;
  for (let round = 0; round < 2 && text.includes('&'); round++) text = decodeHTMLStrict(text);
  return oneLine(withoutTags(text), limit);
}

/** Most texts need none of Unicode's care. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The letters and digits alone, in small letters and without accents: what two spellings of a thing have in common. */
export function letters(text: string): string {
  if (isAscii(text)) return text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** A value as an http(s) address, relative to `base` where there is one, or undefined. */
export function httpAddress(value: string, base: string | undefined): URL | undefined {
  if (value === '' || value.length > URL_LENGTH) return undefined;
  let url: URL;
  try {
    url = new URL(value, base);
  } catch {
    return undefined; // a TypeError: no address, or a relative one without a base
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') {
    return undefined;
  }
  return url.hostname.includes('.') || url.hostname === 'localhost' ? url : undefined;
}

/** The absolute http(s) URL, or undefined. */
export function httpUrl(value: string, base: string | undefined): string | undefined {
  return httpAddress(value, base)?.href;
}

/** A language tag in its canonical form, or undefined for what is none. */
export function languageTag(value: string): string | undefined {
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}$/.test(tag)) return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical === undefined || canonical === 'und' ? undefined : canonical;
  } catch {
    return undefined; // a RangeError: not well-formed
  }
}
