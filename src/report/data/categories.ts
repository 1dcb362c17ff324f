import type { Category } from '../../types.ts';

/** What each category means, for a reader of a report. */
export const CATEGORY_MEANINGS: Readonly<Record<Category, string>> = {
  ad: 'ad slots, ad loaders, sponsored and affiliate boxes',
  tracker: 'analytics, pixels, tag managers',
  consent: 'cookie and privacy banners',
  widget: 'share bars, related links, newsletter boxes, comment loaders',
  label: 'lines such as “Advertisement”',
  promo: 'lines such as “The post … appeared first on …”',
  style: 'leaked CSS that no ad rule knows',
  script: 'leaked JavaScript that no ad rule knows',
  data: 'leaked JSON, serialised state, markup',
};
