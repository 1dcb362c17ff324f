import { JoinedText } from './joined-text.ts';
import { inPieces } from './pieces.ts';
import type { PageLine } from './rules/page-lines.ts';
import { claimColumn } from './tree/room.ts';
import { DOCTYPE, isBlock, TEXT, tag } from './tree/tags.ts';
import { type Tree, textData } from './tree/tree.ts';

const BR = tag('br');

/**
 * What the extractor kept, as a text whose tags are gone, and its lines as columns: where each begins and ends in the
 * text, and its text nodes.
 */
export interface ArticleLines {
  readonly text: string;
  /** Lines. */
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** An index of `nodes`; behind the last line, their number. */
  readonly first: Int32Array;
  readonly nodes: Int32Array;
  /** Text nodes of it that line rules have taken out already. */
  readonly gone: ReadonlySet<number>;
}

/**
 * The kept text as a tag-stripped text would have it: blocks apart by a blank line, `<br>` as a line break. Lines that
 * went already are in it, since they are evidence for those around them.
 *
 * @param room columns that nobody reads any more: the lines' own are written over them.
 */
export function articleLines(
  tree: Tree,
  keep: Uint8Array,
  taken: readonly PageLine[],
  room: Int32Array[] = [],
): ArticleLines {
  const gone = new Set<number>();
  for (const { node } of taken) {
    for (let i = node; i < tree.last[node]; i++) if (tree.kind[i] === TEXT) gone.add(i);
  }
  const { kind, last, parent } = tree;
  let texts = gone.size;
  for (let node = 1; node < tree.count; node++) if (keep[node] === 1 && kind[node] === TEXT) texts++;
  const start = claimColumn(room, texts);
  const end = claimColumn(room, texts);
  const first = claimColumn(room, texts + 1);
  const nodes = claimColumn(room, texts);
  const text = new JoinedText();
  let length = 0;
  let count = 0;
  let written = 0;
  let breaks = '';
  let open = -1; // the innermost block of the line before
  for (let node = 1; node < tree.count; node++) {
    const k = kind[node];
    if (k > DOCTYPE) {
      if (k === BR) breaks ||= '\n';
      else if (isBlock(k)) breaks = '\n\n';
      continue;
    }
    if (k !== TEXT || (keep[node] === 0 && !gone.has(node))) continue;
    const data = collapsed(textData(tree, node));
    if (data === ' ' || data === '') continue;
    if (open >= 0 && last[open] <= node) breaks = '\n\n';
    open = blockOf(tree, parent[node]);
    if (count === 0 || breaks !== '') {
      if (count > 0) {
        text.add(breaks);
        length += breaks.length;
      }
      start[count] = length;
      first[count] = written;
      count++;
      breaks = '';
    }
    text.add(data);
    length += data.length;
    end[count - 1] = length;
    nodes[written++] = node;
  }
  first[count] = written;
  return { text: text.joined(), count, start, end, first, nodes, gone };
}

/** The text nodes of a line. */
export function nodesOf({ nodes, first }: ArticleLines, line: number): Int32Array {
  return nodes.subarray(first[line], first[line + 1]);
}

/** A text with each run of white space as one blank; most texts are like that as they stand. */
function collapsed(text: string): string {
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 32 && unit < 0xa0) blank = false;
    else if ((unit === 32 && blank) || unit < 32 || unit === 0xa0 || unit >= 0x1680) return inPieces(text, collapse);
    else blank = unit === 32;
  }
  return text;
}

const collapse = (text: string): string => text.split(/\s+/).join(' ');

/** The nearest block that holds a node, looked for among a few ancestors: deeper inline nesting is no article's. */
function blockOf(tree: Tree, node: number): number {
  let at = node;
  for (let steps = 0; at > 0 && steps < 32; steps++) {
    const k = tree.kind[at];
    if (isBlock(k)) return at;
    at = tree.parent[at];
  }
  return at;
}
