import { type ArticleLines, nodesOf } from './article-lines.ts';
import { BY_PHRASES, PUBLISHED_WORDS, UPDATED_WORDS } from './metadata/data/byline-words.ts';
import { findDate } from './metadata/visible-dates.ts';
import { BESIDE_DATES, READING_UNSPACED, READING_WORDS } from './rules/data/byline-parts.ts';
import type { PageLine } from './rules/page-lines.ts';
import { tag } from './tree/tags.ts';
import { type Tree, textData } from './tree/tree.ts';
import type { Metadata } from './types.ts';

/** Lines of this length or more are paragraphs; the second one ends the head of an article. Units. */
const PROSE_LENGTH = 140;
const HEAD_PROSE = 2;
const HEAD_LINES = 24;
/** Longer lines say more than who and when. Units. */
const BYLINE_LENGTH = 160;
const MOST_DATES = 3;
const MARKS = "-'’";
/** More lines of this kind belong to several pieces. */
const MOST_LINES = 4;
const ELSEWHERE = new Set(['td', 'th', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tag));

const readingWords = new Set(READING_WORDS);
const dateLabels = new Set([...PUBLISHED_WORDS, ...UPDATED_WORDS]);
const besideDates = new Set([
  ...BESIDE_DATES,
  ...PUBLISHED_WORDS,
  ...UPDATED_WORDS,
  ...BY_PHRASES.flatMap((phrase) => phrase.split(' ')),
]);

/**
 * The lines in an article's head that say no more than its metadata does: by whom, of when, and how long reading takes.
 * A line is one only if nothing else is in it.
 */
export function findBylines(tree: Tree, article: ArticleLines, metadata: Metadata): PageLine[] {
  const { count, start, end, gone } = article;
  const found: PageLine[] = [];
  let prose = 0;
  let taken = 0;
  let bare = 0; // dates without a word before them
  for (let i = 0; i < count && i < HEAD_LINES && prose < HEAD_PROSE; i++) {
    const nodes = nodesOf(article, i);
    const length = end[i] - start[i];
    if (length >= PROSE_LENGTH) prose++;
    if (length > BYLINE_LENGTH || nodes.some((node) => gone.has(node)) || standsElsewhere(tree, nodes[0])) continue;
    // Elements of one line touch each other where only style keeps them apart.
    const line = Array.from(nodes, (node) => textData(tree, node)).join(' ');
    const rule = bylineRule(line, metadata);
    if (rule === undefined) continue;
    if (rule === 'label/dateline' && !wordsOf(line).some((word) => dateLabels.has(word))) bare++;
    if (++taken > MOST_LINES || bare > 1) return []; // posts of a thread, items of a list
    for (const node of nodes) {
      found.push({ rule, category: 'label', start: tree.start[node], end: tree.end[node], node });
    }
  }
  return found;
}

/** Whether a text stands in a table or heading, which say what follows is of when or whom. */
function standsElsewhere(tree: Tree, node: number): boolean {
  for (let up = tree.parent[node], steps = 0; up > 0 && steps < 8; up = tree.parent[up], steps++) {
    if (ELSEWHERE.has(tree.kind[up])) return true;
  }
  return false;
}

function bylineRule(line: string, { authors, published, modified, language }: Metadata): string | undefined {
  let rest = line.normalize('NFC');
  let named = false;
  for (const author of authors) {
    const at = rest.toLowerCase().indexOf(author.toLowerCase());
    if (at < 0) continue;
    named = true;
    rest = `${rest.slice(0, at)} ${rest.slice(at + author.length)}`;
  }
  let dated = false;
  for (let dates = 0; dates < MOST_DATES; dates++) {
    const date = findDate(rest, language);
    if (date === undefined) break;
    const day = date.iso.slice(0, 10);
    if (published?.slice(0, day.length) !== day && modified?.slice(0, day.length) !== day) return undefined;
    dated = true;
    rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  }
  const timed = readingTime(rest);
  if (timed !== undefined) rest = timed;
  if (!named && !dated && timed === undefined) return undefined;
  for (const word of wordsOf(rest)) {
    if (/^\d/.test(word) ? !/^\d{1,2}$/.test(word) || !dated : !besideDates.has(word)) return undefined;
  }
  if (named) return 'label/byline';
  return dated ? 'label/dateline' : 'label/reading-time';
}

/** A line without the reading time that it gives; undefined if it gives none. */
function readingTime(line: string): string | undefined {
  let rest = line;
  let said = 0;
  for (const word of READING_UNSPACED) {
    if (!rest.includes(word)) continue;
    rest = rest.replace(word, ' ');
    said++;
  }
  const words = wordsOf(rest);
  const numbers = words.filter((word) => /^\d{1,3}$/.test(word));
  const reading = words.filter((word) => readingWords.has(word));
  if (numbers.length !== 1 || reading.length + said < 2) return undefined;
  return words.filter((word) => word !== numbers[0] && !readingWords.has(word)).join(' ');
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .map(withoutMarks)
    .filter((word) => word !== '');
}

/** A word without the hyphens and apostrophes around it. */
function withoutMarks(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && MARKS.includes(word[start])) start++;
  while (end > start && MARKS.includes(word[end - 1])) end--;
  return word.slice(start, end);
}
