import { byPlace, type Cut, isSorted } from '../removals.ts';
import { isBlank, isSpace } from './chars.ts';

/**
 * Widens the cuts of a text so that it closes as if what they take had never been there: cuts apart by white space alone
 * become neighbours, and of the white space around each group one side's goes, so that no empty lines are doubled, no
 * words glued and no paragraph break lost. Input in any order; the result is sorted and disjoint, and made of the same
 * objects, since a flood has one for every three units of its text.
 */
export function closeSeams<T extends Cut>(source: string, cuts: readonly T[]): T[] {
  const flat: T[] = [];
  let end = 0;
  for (const cut of isSorted(cuts) ? cuts : [...cuts].sort(byPlace)) {
    if (cut.end <= cut.start || cut.end <= end) continue;
    if (cut.start < end) cut.start = end;
    end = cut.end;
    flat.push(cut);
  }
  for (let i = 0; i < flat.length; ) {
    let j = i;
    while (j + 1 < flat.length && skip(source, flat[j].end) >= flat[j + 1].start) {
      flat[j].end = flat[j + 1].start;
      j++;
    }
    closeGroup(source, flat[i], flat[j]);
    i = j + 1;
  }
  return flat;
}

function skip(source: string, from: number): number {
  let i = from;
  while (i < source.length && isSpace(source.charCodeAt(i))) i++;
  return i;
}

/** Lets the weaker of the white space before and after a group go with it. */
function closeGroup(source: string, first: Cut, last: Cut): void {
  let before = first.start;
  while (before > 0 && isSpace(source.charCodeAt(before - 1))) before--;
  const after = skip(source, last.end);
  if (before === 0) {
    first.start = 0;
    last.end = after === source.length ? after : lineStartOf(source, last.end, after);
    return;
  }
  if (after === source.length) {
    // The text's own final line break stays.
    const tail =
      source.charCodeAt(source.length - 1) === 10 && source.length > last.end ? source.length - 1 : source.length;
    first.start = before;
    last.end = Math.max(last.end, tail);
    return;
  }
  const breaksBefore = count(source, before, first.start);
  const breaksAfter = count(source, last.end, after);
  if (breaksAfter >= breaksBefore && (breaksAfter > 0 || after > last.end)) {
    first.start = before;
  } else {
    last.end = lineStartOf(source, last.end, after);
    if (breaksBefore === 0) last.end = after;
  }
}

function count(source: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++) if (source.charCodeAt(i) === 10) breaks++;
  return breaks;
}

/** Where the line of `to` begins, if it begins after `from`: the next line keeps its indentation. */
function lineStartOf(source: string, from: number, to: number): number {
  let i = to;
  while (i > from && isBlank(source.charCodeAt(i - 1))) i--;
  return i > from && source.charCodeAt(i - 1) === 10 ? i : to;
}
