import { partitionPoint } from '../partition-point.ts';
import type { Rule } from '../types.ts';
import { BYLINE_WORDS, type LineContext, NETWORK_NAMES } from './data/line-contexts.ts';
import { fold, foldSpan, isWord } from './fold.ts';
import type { Candidates } from './line-candidates.ts';
import { countWords, isHeadline } from './line-gaps.ts';
import { edgeEnd } from './line-index.ts';
import { isGone, type Line, lineAfter, lineBefore, PROSE_LENGTH, tailStart } from './line-layout.ts';
import { contextOf, type LineCut, type LineMatch } from './line-match.ts';

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
export function settle(source: string, candidates: Candidates, gone: readonly Line[], goesOn = false): LineCut[] {
  const cuts: LineCut[] = [];
  const { count, start, end } = candidates;
  const isBorneOut = witness(source, candidates, gone, goesOn);
  let taken = 0;
  let kept = 0; // paragraphs of prose among the candidates that stay
  for (let i = 0; i < count; i++) {
    if (start[i] < taken) continue;
    const hit = candidates.matches[candidates.match[i]];
    const context = isBorneOut(i, taken, kept);
    const list = context === undefined ? undefined : listBelow(source, i, candidates, gone, context.opens);
    if (list === undefined) {
      if (lineUnits(candidates, i) >= PROSE_LENGTH && candidates.own[i] < PROSE_LENGTH) kept++;
      continue;
    }
    cuts.push(cutOf(hit, start[i], end[i]));
    taken = end[i];
    let next = i + 1; // of candidates
    for (const line of list) {
      while (next < count && start[next] < line.start) next++;
      if (next < count && start[next] === line.start) continue;
      cuts.push({ rule: hit.rule.id, category: hit.rule.category, start: line.start, end: line.end });
      taken = line.end;
    }
  }
  return cuts;
}

const NO_CONTEXT: LineContext = {};
const NO_LIST: readonly Line[] = [];

/**
 * Says of a candidate whether what stands around it bears it out, by what its rule asks; undefined if not.
 */
function witness(
  source: string,
  candidates: Candidates,
  gone: readonly Line[],
  goesOn: boolean,
): (i: number, taken: number, kept: number) => LineContext | undefined {
  const { count, start, end, beforeStart, beforeEnd } = candidates;
  const contexts = new Map<Rule, LineContext>();
  const topics = new Map<string, readonly number[]>();
  let repeated: Uint8Array | undefined;
  let tail = goesOn ? Number.POSITIVE_INFINITY : -1;
  return (i, taken, kept) => {
    const hit = candidates.matches[candidates.match[i]];
    let context = contexts.get(hit.rule);
    if (context === undefined) {
      context = contextOf(hit.rule) ?? NO_CONTEXT;
      contexts.set(hit.rule, context);
    }
    const after = lineAfter(source, end[i], gone);
    const isFirst = beforeEnd[i] < 0;
    const isApart = (candidates.prose[i] & 1) === 1;
    const openAbove = !isApart && !isFirst && beforeEnd[i] !== taken && (i === 0 || beforeEnd[i] !== end[i - 1]);
    const openBelow = after !== undefined && !after.apart && (i + 1 === count || after.start !== start[i + 1]);
    const before = beforeEnd[i] - beforeStart[i]; // units
    // Verse, vocabulary, menu: short lines above and below with nothing between.
    const isItem = openAbove && openBelow && before < ITEM_LENGTH && after.end - after.start < ITEM_LENGTH;
    if (isItem && hit.title === undefined) return undefined;
    if (context.where === 'edge' || context.where === 'tail') {
      if (tail < 0) tail = tailStart(source, gone, ownUnits(candidates));
      const inHead = context.where === 'edge' && (candidates.prose[i] >> 1) + kept <= 1;
      if (start[i] < tail && !inHead) return undefined;
    }
    if (context.where === 'apart') {
      // Blank lines on both sides, or whole paragraphs where the text has no blank lines; the headlines of a list may
      // stand right below what announces them.
      if (openAbove && before < PROSE_LENGTH) return undefined;
      if (openBelow && after.end - after.start < PROSE_LENGTH && context.opens !== 'headlines') return undefined;
      if (after !== undefined && /^\p{Ll}/u.test(source.slice(after.start, after.start + 2))) return undefined; // one sentence
    }
    if (context.topic?.some((word) => isTopic(source, word, topics, start[i], end[i], gone, candidates))) {
      return undefined;
    }
    if (context.heads?.some((word) => speaksOf(source, after, word))) {
      repeated ??= repeatsOf(candidates);
      if (repeated[i] === 0) return undefined;
    }
    return context;
  };
}

/** The lines that a candidate announces; undefined where it should announce some and does not. */
function listBelow(
  source: string,
  i: number,
  candidates: Candidates,
  gone: readonly Line[],
  opens: LineContext['opens'],
): readonly Line[] | undefined {
  if (opens === undefined) return NO_LIST;
  return opens === 'networks' ? networks(source, i, candidates, gone) : headlines(source, i, candidates, gone);
}

