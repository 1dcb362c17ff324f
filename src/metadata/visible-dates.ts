import { isoDay, isoZone, two } from './calendar.ts';
import {
  AFTERNOON_WORDS,
  DATE_JOINERS,
  MONTH_FIRST,
  MONTH_NUMBER_WORDS,
  ORDINAL_ENDINGS,
  YEAR_FIRST,
} from './data/months.ts';
import { hasDigit, MARK, NUMBER, type Token, tokenize, WORD } from './date-tokens.ts';

/** A date that was read, as ISO 8601 and with the place where it stood. */
export interface FoundDate {
  /** `2024-05-17T10:30:00+02:00`, as exact as it was written: `2024-05` where there was no day. */
  readonly iso: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const JOINERS = new Set(DATE_JOINERS);
const ORDINALS = new Set(ORDINAL_ENDINGS);
const MONTH_NUMBERS = new Set(MONTH_NUMBER_WORDS);

/** The index of the first token from `i` on that is neither a joiner nor a dot or comma; at most three are skipped. */
function skip(tokens: readonly Token[], i: number): number {
  let at = i;
  while (at < tokens.length && at < i + 3) {
    const token = tokens[at];
    const joins =
      token.type === WORD
        ? token.value === 0 && (JOINERS.has(token.text) || ORDINALS.has(token.text))
        : token.type === MARK && (token.text === '.' || token.text === ',' || token.text === "'" || token.text === '’');
    if (!joins) break;
    at++;
  }
  return at;
}

function isYear(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.type === NUMBER &&
    token.end - token.start === 4 &&
    token.value >= 1900 &&
    token.value < 2700
  );
}

function isSmall(token: Token | undefined, most: number): boolean {
  return (
    token !== undefined &&
    token.type === NUMBER &&
    token.end - token.start <= 2 &&
    token.value >= 1 &&
    token.value <= most
  );
}

function isMark(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.type === MARK && token.text === text;
}

/** Thai years are counted from 543 B.C. */
function commonYear(token: Token): number {
  return token.value >= 2400 ? token.value - 543 : token.value;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The index of the first token behind it. */
  readonly next: number;
}

/** 17 May 2024 · 17. Mai 2024 · 17 de mayo de 2024 · May 17, 2024 · 2024. május 17. · May 2024 */
function namedMonth(tokens: readonly Token[], i: number): Parts | undefined {
  const first = tokens[i];
  if (isSmall(first, 31)) {
    const monthAt = skip(tokens, i + 1);
    const month = tokens[monthAt];
    if (month === undefined) return undefined;
    if (month.type === WORD && month.value > 0) {
      const yearAt = skipDash(tokens, skip(tokens, monthAt + 1));
      const year = tokens[yearAt];
      if (isYear(year)) return { year: commonYear(year), month: month.value, day: first.value, next: yearAt + 1 };
    }
    // 17-May-2024
    const dashed = tokens[i + 2];
    if (isMark(month, '-') && dashed?.type === WORD && dashed.value > 0 && isMark(tokens[i + 3], '-')) {
      const year = tokens[i + 4];
      if (isYear(year)) return { year: year.value, month: dashed.value, day: first.value, next: i + 5 };
    }
    // 17 tháng 5, 2024
    if (month.type === WORD && MONTH_NUMBERS.has(month.text) && isSmall(tokens[monthAt + 1], 12)) {
      const yearAt = skip(tokens, monthAt + 2);
      const yearWord = tokens[yearAt]?.text === 'năm' ? yearAt + 1 : yearAt;
      const year = tokens[yearWord];
      if (isYear(year))
        return { year: year.value, month: tokens[monthAt + 1].value, day: first.value, next: yearWord + 1 };
    }
    return undefined;
  }
  if (first.type === WORD && first.value > 0) {
    const dayAt = skip(tokens, i + 1);
    const second = tokens[dayAt];
    if (isYear(second)) return { year: commonYear(second), month: first.value, day: 0, next: dayAt + 1 };
    if (!isSmall(second, 31)) return undefined;
    const yearAt = skip(tokens, dayAt + 1);
    const year = tokens[yearAt];
    if (isYear(year)) return { year: commonYear(year), month: first.value, day: second.value, next: yearAt + 1 };
    return undefined;
  }
  if (isYear(first)) {
    const monthAt = skip(tokens, i + 1);
    const month = tokens[monthAt];
    if (month?.type === WORD && month.value > 0) {
      const dayAt = skip(tokens, monthAt + 1);
      // "… of 2024 September 1st, 2023": a headline's year before a date that has its own.
      if (isSmall(tokens[dayAt], 31) && !isYear(tokens[skip(tokens, dayAt + 1)])) {
        return { year: first.value, month: month.value, day: tokens[dayAt].value, next: dayAt + 1 };
      }
    }
    // 2024. gada 17. maijs
    if (monthAt > i + 1 && isSmall(month, 31)) {
      const wordAt = skip(tokens, monthAt + 1);
      const word = tokens[wordAt];
      if (word?.type === WORD && word.value > 0) {
        return { year: first.value, month: word.value, day: month.value, next: wordAt + 1 };
      }
    }
  }
  return undefined;
}

function skipDash(tokens: readonly Token[], i: number): number {
  return isMark(tokens[i], '/') || isMark(tokens[i], '-') ? i + 1 : i;
}

