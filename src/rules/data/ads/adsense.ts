import type { Rule } from '../../../types.ts';

/** Google AdSense: units, auto ads, the push in inline code, the loaders of three generations. */
export const ADSENSE_RULES: readonly Rule[] = [
  {
    id: 'adsense/unit',
    category: 'ad',
    match: [
      { class: 'adsbygoogle' },
      { class: 'adsbygoogle-*' },
      { attr: 'data-ad-client', value: 'ca-*' },
      { attr: 'data-full-width-responsive', tag: 'ins' },
    ],
  },
  { id: 'adsense/push', category: 'ad', match: { inlineScript: 'adsbygoogle' } },
  {
    id: 'adsense/auto',
    category: 'ad',
    match: [
      { class: 'google-auto-placed' },
      { class: 'ap_container' },
      { class: 'google-auto-placed-*' },
      { inlineScript: 'enable_page_level_ads' },
    ],
  },
  {
    id: 'adsense/frame',
    category: 'ad',
    match: [{ id: 'aswift_*' }, { id: 'google_esf' }, { attr: 'name', value: 'aswift_*', tag: 'iframe' }],
  },
  {
    id: 'adsense/legacy-code',
    category: 'ad',
    match: [
      { inlineScript: 'google_ad_height' },

      { inlineScript: 'google_ad_client' },
      { inlineScript: 'google_ad_slot' },
      { inlineScript: 'google_ad_width' },
      { inlineScript: 'google_ad_format' },
      { inlineScript: 'google_color_border' },
    ],
  },
  { id: 'adsense/comment', category: 'ad', match: [{ comment: 'google_ad_client' }, { comment: 'google_ad_section' }] },
  {
    id: 'adsense/loader',
    category: 'ad',
    match: [{ host: 'pagead2.googlesyndication.com' }, { host: 'tpc.googlesyndication.com' }],
  },
  {
    id: 'adsense/search-ads',
    category: 'ad',
    match: [
      { inlineScript: '_googCsa' },
      { inlineScript: 'google.ads.search.Ads' },
      { host: 'www.google.com', path: '/adsense/', tag: 'script' },
      { id: 'afscontainer*' },
      { id: 'master-1', tag: 'iframe' },
    ],
  },
  {
    id: 'adsense/box',
    category: 'ad',
    match: [
      { class: 'adsense' },
      { class: 'adsense-*' },
      { class: 'google-adsense' },
      { class: 'google-adsense-*' },
      { class: 'googleadsense' },
      { class: 'google_adsense' },
      { class: 'google-ads' },
      { class: 'google-ad' },
      { class: 'googlead' },
      { class: 'googleads' },
      { class: 'google_ad' },
      { class: 'google_ads' },
      { class: 'adsense_*' },
      { class: 'in-article-adsense' },
      { id: 'adsense' },
      { id: 'adsense-*' },
      { id: 'adsense_*' },
      { id: 'google-ads' },
      { id: 'google_ads' },
      { id: 'google-ad' },
      { id: 'googlead' },
      { id: 'google-adsense' },
    ],
  },
  {
    id: 'adsense/account-meta',
    category: 'ad',
    match: { attr: 'name', value: 'google-adsense-account', tag: 'meta' },
  },
];
