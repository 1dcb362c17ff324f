import type { Rule } from '../../../types.ts';

/** AMP's ad elements, by their names and types. */
export const AMP_RULES: readonly Rule[] = [
  {
    id: 'amp/ad',
    category: 'ad',
    match: [{ selector: 'amp-ad' }],
  },
  {
    id: 'amp/embed',
    category: 'ad',
    match: [
      { attr: 'type', value: 'taboola', tag: 'amp-embed' },
      { attr: 'type', value: 'outbrain', tag: 'amp-embed' },
      { attr: 'type', value: 'mgid', tag: 'amp-embed' },
      { attr: 'type', value: 'revcontent', tag: 'amp-embed' },
      { attr: 'type', value: 'zergnet', tag: 'amp-embed' },
      { attr: 'type', value: 'dable', tag: 'amp-embed' },
      { attr: 'type', value: 'plista', tag: 'amp-embed' },
      { attr: 'type', value: 'smi2', tag: 'amp-embed' },
      { attr: 'type', value: 'jubna', tag: 'amp-embed' },
    ],
  },
  {
    id: 'amp/sticky',
    category: 'ad',
    match: [
      { selector: 'amp-sticky-ad' },
      { selector: 'amp-auto-ads' },
      { selector: 'amp-story-auto-ads' },
      { class: 'amp-ad-wrapper' },
      { class: 'amp-ad' },
      { class: 'amp-ad-*' },
      { class: 'amp-ads' },
      { class: 'amp_ad*' },
      { class: 'ampforwp-ad*' },
      { class: 'amp-sticky-ad*' },
      { class: 'amp-autoads' },
    ],
  },
  {
    id: 'amp/ad-script',
    category: 'ad',
    match: [
      { attr: 'custom-element', value: 'amp-ad', tag: 'script' },
      { attr: 'custom-element', value: 'amp-auto-ads', tag: 'script' },
      { attr: 'custom-element', value: 'amp-sticky-ad', tag: 'script' },
      { attr: 'custom-element', value: 'amp-fx-flying-carpet', tag: 'script' },
      { host: 'cdn.ampproject.org', path: '/v0/amp-ad' },
      { host: 'cdn.ampproject.org', path: '/v0/amp-sticky-ad' },
      { host: 'cdn.ampproject.org', path: '/v0/amp-auto-ads' },
    ],
  },
];
