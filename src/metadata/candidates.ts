import { ATTR } from '../tree/attributes.ts';
import { HASH_START, hashUnit, hashWord } from '../tree/hash.ts';
import { COMMENT, DOCTYPE, TEXT, tag } from '../tree/tags.ts';
import { attribute, attributeIndex, attributeValue, type Tree } from '../tree/tree.ts';
import {
  AUTHOR_WORDS,
  BESIDE_NAME_WORDS,
  DATE_WORDS,
  HEADLINE_WORDS,
  MODIFIED_WORDS,
  OTHER_PART_WORDS,
  PUBLISHED_WORDS,
  SITE_WORDS,
} from './data/class-words.ts';

/** What the words of an element's class, id and itemprop say, as bits. */
const AUTHOR = 1;
const DATE = 2;
export const MODIFIED = 4;
const OTHER_PART = 8;
export const BESIDE_NAME = 16;
export const HEADLINE = 32;
export const SITE = 64;
export const PUBLISHED = 128;
const PAGE_FOOTER = 256;

/** An element that may hold a value, with the bits of its class and id. */
export interface Candidate {
  readonly node: number;
  readonly words: number;
}

/** An element with an `itemprop`, or a `property` of RDFa. */
interface Property {
  readonly node: number;
  /** In small letters, without a prefix: `datepublished`. */
  readonly name: string;
}

/** What one pass over the page found; all lists are in document order and bounded. */
export interface Candidates {
  /** Contents of meta elements by name, in small letters. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `<link>` targets by relation. */
  readonly links: ReadonlyMap<string, string>;
  /** Scripts that hold JSON-LD. */
  readonly jsonLd: readonly number[];
  readonly properties: readonly Property[];
  readonly headings: readonly Candidate[];
  /** Second-level headings that are called headline, title and the like. */
  readonly subheadings: readonly Candidate[];
  readonly times: readonly Candidate[];
  readonly bylines: readonly Candidate[];
  readonly dates: readonly Candidate[];
  /** `rel=author` links. */
  readonly authorLinks: readonly number[];
  /** `rel=license` and `rel=tag` links in the body. */
  readonly licenseLinks: readonly number[];
  readonly tagLinks: readonly number[];
  /** The page's `<title>`, or -1. */
  readonly title: number;
  /** `lang` of the html element. */
  readonly htmlLanguage: string | undefined;
  readonly base: string | undefined;
  /** Parts of the page that speak of other things: pairs of first node and first node behind it. */
  readonly otherParts: readonly number[];
}

const META = tag('meta');
const LINK = tag('link');
const SCRIPT = tag('script');
const TITLE = tag('title');
const H1 = tag('h1');
const H2 = tag('h2');
const TIME = tag('time');
const HTML = tag('html');
const BODY = tag('body');
const BASE = tag('base');
const SVG = tag('svg');
const MATH = tag('math');
const TEMPLATE = tag('template');
const SELECT = tag('select');
const NAV = tag('nav');
const FOOTER = tag('footer');
const ASIDE = tag('aside');
const MAIN = tag('main');
const ARTICLE = tag('article');

/** How many of a kind are looked at: pages that have more have them in bulk and of no use here. */
const MOST = 60;
const MOST_META = 1500;
const MOST_PARTS = 400;
const CONTENT_LENGTH = 8000;
const NAMES_LENGTH = 160;

// Words by hash: open addressing in a table of a power of two.
const SLOTS = 1024;
const slotHash = new Int32Array(SLOTS);
const slotBits = new Uint16Array(SLOTS);