/** 2024年5月17日 · 2024년 5월 17일 */
function ideographic(tokens: readonly Token[], i: number): Parts | undefined {
  if (!isYear(tokens[i])) return undefined;
  if (!isMark(tokens[i + 1], '年') && !isMark(tokens[i + 1], '년')) return undefined;
  if (!isSmall(tokens[i + 2], 12)) return undefined;
  if (!isMark(tokens[i + 3], '月') && !isMark(tokens[i + 3], '월')) return undefined;
  const year = tokens[i].value;
  const month = tokens[i + 2].value;
  const dayMark = tokens[i + 5];
  if (
    isSmall(tokens[i + 4], 31) &&
    (isMark(dayMark, '日') || isMark(dayMark, '號') || isMark(dayMark, '号') || isMark(dayMark, '일'))
  ) {
    return { year, month, day: tokens[i + 4].value, next: i + 6 };
  }
  return { year, month, day: 0, next: i + 4 };
}

/** 2024-05-17 · 17.05.2024 · 5/17/2024 */
function numeric(tokens: readonly Token[], i: number, language: string | undefined): Parts | undefined {
  const [a, separator, b, again, c] = tokens.slice(i, i + 5);
  if (c === undefined || a.type !== NUMBER || b.type !== NUMBER || c.type !== NUMBER) return undefined;
  const mark = separator.text;
  if (separator.type !== MARK || again.type !== MARK || again.text !== mark) return undefined;
  if (mark !== '-' && mark !== '/' && mark !== '.') return undefined;
  const next = i + 5;
  if (isYear(a) && isSmall(b, 12) && isSmall(c, 31)) return { year: commonYear(a), month: b.value, day: c.value, next };
  if (!isSmall(a, 31) || !isSmall(b, 31)) return undefined;
  const short = c.end - c.start === 2 && c.value < 70;
  if (!isYear(c) && !short) return undefined;
  const year = short ? 2000 + c.value : commonYear(c);
  const region = language === undefined ? '' : language;
  const base = region.slice(0, 2);
  if (YEAR_FIRST.includes(base)) return undefined;
  if (b.value > 12) return { year, month: a.value, day: b.value, next };
  // Dots and dashes: day first in every language that uses them so, but for American ones.
  const monthFirst = MONTH_FIRST.includes(region);
  if (a.value > 12 || mark === '.') return { year, month: b.value, day: a.value, next };
  if (a.value === b.value) return { year, month: a.value, day: a.value, next };
  if (monthFirst) return { year, month: a.value, day: b.value, next };
  return region === '' ? undefined : { year, month: b.value, day: a.value, next };
}

/** The time of day behind a date: ", 10:30 AM UTC". */
function timeOfDay(tokens: readonly Token[], from: number): { text: string; next: number } {
  let i = from;
  let between = '';
  // A comma, a dash, a word such as "at", "um", "à".
  for (let skipped = 0; skipped < 3 && i < tokens.length; skipped++, i++) {
    const { type, text } = tokens[i];
    if (type === NUMBER || (type === WORD && text.length > 6)) break;
    between += text;
  }
  const [hour, colon, minute] = tokens.slice(i, i + 3);
  const none = { text: '', next: from };
  if (minute === undefined || hour.type !== NUMBER || minute.type !== NUMBER) return none;
  if ((!isMark(colon, ':') && colon.text !== 'h') || minute.end - minute.start !== 2 || hour.end - hour.start > 2)
    return none;
  let hours = hour.value;
  let seconds: number | undefined;
  let next = i + 3;
  const second = tokens[next + 1];
  if (isMark(tokens[next], ':') && second?.type === NUMBER && second.end - second.start === 2) {
    seconds = second.value;
    next += 2;
  }
  const half = tokens[next]?.text;
  const dotted = (half === 'a' || half === 'p') && tokens[next + 2]?.text === 'm';
  if (half === 'am' || half === 'pm' || dotted) {
    if (hours > 12 || hours === 0) return none;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
    next += dotted ? 3 : 1;
  }
  if (hours < 12 && AFTERNOON_WORDS.includes(between)) hours += 12;
  if (hours > 23 || minute.value > 59 || (seconds ?? 0) > 59) return none;
  let text = `T${two(hours)}:${two(minute.value)}`;
  if (seconds !== undefined) text += `:${two(seconds)}`;
  const named = tokens[next]?.text;
  const sign = tokens[next];
  const offset = tokens[next + 1];
  if (named === 'utc' || named === 'gmt' || named === 'z') {
    text += 'Z';
    next++;
  } else if ((isMark(sign, '+') || isMark(sign, '-')) && offset?.type === NUMBER && offset.end - offset.start === 4) {
    const written = `${sign.text}${String(offset.value).padStart(4, '0')}`;
    text += isoZone(written);
    next += 2;
  }
  return { text, next };
}

/** Years of visible dates: a web page is hardly older than the web, and its dates are not far ahead. */
function isPlausible({ year }: Parts): boolean {
  return year >= 1900 && year <= 2099;
}

/**
 * The first date in a short text as people write it (at most 240 UTF-16 units are read). `language` (BCP 47) decides
 * whether 5/6/2024 is in May or in June; without it such a date is none.
 */
export function findDate(text: string, language: string | undefined): FoundDate | undefined {
  if (!hasDigit(text)) return undefined;
  const tokens = tokenize(text, language);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.type === MARK || (token.type === WORD && token.value === 0)) continue;
    const parts = ideographic(tokens, i) ?? numeric(tokens, i, language) ?? namedMonth(tokens, i);
    if (parts === undefined) continue;
    // "0 May 2024", "32 May 2024": a month alone has no number before it.
    if (parts.day === 0 && token.type === WORD && tokens[i - 1]?.type === NUMBER) continue;
    const iso = isPlausible(parts) ? isoDay(parts.year, parts.month, parts.day) : undefined;
    if (iso === undefined) {
      i = parts.next - 1; // a day that does not exist is no month either
      continue;
    }
    const time = parts.day === 0 ? { text: '', next: parts.next } : timeOfDay(tokens, parts.next);
    return { iso: iso + time.text, start: token.start, end: tokens[time.next - 1].end };
  }
  return undefined;
}
