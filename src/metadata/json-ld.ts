import { rawContent, type Tree } from '../tree/tree.ts';
import {
  ARTICLE_SCHEMAS,
  ORGANIZATION_SCHEMAS,
  PAGE_SCHEMAS,
  POSTING_SCHEMAS,
  PRODUCT_SCHEMAS,
  SITE_SCHEMAS,
  WEAK_ARTICLE_SCHEMAS,
} from './data/schema.ts';
import { readLenientJson } from './lenient-json.ts';
import { plainValue, TITLE_LENGTH } from './value.ts';

/** An object of JSON, as JSON.parse makes it. */
export type LdObject = Readonly<Record<string, unknown>>;

/** What the page's JSON-LD says, sorted by what its objects stand for. */
export interface LinkedData {
  /** The pieces that the page may be about, in order. */
  readonly articles: readonly LdObject[];
  /** Pieces of types that may as well be a part of something else. */
  readonly weakArticles: readonly LdObject[];
  /** Opening posts of threads and questions. */
  readonly postings: readonly LdObject[];
  readonly pages: readonly LdObject[];
  readonly sites: readonly LdObject[];
  readonly products: readonly LdObject[];
  /** Breadcrumb lists. */
  readonly trails: readonly LdObject[];
  /** Organizations that the page is by: its publishers, and those that stand beside its piece. */
  readonly organizations: readonly LdObject[];
  readonly byId: ReadonlyMap<string, LdObject>;
}

/** Bounds of the walk: more than these no page needs. */
const MOST_OBJECTS = 20_000;
const MOST_KIND = 40;
const TOTAL_LENGTH = 4 << 20;

const sets = {
  articles: new Set(ARTICLE_SCHEMAS),
  weakArticles: new Set(WEAK_ARTICLE_SCHEMAS),
  postings: new Set(POSTING_SCHEMAS),
  pages: new Set(PAGE_SCHEMAS),
  sites: new Set(SITE_SCHEMAS),
  products: new Set(PRODUCT_SCHEMAS),
  trails: new Set(['breadcrumblist']),
  organizations: new Set(ORGANIZATION_SCHEMAS),
} as const;

export function isObject(value: unknown): value is LdObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property, whatever its name's prefix; only the object's own, so that no name reaches a prototype. */
export function property(object: LdObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const prefixed = `schema:${name}`;
  return Object.hasOwn(object, prefixed) ? object[prefixed] : undefined;
}

/** A value that may be one or a list, as a list of at most 50. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length > 50 ? value.slice(0, 50) : value;
  return value === undefined || value === null ? [] : [value];
}

/** The types of an object, in small letters and without their vocabulary. */
export function typesOf(object: LdObject): string[] {
  const types: string[] = [];
  for (const type of list(property(object, '@type'))) {
    if (typeof type !== 'string' || type.length > 200) continue;
    types.push(type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1).toLowerCase());
  }
  return types;
}

/** The first text of a value: a string, a number, `{"@value": …}`, or the first of a list of them. */
export function textOf(value: unknown, limit: number = TITLE_LENGTH): string {
  for (const item of list(value)) {
    if (typeof item === 'string') {
      const text = plainValue(item, limit);
      if (text !== '') return text;
    } else if (typeof item === 'number') {
      return String(item);
    } else if (isObject(item) && typeof property(item, '@value') === 'string') {
      const text = plainValue(String(property(item, '@value')), limit);
      if (text !== '') return text;
    }
  }
  return '';
}

/** The URL of a value: a string, or an object with `url`, `contentUrl` or `@id`. */
export function urlOf(value: unknown, data: LinkedData): string {
  for (const item of list(value)) {
    if (typeof item === 'string' && item !== '') return item.trim();
    if (!isObject(item)) continue;
    const object = resolved(item, data);
    for (const name of ['url', 'contentUrl', '@id']) {
      const [url] = list(property(object, name));
      if (typeof url === 'string' && url !== '') return url.trim();
    }
  }
  return '';
}

/** The object that a reference by `@id` stands for, or the object itself. */
export function resolved(object: LdObject, data: LinkedData): LdObject {
  const id = property(object, '@id');
  if (typeof id !== 'string') return object;
  return data.byId.get(id) ?? object;
}

/** The properties that lead from an object to the one that the page is about. */
const WAYS = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'about',
  'subjectOf',
  'breadcrumb',
  'isPartOf',
  'publisher',
  'author',
];
/** All other ways are walked only to learn ids. */
const MAIN_WAYS = new Set(['@graph', 'mainEntity', 'mainEntityOfPage', 'breadcrumb']);

interface Step {
  readonly value: unknown;
  /** Whether it may be what the page is about, and not only something that is mentioned. */
  readonly main: boolean;
  readonly publisher: boolean;
  readonly depth: number;
}

/** Reads all JSON-LD of a page: an iterative walk over at most 20,000 objects, to a depth of 12. */
export function readLinkedData(tree: Tree, scripts: readonly number[]): LinkedData {
  const byId = new Map<string, LdObject>();
  const sizes = new Map<string, number>(); // how many properties those have
  const found: { [kind in keyof typeof sets]: LdObject[] } = {
    articles: [],
    weakArticles: [],
    postings: [],
    pages: [],
    sites: [],
    products: [],
    trails: [],
    organizations: [],
  };
  let total = 0;
  for (const script of scripts) {
    const text = rawContent(tree, script);
    total += text.length;
    if (total > TOTAL_LENGTH) break;
    const steps: Step[] = readLenientJson(text).map((value) => ({ value, main: true, publisher: false, depth: 0 }));
    for (let i = 0; i < steps.length && i < MOST_OBJECTS; i++) {
      const { value, main, publisher, depth } = steps[i];
      if (depth > 12) continue;
      if (Array.isArray(value)) {
        for (const item of value.slice(0, 200)) steps.push({ value: item, main, publisher, depth: depth + 1 });
        continue;
      }
      if (!isObject(value)) continue;
      note(value, byId, sizes);
      const types = typesOf(value);
      for (const kind of kinds) {
        const wanted = main || (publisher && kind === 'organizations');
        if (wanted && found[kind].length < MOST_KIND && types.some((type) => sets[kind].has(type))) {
          found[kind].push(value);
        }
      }
      for (const way of WAYS) {
        const held = property(value, way);
        if (typeof held === 'object' && held !== null) {
          steps.push({
            value: held,
            main: main && MAIN_WAYS.has(way),
            publisher: way === 'publisher',
            depth: depth + 1,
          });
        }
      }
    }
  }
  return { ...found, byId };
}

const kinds = Object.keys(sets) as (keyof typeof sets)[];

/** Remembers an object by its id; of several with the same id the one that says most. */
function note(object: LdObject, byId: Map<string, LdObject>, sizes: Map<string, number>): void {
  const id = property(object, '@id');
  if (typeof id !== 'string' || id === '' || id.length > 1000) return;
  const size = Object.keys(object).length;
  if (size <= (sizes.get(id) ?? 0)) return;
  byId.set(id, object);
  sizes.set(id, size);
}
