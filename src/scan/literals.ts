import { isSpace } from './chars.ts';

/** How far a comment or a template literal may reach. */
const REACH = 1 << 16;
/** How far a string may reach into its second line, where a CMS has broken it. */
const BROKEN_STRING = 2000;

/**
 * What was looked for in vain, so that it is not looked for again: stretches of the text in which no end of a comment,
 * template, HTML comment or string of some quotation mark stands. Makes reading linear on any input.
 */
export interface Memo {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** How far the readers that found nothing have come: what they went through need not be tried again piece by piece. */
  reached: number;
  /** The line whose end was looked for last. */
  lineFrom: number;
  lineTo: number;
  /** A stretch of CSS from anywhere outside of its holes in which the end of the item is not before `itemTo`. */
  itemFrom: number;
  itemTo: number;
  /** The holes of that stretch, strings and comments and escapes: where each begins and ends, in order. */
  itemHoles: number[];
  /** What the reader of markup met last, in order: tags, comments and text, each with where the next thing begins. */
  readonly steps: { at: number[]; next: number[]; kind: number[]; points: number[] };
  /** A stretch in which nothing ends a class of a regular expression. */
  classFrom: number;
  classTo: number;
}

const COMMENT = 0;
const TEMPLATE = 1;
const HTML_COMMENT = 2;
const SINGLE = 3;
const DOUBLE = 4;
const CURLY_SINGLE = 5;
const CURLY_DOUBLE = 6;
const FENCE = 7;

export function createMemo(): Memo {
  return {
    from: new Float64Array(8).fill(-1),
    to: new Float64Array(8).fill(-1),
    reached: 0,
    lineFrom: 0,
    lineTo: -1,
    itemFrom: 0,
    itemTo: -1,
    itemHoles: [],
    steps: { at: [], next: [], kind: [], points: [] },
    classFrom: 0,
    classTo: 0,
  };
}

/** The offset of the line break at or after `from`, or `limit`; remembered, since a line may be long and asked for often. */
export function lineEnd(source: string, from: number, limit: number, memo: Memo): number {
  if (from < memo.lineFrom || from > memo.lineTo) {
    const at = source.indexOf('\n', from);
    memo.lineFrom = from;
    memo.lineTo = at < 0 ? source.length : at;
  }
  return Math.min(memo.lineTo, limit);
}

function isInVain(memo: Memo, kind: number, at: number): boolean {
  return at >= memo.from[kind] && at < memo.to[kind];
}

function inVain(memo: Memo, kind: number, from: number, to: number): number {
  memo.from[kind] = from;
  memo.to[kind] = to;
  return -1;
}

/** The end of a `//` or block comment, or -1 where it does not end. */
export function skipComment(source: string, from: number, limit: number, memo: Memo): number {
  if (source.charCodeAt(from + 1) === 47) {
    let i = from + 2;
    while (i < limit && source.charCodeAt(i) !== 10) i++;
    return i;
  }
  if (isInVain(memo, COMMENT, from)) return -1;
  const far = Math.min(limit, from + REACH);
  for (let i = from + 2; i + 1 < far; i++) {
    if (source.charCodeAt(i) === 42 && source.charCodeAt(i + 1) === 47) return i + 2;
  }
  return inVain(memo, COMMENT, from, far - 1);
}

/** The end of an HTML comment, or -1 where it does not end. */
export function skipHtmlComment(source: string, from: number, limit: number, memo: Memo): number {
  if (isInVain(memo, HTML_COMMENT, from)) return -1;
  const far = Math.min(limit, from + REACH);
  for (let i = from + 4; i + 2 < far; i++) {
    if (source.charCodeAt(i) === 62 && source.charCodeAt(i - 1) === 45 && source.charCodeAt(i - 2) === 45) return i + 1;
  }
  return inVain(memo, HTML_COMMENT, from, far - 2);
}

