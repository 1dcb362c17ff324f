import { BLOCK, COMMENT, DOCTYPE, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { type Tree, textData } from '../tree/tree.ts';
import { isSpace } from './characters.ts';
import { holdsRawText } from './roles.ts';

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const BR = tag('br');

// Bits of what `between` finds; the number of line breaks stands above them.
export const HAS_BLOCK = 1;
export const HAS_SPACE = 2;
export const BREAKS_SHIFT = 2;

/** Longer texts without words to write are no lone character references. */
const MAX_REFERENCES = 256;

/** Whether white space stands at either end of a text, as it is or as a character reference such as `&nbsp;`. */
function hasSpaceAtEnds(tree: Tree, node: number): boolean {
  const { source } = tree;
  const start = tree.start[node];
  const end = tree.end[node];
  const first = source.charCodeAt(start);
  const last = source.charCodeAt(end - 1);
  if (isSpace(first) || isSpace(last)) return true;
  if ((first !== AMPERSAND && last !== SEMICOLON) || end - start > MAX_REFERENCES) return false;
  const data = textData(tree, node);
  return isSpace(data.charCodeAt(0)) || isSpace(data.charCodeAt(data.length - 1));
}

/** What the nodes `from .. to`, none of which is written, say of how the words behind them stand to those before. */
export function between(tree: Tree, from: number, to: number): number {
  const { kind, parent, start, end } = tree;
  let block = 0;
  let breaks = 0;
  let space = false;
  for (let i = from; i < to; i++) {
    const k = kind[i];
    if (k === TEXT) {
      if (!space && start[i] < end[i] && !holdsRawText(kind[parent[i]])) space = hasSpaceAtEnds(tree, i);
    } else if (k === BR) breaks++;
    else if (k !== COMMENT && k !== DOCTYPE && k < KNOWN_TAGS && (TAG_FLAGS[k] & BLOCK) !== 0) block = HAS_BLOCK;
  }
  return (breaks << BREAKS_SHIFT) | (space ? HAS_SPACE : 0) | block;
}
