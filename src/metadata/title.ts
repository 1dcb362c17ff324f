import { tag } from '../tree/tags.ts';
import { HEADLINE, SITE } from './candidates.ts';
import { property, textOf } from './json-ld.ts';
import { firstMeta } from './meta-tags.ts';
import { headingOf, lineOf } from './node-text.ts';
import type { Found, Page } from './page.ts';
import { isOther } from './parts.ts';
import { isSiteName, type SiteNames } from './site.ts';
import { pathOf, slugWords } from './url-evidence.ts';
import { isAscii, letters, TITLE_LENGTH } from './value.ts';

const H1 = tag('h1');
const MOST_HEADINGS = 12;
const MOST_PIECES = 3;

/** The page's title and the heading that it stands in. */
export interface Title {
  readonly title: Found<string> | undefined;
  /** The node of the page's main heading, or -1. */
  readonly heading: number;
}

/** What stands between a title and a site's name, the less doubtful first. */
const SEPARATORS = [
  ' | ',
  ' – ',
  ' — ',
  ' - ',
  ' · ',
  ' • ',
  ' » ',
  ' :: ',
  ' ~ ',
  ' « ',
  ' › ',
  ' < ',
  ' > ',
  '｜',
  ' / ',
  ' -- ',
  ' ‹ ',
  ' * ',
];

interface Piece {
  readonly text: string;
  /** Where the separator before it begins. */
  readonly start: number;
  readonly from: number;
}

function piecesOf(title: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let from = 0;
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i);
    if (unit !== 32 && unit !== 0xff5c) continue; // every separator begins with a space or is a wide bar
    for (const separator of SEPARATORS) {
      if (!title.startsWith(separator, i)) continue;
      pieces.push({ text: title.slice(from, i).trim(), start, from });
      start = i;
      from = i + separator.length;
      i = from - 1;
      break;
    }
  }
  pieces.push({ text: title.slice(from).trim(), start, from });
  return pieces;
}

/** A title without the site's name at its end or beginning. */
function withoutSite(title: string, known: ReadonlySet<string>): string {
  const pieces = piecesOf(title);
  let first = 0;
  let last = pieces.length - 1;
  while (last > first && isSiteName(pieces[last].text, known)) last--;
  while (first < last && isSiteName(pieces[first].text, known)) first++;
  if (first === 0 && last === pieces.length - 1) return title;
  const end = last + 1 < pieces.length ? pieces[last + 1].start : title.length;
  return title.slice(pieces[first].from, end).trim();
}

/** The words of a text, for comparing: short ones ("to", "in", "the") say nothing where there are longer ones. */
function wordsOf(text: string): string[] {
  const words = (
    isAscii(text)
      ? text.toLowerCase().split(/[^a-z0-9]/)
      : text
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .split(/[^\p{L}\p{N}]/u)
  ).filter((word) => word !== '');
  const long = words.filter((word) => word.length > 3 || word.charCodeAt(0) > 0x7f || (word >= '0' && word <= '9~'));
  return long.length > 0 ? long : words;
}

/** The share of the words of `a` that stand in `b`. */
function shareIn(a: readonly string[], b: ReadonlySet<string>): number {
  if (a.length === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / a.length;
}

interface Named {
  readonly text: string;
  readonly source: string;
}

/** The titles that the page's head and data give, without the site's name, the most telling first. */
function statedTitles(page: Page, names: SiteNames): Named[] {
  const { meta, title } = page.found;
  const stated: Named[] = [];
  const add = (text: string, source: string): void => {
    const cut = withoutSite(text, names.known);
    if (letters(cut) !== '') stated.push({ text: cut, source });
  };
  const described = [...page.data.articles, ...page.data.postings];
  // A page that describes many pieces is about none of them.
  for (const object of described.length > MOST_PIECES ? [] : described) {
    const headline = textOf(property(object, 'headline')) || textOf(property(object, 'name'));
    if (headline !== '') add(headline, 'json-ld');
    if (stated.length > 2) break;
  }
  const og = firstMeta(meta, 'title', 0, TITLE_LENGTH);
  if (og !== undefined) add(og.value, og.source);
  if (title >= 0) add(lineOf(page.tree, title, TITLE_LENGTH), 'title');
  return stated;
}

export function readTitle(page: Page, names: SiteNames): Title {
  const stated = statedTitles(page, names);
  const titleWords = stated.map(({ text }) => wordsOf(text));
  const titleSets = titleWords.map((words) => new Set(words));
  const slug = new Set(slugWords(pathOf(page.address)));
  let best = -1;
  let bestScore = 0;
  let bestText = '';
  let agreement = 0;
  const { headings, subheadings } = page.found;
  const candidates = [...headings.slice(0, MOST_HEADINGS), ...subheadings.slice(0, MOST_HEADINGS)];
  for (const { node, words } of candidates) {
    const text = withoutSite(headingOf(page.tree, node, TITLE_LENGTH), names.known);
    const own = wordsOf(text);
    if (own.length === 0) continue;
    const ownSet = new Set(own);
    let agrees = 0;
    for (const [i, set] of titleSets.entries()) {
      const both = Math.min(shareIn(own, set), 1) + Math.min(shareIn(titleWords[i], ownSet), 1);
      agrees = Math.max(agrees, both / 2);
    }
    if (slug.size > 1) agrees = Math.max(agrees, shareIn(own, slug) * 0.8);
    let score = 1 + agrees * 3;
    if (page.tree.kind[node] !== H1) score -= 1.2;
    else if ((words & HEADLINE) !== 0) score += 0.2;
    if ((words & SITE) !== 0) score -= 1;
    if (isOther(page.found, node, -1)) score -= 0.5;
    if (isSiteName(text, names.known)) score -= 1.5;
    if (score > bestScore + 1e-9) {
      best = node;
      bestScore = score;
      bestText = text;
      agreement = agrees;
    }
  }
  const heading = best;
  // A heading that shares nothing with the titles is a slogan or a section's.
  // The page's own titles come before those of its data, which may speak of a part; data of many pieces names none.
  const { articles, postings } = page.data;
  const own = stated.find(({ source }) => source !== 'json-ld');
  const first = own ?? (articles.length + postings.length > MOST_PIECES ? undefined : stated[0]);
  if (best >= 0 && (first === undefined || (agreement >= 0.5 && bestScore > 1))) {
    return { title: { value: bestText, source: page.tree.kind[best] === H1 ? 'h1' : 'heading' }, heading };
  }
  if (first !== undefined) return { title: { value: first.text, source: first.source }, heading };
  if (page.hints.title !== undefined) return { title: { value: page.hints.title, source: 'promo' }, heading };
  return { title: undefined, heading };
}
