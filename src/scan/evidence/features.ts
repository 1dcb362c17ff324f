import { isBlank, isNameChar, isSpace } from '../chars.ts';
import { DOM_WORDS, FOREIGN_WORDS, PAGE_WORDS, SAMPLE_WORDS } from '../data/evidence-words.ts';
import type { Unit } from '../units.ts';
import { FEATURES, type Feature } from './feature-names.ts';
import { lookAround } from './surroundings.ts';

/** How much of a stretch of code is looked at, from its beginning. */
const WINDOW = 4000;
/** What may stand before `<![CDATA[`: a comment's opener and blanks. */
const COMMENT_OPENER = 6;

/** Copied for each stretch, since to make one of names costs ten times that. */
const NOTHING = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Readonly<Record<Feature, number>>;

/** Measures a stretch of code that is made of units; `previous` is where the code before it ends. */
export function measure(source: string, units: readonly Unit[], previous: number): Record<Feature, number> {
  const f = { ...NOTHING };
  const start = units[0].start;
  const end = units[units.length - 1].end;
  shape(units, end - start, f);
  f.wrapped = isWrapped(source, start) ? 1 : 0;
  f.comment = units.every((unit) => unit.markup && source.startsWith('<!--', unit.start)) ? 1 : 0;
  look(source, start, Math.min(end, start + WINDOW), end, f);
  lookAround(source, start, end, previous, f);
  if (f.indent === 1 && f.lines === 1 && f.hanging === 0) f.indent = 0;
  if (f.indent === 1) f.hanging = 0;
  return f;
}

function shape(units: readonly Unit[], size: number, f: Record<Feature, number>): void {
  let points = 0;
  f.whole = 1;
  for (const unit of units) {
    const share = (unit.end - unit.start) / size;
    if (unit.kind === 'style') f.style += share;
    else if (unit.markup) f.markup += share;
    else if (unit.kind === 'data') f.json += share;
    points += unit.points;
    if (!unit.whole) f.whole = 0;
  }
  f.points = Math.log2(1 + points) / 4;
  f.length = Math.log2(size) / 8;
}

