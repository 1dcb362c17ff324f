import type { Cut } from '../removals.ts';
import type { Rule } from '../types.ts';
import { LINE_CONTEXTS, type LineContext } from './data/line-contexts.ts';
import { type Folded, fold, foldSpan, IGNORED, isUnspaced, isWord } from './fold.ts';
import { isHeadline, isNetworkList, isSiteName, isTitle } from './line-gaps.ts';
import { endOfWords, hashPair, hashText, hashWord, lastUnits, lastWordStart } from './line-hash.ts';
import {
  type Capture,
  edgeEnd,
  edgeStart,
  fitGaps,
  type GapName,
  type LineIndex,
  type LinePattern,
  mayEnd,
  mayJoin,
  mayOpen,
  patternsAt,
} from './line-index.ts';

/** What a rule found in a line. The gaps are as written, without the closing full stop. */
export interface LineMatch {
  rule: Rule;
  title?: string;
  site?: string;
  any?: string;
}

/** A line, or the tail of one, that is to go; what its gaps said goes along. */
export interface LineCut extends Cut {
  title?: string;
  site?: string;
}

/** A match with its place in the source. */
export interface LineHit extends LineMatch {
  start: number;
  end: number;
}

/** Cookie sentences are long; nothing that a rule describes is longer. Units. */
export const LINE_LIMIT = 1000;
/** How far a paragraph's tail reaches back, and how many words a site's name has there. */
const TAIL_LIMIT = 500;
const TAIL_WORDS = 8;
const TAIL_STEPS = 32;

const BLANK = 0x20;

/** What a rule asks of a line's surroundings: by its id, or by its family ("promo/related" for "promo/related-de"). */
export function contextOf(rule: Pick<Rule, 'id'>): LineContext | undefined {
  const exact = LINE_CONTEXTS.get(rule.id);
  if (exact !== undefined) return exact;
  let end = rule.id.lastIndexOf('-');
  while (end > 0) {
    const context = LINE_CONTEXTS.get(rule.id.slice(0, end));
    if (context !== undefined) return context;
    end = rule.id.lastIndexOf('-', end - 1);
  }
  return undefined;
}

/** Whether any rule may hold for the whole line: a few hashes and bits. The span has no blanks at its ends. */
export function mayMatch(index: LineIndex, source: string, start: number, end: number): boolean {
  if (mayOpen(index, source, start, end) || index.inner.length > 0) return true;
  if (index.last.size === 0) return false;
  const wordEnd = endOfWords(source, start, end);
  if (index.endUnits[lastUnits(source, wordEnd)] === 0) return false;
  const wordStart = lastWordStart(source, start, wordEnd);
  return wordStart < wordEnd && mayEnd(index, hashWord(source, wordStart, wordEnd));
}

/**
 * The first rule that the whole line obeys. `heading` gives the text's first line, folded: a title that equals it needs no
 * capitals.
 */
export function matchSpan(
  index: LineIndex,
  source: string,
  start: number,
  end: number,
  heading: () => string,
): LineHit | undefined {
  if (end - start > LINE_LIMIT) return undefined;
  const line = foldSpan(source, start, end);
  const text = line.text;
  const from = edgeStart(text);
  let best: LineHit | undefined;
  let order = Number.POSITIVE_INFINITY;
  const consider = (patterns: readonly LinePattern[] | undefined, at: number): void => {
    for (const pattern of patterns ?? []) {
      if (pattern.order >= order) continue;
      const hit = hitOf(index, pattern, line, at, source, heading);
      if (hit === undefined) continue;
      best = { ...hit, start, end };
      order = pattern.order;
    }
  };
  if (from >= 0) {
    const to = edgeEnd(text);
    if (from < to) consider(index.whole.get(hashText(text.slice(from, to))), from);
    consider(patternsAt(index, text, from, text.length), from);
  }
  if (index.last.size > 0) {
    const to = endOfWords(text, 0, text.length);
    consider(index.last.get(hashWord(text, lastWordStart(text, 0, to), to)), 0);
  }
  if (index.inner.length > 0) consider(index.inner, 0);
  return best;
}

function hitOf(
  index: LineIndex,
  pattern: LinePattern,
  line: Folded,
  from: number,
  source: string,
  heading: () => string,
): LineMatch | undefined {
  const captures = fitGaps(pattern, line, from, line.text.length);
  if (captures === undefined) return undefined;
  if (pattern.label && !bracketsAgree(line.text)) return undefined;
  const match = readGaps(pattern, captures, source, heading);
  if (match === undefined) return undefined;
  const vetoes = index.vetoesOf(pattern.rule);
  if (vetoes !== undefined && matchSpan(vetoes, source, line.at[0], line.at[line.text.length], heading) !== undefined) {
    return undefined;
  }
  return match;
}

/** `- Advertisement -` and `* ad *` are labels; `- Advertisement` and `* Ad` are items of a list. */
function bracketsAgree(line: string): boolean {
  const first = line[0];
  if (first !== '-' && first !== '*' && first !== '\u2022' && first !== '\u00b7') return true;
  return line[line.length - 1] === first;
}

