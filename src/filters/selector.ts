import { type AttributeSelector, parse, type Selector } from 'css-what';
import { hashSlice, hashUnit, hashWord } from '../tree/hash.ts';
import { ANY_KEY, BEGINNINGS, beginningStart, KEY, keyOf } from './index-table.ts';

/** A selector without commas, in the form in which it is matched. */
export interface FilterSelector {
  /** The last one is for the element itself. */
  readonly compounds: readonly Compound[];
  /** What stands before each compound; before the first one only in `:has(> …)` and its like. */
  readonly combinators: readonly (Combinator | undefined)[];
  /**
   * Whether the last compound says too little to find its element by, so that the compound before it is looked for, and
   * then what lies in that element.
   */
  readonly fromAbove: boolean;
  /** `:upward(…)`: how many levels up, or which ancestor, the element lies that is meant. */
  readonly upward: number | readonly FilterSelector[] | undefined;
}

export type Combinator = 'child' | 'descendant' | 'adjacent' | 'sibling';

export interface Compound {
  readonly tag: string | undefined;
  readonly attributes: readonly AttributeTest[];
  readonly pseudos: readonly Pseudo[];
}

export interface AttributeTest {
  readonly name: string;
  readonly action: 'exists' | 'equals' | 'element' | 'start' | 'end' | 'any' | 'hyphen' | 'not';
  /** In small letters where case is ignored. */
  readonly value: string;
  readonly ignoreCase: boolean;
}

export type Pseudo =
  | { readonly kind: 'is' | 'not' | 'has'; readonly selectors: readonly FilterSelector[] }
  | { readonly kind: 'has-text'; readonly text: string }
  | { readonly kind: 'empty' }
  | {
      /** The place among siblings, from 1: `step * n + offset`. */
      readonly kind: 'nth';
      readonly step: number;
      readonly offset: number;
      readonly ofType: boolean;
      readonly fromEnd: boolean;
    };

/** UTF-16 units of the longest selector that is looked at; the lists' longest ones are lists of sites' own. */
const LONGEST_SELECTOR = 4000;
const MOST_COMPOUNDS = 64;
/** How deep `:not(:has(…))` may be nested. */
const DEEPEST = 8;

/**
 * Attributes whose values are compared without regard to case.
 * https://html.spec.whatwg.org/multipage/semantics-other.html#case-sensitivity-of-selectors
 */
const CASELESS = new Set([
  'align', 'bgcolor', 'charset', 'checked', 'clear', 'color', 'dir', 'disabled', 'enctype', 'face', 'frame',
  'hreflang', 'http-equiv', 'lang', 'language', 'link', 'media', 'method', 'multiple', 'readonly', 'rel', 'rev',
  'rules', 'scope', 'scrolling', 'selected', 'shape', 'target', 'text', 'type', 'valign', 'valuetype', 'vlink',
]); // biome-ignore format: a list of words

class Unsupported extends Error {}

/**
 * The alternatives of a selector, or undefined where it is no selector or says something that cannot be known without a
 * browser (computed styles, XPath) or that is a program (a regular expression in `:has-text`).
 */
export function compileFilterSelector(text: string): FilterSelector[] | undefined {
  if (text.length > LONGEST_SELECTOR) return undefined;
  try {
    return parse(text).map((tokens) => selectorOf(tokens, 0));
  } catch {
    return undefined; // css-what throws at what is no selector, as selectorOf does at what it does not know
  }
}

function selectorOf(tokens: readonly Selector[], depth: number, relative = false): FilterSelector {
  if (depth > DEEPEST) throw new Unsupported();
  const compounds: Compound[] = [];
  const combinators: (Combinator | undefined)[] = [];
  let upward: FilterSelector['upward'];
  let combinator: Combinator | undefined = relative ? 'descendant' : undefined;
  let parts: Selector[] = [];
  for (const token of tokens) {
    if (upward !== undefined) throw new Unsupported(); // what is sought from there on down
    switch (token.type) {
      case 'child':
      case 'descendant':
      case 'adjacent':
      case 'sibling':
        if (parts.length === 0 && !(relative && compounds.length === 0)) throw new Unsupported();
        if (parts.length > 0) {
          compounds.push(compoundOf(parts, depth));
          combinators.push(combinator);
        }
        combinator = token.type;
        parts = [];
        break;
      case 'pseudo':
        if (token.name === 'remove' && depth === 0 && token === tokens.at(-1)) break;
        if (token.name === 'upward' || token.name === 'nth-ancestor') upward = upwardOf(token.data, depth);
        else parts.push(token);
        break;
      default:
        parts.push(token);
    }
  }
  if (parts.length === 0 || (upward !== undefined && depth > 0)) throw new Unsupported();
  compounds.push(compoundOf(parts, depth));
  combinators.push(combinator);
  if (compounds.length > MOST_COMPOUNDS) throw new Unsupported();
  const above = combinator === 'child' || combinator === 'descendant' ? compounds.at(-2) : undefined;
  const fromAbove = above !== undefined && tellsLittle(compounds[compounds.length - 1]) && !tellsLittle(above);
  return { compounds, combinators, fromAbove, upward };
}

/** Attributes that so many elements have that their names lead nowhere. */
const COMMON = new Set('id class style href src target type title alt rel name width height role tabindex'.split(' '));

/** Whether a compound names nothing by which few elements are found: no id, class, beginning or rare attribute. */
function tellsLittle({ attributes }: Compound): boolean {
  return attributes.every(({ name, action, value }) => {
    if (action === 'not') return true;
    if (!COMMON.has(name)) return false;
    if ((name === 'class' && action === 'element') || (name === 'id' && action === 'equals')) return false;
    return (action !== 'equals' && action !== 'start') || value.length < BEGINNINGS[0];
  });
}