function look(source: string, start: number, stop: number, end: number, f: Record<Feature, number>): void {
  let lineStart = start;
  let blanks = 0;
  let lines = 0;
  let longest = 0;
  let shallow = 1000; // the least indentation of its later lines
  let comments = 0;
  let semicolons = 0;
  let dom = 0;
  let page = 0;
  let sample = 0;
  let foreign = 0;
  let signs = 0;
  let callout = 0;
  let mustache = 0;
  let ellipsis = 0;
  let bare = 0;
  let linked = 0;
  let text = 0;
  let inTag = false;
  for (let i = start; i < stop; ) {
    const c = source.charCodeAt(i);
    if (isNameChar(c)) {
      let j = i + 1;
      while (j < stop && isNameChar(source.charCodeAt(j))) j++;
      const length = j - i;
      if (!inTag) text += length;
      if (length <= 24) {
        const word = source.slice(i, j);
        if (DOM_WORDS.has(word)) dom++;
        if (PAGE_WORDS.has(word)) page++;
        if (SAMPLE_WORDS.has(word)) sample++;
        if (FOREIGN_WORDS.has(word)) foreign++;
        if (word === 'from' || word === 'require') bare += isBareModule(source, j) ? 1 : 0;
        else if (word === 'className' || word === 'useState') bare++;
        else if (word === 'https' || word === 'http') callout++;
      } else callout++;
      if (length >= 9 && c >= 48 && c <= 57) callout++;
      i = j;
      continue;
    }
    if (c === 10) {
      lines++;
      longest = Math.max(longest, i - lineStart);
      lineStart = i + 1;
      let k = lineStart;
      while (k < stop && isBlank(source.charCodeAt(k))) k++;
      if (k < stop && source.charCodeAt(k) !== 10) shallow = Math.min(shallow, k - lineStart);
    } else if (c <= 32) {
      blanks++;
    } else {
      const d = source.charCodeAt(i + 1);
      switch (c) {
        case 47: // /
          if ((d === 47 || d === 42) && source.charCodeAt(i - 1) !== 58) comments++;
          break;
        case 59: // ;
          semicolons++;
          break;
        case 92: // backslash
          if (d === 47 || d === 117 || d === 34) callout++;
          break;
        case 60: // <
          inTag = true;
          break;
        case 38: // &
          if (source.startsWith('lt;', i + 1)) inTag = true;
          else if (source.startsWith('gt;', i + 1)) inTag = false;
          break;
        case 62: // >
          inTag = false;
          if (d === 62 && source.charCodeAt(i + 2) === 62) signs++;
          break;
        case 45: // -
          if (d === 62) signs++;
          break;
        case 58: // :
          if (d === 58 || d === 61) signs++;
          break;
        case 35: // #
          if (d === 62 || d === 32) signs++;
          break;
        case 36: // $
          if (d === 40 && isNameChar(source.charCodeAt(i + 2)) && source.charCodeAt(i - 1) === 61) signs++;
          break;
        case 123: // {
          if (d === 123) mustache++;
          break;
        case 64: // @
          if (source.startsWith('@context', i) || source.startsWith('@type', i)) linked++;
          break;
        case 46: // .
          if (d === 46 && source.charCodeAt(i + 2) === 46 && !isNameChar(source.charCodeAt(i + 3))) ellipsis++;
          break;
        case 0x2026:
          ellipsis++;
      }
    }
    i++;
  }
  longest = Math.max(longest, stop - lineStart);
  f.longLine = longest >= 300 ? 1 : 0;
  f.hugeLine = longest >= 1500 ? 1 : 0;
  f.dense = blanks * 12 < stop - start ? 1 : 0;
  f.lines = lines > 0 ? 1 : 0;
  f.dom = Math.min(2, Math.log2(1 + dom) / 2);
  f.page = Math.min(2, Math.log2(1 + page) / 2);
  // What a few hundred characters of a sample hold; a long state may hold anything.
  const scale = Math.min(1, 500 / (stop - start));
  f.sample = Math.min(2, Math.log2(1 + sample * scale) / 2);
  f.foreign = Math.min(2, Math.log2(1 + foreign * scale) / 2);
  f.foreignSigns = Math.min(2, Math.log2(1 + signs * scale));
  f.callout = Math.min(2, Math.log2(1 + callout) / 2);
  f.comments = comments / (1 + lines);
  f.bareImport = Math.min(1, bare);
  f.mustache = Math.min(2, mustache);
  f.pretty = lines > 2 && f.json + f.markup > 0.5 ? 1 : 0;
  f.semicolons = semicolons > 0 ? 1 : 0;
  f.ellipsis = Math.min(2, ellipsis);
  f.hanging = lines > 0 && shallow < 1000 && shallow > 1 && stop === end ? 1 : 0;
  f.linkedData = Math.min(1, linked);
  f.textShare = f.markup > 0.5 ? text / (stop - start) : 0;
}

/** Whether code begins with a CDATA section, which a comment hides from the script or style itself. */
function isWrapped(source: string, start: number): boolean {
  let i = start;
  while (i < start + COMMENT_OPENER && !source.startsWith('<![', i)) i++;
  return source.startsWith('<![CDATA[', i);
}

/** Whether a module's name in quotes without a host follows: `from 'react'`, `require('fs')`. */
function isBareModule(source: string, from: number): boolean {
  let i = from;
  while (isBlank(source.charCodeAt(i)) || source.charCodeAt(i) === 40) i++;
  const quote = source.charCodeAt(i);
  if (quote !== 34 && quote !== 39) return false;
  for (let j = i + 1; j < i + 60; j++) {
    const c = source.charCodeAt(j);
    if (c === quote) return true;
    if (isSpace(c) || (c === 47 && source.charCodeAt(j + 1) === 47)) return false;
  }
  return false;
}
