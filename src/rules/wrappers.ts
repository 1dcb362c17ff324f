import { ATTR } from '../tree/attributes.ts';
import { COMMENT, DOCTYPE, TEXT, tag } from '../tree/tags.ts';
import { attribute, isBlankSlice, type Tree } from '../tree/tree.ts';
import type { Outline } from './outline.ts';

/** Elements that exist only to place what they hold. */
const WRAPPERS = new Set(
  ['div', 'span', 'p', 'section', 'aside', 'center', 'ins', 'figure', 'noscript', 'li', 'font', 'b', 'strong'].map(tag),
);
/** Empty of sense where everything around them has gone. */
const LEFT_OVER = new Set(['br', 'hr', 'wbr'].map(tag));

export interface EmptyWrapper {
  readonly node: number;
  /** The removed node that it held. */
  readonly because: number;
}

/**
 * The elements that hold nothing more once the removed nodes have gone, from the inside out. Each is looked at once,
 * however many of its children go, so that the cost stays linear.
 */
export function emptyWrappers(
  tree: Tree,
  about: Outline,
  nodes: readonly number[],
  removed: Uint8Array,
): EmptyWrapper[] {
  const wrappers: EmptyWrapper[] = [];
  const because = new Map<number, number>();
  // Candidates by depth, deepest first: a wrapper's own wrappers are decided before it.
  const byDepth: number[][] = [];
  const propose = (node: number, of: number): void => {
    const parent = tree.parent[node];
    if (parent <= 0 || because.has(parent) || removed[parent] === 1 || !WRAPPERS.has(tree.kind[parent])) return;
    because.set(parent, of);
    const depth = about.depth[parent];
    byDepth[depth] ??= [];
    byDepth[depth].push(parent);
  };
  for (const node of nodes) propose(node, node);
  for (let depth = byDepth.length - 1; depth > 0; depth--) {
    for (const node of byDepth[depth] ?? []) {
      const cause = because.get(node);
      if (cause === undefined || !isEmptied(tree, about, node, removed)) continue;
      removed[node] = 1;
      wrappers.push({ node, because: cause });
      propose(node, cause);
    }
  }
  return wrappers;
}

/** Whether a node's children are all removed, blank or of no sense alone. */
function isEmptied(tree: Tree, about: Outline, node: number, removed: Uint8Array): boolean {
  if (attribute(tree, node, ATTR.role) !== undefined) return false;
  for (let child = node + 1; child < tree.last[node]; child = tree.last[child]) {
    const kind = tree.kind[child];
    if (removed[child] === 1 || kind === COMMENT || LEFT_OVER.has(kind)) continue;
    if (
      kind === TEXT &&
      about.textBefore[tree.last[child]] === about.textBefore[child] &&
      isBlankSlice(tree.source, tree.start[child], tree.end[child])
    )
      continue;
    if (kind > DOCTYPE || kind === TEXT) return false;
  }
  return true;
}
