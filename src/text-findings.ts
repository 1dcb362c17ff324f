import { findLeakedCode } from './leaked-code.ts';
import { type Cut, cut, merge } from './removals.ts';
import type { CompiledRules } from './rules/compile.ts';
import { type LineCut, type Piece, scanLines } from './rules/lines.ts';
import { closeSeams } from './scan/seams.ts';
import { cutOf } from './scan/settle.ts';
import type { Leak } from './scan/types.ts';
import type { Category, Removal } from './types.ts';

/** What is to go out of a text whose tags are gone. */
export interface TextFindings {
  readonly removed: Removal[];
  /** The leaked code among it, as the scanner judged it. */
  readonly leaks: readonly Leak[];
  /** The labels and promo lines among it, with what they say; their spans may be those of another look. */
  readonly lines: readonly LineCut[];
}

/**
 * A cut can bring code together that stood apart, or make a line the last one: what is left is searched again until
 * there is nothing more to take, so that a second strip finds nothing. Real texts need one more look. A made one could give
 * up a line in each: what all looks together read is bounded, as a multiple of the text and in units on top of it, with
 * what a look costs however short the text.
 */
const WORK = 2;
const FREE_WORK = 100_000;
const ROUND_WORK = 500;

/**
 * Leaked code, labels and promo lines of a text, as sorted and disjoint spans over which the text closes seamlessly.
 *
 * @param piece what `source` is of a longer text; a whole text by default.
 */
export function findInText(
  source: string,
  rules: CompiledRules,
  wanted: (category: Category) => boolean,
  piece?: Piece,
): TextFindings {
  const first = findOnce(source, rules, wanted, true, piece);
  let { lines } = first;
  let removed = merge(source, cutsOf(source, first));
  // The scanner sees to it that cuts of code alone leave no code: it need look again only where lines went.
  let linesWent = lines.length > 0;
  let work = source.length * WORK + FREE_WORK;
  while (removed.length > 0 && work > 0) {
    const rest = cut(source, removed);
    work -= rest.length + ROUND_WORK;
    const more = findOnce(rest, rules, wanted, linesWent, piece);
    linesWent = more.lines.length > 0;
    const cuts = cutsOf(rest, more);
    if (cuts.length === 0) break;
    lines = lines.concat(more.lines);
    removed = merge(source, [...removed, ...inSource(cuts, removed)]);
  }
  return { removed, leaks: first.leaks, lines };
}

/** What was found as cuts over which the text closes; they are the lines themselves, widened. */
function cutsOf(source: string, { leaks, lines }: Found): Cut[] {
  return closeSeams<Cut>(source, leaks.length === 0 ? lines : [...leaks.map(cutOf), ...lines]);
}

interface Found {
  leaks: Leak[];
  lines: readonly LineCut[];
}

function findOnce(
  source: string,
  rules: CompiledRules,
  wanted: (category: Category) => boolean,
  code: boolean,
  piece: Piece | undefined,
): Found {
  const leaks = code ? findLeakedCode(source, rules, wanted) : [];
  const lines = scanLines(rules.lines, source, leaks, piece);
  const areWanted = lines.every(({ category }) => wanted(category));
  return { leaks, lines: areWanted ? lines : lines.filter(({ category }) => wanted(category)) };
}

/** The parts of the source that spans of the text without `removed` stand for. Both are sorted and disjoint. */
function inSource(spans: readonly Cut[], removed: readonly Removal[]): Cut[] {
  const parts: Cut[] = [];
  let next = 0; // of removed
  let before = 0; // units removed so far
  for (const { start, end, ...rest } of spans) {
    let at = start; // of the text without the removals
    for (; next < removed.length && removed[next].start - before < end; next++) {
      const here = removed[next].start - before; // where it was
      if (here > at) parts.push({ ...rest, start: at + before, end: here + before });
      at = Math.max(at, here);
      before += removed[next].end - removed[next].start;
    }
    if (at < end) parts.push({ ...rest, start: at + before, end: end + before });
  }
  return parts;
}