/** Units of a candidate's whole line. */
function lineUnits({ start, end, own }: Candidates, i: number): number {
  return own[i] + end[i] - start[i];
}

/** How many units of a line are not a candidate's; to be asked from the last line up. */
function ownUnits(candidates: Candidates): (line: Line) => number {
  let last = candidates.count - 1;
  return (line) => {
    while (last >= 0 && candidates.start[last] >= line.end) last--;
    return last < 0 || candidates.end[last] <= line.start ? line.end - line.start : candidates.own[last];
  };
}

function cutOf(hit: LineMatch, start: number, end: number): LineCut {
  const cut: LineCut = { rule: hit.rule.id, category: hit.rule.category, start, end };
  if (hit.title !== undefined) cut.title = hit.title;
  if (hit.site !== undefined) cut.site = hit.site;
  return cut;
}

/** 1 for the candidates of rules that have another one near by. */
function repeatsOf({ count, match, matches, start, end }: Candidates): Uint8Array {
  const repeated = new Uint8Array(count);
  const last = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const { id } = matches[match[i]].rule;
    const earlier = last.get(id);
    if (earlier !== undefined && start[i] - end[earlier] <= REACH) repeated[earlier] = repeated[i] = 1;
    last.set(id, i);
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
  start: number,
  end: number,
  gone: readonly Line[],
  candidates: Candidates,
): boolean {
  let places = known.get(word);
  if (places === undefined) {
    places = placesOf(source, word, gone, candidates);
    known.set(word, places);
  }
  return countUpTo(places, end + REACH) - countUpTo(places, start - REACH) > TOPIC_LIMIT;
}

/** Where a word begins in what is left of a text, notices apart. Its first letter may be a capital: the rest is sought. */
function placesOf(source: string, word: string, gone: readonly Line[], candidates: Candidates): number[] {
  const { count, start, end } = candidates;
  const places: number[] = [];
  const rest = word.slice(1);
  let next = 0; // of candidates, which are in order
  for (let at = source.indexOf(rest); at >= 0; at = source.indexOf(rest, at + 1)) {
    while (next < count && end[next] < at) next++;
    if (next < count && start[next] < at) continue;
    if (at > 0 && fold(source.charCodeAt(at - 1)) === word.charCodeAt(0) && !isGone(gone, at, at + 1)) places.push(at);
  }
  return places;
}

/** How many of the numbers, which are sorted, are below a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  return partitionPoint(0, sorted.length, (i) => sorted[i] < limit);
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
function networks(
  source: string,
  which: number,
  { start, end }: Candidates,
  gone: readonly Line[],
): Line[] | undefined {
  const list: Line[] = [];
  let at = end[which];
  while (list.length < NETWORKS_LIMIT) {
    const line = lineAfter(source, at, gone);
    if (line === undefined || line.end - line.start > ITEM_LENGTH * 2) break;
    if (!isNetwork(foldSpan(source, line.start, line.end).text)) break;
    list.push(line);
    at = line.end;
  }
  const text = source.slice(start[which], end[which]);
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
  { count, start, end }: Candidates,
  gone: readonly Line[],
): Line[] | undefined {
  const list: Line[] = [];
  let at = end[which];
  let next = which + 1; // of candidates
  let close = 0; // how many follow without a blank line
  for (;;) {
    const line = lineAfter(source, at, gone);
    if (line === undefined) return list;
    while (next < count && start[next] < line.start) next++;
    if (next < count && start[next] === line.start) return list;
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
  candidates: Candidates,
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
      isTrailing(source, line, gone, candidates)
      ? { rule: 'promo/trailing-headline', category: 'promo', start: line.start, end: line.end }
      : undefined;
  }
}

const MONTH_OR_YEAR = /\b(?:19|20)\d\d\b/;

function isTrailing(source: string, line: Line, gone: readonly Line[], candidates: Candidates): boolean {
  const text = source.slice(line.start, line.end);
  const above = lineBefore(source, line.start, gone);
  if (above === undefined || !above.apart || line.end - line.start > TRAILING_LENGTH) return false;
  if (!isHeadline(text) || /^[^\p{L}\p{N}"“«„¿¡]/u.test(text) || /[@©]/.test(text) || MONTH_OR_YEAR.test(text))
    return false;
  if (/[!?"”»’]$/.test(text)) return false;
  if (BYLINE_WORDS.has(foldSpan(source, line.start, line.end).text.split(' ', 1)[0])) return false;
  const aboveText = source.slice(above.start, above.end);
  // Behind what may go itself it is no link that hangs on behind prose: each would be the last one in its turn.
  if (ownUnits(candidates)(above) < PROSE_LENGTH) return false;
  if (aboveText.length <= TRAILING_LENGTH && isHeadline(aboveText)) return false;
  return above.end - above.start >= PROSE_LENGTH && /[.!?…"”»’)。！？]$/u.test(aboveText);
}