function readGaps(
  pattern: LinePattern,
  captures: readonly Capture[],
  source: string,
  heading: () => string,
): LineMatch | undefined {
  const match: LineMatch = { rule: pattern.rule };
  for (const [i, name] of pattern.gaps.entries())
    match[name] = trimGap(source.slice(captures[i].start, captures[i].end), name);
  const { title, site, any } = match;
  const titled = title !== undefined && sameWords(title, heading());
  if (title !== undefined && pattern.literals[0] === '' && !titled && SENTENCE.test(title)) return undefined;
  if (isBare(pattern) && !titled) return undefined;
  if (title === '' || site === '' || any === '') return undefined;
  if (title !== undefined && !titled && !isTitle(title)) return undefined;
  if (site !== undefined && !isSiteName(site) && !(titled && site.length <= 80)) return undefined;
  const wanted = any === undefined ? undefined : contextOf(pattern.rule)?.any;
  if (any !== undefined && wanted === 'headline' && !isHeadline(any)) return undefined;
  if (any !== undefined && wanted === 'name' && !isSiteName(any)) return undefined;
  if (any !== undefined && wanted === 'networks' && !isNetworkList(any)) return undefined;
  return match;
}

/** `{title} first appeared on {site}` is a sentence of prose unless the title is known as the text's own. */
function isBare({ literals, gaps }: LinePattern): boolean {
  return gaps[0] === 'title' && literals[0] === '' && literals[literals.length - 1] === '';
}

/** Arrows that close the line belong to no gap, its full stop to no site. */
function trimGap(text: string, name: GapName): string {
  const closing = name === 'site' ? SITE_CLOSING : CLOSING;
  let end = text.length;
  while (end > 0 && closing.includes(text[end - 1])) end--;
  return text.slice(0, end).trim();
}

/** A title that begins the line must not take the paragraph before the tail along. */
const SENTENCE = /[.!?](?:\s|[^ -~])|[\u3002\uff01\uff1f\u0964]/;

const CLOSING = ' \u00a0\u00bb\u203a\u2192\u25ba\u25b6';
const SITE_CLOSING = `${CLOSING}.\u3002\u0964\u2026\u300b\u300d\u300f`;

function sameWords(title: string, heading: string): boolean {
  if (heading === '') return false;
  const folded = foldSpan(title, 0, title.length).text;
  return folded === heading || folded.replaceAll('"', '') === heading.replaceAll('"', '');
}

/** The tail that a feed glued to the end of a paragraph: `… text. The post T appeared first on S.` */
export function matchTail(
  index: LineIndex,
  source: string,
  start: number,
  end: number,
  heading: () => string,
): LineHit | undefined {
  const floor = Math.max(start, end - TAIL_LIMIT);
  let wordEnd = endOfWords(source, floor, end);
  for (let word = 0, steps = 0; word <= TAIL_WORDS && steps < TAIL_STEPS && wordEnd > floor; steps++) {
    const wordStart = lastWordStart(source, floor, wordEnd);
    const known = index.endUnits[lastUnits(source, wordEnd)] === 1;
    const hash = known ? hashWord(source, wordStart, wordEnd) : 0;
    if (known && mayJoin(index, hash)) {
      const pairStart = lastWordStart(source, floor, endOfWords(source, floor, wordStart));
      const patterns = index.joint.get(hashPair(source, pairStart, wordEnd)) ?? index.joint.get(hash);
      const hit = tailFrom(index, patterns, source, start, floor, end, heading);
      if (hit !== undefined) return hit;
    }
    if (isUnspaced(source.charCodeAt(wordEnd - 1))) {
      wordEnd--; // no blanks to step by
      continue;
    }
    if (word++ === 0 && !mayEndSite(source, wordStart)) return undefined;
    wordEnd = wordStart;
    while (wordEnd > floor && !isWord(fold(source.charCodeAt(wordEnd - 1)))) {
      if (isSentenceEnd(source, wordEnd - 1, end)) return undefined;
      wordEnd--;
    }
  }
  return undefined;
}

/** A site's last word has a capital, a digit, or a dot before it (`example.com`), or is of a script without case. */
function mayEndSite(source: string, wordStart: number): boolean {
  const code = source.charCodeAt(wordStart);
  return !(code >= 0x61 && code <= 0x7a) || source.charCodeAt(wordStart - 1) === 0x2e;
}

function isSentenceEnd(source: string, at: number, end: number): boolean {
  const code = source.charCodeAt(at);
  return (
    (code === 0x2e || code === 0x21 || code === 0x3f) &&
    at + 1 < end &&
    fold(source.charCodeAt(at + 1)) === BLANK &&
    isLongWord(source, at)
  );
}

/** `St.` and `U.S.` are no ends of sentences. */
function isLongWord(source: string, end: number): boolean {
  const start = lastWordStart(source, Math.max(0, end - 6), end);
  return end - start > 3;
}

function tailFrom(
  index: LineIndex,
  patterns: readonly LinePattern[] | undefined,
  source: string,
  start: number,
  floor: number,
  end: number,
  heading: () => string,
): LineHit | undefined {
  if (patterns === undefined) return undefined;
  const line = foldSpan(source, floor, end);
  const text = line.text;
  for (const pattern of patterns) {
    const isWhole = pattern.literals[0] === '';
    const from = isWhole ? 0 : text.lastIndexOf(pattern.literals[0]);
    if (from < 0 || (isWhole ? floor > start : !afterSentence(text, from))) continue;
    const hit = hitOf(index, pattern, line, from, source, heading);
    if (hit !== undefined) return { ...hit, start: line.at[from], end };
  }
  return undefined;
}

/** Whether a new sentence begins at `at`: after a full stop, a bracket, a quote, or something without letters. */
function afterSentence(text: string, at: number): boolean {
  let i = at - 1;
  if (i < 0) return true;
  if (isWord(text.charCodeAt(i)) && !isUnspaced(text.charCodeAt(at))) return false;
  while (i >= 0 && text.charCodeAt(i) === BLANK) i--;
  return i < 0 || !(isWord(text.charCodeAt(i)) || text.charCodeAt(i) === IGNORED || text[i] === ',');
}
