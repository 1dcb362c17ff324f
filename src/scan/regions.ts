import { CLASS, DIGIT, IDENTIFIER, isBlank, isNameChar, isSpace, skipBlank, skipSpace } from './chars.ts';
import { isPrelude, readStyle } from './css.ts';
import { LEAD_WORDS } from './data/script-words.ts';
import { readScript } from './js.ts';
import { readJson } from './json.ts';
import { createMemo, lineEnd, type Memo, skipFence } from './literals.ts';
import { readMarkup } from './markup.ts';
import type { Kind, Reading } from './types.ts';
import type { Unit } from './units.ts';

/** Points from which on a region counts as code. */
export const CODE_POINTS: number = 4;

/**
 * The stretches of code in a text, each as its units in order: what was leaked and what the writer shows alike.
 *
 * @param quiet is filled with starts of lines at which nothing read before counts any more: from there a text that is
 *   cut off in front gives the same stretches.
 */
export function findRegions(source: string, quiet?: number[]): Unit[][] {
  const regions: Unit[][] = [];
  const length = source.length;
  const memo = createMemo();
  let region: Unit[] | undefined;
  let lineStart = 0;
  let i = 0;
  let vainEnd = 0; // how far readers have gone in vain
  let vain = 0; // how often, since the text before it was left behind
  const take = (first: Unit): void => {
    const last = region?.[region.length - 1];
    const floor = last ? last.end : 0;
    let unit: Unit | undefined = withLead(source, floor, first, memo);
    if (region && skipSpace(source, floor, length) < unit.start) region = undefined;
    while (unit) {
      while (isSpace(source.charCodeAt(unit.end - 1))) unit.end--;
      if (region) {
        region.push(unit);
      } else {
        region = [unit]; // most have but one, and an empty array that grows makes room for more
        regions.push(region);
      }
      i = unit.end;
      lineStart = unit.end;
      const next = skipSpace(source, i, length);
      unit = next < length ? readUnit(source, next, length, false, memo) : undefined;
    }
  };
  for (;;) {
    const anchor = nextAnchor(source, i, length);
    if (quiet !== undefined) addQuiet(quiet, source, Math.max(i, vainEnd), anchor, region, memo);
    if (anchor >= length) break;
    // Back to the line's beginning, but not over what has been read: every unit is passed twice at most.
    let begin = anchor;
    while (begin > i && source.charCodeAt(begin - 1) !== 10) begin--;
    if (begin > i || (i > 0 && source.charCodeAt(i - 1) === 10)) lineStart = begin;
    i = anchor;
    const c = source.charCodeAt(i);
    if (c === 96 || c === 126) {
      const fence = skipBlank(source, lineStart, length) === i ? skipFence(source, i, length, memo) : -1;
      // What the writer has fenced in is shown.
      i = fence > 0 ? fence : i + 1;
      if (fence > 0) lineStart = i;
      continue;
    }
    // A line with a sign of code: read it from its beginning, or from where code is glued to prose.
    const end = lineEnd(source, i, length, memo);
    memo.reached = 0;
    const unit =
      readFromHead(source, lineStart, region, length, memo) ?? readLine(source, lineStart, end, length, memo);
    if (unit) {
      take(unit);
      continue;
    }
    if (isLong(lineStart, memo.reached)) {
      vain = lineStart < vainEnd ? vain + 1 : 1;
      vainEnd = Math.max(vainEnd, Math.min(memo.reached, length));
    }
    i = Math.max(end, vain > MOST_IN_VAIN ? vainEnd : 0);
  }
  return regions;
}

/** The starts of lines between two offsets that no stretch can go on in and that nothing looked for in vain reaches. */
function addQuiet(
  quiet: number[],
  source: string,
  from: number,
  to: number,
  region: readonly Unit[] | undefined,
  memo: Memo,
): void {
  const end = region?.[region.length - 1]?.end;
  let floor = end === undefined ? from : Math.max(from, skipSpace(source, end, source.length) + 1);
  for (const reach of memo.to) floor = Math.max(floor, reach);
  for (
    let at = source.indexOf('\n', Math.max(0, floor - 1)) + 1;
    at > 0 && at < to;
    at = source.indexOf('\n', at) + 1
  ) {
    if (!isSpace(source.charCodeAt(at))) quiet.push(at);
  }
}

