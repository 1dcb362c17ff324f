import { tag } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';
import type { Category } from '../types.ts';
import { fieldsIn, holdsLandmark, type Outline, textIn } from './outline.ts';

const NEVER = new Set(['html', 'head', 'body', 'main'].map(tag));
const ARTICLE = tag('article');

/** Below this many units of text no share of the page says anything. */
const FEW_UNITS = 200;
/** The share of a page's text that a box of a category may hold; a consent layer can be longer than the page. */
const MAX_SHARE: Readonly<Partial<Record<Category, number>>> = { consent: 0.85 };
const MAX_SHARE_OTHERWISE = 0.3;
/** The same for an <article>, which says of itself that it is content. */
const MAX_SHARE_OF_ARTICLE = 0.1;

/** A sign-up or a comment box has fewer fields; what has more is a form that is the page's own, such as a registration. */
const MAX_FIELDS = 24;

/**
 * Whether an element may be removed for its class, id or attributes alone. Sites put `ad-free` or `has-ads` on `<body>`
 * or on the article: what holds a large share of the page's text, its h1 or its main part is never taken for an ad.
 */
export function mayGo(tree: Tree, about: Outline, node: number, kind: number, category: Category): boolean {
  if (NEVER.has(kind)) return false;
  if (category === 'widget' && fieldsIn(about, tree, node) > MAX_FIELDS) return false;
  const text = textIn(about, tree, node);
  if (text === 0) return true;
  if (holdsLandmark(about, tree, node) && category !== 'consent') return false;
  const share = text / about.textBefore[tree.count];
  if (kind === ARTICLE && text > FEW_UNITS && share > MAX_SHARE_OF_ARTICLE) return false;
  return text <= FEW_UNITS || share <= (MAX_SHARE[category] ?? MAX_SHARE_OTHERWISE);
}
