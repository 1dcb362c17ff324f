import { isSpace } from './chars.ts';
import type { Reading } from './types.ts';

const MAX_DEPTH = 4096;
/** For each open bracket, 1 if it is an object's. Each is written before it is read: to make them anew costs more than most texts. */
const OBJECTS = new Uint8Array(MAX_DEPTH);
/** How long an array without any string is read. */
const NUMBERS = 1000;

/**
 * Reads a JSON object or array that begins at `start`. Its own lexer, since leaked JSON is often cut off or escaped once
 * more: quotes may be straight, curly, backslashed or written as `&quot;`. Ends after the last token that makes sense.
 */
export function readJson(source: string, start: number, limit: number): Reading {
  const first = source.charCodeAt(start);
  if (first !== 123 && first !== 91) return { end: start, points: 0, whole: false };
  let depth = 0;
  let i = start;
  let end = start; // of the last sound token
  let points = 0;
  let expects = 0; // 0 value, 1 key or }, 2 colon, 3 comma or close, 4 value or ], 5 key after a comma
  while (i < limit) {
    if (points < 3 && i - start > NUMBERS) break;
    const c = source.charCodeAt(i);
    if (isSpace(c)) {
      i++;
      continue;
    }
    if (c === 123 || c === 91) {
      if (expects !== 0 && expects !== 4) break;
      if (depth < MAX_DEPTH) OBJECTS[depth] = c === 123 ? 1 : 0;
      depth++;
      expects = c === 123 ? 1 : 4;
      i++;
    } else if (c === 125 || c === 93) {
      if (expects === 2) break;
      depth--;
      i++;
      expects = 3;
      if (depth === 0) {
        // Of a list that is cut off in front, the next value follows, unless it is cut off here as well.
        const next = points >= 3 ? nextValue(source, i, limit) : i;
        if (next === i) return { end: i, points: points >= 3 ? points + 3 : points, whole: true };
        if (next === limit) return { end: next, points: points + 3, whole: false };
        i = next;
        expects = 0;
      }
    } else if (c === 44) {
      if (expects !== 3) break;
      i++;
      expects = depth <= MAX_DEPTH && OBJECTS[depth - 1] === 1 ? 5 : 0;
    } else if (c === 58) {
      if (expects !== 2) break;
      i++;
      points += 2;
      expects = 0;
    } else {
      const width = quoteWidth(source, i);
      if (width > 0) {
        if (expects === 2 || expects === 3) break;
        const stop = stringEnd(source, i, width, limit);
        if (stop < 0) {
          // Cut off within a string: the rest of the line belongs to it.
          let rest = i;
          while (rest < limit && source.charCodeAt(rest) !== 10) rest++;
          end = rest;
          break;
        }
        i = stop;
        points += 1;
        expects = expects === 1 || expects === 5 ? 2 : 3;
      } else if (expects === 0 || expects === 4) {
        const stop = literalEnd(source, i, limit);
        if (stop === i) break;
        i = stop;
        expects = 3;
      } else break;
    }
    end = i;
  }
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { end, points, whole: false };
}

/** Where after a whole value and a comma the next object or array begins or the text ends; else `from`. */
function nextValue(source: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  if (source.charCodeAt(i) !== 44) return from;
  i++;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  const c = source.charCodeAt(i);
  return i === limit || c === 123 || c === 91 ? i : from;
}

/** How many characters the quotation mark at an offset has: 1, 2 (backslashed), 5 (`&#34;`), 6 (`&quot;`), or 0. */
function quoteWidth(source: string, at: number): number {
  const c = source.charCodeAt(at);
  if (c === 34 || c === 0x201c || c === 0x201d) return 1;
  if (c === 92 && source.charCodeAt(at + 1) === 34) return 2;
  if (c === 38) {
    if (source.startsWith('&quot;', at)) return 6;
    if (source.startsWith('&#34;', at)) return 5;
    if (source.startsWith('&amp;quot;', at)) return 10;
  }
  if (c === 92 && source.startsWith('\\u0022', at)) return 6;
  return 0;
}

function stringEnd(source: string, from: number, width: number, limit: number): number {
  const escaped = source.charCodeAt(from) === 92;
  if (width === 1) {
    const open = source.charCodeAt(from);
    for (let i = from + 1; i < limit; i++) {
      const c = source.charCodeAt(i);
      if (c === 92) i++;
      else if (c === 34 ? open === 34 : (c === 0x201d || c === 0x201c || c === 0x2033) && open !== 34) return i + 1;
      else if (c === 10 && open === 34 && !closesLater(source, i, limit)) return -1;
    }
    return -1;
  }
  const close = source.slice(from, from + width);
  const far = Math.min(limit, from + 5000);
  for (let i = from + width; i < far; i++) {
    const c = source.charCodeAt(i);
    if (c === close.charCodeAt(0) && source.startsWith(close, i)) return i + width;
    if (escaped && c === 92) i++;
  }
  return -1;
}

/** The end of a number, true, false, null or undefined. */
function literalEnd(source: string, from: number, limit: number): number {
  for (const word of ['true', 'false', 'null', 'undefined']) {
    if (source.startsWith(word, from)) return from + word.length;
  }
  let i = from;
  while (i < limit && i - from < 60) {
    const c = source.charCodeAt(i);
    if ((c >= 48 && c <= 57) || c === 45 || c === 43 || c === 46 || ((c === 101 || c === 69) && i > from)) i++;
    else break;
  }
  return i;
}

/** Whether a string that a line break interrupts is closed soon after, as JSON that people write by hand is. */
function closesLater(source: string, from: number, limit: number): boolean {
  const far = Math.min(limit, from + 2000);
  for (let i = from; i < far; i++) {
    const c = source.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 34) {
      let next = i + 1;
      while (next < limit && isSpace(source.charCodeAt(next))) next++;
      const d = source.charCodeAt(next);
      return d === 44 || d === 125 || d === 93 || d === 58;
    }
  }
  return false;
}
