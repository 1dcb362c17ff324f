import { ATTR } from '../tree/attributes.ts';
import { attribute } from '../tree/tree.ts';
import type { Candidates } from './candidates.ts';
import { FOREIGN_SCOPES } from './data/schema.ts';
import type { Page } from './page.ts';

/**
 * Whether a node stands in a part of the page that speaks of other things: comments, related pieces, navigation. A part
 * that holds the headline is not one, whatever it is called.
 */
export function isOther(found: Candidates, node: number, headline: number): boolean {
  const parts = found.otherParts;
  for (let i = 0; i < parts.length && parts[i] <= node; i += 2) {
    if (node < parts[i + 1] && !(headline >= parts[i] && headline < parts[i + 1])) return true;
  }
  return false;
}

const foreign = new Set(FOREIGN_SCOPES);
const MOST_STEPS = 60;

/** Whether an element stands in a microdata scope whose authors and dates are not the page's. */
export function inForeignScope({ tree }: Page, node: number): boolean {
  for (let up = tree.parent[node], steps = 0; up > 0 && steps < MOST_STEPS; up = tree.parent[up], steps++) {
    const type = attribute(tree, up, ATTR.itemtype) ?? attribute(tree, up, ATTR.typeof);
    if (type === undefined) continue;
    const name = type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1).toLowerCase();
    if (name === 'person' || name === 'organization') continue;
    return foreign.has(name);
  }
  return false;
}
