import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import type { Holding } from '../types.ts';
import { hostOf } from './evidence.ts';
import { fieldsIn, type Outline, textIn } from './outline.ts';

const A = tag('a');
/** About the length of "Sponsored by" and a name, blanks aside. */
const LABEL_UNITS = 24;
/** A text ad is a headline and two sentences; what is longer is to be read. */
const TEXT_AD_UNITS = 400;
/** The links of a box with more nodes are not looked at, so that nested boxes cost little. */
const MAX_NODES = 200;

/**
 * Whether an element holds what a signature asks for: no text that is more than a label; a short text all of whose links
 * leave the site or say that they are paid for; at least one form field.
 */
export function isHolding(tree: Tree, about: Outline, node: number, what: Holding, ownHost: string): boolean {
  if (what === 'field') return fieldsIn(about, tree, node) > 0;
  const text = textIn(about, tree, node);
  if (what === 'label') return text <= LABEL_UNITS && fieldsIn(about, tree, node) === 0;
  return text <= TEXT_AD_UNITS && tree.last[node] - node <= MAX_NODES && holdsPaidLinks(tree, node, ownHost);
}

function holdsPaidLinks(tree: Tree, node: number, ownHost: string): boolean {
  let links = 0;
  for (let at = node; at < tree.last[node]; at++) {
    if (tree.kind[at] !== A) continue;
    const address = attribute(tree, at, ATTR.href);
    if (address === undefined) continue;
    if (!leaves(address, ownHost) && !isMarked(attribute(tree, at, ATTR.rel))) return false;
    links++;
  }
  return links > 0;
}

/** Whether an address leads to another site; never where the page's own host is not known. */
function leaves(address: string, ownHost: string): boolean {
  const host = hostOf(address.slice(0, 300));
  if (host === '' || ownHost === '') return false;
  const own = ownHost.startsWith('www.') ? ownHost.slice(4) : ownHost;
  const other = host.startsWith('www.') ? host.slice(4) : host;
  return own !== other && !other.endsWith(`.${own}`) && !own.endsWith(`.${other}`);
}

/** The values by which a link says that it is no recommendation of the page's (HTML Standard, link types; Google, 2019). */
function isMarked(rel: string | undefined): boolean {
  return rel !== undefined && /(?:^|\s)(?:sponsored|nofollow)(?:\s|$)/i.test(rel);
}
