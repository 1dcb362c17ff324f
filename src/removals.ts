import type { Category, Removal } from './types.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A wanted cut, before it is merged with the others. Offsets are UTF-16, end exclusive. */
export interface Cut {
  rule: string;
  category: Category;
  start: number;
  end: number;
}

/**
 * Sorted, disjoint, non-empty removals out of cuts in any order: of nested cuts the outermost stays, of equal ones the
 * first, and a cut that overlaps the end of an earlier one loses the part that is gone already.
 */
export function merge(source: string, cuts: readonly Cut[]): Removal[] {
  const removed: Removal[] = [];
  let gone = 0;
  for (const { rule, category, start: from, end } of isSorted(cuts) ? cuts : [...cuts].sort(byPlace)) {
    const start = Math.max(from, gone);
    if (start >= end) continue;
    removed.push({ rule, category, start, end, text: source.slice(start, end) });
    gone = end;
  }
  return removed;
}

/** Of two spans the one that begins first comes first, of those that begin together the longer one. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

export function isSorted(spans: readonly Span[]): boolean {
  for (let i = 1; i < spans.length; i++) if (byPlace(spans[i - 1], spans[i]) > 0) return false;
  return true;
}

/** The source without the removed spans, which are sorted and disjoint. */
export function cut(source: string, removed: readonly Removal[]): string {
  if (removed.length === 0) return source;
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of removed) {
    if (start > from) kept.push(source.slice(from, start));
    from = end;
  }
  kept.push(source.slice(from));
  return kept.join('');
}

/**
 * The inverse of `strip`: puts the removed spans back where they stood.
 *
 * @throws {TypeError} where the arguments are of the wrong type, or the offsets cannot belong to this output.
 */
export function restore(output: string, removed: readonly Removal[]): string {
  if (typeof output !== 'string') throw new TypeError(`restore: output must be a string, got ${typeName(output)}`);
  if (!Array.isArray(removed)) throw new TypeError(`restore: removed must be an array, got ${typeName(removed)}`);
  const parts: string[] = [];
  let taken = 0; // of output
  let length = 0; // of what is restored so far
  for (const [index, removal] of (removed as readonly Removal[]).entries()) {
    const { start, end, text } = removal;
    const room = start - length;
    if (!(room >= 0) || taken + room > output.length || end - start !== text.length) {
      throw new TypeError(`restore: removed[${index}] (${start} to ${end}) does not belong to this output`);
    }
    parts.push(output.slice(taken, taken + room), text);
    taken += room;
    length = end;
  }
  parts.push(output.slice(taken));
  return parts.join('');
}

/** How a value's type is called in an error message. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value;
}
