import { decodeHTML } from 'entities';
import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, rawContent, type Tree } from '../tree/tree.ts';

/** What a page says of itself outside its markup, for pages whose markup holds next to nothing. */

const SCRIPT = tag('script');
/** JSON larger than this is not read: it is an application's state, and parsing it costs more than the page. */
const MAX_JSON = 2_000_000;
/** How many values of a JSON document are looked at. */
const MAX_VALUES = 20_000;

/** Properties that hold the content itself: https://schema.org/articleBody and its like. */
const BODY_PROPERTIES: ReadonlySet<string> = new Set(['articleBody', 'reviewBody', 'text']);
/** A text of fewer characters than this is a teaser. */
const MIN_LENGTH = 120;

function isProduct(type: unknown): boolean {
  const first: unknown = Array.isArray(type) ? type[0] : type;
  return typeof first === 'string' && first.startsWith('Product');
}

/** The longest body anywhere in a JSON value, or a product's description; a loop, whatever its depth. */
function search(root: unknown): string {
  let found = '';
  const open: unknown[] = [root];
  for (let looked = 0; open.length > 0 && looked < MAX_VALUES; looked++) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_VALUES)) open.push(item);
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      // A description stands for the thing itself only where the thing is a product; elsewhere it is a teaser.
      const product = entries.some(([key, item]) => key === '@type' && isProduct(item));
      for (const [key, item] of entries) {
        if (typeof item === 'object') open.push(item);
        else if (typeof item !== 'string' || item.length <= found.length) continue;
        else if (BODY_PROPERTIES.has(key) || (product && key === 'description')) found = item;
      }
    }
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // broken JSON says nothing
  }
}

/** Markup and character references out, lines kept as paragraphs. */
function plain(text: string): string {
  const tagless = text.includes('<')
    ? text.replace(/<\/?(?:p|div|br|li|h[1-6])\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, '')
    : text;
  const decoded = tagless.includes('&') ? decodeHTML(tagless) : tagless;
  return decoded
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

/** What applications call the text of an article or a post in the state that they are preloaded with, `-_` left out. */
const STATE_KEYS: ReadonlySet<string> = new Set([
  'articlebody',
  'body',
  'bodyhtml',
  'bodytext',
  'content',
  'contenthtml',
  'cooked',
  'html',
  'posttext',
  'rendered',
  'text',
]);
/** Who wrote it, beside it. */
const WRITER_KEYS: readonly string[] = ['username', 'author'];
const MAX_NAME = 60;
/** A label of the interface is shorter than this, in UTF-16 units, and so is all that a page without content says. */
const MIN_PIECE = 60;
const MIN_STATE = 400;
/** JSON within a string of JSON is read so deep. */
const MAX_NESTING = 2;

/** Adds the texts of a preloaded state to those that go by the same key, in order; a loop, whatever its depth. */
function collect(root: unknown, byKey: Map<string, Set<string>>): void {
  const open: [value: unknown, nesting: number][] = [[root, 0]];
  for (let looked = 0; looked < MAX_VALUES; looked++) {
    const next = open.pop();
    if (next === undefined) return;
    const [value, nesting] = next;
    if (typeof value === 'string') {
      const json = nesting < MAX_NESTING && /^[{[]/.test(value) ? parseJson(value) : undefined;
      if (json !== undefined) open.push([json, nesting + 1]);
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const fields: Record<string, unknown> = { ...value };
    const keys = Object.keys(fields).slice(0, MAX_VALUES);
    for (const key of keys) {
      const item = fields[key];
      if (typeof item !== 'string' || item.length < MIN_PIECE) continue;
      const name = key.toLowerCase().replace(/[-_]/g, '');
      if (!STATE_KEYS.has(name) || /^[{[]/.test(item)) continue;
      const writer = WRITER_KEYS.map((by) => fields[by]).find((by) => typeof by === 'string' && by.length <= MAX_NAME);
      const texts = byKey.get(name) ?? new Set();
      byKey.set(name, texts.add(writer === undefined ? item : `${String(writer)}\n${item}`));
    }
    for (const key of keys.reverse()) {
      const item = fields[key];
      if (typeof item === 'object' || (typeof item === 'string' && item.length > MIN_STATE)) open.push([item, nesting]);
    }
  }
}

/** The longest text, by what it is called, in the states that a page preloads: as JSON in scripts and attributes. */
function stateText(tree: Tree): string {
  const byKey = new Map<string, Set<string>>();
  let left = MAX_JSON;
  const read = (start: number, end: number, decode: boolean): void => {
    const first = tree.source.charCodeAt(start);
    if (end - start < MIN_STATE || end - start > left || (first !== 0x7b && first !== 0x5b)) return;
    left -= end - start;
    const json = tree.source.slice(start, end);
    collect(parseJson(decode ? decodeHTML(json) : json), byKey);
  };
  for (let i = 1; i < tree.count; i++) {
    if (tree.kind[i] === SCRIPT) {
      const type = attribute(tree, i, ATTR.type)?.toLowerCase();
      if (type?.includes('json') !== true || type.includes('ld+json')) continue;
      let start = tree.openEnd[i];
      while (start < tree.closeStart[i] && tree.source.charCodeAt(start) <= 32) start++;
      read(start, tree.closeStart[i], false);
      continue;
    }
    for (let a = tree.firstAttribute[i]; a < tree.firstAttribute[i + 1]; a++) {
      read(tree.valueStart[a], tree.valueEnd[a], true);
    }
  }
  let longest = '';
  for (const texts of byKey.values()) {
    const text = [...texts].join('\n');
    if (text.length > longest.length) longest = text;
  }
  return longest.length < MIN_STATE ? '' : longest;
}

/**
 * The paragraphs of the longest text that is the content itself in JSON-LD, or else in the state that the page's
 * application starts from: undefined where there is none.
 */
export function textOutsideMarkup(tree: Tree): string | undefined {
  let found = '';
  for (let i = 1; i < tree.count; i++) {
    if (tree.kind[i] !== SCRIPT || tree.closeStart[i] - tree.openEnd[i] > MAX_JSON) continue;
    if (attribute(tree, i, ATTR.type)?.toLowerCase().includes('ld+json') !== true) continue;
    const text = search(parseJson(rawContent(tree, i)));
    if (text.length > found.length) found = text;
  }
  const text = plain(found.length < MIN_LENGTH ? stateText(tree) : found);
  return text === '' ? undefined : text;
}
