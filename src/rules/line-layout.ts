import { partitionPoint } from '../partition-point.ts';
/** A line of a text, without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** Where a text is read in pieces: what the lines of one piece have to know of the rest. */
export interface Piece {
  /** The first line of the text where it stands before the piece; '' if it is no heading. */
  readonly heading: string | undefined;
  /** How many paragraphs of prose stand before the piece. */
  readonly prose: number;
  /** Whether the text goes on after the piece, so that the piece has no tail. */
  readonly goesOn: boolean;
}

/** Lines of this length or more are taken for paragraphs of prose. Units. */
export const PROSE_LENGTH = 100;
/** The tail of a text: what follows the last paragraph but one, and no more than this. Units and lines. */
const TAIL_LENGTH = 6000;
const TAIL_LINES = 60;

/** A line beside another one, and whether blank lines or spans that are gone stand between. */
export interface Neighbour extends Line {
  readonly apart: boolean;
}

/** The next line after `at` that is neither blank nor gone. */
export function lineAfter(source: string, at: number, gone: readonly Line[]): Neighbour | undefined {
  let breaks = 0;
  let start = at;
  for (;;) {
    for (; start < source.length; start++) {
      const code = source.charCodeAt(start);
      if (code === 0x0a) breaks++;
      else if (!isSpace(code)) break;
    }
    if (start >= source.length) return undefined;
    let end = source.indexOf('\n', start);
    if (end < 0) end = source.length;
    end = trimEnd(source, start, end);
    if (!isGone(gone, start, end)) return { start, end, apart: breaks > 1 };
    breaks = 2;
    start = end;
  }
}

/** The line before `at` that is neither blank nor gone. */
export function lineBefore(source: string, at: number, gone: readonly Line[]): Neighbour | undefined {
  let breaks = 0;
  let end = at;
  for (;;) {
    for (; end > 0; end--) {
      const code = source.charCodeAt(end - 1);
      if (code === 0x0a) breaks++;
      else if (!isSpace(code)) break;
    }
    if (end === 0) return undefined;
    let start = source.lastIndexOf('\n', end - 1) + 1;
    while (start < end && isSpace(source.charCodeAt(start))) start++;
    if (!isGone(gone, start, end)) return { start, end, apart: breaks > 1 };
    breaks = 2;
    end = start;
  }
}

/** Whether one of the spans, which are sorted and disjoint, holds the whole line. */
export function isGone(gone: readonly Line[], start: number, end: number): boolean {
  const low = partitionPoint(0, gone.length, (i) => gone[i].end <= start);
  return low < gone.length && gone[low].start <= start && gone[low].end >= end;
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(source.charCodeAt(at - 1))) at--;
  return at;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000;
}

/**
 * Where the tail of the text begins: after its last long paragraph but one.
 *
 * @param own the units of a line that obey no line rule; asked from the last line up. What obeys one is passed over, as
 *   it would be if it were gone: so no cut moves the tail. Only where a long line is the last but one does the tail end
 *   there all the same, since it then holds for none of its rules.
 */
export function tailStart(source: string, gone: readonly Line[], own: (line: Line) => number): number {
  let at = source.length;
  let paragraphs = 0;
  let length = 0;
  for (let lines = 0; lines < TAIL_LINES && length < TAIL_LENGTH; ) {
    const line = lineBefore(source, at, gone);
    if (line === undefined) return 0;
    if (line.end - line.start >= PROSE_LENGTH && paragraphs === 1) return line.end;
    const units = own(line);
    if (units >= PROSE_LENGTH) paragraphs++;
    length += units;
    if (units > 0) lines++;
    at = line.start;
  }
  return at;
}
