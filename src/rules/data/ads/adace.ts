import type { Rule } from '../../../types.ts';

/** AdAce, a WordPress ad inserter: slots named after a PHP uniqid (13 hex digits), with one style sheet a slot. */
export const ADACE_RULES: readonly Rule[] = [
  {
    id: 'adace/media-block',
    category: 'ad',
    match: [{ inlineStyle: '.adace_*' }, { inlineStyle: '.adace-*' }],
  },
  {
    id: 'adace/slot',
    category: 'ad',
    match: [
      { class: 'adace-slot-wrapper' },
      { class: 'adace-slot' },
      { class: 'adace-slot-*' },
      { class: 'adace_ad_*' },
      { class: 'adace_adsense_*' },
      { class: 'adace-loader' },
      { class: 'adace-loader-*' },
      { class: 'adace-shoppable-*' },
      { class: 'adace-sponsor' },
    ],
  },
  {
    id: 'adace/hide-wrapper',
    category: 'ad',
    match: [{ class: 'adace-hide-on-*' }, { class: 'adace-align-*' }, { class: 'adace-disclaimer' }],
  },
  { id: 'adace/widget', category: 'ad', match: [{ class: 'widget_adace_ads_widget' }, { id: 'adace_ads_widget-*' }] },
  { id: 'adace/loader', category: 'ad', match: [{ inlineScript: 'adace_load_*' }, { inlineScript: 'adaceLoader' }] },
];
