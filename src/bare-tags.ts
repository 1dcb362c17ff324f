import { partitionPoint } from './partition-point.ts';
import { impliesEnd } from './tree/implied-ends.ts';
import { COMMENT, DOCTYPE, HEAD, KNOWN_TAGS, SPECIAL, TAG_FLAGS, TEXT, tag, VOID } from './tree/tags.ts';
import { isBlankSlice, type Tree } from './tree/tree.ts';
import type { Removal } from './types.ts';

const BODY = tag('body');
const HEAD_TAG = tag('head');
const HTML = tag('html');
const P = tag('p');
const TABLE = tag('table');

/** Where something that stays begins and ends. */
type Range = readonly [start: number, end: number];

/**
 * A tag may do more than open or close its own element: `<div>` ends a paragraph that is open, the first `<div>` ends
 * the head, and an early `</b>` or `<a>` ends one that was opened outside. Where what follows a removed element depends
 * on that, the element's bare tags stay (`<div></div>`, without attributes and content), so that what stands around it
 * comes out in the same tree. Everywhere else the removals come back as they are.
 *
 * @param removed sorted and disjoint
 */
export function keepNeededTags(tree: Tree, removed: Removal[]): Removal[] {
  const kept = new Map<number, Range[]>();
  const keep = (index: number, ...ranges: readonly Range[]): void => {
    const list = kept.get(index);
    if (list) list.push(...ranges);
    else kept.set(index, [...ranges]);
  };
  for (const [node, at] of tree.earlyEnds) {
    const index = removalAt(removed, at);
    if (index < 0 || removed[index].start <= tree.start[node]) continue;
    const whole = wholeElement(tree, removed[index]);
    if (whole < 0) continue;
    const ended = nodeAt(tree, at);
    if (!kept.has(index)) keep(index, ...bareTags(tree, whole));
    keep(index, ...(ended < 0 ? [endTag(tree, at)] : bareTags(tree, ended)));
  }
  const next = followers(tree, removed);
  const bodyStart = firstOfBody(tree);
  const stays = (place: number): boolean => {
    const index = removalAt(removed, place);
    return index < 0 || (kept.has(index) && removed[index].start === place);
  };
  for (let index = 0; index < removed.length; index++) {
    const node = wholeElement(tree, removed[index]);
    if (node < 0 || kept.has(index)) continue;
    const needed =
      (node === bodyStart && headWouldGoOn(tree, removed, next, index + 1, next[index])) ||
      wouldStayOpen(tree, stays, node, next[index]);
    if (needed) keep(index, ...bareTags(tree, node));
  }
  return kept.size === 0 ? removed : removed.flatMap((removal, index) => without(removal, kept.get(index)));
}

/** The index of the removal that holds a place, or -1. */
function removalAt(removed: readonly Removal[], at: number): number {
  const low = partitionPoint(0, removed.length, (i) => removed[i].end <= at);
  return low < removed.length && removed[low].start <= at ? low : -1;
}

/** The node that begins at a place, or -1. Nodes are in the order of their places. */
function nodeAt(tree: Tree, at: number): number {
  const low = partitionPoint(1, tree.count, (i) => tree.start[i] < at);
  return low < tree.count && tree.start[low] === at ? low : -1;
}

/** The element that a removal takes as a whole, or -1 where it takes something else. */
function wholeElement(tree: Tree, { start, end }: Removal): number {
  const node = nodeAt(tree, start);
  return node > 0 && tree.kind[node] > DOCTYPE && tree.end[node] === end ? node : -1;
}

/** For each removal, where the first thing behind it begins that is not removed and not blank. */
function followers(tree: Tree, removed: readonly Removal[]): Int32Array {
  const next = new Int32Array(removed.length + 1).fill(tree.source.length);
  for (let index = removed.length - 1; index >= 0; index--) {
    next[index] = nextThing(tree, removed, next, index + 1, removed[index].end);
  }
  return next;
}

/** Where the first thing from `from` on begins that stays and is not blank; `index` is the removal that comes next. */
function nextThing(
  { source }: Tree,
  removed: readonly Removal[],
  next: Int32Array,
  index: number,
  from: number,
): number {
  const limit = index < removed.length ? removed[index].start : source.length;
  let at = from;
  while (at < limit && source.charCodeAt(at) <= 32) at++;
  return at < limit ? at : next[index];
}

