import type { Rule } from '../types.ts';
import { BYLINE_WORDS, type LineContext, NETWORK_NAMES } from './data/line-contexts.ts';
import { fold, foldSpan, isWord } from './fold.ts';
import { countWords, isHeadline } from './line-gaps.ts';
import { edgeEnd } from './line-index.ts';
import { isGone, type Line, lineAfter, lineBefore, PROSE_LENGTH, tailStart } from './line-layout.ts';
import { contextOf, type LineCut, type LineHit } from './line-match.ts';

/** A line that obeys a rule by its words, with what stood before it. */
export interface LineCandidate {
  readonly hit: LineHit;
  readonly before: Line | undefined;
  readonly proseBefore: number;
  /** Whether a blank line, a cut or the text's start stands before it. */
  readonly apart: boolean;
}

/** How often a topic's words may stand in the text around, notices apart, before the line is taken for a part of it. */
const TOPIC_LIMIT = 3;
/** How far around a line its topic's words and its repetitions count, so that a text can be read in pieces. Units. */
const REACH = 16_000;
/** How much of the paragraph after a label is asked whether it speaks of the same thing. Units. */
const TOPIC_WINDOW = 400;
/** Two neighbours shorter than this, without blank lines between, make the line an item of a list. Units. */
const ITEM_LENGTH = 40;
/** How many links a related-links heading announces at most, and networks a share line. */
const LIST_LIMIT = 12;
const NETWORKS_LIMIT = 20;

/** Those candidates whose surroundings bear them out, with the lists they announce, as cuts in order. */
export function settle(
  source: string,
  candidates: readonly LineCandidate[],
  gone: readonly Line[],
  goesOn = false,
): LineCut[] {
  const cuts: LineCut[] = [];
  if (candidates.length === 0) return cuts;
  let repeated: ReadonlySet<LineHit> | undefined;
  let rule: Rule | undefined;
  let context: LineContext | undefined;
  const topics = new Map<string, readonly number[]>();
  let tail = goesOn ? Number.POSITIVE_INFINITY : -1;
  let taken = 0;
  for (const [i, candidate] of candidates.entries()) {
    const { hit, before } = candidate;
    if (hit.start < taken) continue;
    if (hit.rule !== rule) context = contextOf(hit.rule); // floods are of one
    rule = hit.rule;
    const after = lineAfter(source, hit.end, gone);
    const isWholeLine = before === undefined || hit.start >= before.end;
    const openAbove = !candidate.apart && before !== undefined && before.end !== candidates[i - 1]?.hit.end;
    const openBelow = after !== undefined && !after.apart && after.start !== candidates[i + 1]?.hit.start;
    if (isWholeLine && isItem(before, after, openAbove, openBelow) && hit.title === undefined) continue;
    if (context?.where === 'edge' || context?.where === 'tail') {
      if (tail < 0) tail = tailStart(source, gone);
      if (hit.start < tail && !(context.where === 'edge' && candidate.proseBefore <= 1)) continue;
    }
    if (context?.where === 'apart') {
      // The headlines of a list may stand right below what announces them.
      const listBelow = context.opens === 'headlines';
      if (!standsApart(before, openAbove) || !(listBelow || standsApart(after, openBelow))) continue;
      if (after !== undefined && /^\p{Ll}/u.test(source.slice(after.start, after.start + 2))) continue; // one sentence
    }
    if (context?.topic?.some((word) => isTopic(source, word, topics, hit, gone, candidates))) continue;
    if (context?.heads?.some((word) => speaksOf(source, after, word))) {
      repeated ??= repeatsOf(candidates);
      if (!repeated.has(hit)) continue;
    }
    if (context?.opens === undefined) {
      cuts.push(cutOf(hit));
      taken = hit.end;
      continue;
    }
    const list = context.opens === 'networks' ? networks(source, hit, gone) : headlines(source, i, candidates, gone);
    if (list === undefined) continue;
    cuts.push(cutOf(hit));
    taken = hit.end;
    let next = i + 1; // of candidates
    for (const { start, end } of list) {
      while (next < candidates.length && candidates[next].hit.start < start) next++;
      if (candidates[next]?.hit.start === start) continue;
      cuts.push({ rule: hit.rule.id, category: hit.rule.category, start, end });
      taken = end;
    }
  }
  return cuts;
}

