import { TAG_NAMES } from '../tree/tags.ts';
import type { Rule, Signature } from '../types.ts';
import { type LineIndex, openLines, type PackedLines, packLines } from './line-index.ts';
import { compileSelector, type SelectorTest } from './selector.ts';
import { type SignatureList, signatureAt, signatureList, signaturesOf } from './signature-list.ts';
import {
  addWord,
  type Entry,
  noWords,
  openTable,
  type PackedTable,
  packTable,
  type Words,
  type WordTable,
  wordAndTail,
} from './word-table.ts';

const TABLES = ['classes', 'ids', 'attributes', 'tags', 'hosts', 'addresses', 'scripts', 'styles', 'comments'] as const;
type TableName = (typeof TABLES)[number];

/**
 * Rules in the form in which a page is held against them: tables of words. `attributes` is by name, `tags` has custom and
 * other rare elements, `addresses` the longest word of each, `scripts` the first identifier of dotted names, `styles`
 * classes and ids without their sign, `comments` first words.
 */
export interface CompiledRules extends Readonly<Record<TableName, WordTable>> {
  /** By attribute name, then by value. */
  readonly values: ReadonlyMap<string, WordTable>;
  readonly lines: LineIndex;
}

/** What compiling rules comes to, as JSON can hold it: numbers that stand for the places of a signature list. */
export interface PackedRules {
  /** How many places a signature has at most; place p is number p % width of signature p / width. */
  readonly width: number;
  readonly tables: Readonly<Record<TableName, PackedTable>>;
  readonly values: readonly (readonly [attribute: string, PackedTable])[];
  readonly lines: PackedLines;
}

/** Where a signature is put, under which pattern. */
interface Place {
  /** A table, or the attribute under whose name the value stands. */
  readonly table: TableName | { readonly attribute: string };
  readonly pattern: string;
  readonly tag?: string | undefined;
  readonly test?: SelectorTest;
}

/** The places of a signature; a line's are in the line index. */
function placesOf(rule: Rule, signature: Signature): readonly Place[] {
  const tag = 'tag' in signature ? signature.tag : undefined;
  const named = (table: 'classes' | 'ids', pattern: string, holding: string | undefined): Place[] => {
    const place = { table, pattern, tag };
    return isStyleName(rule, pattern, holding) ? [place, { ...place, table: 'styles' }] : [place];
  };
  if ('class' in signature) return named('classes', signature.class, signature.holding);
  if ('id' in signature) return named('ids', signature.id, signature.holding);
  if ('attr' in signature) {
    const { attr, value } = signature;
    return value === undefined || attr.includes('*') || /^.?\*/.test(value)
      ? [{ table: 'attributes', pattern: attr, tag }]
      : [{ table: { attribute: attr.toLowerCase() }, pattern: value, tag }];
  }
  if ('host' in signature) return [{ table: 'hosts', pattern: signature.host, tag }];
  if ('address' in signature) return [{ table: 'addresses', pattern: longestWord(signature.address), tag }];
  if ('inlineScript' in signature)
    return [{ table: 'scripts', pattern: signature.inlineScript.split(/[.([]/, 1)[0], tag }];
  if ('inlineStyle' in signature)
    return [{ table: 'styles', pattern: signature.inlineStyle.replace(/^[.#]/, ''), tag }];
  if ('comment' in signature) return [{ table: 'comments', pattern: signature.comment.trim().split(/\s+/, 1)[0], tag }];
  if ('selector' in signature) {
    return compileSelector(signature.selector, rule.id).map(({ kind, word, tag: name, test }) => ({
      table: ({ class: 'classes', id: 'ids', attr: 'attributes', tag: 'tags' } as const)[kind],
      pattern: word,
      tag: name,
      test,
    }));
  }
  return [];
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

/**
 * Compiles rules into an index, so that a page's cost does not depend on their number.
 *
 * @throws {TypeError} for a rule that cannot be indexed: no word of two characters or more to find it by.
 */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  return openRules(signatureList(rules), packRules(rules));
}

/**
 * The part of the compiling that takes its time. Its result holds for the same list of rules only.
 *
 * @throws {TypeError} as `compileRules` does.
 */
export function packRules(rules: readonly Rule[]): PackedRules {
  const signatures = rules.flatMap((rule) => signaturesOf(rule).map((signature) => ({ rule, signature })));
  const places = signatures.map(({ rule, signature }) => placesOf(rule, signature));
  const width = places.reduce((most, { length }) => Math.max(most, length), 1);
  const values = new Map<string, Words>();
  const tables = recordOf(noWords);
  for (const [number, ofSignature] of places.entries()) {
    for (const [i, { table, pattern }] of ofSignature.entries()) {
      let words: Words;
      if (typeof table === 'string') {
        words = tables[table];
      } else {
        words = values.get(table.attribute) ?? noWords();
        values.set(table.attribute, words);
      }
      addWord(words, pattern, signatures[number].rule.id, number * width + i);
    }
  }
  return {
    width,
    tables: recordOf((name) => packTable(tables[name])),
    values: [...values].map(([attribute, words]) => [attribute, packTable(words)]),
    lines: packLines(rules),
  };
}

/** The rules that were packed, ready for use. */
export function openRules(list: SignatureList, packed: PackedRules): CompiledRules {
  const open = (table: PackedTable): WordTable => openTable(table, (place) => entryAt(list, packed.width, place));
  return {
    ...recordOf((name) => open(packed.tables[name])),
    values: new Map(packed.values.map(([attribute, table]) => [attribute, open(table)])),
    lines: openLines(list, packed.lines),
  };
}

function entryAt(list: SignatureList, width: number, number: number): Entry {
  const { rule, order, signature } = signatureAt(list, Math.floor(number / width));
  const { pattern, tag, test } = placesOf(rule, signature)[number % width];
  return { rule, signature, order, kind: kindOf(tag), ...wordAndTail(pattern), test };
}

function recordOf<T>(make: (name: TableName) => T): Record<TableName, T> {
  return Object.fromEntries(TABLES.map((name) => [name, make(name)])) as Record<TableName, T>;
}
