import { OTHER_DATE_WORDS, PUBLISHED_WORDS, UPDATED_WORDS } from './data/byline-words.ts';
import { type Line, linesAfter, linesBefore } from './node-text.ts';
import type { Page } from './page.ts';
import { findDate } from './visible-dates.ts';

/** What a date in the text says it is the date of. */
export type DateKind = 'published' | 'modified' | 'plain' | 'other';

interface LineDate {
  readonly iso: string;
  readonly kind: DateKind;
  readonly node: number;
  /** How many lines it stands from the headline. */
  readonly line: number;
}

/** The visible surroundings of the page's headline, where bylines and dates stand. */
export interface Zone {
  /** The lines behind the headline, then those before it, the nearest first. */
  readonly lines: readonly Line[];
  /** The first and the last node of it. */
  readonly from: number;
  readonly to: number;
  readonly dates: readonly LineDate[];
  /** Whether so many different dates stand there that they must be those of a list's items. */
  readonly isList: boolean;
}

const updated = new Set(UPDATED_WORDS);
const published = new Set(PUBLISHED_WORDS);
const others = new Set(OTHER_DATE_WORDS);
/** From here on scripts may be written without spaces, and a word is looked for anywhere. */
const UNSPACED = 0x0e00;
const unspacedUpdated = UPDATED_WORDS.filter((word) => word.charCodeAt(0) >= UNSPACED);
const unspacedPublished = PUBLISHED_WORDS.filter((word) => word.charCodeAt(0) >= UNSPACED);
/** A line longer than this is a sentence with a date in it. */
const DATE_LINE = 200;
const MOST_DATES = 4;
const LIST_DATES = 4;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s:,.|()[\]•·–—/-]/)
    .filter((word) => word !== '');
}

/** Whether a text has a word for "updated". */
export function saysUpdated(text: string): boolean {
  return wordsOf(text).some((word) => updated.has(word)) || unspacedUpdated.some((word) => text.includes(word));
}

/** Whether a short text says what a date by it is the date of. */
export function isDateLabel(text: string): boolean {
  return saysUpdated(text) || saysPublished(text) || saysOther(text);
}

function saysOther(text: string): boolean {
  return text.includes('©') || wordsOf(text).some((word) => others.has(word));
}

function saysPublished(text: string): boolean {
  return wordsOf(text).some((word) => published.has(word)) || unspacedPublished.some((word) => text.includes(word));
}

/** Whether what stands before a date and behind it leaves the date alone: a byline, a weekday, marks, a reading time. */
function standsAlone(before: string, after: string, whole: boolean): boolean {
  const trimmed = before.trimEnd();
  const words = wordsOf(trimmed);
  const free = trimmed === '' || /[|•·–—\-,:/>)]$/.test(trimmed) || words.length <= 2 || (whole && words.length <= 6);
  if (!free) return false;
  const rest = after.trimStart();
  return rest === '' || /^[|•·–—\-,:/(.]/.test(rest) || wordsOf(rest).length <= 6;
}

/** The dates of a line, each with what it is the date of. */
export function datesOfLine(
  line: string,
  label: string,
  language: string | undefined,
): { iso: string; kind: DateKind }[] {
  const dates: { iso: string; kind: DateKind }[] = [];
  if (line.length > DATE_LINE) return dates;
  let rest = line;
  let before = label;
  while (dates.length < MOST_DATES) {
    const date = findDate(rest, language);
    if (date === undefined) break;
    before += ` ${rest.slice(0, date.start)}`;
    let after = rest.slice(date.end);
    let kind: DateKind = 'plain';
    const behind = labelBehind(after);
    if (behind !== undefined) {
      kind = behind.kind;
      after = after.slice(behind.end);
    } else if (saysUpdated(before) && !endsWithPublished(before)) kind = 'modified';
    else if (saysOther(before)) kind = 'other';
    else if (saysPublished(before)) kind = 'published';
    else if (!standsAlone(before, after, label === '')) kind = 'other';
    dates.push({ iso: date.iso, kind });
    rest = after;
    before = '';
  }
  return dates;
}

/** "Updated … Published on": the last word decides. */
function endsWithPublished(text: string): boolean {
  const words = wordsOf(text).slice(-2);
  return words.some((word) => published.has(word)) && !words.some((word) => updated.has(word));
}

/** In Chinese and Japanese the word may follow its date: "2024年5月17日 公開". */
function labelBehind(after: string): { kind: DateKind; end: number } | undefined {
  const start = after.length - after.trimStart().length;
  for (const word of unspacedUpdated)
    if (after.startsWith(word, start)) return { kind: 'modified', end: start + word.length };
  for (const word of unspacedPublished) {
    if (after.startsWith(word, start)) return { kind: 'published', end: start + word.length };
  }
  return undefined;
}

export function readZone(page: Page, heading: number): Zone {
  const { tree, removed } = page;
  const after = linesAfter(tree, heading >= 0 ? tree.last[heading] : 0, removed);
  const before = heading >= 0 ? linesBefore(tree, heading, removed) : [];
  const lines = [...after, ...before];
  const dates: LineDate[] = [];
  for (const [i, { node, text }] of lines.entries()) {
    // A label on a line of its own: "Updated" above the date.
    const found = datesOfLine(text, '', page.language);
    const above = found.length > 0 && i > 0 && i < after.length ? lines[i - 1].text : '';
    const labelled = above.length < 24 && isDateLabel(above) && findDate(above, page.language) === undefined;
    for (const date of labelled ? datesOfLine(text, above, page.language) : found)
      dates.push({ ...date, node, line: i < after.length ? i : i - after.length });
  }
  const days = new Set(dates.filter(({ kind }) => kind !== 'modified').map(({ iso }) => iso.slice(0, 10)));
  return {
    lines,
    isList: days.size >= LIST_DATES,
    from: before.length > 0 ? before[before.length - 1].node : Math.max(heading, 0),
    to: after.length > 0 ? after[after.length - 1].node : Math.max(heading, 0),
    dates,
  };
}
