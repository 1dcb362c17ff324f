import type { PageLine } from './rules/page-lines.ts';
import { BLOCK, DOCTYPE, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from './tree/tags.ts';
import { type Tree, textData } from './tree/tree.ts';

const BR = tag('br');

/** A line of the article: its place in the joined text, and its text nodes. */
export interface ArticleLine {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly number[];
}

/** What the extractor kept, as a text whose tags are gone. */
export interface ArticleLines {
  readonly text: string;
  readonly lines: readonly ArticleLine[];
  /** Text nodes of it that line rules have taken out already. */
  readonly gone: ReadonlySet<number>;
}

/**
 * The kept text as a tag-stripped text would have it: blocks apart by a blank line, `<br>` as a line break. Lines that
 * went already are in it, since they are evidence for those around them.
 */
export function articleLines(tree: Tree, keep: Uint8Array, taken: readonly PageLine[]): ArticleLines {
  const gone = new Set<number>();
  for (const { node } of taken) {
    for (let i = node; i < tree.last[node]; i++) if (tree.kind[i] === TEXT) gone.add(i);
  }
  const lines: { start: number; end: number; nodes: number[] }[] = [];
  const parts: string[] = [];
  let length = 0;
  let line: (typeof lines)[number] | undefined;
  let breaks = '';
  const { kind, last, parent } = tree;
  let open = -1; // the innermost block of the line before
  for (let node = 1; node < tree.count; node++) {
    const k = kind[node];
    if (k > DOCTYPE) {
      if (k === BR) breaks ||= '\n';
      else if (k < KNOWN_TAGS && (TAG_FLAGS[k] & BLOCK) !== 0) breaks = '\n\n';
      continue;
    }
    if (k !== TEXT || (keep[node] === 0 && !gone.has(node))) continue;
    const data = textData(tree, node).replace(/\s+/g, ' ');
    if (data === ' ' || data === '') continue;
    if (open >= 0 && last[open] <= node) breaks = '\n\n';
    open = blockOf(tree, parent[node]);
    if (line === undefined || breaks !== '') {
      if (line !== undefined) {
        parts.push(breaks);
        length += breaks.length;
      }
      line = { start: length, end: length, nodes: [] };
      lines.push(line);
      breaks = '';
    }
    parts.push(data);
    length += data.length;
    line.end = length;
    line.nodes.push(node);
  }
  return { text: parts.join(''), lines, gone };
}

/** The nearest block that holds a node, looked for among a few ancestors: deeper inline nesting is no article's. */
function blockOf(tree: Tree, node: number): number {
  let at = node;
  for (let steps = 0; at > 0 && steps < 32; steps++) {
    const k = tree.kind[at];
    if (k < KNOWN_TAGS && (TAG_FLAGS[k] & BLOCK) !== 0) return at;
    at = tree.parent[at];
  }
  return at;
}