function addWords(words: readonly string[], bit: number): void {
  for (const word of words) {
    const hash = hashWord(word);
    let slot = hash & (SLOTS - 1);
    while (slotBits[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    slotHash[slot] = hash;
    slotBits[slot] |= bit;
  }
}

addWords(AUTHOR_WORDS, AUTHOR);
addWords(DATE_WORDS, DATE);
addWords(PUBLISHED_WORDS, DATE | PUBLISHED);
addWords(MODIFIED_WORDS, MODIFIED);
addWords(OTHER_PART_WORDS, OTHER_PART);
addWords(BESIDE_NAME_WORDS, BESIDE_NAME);
addWords(HEADLINE_WORDS, HEADLINE);
addWords(SITE_WORDS, SITE);
addWords(['footer'], PAGE_FOOTER);

function bitsOf(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (slotBits[slot] !== 0) {
    if (slotHash[slot] === hash) return slotBits[slot];
    slot = (slot + 1) & (SLOTS - 1);
  }
  return 0;
}

/** 1 for a small letter, 2 for a capital one, by ASCII code. */
const LETTER = new Uint8Array(128);
for (let i = 0; i < 26; i++) {
  LETTER[97 + i] = 1;
  LETTER[65 + i] = 2;
}

/** The bits of all words of a class or id: split at what is no letter, and where a capital follows a small letter. */
function wordBits(source: string, start: number, end: number): number {
  const stop = Math.min(end, start + NAMES_LENGTH);
  let bits = 0;
  let i = start;
  while (i < stop) {
    let unit = source.charCodeAt(i++);
    let letter = unit < 128 ? LETTER[unit] : 0;
    if (letter === 0) continue;
    const from = i;
    let hash = hashUnit(HASH_START, unit);
    let small = letter === 1;
    while (i < stop) {
      unit = source.charCodeAt(i);
      letter = unit < 128 ? LETTER[unit] : 0;
      if (letter === 0 || (letter === 2 && small)) break;
      small = letter === 1;
      hash = hashUnit(hash, unit);
      i++;
    }
    if (i - from > 1) bits |= bitsOf(hash);
  }
  return bits;
}

function push<T>(list: T[], item: T): void {
  if (list.length < MOST) list.push(item);
}

/** The relations of a `rel`, or any list of words, in small letters. */
function wordsOf(value: string): string[] {
  return value
    .slice(0, 200)
    .toLowerCase()
    .split(/[\t\n\f\r ]/);
}

/** The name of a property without its vocabulary: `schema:datePublished`, `http://schema.org/author`. */
function localName(word: string): string {
  const cut = Math.max(word.lastIndexOf(':'), word.lastIndexOf('/'), word.lastIndexOf('#'));
  return word.slice(cut + 1);
}

function readMeta(tree: Tree, node: number, meta: Map<string, string[]>, properties: Property[]): void {
  const content = attributeIndex(tree, node, ATTR.content);
  if (content < 0) return;
  const end = tree.firstAttribute[node + 1];
  for (let i = tree.firstAttribute[node]; i < end; i++) {
    const name = tree.attributeName[i];
    if (tree.valueEnd[i] - tree.valueStart[i] > 80) continue;
    if (name === ATTR.itemprop) {
      for (const word of wordsOf(attributeValue(tree, i))) push(properties, { node, name: localName(word) });
      continue;
    }
    if (name !== ATTR.name && name !== ATTR.property && name !== ATTR['http-equiv']) continue;
    for (const key of wordsOf(attributeValue(tree, i))) {
      if (key === '') continue;
      const values = meta.get(key);
      const value = attributeValue(tree, content).slice(0, CONTENT_LENGTH);
      if (values === undefined) meta.set(key, [value]);
      else if (values.length < MOST) values.push(value);
    }
  }
}

function readLink(tree: Tree, node: number, links: Map<string, string>): void {
  const rel = attribute(tree, node, ATTR.rel);
  const href = attribute(tree, node, ATTR.href);
  if (rel === undefined || href === undefined) return;
  for (const relation of wordsOf(rel)) if (!links.has(relation)) links.set(relation, href);
}

/** Whether an element is a part of the page beside its piece: by its name, or as navigation, page footer or aside. */
function isOtherPart(tree: Tree, node: number, type: number, words: number): boolean {
  if (type === MAIN || type === ARTICLE || type === BODY) return false;
  if (type === NAV || (words & OTHER_PART) !== 0) return true;
  const footer = type === FOOTER || (words & PAGE_FOOTER) !== 0;
  if (!footer && type !== ASIDE) return false;
  if ((words & (AUTHOR | DATE)) !== 0) return false;
  // An article's own footer may hold its byline.
  for (let up = tree.parent[node], height = 0; up > 0 && height < 20; up = tree.parent[up], height++) {
    if (tree.kind[up] === ARTICLE) return false;
  }
  return true;
}

/** One pass over the page's elements; `removed[node]` is 1 for the root of a subtree that is to be passed over. */
export function findCandidates(tree: Tree, removed: Uint8Array): Candidates {
  const meta = new Map<string, string[]>();
  const links = new Map<string, string>();
  const jsonLd: number[] = [];
  const properties: Property[] = [];
  const headings: Candidate[] = [];
  const subheadings: Candidate[] = [];
  const times: Candidate[] = [];
  const bylines: Candidate[] = [];
  const dates: Candidate[] = [];
  const authorLinks: number[] = [];
  const licenseLinks: number[] = [];
  const tagLinks: number[] = [];
  const otherParts: number[] = [];
  const ownFooters: number[] = []; // indices of otherParts
  let title = -1;
  let htmlLanguage: string | undefined;
  let base: string | undefined;
  let metaCount = 0;
  let partEnd = 0;
  const { kind, attributeName, firstAttribute, valueStart, valueEnd, source, last } = tree;

  let node = 0;
  while (node < tree.count) {
    if (removed[node] === 1) {
      node = last[node];
      continue;
    }
    const type = kind[node];
    if (type === TEXT || type === COMMENT || type === DOCTYPE) {
      node++;
      continue;
    }
    let next = node + 1;
    switch (type) {
      case META:
        if (metaCount++ < MOST_META) readMeta(tree, node, meta, properties);
        break;
      case LINK:
        if (metaCount++ < MOST_META) readLink(tree, node, links);
        break;
      case SCRIPT: {
        const name = attribute(tree, node, ATTR.type);
        if (name !== undefined && name.length < 60 && name.toLowerCase().includes('ld+json')) push(jsonLd, node);
        next = last[node];
        break;
      }
      case TITLE:
        if (title < 0) title = node;
        next = last[node];
        break;
      case HTML:
        htmlLanguage ??= attribute(tree, node, ATTR.lang) ?? attribute(tree, node, ATTR['xml:lang']);
        break;
      case BASE:
        base ??= attribute(tree, node, ATTR.href);
        break;
      case SVG:
      case MATH:
      case TEMPLATE:
      case SELECT:
        next = last[node];
        break;
      default: {
        let words = 0;
        const end = firstAttribute[node + 1];
        for (let i = firstAttribute[node]; i < end; i++) {
          const name = attributeName[i];
          if (name === ATTR.class || name === ATTR.id) {
            words |= wordBits(source, valueStart[i], valueEnd[i]);
          } else if (name === ATTR.itemprop || name === ATTR.property) {
            for (const word of wordsOf(attributeValue(tree, i))) push(properties, { node, name: localName(word) });
          } else if (name === ATTR.rel) {
            const relations = wordsOf(attributeValue(tree, i));
            if (relations.includes('author')) push(authorLinks, node);
            if (relations.includes('license')) push(licenseLinks, node);
            if (relations.includes('tag')) push(tagLinks, node);
          }
        }
        if (type === H1) push(headings, { node, words });
        else if (type === H2 && (words & HEADLINE) !== 0) push(subheadings, { node, words });
        if (type === TIME) push(times, { node, words });
        else if ((words & (DATE | MODIFIED)) !== 0) push(dates, { node, words });
        if ((words & AUTHOR) !== 0) push(bylines, { node, words });
        if (isOtherPart(tree, node, type, words) && otherParts.length < MOST_PARTS * 2) {
          // A part within such a part adds nothing, unless that one is a wrapper of half the page.
          if (node >= partEnd) {
            // "article-footer", "entry-footer": where there is one alone, it is the piece's own.
            if ((words & (PAGE_FOOTER | HEADLINE)) === (PAGE_FOOTER | HEADLINE)) ownFooters.push(otherParts.length);
            otherParts.push(node, last[node]);
            if (last[node] - node < tree.count >> 2) partEnd = last[node];
          }
        }
      }
    }
    node = next;
  }
  if (ownFooters.length === 1) otherParts.splice(ownFooters[0], 2);
  return {
    meta,
    links,
    jsonLd,
    properties,
    headings,
    subheadings,
    times,
    bylines,
    dates,
    authorLinks,
    licenseLinks,
    tagLinks,
    title,
    htmlLanguage,
    base,
    otherParts,
  };
}
