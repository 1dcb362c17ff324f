import { grown } from '../tree/grown.ts';
import type { Line } from './line-layout.ts';
import type { LineMatch } from './line-match.ts';

/**
 * Lines that obey a rule by their words, in order, each with what stood before it: columns of numbers, since a made text
 * has one for every three of its units.
 */
export interface Candidates {
  count: number;
  /** What the rules found. Lines of the same words share one. */
  readonly matches: LineMatch[];
  /** The place of each candidate's match in `matches`. */
  match: Int32Array;
  start: Int32Array;
  end: Int32Array;
  /** Units of its line before it: those of the paragraph that a feed's tail is glued to. */
  own: Int32Array;
  /** The line before it; both -1 where there is none. */
  beforeStart: Int32Array;
  beforeEnd: Int32Array;
  /** Twice the paragraphs of prose before it, without what obeys rules; one more where it stands apart. */
  prose: Int32Array;
}

const FIRST = 16;

export function noCandidates(): Candidates {
  const column = (): Int32Array => new Int32Array(FIRST);
  return {
    count: 0,
    matches: [],
    match: column(),
    start: column(),
    end: column(),
    own: column(),
    beforeStart: column(),
    beforeEnd: column(),
    prose: column(),
  };
}

/**
 * Adds a candidate behind the others.
 *
 * @param lineStart where its line begins: before it, if it is a feed's tail
 * @param apart whether a blank line, a cut or the text's start stands before it
 */
export function addCandidate(
  list: Candidates,
  match: number,
  start: number,
  end: number,
  lineStart: number,
  before: Line | undefined,
  proseBefore: number,
  apart: boolean,
): void {
  const i = list.count++;
  list.match = grown(list.match, i);
  list.start = grown(list.start, i);
  list.end = grown(list.end, i);
  list.own = grown(list.own, i);
  list.beforeStart = grown(list.beforeStart, i);
  list.beforeEnd = grown(list.beforeEnd, i);
  list.prose = grown(list.prose, i);
  list.match[i] = match;
  list.start[i] = start;
  list.end[i] = end;
  list.own[i] = start - lineStart;
  list.beforeStart[i] = before?.start ?? -1;
  list.beforeEnd[i] = before?.end ?? -1;
  list.prose[i] = proseBefore * 2 + (apart ? 1 : 0);
}
