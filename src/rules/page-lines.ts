import { BLOCK, DOCTYPE, HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { isBlankSlice, type Tree, textData } from '../tree/tree.ts';
import type { Category } from '../types.ts';
import { type LineCut, type LineIndex, matchLine, needsSurroundings } from './lines.ts';
import type { PageMatches } from './match.ts';
import type { Outline } from './outline.ts';

const BR = tag('br');
const NAV = tag('nav');
const NOSCRIPT = tag('noscript');
/** Text in them is something to press, choose or fill in. */
const CONTROLS = new Set(['a', 'button', 'label', 'option', 'select', 'legend', 'summary', 'th', 'dt'].map(tag));
/** A heading of these opens a section: of a page about advertising, say. */
const TITLES = new Set(['h1', 'h2', 'h3'].map(tag));
/** Blocks that may go with the line that they consist of. */
const LINE_BLOCKS = new Set(
  [
    'p',
    'div',
    'section',
    'aside',
    'center',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'figcaption',
    'footer',
    'li',
    'blockquote',
  ].map(tag),
);
/** Things in a block that are more than its text. */
const MEDIA = new Set(
  ['img', 'picture', 'video', 'audio', 'iframe', 'object', 'embed', 'table', 'form', 'input'].map(tag),
);

/** Longest text of a block that is held against the line rules, in units of its source. */
const MAX_LINE = 400;

/** A line rule's match in a page. */
export interface PageLine extends LineCut {
  /** The node that goes: a block, or a text node. */
  readonly node: number;
}

/** A run of inline content: what would be a line if it were not too long. */
interface Line {
  block: number;
  /** Its text nodes that are not blank. */
  readonly texts: number[];
}

/** Holds the text of each block of a page against the line rules: labels, promo lines, share lines. */
export function matchPageLines(
  tree: Tree,
  index: LineIndex,
  { removed, outline }: Pick<PageMatches, 'removed' | 'outline'>,
  wanted: (category: Category) => boolean,
): PageLine[] {
  const found: PageLine[] = [];
  eachLine(tree, removed, (line) => {
    let text = '';
    for (let node = line.texts[0]; node <= line.texts[line.texts.length - 1]; node++) {
      if (tree.kind[node] === TEXT) text += textData(tree, node);
    }
    const match = matchLine(index, text);
    if (match === undefined || !wanted(match.rule.category) || needsSurroundings(match.rule)) return;
    if (match.rule.category !== 'promo' && isControl(tree, line)) return;
    if (match.rule.category === 'label' && TITLES.has(tree.kind[line.block])) return;
    const { rule, ...facts } = match;
    for (const node of nodesOf(tree, outline, line)) {
      found.push({
        ...facts,
        rule: rule.id,
        category: rule.category,
        start: tree.start[node],
        end: tree.end[node],
        node,
      });
    }
  });
  return found;
}

/**
 * Visits the short lines of a page, in order, outside navigation and what is removed already. They are one object that
 * is filled anew: a page can hold a line for every five of its characters.
 */
function eachLine(tree: Tree, removed: Uint8Array, visit: (line: Line) => void): void {
  const { kind, last, parent, start, end, source, count } = tree;
  const line: Line = { block: -1, texts: [] };
  const { texts } = line;
  const blockOf = new Int32Array(count);
  let units = 0;
  const close = (): void => {
    if (texts.length > 0) {
      if (units <= MAX_LINE) visit(line);
      texts.length = 0;
    }
    units = 0;
    line.block = -1;
  };
  for (let node = 1; node < count; node++) {
    const k = kind[node];
    if (removed[node] === 1) {
      node = last[node] - 1;
    } else if (k === TEXT) {
      const own = blockOf[parent[node]];
      if (isBlankSlice(source, start[node], end[node])) continue;
      if (own !== line.block) close();
      line.block = own;
      units += end[node] - start[node];
      if (units <= MAX_LINE) texts.push(node);
    } else if (k > DOCTYPE) {
      const flags = k < KNOWN_TAGS ? TAG_FLAGS[k] : 0;
      if ((flags & HIDDEN) !== 0 || k === NAV || k === NOSCRIPT) {
        node = last[node] - 1;
      } else if ((flags & BLOCK) !== 0) {
        close();
        blockOf[node] = node;
      } else {
        blockOf[node] = blockOf[parent[node]];
        if (k === BR) close();
      }
    }
  }
  close();
}

function isControl(tree: Tree, { block, texts }: Line): boolean {
  if (CONTROLS.has(tree.kind[block])) return true;
  let steps = 0;
  for (let node = tree.parent[texts[0]]; node > block && steps < 16; node = tree.parent[node], steps++) {
    if (CONTROLS.has(tree.kind[node])) return true;
  }
  return false;
}

/** What goes with a line: its block where that holds nothing else, or else its text nodes. */
function nodesOf(tree: Tree, { textBefore }: Outline, { block, texts }: Line): readonly number[] {
  if (!LINE_BLOCKS.has(tree.kind[block])) return texts;
  const units = textBefore[texts[texts.length - 1] + 1] - textBefore[texts[0]];
  if (units < textBefore[tree.last[block]] - textBefore[block]) return texts;
  for (let node = block + 1; node < tree.last[block]; node++) if (MEDIA.has(tree.kind[node])) return texts;
  return [block];
}
