import { ATTR } from '../tree/attributes.ts';
import { HASH_START, hashSlice, hashUnit, hashWord } from '../tree/hash.ts';
import { DOCTYPE, tag } from '../tree/tags.ts';
import { attributeValue, type Tree } from '../tree/tree.ts';
import type { FilterMatch } from '../types.ts';
import { type CompiledLists, isForHost, RULE_DOMAINS, RULE_NAME, RULE_SELECTOR, RULE_SIZE } from './compile.ts';
import { ANY_KEY, BEGINNINGS, beginningStart, type IndexTable, KEY, keyOf, mayHold, valuesOf } from './index-table.ts';
import { matchedPage, selects } from './matcher.ts';
import { compileFilterSelector, type FilterSelector } from './selector.ts';
import type { Site } from './site.ts';

/** Without them there is no page. */
const NEVER = new Set(['html', 'head', 'body'].map(tag));

const AMPERSAND = 38;

/** Which kinds of hiding the page's address leaves in force. */
export interface Hiding {
  readonly generic: boolean;
  readonly specific: boolean;
}

/** Selectors of rules for all sites, compiled when a page first leads to them. */
export type SelectorCache = Map<number, FilterSelector>;

interface AttributeKeys {
  /** Whether the name alone leads to selectors. */
  readonly key: number | undefined;
  /** The hash from which beginnings of its values are looked up. */
  readonly beginning: number | undefined;
}

/**
 * The elements of a page that the lists hide: one pass over the elements and their attributes, in
 * which only what the indices know costs more than a hash. What lies in `removed` subtrees is not looked at.
 */
