import type { Rule } from '../types.ts';
import { foldText } from './fold.ts';
import { addCandidate, noCandidates } from './line-candidates.ts';
import { settle, trailingHeadline } from './line-evidence.ts';
import type { LineIndex } from './line-index.ts';
import { type Line, type Piece, PROSE_LENGTH, tailStart } from './line-layout.ts';
import { contextOf, LINE_LIMIT, type LineCut, type LineMatch, matchSpan, matchTail, mayMatch } from './line-match.ts';

export { compileLines, type LineIndex } from './line-index.ts';
export type { Piece } from './line-layout.ts';
export type { LineCut, LineMatch } from './line-match.ts';

/** What promo lines say about the text they stand in. */
export interface LineFacts {
  title?: string;
  site?: string;
  originalSource?: string;
}

/** What a cut or a match has of a line's gaps. */
interface Captured {
  readonly rule: string;
  readonly title?: string;
  readonly site?: string;
}

/** Shorter paragraphs hold no feed tail beside text of their own. */
const TAIL_FLOOR = 40;
/** A longer first line is no heading. */
const HEADING_LENGTH = 300;

/** The rule that the whole text of a block obeys, by its words alone. */
export function matchLine(index: LineIndex, text: string): LineMatch | undefined {
  const start = skipBlanks(text, 0, text.length);
  const end = trimBlanks(text, start, text.length);
  if (start === end || end - start > LINE_LIMIT) return undefined;
  const noHeading = (): string => '';
  const hit =
    (mayMatch(index, text, start, end) ? matchSpan(index, text, start, end, noHeading) : undefined) ??
    matchTail(index, text, start, end, noHeading);
  if (hit === undefined || hit.start > start) return undefined;
  const { start: _start, end: _end, ...match } = hit;
  return match;
}

/**
 * Whether a rule's words say too little without the lines around: headings over lists, notices that are content where the
 * text is about their matter, lines that only a text's tail has. `scanLines` looks at these itself.
 */
export function needsSurroundings(rule: Rule): boolean {
  const context = contextOf(rule);
  return context?.opens !== undefined || context?.topic !== undefined || context?.where === 'tail';
}

/** A cut bears out others beside it, and those again; more rounds than this change nothing on real texts. */
const ROUNDS = 4;

/**
 * The labels and promo lines of a text without tags, in order. A cut is the line without the white space around it.
 *
 * @param gone spans that others take out, sorted and disjoint: lines within them count as absent.
 * @param piece what `source` is of a longer text; a whole text by default.
 */
export function scanLines(
  index: LineIndex,
  source: string,
  gone: readonly Line[] = [],
  piece?: Piece,
): readonly LineCut[] {
  let cuts: readonly LineCut[] = scanOnce(index, source, gone, piece);
  let absent = gone;
  let found = cuts;
  for (let round = 1; round < ROUNDS && found.length > 0; round++) {
    absent = mergeInOrder(absent, found);
    found = scanOnce(index, source, absent, piece);
    if (found.length > 0) cuts = mergeInOrder(cuts, found);
  }
  return cuts;
}

/** Two lists of spans in order as one; of two that begin together, the first list's first. */
function mergeInOrder<T extends Line>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const all: T[] = [];
  let next = 0; // of b
  for (const span of a) {
    while (next < b.length && b[next].start < span.start) all.push(b[next++]);
    all.push(span);
  }
  while (next < b.length) all.push(b[next++]);
  return all;
}

