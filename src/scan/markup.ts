import { CLASS, isNameChar, isSpace, LETTER } from './chars.ts';
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
  while (i < far) {
    while (i < far && isSpace(source.charCodeAt(i))) i++;
    const width = bracketWidth(source, i);
    if (width === 0 && (open > 0 || end > start)) {
      const hole = templateEnd(source, i, far);
      if (hole > 0) {
        i = hole;
        if (open === 0) end = i;
        continue;
      }
    }
    if (width === 0) {
      if (open === 0) break;
      // Text in an element that is still open.
      const from = i++;
      while (i < far && bracketWidth(source, i) === 0 && templateEnd(source, i, far) < 0) i++;
      text += i - from;
      if (text > MAX_TEXT) break;
      continue;
    }
    if (source.startsWith('!--', i + width)) {
      const close = skipHtmlComment(source, i + width - 1, far, memo);
      if (close < 0) break;
      i = close;
      points += 5;
    } else {
      const stop = tagEnd(source, i, width, far);
      if (stop < 0) {
        // A tag that the end of the text cuts off.
        if (points > 0 && isCutOff(source, i, far)) return { end: far, points, whole: false };
        break;
      }
      const c = source.charCodeAt(i + width);
      if (c === 47) open--;
      else if (source.charCodeAt(stop - 2) !== 47 && !isVoid(source, i + width)) open++;
      points += tagPoints(source, i + width, stop);
      i = stop;
    }
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