function cutOf(hit: LineHit): LineCut {
  const cut: LineCut = { rule: hit.rule.id, category: hit.rule.category, start: hit.start, end: hit.end };
  if (hit.title !== undefined) cut.title = hit.title;
  if (hit.site !== undefined) cut.site = hit.site;
  return cut;
}

/** Verse, vocabulary, menu: short lines above and below with nothing between. */
function isItem(before: Line | undefined, after: Line | undefined, openAbove: boolean, openBelow: boolean): boolean {
  return openAbove && openBelow && isShort(before) && isShort(after);
}

function isShort(line: Line | undefined): boolean {
  return line !== undefined && line.end - line.start < ITEM_LENGTH;
}

/** Blank lines on this side, or a whole paragraph where the text has no blank lines. */
function standsApart(neighbour: Line | undefined, open: boolean): boolean {
  return !open || neighbour === undefined || neighbour.end - neighbour.start >= PROSE_LENGTH;
}

/** The hits of rules that have another one near by. */
function repeatsOf(candidates: readonly LineCandidate[]): Set<LineHit> {
  const repeated = new Set<LineHit>();
  const last = new Map<string, LineHit>();
  for (const { hit } of candidates) {
    const earlier = last.get(hit.rule.id);
    if (earlier !== undefined && hit.start - earlier.end <= REACH) repeated.add(earlier).add(hit);
    last.set(hit.rule.id, hit);
  }
  return repeated;
}

/**
 * Whether the text near a line speaks of `word` more than a notice does. Lines that have a rule's words do not count,
 * whether they go or stay: so no cut changes what another line is taken for, far away from it in the end.
 */
function isTopic(
  source: string,
  word: string,
  known: Map<string, readonly number[]>,
  line: Line,
  gone: readonly Line[],
  candidates: readonly LineCandidate[],
): boolean {
  let places = known.get(word);
  if (places === undefined) {
    places = placesOf(source, word, gone, candidates);
    known.set(word, places);
  }
  return countUpTo(places, line.end + REACH) - countUpTo(places, line.start - REACH) > TOPIC_LIMIT;
}

/** Where a word begins in what is left of a text, notices apart. Its first letter may be a capital: the rest is sought. */
function placesOf(source: string, word: string, gone: readonly Line[], candidates: readonly LineCandidate[]): number[] {
  const places: number[] = [];
  const rest = word.slice(1);
  let next = 0; // of candidates, which are in order
  for (let at = source.indexOf(rest); at >= 0; at = source.indexOf(rest, at + 1)) {
    while (next < candidates.length && candidates[next].hit.end < at) next++;
    if (next < candidates.length && candidates[next].hit.start < at) continue;
    if (at > 0 && fold(source.charCodeAt(at - 1)) === word.charCodeAt(0) && !isGone(gone, at, at + 1)) places.push(at);
  }
  return places;
}

