import {
  AND_WORDS,
  BY_PHRASES,
  CREDENTIALS,
  JOB_WORDS,
  NOBODY,
  STOP_WORDS,
  SURE_BY_PHRASES,
} from './data/byline-words.ts';
import { AUTHOR_LENGTH, letters, oneLine, plainValue } from './value.ts';
import { findDate } from './visible-dates.ts';

/** At most so many authors: papers have more, bylines do not. */
export const MOST_AUTHORS = 30;

const ands = new Set(AND_WORDS);
const stops = new Set(STOP_WORDS);
const jobs = new Set(JOB_WORDS);
const credentials = new Set(CREDENTIALS);
const nobody = new Set(NOBODY);
/** By their first character, the longest first. */
const phrases = new Map<string, string[]>();
for (const phrase of BY_PHRASES.slice().sort((a, b) => b.length - a.length)) {
  const list = phrases.get(phrase[0]);
  if (list === undefined) phrases.set(phrase[0], [phrase]);
  else list.push(phrase);
}
const surePhrases = new Set(SURE_BY_PHRASES);

/** Letters of scripts that are written without capitals. */
const CASELESS = /[֐-ࣿऀ-๿぀-ヿ㐀-鿿가-힯]/;
const LETTER = /\p{L}/u;
/** Of a style sheet or template that stands where the name should. */
const CODE = /[{}<>;=]/;

function isAddress(text: string): boolean {
  return (
    text.includes('://') || text.startsWith('www.') || text.startsWith('/') || /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(text)
  );
}

/** Whether a whole value may be the name of a person or of a group that signs: anything short with letters in it. */
function mayBeName(name: string): boolean {
  if (name.length < 2 || name.length > AUTHOR_LENGTH || isAddress(name) || !LETTER.test(name)) return false;
  if (CODE.test(name)) return false;
  if (name.split(' ').length > 10) return false;
  return !nobody.has(letters(name));
}

/** Where the words before the names end: 0 if there are none. `sure`: whether they leave no doubt that a name follows. */
function afterPhrase(text: string): { end: number; sure: boolean } {
  if (text === '') return { end: 0, sure: false };
  const lower = text.slice(0, 40).toLowerCase();
  for (const phrase of phrases.get(lower[0]) ?? []) {
    if (!lower.startsWith(phrase)) continue;
    let end = phrase.length;
    const following = text[end] ?? '';
    // "ByJane Doe": elements that stood side by side.
    const joined = following !== following.toLowerCase() && phrase.length > 1;
    const bounded = following === '' || joined || ' :：/|-–—'.includes(following);
    if (!bounded && !CASELESS.test(phrase)) continue;
    let marked = false;
    while (end < text.length && ' :：/／|-–—'.includes(text[end])) {
      if (':：/／'.includes(text[end])) marked = true;
      end++;
    }
    // "文" and "글" begin many words: they need their colon or slash.
    if (CASELESS.test(phrase) && phrase.length < 2 && !marked) continue;
    return { end, sure: marked || surePhrases.has(phrase) };
  }
  return { end: 0, sure: false };
}