/** The first node of the body where no tag says so, or -1. */
function firstOfBody(tree: Tree): number {
  for (let node = 1; node < tree.count; node++) {
    const kind = tree.kind[node];
    if (kind === BODY) return -1;
    if (kind === HTML || kind === HEAD_TAG || kind === COMMENT || kind === DOCTYPE) continue;
    if (kind === TEXT) {
      if (!isBlankSlice(tree.source, tree.start[node], tree.end[node])) return node;
    } else if (flagsOf(kind) & HEAD) {
      node = tree.last[node] - 1;
    } else {
      return node;
    }
  }
  return -1;
}

const flagsOf = (kind: number): number => (kind < KNOWN_TAGS ? TAG_FLAGS[kind] : 0);

/** Whether what stands at `at` would be taken for a part of the head if nothing before it began the body. */
function headWouldGoOn(tree: Tree, removed: readonly Removal[], next: Int32Array, index: number, at: number): boolean {
  const { source } = tree;
  let place = at;
  let following = index;
  // End tags change nothing there, but those of the body and the page.
  while (/^<\/[a-z]/i.test(source.slice(place, place + 3)) && nodeAt(tree, place) < 0) {
    if (/^<\/(?:body|html)[\s>]/i.test(source.slice(place, place + 7))) return false;
    const end = endTag(tree, place)[1];
    while (following < removed.length && removed[following].start < end) following++;
    place = nextThing(tree, removed, next, following, end);
  }
  if (place >= source.length) return false;
  const node = nodeAt(tree, place);
  if (node < 0) return source.charCodeAt(place) === 60; // < of a tag that makes no node
  return tree.kind[node] === COMMENT || (flagsOf(tree.kind[node]) & HEAD) !== 0;
}

/**
 * Whether something that an element's start tag ends would stay open without it, and would take in what stands at
 * `at`, the first thing behind the element that stays.
 */
function wouldStayOpen(tree: Tree, stays: (place: number) => boolean, node: number, at: number): boolean {
  const { source, kind, start, end, closeStart, parent } = tree;
  let ended = -1; // the outermost that the start tag ends
  for (let other = node - 1; other > parent[node]; other = parent[other]) {
    if (kind[other] <= DOCTYPE || kind[other] === HEAD_TAG || end[other] !== start[node]) continue;
    if (closeStart[other] === end[other] && (flagsOf(kind[other]) & VOID) === 0 && stays(start[other])) ended = other;
  }
  if (ended < 0 || at >= source.length) return false;
  if (source.charCodeAt(at) !== 60 || kind[ended] === TABLE) return true; // <
  if (source.charCodeAt(at + 1) === 47) {
    // An end tag of something around it ends it as well, and a `</p>` that had nothing to end does now.
    if (closeStart[parent[node]] === at) return (flagsOf(kind[parent[node]]) & SPECIAL) === 0;
    return !(kind[ended] === P && /^<\/(?:p|body|html)[\s>]/i.test(source.slice(at, at + 7)));
  }
  const follower = nodeAt(tree, at);
  return follower < 0 || kind[follower] <= DOCTYPE || !impliesEnd(kind[follower], kind[ended]);
}

/** An element's tags, the start tag without attributes. */
function bareTags(tree: Tree, node: number): Range[] {
  const { source, start, end, openEnd, closeStart, earlyEnds } = tree;
  let nameEnd = start[node] + 1;
  while (nameEnd < openEnd[node] && !/[\s/>]/.test(source[nameEnd])) nameEnd++;
  const close = source[openEnd[node] - 2] === '/' ? 2 : 1; // `/>` or `>`
  const tags: Range[] = [
    [start[node], nameEnd],
    [Math.max(nameEnd, openEnd[node] - close), openEnd[node]],
  ];
  if (closeStart[node] < end[node]) tags.push([closeStart[node], end[node]]);
  const early = earlyEnds.get(node);
  if (early !== undefined && source[early + 1] === '/') tags.push(endTag(tree, early));
  return tags;
}

function endTag({ source }: Tree, at: number): Range {
  const end = source.indexOf('>', at);
  return [at, end < 0 ? source.length : end + 1];
}

/** A removal less what stays of it. */
function without(removal: Removal, kept: Range[] | undefined): Removal[] {
  if (kept === undefined) return [removal];
  const pieces: Removal[] = [];
  let from = removal.start;
  const add = (to: number): void => {
    if (from >= to) return;
    const text = removal.text.slice(from - removal.start, to - removal.start);
    pieces.push({ ...removal, start: from, end: to, text });
  };
  for (const [start, end] of kept.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    add(start);
    from = Math.max(from, end);
  }
  add(removal.end);
  return pieces;
}
