import type { Rule } from '../types.ts';
import { foldText } from './fold.ts';
import { settle, trailingHeadline } from './line-evidence.ts';
import type { LineIndex } from './line-index.ts';
import { type Line, type Piece, PROSE_LENGTH } from './line-layout.ts';
import {
  contextOf,
  LINE_LIMIT,
  type LineCut,
  type LineHit,
  type LineMatch,
  matchSpan,
  matchTail,
  mayMatch,
} from './line-match.ts';

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
export function scanLines(index: LineIndex, source: string, gone: readonly Line[] = [], piece?: Piece): LineCut[] {
  const cuts = scanOnce(index, source, gone, piece);
  let found = cuts.length;
  for (let round = 1; round < ROUNDS && found > 0; round++) {
    const absent = [...gone, ...cuts].sort((a, b) => a.start - b.start);
    const more = scanOnce(index, source, absent, piece);
    found = more.length;
    cuts.push(...more);
  }
  return cuts.sort((a, b) => a.start - b.start);
}

/** One round: the lines that are borne out by what is there. */
function scanOnce(index: LineIndex, source: string, gone: readonly Line[], piece: Piece | undefined): LineCut[] {
  const candidates: { hit: LineHit; before: Line | undefined; proseBefore: number; apart: boolean }[] = [];
  let headed: Line | undefined;
  let heading = piece?.heading === undefined ? undefined : foldText(piece.heading);
  const headingOf = (): string => {
    heading ??= headed === undefined ? '' : foldText(source.slice(headed.start, headed.end));
    return heading;
  };
  let before: Line | undefined;
  let prose = piece?.prose ?? 0;
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
    let hit: LineHit | undefined;
    if (end - start <= LINE_LIMIT && mayMatch(index, source, start, end)) {
      hit = matchSpan(index, source, start, end, headingOf);
    }
    if (hit === undefined && end - start > TAIL_FLOOR) hit = matchTail(index, source, start, end, headingOf);
    if (hit !== undefined) candidates.push({ hit, before, proseBefore: prose, apart: gap });
    if (end - start >= PROSE_LENGTH) prose++;
    before = { start, end };
    gap = false;
  }
  const cuts = settle(source, candidates, gone, piece?.goesOn);
  const headline = piece?.goesOn ? undefined : trailingHeadline(source, cuts, gone, prose);
  if (headline !== undefined) {
    cuts.push(headline);
    cuts.sort((a, b) => a.start - b.start);
  }
  return cuts;
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
