import type { Rule } from '../../../types.ts';

/**
 * Google's tag manager, Analytics in all its generations, conversion and floodlight tags, and the plugins that
 * write them.
 */
export const GOOGLE_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'gtm4wp/data',
    category: 'tracker',
    match: [
      { inlineScript: 'gtm4wp_datalayer_name' },
      { inlineScript: 'dataLayer_content' },
      { inlineScript: 'gtm4wp_use_sku_instead' },
      { inlineScript: 'gtm4wp_currency' },
    ],
  },
  {
    id: 'gtm/loader',
    category: 'tracker',
    match: [
      { host: 'googletagmanager.com', path: '/gtm.js', tag: 'script' },
      { inlineScript: 'gtm.start' },
      { inlineScript: 'google_tag_manager' },
    ],
  },
  { id: 'gtm/noscript', category: 'tracker', match: { host: 'googletagmanager.com', path: '/ns.html', tag: 'iframe' } },
  { id: 'gtm/data-layer', category: 'tracker', match: { inlineScript: 'dataLayer' } },
  { id: 'gtm/comment', category: 'tracker', match: [{ comment: 'Google Tag Manager' }, { comment: 'GTM Container' }] },
  {
    id: 'gtag/loader',
    category: 'tracker',
    match: [{ host: 'googletagmanager.com', path: '/gtag/', tag: 'script' }, { inlineScript: 'gtag' }],
  },
  {
    id: 'gtag/comment',
    category: 'tracker',
    match: [{ comment: 'Global site tag (gtag.js)' }, { comment: 'Google tag (gtag.js)' }],
  },
  { id: 'amp/analytics', category: 'tracker', match: { selector: 'amp-analytics' } },
  {
    id: 'google-analytics/loader',
    category: 'tracker',
    match: [
      { host: 'google-analytics.com', path: '/analytics.js', tag: 'script' },
      { host: 'google-analytics.com', path: '/plugins', tag: 'script' },
      { inlineScript: 'GoogleAnalyticsObject' },
      { inlineScript: "ga('" },
      { inlineScript: 'ga("' },
      { inlineScript: 'ga.q' },
    ],
  },
  {
    id: 'google-analytics/classic',
    category: 'tracker',
    match: [
      { host: 'google-analytics.com', path: '/ga.js', tag: 'script' },
      { host: 'google-analytics.com', path: '/urchin.js', tag: 'script' },
      { inlineScript: '_gaq' },
      { inlineScript: '_gat' },
      { inlineScript: '_gat._getTracker' },
      { inlineScript: 'pageTracker' },
      { inlineScript: 'urchinTracker' },
      { inlineScript: '_uacct' },
      { inlineScript: 'gaJsHost' },
    ],
  },
  { id: 'google-analytics/pixel', category: 'tracker', match: { host: 'google-analytics.com', tag: 'img' } },
  { id: 'google-analytics/comment', category: 'tracker', match: { comment: 'Google Analytics' } },
  {
    id: 'monsterinsights/loader',
    category: 'tracker',
    match: [
      { inlineScript: '__gaTracker' },
      { inlineScript: '__gtagTracker' },
      { inlineScript: 'mi_track_user' },
      { inlineScript: 'mi_version' },
      { inlineScript: 'monsterinsights_frontend' },
      { inlineScript: 'MonsterInsightsDualTracker' },
      { inlineScript: 'MonsterInsightsDefaultLocations' },
    ],
  },
  {
    id: 'monsterinsights/comment',
    category: 'tracker',
    match: [{ comment: 'MonsterInsights' }, { comment: 'ExactMetrics' }],
  },
  {
    id: 'site-kit/data',
    category: 'tracker',
    match: [
      { inlineScript: '_googlesitekit' },
      { inlineScript: '_googlesitekitConsentCategoryMap' },
      { inlineScript: '_googlesitekitConsents' },
    ],
  },
  { id: 'site-kit/comment', category: 'tracker', match: { comment: 'added by Site Kit' } },
  {
    id: 'google-optimize/loader',
    category: 'tracker',
    match: [
      { host: 'googleoptimize.com', tag: 'script' },
      { host: 'www.google-analytics.com', path: '/cx/api.js', tag: 'script' },
      { inlineStyle: '.async-hide' },
    ],
  },
  {
    id: 'google-ads/conversion',
    category: 'tracker',
    match: [
      { host: 'googleadservices.com', path: '/pagead/conversion', tag: 'script' },
      { inlineScript: 'google_conversion_id' },
      { inlineScript: 'google_conversion_label' },
      { inlineScript: 'google_remarketing_only' },
      { inlineScript: 'google_custom_params' },
      { inlineScript: 'google_trackConversion' },
      { inlineScript: 'gtag_report_conversion' },
    ],
  },
  {
    id: 'google-ads/pixel',
    category: 'tracker',
    match: [
      { host: 'googleadservices.com', path: '/pagead', tag: 'img' },
      { host: 'googleads.g.doubleclick.net', path: '/pagead', tag: 'img' },
      { host: 'www.google.com', path: '/pagead/1p-user-list', tag: 'img' },
      { host: 'www.google.com', path: '/pagead/1p-conversion', tag: 'img' },
    ],
  },
  {
    id: 'cloudflare/insights',
    category: 'tracker',
    match: [
      { host: 'static.cloudflareinsights.com', tag: 'script' },
      { attr: 'data-cf-beacon', tag: 'script' },
      { inlineScript: '__cfBeacon' },
    ],
  },
  { id: 'cloudflare/challenge', category: 'tracker', match: { inlineScript: '__CF$cv$params' } },
  {
    id: 'cloudflare/zaraz',
    category: 'tracker',
    match: [{ attr: 'src', value: '/cdn-cgi/zaraz/*', tag: 'script' }, { inlineScript: 'zaraz' }],
  },
];
