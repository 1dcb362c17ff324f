import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { inPieces } from '../pieces.ts';
import { COMMENT, DOCTYPE, TEXT } from './tags.ts';

/**
 * A parsed page as arrays over its nodes in document order (an element before its content), so that a walk is a loop
 * over indices, a subtree is the range `node .. last[node]`, and depth costs nothing. Node 0 is the root: an element
 * without a tag that holds everything. All offsets are UTF-16 into `source`, ends exclusive.
 *
 * The children of `n`: `for (let c = n + 1; c < tree.last[n]; c = tree.last[c])`.
 */
export interface Tree {
  readonly source: string;
  /** How many nodes there are; the arrays may be longer. */
  readonly count: number;
  /** `TEXT`, `COMMENT`, `DOCTYPE`, or an element's tag number: an index of `TAG_NAMES` and of `names`. */
  readonly kind: Int32Array;
  readonly start: Int32Array;
  /** Where the node ends: after its end tag, or where another tag ended it without one. */
  readonly end: Int32Array;
  /** Of an element: the end of its start tag. Of other nodes: their end. */
  readonly openEnd: Int32Array;
  /** Of an element: where its end tag begins, or its end if it has none. Of other nodes: their end. */
  readonly closeStart: Int32Array;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** The first node behind the subtree. */
  readonly last: Int32Array;
  /** The attributes of `n` are `firstAttribute[n] .. firstAttribute[n + 1]`, indices of the arrays below. */
  readonly firstAttribute: Int32Array;
  /** A number of `ATTR`, or a larger one for a name that is not among them: an index of `attributeNames`. */
  readonly attributeName: Int32Array;
  /** Where the name begins. */
  readonly attributeStart: Int32Array;
  /** The raw value, without its quotes and with its character references; empty where there is none. */
  readonly valueStart: Int32Array;
  readonly valueEnd: Int32Array;
  /** Element names by kind, in small letters: the standard's, then those that only this page has. */
  readonly names: readonly string[];
  /** Attribute names by number, in small letters. */
  readonly attributeNames: readonly string[];
  /**
   * Forms and formatting elements that a tag ended while others were open in them, and that hold those to their end all
   * the same: where that tag begins, by node. It is their own end tag, or the start tag of another `<a>` or `<nobr>`.
   */
  readonly earlyEnds: ReadonlyMap<number, number>;
  /** The decoded text of text nodes of which a part was taken out, by node. */
  readonly remainders: Map<number, string>;
}

export function isElement(tree: Tree, node: number): boolean {
  return tree.kind[node] > DOCTYPE;
}

/** Whether `source.slice(start, end)` holds nothing but ASCII white space and controls. */
export function isBlankSlice(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (source.charCodeAt(i) > 32) return false;
  return true;
}

/** The index of a node's first attribute of that `ATTR` number, or -1. */
export function attributeIndex(tree: Tree, node: number, name: number): number {
  const end = tree.firstAttribute[node + 1];
  for (let i = tree.firstAttribute[node]; i < end; i++) if (tree.attributeName[i] === name) return i;
  return -1;
}

/** A decoded attribute value, '' for an attribute without one, undefined where the attribute is missing. */
export function attribute(tree: Tree, node: number, name: number): string | undefined {
  const index = attributeIndex(tree, node, name);
  return index < 0 ? undefined : attributeValue(tree, index);
}

/** The decoded value of the attribute at an index. */
export function attributeValue(tree: Tree, index: number): string {
  const raw = tree.source.slice(tree.valueStart[index], tree.valueEnd[index]);
  return raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
}

/** The text of a text node with its character references decoded, less what was taken out of it. */
export function textData(tree: Tree, node: number): string {
  const remainder = tree.remainders.size > 0 ? tree.remainders.get(node) : undefined;
  if (remainder !== undefined) return remainder;
  const raw = tree.source.slice(tree.start[node], tree.end[node]);
  return raw.includes('&') ? inPieces(raw, decodeText, isBehindReference) : raw;
}

const decodeText = (text: string): string => decodeHTML(text);

/** Whether no character reference spans a place. */
function isBehindReference(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit <= 32 || unit === 38;
}

/** The source between an element's tags, as it stands: what a script or style holds. */
export function rawContent(tree: Tree, node: number): string {
  return tree.source.slice(tree.openEnd[node], tree.closeStart[node]);
}

/** The decoded text of a subtree, as it stands: no breaks added, nothing left out. */
export function textContent(tree: Tree, node: number): string {
  let text = '';
  for (let i = node; i < tree.last[node]; i++) if (tree.kind[i] === TEXT) text += textData(tree, i);
  return text;
}

/** The inside of a comment, also of what the standard takes for one: `<!x>`, `<?x>`, `</1>`. */
export function commentData(tree: Tree, node: number): string {
  if (tree.kind[node] !== COMMENT) return '';
  const source = tree.source.slice(tree.start[node], tree.end[node]);
  if (!source.startsWith('<!--')) return source.slice(source[1] === '?' ? 1 : 2, source.endsWith('>') ? -1 : undefined);
  if (source === '<!-->' || source === '<!--->') return '';
  // The end of the input may leave some of it out.
  const ending = /(?:--!?>|--!|--?)$/.exec(source.slice(Math.max(4, source.length - 4)));
  return source.slice(4, source.length - (ending?.[0].length ?? 0));
}
