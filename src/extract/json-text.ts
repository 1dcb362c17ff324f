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

/** The paragraphs of the longest text in JSON-LD that is the content itself: undefined where there is none. */
export function textOutsideMarkup(tree: Tree): string | undefined {
  let found = '';
  for (let i = 1; i < tree.count; i++) {
    if (tree.kind[i] !== SCRIPT || tree.closeStart[i] - tree.openEnd[i] > MAX_JSON) continue;
    if (attribute(tree, i, ATTR.type)?.toLowerCase().includes('ld+json') !== true) continue;
    const text = search(parseJson(rawContent(tree, i)));
    if (text.length > found.length) found = text;
  }
  return found.length < MIN_LENGTH ? undefined : plain(found);
}
