import { HASH_START, hashSlice, hashUnit, hashWord, sliceIs } from '../tree/hash.ts';
import { TAG_NAMES } from '../tree/tags.ts';
import type { Rule, Signature } from '../types.ts';
import { compileLines, type LineIndex } from './lines.ts';
import { compileSelector, type SelectorTest } from './selector.ts';

/** One signature of one rule, under the words that lead to it. */
export interface Entry {
  readonly rule: Rule;
  readonly signature: Signature;
  /** The place of the rule in its list: of two that match the same thing, the first one names it. */
  readonly order: number;
  /** The number of the only element that it is for; -1 for any, or for one that no standard knows. */
  readonly kind: number;
  /** The word that leads here, in small letters: what stands before the `*`, if there is one. */
  readonly word: string;
  /** What must stand at the end of the page's word: what stands behind the `*`. Alone, it begins with `-` or `_`. */
  readonly tail: string;
  readonly test?: SelectorTest;
}

/**
 * Words, beginnings of words and their last parts by hash. `bits` is a Bloom filter of all, so that a page's words, nearly none of which
 * any rule knows, cost one look at a byte each, however many rules there are.
 */
export interface WordTable {
  readonly exact: Map<number, Entry[]>;
  readonly prefix: Map<number, Entry[]>;
  /** By the last part, behind the last `-` or `_`. */
  readonly suffix: Map<number, Entry[]>;
  readonly bits: Uint8Array;
  readonly mask: number;
}

/** Rules in the form in which a page is held against them. */
export interface CompiledRules {
  readonly rules: readonly Rule[];
  readonly classes: WordTable;
  readonly ids: WordTable;
  readonly attributes: WordTable;
  /** By attribute name, then by value. */
  readonly values: ReadonlyMap<string, WordTable>;
  /** Names of custom and other rare elements. */
  readonly tags: WordTable;
  readonly hosts: WordTable;
  /** By the longest word of the address. */
  readonly addresses: WordTable;
  /** By the first identifier of the dotted name. */
  readonly scripts: WordTable;
  /** By class or id name, without its sign. */
  readonly styles: WordTable;
  /** By the first word. */
  readonly comments: WordTable;
  readonly lines: LineIndex;
}

const EXACT = 1;
const PREFIX = 2;
const SUFFIX = 4;

type Words = Pick<WordTable, 'exact' | 'prefix' | 'suffix'>;

function addWord(words: Words, pattern: string, found: Omit<Entry, 'word' | 'tail'>): void {
  const [word, tail = '', ...more] = pattern.toLowerCase().split('*');
  const isPrefix = pattern.includes('*');
  const entry: Entry = { ...found, word, tail };
  const isSuffix = word === '' && /^[-_].*[a-z\d]{2}$/.test(tail);
  if ((word.length < 2 && !isSuffix) || more.length > 0) {
    throw new TypeError(
      `rule ${entry.rule.id}: '${pattern}' must begin with two characters or more, or with * and - or _, and hold one * at most`,
    );
  }
  const map = isSuffix ? words.suffix : isPrefix ? words.prefix : words.exact;
  const hash = hashWord(isSuffix ? tail.slice(startOfLastPart(tail, 0, tail.length)) : word);
  const list = map.get(hash);
  if (list === undefined) map.set(hash, [entry]);
  else list.push(entry);
}

function table({ exact, prefix, suffix }: Words): WordTable {
  let size = 1 << 12;
  while (size < (exact.size + prefix.size + suffix.size) * 16) size *= 2;
  const bits = new Uint8Array(size);
  const mask = size - 1;
  for (const hash of exact.keys()) bits[bucket(hash, mask)] |= EXACT;
  for (const hash of prefix.keys()) bits[bucket(hash, mask)] |= PREFIX;
  for (const hash of suffix.keys()) bits[bucket(hash, mask)] |= SUFFIX;
  return { exact, prefix, suffix, bits, mask };
}

