import { compile, type Options } from 'css-select';
import { parse, type Selector } from 'css-what';
import { ATTRIBUTE_NAMES } from '../tree/attributes.ts';
import { attribute, attributeValue, isElement, type Tree, textContent } from '../tree/tree.ts';

/** A node of a tree as css-select is shown it. */
interface Handle {
  readonly tree: Tree;
  readonly node: number;
  /** How many elements down from the one that is tested. */
  readonly depth: number;
}

export type SelectorTest = (tree: Tree, node: number) => boolean;

/**
 * How many nodes the selectors may look at for each node of a page: `:has` looks through all that an element holds, and
 * boxes within boxes would be looked through once a box. Real pages take less than 1.3, and 3,900 in all (of 1,497).
 */
const LOOKS_PER_NODE = 12;
const SPARE_LOOKS = 5000;
/**
 * How far down from an element a selector sees. css-select puts the children of each level before those of all levels
 * above, which takes as long as there are levels: without a limit, the square of the nesting. Real pages have fewer.
 */
const MAX_DEPTH = 256;

/** What is left of them, by page. */
const looksLeft = new WeakMap<Tree, number>();

function look(tree: Tree, nodes: number): boolean {
  const left = (looksLeft.get(tree) ?? tree.count * LOOKS_PER_NODE + SPARE_LOOKS) - nodes;
  looksLeft.set(tree, left);
  return left >= 0;
}

/** Whether a page has had so many elements looked at that no further selector is tried: each then matches nothing. */
export function hasLookedEnough(tree: Tree): boolean {
  return (looksLeft.get(tree) ?? 0) < 0;
}

/** One alternative of a selector with the word that its element must carry. */
export interface SelectorEntry {
  readonly kind: 'class' | 'id' | 'attr' | 'tag';
  readonly word: string;
  /** The name that the element must have, if the selector gives one. */
  readonly tag: string | undefined;
  readonly test: SelectorTest;
}

const KNOWN = new Map(ATTRIBUTE_NAMES.map((name, index) => [name, index]));

function namedValue({ tree, node }: Handle, name: string): string | undefined {
  const known = KNOWN.get(name);
  if (known) return attribute(tree, node, known);
  for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
    if (tree.attributeNames[tree.attributeName[i]] === name) return attributeValue(tree, i);
  }
  return undefined;
}

function children({ tree, node, depth }: Handle): Handle[] {
  const list: Handle[] = [];
  if (depth >= MAX_DEPTH || hasLookedEnough(tree)) return list;
  for (let child = node + 1; child < tree.last[node]; child = tree.last[child])
    list.push({ tree, node: child, depth: depth + 1 });
  look(tree, list.length);
  return list;
}

function parentOf({ tree, node, depth }: Handle): Handle | null {
  const parent = tree.parent[node];
  return parent > 0 && look(tree, 1) ? { tree, node: parent, depth: depth - 1 } : null;
}

const ADAPTER: NonNullable<Options<Handle, Handle>['adapter']> = {
  isTag: (handle): handle is Handle => isElement(handle.tree, handle.node),
  getAttributeValue: namedValue,
  hasAttrib: (handle, name) => namedValue(handle, name) !== undefined,
  getChildren: children,
  getParent: parentOf,
  getSiblings: (handle) =>
    children({
      tree: handle.tree,
      node: Math.max(0, handle.tree.parent[handle.node]),
      depth: handle.depth - 1,
    }),
  getName: ({ tree, node }) => tree.names[tree.kind[node]],
  getText: ({ tree, node }) => textContent(tree, node),
  removeSubsets: (handles) => handles,
  equals: (a, b) => a.node === b.node,
};

/** Attributes that so many elements have that they lead nowhere; taken only where a compound has no other. */
const COMMON = new Set(['src', 'href', 'type', 'alt', 'title', 'name', 'width', 'height', 'style', 'action', 'rel']);

/** Elements that are rare enough to be looked for by their name, as custom elements are. */
const RARE = new Set(['noscript', 'ins', 'iframe', 'dialog', 'center', 'object', 'embed']);

/** What a compound's element must carry: an id rather than a class rather than an attribute, and a rare one at that. */
function wordOf(compound: readonly Selector[]): Pick<SelectorEntry, 'kind' | 'word'> | undefined {
  let best: Pick<SelectorEntry, 'kind' | 'word'> | undefined;
  for (const part of compound) {
    if (part.type === 'tag' && (part.name.includes('-') || RARE.has(part.name)))
      best ??= { kind: 'tag', word: part.name };
    if (part.type !== 'attribute' || part.action === 'not') continue;
    if (part.name !== 'id' && part.name !== 'class') {
      if (best === undefined || (best.kind === 'attr' && COMMON.has(best.word)))
        best = { kind: 'attr', word: part.name };
      continue;
    }
    // The beginning of an id, or of the first class, leads to it; what lies within a word does not.
    const word = part.action === 'start' ? `${part.value}*` : part.value;
    const whole = part.name === 'id' ? 'equals' : 'element';
    if (part.action !== 'start' && part.action !== whole) continue;
    if (part.name === 'id') return { kind: 'id', word };
    best = { kind: 'class', word };
  }
  return best;
}

/**
 * Compiles a CSS selector (css-select) into alternatives, each indexed by a word of its last compound.
 *
 * @throws {TypeError} where an alternative names no class, id, attribute or rare element to find it by.
 */
export function compileSelector(selector: string, rule: string): SelectorEntry[] {
  const entries: SelectorEntry[] = [];
  for (const alternative of parse(selector)) {
    const combinator = alternative.findLastIndex((part) =>
      ['descendant', 'child', 'adjacent', 'sibling'].includes(part.type),
    );
    const compound = alternative.slice(combinator + 1);
    const word = wordOf(compound);
    if (word === undefined)
      throw new TypeError(`rule ${rule}: selector '${selector}' names no class, id, attribute or rare element`);
    const test = compile<Handle, Handle>([alternative], { adapter: ADAPTER, cacheResults: false });
    const tag = compound.find((part) => part.type === 'tag')?.name;
    entries.push({ ...word, tag, test: (tree, node) => test({ tree, node, depth: 0 }) && !hasLookedEnough(tree) });
  }
  return entries;
}
