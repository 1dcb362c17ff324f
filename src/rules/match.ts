import type { Cut } from '../removals.ts';
import { ATTR, ATTRIBUTE_NAMES } from '../tree/attributes.ts';
import { HASH_START, hashUnit } from '../tree/hash.ts';
import { COMMENT, DOCTYPE, KNOWN_TAGS, tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import type { Category } from '../types.ts';
import type { CompiledRules } from './compile.ts';
import { DELAYED_SCRIPT_TYPES } from './data/page-state.ts';
import { anyHolds, endOfHost, hostOf, matches, startOfHost } from './evidence.ts';
import { mayGo } from './guard.ts';
import { isHolding } from './holding.ts';
import { type Outline, outline } from './outline.ts';
import { findInScript } from './script.ts';
import { findInStyle } from './style.ts';
import { type Entry, isJoint, lookUp, lookUpLastPart, type WordTable } from './word-table.ts';
import { emptyWrappers } from './wrappers.ts';

const SCRIPT = tag('script');
const STYLE = tag('style');
const A = tag('a');
/** Elements whose address is fetched when the page is shown. */
const LOADERS: Uint8Array = new Uint8Array(KNOWN_TAGS);
for (const name of 'script iframe img link embed object source video audio frame input'.split(' '))
  LOADERS[tag(name)] = 1;
const FORM = tag('form');
/** Attributes that hold an element's address, also while a consent manager or an optimiser holds it back. */
const ADDRESSES: Uint8Array = new Uint8Array(ATTRIBUTE_NAMES.length);
for (const name of [
  ATTR.src,
  ATTR.href,
  ATTR['data-src'],
  ATTR['data-rocket-src'],
  ATTR['data-litespeed-src'],
  ATTR['data-cmplz-src'],
  ATTR['data-cookieblock-src'],
])
  ADDRESSES[name] = 1;
/** How much of an address is read; a data: URL can be megabytes long. */
const MAX_ADDRESS = 500;
/** A comment that is longer speaks of more than one thing. */
const MAX_COMMENT = 300;

/** What the rules found in a page. */
export interface PageMatches {
  readonly cuts: readonly Cut[];
  /** Per node: 1 for the root of each subtree that goes as a whole. */
  readonly removed: Uint8Array;
  readonly outline: Outline;
}

interface NameRules {
  readonly entries: readonly Entry[];
  readonly values: WordTable | undefined;
}

export interface MatchOptions {
  readonly url: string | undefined;
  /** Whether a category is to be removed. */
  readonly wanted: (category: Category) => boolean;
  /**
   * Whether the page is read for its article. A pop-up that opens on a click belongs to the page, and is no part of the
   * article: here it need not hold a form field to go.
   */
  readonly forArticle: boolean;
}

/**
 * Holds a page against the rules: one pass over its elements and their attributes. All matches are collected before
 * anything is cut, so that no removal makes another rule match.
 */
export function matchPage(tree: Tree, rules: CompiledRules, options: MatchOptions): PageMatches {
  const { source, kind, count } = tree;
  const about = outline(tree);
  const removed = new Uint8Array(count + 1);
  const names: (Entry | undefined)[] = []; // by node, for those removed
  const nodes: number[] = [];
  const cuts: Cut[] = [];
  const ownHost = options.url === undefined ? '' : hostOf(options.url);
  const found: Entry[] = [];
  const tagRules: (Entry[] | undefined)[] = new Array(tree.names.length).fill(undefined);
  const nameRules: (NameRules | null | undefined)[] = new Array(tree.attributeNames.length).fill(undefined);

  for (let node = 1; node < count; node++) {
    const k = kind[node];
    if (k > DOCTYPE) {
      const entry = entryOfElement(node, k);
      if (entry !== undefined) {
        removed[node] = 1;
        names[node] = entry;
        nodes.push(node);
        node = tree.last[node] - 1; // what lies within goes with it
      } else if (k === SCRIPT || k === STYLE) {
        matchCode(node, k);
      }
    } else if (k === COMMENT) {
      matchComment(node);
    }
  }
  for (const { node, because } of emptyWrappers(tree, about, nodes, removed)) {
    removed[node] = 1;
    names[node] = names[because];
    nodes.push(node);
  }
  for (const node of nodes) {
    const entry = names[node];
    if (entry) cuts.push(cutOf(entry, tree.start[node], tree.end[node]));
  }
  return { cuts, removed, outline: about };

  /** The rule that takes an element: the first in the list of those whose evidence holds. */
  function entryOfElement(node: number, k: number): Entry | undefined {
    let best: Entry | undefined;
    const ofTag = rulesOfTag(k);
    if (ofTag.length > 0) {
      found.length = 0;
      for (const entry of ofTag) found.push(entry);
      best = bestOf(best, node, k, -1);
    }
    const end = tree.firstAttribute[node + 1];
    for (let i = tree.firstAttribute[node]; i < end; i++) {
      const name = tree.attributeName[i];
      const from = tree.valueStart[i];
      const to = tree.valueEnd[i];
      found.length = 0;
      if (name === ATTR.class) {
        lookUpWords(from, to);
      } else if (name === ATTR.id) {
        lookUp(rules.ids, source, from, to, found);
        lookUpLastPart(rules.ids, source, from, to, found);
      } else if (name < ADDRESSES.length && ADDRESSES[name] === 1) {
        const loads = k < KNOWN_TAGS && LOADERS[k] === 1;
        if (loads || k === A) lookUpHost(from, to);
        if (loads) lookUpAddress(from, to);
      } else if (name === ATTR.action) {
        lookUpAddress(from, to);
      }
      const ofName = rulesOfName(name);
      if (ofName !== undefined) {
        for (const entry of ofName.entries) found.push(entry);
        if (ofName.values) lookUp(ofName.values, source, from, to, found);
      } else if (found.length === 0) {
        continue;
      }
      best = bestOf(best, node, k, i);
    }
    return best;
  }

  /** The first in the list of rules among the best so far and those found whose evidence holds. */
  function bestOf(best: Entry | undefined, node: number, k: number, i: number): Entry | undefined {
    for (const entry of found) {
      if ((best !== undefined && best.order <= entry.order) || (entry.kind >= 0 && entry.kind !== k)) continue;
      if (options.wanted(entry.rule.category) && accepts(entry, node, k, i)) best = entry;
    }
    return best;
  }

  /** The rules for elements of a name; looked up once a page. */
  function rulesOfTag(k: number): readonly Entry[] {
    let entries = tagRules[k];
    if (entries === undefined) {
      const name = tree.names[k];
      entries = [];
      lookUp(rules.tags, name, 0, name.length, entries);
      tagRules[k] = entries;
    }
    return entries;
  }

  /** What the rules know of an attribute's name; looked up once a page. */
  function rulesOfName(name: number): NameRules | undefined {
    const known = nameRules[name];
    if (known !== undefined) return known ?? undefined;
    const word = tree.attributeNames[name];
    const entries: Entry[] = [];
    lookUp(rules.attributes, word, 0, word.length, entries);
    const values = rules.values.get(word);
    const ofName = entries.length > 0 || values !== undefined ? { entries, values } : null;
    nameRules[name] = ofName;
    return ofName ?? undefined;
  }

  /** Looks up the words of a class attribute: one hash a unit, and a closer look only where a table may know it. */
  function lookUpWords(from: number, to: number): void {
    const { bits, mask } = rules.classes;
    let start = from;
    let hash = HASH_START;
    let maybe = 0;
    let joints = 0;
    for (let at = from; at <= to; at++) {
      const unit = at < to ? source.charCodeAt(at) : 32;
      if (unit > 32) {
        hash = hashUnit(hash, unit);
        maybe |= bits[(hash ^ (hash >>> 15)) & mask];
        if (isJoint(unit)) joints++;
        continue;
      }
      if (maybe !== 0) lookUp(rules.classes, source, start, at, found);
      if (joints !== 0) lookUpLastPart(rules.classes, source, start, at, found);
      start = at + 1;
      hash = HASH_START;
      maybe = 0;
      joints = 0;
    }
  }

  /** Looks up the words of an address. */
  function lookUpAddress(from: number, to: number): void {
    const { bits, mask } = rules.addresses;
    const end = Math.min(to, from + MAX_ADDRESS);
    let start = from;
    let hash = HASH_START;
    for (let at = from; at <= end; at++) {
      const unit = at < end ? source.charCodeAt(at) | 32 : 32;
      if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) {
        hash = hashUnit(hash, unit);
        continue;
      }
      if (bits[(hash ^ (hash >>> 15)) & mask] !== 0) lookUp(rules.addresses, source, start, at, found);
      start = at + 1;
      hash = HASH_START;
    }
  }

  /** Looks up a host and each domain above it. */
  function lookUpHost(from: number, to: number): void {
    const start = startOfHost(source, from, to);
    if (start < 0) return;
    const end = endOfHost(source, start, to);
    let labels = 0;
    for (let at = start; at < end && labels < 12; labels++) {
      lookUp(rules.hosts, source, at, end, found);
      const dot = source.indexOf('.', at);
      if (dot < 0 || dot >= end) break;
      at = dot + 1;
    }
  }

  function accepts({ rule, signature, test }: Entry, node: number, k: number, i: number): boolean {
    if ('tag' in signature && signature.tag !== undefined && signature.tag !== tree.names[k]) return false;
    if ('attr' in signature && signature.value !== undefined && !valueIs(signature.value, i)) return false;
    if ('holding' in signature && signature.holding !== undefined) {
      const given = options.forArticle && signature.holding === 'field';
      if (!given && !isHolding(tree, about, node, signature.holding, ownHost)) return false;
    }
    if ('address' in signature) {
      const address = source.slice(tree.valueStart[i], Math.min(tree.valueEnd[i], tree.valueStart[i] + MAX_ADDRESS));
      if (!address.toLowerCase().includes(signature.address.toLowerCase())) return false;
      if (k === FORM && !mayGo(tree, about, node, k, rule.category)) return false;
    } else if ('host' in signature) {
      if (ownHost === signature.host || ownHost.endsWith(`.${signature.host}`)) return false;
      if (signature.path !== undefined && !pathBegins(i, signature.path)) return false;
      // A link is an ad where it shows no text of its own; a text may well link to a network's site.
      if (k === A && signature.tag !== 'a' && about.textBefore[tree.last[node]] > about.textBefore[node]) return false;
    } else if (!mayGo(tree, about, node, k, rule.category)) {
      return false;
    }
    if (test && (about.depth[node] > 512 || !test(tree, node))) return false;
    return rule.unless === undefined || !anyHolds(tree, node, rule.unless);
  }

  function valueIs(pattern: string, i: number): boolean {
    return matches(source.slice(tree.valueStart[i], tree.valueEnd[i]).trim().toLowerCase(), pattern.toLowerCase());
  }

  function pathBegins(i: number, path: string): boolean {
    const start = startOfHost(source, tree.valueStart[i], tree.valueEnd[i]);
    const end = endOfHost(source, start, tree.valueEnd[i]);
    return source.startsWith(path, end);
  }

  function matchCode(node: number, k: number): void {
    const start = tree.openEnd[node];
    const end = tree.closeStart[node];
    if (start >= end || (k === SCRIPT && !isJavaScript(tree, node))) return;
    const finding =
      k === STYLE ? findInStyle(source, start, end, rules.styles) : findInScript(source, start, end, rules.scripts);
    if (finding === undefined) return;
    const parts = finding.parts.filter(
      ({ entry: { rule } }) =>
        options.wanted(rule.category) && (rule.unless === undefined || !anyHolds(tree, node, rule.unless)),
    );
    if (parts.length === 0) return;
    if (finding.whole && parts.length === finding.parts.length) {
      removed[node] = 1;
      names[node] = parts[0].entry;
      nodes.push(node);
    } else {
      for (const part of parts) cuts.push(cutOf(part.entry, part.start, part.end));
    }
  }

  function matchComment(node: number): void {
    const start = tree.start[node];
    const end = tree.end[node];
    if (end - start > MAX_COMMENT || rules.comments.exact.size === 0) return;
    found.length = 0;
    for (let at = start + 2; at < end; ) {
      while (at < end && !isWordUnit(source.charCodeAt(at))) at++;
      const from = at;
      while (at < end && isWordUnit(source.charCodeAt(at))) at++;
      // The dashes around a comment stand directly at its words where nobody wrote blanks: `<!--Ads1-->`.
      let first = from;
      let behind = at;
      while (first < behind && source.charCodeAt(first) === 45) first++;
      while (behind > first && source.charCodeAt(behind - 1) === 45) behind--;
      if (behind > first) lookUp(rules.comments, source, first, behind, found);
    }
    if (found.length === 0) return;
    const text = source.slice(start, end).toLowerCase();
    const entry = found.find(
      ({ rule, signature }) =>
        'comment' in signature && options.wanted(rule.category) && text.includes(signature.comment.toLowerCase()),
    );
    if (entry) cuts.push(cutOf(entry, start, end));
  }
}

const cutOf = ({ rule }: Entry, start: number, end: number): Cut => ({
  rule: rule.id,
  category: rule.category,
  start,
  end,
});

const isWordUnit = (unit: number): boolean => unit > 32 && unit !== 60 && unit !== 62 && unit !== 33; // < > !

/** Whether a script element holds JavaScript, also where a consent manager or an optimiser holds it back. */
function isJavaScript(tree: Tree, node: number): boolean {
  const type = attribute(tree, node, ATTR.type)?.trim().toLowerCase();
  if (type === undefined || type === '' || type === 'module' || DELAYED_SCRIPT_TYPES.has(type)) return true;
  return type.endsWith('javascript') || type.endsWith('ecmascript') || type.endsWith('jscript');
}