/** The end of a string in straight or curly quotes; -1 where the line ends first. A CMS may have broken it once. */
export function skipQuoted(source: string, from: number, limit: number, memo: Memo): number {
  const open = source.charCodeAt(from);
  const kind =
    open === 34 ? DOUBLE : open === 39 ? SINGLE : open === 0x201c || open === 0x201d ? CURLY_DOUBLE : CURLY_SINGLE;
  if (isInVain(memo, kind, from)) return -1;
  let broken = -1;
  let i = from + 1;
  for (; i < limit; i++) {
    const c = source.charCodeAt(i);
    if (c === 92) {
      i++;
    } else if (c === 10) {
      if (broken >= 0 || i - from > BROKEN_STRING) break;
      broken = i;
    } else if (closes(open, c)) {
      if (broken < 0 || followsString(source, i + 1, limit)) return i + 1;
      break;
    } else if (broken >= 0 && i - broken > BROKEN_STRING) break;
  }
  return inVain(memo, kind, from, broken < 0 ? i : broken);
}

function closes(open: number, c: number): boolean {
  if (open === 34 || open === 39) return c === open;
  if (open === 0x201c || open === 0x201d) return c === 0x201d || c === 0x201c || c === 34;
  return c === 0x2019 || c === 0x2018 || c === 39 || c === 0x2032;
}

/** Whether what follows is what follows a string in code, not a word of prose. */
function followsString(source: string, from: number, limit: number): boolean {
  let i = from;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  const c = source.charCodeAt(i);
  return c === 41 || c === 59 || c === 44 || c === 43 || c === 93 || c === 125;
}

/** The end of a template literal with whatever is nested in it, or -1. */
export function skipTemplate(source: string, from: number, limit: number, memo: Memo): number {
  if (isInVain(memo, TEMPLATE, from)) return -1;
  const far = Math.min(limit, from + REACH);
  const holes: number[] = []; // brace depths of the open ${…}
  let inText = true;
  for (let i = from + 1; i < far; i++) {
    const c = source.charCodeAt(i);
    if (c === 92) {
      i++;
    } else if (inText) {
      if (c === 96) {
        if (holes.length === 0) return i + 1;
        inText = false;
      } else if (c === 36 && source.charCodeAt(i + 1) === 123) {
        holes.push(0);
        inText = false;
        i++;
      }
    } else if (c === 96) {
      inText = true;
    } else if (c === 123) {
      holes[holes.length - 1]++;
    } else if (c === 125) {
      if (holes[holes.length - 1] === 0) {
        holes.pop();
        inText = true;
      } else {
        holes[holes.length - 1]--;
      }
    }
  }
  return inVain(memo, TEMPLATE, from, far);
}

/** The end of a regular expression literal with its flags, or -1 where the line ends first. */
export function skipRegExp(source: string, from: number, limit: number, memo: Memo): number {
  const far = Math.min(limit, from + 1000);
  let inClass = false;
  for (let i = from + 1; i < far; i++) {
    if (inClass && i >= memo.classFrom && i < memo.classTo) {
      i = memo.classTo;
      if (i >= far) return -1;
    }
    const c = source.charCodeAt(i);
    if (c === 10) return -1;
    if (c === 92) i++;
    else if (c === 93) inClass = false;
    else if (inClass) {
      if (i !== memo.classTo) memo.classFrom = i;
      memo.classTo = i + 1;
    } else if (c === 91) inClass = true;
    else if (c === 47) {
      let end = i + 1;
      while (end < limit && source.charCodeAt(end) >= 97 && source.charCodeAt(end) <= 122) end++;
      return end;
    }
  }
  return -1;
}

/** How far a fenced block may reach. */
const FENCE_REACH = 50_000;

/**
 * The end of the fenced block of Markdown that a line begins, or -1 where none begins or it is not closed. `at` is the
 * first ` or ~ of the line.
 */
export function skipFence(source: string, at: number, limit: number, memo: Memo): number {
  const mark = source.charCodeAt(at);
  let i = at;
  while (i < limit && source.charCodeAt(i) === mark) i++;
  const width = i - at;
  if (width < 3 || isInVain(memo, FENCE, at)) return -1;
  const far = Math.min(limit, at + FENCE_REACH);
  while (i < far) {
    if (source.charCodeAt(i++) !== 10) continue;
    while (i < far && isSpace(source.charCodeAt(i)) && source.charCodeAt(i) !== 10) i++;
    const from = i;
    while (i < far && source.charCodeAt(i) === mark) i++;
    if (i - from >= width) return i;
  }
  return inVain(memo, FENCE, at, far);
}
