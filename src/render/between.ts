import { BLOCK, COMMENT, DOCTYPE, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';
import { isSpace } from './characters.ts';
import { holdsRawText } from './roles.ts';

const BR = tag('br');

// Bits of what `between` finds; the number of line breaks stands above them.
export const HAS_BLOCK = 1;
export const HAS_SPACE = 2;
export const BREAKS_SHIFT = 2;

/** What the nodes `from .. to`, none of which is written, say of how the words behind them stand to those before. */
export function between({ kind, parent, source, start, end }: Tree, from: number, to: number): number {
  let block = 0;
  let breaks = 0;
  let space = false;
  for (let i = from; i < to; i++) {
    const k = kind[i];
    if (k === TEXT) {
      if (space || start[i] === end[i]) continue;
      if (holdsRawText(kind[parent[i]])) continue;
      space = isSpace(source.charCodeAt(start[i])) || isSpace(source.charCodeAt(end[i] - 1));
    } else if (k === BR) breaks++;
    else if (k !== COMMENT && k !== DOCTYPE && k < KNOWN_TAGS && (TAG_FLAGS[k] & BLOCK) !== 0) block = HAS_BLOCK;
  }
  return (breaks << BREAKS_SHIFT) | (space ? HAS_SPACE : 0) | block;
}
