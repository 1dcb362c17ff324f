import { type Forest, ranks, scoreRow } from './forest.ts';

/**
 * Which blocks to keep, given how likely each is to belong to the content: a threshold for the page. The candidates
 * are fixed thresholds and the one with the greatest expected F1; a forest says how much better each fixed one does.
 */

/** The candidates; the last place stands for the threshold of the greatest expected F1. */
export const THRESHOLDS: readonly number[] = [
  0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 1.01, 0,
];
/** Borders of the histogram of a page's words over their blocks' scores. */
const BINS: readonly number[] = [0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** What a row about a candidate holds, in order. */
const CANDIDATE_NAMES: readonly string[] = [
  'threshold',
  'expected',
  'expectedLoss',
  'keptWords',
  'keptShare',
  'expectedRecall',
  'expectedPrecision',
  'keptToExpected',
  'keptBlocks',
  'greatestExpected',
  'bestThreshold',
  'words',
  'expectedWords',
  'expectedShare',
  'doubt',
  ...Array.from({ length: BINS.length + 1 }, (_, i) => `bin${i}`),
];
export const CANDIDATE_FEATURES: number = CANDIDATE_NAMES.length;

export interface Choice {
  /** Blocks that score at least so much are kept. */
  readonly threshold: number;
  /** The expected F1 at the best threshold by the scores alone. */
  readonly expected: number;
  /** The row of the chosen candidate: `CANDIDATE_FEATURES` numbers. */
  readonly row: Float32Array;
}

/** The threshold with the greatest expected F1, 2 Σ wp over kept / (Σ w over kept + Σ wp over all). */
function bestExpected(scores: Float32Array, words: Int32Array, blocks: number, mass: number): [number, number] {
  const order = Array.from({ length: blocks }, (_, b) => b).sort((a, b) => scores[b] - scores[a] || a - b);
  let kept = 0;
  let hit = 0;
  let best = 0;
  let threshold = 1.01;
  for (const b of order) {
    kept += words[b];
    hit += words[b] * scores[b];
    const expected = (2 * hit) / Math.max(1e-9, kept + mass);
    if (expected > best) {
      best = expected;
      threshold = scores[b];
    }
  }
  return [threshold, best];
}

/** Rows of features about all candidates, `THRESHOLDS.length` times `CANDIDATE_FEATURES`. */
export function candidateRows(scores: Float32Array, words: Int32Array, blocks: number): Float32Array {
  const rows = new Float32Array(THRESHOLDS.length * CANDIDATE_FEATURES);
  let all = 0;
  let mass = 0;
  let doubt = 0;
  const bins = new Float64Array(BINS.length + 1);
  for (let b = 0; b < blocks; b++) {
    const p = scores[b];
    const w = words[b];
    all += w;
    mass += w * p;
    doubt += w * p * (1 - p);
    let bin = 0;
    while (bin < BINS.length && p >= BINS[bin]) bin++;
    bins[bin] += w;
  }
  const [bestThreshold, greatest] = bestExpected(scores, words, blocks, mass);
  for (let c = 0; c < THRESHOLDS.length; c++) {
    const threshold = c === THRESHOLDS.length - 1 ? bestThreshold : THRESHOLDS[c];
    let kept = 0;
    let hit = 0;
    let count = 0;
    for (let b = 0; b < blocks; b++) {
      if (scores[b] < threshold) continue;
      kept += words[b];
      hit += words[b] * scores[b];
      count++;
    }
    const expected = (2 * hit) / Math.max(1e-9, kept + mass);
    let at = c * CANDIDATE_FEATURES;
    rows[at++] = threshold;
    rows[at++] = expected;
    rows[at++] = expected - greatest;
    rows[at++] = kept;
    rows[at++] = kept / Math.max(1, all);
    rows[at++] = hit / Math.max(1e-9, mass);
    rows[at++] = hit / Math.max(1e-9, kept);
    rows[at++] = kept / Math.max(1e-9, mass);
    rows[at++] = count;
    rows[at++] = greatest;
    rows[at++] = bestThreshold;
    rows[at++] = all;
    rows[at++] = mass;
    rows[at++] = mass / Math.max(1, all);
    rows[at++] = doubt / Math.max(1e-9, mass);
    for (let i = 0; i <= BINS.length; i++) rows[at++] = bins[i] / Math.max(1, all);
  }
  return rows;
}

/** The threshold for a page, by the forest that compares the candidates. */
export function chooseThreshold(scores: Float32Array, words: Int32Array, blocks: number, forest: Forest): Choice {
  const rows = candidateRows(scores, words, blocks);
  const ranked = ranks(rows);
  let best = THRESHOLDS.length - 1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let c = THRESHOLDS.length - 1; c >= 0; c--) {
    const score = scoreRow(forest, ranked, c * CANDIDATE_FEATURES);
    if (score > bestScore) {
      best = c;
      bestScore = score;
    }
  }
  const row = rows.subarray(best * CANDIDATE_FEATURES, (best + 1) * CANDIDATE_FEATURES);
  return { threshold: row[0], expected: row[9], row };
}
