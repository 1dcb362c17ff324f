import {
  type CompiledLists,
  EXCEPTION,
  isForHost,
  RULE_DOMAINS,
  RULE_FLAGS,
  RULE_SELECTOR,
  RULE_SIZE,
} from './compile.ts';
import { buildTable, type IndexTable, valuesOf } from './index-table.ts';
import { compileFilterSelector, type FilterSelector, selectorKey } from './selector.ts';

/** A selector with the rule that it belongs to. */
interface RuleSelector {
  readonly rule: number;
  readonly selector: FilterSelector;
}

/** What the lists say of one host. */
export interface Site {
  readonly hosts: ReadonlySet<number>;
  readonly entities: ReadonlySet<number>;
  /** Selectors, as numbers of strings, that an exception protects here. */
  readonly shown: ReadonlySet<number>;
  /** The host's own rules: indices of `selectors` by what leads to an element. */
  readonly own: IndexTable;
  readonly selectors: readonly RuleSelector[];
  /** Attributes whose values' beginnings are keys of `own`. */
  readonly beginnings: ReadonlySet<string>;
}

/** Works out what the lists say of a host, given the hashes of it and of the domains above it. */
export function siteOf(lists: CompiledLists, hostHashes: Iterable<number>, entityHashes: Iterable<number>): Site {
  const { rules, domains, strings } = lists;
  const hosts = new Set(Array.from(hostHashes, (hash) => hash | 0));
  const entities = new Set(Array.from(entityHashes, (hash) => hash | 0));
  const found: number[] = [...lists.exceptions];
  for (const hash of hosts) valuesOf(lists.sites, hash, found);
  for (const hash of entities) valuesOf(lists.sites, hash, found);
  const here = [...new Set(found)]
    .sort((a, b) => a - b)
    .filter((rule) => isForHost(domains, rules[rule * RULE_SIZE + RULE_DOMAINS], hosts, entities));
  const isException = (rule: number): boolean => (rules[rule * RULE_SIZE + RULE_FLAGS] & EXCEPTION) !== 0;
  const selectorOf = (rule: number): number => rules[rule * RULE_SIZE + RULE_SELECTOR];
  const shown = new Set(here.filter(isException).map(selectorOf));

  const keys: number[] = [];
  const selectors: RuleSelector[] = [];
  const beginnings = new Set<string>();
  for (const rule of here) {
    if (isException(rule) || shown.has(selectorOf(rule))) continue;
    for (const selector of compileFilterSelector(strings.get(selectorOf(rule))) ?? []) {
      const { key, attribute } = selectorKey(selector);
      if (attribute !== undefined) beginnings.add(attribute);
      keys.push(key);
      selectors.push({ rule, selector });
    }
  }
  const own = buildTable(keys, [...selectors.keys()]);
  return { hosts, entities, shown, own, selectors, beginnings };
}
