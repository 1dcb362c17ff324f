import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import { PLACEHOLDER_IMAGES } from './data/words-of-markup.ts';
import { safeImage } from './urls.ts';

const PICTURE = tag('picture');
const SOURCE = tag('source');

/** More candidates than this are not looked at. */
const MAX_SRCSET = 16384;
/** Of a picture's children, how many are looked at for each image in it: there may be any number of both. */
const MAX_SOURCES = 4;
/** Attributes from which scripts load an image that is not on the screen yet, the plainest first. */
const LAZY_SOURCES = [ATTR['data-src'], ATTR['data-lazy-src'], ATTR['data-original']];
const LAZY_SETS = [ATTR['data-srcset'], ATTR['data-lazy-srcset']];

/** The address of an image as it may be written: the one that a reader gets to see, not a placeholder of it. */
export function imageSource(tree: Tree, node: number, base: string | undefined): string | undefined {
  for (const name of LAZY_SOURCES) {
    const source = usable(attribute(tree, node, name), base);
    if (source !== undefined) return source;
  }
  for (const name of LAZY_SETS) {
    const source = bestCandidate(attribute(tree, node, name), base);
    if (source !== undefined) return source;
  }
  const source = usable(attribute(tree, node, ATTR.src), base);
  if (source !== undefined && !isPlaceholder(source)) return source;
  return bestCandidate(attribute(tree, node, ATTR.srcset), base) ?? pictureSource(tree, node, base) ?? undefined;
}

function usable(address: string | undefined, base: string | undefined): string | undefined {
  // Some scripts keep JSON or a template in such an attribute.
  if (address === undefined || address.includes('{') || address.startsWith('[')) return undefined;
  return safeImage(address, base);
}

/** Whether an address only holds an image's place. */
function isPlaceholder(address: string): boolean {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const dot = name.search(/[.?#]/);
  return PLACEHOLDER_IMAGES.has((dot < 0 ? name : name.slice(0, dot)).toLowerCase());
}

/** The first source of the picture that an image stands in. */
function pictureSource(tree: Tree, node: number, base: string | undefined): string | undefined {
  const picture = tree.parent[node];
  if (picture < 0 || tree.kind[picture] !== PICTURE) return undefined;
  let looked = 0;
  for (let child = picture + 1; child < node && looked < MAX_SOURCES; child = tree.last[child], looked++) {
    if (tree.kind[child] !== SOURCE) continue;
    for (const name of [ATTR['data-srcset'], ATTR['data-lazy-srcset'], ATTR.srcset]) {
      const source = bestCandidate(attribute(tree, child, name), base);
      if (source !== undefined) return source;
    }
  }
  return undefined;
}

/**
 * The largest candidate of a `srcset` (https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute),
 * or of the first where none has a size.
 */
function bestCandidate(set: string | undefined, base: string | undefined): string | undefined {
  if (set === undefined || set.length > MAX_SRCSET || set.includes('{')) return undefined;
  let best: string | undefined;
  let bestSize = -1;
  for (let i = 0; i < set.length; ) {
    while (i < set.length && (set.charCodeAt(i) <= 32 || set.charCodeAt(i) === 44)) i++;
    const start = i;
    while (i < set.length && set.charCodeAt(i) > 32) i++;
    let end = i;
    while (end > start && set.charCodeAt(end - 1) === 44) end--;
    if (end === start) break;
    let size = 1;
    if (end === i) {
      const comma = set.indexOf(',', i);
      const next = comma < 0 ? set.length : comma;
      size = Number.parseFloat(set.slice(i, next)) || 1;
      i = next;
    }
    if (size > bestSize) {
      best = set.slice(start, end);
      bestSize = size;
    }
  }
  return usable(best, base);
}

/** Whether an image's own size says that it shows nothing: pixels of trackers, spacers. */
export function isPixel(tree: Tree, node: number): boolean {
  return isTiny(attribute(tree, node, ATTR.width)) || isTiny(attribute(tree, node, ATTR.height));
}

function isTiny(size: string | undefined): boolean {
  return size !== undefined && /^\s{0,4}0{0,4}[01](?:px)?\s{0,4}$/.test(size);
}
