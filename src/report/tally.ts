import { decodeHTML } from 'entities';
import { countWords } from '../render/words.ts';
import { parse } from '../tree/parse.ts';
import { HIDDEN, TAG_FLAGS, TEXT } from '../tree/tags.ts';
import type { Category, Removal } from '../types.ts';
import { FILTER_SLOTS } from './data/stylesheet.ts';

/** What fell to a rule or a category. */
interface Sum {
  removals: number;
  /** UTF-16 units. */
  characters: number;
  /** Words that a reader would have seen. */
  words: number;
}

export interface RuleSum extends Sum {
  readonly rule: string;
  readonly category: Category;
  /** The filter that shows it: a number below `FILTER_SLOTS`; the last one is shared by all rules beyond. */
  slot: number;
}

export interface Tally extends Sum {
  /** Those with removals, the most characters first. */
  readonly categories: readonly (Sum & { readonly category: Category })[];
  /** The most removals first. */
  readonly rules: readonly RuleSum[];
  /** By `ruleKey`. */
  readonly byKey: ReadonlyMap<string, RuleSum>;
  /** By removal. */
  readonly wordsOf: Uint32Array;
}

/** A caller's rule may bear the name of a built-in one in another category. */
export function ruleKey({ rule, category }: Pick<Removal, 'rule' | 'category'>): string {
  return `${category} ${rule}`;
}

/** The figures of a report, in two passes over the source and one over the removals. */
export function tally(source: string, type: 'html' | 'text', removed: readonly Removal[]): Tally {
  const wordsOf =
    type === 'html' ? visibleWords(source, removed) : Uint32Array.from(removed, (r) => countWords(r.text));
  const byKey = new Map<string, RuleSum>();
  const byCategory = new Map<Category, Sum & { category: Category }>();
  const all = nothing();
  removed.forEach((removal, i) => {
    const { rule, category, text } = removal;
    const key = ruleKey(removal);
    const ofRule = byKey.get(key) ?? { rule, category, slot: 0, ...nothing() };
    byKey.set(key, ofRule);
    const ofCategory = byCategory.get(category) ?? { category, ...nothing() };
    byCategory.set(category, ofCategory);
    for (const sum of [ofRule, ofCategory, all]) {
      sum.removals++;
      sum.characters += text.length;
      sum.words += wordsOf[i];
    }
  });
  const rules = [...byKey.values()].sort((a, b) => b.removals - a.removals || b.characters - a.characters);
  rules.forEach((sum, i) => {
    sum.slot = Math.min(i, FILTER_SLOTS - 1);
  });
  const categories = [...byCategory.values()].sort((a, b) => b.characters - a.characters);
  return { ...all, categories, rules, byKey, wordsOf };
}

function nothing(): Sum {
  return { removals: 0, characters: 0, words: 0 };
}

/** By removal: the words of its text, without tags, scripts and what else is never shown. */
function visibleWords(source: string, removed: readonly Removal[]): Uint32Array {
  const words = new Uint32Array(removed.length);
  if (removed.length === 0) return words;
  const tree = parse(source);
  let r = 0;
  for (let node = 1; node < tree.count; ) {
    const kind = tree.kind[node];
    if (kind !== TEXT) {
      node = (TAG_FLAGS[kind] & HIDDEN) !== 0 && tree.last[node] > node ? tree.last[node] : node + 1;
      continue;
    }
    const start = tree.start[node];
    const end = tree.end[node];
    while (r < removed.length && removed[r].end <= start) r++;
    for (let i = r; i < removed.length && removed[i].start < end; i++) {
      const raw = source.slice(Math.max(start, removed[i].start), Math.min(end, removed[i].end));
      words[i] += countWords(raw.includes('&') ? decodeHTML(raw) : raw);
    }
    node++;
  }
  return words;
}
