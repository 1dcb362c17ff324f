import type { Page } from './blocks.ts';
import { groupAround } from './boxes.ts';
import { type Features, isWithin, levelOf } from './features.ts';
import { type Forest, ranks, scoreRow } from './forest.ts';
import { byScore } from './order.ts';
import { borrowColumn, giveBack } from './spare.ts';

/**
 * Which blocks to keep, given how likely each is to belong to the content: a threshold for the page. The candidates
 * are fixed thresholds and the one with the greatest expected F1; a forest says how much better each fixed one does,
 * from the scores and from what the kept blocks are like.
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
  // What the kept blocks are like: shares of the kept words, and shares of all words of the kind that are kept.
  'linkShare',
  'groupShare',
  'groupKept',
  'd70Share',
  'd70Kept',
  'containerShare',
  'headingShare',
  'currencies',
  'currenciesKept',
  'stops',
  'runs',
  'runsPerBlock',
  'gaps',
  'firstPosition',
  'lastPosition',
  'barelyDropped',
  'barelyKept',
  'longest',
  'wordsPerBlock',
  'h1',
  'linksKept',
];
export const CANDIDATE_FEATURES: number = CANDIDATE_NAMES.length;
/** How many of them, the last ones, say what the kept blocks are like. */
const KEPT_FEATURES: number = CANDIDATE_NAMES.length - CANDIDATE_NAMES.indexOf('linkShare');

/** What a candidate may lose of the greatest expected F1, whatever the forest promises of it. */
const MOST_LOSS = 0.03;
/**
 * Where one block has this share of a page's words, the others hardly move any F1, whatever is done with them: those more
 * likely than not to belong to the content stay.
 */
const DOMINANT = 0.6;
const LIKELY = 0.5;
/** A threshold that no score reaches. */
const NOTHING = 1.01;
/**
 * Fewer words than this, of a page of so many, and of so little promise, are what is left of a shell or a wall: better
 * no text than the last two words of a menu.
 */
const SCRAPS = 100;
const SCRAPS_PAGE = 100;
const SCRAPS_EXPECTED = 0.35;
const EXPECTED_LOSS = CANDIDATE_NAMES.indexOf('expectedLoss');
const GREATEST_EXPECTED = CANDIDATE_NAMES.indexOf('greatestExpected');
const PAGE_WORDS = CANDIDATE_NAMES.indexOf('words');

export interface Choice {
  /** Blocks that score at least so much are kept. */
  readonly threshold: number;
  /** The expected F1 of what is kept, by the scores alone. */
  readonly expected: number;
  /** The row of the chosen candidate: `CANDIDATE_FEATURES` numbers. */
  readonly row: Float32Array;
}

/** A block just below a threshold scores this share of it; one just above comes this far from it to 1. */
const BARELY_DROPPED = 0.6;
const BARELY_KEPT = 0.4;

/** Blocks that score less are kept by no candidate, nor barely dropped. */
const LEAST_SCORE = THRESHOLDS[0] * BARELY_DROPPED;

/** The blocks that any candidate could keep, and what a page has in all: read once, since there are many candidates. */
interface Likely {
  readonly blocks: Int32Array;
  readonly count: number;
  /** Whether each is one of repeated boxes. */
  readonly repeated: Uint8Array;
  readonly links: number;
  readonly grouped: number;
  readonly d70: number;
  readonly currencies: number;
}

function likelyBlocks(page: Page, features: Features, scores: Float32Array): Likely {
  const n = page.blocks;
  const blocks = borrowColumn(page.spare, n);
  const repeated = new Uint8Array(n);
  let count = 0;
  let links = 0;
  let grouped = 0;
  let d70 = 0;
  let currencies = 0;
  for (let b = 0; b < n; b++) {
    const w = page.words[b];
    if (w === 0) continue;
    const isOne = groupAround(page, features.boxes, page.box[b]) >= 0;
    links += page.linkWords[b];
    if (isOne) grouped += w;
    if (isWithin(page, features.d70, b)) d70 += w;
    currencies += page.currencies[b];
    if (scores[b] < LEAST_SCORE) continue;
    blocks[count] = b;
    repeated[count] = isOne ? 1 : 0;
    count++;
  }
  return { blocks, count, repeated, links, grouped, d70, currencies };
}

/** How many blocks a threshold keeps, their words, and the words of them that are to be expected of the content. */
interface Kept {
  readonly count: number;
  readonly words: number;
  readonly hit: number;
}

