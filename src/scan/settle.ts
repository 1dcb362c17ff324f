import type { Cut } from '../removals.ts';
import { closeSeams } from './seams.ts';
import type { Leak } from './types.ts';

/**
 * How much is scanned in all rounds together, as a multiple of the text and in units on top of it: a made text may lose a
 * piece in each round. Each round is for what the last one's cuts have joined.
 */
const WORK = 8;
const FREE_WORK = 400_000;
/** What a round costs however short the text, in the same units. */
const ROUND_WORK = 1000;
/** Real texts have nothing left by then: from this round on, what would go one by one goes together. */
const LATE = 4;

/** What a scan takes out of a text. */
export interface Found {
  readonly leaks: Leak[];
  /** Units that were read again for it. */
  readonly read: number;
}

/**
 * Scans a text until what is left of it holds no leak any more: a cut may join what stood around it into new code. The
 * later rounds see only what is left, so that they cost little; a text without leaks is scanned once. `late` asks for
 * what would go one after the other, each for the one before.
 */
export function settle(source: string, scan: (text: string, late: boolean) => Found): Leak[] {
  let { leaks } = scan(source, false);
  let found = leaks.length > 0;
  let work = source.length * (WORK - 1) + FREE_WORK;
  let before = Number.POSITIVE_INFINITY; // how much was kept the last time
  for (let round = 1; found && work > 0; round++) {
    const cuts = closeSeams(source, leaks.map(cutOf));
    const starts: number[] = []; // of the kept pieces, in the source
    const offsets: number[] = []; // of the same, in what is left
    const kept: string[] = [];
    let from = 0;
    let length = 0;
    const keep = (to: number): void => {
      if (to <= from) return;
      starts.push(from);
      offsets.push(length);
      kept.push(source.slice(from, to));
      length += to - from;
    };
    for (const { start, end } of cuts) {
      keep(start);
      from = end;
    }
    keep(source.length);
    // Cuts that take each other's place get no further.
    if (length >= before) break;
    before = length;
    const { leaks: more, read } = scan(kept.join(''), round >= LATE);
    work -= length + read + ROUND_WORK;
    found = more.length > 0;
    if (!found) break;
    let piece = 0;
    const origin = (offset: number): number => {
      while (piece + 1 < offsets.length && offsets[piece + 1] <= offset) piece++;
      return starts[piece] + offset - offsets[piece];
    };
    const mapped = more.map((leak) => {
      const start = origin(leak.start);
      return { ...leak, start, end: origin(leak.end - 1) + 1 };
    });
    leaks = join(leaks, mapped);
  }
  return leaks;
}

/** Two sorted lists as one; a later leak that reaches around earlier ones takes their place. */
function join(earlier: readonly Leak[], later: readonly Leak[]): Leak[] {
  const all: Leak[] = [];
  let i = 0;
  for (const leak of later) {
    while (i < earlier.length && earlier[i].end <= leak.start) all.push(earlier[i++]);
    while (i < earlier.length && earlier[i].start < leak.end) i++;
    all.push(leak);
  }
  while (i < earlier.length) all.push(earlier[i++]);
  return all;
}

/** A leak as a cut of its own, to be widened. */
export function cutOf({ rule, category, start, end }: Leak): Cut {
  return { rule, category, start, end };
}
