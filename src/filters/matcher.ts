import { ATTRIBUTE_NAMES } from '../tree/attributes.ts';
import { COMMENT, TEXT } from '../tree/tags.ts';
import { attributeValue, isElement, type Tree, textContent } from '../tree/tree.ts';
import type { AttributeTest, Combinator, Compound, FilterSelector, Pseudo } from './selector.ts';

/** What is known of a page while selectors are held against it. */
export interface MatchedPage {
  readonly tree: Tree;
  /** Tests that may still be made. Beyond that no selector matches: it keeps every page linear. */
  steps: number;
  /** The element before each element among its siblings, or 0; made when first asked for. */
  previous: Int32Array | undefined;
  /** The attribute that was read last, and its value: several selectors ask for the same one. */
  read: number;
  value: string;
  /** Numbers of attribute names that the tree knows as the page's own; -1 for none. */
  readonly names: Map<string, number>;
}

/** Tests for each node of a page, and for a page at all. Of 375 pages of the corpora the median takes 2 % of them, one 22 %. */
const STEPS_PER_NODE = 64;
const STEPS = 100_000;

const KNOWN = new Map(ATTRIBUTE_NAMES.map((name, index) => [name, index]));

export function matchedPage(tree: Tree): MatchedPage {
  return {
    tree,
    steps: STEPS + STEPS_PER_NODE * tree.count,
    previous: undefined,
    read: -1,
    value: '',
    names: new Map(),
  };
}

/** The node that a selector means where `node` is an element it is for: mostly itself; 0 where it is none. */
export function selects(page: MatchedPage, selector: FilterSelector, node: number): number {
  if (!matchesSelector(page, selector, node)) return 0;
  const { upward } = selector;
  if (upward === undefined) return node;
  let above = page.tree.parent[node];
  if (typeof upward === 'number') {
    for (let level = 1; level < upward && above > 0; level++) above = page.tree.parent[above];
    return Math.max(0, above);
  }
  while (above > 0 && page.steps > 0 && !upward.some((ancestor) => matchesSelector(page, ancestor, above)))
    above = page.tree.parent[above];
  return page.steps > 0 ? Math.max(0, above) : 0;
}

function matchesSelector(page: MatchedPage, selector: FilterSelector, node: number, anchor = 0): boolean {
  return matchesUpTo(page, selector, selector.compounds.length - 1, node, anchor);
}

/** Whether the compounds `0 .. last` match with the last one at a node. It calls itself as deep as there are compounds. */
function matchesUpTo(page: MatchedPage, selector: FilterSelector, last: number, node: number, anchor: number): boolean {
  if (!matchesCompound(page, selector.compounds[last], node)) return false;
  const combinator = selector.combinators[last];
  if (combinator === undefined) return true;
  if (last === 0) return stands(page, combinator, node, anchor);
  const { tree } = page;
  switch (combinator) {
    case 'child': {
      const parent = tree.parent[node];
      return parent > 0 && matchesUpTo(page, selector, last - 1, parent, anchor);
    }
    case 'descendant':
      for (let above = tree.parent[node]; above > 0 && page.steps > 0; above = tree.parent[above]) {
        if (matchesUpTo(page, selector, last - 1, above, anchor)) return true;
      }
      return false;
    case 'adjacent': {
      const before = previousOf(page, node);
      return before > 0 && matchesUpTo(page, selector, last - 1, before, anchor);
    }
    case 'sibling':
      for (let before = previousOf(page, node); before > 0 && page.steps > 0; before = previousOf(page, before)) {
        if (matchesUpTo(page, selector, last - 1, before, anchor)) return true;
      }
      return false;
  }
}

/** Whether the first element of what `:has` looks for stands to the element that has it as the combinator says. */
function stands(page: MatchedPage, combinator: Combinator, node: number, anchor: number): boolean {
  const { parent, last } = page.tree;
  switch (combinator) {
    case 'child':
      return parent[node] === anchor;
    case 'descendant':
      return node > anchor && node < last[anchor];
    case 'adjacent':
      return previousOf(page, node) === anchor;
    case 'sibling':
      return parent[node] === parent[anchor] && node > anchor;
  }
}

function matchesCompound(page: MatchedPage, { tag, attributes, pseudos }: Compound, node: number): boolean {
  const { tree } = page;
  if (--page.steps < 0) return false;
  if (tag !== undefined && tree.names[tree.kind[node]] !== tag) return false;
  for (const test of attributes) if (!matchesAttribute(page, test, node)) return false;
  for (const pseudo of pseudos) if (!matchesPseudo(page, pseudo, node)) return false;
  return true;
}

function matchesAttribute(page: MatchedPage, test: AttributeTest, node: number): boolean {
  const { tree } = page;
  const number = KNOWN.get(test.name) ?? numberOf(page, test.name);
  let index = -1;
  for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
    if (tree.attributeName[i] === number) {
      index = i;
      break;
    }
  }
  if (test.action === 'not') return index < 0 || !compares(textOf(page, index, test.ignoreCase), test.value, 'equals');
  if (index < 0) return false;
  if (test.action === 'exists') return true;
  return compares(textOf(page, index, test.ignoreCase), test.value, test.action);
}

