import { partitionPoint } from '../partition-point.ts';
import { CLASS, DIGIT, isNameChar, isSpace, LETTER, skipSpace } from './chars.ts';
import { AT_RULES, ELEMENTS, PROPERTIES } from './data/style-words.ts';
import { lineEnd, type Memo, skipComment, skipQuoted } from './literals.ts';
import type { Reading } from './types.ts';

/** How long a prelude (a selector list, a media query) may be. */
const MAX_PRELUDE = 20_000;
/** The same where the code is glued to prose. */
const GLUED_PRELUDE = 1000;
/** How long a value may be: fonts and pictures are written into them. */
const MAX_VALUE = 1 << 20;

/**
 * Reads rules of CSS from `start`: whole rules, nested at-rules, the remains of one whose beginning is cut off, and one
 * whose end is. Stops at an empty line between rules or where the text is no style any more.
 */
export function readStyle(source: string, start: number, limit: number, glued: boolean, memo: Memo): Reading {
  let depth = 0;
  let i = start;
  let safe = start;
  let points = 0;
  let declared = false; // whether there was a declaration, an at-rule or an empty block
  const reading = (end: number, whole: boolean): Reading => ({
    end,
    points: declared ? points : Math.min(points, 1),
    whole,
  });
  while (i < limit) {
    let newlines = 0;
    while (i < limit && isSpace(source.charCodeAt(i))) {
      if (source.charCodeAt(i) === 10) newlines++;
      i++;
    }
    if (i >= limit) break;
    if (depth === 0 && newlines > 1 && safe > start) return reading(safe, true);
    const c = source.charCodeAt(i);
    if (c === 47 && source.charCodeAt(i + 1) === 42) {
      const end = skipComment(source, i, limit, memo);
      if (end < 0) break;
      i = end;
      declared = true;
      if (depth === 0) {
        safe = end;
        points += points === 0 ? 4 : 1;
      }
      continue;
    }
    if (c === 60 && source.startsWith('<!--', i)) {
      i += 4;
      continue;
    }
    if (c === 45 && source.startsWith('-->', i)) {
      i += 3;
      if (depth === 0) safe = i;
      continue;
    }
    if (c === 125) {
      // }
      i++;
      points += 1;
      if (depth > 0) depth--;
      if (depth === 0) safe = i;
      continue;
    }
    if (c === 59) {
      i++;
      if (depth === 0 && safe > start) safe = i;
      continue;
    }
    if (depth === 0 && isNoItem(source, i, limit)) break;
    // A declaration, an at-rule or a rule: what comes first of ; { }?
    const stop = itemEnd(
      source,
      i,
      limit,
      depth > 0 ? MAX_VALUE : glued && points === 0 ? GLUED_PRELUDE : MAX_PRELUDE,
      memo,
    );
    const d = stop < limit ? source.charCodeAt(stop) : 0;
    if (d === 123) {
      if (!isPrelude(source, i, stop, depth, points > 0 && newlines > 0, memo)) break;
      points += depth === 0 && (c === 46 || c === 35) ? 3 : 2;
      depth++;
      i = stop + 1;
      if (c === 64 || source.charCodeAt(skipSpace(source, i, limit)) === 125) declared = true;
      continue;
    }
    if (stop === limit && points > 0 && limit === source.length && isPrelude(source, i, stop, depth, false, memo)) {
      // A selector list that the end of the text cuts off.
      i = stop;
      if (depth === 0) safe = stop;
      break;
    }
    const atRule = c === 64;
    if (
      atRule
        ? !isAtRule(source, i, stop)
        : !isDeclaration(source, i, stop, depth) && !(depth > 0 && declared && isOddItem(source, i, stop))
    )
      break;
    declared = true;
    if (atRule && (d === 10 || stop === limit) && source.startsWith('@import url(', i)) {
      i = lineEnd(source, i, stop, memo);
      points += 6;
      if (depth === 0) safe = i;
      continue;
    }
    if (d === 59) {
      i = stop + 1;
      points += atRule && depth === 0 ? 5 : 2;
      if (depth === 0) safe = i;
    } else if (d === 125) {
      i = stop;
      points += 2;
    } else {
      // Cut off: by the end of the text, or by a quotation mark that is never closed. No more than the line goes.
      const rest = stop === limit ? lineEnd(source, i, limit, memo) : stop;
      if (depth > 0 && isDeclaration(source, i, rest, stop === limit ? depth : 0, true)) {
        i = rest;
        points += 1;
      }
      break;
    }
  }
  memo.reached = Math.max(memo.reached, i);
  if (depth === 0) return reading(safe, true);
  let end = i;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return reading(Math.max(end, safe), false);
}

