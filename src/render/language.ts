import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';

const BODY = tag('body');
const HTML = tag('html');

/** An element's own writing direction: `ltr`, `rtl`, `auto`, or empty for none. */
export function ownDirection(tree: Tree, node: number): string {
  const value = attribute(tree, node, ATTR.dir)?.toLowerCase();
  return value === 'rtl' || value === 'ltr' || value === 'auto' ? value : '';
}

/** An element's own language as a BCP 47 tag, or empty for none. */
export function ownLanguage(tree: Tree, node: number): string {
  const value = attribute(tree, node, ATTR.lang);
  return value !== undefined && value.length <= 35 && isLanguageTag(value) ? value : '';
}

/** What the page's body or root says of its language, or empty. */
export function pageLanguage(tree: Tree): string {
  for (const kind of [BODY, HTML]) {
    const node = tree.kind.indexOf(kind, 1);
    const language = node > 0 && node < tree.count ? ownLanguage(tree, node) : '';
    if (language !== '') return language;
  }
  return '';
}

/** Subtags of one to eight letters and digits, the first of letters alone. */
function isLanguageTag(value: string): boolean {
  const subtags = value.split('-');
  return /^[a-zA-Z]{2,8}$/.test(subtags[0]) && subtags.slice(1).every((subtag) => /^[a-zA-Z0-9]{1,8}$/.test(subtag));
}

/** Both as attributes, as far as they differ from what is so already. Left to right is what a page without any is. */
export function languageAttributes(direction: string, language: string, around: Surroundings): string {
  let written = '';
  if (direction !== '' && direction !== (around.direction || 'ltr')) written += ` dir="${direction}"`;
  if (language !== '' && language !== around.language) written += ` lang="${language}"`;
  return written;
}

export interface Surroundings {
  readonly direction: string;
  readonly language: string;
}
