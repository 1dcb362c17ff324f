import { type CheerioAPI, load } from 'cheerio';
import { strip } from '../index.ts';
import { typeName } from '../removals.ts';
import type { Removal, StripOptions } from '../types.ts';
import { type CheerioNode, type Placed, writeSource, written } from './cheerio-source.ts';

export type { CheerioNode } from './cheerio-source.ts';

/**
 * What was taken out of a loaded page. `start`, `end` and `text` belong to the page as HTML before anything went: to
 * what `$.html()` gave for a page that parse5 has read (where cheerio was asked for places in the original source, the
 * nodes have them).
 */
export interface CheerioRemoval extends Removal {
  /** The nodes that went, taken out of the page but otherwise whole. Empty where only a part of a text or a tag went. */
  nodes: CheerioNode[];
}

/**
 * Takes the ads out of a page that cheerio has loaded, with parse5 or htmlparser2, whole or as a fragment. The page is
 * not loaded anew: all that stays are the same nodes at the same place, and what went comes back.
 *
 * @param options as for `strip`; `type` and `contentType` mean nothing here
 * @throws {TypeError} where an argument is of the wrong type; the message says what was expected and what came.
 */
export function stripAds($: CheerioAPI, options: StripOptions = {}): CheerioRemoval[] {
  if (typeof $ !== 'function' || typeof $.root !== 'function') {
    throw new TypeError(`stripAds: $ must be what cheerio's load gives, got ${typeName($)}`);
  }
  const { source, nodes } = writeSource($);
  const removals = stripped('stripAds', source, options).removed.map(
    (removal): CheerioRemoval => ({ ...removal, nodes: [] }),
  );
  takeOut(nodes, removals);
  return removals;
}

/**
 * A page without its ads, loaded into cheerio as `load` does it.
 *
 * @param input the page, as a string or as bytes of any encoding
 * @param options as for `strip`; a page is taken for HTML, whatever it looks like
 * @throws {TypeError} where an argument is of the wrong type; the message says what was expected and what came.
 */
export function loadClean(input: string | Uint8Array, options: StripOptions = {}): CheerioAPI {
  return load(stripped('loadClean', input, options).output);
}

/** `strip` of a page, under the name of the function that the caller has called. */
function stripped(name: string, input: string | Uint8Array, options: StripOptions): ReturnType<typeof strip> {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`${name}: options must be an object, got ${typeName(options)}`);
  }
  try {
    return strip(input, { ...options, type: 'html' });
  } catch (error) {
    if (error instanceof TypeError) error.message = error.message.replace(/^strip: /, `${name}: `);
    throw error;
  }
}

type ParentNode = NonNullable<CheerioNode['parent']>;

/** Takes what lies in the removed spans out of the tree, and adds the nodes that go whole to their removals. */
function takeOut(nodes: readonly Placed[], removals: readonly CheerioRemoval[]): void {
  const whole = new Set<CheerioNode>();
  const opened = new Set<CheerioNode>(); // elements that go while what they hold stays
  const parents = new Set<ParentNode>();
  let goneUntil = 0; // what begins before it went with an element around it
  let next = 0;
  for (const placed of nodes) {
    const { node, start, openEnd, end } = placed;
    if (start < goneUntil) continue;
    while (next < removals.length && removals[next].end <= start) next++;
    const removal = removals[next];
    if (removal === undefined) break;
    if (removal.start >= openEnd) continue;
    if (removal.start <= start && openEnd <= removal.end) {
      if (node.parent) parents.add(node.parent);
      if (end > removal.end) {
        opened.add(node);
        continue;
      }
      whole.add(node);
      removal.nodes.push(node);
      goneUntil = end;
    } else if (node.type === 'text') {
      node.data = rest(placed, removals, next);
    } else if ('attribs' in node) {
      for (const name of Object.keys(node.attribs)) delete node.attribs[name];
    }
  }
  for (const parent of parents) if (!opened.has(parent)) closeRanks(parent, whole, opened);
  for (const node of [...whole, ...opened]) {
    node.parent = null;
    node.prev = null;
    node.next = null;
  }
}

/** Gives a parent the children that stay: its own, and those of the elements that go without what they hold. */
function closeRanks(parent: ParentNode, whole: ReadonlySet<CheerioNode>, opened: ReadonlySet<CheerioNode>): void {
  const children: ParentNode['children'] = [];
  const stack = [...parent.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (opened.has(node) && 'children' in node) {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
      node.children = [];
    } else if (!whole.has(node)) {
      children.push(node);
    }
  }
  for (const [i, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[i - 1] ?? null;
    child.next = children[i + 1] ?? null;
  }
  parent.children = children;
}

/** What the removals from `first` on leave of a text. */
function rest({ node, start, end, raw }: Placed, removals: readonly CheerioRemoval[], first: number): string {
  if (node.type !== 'text') return '';
  let kept = '';
  let at = start;
  let next = first;
  for (let i = 0; i < node.data.length; i++) {
    const unit = node.data.charAt(i);
    while (next < removals.length && removals[next].end <= at) next++;
    if (next >= removals.length || at < removals[next].start || at >= end) kept += unit;
    at += raw ? 1 : written(unit).length;
  }
  return kept;
}
