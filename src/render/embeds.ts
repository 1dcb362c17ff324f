import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import { cleanLabel } from './characters.ts';
import { safeImage } from './urls.ts';

const EMBEDS = new Set(['audio', 'embed', 'iframe', 'video'].map(tag));
const SOURCE = tag('source');
const MAX_TITLE = 300;
/** How many children of a video are looked at. */
const MAX_SOURCES = 16;

/** What an embedded page, video or sound is called; empty where the page does not say. */
export function embedTitle(tree: Tree, node: number): string {
  return cleanLabel(attribute(tree, node, ATTR.title) ?? attribute(tree, node, ATTR['aria-label']) ?? '', MAX_TITLE);
}

/** The web address of an embedded page, video or sound. */
export function embedAddress(tree: Tree, node: number, base: string | undefined): string | undefined {
  if (!EMBEDS.has(tree.kind[node])) return undefined;
  for (const name of [ATTR.src, ATTR['data-src'], ATTR['data-lazy-src']]) {
    const address = attribute(tree, node, name);
    if (address === undefined || address === '' || address.startsWith('about:')) continue;
    const safe = safeImage(address, base);
    if (safe !== undefined) return safe;
  }
  let looked = 0;
  for (let child = node + 1; child < tree.last[node] && looked < MAX_SOURCES; child = tree.last[child], looked++) {
    if (tree.kind[child] !== SOURCE) continue;
    const safe = safeImage(attribute(tree, child, ATTR.src) ?? '', base);
    if (safe !== undefined) return safe;
  }
  return undefined;
}