export function findHidden(
  lists: CompiledLists,
  site: Site,
  hiding: Hiding,
  tree: Tree,
  removed: Uint8Array,
  cache: SelectorCache,
): FilterMatch[] {
  const { source, kind, count } = tree;
  const tables: readonly IndexTable[] = [
    ...(hiding.generic ? [lists.generic] : []),
    ...(hiding.specific ? [site.own] : []),
  ];
  const matches: FilterMatch[] = [];
  if (tables.length === 0) return matches;
  const page = matchedPage(tree);
  const generic: number[] = [];
  const own: number[] = [];
  const beginnings = beginningNames();
  const keysOfName: (AttributeKeys | null | undefined)[] = new Array(tree.attributeNames.length).fill(undefined);
  const keyOfTag: (number | null | undefined)[] = new Array(tree.names.length).fill(undefined);
  const forAll = tables.some((table) => mayHold(table, ANY_KEY));

  for (let node = 1; node < count; node++) {
    const k = kind[node];
    if (k <= DOCTYPE) continue;
    if (removed[node] === 1) {
      node = tree.last[node] - 1;
      continue;
    }
    collect(node, k);
    if (generic.length === 0 && own.length === 0) continue;
    const found = firstMatch(node);
    generic.length = 0;
    own.length = 0;
    if (found === undefined) continue;
    matches.push(found);
    if (found.index === node) node = tree.last[node] - 1; // what lies within goes with it
  }
  return matches;

  /** Looks up all that an element carries. */
  function collect(node: number, k: number): void {
    const tagKey = keyOfTag[k] === undefined ? ofTag(k) : keyOfTag[k];
    if (tagKey !== null && tagKey !== undefined) lookUp(tagKey);
    if (forAll) lookUp(ANY_KEY);
    const end = tree.firstAttribute[node + 1];
    for (let i = tree.firstAttribute[node]; i < end; i++) {
      const name = tree.attributeName[i];
      const from = tree.valueStart[i];
      const to = tree.valueEnd[i];
      if (name === ATTR.class) lookUpWords(from, to);
      else if (name === ATTR.id && from < to) lookUp(keyOf(KEY.id, hashValue(i)));
      const keys = keysOfName[name] === undefined ? ofName(name) : keysOfName[name];
      if (keys === null || keys === undefined) continue;
      if (keys.key !== undefined) lookUp(keys.key);
      if (keys.beginning !== undefined) lookUpBeginnings(i, keys.beginning);
    }
  }

  function lookUp(key: number): void {
    if (hiding.generic) valuesOf(lists.generic, key, generic);
    if (hiding.specific) valuesOf(site.own, key, own);
  }

  function hashValue(i: number): number {
    return hashSlice(source, tree.valueStart[i], tree.valueEnd[i]);
  }

  function lookUpWords(from: number, to: number): void {
    let hash = HASH_START;
    let start = from;
    for (let at = from; at <= to; at++) {
      const unit = at < to ? source.charCodeAt(at) : 32;
      if (unit > 32) {
        hash = hashUnit(hash, unit);
        continue;
      }
      if (at > start) lookUp(keyOf(KEY.class, hash));
      hash = HASH_START;
      start = at + 1;
    }
  }

  function lookUpBeginnings(i: number, startHash: number): void {
    let text = source;
    let from = tree.valueStart[i];
    let to = tree.valueEnd[i];
    let hash = startHash;
    let at = from;
    for (const length of BEGINNINGS) {
      if (from + length > to) return;
      for (; at < from + length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === AMPERSAND && text === source) {
          // The value goes on decoded; what lies before the first reference is the same.
          text = attributeValue(tree, i);
          at -= from;
          from = 0;
          to = text.length;
          if (length > to) return;
        }
        hash = hashUnit(hash, text.charCodeAt(at));
      }
      lookUp(keyOf(KEY.beginning, hash));
    }
  }

  /** The first match of those looked up: of the rules for all sites, then of the site's own. */
  function firstMatch(node: number): FilterMatch | undefined {
    for (const index of generic) {
      const rule = lists.alternatives[index * 2];
      if (!applies(rule)) continue;
      const match = matchOf(genericSelector(index), rule, node);
      if (match !== undefined) return match;
    }
    for (const index of own) {
      const { rule, selector } = site.selectors[index];
      const match = matchOf(selector, rule, node);
      if (match !== undefined) return match;
    }
    return undefined;
  }

  function applies(rule: number): boolean {
    const at = rule * RULE_SIZE;
    return (
      !site.shown.has(lists.rules[at + RULE_SELECTOR]) &&
      isForHost(lists.domains, lists.rules[at + RULE_DOMAINS], site.hosts, site.entities)
    );
  }

  function genericSelector(index: number): FilterSelector {
    let selector = cache.get(index);
    if (selector === undefined) {
      const text = lists.strings.get(lists.rules[lists.alternatives[index * 2] * RULE_SIZE + RULE_SELECTOR]);
      selector = (compileFilterSelector(text) ?? [])[lists.alternatives[index * 2 + 1]];
      cache.set(index, selector);
    }
    return selector;
  }

  function matchOf(selector: FilterSelector, rule: number, node: number): FilterMatch | undefined {
    if (selector.fromAbove) return void matchWithin(selector, rule, node);
    const index = selects(page, selector, node);
    if (index === 0 || NEVER.has(kind[index])) return undefined;
    return { index, filter: nameOf(rule) };
  }

  /** Matches what lies in an element that the compound before the last one led to. */
  function matchWithin(selector: FilterSelector, rule: number, above: number): void {
    const children = selector.combinators[selector.combinators.length - 1] === 'child';
    let node = above + 1;
    while (node < tree.last[above] && page.steps-- > 0) {
      const index = kind[node] > DOCTYPE ? selects(page, selector, node) : 0;
      if (index > 0 && !NEVER.has(kind[index])) matches.push({ index, filter: nameOf(rule) });
      node = children || index === node ? tree.last[node] : node + 1;
    }
  }

  function nameOf(rule: number): string {
    return lists.strings.get(lists.rules[rule * RULE_SIZE + RULE_NAME]);
  }

  /** What leads from an element's name to selectors; worked out once a page. */
  function ofTag(k: number): number | null {
    const key = keyOf(KEY.tag, hashWord(tree.names[k]));
    keyOfTag[k] = tables.some((table) => mayHold(table, key)) ? key : null;
    return keyOfTag[k] ?? null;
  }

  /** What leads from an attribute's name to selectors; worked out once a page. */
  function ofName(name: number): AttributeKeys | null {
    const word = tree.attributeNames[name];
    const key = keyOf(KEY.attribute, hashWord(word));
    const named = tables.some((table) => mayHold(table, key));
    const begins = beginnings.has(word);
    keysOfName[name] =
      named || begins ? { key: named ? key : undefined, beginning: begins ? beginningStart(word) : undefined } : null;
    return keysOfName[name] ?? null;
  }

  function beginningNames(): ReadonlySet<string> {
    const names = new Set(site.beginnings);
    for (const name of lists.beginnings) names.add(lists.strings.get(name));
    return names;
  }
}
