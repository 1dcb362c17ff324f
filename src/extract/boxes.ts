import type { Counts, Page } from './blocks.ts';
import { type Dictionary, lookup, MISSING } from './dictionary.ts';
import { PairNumbers } from './pairs.ts';
import { borrowColumn, giveBack } from './spare.ts';
import type { Sums } from './sums.ts';
import { MAX_TOKENS, signature, tokenHashes } from './tokens.ts';

/** What boxes call themselves, as dictionary scores, and how they repeat. One entry a box. */
export interface Boxes {
  /** Mean score of a box's own known tokens, 0 where there is none. */
  readonly own: Float32Array;
  /** Over the box and all around it: least and greatest token score, mean of `own` where it is not 0. */
  readonly least: Int8Array;
  readonly greatest: Int8Array;
  readonly mean: Float32Array;
  /** Of a box's tag and first class name. */
  readonly signature: Int32Array;
  /** The group of boxes with the same parent and signature that a box is in, and its place there. */
  readonly group: Int32Array;
  readonly place: Int32Array;
  readonly groups: number;
  /** By group. */
  readonly members: Int32Array;
  readonly groupWords: Int32Array;
  readonly groupLinkWords: Int32Array;
  readonly groupImages: Int32Array;
  readonly groupCurrencies: Int32Array;
  readonly groupShown: Int32Array;
}

/** The mean score of a node's known tokens; writes the least and the greatest into `range`. */
export function tokenScore(
  page: Page,
  node: number,
  dictionary: Dictionary,
  hashes: Int32Array,
  range: Float32Array,
): number {
  const n = tokenHashes(page.tree, node, hashes);
  let sum = 0;
  let known = 0;
  range[0] = 0;
  range[1] = 0;
  for (let i = 0; i < n; i++) {
    const score = lookup(dictionary, hashes[i]);
    if (score === MISSING) continue;
    sum += score;
    known++;
    if (score < range[0]) range[0] = score;
    if (score > range[1]) range[1] = score;
  }
  return known === 0 ? 0 : sum / known;
}

/** How far up a block looks for the group of repeated boxes that it is in. */
const GROUP_LEVELS = 9;

/** The box around (or the box itself) whose group of at least three repeated boxes holds most words, or -1. */
export function groupAround(page: Page, boxes: Boxes, box: number): number {
  let best = -1;
  let bestWords = 0;
  for (let level = 0, x = box; level < GROUP_LEVELS && x > 0; level++, x = page.parent[x]) {
    const g = boxes.group[x];
    if (boxes.members[g] >= 3 && boxes.groupWords[g] > bestWords) {
      best = x;
      bestWords = boxes.groupWords[g];
    }
  }
  return best;
}

/** Puts boxes with the same parent and signature into groups, numbered by their first boxes; says how many there are. */
function groupBoxes({ boxes, parent }: Page, signatures: Int32Array, group: Int32Array): number {
  const pairs = new PairNumbers();
  for (let x = 1; x < boxes; x++) group[x] = 1 + pairs.numberOf(signatures[x], parent[x]); // group 0 is the root's
  return 1 + pairs.size;
}

/** Adds what the blocks of each box count to its group. */
function addUp({ blocks, boxes, from, to, spare }: Page, counts: Counts, group: Int32Array, sums: Int32Array): void {
  const upTo = borrowColumn(spare, blocks + 1);
  upTo[0] = 0;
  for (let b = 0; b < blocks; b++) upTo[b + 1] = upTo[b] + counts[b];
  if (upTo[blocks] > 0) for (let x = 1; x < boxes; x++) sums[group[x]] += upTo[to[x]] - upTo[from[x]];
  giveBack(spare, upTo);
}

export function describeBoxes(page: Page, sums: Sums, dictionary: Dictionary): Boxes {
  const { boxes, parent, node, from, to, spare } = page;
  const own = new Float32Array(boxes);
  const least = new Int8Array(boxes);
  const greatest = new Int8Array(boxes);
  const mean = new Float32Array(boxes);
  const meanCount = borrowColumn(spare, boxes);
  meanCount[0] = 0;
  const signatures = new Int32Array(boxes);
  const hashes = new Int32Array(MAX_TOKENS + 1);
  const range = new Float32Array(2);
  for (let x = 1; x < boxes; x++) {
    const up = parent[x];
    const score = tokenScore(page, node[x], dictionary, hashes, range);
    own[x] = score;
    least[x] = Math.min(least[up], range[0]);
    greatest[x] = Math.max(greatest[up], range[1]);
    meanCount[x] = meanCount[up] + (score === 0 ? 0 : 1);
    mean[x] = meanCount[x] === 0 ? 0 : (mean[up] * meanCount[up] + score) / meanCount[x];
    signatures[x] = signature(page.tree, node[x]);
  }
  giveBack(spare, meanCount);
  const group = new Int32Array(boxes);
  const groups = groupBoxes(page, signatures, group);
  // One entry a group, and not one a box: a flood of boxes is mostly a few groups.
  const place = new Int32Array(boxes);
  const members = new Int32Array(groups);
  const groupWords = new Int32Array(groups);
  const groupLinkWords = new Int32Array(groups);
  const groupImages = new Int32Array(groups);
  const groupCurrencies = new Int32Array(groups);
  const groupShown = new Int32Array(groups);
  for (let x = 1; x < boxes; x++) {
    const g = group[x];
    place[x] = members[g]++;
    groupWords[g] += sums.words[to[x]] - sums.words[from[x]];
    groupLinkWords[g] += sums.linkWords[to[x]] - sums.linkWords[from[x]];
    groupShown[g] += sums.shown[to[x]] - sums.shown[from[x]];
  }
  addUp(page, page.images, group, groupImages);
  addUp(page, page.currencies, group, groupCurrencies);
  return {
    own,
    least,
    greatest,
    mean,
    signature: signatures,
    group,
    place,
    groups,
    members,
    groupWords,
    groupLinkWords,
    groupImages,
    groupCurrencies,
    groupShown,
  };
}