/** Longer names are looked at as items. */
const MAX_NAME = 80;

/**
 * Whether neither a selector list nor a declaration of a top level can begin here, wherever the item may end: a tag, a
 * string, a bracket, or a word with one of these or an equals sign on its heels. So `<a href="` is not read to the end
 * of what might be an item once a word.
 */
function isNoItem(source: string, from: number, limit: number): boolean {
  const far = Math.min(limit, from + MAX_NAME);
  let i = from;
  while (i < far && (isNameChar(source.charCodeAt(i)) || source.charCodeAt(i) === 45)) i++;
  if (i >= limit) return false;
  const c = source.charCodeAt(i);
  if (c === 34 || c === 39) return true;
  if (i === from) return c === 60 || c === 40;
  return c === 61 || (c === 40 && isNameChar(source.charCodeAt(i - 1)));
}

/**
 * The offset of the ; { or } that ends an item, strings and parentheses skipped; `limit` where there is none. Of what it
 * went through it remembers the end that has no open parentheses in it: looked for from anywhere there outside of a
 * string or comment, the answer is the same, so that a long stretch is not gone through once a word.
 */
function itemEnd(source: string, from: number, limit: number, reach: number, memo: Memo): number {
  const far = Math.min(limit, from + reach);
  let parens = 0;
  const known = from >= memo.itemFrom && from <= memo.itemTo && !isInHole(memo.itemHoles, from);
  let plain = known ? memo.itemFrom : from;
  let i = known ? memo.itemTo : from;
  let holes: number[] = []; // new ones
  for (; i < far; i++) {
    const c = source.charCodeAt(i);
    if (c === 34 || c === 39 || c === 92 || (c === 47 && source.charCodeAt(i + 1) === 42)) {
      const quoted = c === 34 || c === 39;
      const end = quoted ? skipQuoted(source, i, limit, memo) : c === 92 ? i + 2 : skipComment(source, i, limit, memo);
      if (end < 0) return limit;
      holes.push(i, end);
      i = end - 1;
    } else if (c === 40) {
      parens++;
    } else if (c === 41) {
      if (parens > 0) parens--;
    } else if (c === 123 || c === 125) {
      break;
    } else if (c === 59) {
      if (parens === 0 || source.charCodeAt(i + 1) === 10) break;
      plain = i + 1;
      holes = [];
    } else if (c === 10 && source.charCodeAt(i + 1) === 10 && source.charCodeAt(i - 1) !== 44) {
      break; // an empty line ends an item but in a selector list
    }
  }
  const end = Math.min(i, far);
  if (parens === 0 && plain <= end && i <= far && !(known && end < memo.itemTo)) {
    if (!known || plain > memo.itemFrom) memo.itemHoles = holes;
    else for (const edge of holes) memo.itemHoles.push(edge);
    memo.itemFrom = plain;
    memo.itemTo = end;
  }
  return end;
}

/** Whether one of the holes, which are in order, holds an offset that is not its first. */
function isInHole(holes: readonly number[], at: number): boolean {
  const low = partitionPoint(0, holes.length >> 1, (i) => holes[2 * i + 1] <= at);
  return 2 * low < holes.length && holes[2 * low] < at;
}

function isAtRule(source: string, from: number, to: number): boolean {
  let i = from + 1;
  while (i < to && (isNameChar(source.charCodeAt(i)) || source.charCodeAt(i) === 45)) i++;
  return AT_RULES.has(source.slice(from + 1, Math.min(i, from + 40)));
}

