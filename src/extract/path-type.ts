import type { PageType } from '../types.ts';

/** Words in a URL's path that tell a page's type; the first that stands there decides. */
const PATH_WORDS: readonly (readonly [type: PageType, words: RegExp])[] = [
  [
    'forum',
    /(?:^|[/.])(?:forums?|community|threads?|topics?|viewtopic|showthread|questions|discussions?|t)(?:[/.?-]|$)/,
  ],
  ['documentation', /(?:^|[/.])(?:docs?|documentation|reference|manual|api|guide|man|learn)(?:[/.?]|$)/],
  ['product', /\/(?:products?|item|dp|p|itm|pd|shop\/[^/]+\/[^/]+)\//],
  ['collection', /\/(?:collections?|category|categories|c|shop|browse|departments?)(?:\/|$)/],
  ['listing', /\/(?:tags?|topics|archive|search|authors?|latest|directory)(?:\/|$)/],
  ['article', /\/(?:blog|news|articles?|story|stories|posts?|\d{4}\/\d{2})\//],
  ['service', /\/(?:services?|solutions?|features?|pricing|about|platform)(?:\/|\.|$)/],
];

/** What `pathType` can say, in an order that the model knows. */
export const PATH_TYPES: readonly (PageType | undefined)[] = [undefined, ...PATH_WORDS.map(([type]) => type)];

/** A URL is looked at up to this length. */
const MAX_URL = 2000;

/** What the words of a URL's path say of the page's type: undefined where nothing. */
export function pathType(url: string | undefined): PageType | undefined {
  if (url === undefined) return undefined;
  const path = url
    .slice(0, MAX_URL)
    .replace(/^[a-z]+:\/\//i, '')
    .toLowerCase();
  for (const [type, words] of PATH_WORDS) if (words.test(path)) return type;
  return undefined;
}
