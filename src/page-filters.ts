import type { Cut } from './removals.ts';
import { attributeValue, isElement, type Tree } from './tree/tree.ts';
import type { FilterElement, FilterEngine } from './types.ts';

/** What a caller's filter engine takes out of a page: whole elements, under the name of the filter that took them. */
export function findByFilters(
  tree: Tree,
  engine: FilterEngine,
  url: string | undefined,
  removed: Uint8Array,
): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { index, filter } of engine.match({ url, source: tree.source, elements: elementsOf(tree) })) {
    if (!(index > 0 && index < tree.count) || !isElement(tree, index)) continue;
    removed[index] = 1;
    cuts.push({ rule: `filter/${filter}`, category: 'ad', start: tree.start[index], end: tree.end[index] });
  }
  return cuts;
}

function* elementsOf(tree: Tree): Iterable<FilterElement> {
  for (let index = 1; index < tree.count; index++) {
    if (!isElement(tree, index)) continue;
    yield {
      index,
      name: tree.names[tree.kind[index]],
      parent: tree.parent[index],
      attribute: (name) => {
        for (let i = tree.firstAttribute[index]; i < tree.firstAttribute[index + 1]; i++) {
          if (tree.attributeNames[tree.attributeName[i]] === name) return attributeValue(tree, i);
        }
        return undefined;
      },
    };
  }
}