/** One round: the lines that are borne out by what is there. */
function scanOnce(index: LineIndex, source: string, gone: readonly Line[], piece: Piece | undefined): LineCut[] {
  const candidates = noCandidates();
  const known = new Map<string, number>();
  let headed: Line | undefined;
  let heading = piece?.heading === undefined ? undefined : foldText(piece.heading);
  const headingOf = (): string => {
    heading ??= headed === undefined ? '' : foldText(source.slice(headed.start, headed.end));
    return heading;
  };
  let before: Line | undefined;
  let prose = piece?.prose ?? 0;
  let proseBefore = prose; // without what obeys rules: so no cut changes what another line is taken for
  let gap = true; // whether a blank line, a cut or the text's start stands before this line
  let next = 0; // of gone
  for (let from = 0; from < source.length; ) {
    let eol = source.indexOf('\n', from);
    if (eol < 0) eol = source.length;
    let start = from;
    let end = eol;
    from = eol + 1;
    start = skipBlanks(source, start, end);
    end = trimBlanks(source, start, end);
    if (start === end) {
      gap = true;
      continue;
    }
    while (next < gone.length && gone[next].end <= start) next++;
    if (next < gone.length && gone[next].start < end) {
      // What is left of the line between what is gone at its two ends.
      if (gone[next].start <= start) start = skipBlanks(source, gone[next].end, end);
      let last = next;
      while (last + 1 < gone.length && gone[last + 1].start < end) last++;
      if (gone[last].end >= end) end = trimBlanks(source, start, gone[last].start);
      if (start >= end) {
        gap = true;
        continue;
      }
    }
    if (before === undefined && end - start <= HEADING_LENGTH) headed = { start, end };
    let match = -1; // of candidates.matches
    let hitStart = start;
    if (end - start <= LINE_LIMIT && mayMatch(index, source, start, end)) {
      match = matchOnce(known, candidates.matches, index, source, start, end, headingOf);
    }
    if (match < 0 && end - start > TAIL_FLOOR) {
      const hit = matchTail(index, source, start, end, headingOf);
      if (hit !== undefined) {
        match = candidates.matches.push(hit) - 1;
        hitStart = hit.start;
      }
    }
    if (match >= 0) addCandidate(candidates, match, hitStart, end, start, before, proseBefore, gap);
    if ((match >= 0 ? hitStart - start : end - start) >= PROSE_LENGTH) proseBefore++;
    if (end - start >= PROSE_LENGTH) prose++;
    before = { start, end };
    gap = false;
  }
  const cuts = settle(source, candidates, gone, piece?.goesOn);
  const headline = piece?.goesOn ? undefined : trailingHeadline(source, cuts, gone, candidates, prose);
  if (headline !== undefined) {
    cuts.push(headline);
    cuts.sort((a, b) => a.start - b.start);
  }
  return cuts;
}

/** Where the tail of a text begins, in which lines may obey rules that hold only there. */
export function tailOf(index: LineIndex, source: string, gone: readonly Line[]): number {
  const noHeading = (): string => '';
  return tailStart(source, gone, ({ start, end }) => {
    const whole = end - start <= LINE_LIMIT && mayMatch(index, source, start, end);
    if (whole && matchSpan(index, source, start, end, noHeading) !== undefined) return 0;
    const tail = end - start > TAIL_FLOOR ? matchTail(index, source, start, end, noHeading) : undefined;
    return (tail?.start ?? end) - start;
  });
}

/** Lines that are repeated are short; so many different ones are remembered, so that a scan's memory is bounded. */
const KNOWN_LENGTH = 80;
const KNOWN_LINES = 500;

/**
 * `matchSpan`, once for lines of the same words: in one scan, their words and the heading are all it goes by. Gives the
 * place in `matches`, or -1.
 */
function matchOnce(
  known: Map<string, number>,
  matches: LineMatch[],
  index: LineIndex,
  source: string,
  start: number,
  end: number,
  heading: () => string,
): number {
  const text = end - start <= KNOWN_LENGTH ? source.slice(start, end) : '';
  let match = text === '' ? undefined : known.get(text);
  if (match !== undefined) return match;
  const hit = matchSpan(index, source, start, end, heading);
  match = hit === undefined ? -1 : matches.push(hit) - 1;
  if (text !== '' && known.size < KNOWN_LINES) known.set(text, match);
  return match;
}

function skipBlanks(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(source.charCodeAt(at))) at++;
  return at;
}

function trimBlanks(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(source.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}

/** What cuts or matches say: a feed's tail names title and site; a line that names only a site, where the text first stood. */
export function lineFacts(cuts: readonly Captured[]): LineFacts {
  const facts: LineFacts = {};
  for (const { rule, title, site } of cuts) {
    if (title !== undefined) facts.title ??= title;
    if (site === undefined) continue;
    if (title !== undefined) facts.site ??= site;
    else if (contextOf({ id: rule })?.ownSite !== true) facts.originalSource ??= site;
  }
  return facts;
}
