import type { Cut } from './removals.ts';
import { isElement, type Tree } from './tree/tree.ts';
import type { FilterEngine } from './types.ts';

/** What a caller's filter engine takes out of a page: whole elements, under the name of the filter that took them. */
export function findByFilters(
  tree: Tree,
  engine: FilterEngine,
  url: string | undefined,
  removed: Uint8Array,
): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { index, filter } of engine.match({ url, tree, removed })) {
    if (!(index > 0 && index < tree.count) || !isElement(tree, index)) continue;
    removed[index] = 1;
    cuts.push({ rule: `filter/${filter}`, category: 'ad', start: tree.start[index], end: tree.end[index] });
  }
  return cuts;
}
