import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, rawContent, type Tree } from '../tree/tree.ts';
import { PATH_TYPES, pathType } from './path-type.ts';
import { MARKED_PLACES, MARKS_DESCRIPTION, MARKS_JSON, MARKS_TITLE, markWords } from './words.ts';

/** What a page says of itself in its head, its JSON-LD and its address, before its text is read. */
export interface Facts {
  /** Bits of `MARKS_…` for the words of title, description and JSON-LD texts. */
  readonly marked: Uint8Array;
  readonly values: Float32Array;
  /** The raw text of `<title>`, shortened. */
  readonly title: string;
}

/** Names of `Facts.values`, in order. */
export const FACT_NAMES = [
  'titleWords',
  'descriptionWords',
  'jsonWords',
  'jsonBodyWords',
  'ldArticle',
  'ldProduct',
  'ldForum',
  'ldQuestions',
  'ldItemList',
  'ldCollection',
  'ldService',
  'ldRecipe',
  'ogArticle',
  'ogProduct',
  'ogWebsite',
  'pathDepth',
  'slugLength',
  'slugDashes',
  'slugDigits',
  'hasQuery',
  'pathType',
  'hasUrl',
] as const;

export const FACTS: number = FACT_NAMES.length;
const at = (name: (typeof FACT_NAMES)[number]): number => FACT_NAMES.indexOf(name);
const TITLE_WORDS = at('titleWords');
const DESCRIPTION_WORDS = at('descriptionWords');
const JSON_WORDS = at('jsonWords');
const JSON_BODY_WORDS = at('jsonBodyWords');
const OG_ARTICLE = at('ogArticle');
const OG_PRODUCT = at('ogProduct');
const OG_WEBSITE = at('ogWebsite');
const PATH_DEPTH = at('pathDepth');
const SLUG_LENGTH = at('slugLength');
const SLUG_DASHES = at('slugDashes');
const SLUG_DIGITS = at('slugDigits');
const HAS_QUERY = at('hasQuery');
const PATH_TYPE = at('pathType');
const HAS_URL = at('hasUrl');

/** schema.org types by the fact that they stand for. */
const SCHEMA_TYPES: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        'ldArticle',
        ['Article', 'NewsArticle', 'BlogPosting', 'TechArticle', 'ReportageNewsArticle', 'ScholarlyArticle'],
      ],
      ['ldProduct', ['Product', 'ProductGroup']],
      ['ldForum', ['DiscussionForumPosting', 'QAPage']],
      ['ldQuestions', ['FAQPage']],
      ['ldItemList', ['ItemList']],
      ['ldCollection', ['CollectionPage', 'OfferCatalog']],
      ['ldService', ['Service', 'ProfessionalService', 'LocalBusiness', 'SoftwareApplication']],
      ['ldRecipe', ['Recipe']],
    ] as const
  ).flatMap(([name, types]) => types.map((type): [string, number] => [type, at(name)])),
);

const SCRIPT = tag('script');
const META = tag('meta');
const TITLE = tag('title');
/** How much of one JSON-LD script is looked at, in UTF-16 units, and how much of one text in it. */
const MAX_SCRIPT = 200_000;
const MAX_TEXT = 100_000;
const MAX_TITLE = 400;

/** Where the JSON string ends whose content begins at `start`: the index of its closing quote. */
function stringEnd(json: string, start: number): number {
  const limit = Math.min(json.length, start + MAX_TEXT);
  for (let i = start; i < limit; i++) {
    const unit = json.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === 34) return i;
  }
  return limit;
}

/** The start of the string value behind a key's colon, or -1 where the value is no string. */
function valueStart(json: string, after: number, list: boolean): number {
  for (let i = after; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === 34) return i + 1;
    if (unit !== 58 && unit > 32 && !(list && unit === 91)) return -1;
  }
  return -1;
}