/** How many of the numbers, which are sorted, are below a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the paragraph after a label has a word that begins with `word`: then the label is its heading. */
function speaksOf(source: string, after: Line | undefined, word: string): boolean {
  if (after === undefined) return false;
  const { text } = foldSpan(source, after.start, Math.min(after.end, after.start + TOPIC_WINDOW));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isWord(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/**
 * The names of networks below a share line. A line of several words or with a colon may stand alone; a lone word
 * ("Teilen", "Del") may be a heading or a verse, so undefined without any name below.
 */
function networks(source: string, hit: Line, gone: readonly Line[]): Line[] | undefined {
  const list: Line[] = [];
  let at = hit.end;
  while (list.length < NETWORKS_LIMIT) {
    const line = lineAfter(source, at, gone);
    if (line === undefined || line.end - line.start > ITEM_LENGTH * 2) break;
    if (!isNetwork(foldSpan(source, line.start, line.end).text)) break;
    list.push(line);
    at = line.end;
  }
  const text = source.slice(hit.start, hit.end);
  return list.length > 0 || countWords(text) > 1 || /[:：]$/.test(text) ? list : undefined;
}

function isNetwork(line: string): boolean {
  let from = 0;
  while (from < line.length && !isWord(line.charCodeAt(from))) from++;
  const name = line.slice(from, Math.max(from, edgeEnd(line)));
  if (NETWORK_NAMES.has(name)) return true;
  const pieces = name.split(/[^\p{L}\p{N}+-]+/u);
  return pieces.length > 1 && pieces.length <= NETWORKS_LIMIT && pieces.every((piece) => NETWORK_NAMES.has(piece));
}

/**
 * The headlines below "Related:" up to the text's end or another cut line. In the middle of a text only those that
 * follow without a blank line are surely links; undefined where there are none, since the line may be a heading.
 */
function headlines(
  source: string,
  which: number,
  candidates: readonly LineCandidate[],
  gone: readonly Line[],
): Line[] | undefined {
  const list: Line[] = [];
  let at = candidates[which].hit.end;
  let next = which + 1; // of candidates
  let close = 0; // how many follow without a blank line
  for (;;) {
    const line = lineAfter(source, at, gone);
    if (line === undefined) return list;
    while (next < candidates.length && candidates[next].hit.start < line.start) next++;
    if (candidates[next]?.hit.start === line.start) return list;
    if (list.length === LIST_LIMIT || !isHeadline(source.slice(line.start, line.end))) break;
    if (!line.apart && close === list.length) close++;
    list.push(line);
    at = line.end;
  }
  return close > 0 ? list.slice(0, close) : undefined;
}

/** How many paragraphs of prose a text must have before its last line can be a link to another one. */
const TRAILING_PROSE = 3;
const TRAILING_LENGTH = 120;
/** Without a feed's tail below, there must be more prose above, and a lead in capitals: `LAVROV TO US: …`. */
const ALONE_PROSE = 5;
const CAPITAL_LEAD = /^\p{Lu}{2,}(?: \p{Lu}{2,})+: /u;

/**
 * A headline that stands alone at the text's end, or before the feed's tail, and opens no section: a related link.
 */
export function trailingHeadline(
  source: string,
  cuts: readonly LineCut[],
  gone: readonly Line[],
  prose: number,
): LineCut | undefined {
  if (prose < TRAILING_PROSE) return undefined;
  let at = source.length;
  let cut = cuts.length - 1;
  let afterTail = false;
  for (;;) {
    const line = lineBefore(source, at, gone);
    if (line === undefined) return undefined;
    if (cut >= 0 && cuts[cut].end >= line.end) {
      if (cuts[cut].start > line.start) return undefined; // a tail cut off a paragraph
      if (cuts[cut].category === 'promo' && cuts[cut].title !== undefined) afterTail = true;
      at = cuts[cut].start;
      cut--;
      continue;
    }
    return (afterTail || (prose >= ALONE_PROSE && CAPITAL_LEAD.test(source.slice(line.start, line.end)))) &&
      isTrailing(source, line, gone)
      ? { rule: 'promo/trailing-headline', category: 'promo', start: line.start, end: line.end }
      : undefined;
  }
}

const MONTH_OR_YEAR = /\b(?:19|20)\d\d\b/;

function isTrailing(source: string, line: Line, gone: readonly Line[]): boolean {
  const text = source.slice(line.start, line.end);
  const above = lineBefore(source, line.start, gone);
  if (above === undefined || !above.apart || line.end - line.start > TRAILING_LENGTH) return false;
  if (!isHeadline(text) || /^[^\p{L}\p{N}"“«„¿¡]/u.test(text) || /[@©]/.test(text) || MONTH_OR_YEAR.test(text))
    return false;
  if (/[!?"”»’]$/.test(text)) return false;
  if (BYLINE_WORDS.has(foldSpan(source, line.start, line.end).text.split(' ', 1)[0])) return false;
  const aboveText = source.slice(above.start, above.end);
  return above.end - above.start >= PROSE_LENGTH && /[.!?…"”»’)。！？]$/u.test(aboveText);
}
