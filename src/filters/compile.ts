import type { Adblocker, CosmeticFilter, FiltersEngine, NetworkFilter } from './adblocker.ts';
import { asIntegers, BrokenBytes, readParts, writeParts } from './bytes.ts';
import { buildTable, type IndexTable, readTable } from './index-table.ts';
import { displayName } from './names.ts';
import { compileFilterSelector, selectorKey } from './selector.ts';
import { readStrings, type Strings, stringTable } from './strings.ts';

/** Filter lists in the form in which pages are held against them. */
export interface CompiledLists {
  readonly strings: Strings;
  /** Four numbers a rule: its selector and its name as numbers of strings, its place in `domains` or -1, its flags. */
  readonly rules: Int32Array;
  /** For each place: how many hosts, entities, hosts left out and entities left out; then their hashes. */
  readonly domains: Int32Array;
  /** Indices of `alternatives` by what leads to an element: the rules for all sites. */
  readonly generic: IndexTable;
  /** Pairs: a rule and the text of one of its selector's alternatives. */
  readonly alternatives: Int32Array;
  /** Names, as numbers of strings, of the attributes whose values' beginnings are keys of `generic`. */
  readonly beginnings: Int32Array;
  /** Rules for named sites, and exceptions (`#@#`) for named sites, by the hash of a host or an entity. */
  readonly sites: IndexTable;
  /** Exceptions for all sites but those that they leave out. */
  readonly exceptions: Int32Array;
  /** Network filters, and those that switch hiding off for a page. */
  readonly network: FiltersEngine;
  readonly bytes: Uint8Array;
}

export const RULE_SIZE = 4;
export const RULE_SELECTOR = 0;
export const RULE_NAME = 1;
export const RULE_DOMAINS = 2;
export const RULE_FLAGS = 3;
/** A flag: the rule is an exception. */
export const EXCEPTION = 1;

/**
 * Compiles the texts of lists. What cannot be read, or takes nothing out of a page (`+js`, `:style`, `$csp`,
 * `$removeparam`, `$redirect-rule`), is left out.
 *
 * @param conditions what holds in `!#if` lines; undefined: the lines are not looked at
 */
export function compileLists(
  adblocker: Adblocker,
  lists: readonly string[],
  conditions: readonly string[] | undefined,
): CompiledLists {
  const cosmetic: CosmeticFilter[] = [];
  const network: NetworkFilter[] = [];
  const env = new Map(conditions?.map((name) => [name, true]));
  for (const list of lists) {
    // `debug` keeps the lines, which name what is removed.
    const config = { debug: true, loadPreprocessors: conditions !== undefined };
    const parsed = adblocker.parseFilters(commonSyntax(list), config);
    const excluded = new Set<number>();
    for (const { condition, filterIDs } of parsed.preprocessors) {
      if (!adblocker.evaluatePreprocessor(condition, env)) for (const id of filterIDs) excluded.add(id);
    }
    const holds = (filter: CosmeticFilter | NetworkFilter): boolean =>
      excluded.size === 0 || !excluded.has(filter.getId());
    for (const filter of parsed.cosmeticFilters) if (hides(filter) && holds(filter)) cosmetic.push(filter);
    for (const filter of parsed.networkFilters) if (blocks(filter) && holds(filter)) network.push(filter);
  }
  const engine = new adblocker.FiltersEngine({
    networkFilters: network,
    // Optimised filters are joined, and have no line of their own to be named by. The bytes have a check sum already.
    config: { debug: true, enableOptimizations: false, loadCosmeticFilters: false, integrityCheck: false },
  });
  return readCompiled(adblocker, writeParts([...cosmeticParts(cosmetic), engine.serialize()]));
}

/**
 * What `compileLists` made, out of its bytes, which must not change any more.
 *
 * @throws {BrokenBytes} where they are not such bytes.
 */
export function readCompiled(adblocker: Adblocker, bytes: Uint8Array): CompiledLists {
  const parts = readParts(bytes);
  const [text, offsets, rules, domains, slots, values, alternatives, beginnings, siteSlots, siteValues, exceptions] =
    parts;
  return {
    strings: readStrings(text, asIntegers(offsets)),
    rules: asIntegers(rules),
    domains: asIntegers(domains),
    generic: readTable(asIntegers(slots), asIntegers(values)),
    alternatives: asIntegers(alternatives),
    beginnings: asIntegers(beginnings),
    sites: readTable(asIntegers(siteSlots), asIntegers(siteValues)),
    exceptions: asIntegers(exceptions),
    network: engineOf(adblocker, parts[11]),
    bytes,
  };
}