/** Characters that stand in nearly every line of code and in few lines of prose. */
const SIGNS = /[{}=;<(/`~]/g;

/** The next sign of code. The engine's own search for a class of characters is five times as fast as a loop. */
function nextAnchor(source: string, from: number, length: number): number {
  SIGNS.lastIndex = from;
  while (SIGNS.test(source)) {
    const at = SIGNS.lastIndex - 1;
    if (isAnchor(source, at, source.charCodeAt(at))) return at;
  }
  return length;
}

function isAnchor(source: string, i: number, c: number): boolean {
  if (c === 40) return i > 0 && isNameChar(source.charCodeAt(i - 1));
  if (c === 59) {
    // In prose a semicolon stands between a word and a blank.
    return !isBlank(source.charCodeAt(i + 1)) || !isNameChar(source.charCodeAt(i - 1));
  }
  if (c === 47) {
    const next = source.charCodeAt(i + 1);
    return (next === 42 || next === 47) && source.charCodeAt(i - 1) !== 58;
  }
  return true;
}

/** How many lines before its first sign of code a region may begin. */
const MAX_LEAD = 12;

/**
 * The unit with the lines right before it that bear no sign of code of their own: the first lines of a selector list,
 * a selector whose { stands alone, the head of an `if`. Read again from there once, if they prove to belong to it.
 */
function withLead(source: string, floor: number, unit: Unit, memo: Memo): Unit {
  const length = source.length;
  let at = unit.start;
  let best = at;
  for (let lines = 0; lines < MAX_LEAD; lines++) {
    let end = at;
    while (end > floor && isBlank(source.charCodeAt(end - 1))) end--;
    if (end <= floor || source.charCodeAt(end - 1) !== 10) break;
    end--;
    while (end > floor && isBlank(source.charCodeAt(end - 1))) end--;
    let begin = end;
    while (begin > floor && end - begin < 500 && source.charCodeAt(begin - 1) !== 10) begin--;
    while (begin < end && isBlank(source.charCodeAt(begin))) begin++;
    if (begin >= end || end - begin >= 500) break;
    const last = source.charCodeAt(end - 1);
    const opens = source.charCodeAt(at) === 123;
    if (
      last === 44
        ? !isPrelude(source, begin, end - 1, 0, true, memo)
        : !(opens && lines === 0 && isHead(source, begin, end, last, memo))
    )
      break;
    best = begin;
    at = begin;
  }
  if (best === unit.start) return unit;
  const longer = readUnit(source, best, length, false, memo);
  return longer && longer.end >= unit.end ? longer : unit;
}

/** Where a line begins with {, the unit from the selector or head on the line before. */
function readFromHead(
  source: string,
  lineStart: number,
  region: readonly Unit[] | undefined,
  limit: number,
  memo: Memo,
): Unit | undefined {
  const first = skipBlank(source, lineStart, limit);
  if (source.charCodeAt(first) !== 123 || lineStart === 0) return undefined;
  const floor = region?.[region.length - 1]?.end ?? 0;
  const stub: Unit = { start: first, end: first + 1, kind: 'style', markup: false, points: 0, whole: false };
  const unit = withLead(source, floor, stub, memo);
  return unit === stub ? undefined : unit;
}

/** Whether a line before a lone { is a selector or the head of a statement. */
function isHead(source: string, begin: number, end: number, last: number, memo: Memo): boolean {
  return last === 41 || isPrelude(source, begin, end, 0, false, memo);
}

function readLine(source: string, from: number, end: number, limit: number, memo: Memo): Unit | undefined {
  let i = from;
  let first = true;
  while (i < end) {
    while (i < end && isBlank(source.charCodeAt(i))) i++;
    if (i >= end) break;
    if (first || mayBegin(source, i, end)) {
      const unit = readUnit(source, i, limit, !first, memo);
      if (unit && (first || unit.points >= CODE_POINTS)) return unit;
      if (isLong(i, memo.reached)) i = Math.min(end, memo.reached);
    }
    first = false;
    while (i < end && !isBlank(source.charCodeAt(i))) {
      // What stands between backticks is shown.
      if (source.charCodeAt(i) === 96) i = closingTick(source, i, end);
      i++;
    }
  }
  return undefined;
}

/** How much a reader may go through in vain before it is remembered. Units. */
const IN_VAIN = 300;
/** How often readers may go through the same text in vain before the next one starts behind it. */
const MOST_IN_VAIN = 4;

function isLong(from: number, reached: number): boolean {
  return reached - from > IN_VAIN;
}

/** The backtick that closes the one at an offset on the same line, or the offset itself. */
function closingTick(source: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) if (source.charCodeAt(i) === 96) return i;
  return at;
}

/** Whether code that is glued to prose may begin here. */
function mayBegin(source: string, at: number, limit: number): boolean {
  const c = source.charCodeAt(at);
  if (c >= 128) return false;
  if ((CLASS[c] & DIGIT) !== 0) return false;
  if ((CLASS[c] & IDENTIFIER) === 0) {
    const next = source.charCodeAt(at + 1);
    switch (c) {
      case 46: // .
      case 35: // #
      case 64: // @
        return isNameChar(next) || next === 45;
      case 40: // (
      case 123: // {
      case 91: // [
      case 33: // !
      case 59: // ;
      case 125: // }
      case 60: // <
      case 58: // :
        return true;
      case 47: // /
        return next === 42 || next === 47;
      case 34: // "use strict"
      case 39:
        return source.startsWith('use strict', at + 1);
      default:
        return false;
    }
  }
  let i = at;
  while (i < limit && isNameChar(source.charCodeAt(i))) i++;
  const next = source.charCodeAt(i);
  if (next === 46 || next === 40 || next === 91 || next === 61 || next === 123) return true;
  if (i - at <= 10 && LEAD_WORDS.has(source.slice(at, i))) return true;
  const after = source.charCodeAt(i + 1);
  return next === 32 && (after === 61 || after === 123);
}

function readUnit(source: string, start: number, limit: number, glued: boolean, memo: Memo): Unit | undefined {
  const c = source.charCodeAt(start);
  if (c === 123 || c === 91) {
    const json = readJson(source, start, limit);
    if (json.points >= 3) return unitOf(start, 'data', json);
  }
  if (c === 60 && source.startsWith('<!--', start)) {
    // A comment around code of its time, when browsers had to be kept from showing it.
    const script = readScript(source, start, limit, memo);
    if (script.points >= CODE_POINTS) return unitOf(start, 'script', script);
  }
  if (c === 60 || c === 38) {
    const markup = readMarkup(source, start, limit, memo);
    if (markup.end > start) return unitOf(start, 'data', markup, true);
  }
  if (c === 34) {
    const end = longToken(source, start, limit);
    if (end > start) return { start, end, kind: 'data', markup: false, points: CODE_POINTS, whole: true };
  }
  const style = readStyle(source, start, limit, glued, memo);
  if (style.end > start && style.points >= 3) return unitOf(start, 'style', style);
  const script = readScript(source, start, limit, memo);
  if (script.end > start && script.points > 0) return unitOf(start, 'script', script);
  return undefined;
}

/** A unit with the names of all its members in place, which takes half the memory of one that a reading is spread into. */
function unitOf(start: number, kind: Kind, { end, points, whole }: Reading, markup = false): Unit {
  return { start, end, kind, markup, points, whole };
}

/** The end of a string in quotes that is one long run without blanks, as a state that was serialised; else `start`. */
function longToken(source: string, start: number, limit: number): number {
  let i = start + 1;
  while (i < limit && !isSpace(source.charCodeAt(i)) && source.charCodeAt(i) !== 34) i++;
  return source.charCodeAt(i) === 34 && i - start > 100 && source.charCodeAt(i + 1) !== 58 ? i + 1 : start;
}
