import type { Category, PageType } from '../types.ts';
import { type BatchEntry, batchEntry, type Outcome, type ReportedRecord } from './batch-entry.ts';
import type { Counted, RuleCounts, SiteCounts, WorstPage } from './batch-figures.ts';
import { batchDocument } from './batch-page.ts';
import { createCounters } from './counters.ts';
import { createHeaviest } from './heaviest.ts';

/** Names of rules, of sites and of errors that are held at a time. */
const MOST_RULES = 5000;
const MOST_SITES = 20_000;
const MOST_ERRORS = 500;
const MOST_WORST = 50;
/** Bars of the distribution of confidence. */
const CONFIDENCE_BINS = 20;

export interface BatchReport {
  /** Counts a record in. */
  add(record: ReportedRecord, outcome: Outcome): void;
  /** The same for a record that `batchEntry` made small elsewhere, as on a worker thread. */
  addEntry(entry: BatchEntry): void;
  /** The report on all that came so far: one self-contained HTML page, without a script and with nothing to load. */
  render(): string;
}

/**
 * A report on a batch of records that go by one after the other: totals by rule and by site, errors, the distribution
 * of confidence, the worst pages. Memory is bounded, whatever comes: of rules, sites and errors the frequent ones are
 * held, and the report says when rare ones were given up.
 */
export function createBatchReport(): BatchReport {
  const total = { ...noSite(), words: 0 };
  const categories = new Map<Category, Counted>();
  const types = new Map<PageType, number>();
  const bins = new Array<number>(CONFIDENCE_BINS).fill(0);
  const rules = createCounters<RuleCounts>(
    MOST_RULES,
    () => ({ category: 'ad', ...noCounts() }),
    ({ removals }) => removals,
  );
  const sites = createCounters<SiteCounts>(MOST_SITES, noSite, ({ records }) => records);
  const messages = createCounters<{ records: number; first: BatchEntry | undefined }>(
    MOST_ERRORS,
    () => ({ records: 0, first: undefined }),
    ({ records }) => records,
  );
  const leastConfident = createHeaviest<WorstPage>(MOST_WORST);
  const mostRemoved = createHeaviest<WorstPage>(MOST_WORST);

  const addEntry = (entry: BatchEntry): void => {
    const site = sites.of(siteOf(entry.url));
    const counted = [total, site];
    for (const sums of counted) sums.records++;
    if (entry.error !== undefined) {
      for (const sums of counted) sums.errors++;
      const message = messages.of(entry.error);
      message.records++;
      message.first ??= entry;
      return;
    }
    let removals = 0;
    let characters = 0;
    for (const [rule, category, times, length] of entry.rules) {
      removals += times;
      characters += length;
      const ofRule = rules.of(rule);
      ofRule.category = category;
      const ofCategory = categories.get(category) ?? noCounts();
      categories.set(category, ofCategory);
      for (const sums of [ofRule, ofCategory]) {
        sums.removals += times;
        sums.characters += length;
      }
      ofRule.records++;
    }
    for (const category of new Set(entry.rules.map(([, category]) => category))) {
      const sums = categories.get(category);
      if (sums !== undefined) sums.records++;
    }
    const { confidence, pageType, words } = entry;
    for (const sums of counted) {
      sums.removals += removals;
      sums.characters += characters;
      if (confidence !== undefined) {
        sums.confidence += confidence;
        sums.judged++;
      }
    }
    total.words += words ?? 0;
    if (pageType !== undefined) types.set(pageType, (types.get(pageType) ?? 0) + 1);
    const worst = (): WorstPage => ({ ...entry, rules: [], removals, characters });
    if (confidence !== undefined) {
      bins[Math.min(CONFIDENCE_BINS - 1, Math.max(0, Math.floor(confidence * CONFIDENCE_BINS)))]++;
      leastConfident.add(-confidence, worst);
    }
    if (characters > 0) mostRemoved.add(characters, worst);
  };

  return {
    add: (record, outcome) => addEntry(batchEntry(record, outcome)),
    addEntry,
    render: () =>
      batchDocument({
        ...total,
        categories,
        rules: rules.entries,
        forgottenRules: rules.forgotten,
        sites: sites.entries,
        forgottenSites: sites.forgotten,
        messages: messages.entries,
        forgottenMessages: messages.forgotten,
        types,
        bins,
        leastConfident: leastConfident.list(),
        mostRemoved: mostRemoved.list(),
      }),
  };
}

function siteOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  return new URL(url).hostname;
}

function noCounts(): Counted {
  return { records: 0, removals: 0, characters: 0 };
}

function noSite(): SiteCounts {
  return { ...noCounts(), errors: 0, confidence: 0, judged: 0 };
}
