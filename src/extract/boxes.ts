import type { Page } from './blocks.ts';
import { type Dictionary, lookup, MISSING } from './dictionary.ts';
import { borrowColumn, borrowTable, giveBack } from './spare.ts';
import type { Sums } from './sums.ts';
import { MAX_TOKENS, signature, tokenHashes } from './tokens.ts';

/** What boxes call themselves, as dictionary scores, and how they repeat. One entry a box. */
export interface Boxes {
  /** Mean score of a box's own known tokens, 0 where there is none. */
  readonly own: Float32Array;
  /** Over the box and all around it: least and greatest token score, mean of `own` where it is not 0. */
  readonly least: Float32Array;
  readonly greatest: Float32Array;
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
function groupBoxes({ boxes, parent, spare }: Page, signatures: Int32Array, group: Int32Array): number {
  const table = borrowTable(spare, boxes); // a box that has the group
  const mask = table.length - 1;
  let groups = 1; // group 0 is the root's
  for (let x = 1; x < boxes; x++) {
    const made = signatures[x];
    const up = parent[x];
    let at = (Math.imul(made ^ Math.imul(up + 1, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
    while (table[at] >= 0 && (signatures[table[at]] !== made || parent[table[at]] !== up)) at = (at + 1) & mask;
    if (table[at] < 0) {
      table[at] = x;
      group[x] = groups++;
    } else {
      group[x] = group[table[at]];
    }
  }
  giveBack(spare, table);
  return groups;
}

export function describeBoxes(page: Page, sums: Sums, dictionary: Dictionary): Boxes {
  const { boxes, parent, node, from, to, spare } = page;
  const own = new Float32Array(boxes);
  const least = new Float32Array(boxes);
  const greatest = new Float32Array(boxes);
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
    groupImages[g] += sums.images[to[x]] - sums.images[from[x]];
    groupCurrencies[g] += sums.currencies[to[x]] - sums.currencies[from[x]];
    groupShown[g] += sums.shown[to[x]] - sums.shown[from[x]];
  }
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
