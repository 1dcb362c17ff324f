import { type ArticleLines, nodesOf } from './article-lines.ts';
import { ABOUT_WORDS, AUTHOR_HEADINGS, SITE_HEADINGS } from './rules/data/about-headings.ts';
import { AUTHOR_BOXES } from './rules/data/author-boxes.ts';
import type { PageLine } from './rules/page-lines.ts';
import { ATTR } from './tree/attributes.ts';
import { attribute, type Tree } from './tree/tree.ts';
import type { Category, Metadata } from './types.ts';

/** How much may stand under such a heading, and how much of an article must stand before it. Units and lines. */
const ABOUT_LENGTH = 1800;
const ABOUT_LINES = 10;
const PROSE_LENGTH = 100;
const PROSE_BEFORE = 3;
const HEADING_LENGTH = 60;
/** How much longer than what is said of its author an article is. */
const LONGER = 2;

/** A press release says of whom it is as a part of it. Folders of addresses. */
const RELEASE = /(?:press|release)/i;

const BOX_STEPS = 10;
const NAMES_LENGTH = 400;

const authorHeadings = new Set(AUTHOR_HEADINGS);
const siteHeadings = new Set(SITE_HEADINGS);
const aboutWords = new Set(ABOUT_WORDS);

/**
 * What an article's end says of its author, its site or its publisher: a box of that name, or a heading and all below
 * it. The article must be
 * far longer than that, so that a page about somebody keeps what it is about.
 */
export function findAbouts(tree: Tree, article: ArticleLines, metadata: Metadata, url: string | undefined): PageLine[] {
  const release = RELEASE.test(url ?? metadata.canonicalUrl ?? '');
  const { text, count, gone } = article;
  const tail = firstOfTail(article);
  const boxed = linesInBoxes(tree, article, tail);
  if (boxed.length > 0) return boxed;
  for (let i = tail; i < count; i++) {
    const start = article.start[i];
    const end = article.end[i];
    if (end - start > HEADING_LENGTH || nodesOf(article, i).some((node) => gone.has(node))) continue;
    const rule = aboutRule(text.slice(start, end), text.slice(end, end + 300), metadata);
    if (rule === undefined || !isAfterArticle(article, i)) continue;
    if (release && rule === 'widget/about-site') continue;
    return cutFrom(tree, article, i, rule, tree.count);
  }
  return [];
}

function firstOfTail({ text, count, start }: ArticleLines): number {
  let i = count;
  while (i > 0 && count - i < ABOUT_LINES + 1 && text.length - start[i - 1] <= ABOUT_LENGTH) i--;
  return i;
}

function isAfterArticle({ text, count, start, end }: ArticleLines, heading: number): boolean {
  const at = start[heading];
  let prose = 0;
  for (let i = 0; i < heading; i++) if (end[i] - start[i] >= PROSE_LENGTH) prose++;
  return prose >= PROSE_BEFORE && at >= LONGER * (text.length - at) && heading + 1 < count;
}

/** The lines of an article's end that stand in a box called an author's, and in front of no more of the article. */
function linesInBoxes(tree: Tree, article: ArticleLines, tail: number): PageLine[] {
  const { count, nodes, first } = article;
  for (let i = Math.max(tail, 1); i < count; i++) {
    const box = boxOf(tree, nodes[first[i]]);
    if (box < 0 || !isAfterArticle(article, i - 1)) continue;
    return cutFrom(tree, article, i, 'widget/author-box', tree.last[box]);
  }
  return [];
}

/** The outermost of the near ancestors that are called a box about the author, or -1. */
function boxOf(tree: Tree, node: number): number {
  let box = -1;
  for (let up = tree.parent[node], steps = 0; up > 0 && steps < BOX_STEPS; up = tree.parent[up], steps++) {
    const names = attribute(tree, up, ATTR.class);
    if (names === undefined || names.length > NAMES_LENGTH) continue;
    if (
      names
        .toLowerCase()
        .split(/[\t\n\f\r ]/)
        .some((name) => AUTHOR_BOXES.has(name))
    )
      box = up;
  }
  return box;
}

/** The lines from one on, as far as their nodes stand before `until`. */
function cutFrom(tree: Tree, article: ArticleLines, from: number, rule: string, until: number): PageLine[] {
  const { count, nodes, first, gone } = article;
  const category: Category = 'widget';
  const found: PageLine[] = [];
  for (const node of nodes.subarray(first[from], first[count])) {
    if (node >= until) break;
    if (!gone.has(node)) found.push({ rule, category, start: tree.start[node], end: tree.end[node], node });
  }
  return found;
}

function aboutRule(line: string, below: string, { authors, site }: Metadata): string | undefined {
  const heading = plain(line);
  if (authorHeadings.has(heading)) return 'widget/about-author';
  if (siteHeadings.has(heading)) return 'widget/about-site';
  for (const name of authors) if (isAbout(heading, plain(name), below)) return 'widget/about-author';
  if (site !== undefined && isAbout(heading, plain(site), below)) return 'widget/about-site';
  return undefined;
}

/** Whether a heading is "About" and a name, or the author's first name, that the text below speaks of. */
function isAbout(heading: string, name: string, below: string): boolean {
  for (const word of aboutWords) {
    const spaced = heading.startsWith(`${word} `);
    const named = spaced
      ? heading.slice(word.length + 1)
      : heading.endsWith(word)
        ? heading.slice(0, -word.length)
        : '';
    if (named === '' || (named !== name && named !== name.split(' ')[0])) continue;
    return plain(below).includes(named);
  }
  return false;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]{1,8}|[^\p{L}\p{N}?]{1,8}$/gu, '')
    .replace(/\s+/g, ' ');
}
