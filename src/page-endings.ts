import type { LineIndex } from './rules/lines.ts';
import { scanLines } from './rules/lines.ts';
import type { PageLine } from './rules/page-lines.ts';
import { BLOCK, DOCTYPE, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from './tree/tags.ts';
import { type Tree, textData } from './tree/tree.ts';
import type { Category } from './types.ts';

const BR = tag('br');

/** The article's text, and its lines as columns: where each begins and ends in the text, and its first text node. */
interface ArticleText {
  readonly text: string;
  readonly lines: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** An index of `nodes`; behind the last line, their number. */
  readonly first: Int32Array;
  readonly nodes: Int32Array;
}

/** Pieces of text that are put together at once. */
const CHUNK = 4096;

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
  const { text, lines: count, start, end, first, nodes } = joined(tree, keep, gone);
  const found: PageLine[] = [];
  let next = 0;
  for (const cut of scanLines(index, text)) {
    if (!wanted(cut.category)) continue;
    while (next < count && end[next] <= cut.start) next++;
    for (let i = next; i < count && start[i] < cut.end; i++) {
      // A tail cut off a paragraph would leave a part of a node: only whole lines go.
      if (start[i] < cut.start || end[i] > cut.end) continue;
      for (let at = first[i]; at < first[i + 1]; at++) {
        const node = nodes[at];
        if (!gone.has(node)) found.push({ ...cut, start: tree.start[node], end: tree.end[node], node });
      }
    }
  }
  return found;
}

/** The kept text as a tag-stripped text would have it: blocks apart by a blank line, `<br>` as a line break. */
function joined(tree: Tree, keep: Uint8Array, gone: ReadonlySet<number>): ArticleText {
  const { kind, last, parent } = tree;
  let room = gone.size;
  for (let node = 1; node < tree.count; node++) if (keep[node] === 1 && kind[node] === TEXT) room++;
  const start = new Int32Array(room);
  const end = new Int32Array(room);
  const first = new Int32Array(room + 1);
  const nodes = new Int32Array(room);
  let parts: string[] = [];
  const chunks: string[] = [];
  let length = 0;
  let lines = 0;
  let taken = 0;
  let breaks = '';
  let open = -1; // the innermost block of the line before
  for (let node = 1; node < tree.count; node++) {
    const k = kind[node];
    if (k > DOCTYPE) {
      if (k === BR) breaks ||= '\n';
      else if (k < KNOWN_TAGS && (TAG_FLAGS[k] & BLOCK) !== 0) breaks = '\n\n';
      continue;
    }
    if (k !== TEXT || (keep[node] === 0 && !gone.has(node))) continue;
    const data = collapsed(textData(tree, node));
    if (data === ' ' || data === '') continue;
    if (open >= 0 && last[open] <= node) breaks = '\n\n';
    open = blockOf(tree, parent[node]);
    if (lines === 0 || breaks !== '') {
      if (lines > 0) {
        parts.push(breaks);
        length += breaks.length;
      }
      start[lines] = length;
      first[lines] = taken;
      lines++;
      breaks = '';
    }
    parts.push(data);
    length += data.length;
    end[lines - 1] = length;
    nodes[taken++] = node;
    if (parts.length > CHUNK) {
      chunks.push(parts.join(''));
      parts = [];
    }
  }
  first[lines] = taken;
  chunks.push(parts.join(''));
  return { text: chunks.join(''), lines, start, end, first, nodes };
}

/** A text with each run of white space as one blank; most texts are like that as they stand. */
function collapsed(text: string): string {
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 32 && unit < 0xa0) blank = false;
    else if ((unit === 32 && blank) || unit < 32 || unit === 0xa0 || unit >= 0x1680) return text.replace(/\s+/g, ' ');
    else blank = unit === 32;
  }
  return text;
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
