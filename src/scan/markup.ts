import { partitionPoint } from '../partition-point.ts';
import { CLASS, isNameChar, LETTER, skipSpace } from './chars.ts';
import { VOID_ELEMENTS } from './data/markup-words.ts';
import { ELEMENTS } from './data/style-words.ts';
import { type Memo, skipHtmlComment } from './literals.ts';
import type { Reading } from './types.ts';

/** How long a tag, and how far an element whose end is looked for, may be. */
const MAX_TAG = 8_000;
const MAX_ELEMENT = 60_000;
/** How much text an element may hold before its end has to come in sight. */
const MAX_TEXT = 2_000;

/**
 * Reads markup from `start`: comments, tags, and elements with the text in them as far as they are closed. Tags may be
 * escaped once (`&lt;div&gt;`).
 */
export function readMarkup(source: string, start: number, limit: number, memo: Memo): Reading {
  let i = start;
  let end = start; // of the last whole element
  let points = 0;
  let total = 0;
  let open = 0; // elements
  let text = 0; // characters of text since the last whole element
  const far = Math.min(limit, start + MAX_ELEMENT);
  const { steps } = memo;
  const aim = { next: start, kind: NOTHING, points: 0 };
  let known = placeOf(steps, skipSpace(source, start, far));
  while (i < far) {
    i = skipSpace(source, i, far);
    if (known < steps.at.length && steps.at[known] === i && steps.next[known] + CLEAR < far) {
      aim.next = steps.next[known];
      aim.kind = steps.kind[known];
      aim.points = steps.points[known];
      known++;
    } else {
      readStep(source, i, far, open > 0 || end > start, open > 0, memo, aim);
      if (aim.kind !== NOTHING && aim.kind !== CUT_OFF && aim.next + CLEAR < far) {
        known = remember(steps, known, i, aim);
      }
    }
    if (aim.kind === NOTHING) break;
    if (aim.kind === CUT_OFF) {
      // A tag that the end of the text cuts off.
      if (points > 0 && isCutOff(source, i, far)) return { end: far, points, whole: false };
      break;
    }
    if (aim.kind === HOLE) {
      if (open === 0 && end === start) break;
      i = aim.next;
      if (open === 0) end = i;
      continue;
    }
    if (aim.kind === WORDS) {
      if (open === 0) break;
      // Text in an element that is still open.
      text += aim.next - i;
      i = aim.next;
      if (text > MAX_TEXT) break;
      continue;
    }
    points += aim.points;
    if (aim.kind === CLOSING) open--;
    else if (aim.kind === OPENING) open++;
    i = aim.next;
    if (open <= 0 || text * 4 < i - end) {
      if (open <= 0) {
        open = 0;
        text = 0;
      }
      end = i;
      total = points;
    }
  }
  return { end, points: total, whole: open === 0 };
}

// What stands at an offset of markup.
const NOTHING = 0; // a comment that does not end, or what is no markup where there is none yet
const CUT_OFF = 1; // what begins like a tag and does not end
const HOLE = 2; // a template's mark
const WORDS = 3;
const OPENING = 4;
const CLOSING = 5;
const LONE = 6; // a comment or an element without content

/** What is read at an offset, up to where the next thing begins. */
interface Aim {
  next: number;
  kind: number;
  points: number;
}

/** Reads what stands at an offset, marks of templates and text only where they can belong to what is read. */
function readStep(
  source: string,
  i: number,
  far: number,
  mayBeHole: boolean,
  mayBeText: boolean,
  memo: Memo,
  aim: Aim,
): void {
  aim.kind = NOTHING;
  aim.points = 0;
  const width = bracketWidth(source, i);
  if (width === 0) {
    const hole = mayBeHole ? templateEnd(source, i, far) : -1;
    if (hole > 0) {
      aim.kind = HOLE;
      aim.next = hole;
    } else if (mayBeText) {
      let to = i + 1;
      while (to < far && bracketWidth(source, to) === 0 && templateEnd(source, to, far) < 0) to++;
      aim.kind = WORDS;
      aim.next = to;
    }
    return;
  }
  if (source.startsWith('!--', i + width)) {
    const close = skipHtmlComment(source, i + width - 1, far, memo);
    if (close < 0) return;
    aim.kind = LONE;
    aim.next = close;
    aim.points = 5;
    return;
  }
  const stop = tagEnd(source, i, width, far);
  if (stop < 0) {
    aim.kind = CUT_OFF;
    return;
  }
  const isClosing = source.charCodeAt(i + width) === 47;
  const isLone = source.charCodeAt(stop - 2) === 47 || isVoid(source, i + width);
  aim.kind = isClosing ? CLOSING : isLone ? LONE : OPENING;
  aim.next = stop;
  aim.points = tagPoints(source, i + width, stop);
}

