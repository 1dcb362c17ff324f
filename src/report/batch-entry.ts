import { typeName } from '../removals.ts';
import type { Category, CleanResult, PageType, Removal, StripResult } from '../types.ts';
import { CATEGORY_MEANINGS } from './data/categories.ts';
import { cutAt } from './escape.ts';

/** UTF-16 units of what is kept of a record. */
const LONGEST_URL = 2000;
const LONGEST_ID = 200;
const LONGEST_MESSAGE = 300;
const LONGEST_RULE = 200;

/** What is read of a record. */
export interface ReportedRecord {
  /** Any value; shown as text. */
  readonly id?: unknown;
  /** The page's address: its host is the site. */
  readonly url?: unknown;
}

/** What became of a record: a result, or why there is none. */
export type Outcome =
  | Pick<CleanResult, 'removed' | 'confidence' | 'pageType' | 'wordCount'>
  | Pick<StripResult, 'removed'>
  | Error
  | { readonly error: unknown };

/** A record as a batch report knows it: small, and fit for `postMessage`. */
export interface BatchEntry {
  readonly id?: string;
  readonly url?: string;
  readonly error?: string;
  readonly confidence?: number;
  readonly pageType?: PageType;
  /** Of the text that was kept. */
  readonly words?: number;
  /** One for each rule that took something. Characters are UTF-16 units. */
  readonly rules: readonly (readonly [rule: string, category: Category, removals: number, characters: number])[];
}

/**
 * What a batch report needs of a record, for `BatchReport.addEntry`: made on a worker thread, it spares the main one
 * the result.
 *
 * @throws {TypeError} where an argument is of the wrong type.
 */
export function batchEntry(record: ReportedRecord, outcome: Outcome): BatchEntry {
  return entryOf(record, outcome);
}

function entryOf(record: unknown, outcome: unknown): BatchEntry {
  if (typeof record !== 'object' || record === null) {
    throw new TypeError(`batchEntry: record must be an object, got ${typeName(record)}`);
  }
  if (typeof outcome !== 'object' || outcome === null) {
    throw new TypeError(`batchEntry: outcome must be a result or an error, got ${typeName(outcome)}`);
  }
  const { id, url } = record as ReportedRecord;
  const about = {
    ...(id !== undefined && id !== null && { id: copied(textOf(id), LONGEST_ID) }),
    ...(typeof url === 'string' && url !== '' && { url: copied(url, LONGEST_URL) }),
  };
  if (outcome instanceof Error) return { ...about, error: copied(outcome.message, LONGEST_MESSAGE), rules: [] };
  const { removed, confidence, pageType, wordCount } = outcome as Partial<CleanResult>;
  if (!Array.isArray(removed)) {
    if (!('error' in outcome)) {
      throw new TypeError('batchEntry: outcome must have removed or error, got neither');
    }
    return { ...about, error: copied(textOf(outcome.error), LONGEST_MESSAGE), rules: [] };
  }
  return {
    ...about,
    ...(typeof confidence === 'number' && Number.isFinite(confidence) && { confidence }),
    ...(typeof pageType === 'string' && { pageType }),
    ...(typeof wordCount === 'number' && { words: wordCount }),
    rules: sumsByRule(removed),
  };
}

function sumsByRule(removed: readonly Removal[]): BatchEntry['rules'] {
  const byRule = new Map<string, [rule: string, category: Category, removals: number, characters: number]>();
  for (const { rule, category, start, end } of removed) {
    const sum = byRule.get(rule);
    if (sum === undefined) {
      const known = Object.hasOwn(CATEGORY_MEANINGS, category) ? category : 'data';
      byRule.set(rule, [copied(rule, LONGEST_RULE), known, 1, end - start]);
    } else {
      sum[2]++;
      sum[3] += end - start;
    }
  }
  return [...byRule.values()];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.message;
  try {
    return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value);
  } catch {
    return typeName(value); // a value that refers to itself, or refuses
  }
}

/** A copy of the beginning: engines let a slice keep the whole string alive that it was cut from. */
function copied(text: string, limit: number): string {
  return Array.from(cutAt(text, limit)).join('');
}