/** Whether a word is written as a part of a name: with a capital, or as one of the small words between names. */
function isNameWord(word: string): boolean {
  if (CASELESS.test(word)) return true;
  const [first] = word;
  if (first !== first.toLowerCase()) return true;
  return PARTICLES.has(word) || /^[a-z]['’][A-Z]/.test(word);
}

const PARTICLES = new Set([
  'al',
  'bin',
  'da',
  'das',
  'de',
  'del',
  'della',
  'den',
  'der',
  'di',
  'do',
  'dos',
  'du',
  'el',
  'ibn',
  'la',
  'le',
  'of',
  'ten',
  'ter',
  'the',
  'van',
  'vom',
  'von',
  'zu',
  'y',
]);

function isJob(part: string): boolean {
  return part.split(/[ \-/]/).some((word) => {
    const key = letters(word);
    return jobs.has(key) || (key.endsWith('s') && jobs.has(key.slice(0, -1)));
  });
}

/** Whether a name is a login and no person's: one word that is no proper noun, or has digits or marks in it. */
export function isLogin(name: string): boolean {
  return !name.includes(' ') && !CASELESS.test(name) && (name === name.toLowerCase() || /[\d._-]/.test(name));
}

/** Two to four words written as a person's name is. */
export function isPersonName(name: string): boolean {
  const words = name.split(' ');
  return CASELESS.test(name) || (words.length > 1 && words.length < 5 && isShapedAsName(name, true) && !isJob(name));
}

/** Whether a line begins with words that leave no doubt that names follow. */
export function beginsByline(line: string): boolean {
  return afterPhrase(line).sure;
}

/** Whether a line is nothing but the words before a name: "By", "Written by". */
export function onlyByPhrase(line: string): boolean {
  return line.length < 24 && afterPhrase(line).end >= line.length && afterPhrase(`${line}:`).sure;
}

function isCredential(part: string): boolean {
  const words = part.split(' ');
  return words.length <= 4 && words.every((word) => credentials.has(word.replaceAll('.', '').toLowerCase()));
}

/** The names in a line such as "By Jane Doe, staff writer, and John Roe | 17 May 2024". */
export function namesOfByline(line: string, options: { strict: boolean; language: string | undefined }): string[] {
  let text = oneLine(line, 300);
  const { end, sure } = afterPhrase(text);
  if (options.strict && (end === 0 || !sure)) return [];
  text = text.slice(end);
  if (stops.has(text.split(/[ ,.:;]/, 1)[0].toLowerCase())) return [];
  // "Author: by Jane Doe"
  if (end > 0) text = text.slice(afterPhrase(text).end);
  text = cutBehindNames(text, options.language);
  const names: string[] = [];
  for (const part of partsOf(text)) {
    const name = part.replace(/^[\s.,;:|@•·–—-]{1,10}/, '').replace(/[\s.,;:|•·–—-]{1,10}$/, '');
    if (name === '') continue;
    if (isCredential(name)) continue;
    if (names.length > 0 && isJob(name)) break;
    if (!mayBeName(name) || !isShapedAsName(name, options.strict || names.length > 0)) {
      if (names.length === 0) return [];
      break;
    }
    if (!names.includes(name)) names.push(name);
    if (names.length >= MOST_AUTHORS) break;
  }
  return names;
}

/** The beginning of a byline up to a date, a mark that ends the names, or a word that does. */
function cutBehindNames(text: string, language: string | undefined): string {
  let end = text.length;
  const date = findDate(text, language);
  if (date !== undefined) end = Math.min(end, date.start);
  for (const mark of [
    '|',
    '•',
    '·',
    ' – ',
    ' — ',
    ' - ',
    '(',
    '[',
    '/',
    '\u2022',
    ' @',
    '…',
    '...',
    '"',
    '“',
    '?',
    '!',
    ':',
  ]) {
    const at = text.indexOf(mark);
    if (at > 0 && at < end) end = at;
  }
  let at = 0;
  let first = true;
  while (at < end) {
    const space = text.indexOf(' ', at);
    const wordEnd = space < 0 ? text.length : space;
    const word = text
      .slice(at, wordEnd)
      .replace(/[,.:;]{1,3}$/, '')
      .toLowerCase();
    if (!first && stops.has(word)) {
      end = Math.min(end, at);
      break;
    }
    // A sentence ends: the word before its full stop is longer than an initial or a title.
    if (/[\p{Ll}]{4}\.$/u.test(text.slice(at, wordEnd))) {
      end = Math.min(end, wordEnd);
      break;
    }
    first = false;
    at = wordEnd + 1;
  }
  return text.slice(0, end);
}

/** A byline without its frame, at its commas, ampersands and words for "and". */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/[,;&、，+]/)) {
    let part = '';
    for (const word of piece.split(' ')) {
      if (part !== '' && ands.has(word)) {
        parts.push(part);
        part = '';
      } else if (word !== '' && !(part === '' && ands.has(word))) {
        part += part === '' ? word : ` ${word}`;
      }
    }
    if (part !== '') parts.push(part);
  }
  return parts;
}

/** One to six words that are written as names are. */
function isShapedAsName(name: string, strict: boolean): boolean {
  const words = name.split(' ');
  if (words.length > 6 || name.length > 60) return false;
  if (strict && words.length === 1 && !CASELESS.test(name)) return false;
  if (/\d/.test(name) && (strict || words.length > 2)) return false;
  if (words.length === 1 && !strict) return true;
  return words.every(isNameWord);
}

/** The names of a machine-readable value: one name, or a list apart by commas, semicolons or "and". */
export function namesOfValue(value: string): string[] {
  let text = plainValue(value, 600);
  const { end } = afterPhrase(text);
  if (end > 0 && end < text.length && /^(?:by|von|par|por|written by|posted by)\b/i.test(text)) text = text.slice(end);
  if (text.includes(';') || text.includes('|')) {
    return unique(text.split(/[;|]/).flatMap(namesOfValue));
  }
  if (text.includes('://') || text.includes(':')) return [];
  // "Jane Doe - The Gazette"
  const dash = text.search(/ [-–—] /);
  if (dash > 0 && isPersonName(text.slice(0, dash))) text = text.slice(0, dash);
  const parts = partsOf(text);
  if (parts.length > 1) {
    // "Jane Doe, MD" and "Doe & Sons" are one; "Jane Doe, John Roe" are two.
    const people = parts.filter((part) => !isCredential(part) && !isJob(part));
    const full = people.every(
      (part) => part.split(' ').length >= 2 && part.split(' ').length <= 4 && isShapedAsName(part, true),
    );
    if (people.length > 0 && full) return unique(people);
  }
  return mayBeName(text) ? [text] : [];
}

/** "Doe, Jane" of library catalogues as it is spoken. */
export function spokenName(name: string): string {
  const comma = name.indexOf(', ');
  if (comma < 1 || name.indexOf(',', comma + 1) > 0) return name;
  const given = name.slice(comma + 2);
  if (isCredential(given) || isJob(given) || name.slice(0, comma).split(' ').length > 4) return name;
  return `${given} ${name.slice(0, comma)}`;
}

/** Without repeats, letter case and accents aside; at most `MOST_AUTHORS`. */
export function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const name of names) {
    const key = letters(name);
    if (seen.has(key) || kept.length >= MOST_AUTHORS || !mayBeName(name)) continue;
    seen.add(key);
    kept.push(name);
  }
  return kept;
}