/** Writes what the blocks are like that a threshold keeps. */
function describeKept(
  page: Page,
  features: Features,
  scores: Float32Array,
  likely: Likely,
  threshold: number,
  rows: Float32Array,
  start: number,
): Kept {
  const upTo = features.sums.words;
  let kept = 0;
  let hit = 0;
  let count = 0;
  let links = 0;
  let grouped = 0;
  let d70 = 0;
  let container = 0;
  let headings = 0;
  let currencies = 0;
  let stops = 0;
  let runs = 0;
  let first = -1;
  let last = -1;
  let wordsBefore = 0; // words of the page before the first kept block, and up to the last one
  let wordsUpTo = 0;
  let barelyDropped = 0;
  let barelyKept = 0;
  let longest = 0;
  let h1 = 0;
  const sure = threshold + (1 - threshold) * BARELY_KEPT;
  const near = threshold * BARELY_DROPPED;
  for (let i = 0; i < likely.count; i++) {
    const b = likely.blocks[i];
    const p = scores[b];
    const w = page.words[b];
    if (p < threshold) {
      if (p >= near) barelyDropped += w;
      continue;
    }
    if (count === 0 || upTo[b] !== wordsUpTo) runs++;
    if (count === 0) {
      first = b;
      wordsBefore = upTo[b];
    }
    last = b;
    wordsUpTo = upTo[b + 1];
    kept += w;
    hit += w * p;
    count++;
    links += page.linkWords[b];
    currencies += page.currencies[b];
    stops += page.stops[b];
    if (likely.repeated[i] === 1) grouped += w;
    if (isWithin(page, features.d70, b)) d70 += w;
    if (isWithin(page, features.container, b)) container += w;
    const level = levelOf(page, b);
    if (level > 0) headings += w;
    if (level === 1) h1 = 1;
    if (p < sure) barelyKept += w;
    if (w > longest) longest = w;
  }
  const per = 1 / Math.max(1, kept);
  let at = start;
  rows[at++] = links * per;
  rows[at++] = grouped * per;
  rows[at++] = grouped / Math.max(1, likely.grouped);
  rows[at++] = d70 * per;
  rows[at++] = d70 / Math.max(1, likely.d70);
  rows[at++] = container * per;
  rows[at++] = headings * per;
  rows[at++] = currencies;
  rows[at++] = currencies / Math.max(1, likely.currencies);
  rows[at++] = stops * per;
  rows[at++] = runs;
  rows[at++] = runs / Math.max(1, count);
  rows[at++] = count === 0 ? 0 : 1 - kept / Math.max(1, wordsUpTo - wordsBefore);
  rows[at++] = first < 0 ? -1 : first / page.blocks;
  rows[at++] = last < 0 ? -1 : (last + 1) / page.blocks;
  rows[at++] = barelyDropped * per;
  rows[at++] = barelyKept * per;
  rows[at++] = longest;
  rows[at++] = Math.max(1, kept) / Math.max(1, count);
  rows[at++] = h1;
  rows[at++] = links / Math.max(1, likely.links);
  return { count, words: kept, hit };
}

/** The threshold with the greatest expected F1, 2 Σ wp over kept / (Σ w over kept + Σ wp over all). */
function bestExpected({ words, spare }: Page, scores: Float32Array, likely: Likely, mass: number): [number, number] {
  const order = byScore(likely.blocks, likely.count, scores, spare);
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
  giveBack(spare, order);
  return [threshold, best];
}

/** Rows of features about all candidates, `THRESHOLDS.length` times `CANDIDATE_FEATURES`. */
export function candidateRows(page: Page, features: Features, scores: Float32Array): Float32Array {
  const { blocks, words } = page;
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
  const likely = likelyBlocks(page, features, scores);
  const [bestThreshold, greatest] = bestExpected(page, scores, likely, mass);
  for (let c = 0; c < THRESHOLDS.length; c++) {
    const threshold = c === THRESHOLDS.length - 1 ? bestThreshold : THRESHOLDS[c];
    const row = c * CANDIDATE_FEATURES;
    const kinds = row + CANDIDATE_FEATURES - KEPT_FEATURES;
    const { words: kept, hit, count } = describeKept(page, features, scores, likely, threshold, rows, kinds);
    const expected = (2 * hit) / Math.max(1e-9, kept + mass);
    let at = row;
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
  giveBack(page.spare, likely.blocks);
  return rows;
}

/** The threshold for a page, by the forest that compares the candidates. */
export function chooseThreshold(page: Page, features: Features, scores: Float32Array, forest: Forest): Choice {
  const rows = candidateRows(page, features, scores);
  const ranked = ranks(rows);
  let longest = 0;
  for (let b = 0; b < page.blocks; b++) if (page.words[b] > longest) longest = page.words[b];
  const dominated = longest > DOMINANT * rows[PAGE_WORDS];
  let best = THRESHOLDS.length - 1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let c = THRESHOLDS.length - 1; c >= 0; c--) {
    if (rows[c * CANDIDATE_FEATURES + EXPECTED_LOSS] < -MOST_LOSS) continue;
    const score = scoreRow(forest, ranked, c * CANDIDATE_FEATURES);
    if (score > bestScore) {
      best = c;
      bestScore = score;
    }
  }
  const row = rows.subarray(best * CANDIDATE_FEATURES, (best + 1) * CANDIDATE_FEATURES);
  const [threshold, expected, , kept] = row;
  const scraps = kept < SCRAPS && row[PAGE_WORDS] >= SCRAPS_PAGE && row[GREATEST_EXPECTED] < SCRAPS_EXPECTED;
  if (scraps) return { threshold: NOTHING, expected, row };
  return { threshold: dominated ? Math.min(threshold, LIKELY) : threshold, expected, row };
}
