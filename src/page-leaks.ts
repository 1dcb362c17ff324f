import { decodeHTML } from 'entities';
import { findLeakedCode } from './leaked-code.ts';
import type { Cut } from './removals.ts';
import type { CompiledRules } from './rules/compile.ts';
import type { Outline } from './rules/outline.ts';
import { emptyWrappers } from './rules/wrappers.ts';
import type { Leak } from './scan/types.ts';
import { ATTR } from './tree/attributes.ts';
import { BLOCK, DOCTYPE, HIDDEN, isBlock, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from './tree/tags.ts';
import { attribute, attributeIndex, type Tree } from './tree/tree.ts';
import type { Category } from './types.ts';

const BR = tag('br');
const NOSCRIPT = tag('noscript');
/** Elements whose code is shown on purpose. */
const SHOWS_CODE = new Set(['pre', 'code', 'kbd', 'samp', 'var', 'tt', 'textarea'].map(tag));
/** The same said by a class, as syntax highlighters and code viewers do. */
const CODE_CLASS =
  /(?:^|[\s_-])(?:code|highlight|hljs|syntax|prism|prettyprint|crayon|snippet|listing|blob|terminal|console|editor|monaco|codemirror)/i;

/** Longer data that no rule names is the page's own, handed to its script in an element that is not shown. */
const MAX_DATA = 2_000;
const isPageState = (text: string, { rule, kind, start, end }: Leak): boolean =>
  kind === 'data' &&
  rule.startsWith('data/') &&
  end - start > MAX_DATA &&
  !text.slice(start, start + 200).includes('@context');

/** The visible text of a page with the way back to its source. */
interface PageText {
  text: string;
  /** Pieces in order: where each begins in `text`, its node, and where in the source each of its units begins. */
  pieces: { from: number; node: number; offsets: Int32Array | undefined }[];
}

export interface PageLeaks {
  readonly cuts: Cut[];
  /** What is left of text nodes that lost a part, by node. */
  readonly remainders: Map<number, string>;
}

/**
 * Finds code that stands in a page as visible text: a snippet that a content system escaped, or that an editor broke
 * into paragraphs. The text scanner reads the page's text as a reader would see it, across `<br>` and `<p>`; what it
 * finds is traced back through character references to spans of the source. Marks in `removed` the nodes that go whole.
 */
export function findPageLeaks(
  tree: Tree,
  rules: CompiledRules,
  { removed, outline }: { removed: Uint8Array; outline: Outline },
  wanted: (category: Category) => boolean,
): PageLeaks {
  const cuts: Cut[] = [];
  const remainders = new Map<number, string>();
  if (!isSuspicious(tree, removed)) return { cuts, remainders };
  const page = visibleText(tree, removed);
  const leaks = findLeakedCode(page.text, rules, wanted).filter((leak) => !isPageState(page.text, leak));
  const gone: number[] = [];
  const ruleOf = new Map<number, Cut>();
  let next = 0; // the first leak that may reach into the piece
  for (const { from, node, offsets } of page.pieces) {
    const length = (offsets?.length ?? tree.end[node] - tree.start[node] + 1) - 1;
    while (next < leaks.length && leaks[next].end <= from) next++;
    let rest = '';
    let kept = 0;
    for (let i = next; i < leaks.length && leaks[i].start < from + length; i++) {
      const { rule, category } = leaks[i];
      const a = Math.max(0, leaks[i].start - from);
      const b = Math.min(length, leaks[i].end - from);
      if (a >= b) continue;
      const cut = {
        rule,
        category,
        start: sourceOffset(tree, node, offsets, a),
        end: sourceOffset(tree, node, offsets, b),
      };
      cuts.push(cut);
      ruleOf.set(node, cut);
      rest += page.text.slice(from + kept, from + a);
      kept = b;
    }
    if (!ruleOf.has(node)) continue;
    rest += page.text.slice(from + kept, from + length);
    if (rest.trim() === '') {
      removed[node] = 1;
      gone.push(node);
    } else {
      remainders.set(node, rest);
    }
  }
  for (const { node, because } of emptyWrappers(tree, outline, gone, removed)) {
    const cause = ruleOf.get(because);
    if (cause) cuts.push({ ...cause, start: tree.start[node], end: tree.end[node] });
  }
  return { cuts, remainders };
}

function sourceOffset(tree: Tree, node: number, offsets: Int32Array | undefined, i: number): number {
  return offsets === undefined ? tree.start[node] + i : offsets[i];
}

/** Whether any text that is shown, outside code samples, could be code. */
function isSuspicious(tree: Tree, removed: Uint8Array): boolean {
  const { kind, last, start, end, source } = tree;
  for (let node = 1; node < tree.count; node++) {
    const k = kind[node];
    if (removed[node] === 1 || (k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0) || SHOWS_CODE.has(k))
      node = last[node] - 1;
    else if (k === TEXT && mayHoldCode(source, start[node], end[node])) return true;
  }
  return false;
}

/** The text outside code samples. */
function visibleText(tree: Tree, removed: Uint8Array): PageText {
  const nodes: number[] = [];
  const breaks: boolean[] = []; // whether a line ends before the node
  let line = false;
  const { kind, last, start, end, source } = tree;
  for (let node = 1; node < tree.count; node++) {
    const k = kind[node];
    if (removed[node] === 1) {
      node = last[node] - 1;
    } else if (k === TEXT) {
      nodes.push(node);
      breaks.push(line || (nodes.length > 1 && endsBlock(tree, nodes[nodes.length - 2], node)));
      line = false;
    } else if (k > DOCTYPE) {
      const flags = k < KNOWN_TAGS ? TAG_FLAGS[k] : 0;
      if ((flags & HIDDEN) !== 0 || k === NOSCRIPT || SHOWS_CODE.has(k) || hasCodeClass(tree, node)) {
        node = last[node] - 1;
        line = true;
      } else if (k === BR || (flags & BLOCK) !== 0) {
        line = true;
      }
    }
  }
  const page: PageText = { text: '', pieces: [] };
  const parts: string[] = [];
  let length = 0;
  for (const [i, node] of nodes.entries()) {
    if (breaks[i] && length > 0) {
      parts.push('\n');
      length++;
    }
    const { text, offsets } = decoded(source, start[node], end[node]);
    page.pieces.push({ from: length, node, offsets });
    parts.push(text);
    length += text.length;
  }
  page.text = parts.join('');
  return page;
}

/** Whether a block ends between two text nodes: the first one's block does not hold the second. */
function endsBlock(tree: Tree, before: number, node: number): boolean {
  let up = tree.parent[before];
  for (let steps = 0; up > 0 && steps < 16 && tree.last[up] <= node; up = tree.parent[up], steps++) {
    const kind = tree.kind[up];
    if (isBlock(kind)) return true;
  }
  return false;
}

/** One look for what no prose has: a brace, `||`, `=>`, or an escaped angle bracket. */
function mayHoldCode(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 123 || unit === 125 || (unit === 124 && source.charCodeAt(i + 1) === 124)) return true; // { } ||
    if (
      unit === 38 &&
      (source.startsWith('&lt;', i) || source.startsWith('&#123;', i) || source.startsWith('&#124;', i))
    )
      return true;
  }
  return false;
}

function hasCodeClass(tree: Tree, node: number): boolean {
  return attributeIndex(tree, node, ATTR.class) >= 0 && CODE_CLASS.test(attribute(tree, node, ATTR.class) ?? '');
}

/** A text node's text, with the source offset of each unit (and of its end) where it has character references. */
function decoded(source: string, start: number, end: number): { text: string; offsets: Int32Array | undefined } {
  const raw = source.slice(start, end);
  if (!raw.includes('&')) return { text: raw, offsets: undefined };
  let text = '';
  const offsets: number[] = [];
  const literal = (from: number, to: number): void => {
    for (let i = from; i < to; i++) offsets.push(start + i);
    text += raw.slice(from, to);
  };
  let from = 0;
  for (const { 0: reference, index } of raw.matchAll(/&#?[\da-zA-Z]{1,40};?/g)) {
    literal(from, index);
    const plain = decodeHTML(reference);
    for (let i = 0; i < plain.length; i++) offsets.push(start + index);
    text += plain;
    from = index + reference.length;
  }
  literal(from, raw.length);
  offsets.push(end);
  return { text, offsets: Int32Array.from(offsets) };
}
