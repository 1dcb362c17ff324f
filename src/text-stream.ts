import { cut } from './removals.ts';
import type { CompiledRules } from './rules/compile.ts';
import { PROSE_LENGTH } from './rules/line-layout.ts';
import { type Piece, tailOf } from './rules/lines.ts';
import { findRegions } from './scan/regions.ts';
import { findInText } from './text-findings.ts';
import type { Category, Removal } from './types.ts';

/** How much of a text is read at a time, beside what is held around it. UTF-16 units. */
const WINDOW: number = 1024 * 1024;
/**
 * How much of what is left of the text is held before and after what is decided: code that the writer shows speaks for
 * the code within 20,000 units, and the prose before that code says whether it is shown.
 */
const CONTEXT = 22_000;
/** A border has no code so near behind it, so that what stands before that code is held with it. Units. */
const CLEAR = 600;
/** Windows after which a text that offers no border is cut at the next best place. */
const MOST_WINDOWS = 8;
/** How far back a text that is cut without a border is searched for the end of a statement, and what ends one. */
const STATEMENT = 1000;
const ENDS = ';},>\n';
/** A longer first line is no heading. */
const HEADING_LENGTH = 300;

/** Takes the leaks out of a text that comes in pieces. */
export interface TextStripper {
  /** Takes the next piece, which may end anywhere; gives what is decided by now, often nothing. */
  push(piece: string): string;
  /** Gives the rest: the text ends here. */
  end(): string;
}

/** A place where a text may be cut without a decision being changed, in the source and in what is left of it. */
interface Border {
  readonly source: number;
  readonly output: number;
}

/** @param window how much is read at a time, in UTF-16 units; memory stays under a few of them. */
export function createTextStripper(
  rules: CompiledRules,
  wanted: (category: Category) => boolean,
  window: number = WINDOW,
): TextStripper {
  let held = ''; // the context that is decided already, and what is not
  let decided = 0; // of held
  let waiting: string[] = [];
  let waitingLength = 0;
  let due = window;
  let heading: string | undefined;
  let prose = 0;

  const take = (): void => {
    held += waiting.join('');
    waiting = [];
    waitingLength = 0;
  };

  /** Decides up to a border, and gives what is left up to there. */
  const advance = (): string => {
    take();
    const piece: Piece = { heading, prose, goesOn: true };
    const { removed } = findInText(held, rules, wanted, piece);
    const output = cut(held, removed);
    let borders = bordersOf(held, output, removed);
    const found = pick(borders, decided, tailBefore(rules, held, removed, borders.at(-1)));
    let to = found;
    let space = '';
    if (to === undefined) {
      if (held.length - decided < MOST_WINDOWS * window) {
        due = Math.ceil((held.length - decided) * 1.5);
        return '';
      }
      to = forcedBorder(held, removed, decided, held.length - Math.floor(window / 2));
      space = spaceBefore(held, removed, to.source);
      borders = [...borders, to];
    }
    const given = output.slice(outputOffset(removed, decided), to.output) + space;
    const goal = to.output - CONTEXT;
    const front = found === undefined ? to : borders.findLast((border) => border.output <= goal);
    const from = front?.source ?? 0;
    if (front !== undefined) learn(output.slice(0, front.output));
    held = held.slice(from);
    decided = to.source - from;
    due = held.length - decided + window;
    return given;
  };

  /** Keeps what the lines of the rest have to know of a part that is let go. */
  const learn = (text: string): void => {
    for (let from = 0; from < text.length; ) {
      let to = text.indexOf('\n', from);
      if (to < 0) to = text.length;
      const line = text.slice(from, to).trim();
      if (heading === undefined && line !== '') heading = line.length <= HEADING_LENGTH ? line : '';
      if (line.length >= PROSE_LENGTH) prose++;
      from = to + 1;
    }
  };

  return {
    push(text) {
      let given = '';
      for (let from = 0; from < text.length; ) {
        // A chunk may be longer than the window: no more of it is read at a time.
        const room = Math.max(1, due - (held.length - decided) - waitingLength);
        const next = text.slice(from, from + room);
        waiting.push(next);
        waitingLength += next.length;
        from += next.length;
        if (held.length - decided + waitingLength >= due) given += advance();
      }
      return given;
    },
    end() {
      take();
      const { removed } = findInText(held, rules, wanted, { heading, prose, goesOn: false });
      const given = cut(held, removed).slice(outputOffset(removed, decided));
      held = '';
      decided = 0;
      return given;
    },
  };
}