function bucket(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** The entries for the word `source.slice(start, end)`: the whole of it, or what it begins with. Appended to `found`. */
export function lookUp(words: WordTable, source: string, start: number, end: number, found: Entry[]): void {
  const { bits, mask } = words;
  let hash = HASH_START;
  for (let i = start; i < end; i++) {
    hash = hashUnit(hash, source.charCodeAt(i));
    if ((bits[bucket(hash, mask)] & PREFIX) !== 0) append(words.prefix.get(hash), source, start, i + 1, end, found);
  }
  if ((bits[bucket(hash, mask)] & EXACT) !== 0) append(words.exact.get(hash), source, start, end, end, found);
}

/** Where the part behind the last `-` or `_` of a word begins; `start` where it has only one. */
function startOfLastPart(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isJoint(source.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether a unit joins the parts of a word: `-` or `_`. */
export function isJoint(unit: number): boolean {
  return unit === 45 || unit === 95;
}

/**
 * The entries for the last part of the word `source.slice(start, end)`, as in `*-ad`, which also stands for `*_ad`.
 * Appended to `found`. The part before it holds no digit: builders end the names that they generate in two
 * hexadecimal digits (`column_b8ce28-ad`).
 */
export function lookUpLastPart(words: WordTable, source: string, start: number, end: number, found: Entry[]): void {
  const from = startOfLastPart(source, start, end);
  if (from <= start) return;
  const hash = hashSlice(source, from, end);
  if ((words.bits[bucket(hash, words.mask)] & SUFFIX) === 0) return;
  for (let at = from - 2; at >= start && !isJoint(source.charCodeAt(at)); at--) {
    const unit = source.charCodeAt(at);
    if (unit >= 48 && unit <= 57) return;
  }
  for (const entry of words.suffix.get(hash) ?? []) {
    const joint = end - entry.tail.length;
    if (joint > start && isJoint(source.charCodeAt(joint)) && sliceIs(source, joint + 1, end, entry.tail.slice(1)))
      found.push(entry);
  }
}

/** Adds the entries for `source.slice(start, at)` in a word that ends at `end`: a hash leads to them, letters prove it. */
function append(
  entries: readonly Entry[] | undefined,
  source: string,
  start: number,
  at: number,
  end: number,
  found: Entry[],
): void {
  if (entries === undefined) return;
  for (const entry of entries) {
    const { word, tail } = entry;
    if (
      sliceIs(source, start, at, word) &&
      (tail === '' || sliceIs(source, Math.max(at, end - tail.length), end, tail))
    ) {
      found.push(entry);
    }
  }
}

/** The longest run of letters and digits: the word of an address that is the least likely to stand elsewhere. */
function longestWord(address: string): string {
  return address.split(/[^a-z\d]/i).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Whether a style sheet's rule for a class or id is ad code as well: not where more than the name must hold. */
function isStyleName(rule: Rule, name: string, holding: string | undefined): boolean {
  return rule.category === 'ad' && rule.unless === undefined && holding === undefined && !name.startsWith('*');
}

/** The number of a known element name, or -1. */
function kindOf(tag: string | undefined): number {
  return tag === undefined ? -1 : TAG_NAMES.indexOf(tag);
}

/** The signatures of a rule as a list. */
function signaturesOf(rule: Rule): readonly Signature[] {
  return Array.isArray(rule.match) ? rule.match : [rule.match as Signature];
}

/**
 * Compiles rules into an index, so that a page's cost does not depend on their number.
 *
 * @throws {TypeError} for a rule that cannot be indexed: no word of two characters or more to find it by.
 */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const words = (): Words => ({ exact: new Map(), prefix: new Map(), suffix: new Map() });
  const classes = words();
  const ids = words();
  const attributes = words();
  const tags = words();
  const values = new Map<string, Words>();
  const hosts = words();
  const addresses = words();
  const scripts = words();
  const styles = words();
  const comments = words();

  for (const [order, rule] of rules.entries()) {
    for (const signature of signaturesOf(rule)) {
      const tag = 'tag' in signature ? signature.tag : undefined;
      const entry = { rule, signature, order, kind: kindOf(tag) };
      if ('class' in signature) {
        addWord(classes, signature.class, entry);
        if (isStyleName(rule, signature.class, signature.holding)) addWord(styles, signature.class, entry);
      } else if ('id' in signature) {
        addWord(ids, signature.id, entry);
        if (isStyleName(rule, signature.id, signature.holding)) addWord(styles, signature.id, entry);
      } else if ('attr' in signature) {
        if (signature.value === undefined || signature.attr.includes('*') || /^.?\*/.test(signature.value)) {
          addWord(attributes, signature.attr, entry);
        } else {
          const name = signature.attr.toLowerCase();
          const ofName = values.get(name) ?? words();
          values.set(name, ofName);
          addWord(ofName, signature.value, entry);
        }
      } else if ('host' in signature) {
        addWord(hosts, signature.host, entry);
      } else if ('address' in signature) {
        addWord(addresses, longestWord(signature.address), entry);
      } else if ('inlineScript' in signature) {
        addWord(scripts, signature.inlineScript.split(/[.([]/, 1)[0], entry);
      } else if ('inlineStyle' in signature) {
        addWord(styles, signature.inlineStyle.replace(/^[.#]/, ''), entry);
      } else if ('comment' in signature) {
        addWord(comments, signature.comment.trim().split(/\s+/, 1)[0], entry);
      } else if ('selector' in signature) {
        for (const found of compileSelector(signature.selector, rule.id)) {
          const to = { class: classes, id: ids, attr: attributes, tag: tags }[found.kind];
          addWord(to, found.word, { ...entry, kind: kindOf(found.tag), test: found.test });
        }
      }
    }
  }
  return {
    rules,
    classes: table(classes),
    ids: table(ids),
    attributes: table(attributes),
    values: new Map([...values].map(([name, ofName]) => [name, table(ofName)])),
    tags: table(tags),
    hosts: table(hosts),
    addresses: table(addresses),
    scripts: table(scripts),
    styles: table(styles),
    comments: table(comments),
    lines: compileLines(rules),
  };
}
