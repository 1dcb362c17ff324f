import { ARTICLE_TYPES } from './data/meta-keys.ts';
import { type LdObject, list, property, textOf, urlOf } from './json-ld.ts';
import { firstMeta } from './meta-tags.ts';
import type { Page } from './page.ts';
import { namesPiece, pathOf } from './url-evidence.ts';
import { httpAddress, letters } from './value.ts';

/** What speaks for and against one dated piece by somebody being on the page. */
export interface Piece {
  /** The JSON-LD of the page's piece, the most fitting first; empty where it only lists pieces. */
  readonly articles: readonly LdObject[];
  readonly postings: readonly LdObject[];
  /** Whether the page says that it is an article, a post or a thread. */
  readonly stated: boolean;
  /** Whether it says, or its address does, that it is a start page, a list or a product. */
  readonly denied: boolean;
}

const ARTICLES = new Set(ARTICLE_TYPES);

/** An address without what changes from visit to visit. */
function place(address: URL | undefined): string {
  if (address === undefined) return '';
  const { hostname, pathname } = address;
  return hostname.replace(/^www\./, '') + (pathname.endsWith('/') ? pathname.slice(0, -1) : pathname);
}

/** Whether an address is a site's start page. */
function isStartPage(address: URL | undefined): boolean {
  if (address === undefined) return false;
  const { pathname, search } = address;
  const bare = pathname === '/' || /^\/(?:index\.[a-z]{3,5}|[a-z]{2}(?:-[a-z]{2})?\/?)$/i.test(pathname);
  // Forums without rewritten addresses: /?/topic/123, /?p=123 of WordPress.
  return bare && !search.startsWith('?/') && !/[?&](?:p|page_id|id|story)=\d/.test(search);
}

/** Of several described pieces, the ones that bear the page's title or address. */
function mainFirst(objects: readonly LdObject[], page: Page, title: string | undefined): readonly LdObject[] {
  if (objects.length < 2) return objects;
  const own = new Set([place(page.address), place(httpAddress(page.found.links.get('canonical') ?? '', page.base))]);
  own.delete('');
  const named = letters(title ?? '');
  const fits = (object: LdObject): boolean => {
    const headline = letters(textOf(property(object, 'headline')) || textOf(property(object, 'name')));
    if (
      headline !== '' &&
      named !== '' &&
      (headline === named || headline.includes(named) || named.includes(headline))
    ) {
      return true;
    }
    for (const key of ['mainEntityOfPage', 'url', '@id']) {
      if (own.has(place(httpAddress(urlOf(list(property(object, key))[0], page.data), page.base)))) return true;
    }
    return false;
  };
  const fitting = objects.filter(fits);
  if (fitting.length > 0) return fitting;
  return objects.length > 3 ? [] : objects;
}

export function readPiece(page: Page, title: string | undefined): Piece {
  const { data, found } = page;
  const articles = mainFirst(data.articles.length > 0 ? data.articles : data.weakArticles, page, title);
  const postings = mainFirst(data.postings, page, title);
  const type = firstMeta(found.meta, 'type')?.value.toLowerCase() ?? '';
  const stated =
    (articles.length > 0 && data.articles.length > 0) ||
    postings.length > 0 ||
    ARTICLES.has(type) ||
    found.meta.has('article:published_time') ||
    found.meta.has('citation_title') ||
    namesPiece(pathOf(page.address));
  const sold = data.products.length > 0 || type.startsWith('product') || type.startsWith('og:product');
  return {
    articles,
    postings,
    stated,
    denied: isStartPage(page.address) || (sold && !stated),
  };
}
