import { TEXT, tag } from '../tree/tags.ts';
import { isBlankSlice, type Tree } from '../tree/tree.ts';
import type { Flow } from './flow.ts';

const RP = tag('rp');
const RUBY = tag('ruby');
/** How many nodes before a reading are looked at. */
const NEAR = 8;

/** Whether what is kept of the page has the brackets that a reading stands in where ruby is not shown. */
export function hasBrackets(flow: Flow, reading: number): boolean {
  const { tree } = flow;
  for (let i = reading - 1; i > reading - NEAR && i > 0 && tree.kind[i] !== RUBY; i--) {
    if (tree.kind[i] === RP && holdsWords(flow, tree, i)) return true;
  }
  return false;
}

function holdsWords(flow: Flow, { kind, last, source, start, end }: Tree, node: number): boolean {
  const text = node + 1;
  return (
    text < last[node] && kind[text] === TEXT && flow.keep[text] === 1 && !isBlankSlice(source, start[text], end[text])
  );
}
