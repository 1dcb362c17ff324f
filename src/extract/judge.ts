import { tag } from '../tree/tags.ts';
import type { CleanOptions, PageType } from '../types.ts';
import { evenScores, findAlike } from './alike.ts';
import type { Page } from './blocks.ts';
import type { Boxes } from './boxes.ts';
import { CANDIDATE_FEATURES, chooseThreshold } from './choice.ts';
import { FACT_NAMES, FACTS, type Facts } from './facts.ts';
import { blockFeatures, type Features } from './features.ts';
import { fillGaps } from './fill.ts';
import { logistic, ranks, scoreRow } from './forest.ts';
import { MODEL_TYPES, type Model } from './model.ts';
import { PAGE_NAMES } from './page-statistics.ts';
import { PATH_TYPES } from './path-type.ts';
import { dropTwins } from './repeats.ts';
import { scoreBlocks } from './scores.ts';
import { dropTail } from './tail.ts';

/** What the model makes of a page. */
export interface Judgement {
  /** By block: how likely it is to belong to the content, 0..1. */
  readonly scores: Float32Array;
  /** By block: 1 for those kept. */
  readonly kept: Uint8Array;
  readonly pageType: PageType;
  /** 0..1: the expected word-F1 of the kept blocks. */
  readonly confidence: number;
  readonly features: Features;
}

/** How a threshold moves, in log-odds, for a caller who would rather miss a block, or have one too many. */
const SHIFT = { precision: 1.2, balance: 0, recall: -1.2 } as const;

const PAGE_FEATURES = PAGE_NAMES.length + FACTS;

function shifted(threshold: number, shift: number): number {
  if (shift === 0 || threshold <= 0 || threshold >= 1) return threshold;
  return logistic(Math.log(threshold / (1 - threshold)) + shift);
}

/** Scores all blocks and decides which of them are the content. */
export function judge(page: Page, facts: Facts, model: Model, favor: NonNullable<CleanOptions['favor']>): Judgement {
  const n = page.blocks;
  const features = blockFeatures(page, facts, model.dictionary);
  const scores = scoreBlocks(page, features, model.blocks);
  dropTwins(page, features.repeats, scores);
  evenScores(findAlike(page, features.boxes), scores, page.spare);
  const choice = chooseThreshold(page, features, scores, model.choice);
  const threshold = shifted(choice.threshold, SHIFT[favor]);
  const kept = new Uint8Array(n);
  for (let b = 0; b < n; b++) if (page.words[b] > 0 && scores[b] >= threshold) kept[b] = 1;
  if (favor !== 'precision') fillGaps(page, scores, kept);
  if (favor !== 'recall') dropTail(page, features.boxes, kept);

  const row = new Float32Array(CANDIDATE_FEATURES + PAGE_FEATURES);
  row.set(choice.row);
  if (n > 0) {
    row.set(features.statistics.values, CANDIDATE_FEATURES);
    row.set(facts.values, CANDIDATE_FEATURES + PAGE_NAMES.length);
  }
  const ranked = ranks(row);
  const confidence = Math.max(0, Math.min(1, choice.expected + scoreRow(model.confidence, ranked, 0)));
  return {
    scores,
    kept,
    pageType: typeOf(model, ranked, mayBeThread(page, facts, features.boxes)),
    confidence,
    features,
  };
}

const LD_FORUM = FACT_NAMES.indexOf('ldForum');
const PATH_TYPE = FACT_NAMES.indexOf('pathType');
const P = tag('p');
/** Posts hold so many words on average. */
const POST_WORDS = 12;

/** Whether a page may be a thread: its markup or its address says so, or boxes repeat that are more than paragraphs. */
function mayBeThread(page: Page, facts: Facts, boxes: Boxes): boolean {
  if (facts.values[LD_FORUM] === 1 || PATH_TYPES[facts.values[PATH_TYPE]] === 'forum') return true;
  for (let x = 1; x < page.boxes; x++) {
    const members = boxes.members[boxes.group[x]];
    if (members < 2 || page.tree.kind[page.node[x]] === P) continue;
    if (boxes.groupShown[boxes.group[x]] >= POST_WORDS * members) return true;
  }
  return false;
}

/** The likeliest type. Pages of a few paragraphs look like threads to a model that has seen whole pages only. */
function typeOf(model: Model, row: Int32Array, thread: boolean): PageType {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < MODEL_TYPES.length; t++) {
    if (!thread && MODEL_TYPES[t] === 'forum') continue;
    const score = scoreRow(model.types, row, 0, t, MODEL_TYPES.length);
    if (score > bestScore) {
      best = t;
      bestScore = score;
    }
  }
  return MODEL_TYPES[best];
}
