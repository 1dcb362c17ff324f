import { type ArticleLines, articleLines } from './article-lines.ts';
import { keepNeededTags } from './bare-tags.ts';
import { extract } from './extract/extract.ts';
import { readMetadata } from './metadata/metadata.ts';
import { findAbouts } from './page-abouts.ts';
import { findBylines } from './page-bylines.ts';
import { findPageEndings } from './page-endings.ts';
import { findByFilters } from './page-filters.ts';
import { findPageLeaks } from './page-leaks.ts';
import { cut, merge } from './removals.ts';
import { renderHtml } from './render/html.ts';
import { completeNotes } from './render/notes.ts';
import { plainToHtml, plainToText } from './render/plain.ts';
import { renderText } from './render/text.ts';
import { documentBase } from './render/urls.ts';
import type { Article, Stripped } from './results.ts';
import { rulesFor } from './rules/built-in.ts';
import type { CompiledRules } from './rules/compile.ts';
import { lineFacts } from './rules/lines.ts';
import { matchPage, type PageMatches } from './rules/match.ts';
import { matchPageLines, type PageLine } from './rules/page-lines.ts';
import { parse } from './tree/parse.ts';
import type { Tree } from './tree/tree.ts';
import type { Category, CleanOptions, Metadata, PageType, StripOptions } from './types.ts';

interface Findings extends Omit<PageMatches, 'outline'> {
  /** The outline's columns, which nobody reads after the rules: together nearly half as large as the tree. */
  readonly room: Int32Array[];
  readonly tree: Tree;
  readonly rules: CompiledRules;
  readonly lines: readonly PageLine[];
}

/** Parses a page and collects all that the rules would take out of it. */
function findInPage(
  source: string,
  options: StripOptions,
  wanted: (category: Category) => boolean,
  forArticle: boolean,
): Findings {
  const tree = parse(source);
  const rules = rulesFor(options.rules);
  const matches = matchPage(tree, rules, { url: options.url, wanted, forArticle });
  const filtered =
    options.filters && wanted('ad') ? findByFilters(tree, options.filters, options.url, matches.removed) : [];
  const leaks = findPageLeaks(tree, rules, matches, wanted);
  for (const [node, text] of leaks.remainders) tree.remainders.set(node, text);
  const lines = matchPageLines(tree, rules.lines, matches, wanted);
  const { removed, outline } = matches;
  const room = [outline.textBefore, outline.landmarksBefore, outline.fieldsBefore];
  return { removed, cuts: [...matches.cuts, ...filtered, ...leaks.cuts], tree, rules, lines, room };
}

/** A page without what the rules take out of it, otherwise unchanged. */
export function stripPage(source: string, options: StripOptions, wanted: (category: Category) => boolean): Stripped {
  const { tree, cuts, lines } = findInPage(source, options, wanted, false);
  const removed = keepNeededTags(tree, merge(source, [...cuts, ...lines]));
  return { output: cut(source, removed), removed };
}

/** What of an article's text its metadata says: byline and date in its head, its author and site at its end. */
function findSaidElsewhere(
  tree: Tree,
  article: ArticleLines,
  endings: readonly PageLine[],
  metadata: Metadata,
  pageType: PageType,
  url: string | undefined,
): PageLine[] {
  if (pageType !== 'article' && pageType !== 'other') return [];
  const gone = new Set([...article.gone, ...endings.map(({ node }) => node)]);
  const rest = { ...article, gone };
  return [...findBylines(tree, rest, metadata), ...findAbouts(tree, rest, metadata, url)];
}

/** What is kept, as text and as HTML. */
function render(
  tree: Tree,
  keep: Uint8Array,
  gone: Uint8Array,
  fallbackText: string | undefined,
  base: string | undefined,
): Pick<Article, 'text' | 'html'> {
  if (fallbackText !== undefined) {
    const text = plainToText(fallbackText);
    return { text, html: plainToHtml(text) };
  }
  const notes = completeNotes(tree, keep, gone, base);
  for (const node of notes?.loose ?? []) keep[node] = 0;
  const html = renderHtml(tree, keep, base, notes);
  // An arrow back to where a note is referred to is for whoever can click it.
  for (const node of notes?.unspoken ?? []) keep[node] = 0;
  return { text: renderText(tree, keep), html };
}

/** A page's article, with what is known about it. */
export function cleanPage(source: string, options: CleanOptions, wanted: (category: Category) => boolean): Article {
  const { tree, cuts, lines, rules, removed: gone, room } = findInPage(source, options, wanted, true);
  for (const { node } of lines) gone[node] = 1;
  const { keep, fallbackText, pageType, confidence, blocks } = extract(tree, gone, options, [...room]);
  const article = articleLines(tree, keep, lines, room);
  const endings = findPageEndings(tree, article, rules.lines, wanted);
  for (const { node } of endings) keep[node] = 0;
  const hints = lineFacts([...lines, ...endings]);
  const metadata = readMetadata(tree, { ...(options.url !== undefined && { url: options.url }), removed: gone, hints });
  const said = findSaidElsewhere(tree, article, endings, metadata, pageType, options.url).filter(({ category }) =>
    wanted(category),
  );
  for (const { node } of said) keep[node] = 0;
  for (const { node } of [...endings, ...said]) gone[node] = 1;
  const removed = keepNeededTags(tree, merge(source, [...cuts, ...lines, ...endings, ...said]));
  return {
    removed,
    ...render(tree, keep, gone, fallbackText, documentBase(tree, options.url ?? metadata.canonicalUrl)),
    metadata,
    pageType,
    confidence,
    blocks,
  };
}