/** Whether the text before a { is a selector list or an at-rule's head. */
export function isPrelude(
  source: string,
  from: number,
  to: number,
  depth: number,
  lenient: boolean,
  memo: Memo,
): boolean {
  if (from >= to) return depth > 0 || startsDeclaration(source, to + 1);
  const first = source.charCodeAt(from);
  if (first === 64) return isAtRule(source, from, to) || (lenient && isNameStart(source.charCodeAt(from + 1)));
  if (depth === 0 && (first === 45 || first === 40 || first === 36 || first === 92)) return false;
  let brackets = 0;
  let pseudo = false;
  let fresh = true; // a type selector may stand here
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i);
    if (c === 34 || c === 39) {
      if (brackets === 0) return false;
      const end = skipQuoted(source, i, to, memo);
      if (end < 0) return false;
      i = end - 1;
    } else if (c === 47 && source.charCodeAt(i + 1) === 42) {
      const end = skipComment(source, i, to, memo);
      if (end < 0) return false;
      i = end - 1;
    } else if (c === 92) {
      i++;
      fresh = false;
    } else if (c === 40 || c === 91) {
      // A parenthesis belongs to a pseudo-class; a call has none before it.
      if (c === 40 && brackets === 0 && !pseudo && i > from && isNameChar(source.charCodeAt(i - 1))) return false;
      brackets++;
    } else if (c === 41 || c === 93) {
      brackets--;
    } else if (isSpace(c) || c === 44 || c === 62 || c === 43 || c === 126) {
      fresh = true;
    } else if (c === 46 || c === 35 || c === 58) {
      // . # :
      fresh = false;
      pseudo = c === 58;
      if (c !== 58 && !isNameStart(source.charCodeAt(i + 1))) {
        if (!lenient && !(depth > 0 && c === 46)) return false;
      }
    } else if (c === 42 || c === 38 || c === 37 || c === 124 || c === 94 || c === 45 || (c === 36 && brackets > 0)) {
      fresh = c === 38 ? false : fresh;
    } else if (c === 61) {
      if (brackets === 0) return false;
    } else if (isNameChar(c)) {
      if (fresh && brackets === 0) {
        let end = i + 1;
        let dashed = false;
        while (end < to && (isNameChar(source.charCodeAt(end)) || source.charCodeAt(end) === 45)) {
          if (source.charCodeAt(end) === 45) dashed = true;
          end++;
        }
        if (end - i > 60) return false;
        const name = source.slice(i, end);
        const known = dashed ? name === name.toLowerCase() : ELEMENTS.has(name.toLowerCase());
        if (
          !known &&
          !((CLASS[c] & DIGIT) !== 0 && depth > 0) &&
          !isUnknownElement(source, from, i, end, to, lenient || depth > 0)
        )
          return false;
        i = end - 1;
      }
      fresh = false;
    } else {
      return false;
    }
  }
  return true;
}

/** Whether a type selector that HTML does not know may be one all the same: within a longer selector, or right before {. */
function isUnknownElement(
  source: string,
  from: number,
  at: number,
  end: number,
  to: number,
  lenient: boolean,
): boolean {
  const c = source.charCodeAt(at);
  if (c < 97 || c > 122) return false;
  let before = at - 1;
  while (before > from && isSpace(source.charCodeAt(before))) before--;
  if (at > from && source.charCodeAt(before) !== 44) return true;
  if (!lenient) return false;
  let after = end;
  while (after < to && isSpace(source.charCodeAt(after))) after++;
  return after === to || source.charCodeAt(after) === 44 || (at === from && isNameChar(source.charCodeAt(after)));
}

function isNameStart(c: number): boolean {
  return isNameChar(c) || c === 45 || c === 92 || c === 123;
}

/** Whether a span is `property: value`; outside of a block only with a property that is known. */
function isDeclaration(source: string, from: number, to: number, depth: number, open = false): boolean {
  let i = from;
  if (source.charCodeAt(i) === 42) i++; // old hacks: *zoom, _height
  const name = i;
  while (i < to && (isNameChar(source.charCodeAt(i)) || source.charCodeAt(i) === 45)) i++;
  if (i === name || i - name > 80) return false;
  const end = i;
  while (i < to && isSpace(source.charCodeAt(i))) i++;
  if (source.charCodeAt(i) !== 58) return false;
  if (depth === 0) {
    if (!PROPERTIES.has(source.slice(name, end))) return false;
    const stop = source.charCodeAt(to);
    return (open || stop === 59 || stop === 125) && to - i < 300;
  }
  return (
    (CLASS[source.charCodeAt(name)] & LETTER) !== 0 || source.charCodeAt(name) === 45 || source.charCodeAt(name) === 95
  );
}

/** Whether an item of a block that is no declaration is a slip of its author's rather than prose. */
function isOddItem(source: string, from: number, to: number): boolean {
  if (to - from > 200) return false;
  let words = 0;
  for (let i = from; i < to; i++) {
    if (isNameChar(source.charCodeAt(i)) && (i === from || isSpace(source.charCodeAt(i - 1)))) words++;
  }
  return words <= 2;
}

/** Whether a known declaration begins at an offset: `-webkit-…:`, `display:`. */
function startsDeclaration(source: string, at: number): boolean {
  let i = at;
  while (isNameChar(source.charCodeAt(i)) || source.charCodeAt(i) === 45) i++;
  if (source.charCodeAt(i) !== 58 || i - at > 60) return false;
  return source.charCodeAt(at) === 45 || PROPERTIES.has(source.slice(at, i));
}
