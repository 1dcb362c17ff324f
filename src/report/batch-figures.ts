import type { Category, PageType } from '../types.ts';
import type { BatchEntry } from './batch-entry.ts';

/** What fell to a rule, a category or a site. Characters are UTF-16 units. */
export interface Counted {
  records: number;
  removals: number;
  characters: number;
}

export interface RuleCounts extends Counted {
  category: Category;
}

export interface SiteCounts extends Counted {
  errors: number;
  /** Sum over the records that have one. */
  confidence: number;
  judged: number;
}

/** A record among the worst. */
export interface WorstPage extends BatchEntry {
  readonly removals: number;
  readonly characters: number;
}

/** All that a batch report says. */
export interface BatchFigures extends SiteCounts {
  words: number;
  readonly categories: ReadonlyMap<Category, Counted>;
  readonly rules: ReadonlyMap<string, RuleCounts>;
  readonly forgottenRules: number;
  readonly sites: ReadonlyMap<string, SiteCounts>;
  readonly forgottenSites: number;
  readonly messages: ReadonlyMap<string, { records: number; first: BatchEntry | undefined }>;
  readonly forgottenMessages: number;
  readonly types: ReadonlyMap<PageType, number>;
  readonly bins: readonly number[];
  readonly leastConfident: readonly WorstPage[];
  readonly mostRemoved: readonly WorstPage[];
}
