import type { Rule } from '../../../types.ts';

/** Counters and helper scripts of WordPress and its plugins. */
export const WORDPRESS_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'jetpack-stats/loader',
    category: 'tracker',
    match: [
      { host: 'stats.wp.com', tag: 'script' },
      { host: 'stats.wordpress.com', tag: 'script' },
      { inlineScript: '_stq' },
      { inlineScript: '_tkq' },
      { inlineScript: 'st_go' },
      { inlineScript: 'linktracker_init' },
      { inlineScript: 'ex_go' },
    ],
  },
  {
    id: 'jetpack-stats/pixel',
    category: 'tracker',
    match: [{ host: 'pixel.wp.com', tag: 'img' }, { host: 'stats.wordpress.com', tag: 'img' }, { id: 'wpstats' }],
  },
  {
    id: 'wp-emoji/script',
    category: 'tracker',
    match: [
      { inlineScript: '_wpemojiSettings' },
      { inlineScript: 'wpEmojiSettingsSupports' },
      { id: 'wp-emoji-settings' },
    ],
  },
  {
    id: 'wp-emoji/style',
    category: 'tracker',
    match: [{ inlineStyle: '.wp-smiley' }, { id: 'wp-emoji-styles-inline-css' }],
  },
  {
    id: 'wp-statistics/tracker',
    category: 'tracker',
    match: [{ inlineScript: 'WP_Statistics_Tracker_Object' }, { inlineScript: 'WP_Statistics_http' }],
  },
  {
    id: 'slimstat/tracker',
    category: 'tracker',
    match: [{ inlineScript: 'SlimStatParams' }, { host: 'cdn.jsdelivr.net', path: '/wp/wp-slimstat', tag: 'script' }],
  },
  {
    id: 'burst/tracker',
    category: 'tracker',
    match: [{ id: 'burst-js-extra' }, { id: 'burst-js' }, { id: 'burst-timeme-js' }],
  },
  { id: 'koko/tracker', category: 'tracker', match: { inlineScript: 'koko_analytics' } },
  {
    id: 'independent-analytics/tracker',
    category: 'tracker',
    match: [{ inlineScript: 'iawp' }, { inlineScript: 'iawpClickData' }],
  },
  {
    id: 'wordfence/logger',
    category: 'tracker',
    match: [{ inlineScript: 'wordfence_logHuman' }, { inlineScript: 'wfLogHumanRan' }],
  },
  {
    id: 'post-views/counter',
    category: 'tracker',
    match: [
      { inlineScript: 'tptn_tracker' },
      { inlineScript: 'ajax_tptn_tracker' },
      { inlineScript: 'pvcArgsFrontend' },
      { inlineScript: 'viewsCacheL10n' },
      { inlineScript: 'wpp_params' },
    ],
  },
  {
    id: 'cleantalk/script',
    category: 'tracker',
    match: [
      { host: 'fd.cleantalk.org', tag: 'script' },
      { host: 'moderate.cleantalk.org', tag: 'script' },
      { inlineScript: 'ctPublicFunctions' },
      { inlineScript: 'ctPublic' },
      { inlineScript: 'ctNocache' },
    ],
  },
  {
    id: 'woocommerce-ga/data',
    category: 'tracker',
    match: [{ inlineScript: 'wc_ga_pro' }, { inlineScript: 'wcgai' }, { inlineScript: 'ga4w' }],
  },
];