/** Where the end of what is read makes no difference to what is read so far before it. */
const CLEAR = 2_100;
/** More are let go: elements that are left open are looked through for as many tags. */
const MOST_STEPS = 1 << 14;

/** The index of what was read at an offset, or how many there are. */
function placeOf({ at }: Memo['steps'], offset: number): number {
  const low = partitionPoint(0, at.length, (i) => at[i] < offset);
  return at[low] === offset ? low : at.length;
}

/** Adds what was read behind the rest, or begins anew where it does not follow it. Gives the index of the next one. */
function remember(steps: Memo['steps'], known: number, at: number, { next, kind, points }: Aim): number {
  const count = steps.at.length;
  if (known !== count || count === MOST_STEPS || (count > 0 && steps.at[count - 1] >= at)) {
    steps.at.length = steps.next.length = steps.kind.length = steps.points.length = 0;
  }
  steps.at.push(at);
  steps.next.push(next);
  steps.kind.push(kind);
  steps.points.push(points);
  return steps.at.length;
}

/** How many characters the < at an offset takes: 1, 4 (`&lt;`), 8 (`&amp;lt;`), or 0 where there is no tag. */
function bracketWidth(source: string, at: number): number {
  const c = source.charCodeAt(at);
  let width = 0;
  if (c === 60) width = 1;
  else if (c === 38) width = source.startsWith('&lt;', at) ? 4 : source.startsWith('&amp;lt;', at) ? 8 : 0;
  if (width === 0) return 0;
  const d = source.charCodeAt(at + width);
  if (d === 33) return width;
  const e = d === 47 ? source.charCodeAt(at + width + 1) : d;
  return e < 128 && (CLASS[e] & LETTER) !== 0 ? width : 0;
}

/** The end of the tag at an offset, quoted values skipped, or -1. */
function tagEnd(source: string, from: number, width: number, limit: number): number {
  const far = Math.min(limit, from + MAX_TAG);
  let i = from + width;
  while (i < far) {
    const c = source.charCodeAt(i);
    if (c === 62) return i + 1;
    if (c === 38) {
      if (source.startsWith('&gt;', i)) return i + 4;
      if (source.startsWith('&amp;gt;', i)) return i + 8;
    }
    if ((c === 34 || c === 39) && source.charCodeAt(i - 1) === 61) {
      i++;
      while (i < far && source.charCodeAt(i) !== c) i++;
    }
    if (c === 60 && source.charCodeAt(i + 1) === 37) {
      const hole = templateEnd(source, i, far);
      if (hole < 0) return -1;
      i = hole;
      continue;
    }
    if (c === 60) return -1;
    i++;
  }
  return -1;
}

function isVoid(source: string, from: number): boolean {
  let i = from;
  while (isNameChar(source.charCodeAt(i))) i++;
  return VOID_ELEMENTS.has(source.slice(from, Math.min(i, from + 20)).toLowerCase());
}

/** The end of a template's mark, `{{…}}`, `{%…%}`, `<%…%>` or `<#…#>`, or -1. */
function templateEnd(source: string, from: number, limit: number): number {
  const c = source.charCodeAt(from);
  const d = source.charCodeAt(from + 1);
  let close = '';
  if (c === 123 && d === 123) close = '}}';
  else if (c === 123 && d === 37) close = '%}';
  else if (c === 60 && d === 37) close = '%>';
  else if (c === 60 && d === 35) close = '#>';
  else return -1;
  const far = Math.min(limit, from + 2000);
  for (let i = from + 2; i < far; i++) {
    if (source.charCodeAt(i) === close.charCodeAt(0) && source.charCodeAt(i + 1) === close.charCodeAt(1)) {
      let end = i + 2;
      while (source.charCodeAt(end) === 125) end++;
      return end;
    }
  }
  return -1;
}

/** How much a tag says: an element of HTML, attributes. */
function tagPoints(source: string, from: number, to: number): number {
  let i = source.charCodeAt(from) === 47 ? from + 1 : from;
  const name = i;
  while (isNameChar(source.charCodeAt(i)) || source.charCodeAt(i) === 45) i++;
  const known = ELEMENTS.has(source.slice(name, Math.min(i, name + 20)).toLowerCase());
  for (; i < to; i++) if (source.charCodeAt(i) === 61) return known ? 4 : 2;
  return known ? 2 : 0;
}

/** Whether the text ends within the tag at an offset. */
function isCutOff(source: string, from: number, limit: number): boolean {
  if (limit !== source.length || limit - from > MAX_TAG) return false;
  for (let i = from; i < limit; i++) if (source.charCodeAt(i) === 62) return false;
  return true;
}
