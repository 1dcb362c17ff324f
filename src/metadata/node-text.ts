import { BLOCK, HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { type Tree, textData } from '../tree/tree.ts';
import { oneLine } from './value.ts';

const BR = tag('br');
/** Words of two elements side by side: "Jane Doe" and "Editor", "2022" and "Updated". */
const TOUCHING = /^[\p{Ll}\p{N}]\p{Lu}$/u;
/** Nodes looked at for one text: what holds more is no title, name or date. */
const MOST_NODES = 400;

function flagsOf(kind: number): number {
  return kind < KNOWN_TAGS ? TAG_FLAGS[kind] : 0;
}

/**
 * The visible text of a subtree in one line, `gap` where a block or line begins, at most `limit` UTF-16 units; '' for
 * a subtree that holds too much to be one value. `without`: a kind of element to leave out; `glue`: what to put between
 * text nodes of one line that touch each other.
 */
export function lineOf(
  tree: Tree,
  node: number,
  limit: number,
  without: number = -1,
  gap: string = ' ',
  glue: string = '',
): string {
  const { kind, last } = tree;
  const end = last[node];
  if (end - node > MOST_NODES) return '';
  let text = '';
  let block = -1;
  let i = end > node + 1 ? node + 1 : node;
  while (i < end) {
    if (kind[i] === TEXT) {
      const data = textData(tree, i);
      if (data.trim() === '') {
        text += ' ';
      } else {
        const own = blockOf(tree, i);
        if (block >= 0) {
          if (own !== block) text += gap;
          else if (glue !== '' && TOUCHING.test(text.slice(-1) + data[0])) text += glue;
        }
        block = own;
        text += data;
      }
      if (text.length > limit * 4) break;
    } else if ((flagsOf(kind[i]) & HIDDEN) !== 0 || kind[i] === without) {
      i = last[i];
      continue;
    } else if (kind[i] === BR && block >= 0) {
      text += gap;
    }
    i++;
  }
  return oneLine(text, limit);
}

const BUTTON = tag('button');

/** The text of a heading: a line without the buttons and the link signs that sites put into headings. */
export function headingOf(tree: Tree, node: number, limit: number): string {
  let buttons = 0;
  for (let i = node + 1; i < tree.last[node]; i++) if (tree.kind[i] === BUTTON) buttons++;
  const line = buttons > 0 ? lineOf(tree, node, limit, BUTTON) || lineOf(tree, node, limit) : lineOf(tree, node, limit);
  return line.replace(/ ?[#¶§🔗]$/u, '');
}

/** A visible line of the page. */
export interface Line {
  /** The first text node of it. */
  readonly node: number;
  readonly text: string;
}

/** How far from the heading a byline or date may stand, in UTF-16 units of visible text. */
const BEFORE = 300;
const AFTER = 700;
const LINE_LENGTH = 400;

/** The nearest block that a text stands in. */
function blockOf(tree: Tree, node: number): number {
  let up = tree.parent[node];
  for (let height = 0; up > 0 && height < 40 && (flagsOf(tree.kind[up]) & BLOCK) === 0; height++) up = tree.parent[up];
  return up;
}

/** The visible lines that follow `from`, at most `AFTER` units, of a page whose removed subtrees are passed over. */
export function linesAfter(tree: Tree, from: number, removed: Uint8Array): Line[] {
  const lines: Line[] = [];
  const { kind, last } = tree;
  let text = '';
  let first = -1;
  let length = 0;
  const end = (): void => {
    if (first >= 0) {
      const line = oneLine(text, LINE_LENGTH);
      if (line !== '') lines.push({ node: first, text: line });
      length += line.length;
    }
    text = '';
    first = -1;
  };
  let block = -1;
  for (let i = from; i < tree.count && length < AFTER; ) {
    if (removed[i] === 1) {
      i = last[i];
      continue;
    }
    if (kind[i] === TEXT) {
      const own = blockOf(tree, i);
      if (own !== block) end();
      block = own;
      if (text.length < LINE_LENGTH * 2) {
        const data = textData(tree, i);
        if (first >= 0 || data.trim() !== '') {
          if (first < 0) first = i;
          text += data;
        }
      }
    } else {
      const flags = flagsOf(kind[i]);
      if ((flags & HIDDEN) !== 0) {
        i = last[i];
        continue;
      }
      if ((flags & BLOCK) !== 0 || kind[i] === BR) end();
    }
    i++;
  }
  end();
  return lines;
}

/** The visible lines before `to`, at most `BEFORE` units, the nearest first. */
export function linesBefore(tree: Tree, to: number, removed: Uint8Array): Line[] {
  const lines: Line[] = [];
  const { kind, parent } = tree;
  let length = 0;
  let steps = 0;
  for (let i = to - 1; i > 0 && length < BEFORE && steps < MOST_NODES; i--, steps++) {
    if (kind[i] !== TEXT) continue;
    let hidden = false;
    for (let up = parent[i], height = 0; up > 0 && height < 40 && !hidden; up = parent[up], height++) {
      hidden = (flagsOf(kind[up]) & HIDDEN) !== 0 || removed[up] === 1;
    }
    if (hidden) continue;
    const text = oneLine(textData(tree, i), LINE_LENGTH);
    if (text === '') continue;
    lines.push({ node: i, text });
    length += text.length;
  }
  return lines;
}
