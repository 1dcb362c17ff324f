import { ATTR } from '../tree/attributes.ts';
import { isBlock, TEXT, tag } from '../tree/tags.ts';
import { attribute, attributeIndex, type Tree, textData } from '../tree/tree.ts';
import { ID_PREFIXES, MAX_BACK_LINK } from './data/note-words.ts';

/** A link of few words to a place in the page that it stands in. */
export interface PageLink {
  readonly node: number;
  readonly words: string;
  /** The element that it goes to. */
  readonly target: number;
}

const A = tag('a');
/** Around a word or two, perhaps raised or in brackets of their own. */
const MAX_LINK_NODES = 9;
/** No page has so many that mean anything. */
const MAX_LINKS = 20_000;
/** Longer values of attributes are no names. */
export const MAX_NAME = 512;

/**
 * The short links to places in the page among what is kept, in order, up to some number. Linear in the page.
 *
 * @param base the page's own address, for links that name it before their "#".
 */
export function pageLinks(tree: Tree, keep: Uint8Array, base: string | undefined): PageLink[] {
  const { kind, last } = tree;
  const hash = base?.indexOf('#') ?? -1;
  const page = hash < 0 ? (base ?? '') : (base ?? '').slice(0, hash);
  const found: { readonly node: number; readonly words: string; readonly fragment: string }[] = [];
  const to = Math.min(keep.lastIndexOf(1) + 1, tree.count);
  for (
    let node = kind.indexOf(A);
    node >= 0 && node < to && found.length < MAX_LINKS;
    node = kind.indexOf(A, node + 1)
  ) {
    if (last[node] - node > MAX_LINK_NODES) continue;
    const fragment = fragmentOf(tree, node, page);
    if (fragment === undefined) continue;
    const words = shortWords(tree, node, keep);
    if (words !== '') found.push({ node, words, fragment });
  }
  if (found.length === 0) return [];
  const targets = targetsOf(tree, new Set(found.map(({ fragment }) => fragment)));
  const links: PageLink[] = [];
  for (const { node, words, fragment } of found) {
    const target = targets.get(fragment);
    if (target !== undefined) links.push({ node, words, target });
  }
  return links;
}

/** What follows "#" in a link to the page itself. */
function fragmentOf(tree: Tree, link: number, page: string): string | undefined {
  const { source, valueStart, valueEnd } = tree;
  const index = attributeIndex(tree, link, ATTR.href);
  if (index < 0 || valueEnd[index] - valueStart[index] > MAX_NAME) return undefined;
  const raw = source.slice(valueStart[index], valueEnd[index]);
  const at = raw.indexOf('#');
  if (at < 0 || at === raw.length - 1) return undefined;
  const href = (attribute(tree, link, ATTR.href) ?? '').trim();
  const hash = href.indexOf('#');
  const elsewhere = href.slice(0, hash);
  if (hash < 0 || (elsewhere !== '' && (elsewhere.length < 2 || !page.endsWith(elsewhere)))) return undefined;
  return decoded(href.slice(hash + 1));
}

/** The words of a link if they are few and stand in one line; empty otherwise. */
function shortWords(tree: Tree, link: number, keep: Uint8Array): string {
  const { kind, last, start, end } = tree;
  let words = '';
  for (let i = link + 1; i < last[link]; i++) {
    if (kind[i] !== TEXT) {
      if (isBlock(kind[i])) return '';
    } else if (keep[i] === 1) {
      if (end[i] - start[i] > MAX_BACK_LINK * 4) return '';
      words += textData(tree, i);
      if (words.length > MAX_BACK_LINK) return '';
    }
  }
  return words.trim();
}

/** The first element of each of these ids, or `<a>` of that name. */
function targetsOf(tree: Tree, wanted: ReadonlySet<string>): Map<string, number> {
  const { count, firstAttribute, attributeName, valueStart, valueEnd, kind } = tree;
  const targets = new Map<string, number>();
  const prefixes = ['', ...ID_PREFIXES];
  for (let node = 1; node < count; node++) {
    for (let index = firstAttribute[node]; index < firstAttribute[node + 1]; index++) {
      const name = attributeName[index];
      if (name !== ATTR.id && !(name === ATTR.name && kind[node] === A)) continue;
      if (valueEnd[index] - valueStart[index] > MAX_NAME) continue;
      const id = attribute(tree, node, name) ?? '';
      for (const prefix of prefixes) {
        const fragment = id.startsWith(prefix) ? id.slice(prefix.length) : '';
        if (wanted.has(fragment) && !targets.has(fragment)) targets.set(fragment, node);
      }
    }
  }
  return targets;
}

/** A fragment as ids are written: percent signs stand for bytes. */
function decoded(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