function upwardOf(data: unknown, depth: number): number | FilterSelector[] {
  if (typeof data !== 'string') throw new Unsupported();
  const levels = Number(data);
  if (Number.isInteger(levels) && levels > 0 && levels < 256) return levels;
  return parse(unquoted(data)).map((tokens) => selectorOf(tokens, depth + 1));
}

function compoundOf(parts: readonly Selector[], depth: number): Compound {
  let tag: string | undefined;
  const attributes: AttributeTest[] = [];
  const pseudos: Pseudo[] = [];
  for (const part of parts) {
    if (part.type === 'tag') tag = part.name.toLowerCase();
    else if (part.type === 'attribute') attributes.push(attributeOf(part));
    else if (part.type === 'pseudo') pseudos.push(pseudoOf(part.name, part.data, depth));
    else if (part.type !== 'universal') throw new Unsupported();
  }
  // What says most is asked first.
  attributes.sort(
    (a, b) => Number(b.name === 'id' || b.name === 'class') - Number(a.name === 'id' || a.name === 'class'),
  );
  return { tag, attributes, pseudos };
}

function attributeOf({ name, action, value, ignoreCase }: AttributeSelector): AttributeTest {
  const caseless = ignoreCase === true || (ignoreCase === null && CASELESS.has(name.toLowerCase()));
  return { name: name.toLowerCase(), action, value: caseless ? value.toLowerCase() : value, ignoreCase: caseless };
}

function pseudoOf(name: string, data: string | Selector[][] | null, depth: number): Pseudo {
  if (Array.isArray(data)) {
    // The standard forbids :has within :has, so no browser ever follows such a filter.
    if (name === 'has' && data.some((tokens) => tokens.some(holdsHas))) throw new Unsupported();
    const selectors = data.map((tokens) => selectorOf(tokens, depth + 1, name === 'has'));
    if (name === 'has' || name === 'not') return { kind: name, selectors };
    if (name === 'is' || name === 'where' || name === 'matches') return { kind: 'is', selectors };
    throw new Unsupported();
  }
  if (data === null) {
    if (name === 'empty') return { kind: 'empty' };
    const place = PLACES.get(name);
    if (place === undefined) throw new Unsupported();
    return { kind: 'nth', step: 0, offset: 1, ...place };
  }
  if (name === 'has-text' || name === 'contains') {
    const text = unquoted(data);
    if (text === '' || /^\/.*\/[a-z]*$/.test(text)) throw new Unsupported();
    return { kind: 'has-text', text };
  }
  const nth = /^nth-(last-)?(child|of-type)$/.exec(name);
  const place = nth === null ? null : /^([+-]?\d*n)?(?:([+-]?\d+))?$/.exec(keywordless(data));
  if (nth === null || place === null || place[0] === '') throw new Unsupported();
  const [, steps, offset = '0'] = place;
  return {
    kind: 'nth',
    step: steps === undefined ? 0 : Number(steps.replace(/^([+-]?)n$/, '$11').replace('n', '')),
    offset: Number(offset),
    ofType: nth[2] === 'of-type',
    fromEnd: nth[1] !== undefined,
  };
}

function holdsHas(token: Selector): boolean {
  if (token.type !== 'pseudo' || !Array.isArray(token.data)) return false;
  return token.name === 'has' || token.data.some((tokens) => tokens.some(holdsHas));
}

const PLACES: ReadonlyMap<string, { readonly ofType: boolean; readonly fromEnd: boolean }> = new Map([
  ['first-child', { ofType: false, fromEnd: false }],
  ['last-child', { ofType: false, fromEnd: true }],
  ['first-of-type', { ofType: true, fromEnd: false }],
  ['last-of-type', { ofType: true, fromEnd: true }],
]);

function keywordless(formula: string): string {
  const bare = formula.replace(/\s/g, '').toLowerCase();
  if (bare === 'odd') return '2n+1';
  return bare === 'even' ? '2n' : bare;
}

function unquoted(text: string): string {
  const first = text.charAt(0);
  return text.length > 1 && (first === '"' || first === "'") && text.endsWith(first) ? text.slice(1, -1) : text;
}

/** The key that leads to an element that a selector is for, or to the one above it: the rarest that its compound names. */
export function selectorKey({ compounds, fromAbove }: FilterSelector): { key: number; attribute?: string } {
  const { tag, attributes } = compounds[compounds.length - (fromAbove ? 2 : 1)];
  const exact = (name: string, action: string): AttributeTest | undefined =>
    attributes.find((test) => test.name === name && test.action === action && test.value !== '');
  const id = exact('id', 'equals');
  if (id) return { key: keyOf(KEY.id, hashWord(id.value)) };
  const word = exact('class', 'element');
  if (word) return { key: keyOf(KEY.class, hashWord(word.value)) };
  for (const { name, action, value } of attributes) {
    if ((action !== 'start' && action !== 'equals') || value.length < BEGINNINGS[0]) continue;
    const length = BEGINNINGS.findLast((units) => units <= value.length) ?? 0;
    return { key: keyOf(KEY.beginning, hashOnwards(beginningStart(name), value, length)), attribute: name };
  }
  const names = attributes.filter(({ action }) => action !== 'not');
  const named = names.find(({ name }) => !COMMON.has(name)) ?? names[0];
  if (named) return { key: keyOf(KEY.attribute, hashWord(named.name)) };
  return { key: tag === undefined ? ANY_KEY : keyOf(KEY.tag, hashSlice(tag, 0, tag.length)) };
}

function hashOnwards(start: number, word: string, length: number): number {
  let hash = start;
  for (let i = 0; i < length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}