/** Reads JSON-LD without parsing it: a page can hold megabytes of it, and only a few strings matter. */
function readJson(json: string, marked: Uint8Array, values: Float32Array): void {
  for (let i = json.indexOf('"@type"'); i >= 0; i = json.indexOf('"@type"', i + 7)) {
    const start = valueStart(json, i + 7, true);
    if (start < 0) continue;
    const fact = SCHEMA_TYPES.get(json.slice(start, Math.min(stringEnd(json, start), start + 40)));
    if (fact !== undefined) values[fact] = 1;
  }
  for (const key of ['"articleBody"', '"text"', '"description"', '"reviewBody"']) {
    let from = 0;
    for (let i = json.indexOf(key); i >= 0; i = json.indexOf(key, from)) {
      from = i + key.length;
      const start = valueStart(json, from, false);
      if (start < 0) continue;
      const end = stringEnd(json, start);
      from = end;
      const words = markWords(marked, json.slice(start, end), MARKS_JSON);
      values[JSON_WORDS] += words;
      if (key === '"articleBody"') values[JSON_BODY_WORDS] += words;
    }
  }
}

function readUrl(url: string, values: Float32Array): void {
  values[HAS_URL] = 1;
  values[PATH_TYPE] = PATH_TYPES.indexOf(pathType(url));
  let start = url.indexOf('//');
  start = url.indexOf('/', start < 0 ? 0 : start + 2);
  if (start < 0) return;
  let end = url.length;
  for (let i = start; i < end; i++) {
    const unit = url.charCodeAt(i);
    if (unit === 63) values[HAS_QUERY] = 1;
    if (unit === 63 || unit === 35) end = i;
  }
  let slug = start + 1;
  for (let i = start; i < end - 1; i++) {
    if (url.charCodeAt(i) !== 47) continue;
    values[PATH_DEPTH]++;
    slug = i + 1;
  }
  for (let i = slug; i < end; i++) {
    const unit = url.charCodeAt(i);
    if (unit === 45 || unit === 95) values[SLUG_DASHES]++;
    else if (unit >= 48 && unit <= 57) values[SLUG_DIGITS]++;
  }
  values[SLUG_LENGTH] = end - slug;
}

export function readFacts(tree: Tree, url: string | undefined): Facts {
  const marked = new Uint8Array(MARKED_PLACES);
  const values = new Float32Array(FACTS);
  let title = '';
  for (let i = 1; i < tree.count; i++) {
    const kind = tree.kind[i];
    if (kind === META) {
      const name = attribute(tree, i, ATTR.name) ?? attribute(tree, i, ATTR.property);
      if (name === undefined) continue;
      if (name === 'description' || name === 'og:description') {
        const words = markWords(marked, attribute(tree, i, ATTR.content) ?? '', MARKS_DESCRIPTION);
        if (words > values[DESCRIPTION_WORDS]) values[DESCRIPTION_WORDS] = words;
      } else if (name === 'og:title') {
        markWords(marked, attribute(tree, i, ATTR.content) ?? '', MARKS_TITLE);
      } else if (name === 'og:type') {
        const type = (attribute(tree, i, ATTR.content) ?? '').toLowerCase();
        if (type.includes('article')) values[OG_ARTICLE] = 1;
        else if (type.includes('product')) values[OG_PRODUCT] = 1;
        else if (type === 'website') values[OG_WEBSITE] = 1;
      }
    } else if (kind === TITLE && values[TITLE_WORDS] === 0) {
      title = rawContent(tree, i).slice(0, MAX_TITLE);
      values[TITLE_WORDS] = markWords(marked, title, MARKS_TITLE);
    } else if (kind === SCRIPT) {
      const type = attribute(tree, i, ATTR.type);
      if (type === undefined || !type.includes('ld+json')) continue;
      const start = tree.openEnd[i];
      readJson(tree.source.slice(start, Math.min(tree.closeStart[i], start + MAX_SCRIPT)), marked, values);
    }
  }
  if (url !== undefined) readUrl(url, values);
  return { marked, values, title };
}
