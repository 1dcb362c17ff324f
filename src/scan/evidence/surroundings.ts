import { isBlank, isNameChar, isSpace } from '../chars.ts';
import { FOREIGN_WORDS, SAMPLE_LABELS, TALK_WORDS } from '../data/evidence-words.ts';
import type { Feature } from './feature-names.ts';

/** How much of the prose before a stretch of code is looked at. */
const PROSE = 300;
/** How much of a neighbouring line is looked at. */
const LINE = 120;

/** What stands around a stretch of code; `previous` is where the code before it ends. */
export function lookAround(
  source: string,
  start: number,
  end: number,
  previous: number,
  f: Record<Feature, number>,
): void {
  let i = start;
  while (i > previous && isBlank(source.charCodeAt(i - 1))) i--;
  const atLine = i === 0 || source.charCodeAt(i - 1) === 10;
  const indent = start - i;
  let j = end;
  while (j < source.length && isBlank(source.charCodeAt(j))) j++;
  f.midStart = atLine || i === previous ? 0 : 1;
  f.midEnd = j === source.length || source.charCodeAt(j) === 10 ? 0 : 1;
  // A statement or rule that is closed may have leaked even into the middle of a sentence; a value or call is named in it.
  const last = source.charCodeAt(end - 1);
  const closed = (last === 59 || last === 125) && f.json < 0.5;
  f.inline = f.midStart === 1 && f.midEnd === 1 && goesOn(source, i, j) ? (closed ? 0.3 : 1) : 0;
  f.edge = i === 0 || j === source.length ? 1 : 0;
  f.torn = (isTorn(source, i, previous, atLine) ? 1 : 0) + (isTornAfter(source, j) ? 1 : 0);
  const block = indent >= 4 || (indent > 0 && source.charCodeAt(i) === 9);
  f.indent = atLine && block && isAfterEmptyLine(source, i) ? 1 : 0;
  let before = i;
  while (before > previous && isSpace(source.charCodeAt(before - 1))) before--;
  if (before > previous) lookAtProse(source, previous, before, f);
}

function lookAtProse(source: string, previous: number, before: number, f: Record<Feature, number>): void {
  const last = source.charCodeAt(before - 1);
  f.colon = last === 58 || last === 0xff1a ? 1 : 0;
  let line = before;
  while (line > previous && before - line < 40 && source.charCodeAt(line - 1) !== 10) line--;
  if (before - line < 40) {
    let first = line;
    while (isBlank(source.charCodeAt(first))) first++;
    f.label = SAMPLE_LABELS.has(source.slice(first, before).toLowerCase()) ? 1 : 0;
    // The sentence that announces the sample stands before the name of its language.
    while (f.label === 1 && first > previous && isSpace(source.charCodeAt(first - 1))) first--;
    if (f.label === 1 && source.charCodeAt(first - 1) === 58) f.colon = 1;
  }
  let talk = 0;
  for (let k = Math.max(previous, before - PROSE); k < before; ) {
    if (!isNameChar(source.charCodeAt(k))) {
      k++;
      continue;
    }
    let m = k + 1;
    while (m < before && isNameChar(source.charCodeAt(m))) m++;
    if (m - k <= 12 && TALK_WORDS.has(source.slice(k, m).toLowerCase())) talk++;
    k = m;
  }
  f.talk = Math.min(2, Math.log2(1 + talk) / 1.5);
}

/** Whether the sentence that ends at `before` goes on at `after`: no full stop before, no capital after. */
function goesOn(source: string, before: number, after: number): boolean {
  const last = source.charCodeAt(before - 1);
  if (last === 46 || last === 33 || last === 63 || last === 0x3002) return false;
  const next = source.charCodeAt(after);
  return (next >= 97 && next <= 122) || next === 44 || next === 46 || next === 41;
}

/** Whether the line before, or the text before on the same line, is full of signs of code. */
function isTorn(source: string, at: number, previous: number, atLine: boolean): boolean {
  let end = at;
  if (atLine) {
    if (at <= previous + 1 || source.charCodeAt(at - 2) === 10) return false;
    end = at - 1;
  }
  let i = end;
  while (i > previous && end - i < LINE && source.charCodeAt(i - 1) !== 10) i--;
  if (i <= previous && previous > 0) return false;
  if (!atLine) {
    let word = end;
    while (word > i && !isBlank(source.charCodeAt(word - 1))) word--;
    if (FOREIGN_WORDS.has(source.slice(word, end))) return true;
  }
  return countSigns(source, i, end) >= 2;
}

function isTornAfter(source: string, at: number): boolean {
  const start = source.charCodeAt(at) === 10 ? at + 1 : at;
  let i = start;
  while (i < source.length && i - start < LINE && source.charCodeAt(i) !== 10) i++;
  return countSigns(source, start, i) >= 2;
}

/** How many signs of code a stretch of a line holds. */
function countSigns(source: string, from: number, to: number): number {
  let signs = 0;
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i);
    if (c === 61 || c === 123 || c === 125 || c === 91 || c === 93 || c === 60 || c === 62 || c === 95 || c === 124)
      signs++;
    else if (c === 40 && i > from && isNameChar(source.charCodeAt(i - 1))) signs++;
    else if (c === 58 && (source.charCodeAt(i + 1) === 58 || i === to - 1)) signs++;
    else if (c === 59 && i === to - 1) signs++;
  }
  return signs;
}

/** Whether the line that begins at an offset is the first of the text or comes after an empty one. */
function isAfterEmptyLine(source: string, lineStart: number): boolean {
  let i = lineStart - 1;
  while (i > 0 && isBlank(source.charCodeAt(i - 1))) i--;
  return i <= 0 || source.charCodeAt(i - 1) === 10;
}