function engineOf(adblocker: Adblocker, bytes: Uint8Array): FiltersEngine {
  try {
    return adblocker.FiltersEngine.deserialize(bytes);
  } catch (error) {
    // The check sum is right: it was another version of the package that wrote the bytes.
    const why = error instanceof Error ? error.message : String(error);
    throw new BrokenBytes(`saved with another version of @ghostery/adblocker (${why}): load the lists again`);
  }
}

/** The same list in the syntax that the package reads: `#?#` of Adblock Plus and AdGuard is `##` there. */
function commonSyntax(list: string): string {
  const lines = list.includes('\r') ? list.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : list;
  if (!lines.includes('#?#') && !lines.includes('#@?#')) return lines;
  return lines
    .replaceAll('#@?#', '#@#')
    .replaceAll('#?#', '##')
    .replaceAll(':-abp-has(', ':has(')
    .replaceAll(':-abp-contains(', ':has-text(')
    .replaceAll(':contains(', ':has-text(');
}

function hides(filter: CosmeticFilter): boolean {
  return !filter.isScriptInject() && !filter.isHtmlFiltering() && (filter.isUnhide() || !filter.hasCustomStyle());
}

function blocks(filter: NetworkFilter): boolean {
  return (
    !filter.isCSP() &&
    !filter.isRemoveParam() &&
    !filter.isReplace() &&
    !filter.isHtmlFilteringRule() &&
    !(filter.isRedirectRule() && !filter.isException())
  );
}

function cosmeticParts(filters: readonly CosmeticFilter[]): (Uint8Array | Int32Array)[] {
  const strings = stringTable();
  const rules: number[] = [];
  const domains: number[] = [];
  const keys: number[] = [];
  const values: number[] = [];
  const alternatives: number[] = [];
  const beginnings = new Set<number>();
  const siteKeys: number[] = [];
  const siteValues: number[] = [];
  const exceptions: number[] = [];
  for (const filter of filters) {
    const selector = filter.getSelector();
    const compiled = filter.isUnhide() ? [] : compileFilterSelector(selector);
    if (compiled === undefined) continue;
    const rule = rules.length / RULE_SIZE;
    const name = displayName(filter.rawLine ?? filter.toString());
    const place = placeDomains(filter, domains);
    rules.push(strings.add(selector), strings.add(name), place, filter.isUnhide() ? EXCEPTION : 0);
    const named = filter.domains?.hostnames !== undefined || filter.domains?.entities !== undefined;
    if (named) {
      for (const hashes of [filter.domains?.hostnames, filter.domains?.entities]) {
        for (const hash of hashes ?? []) {
          siteKeys.push(hash | 0);
          siteValues.push(rule);
        }
      }
    } else if (filter.isUnhide()) {
      exceptions.push(rule);
    } else {
      for (const [nth, alternative] of compiled.entries()) {
        const { key, attribute } = selectorKey(alternative);
        if (attribute !== undefined) beginnings.add(strings.add(attribute));
        keys.push(key);
        values.push(alternatives.length / 2);
        alternatives.push(rule, nth);
      }
    }
  }
  const generic = buildTable(keys, values);
  const sites = buildTable(siteKeys, siteValues);
  const { text, offsets } = strings.finish();
  return [
    text,
    offsets,
    Int32Array.from(rules),
    Int32Array.from(domains),
    generic.slots,
    generic.values,
    Int32Array.from(alternatives),
    Int32Array.from(beginnings),
    sites.slots,
    sites.values,
    Int32Array.from(exceptions),
  ];
}

/** Writes down for which sites a filter is; -1 for all. */
function placeDomains({ domains: of }: CosmeticFilter, domains: number[]): number {
  if (of === undefined) return -1;
  const place = domains.length;
  const lists = [of.hostnames, of.entities, of.notHostnames, of.notEntities];
  for (const hashes of lists) domains.push(hashes?.length ?? 0);
  for (const hashes of lists) for (const hash of hashes ?? []) domains.push(hash | 0);
  return place;
}

/** Whether a filter's sites, at a place of `domains`, hold a host, given the hashes of it and of what is above it. */
export function isForHost(
  domains: Int32Array,
  place: number,
  hosts: ReadonlySet<number>,
  entities: ReadonlySet<number>,
): boolean {
  if (place < 0) return true;
  let at = place + 4;
  const within = (count: number, hashes: ReadonlySet<number>): boolean => {
    let found = false;
    for (const end = at + count; at < end; at++) found ||= hashes.has(domains[at]);
    return found;
  };
  const named = domains[place] + domains[place + 1] > 0;
  const byHost = within(domains[place], hosts);
  const byEntity = within(domains[place + 1], entities);
  const notHost = within(domains[place + 2], hosts);
  const notEntity = within(domains[place + 3], entities);
  return (!named || byHost || byEntity) && !notHost && !notEntity;
}
