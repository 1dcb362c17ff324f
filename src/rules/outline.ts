import { HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';

const H1 = tag('h1');
const MAIN = tag('main');
const NOSCRIPT = tag('noscript');
const BODY = tag('body');
const INPUT = tag('input');
const SELECT = tag('select');
const TEXTAREA = tag('textarea');

/** What the rules must know of a page as a whole, as sums over the nodes before each node. */
export interface Outline {
  /** Units of visible text before the node, blanks left out; at `count`, of the whole page. */
  readonly textBefore: Int32Array;
  /** `h1`, `main` and `body` elements before the node. */
  readonly landmarksBefore: Int32Array;
  /** Form fields before the node. */
  readonly fieldsBefore: Int32Array;
  /** How many elements the node lies in, at most 65,535. */
  readonly depth: Uint16Array;
}

/** One pass over the nodes. */
export function outline(tree: Tree): Outline {
  const { count, kind, last, start, end, parent, source } = tree;
  const textBefore = new Int32Array(count + 1);
  const landmarksBefore = new Int32Array(count + 1);
  const fieldsBefore = new Int32Array(count + 1);
  const depth = new Uint16Array(count + 1);
  let text = 0;
  let landmarks = 0;
  let fields = 0;
  let hiddenUntil = 0;
  for (let node = 1; node < count; node++) {
    textBefore[node] = text;
    landmarksBefore[node] = landmarks;
    fieldsBefore[node] = fields;
    const above = depth[parent[node]];
    depth[node] = above < 65535 ? above + 1 : above;
    const k = kind[node];
    if (k === TEXT) {
      if (node >= hiddenUntil) {
        for (let i = start[node]; i < end[node]; i++) if (source.charCodeAt(i) > 32) text++;
      }
    } else if (k < KNOWN_TAGS) {
      if (k === INPUT || k === SELECT || k === TEXTAREA) fields++;
      if ((TAG_FLAGS[k] & HIDDEN) !== 0 || k === NOSCRIPT) hiddenUntil = Math.max(hiddenUntil, last[node]);
      else if (k === H1 || k === MAIN || k === BODY) landmarks++;
    }
  }
  textBefore[count] = text;
  landmarksBefore[count] = landmarks;
  fieldsBefore[count] = fields;
  return { textBefore, landmarksBefore, fieldsBefore, depth };
}

/** Units of visible text in a subtree. */
export function textIn({ textBefore }: Outline, tree: Tree, node: number): number {
  return textBefore[tree.last[node]] - textBefore[node];
}

/** Whether a subtree holds an h1, a main or the body: no ad slot does. */
export function holdsLandmark({ landmarksBefore }: Outline, tree: Tree, node: number): boolean {
  return landmarksBefore[tree.last[node]] > landmarksBefore[node];
}

/** Form fields in a subtree. */
export function fieldsIn({ fieldsBefore }: Outline, tree: Tree, node: number): number {
  return fieldsBefore[tree.last[node]] - fieldsBefore[node];
}