function textOf(page: MatchedPage, index: number, lower: boolean): string {
  if (page.read !== index) {
    page.read = index;
    page.value = attributeValue(page.tree, index);
  }
  return lower ? page.value.toLowerCase() : page.value;
}

function compares(value: string, wanted: string, action: Exclude<AttributeTest['action'], 'exists' | 'not'>): boolean {
  switch (action) {
    case 'equals':
      return value === wanted;
    case 'element':
      return hasWord(value, wanted);
    case 'start':
      return wanted !== '' && value.startsWith(wanted);
    case 'end':
      return wanted !== '' && value.endsWith(wanted);
    case 'any':
      return wanted !== '' && value.includes(wanted);
    case 'hyphen':
      return value.startsWith(wanted) && (value.length === wanted.length || value.charAt(wanted.length) === '-');
  }
}

function hasWord(value: string, word: string): boolean {
  if (word === '') return false;
  for (let at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (isSpace(value, at - 1) && isSpace(value, end)) return true;
  }
  return false;
}

/** Whether there is white space, or the value's border, at a place. */
function isSpace(value: string, at: number): boolean {
  return at < 0 || at >= value.length || value.charCodeAt(at) <= 32;
}

/** The number of a name that only this page's tree knows, or -1. */
function numberOf({ tree, names }: MatchedPage, name: string): number {
  let number = names.get(name);
  if (number === undefined) {
    number = tree.attributeNames.indexOf(name);
    names.set(name, number);
  }
  return number;
}

function matchesPseudo(page: MatchedPage, pseudo: Pseudo, node: number): boolean {
  switch (pseudo.kind) {
    case 'is':
      return pseudo.selectors.some((selector) => matchesSelector(page, selector, node));
    case 'not':
      return !pseudo.selectors.some((selector) => matchesSelector(page, selector, node)) && page.steps > 0;
    case 'has':
      return pseudo.selectors.some((selector) => has(page, selector, node));
    case 'has-text':
      return hasText(page, node, pseudo.text);
    case 'empty':
      return isEmpty(page, node);
    case 'nth': {
      const place = placeOf(page, node, pseudo.ofType, pseudo.fromEnd);
      const over = place - pseudo.offset;
      return pseudo.step === 0 ? over === 0 : over % pseudo.step === 0 && over / pseudo.step >= 0;
    }
  }
}

function has(page: MatchedPage, selector: FilterSelector, anchor: number): boolean {
  const { tree } = page;
  const [first] = selector.combinators;
  const beside = first === 'adjacent' || first === 'sibling';
  const end = beside ? tree.last[Math.max(0, tree.parent[anchor])] : tree.last[anchor];
  for (let node = beside ? tree.last[anchor] : anchor + 1; node < end && page.steps > 0; node++) {
    if (isElement(tree, node) && matchesSelector(page, selector, node, anchor)) return true;
  }
  return false;
}

function hasText(page: MatchedPage, node: number, text: string): boolean {
  const { tree } = page;
  page.steps -= ((tree.end[node] - tree.start[node]) >> 4) + tree.last[node] - node;
  return page.steps > 0 && textContent(tree, node).includes(text);
}

/** Whether an element holds no element and no text, not even blanks. */
function isEmpty({ tree }: MatchedPage, node: number): boolean {
  for (let child = node + 1; child < tree.last[node]; child++) {
    if (tree.kind[child] !== COMMENT && (tree.kind[child] !== TEXT || tree.end[child] > tree.start[child]))
      return false;
  }
  return true;
}

/** The place among the siblings, from 1. */
function placeOf(page: MatchedPage, node: number, ofType: boolean, fromEnd: boolean): number {
  const { tree } = page;
  const kind = tree.kind[node];
  let place = 1;
  if (fromEnd) {
    const end = tree.last[Math.max(0, tree.parent[node])];
    for (let next = tree.last[node]; next < end && page.steps-- > 0; next = tree.last[next]) {
      if (isElement(tree, next) && (!ofType || tree.kind[next] === kind)) place++;
    }
    return place;
  }
  for (let before = previousOf(page, node); before > 0 && page.steps-- > 0; before = previousOf(page, before)) {
    if (!ofType || tree.kind[before] === kind) place++;
  }
  return place;
}

/** The element before a node among its siblings, or 0. */
function previousOf(page: MatchedPage, node: number): number {
  page.previous ??= previousSiblings(page.tree);
  return page.previous[node];
}

function previousSiblings(tree: Tree): Int32Array {
  const previous = new Int32Array(tree.count);
  const lastChild = new Int32Array(tree.count); // of each parent, so far
  for (let node = 1; node < tree.count; node++) {
    if (!isElement(tree, node)) continue;
    const parent = tree.parent[node];
    previous[node] = lastChild[parent];
    lastChild[parent] = node;
  }
  return previous;
}
