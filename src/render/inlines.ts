import { ATTR } from '../tree/attributes.ts';
import { KNOWN_TAGS, tag } from '../tree/tags.ts';
import { attributeIndex, type Tree } from '../tree/tree.ts';
import { WRITTEN } from './roles.ts';

const A = tag('a');
const RP = tag('rp');
const RT = tag('rt');
const RUBY = tag('ruby');
/** Inline elements that mean something within themselves; any other is written once and not again inside. */
const NESTING = new Set(['bdi', 'bdo', 'q', 'span', 'sub', 'sup'].map(tag));
const MAX_INLINES = 24;

/** The inline elements around a place that are to be written there. */
export class Inlines {
  /** Outermost first. */
  readonly nodes: number[] = [];
  readonly #tree: Tree;
  readonly #counts: Uint8Array = new Uint8Array(KNOWN_TAGS);

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  kind(node: number): number {
    return WRITTEN[this.#tree.kind[node]];
  }

  /** False where the element must not, or need not, be written in those around it. */
  enter(node: number): boolean {
    const kind = this.kind(node);
    const counts = this.#counts;
    if (this.nodes.length >= MAX_INLINES || (counts[kind] > 0 && !NESTING.has(kind))) return false;
    if (kind === A && attributeIndex(this.#tree, node, ATTR.href) < 0) return false;
    if ((kind === RT || kind === RP) && (counts[RUBY] === 0 || counts[RT] + counts[RP] > 0)) return false;
    counts[kind]++;
    this.nodes.push(node);
    return true;
  }

  leave(): void {
    const node = this.nodes.pop();
    if (node !== undefined) this.#counts[this.kind(node)]--;
  }
}
