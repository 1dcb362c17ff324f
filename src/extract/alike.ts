import { IntStack } from '../tree/int-stack.ts';
import { BUTTON, HEADING, type Page } from './blocks.ts';
import { type Boxes, groupAround } from './boxes.ts';
import { logistic } from './forest.ts';
import { PairNumbers } from './pairs.ts';
import { borrowColumn, borrowSums, giveBack, type Spare } from './spare.ts';

/**
 * Blocks at the same place of repeated boxes: the prices of a shop's cards, the authors of a thread's posts. An
 * annotator keeps all of them or none, while scores say so of each by itself.
 */

/** Of fewer blocks than this nothing is learnt. */
const LEAST_ALIKE = 3;
/** How much of a block's log-odds is its own, where there are others like it. */
const OWN_SHARE = 0.4;
/** Scores nearer to 0 or 1 than this say no more. */
const SUREST = 1e-4;

/** By block: a number shared with all blocks like it, which is the first such block; -1 outside of repeated boxes. */
export function findAlike(page: Page, boxes: Boxes): Int32Array {
  const n = page.blocks;
  const alike = new Int32Array(n).fill(-1);
  const kinds = new PairNumbers();
  const firsts = new IntStack();
  let box = -1;
  let group = 0;
  for (let b = 0; b < n; b++) {
    const words = page.words[b];
    if (words === 0) continue;
    if (page.box[b] !== box) {
      box = page.box[b];
      const around = groupAround(page, boxes, box);
      group = around < 0 ? 0 : boxes.group[around];
    }
    if (group === 0) continue;
    const zone = page.zone[box];
    const level = (zone & HEADING) !== 0 ? page.level[box] : 0;
    const links = page.linkWords[b];
    const linked = links === 0 ? 0 : links * 2 <= words ? 1 : 2;
    const make = (((page.depth[box] * 8 + level) * 2 + ((zone & BUTTON) !== 0 ? 1 : 0)) * 4 + linked) | 0;
    const kind = kinds.numberOf(make, group);
    if (kind === firsts.length) firsts.push(b);
    alike[b] = firsts.at(kind);
  }
  return alike;
}

function oddsOf(score: number): number {
  const p = Math.min(1 - SUREST, Math.max(SUREST, score));
  return Math.log(p / (1 - p));
}

/** Moves the scores of blocks that are alike towards each other; a score of 0 is a verdict and stays. */
export function evenScores(alike: Int32Array, scores: Float32Array, spare: Spare = []): void {
  const n = alike.length;
  const sums = borrowSums(spare, n);
  const counts = borrowColumn(spare, n).fill(0);
  for (let b = 0; b < n; b++) {
    if (alike[b] < 0 || scores[b] === 0) continue;
    sums[alike[b]] += oddsOf(scores[b]);
    counts[alike[b]]++;
  }
  for (let b = 0; b < n; b++) {
    const first = alike[b];
    if (first < 0 || scores[b] === 0 || counts[first] < LEAST_ALIKE) continue;
    scores[b] = logistic(OWN_SHARE * oddsOf(scores[b]) + (1 - OWN_SHARE) * (sums[first] / counts[first]));
  }
  giveBack(spare, sums, counts);
}
