import type { LineIndex } from './rules/lines.ts';
import { scanLines } from './rules/lines.ts';
import type { PageLine } from './rules/page-lines.ts';
import { BLOCK, DOCTYPE, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from './tree/tags.ts';
import { type Tree, textData } from './tree/tree.ts';
import type { Category } from './types.ts';

const BR = tag('br');

/** A line of the article: its place in the joined text, and its text nodes. */
interface ArticleLine {
  readonly start: number;
  end: number;
  readonly nodes: number[];
}

/**
 * Line rules that need to see the whole article, on what the extractor kept: the lists under "Related:", the names under
 * "Share this", the stand-alone headline before a feed's tail. Lines that went already are shown to the rules as well,
 * since they are their evidence, but are not returned again.
 */
export function findPageEndings(
  tree: Tree,
  keep: Uint8Array,
  index: LineIndex,
  lines: readonly PageLine[],
  wanted: (category: Category) => boolean,
): PageLine[] {
  const gone = new Set<number>();
  for (const { node } of lines) {
    for (let i = node; i < tree.last[node]; i++) if (tree.kind[i] === TEXT) gone.add(i);
  }
  const { text, articleLines } = joined(tree, keep, gone);
  const found: PageLine[] = [];
  let next = 0;
  for (const cut of scanLines(index, text)) {
    if (!wanted(cut.category)) continue;
    while (next < articleLines.length && articleLines[next].end <= cut.start) next++;
    for (let i = next; i < articleLines.length && articleLines[i].start < cut.end; i++) {
      const { start, end, nodes } = articleLines[i];
      // A tail cut off a paragraph would leave a part of a node: only whole lines go.
      if (start < cut.start || end > cut.end) continue;
      for (const node of nodes) {
        if (!gone.has(node)) found.push({ ...cut, start: tree.start[node], end: tree.end[node], node });
      }
    }
  }
  return found;
}

/** The kept text as a tag-stripped text would have it: blocks apart by a blank line, `<br>` as a line break. */
function joined(
  tree: Tree,
  keep: Uint8Array,
  gone: ReadonlySet<number>,
): { text: string; articleLines: ArticleLine[] } {
  const articleLines: ArticleLine[] = [];
  const parts: string[] = [];
  let length = 0;
  let line: ArticleLine | undefined;
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
      articleLines.push(line);
      breaks = '';
    }
    parts.push(data);
    length += data.length;
    line.end = length;
    line.nodes.push(node);
  }
  return { text: parts.join(''), articleLines };
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