/** The last border that has enough behind it, and the text's tail as well. */
function pick(borders: readonly Border[], after: number, tail: number): Border | undefined {
  const goal = (borders.at(-1)?.output ?? 0) - CONTEXT;
  const border = borders.findLast(({ source, output }) => output <= goal && source <= tail);
  return border !== undefined && border.source > after ? border : undefined;
}

function tailBefore(
  rules: CompiledRules,
  source: string,
  removed: readonly Removal[],
  last: Border | undefined,
): number {
  const end = last?.source ?? 0;
  return tailOf(
    rules.lines,
    source.slice(0, end),
    removed.filter((removal) => removal.end <= end),
  );
}

/** The borders of a text: quiet before the cuts as after them, and with what is kept on both sides. */
function bordersOf(source: string, output: string, removed: readonly Removal[]): Border[] {
  const before = quietPlaces(source);
  const after = removed.length === 0 ? before : quietPlaces(output);
  const borders: Border[] = [];
  let next = 0; // of removed
  let gone = 0;
  let k = 0; // of after
  for (const place of before) {
    while (next < removed.length && removed[next].end < place) {
      gone += removed[next].end - removed[next].start;
      next++;
    }
    const here = place - gone;
    while (k < after.length && after[k] < here) k++;
    if (after[k] !== here || (next < removed.length && removed[next].start <= place)) continue;
    // White space next to a cut belongs to the seam.
    let space = place;
    while (space > 0 && isSpace(source.charCodeAt(space - 1))) space--;
    if (space === 0 || (next > 0 && removed[next - 1].end >= space)) continue;
    borders.push({ source: place, output: here });
  }
  return borders;
}

function quietPlaces(source: string): number[] {
  const quiet: number[] = [];
  const regions = findRegions(source, quiet);
  const places: number[] = [];
  let next = 0; // of regions
  for (const place of quiet) {
    while (next < regions.length && regions[next][0].start < place) next++;
    if (next === regions.length || regions[next][0].start > place + CLEAR) places.push(place);
  }
  return places;
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/**
 * A place for a text that has no border: where a line begins that stays, as the one before it does; else, in a leak that
 * does not end, after what ends a statement, a rule or a value, so that code goes on as code.
 */
function forcedBorder(source: string, removed: readonly Removal[], decided: number, near: number): Border {
  let next = removed.length - 1;
  for (
    let at = source.lastIndexOf('\n', near);
    at > Math.max(decided, near / 2);
    at = source.lastIndexOf('\n', at - 1)
  ) {
    while (next >= 0 && removed[next].start > at + 1) next--;
    if (next < 0 || removed[next].end < at) return { source: at + 1, output: outputOffset(removed, at + 1) };
  }
  let at = near;
  while (at > near - STATEMENT && !ENDS.includes(source[at - 1])) at--;
  if (at === near - STATEMENT) at = near;
  const code = source.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) at--;
  return { source: at, output: outputOffset(removed, at) };
}

/** The white space that a removal took before its code, where a border falls into it: what follows does not know of it. */
function spaceBefore(source: string, removed: readonly Removal[], at: number): string {
  const removal = removed.find(({ start, end }) => start < at && end >= at);
  if (removal === undefined) return '';
  let end = removal.start;
  while (end < at && isSpace(source.charCodeAt(end))) end++;
  return source.slice(removal.start, end);
}

/** Where an offset of the source comes to stand in what is left. */
function outputOffset(removed: readonly Removal[], at: number): number {
  let gone = 0;
  for (const { start, end } of removed) {
    if (start >= at) break;
    gone += Math.min(end, at) - start;
  }
  return at - gone;
}
