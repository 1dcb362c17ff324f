import { tag } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';

const RP = tag('rp');
const RUBY = tag('ruby');
/** How many nodes before a reading are looked at. */
const NEAR = 8;

/** Whether the page itself has the brackets that a reading stands in where ruby is not shown. */
export function hasBrackets(tree: Tree, reading: number): boolean {
  for (let i = reading - 1; i > reading - NEAR && i > 0 && tree.kind[i] !== RUBY; i--) {
    if (tree.kind[i] === RP) return true;
  }
  return false;
}
