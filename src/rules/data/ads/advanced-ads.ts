import type { Rule } from '../../../types.ts';

/** Advanced Ads (WordPress). A site may choose another prefix; the plugin's data attributes stay the same. */
export const ADVANCED_ADS_RULES: readonly Rule[] = [
  {
    id: 'advanced-ads/slot',
    category: 'ad',
    match: [
      { class: 'advads-*' },
      { class: 'advads_*' },
      { class: 'advanced_ads_*' },
      { class: 'advanced-ads-*' },
      { id: 'advads-*' },
      { id: 'advads_*' },
      { id: 'advanced_ads_*' },
      { class: 'widget_advads_*' },
      { class: 'wp-block-advads-*' },
      { class: 'wp-block-advanced-ads-*' },
    ],
  },
  {
    id: 'advanced-ads/tracked',
    category: 'ad',
    match: [{ attr: 'data-advads-*' }, { selector: '[data-advads-trackid]' }],
  },
  {
    id: 'advanced-ads/code',
    category: 'ad',
    match: [
      { inlineScript: 'advanced_ads_ready' },
      { inlineScript: 'advanced_ads_ready_queue' },
      { inlineScript: 'advads_items' },
      { inlineScript: 'advads_*' },
      { inlineScript: 'advadsCfpQueue' },
      { inlineScript: 'advanced_ads_*' },
    ],
  },
];
