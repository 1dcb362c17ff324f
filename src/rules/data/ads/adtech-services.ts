import type { Rule } from '../../../types.ts';

/** Services around the auction (price floors, creative checks, layout loaders) and smaller sellers of ad space. */
export const ADTECH_SERVICE_RULES: readonly Rule[] = [
  {
    id: 'adtech/service',
    category: 'ad',
    match: [
      { host: 'floors.dev', tag: 'script' },
      { host: 'admetricspro.com', tag: 'script' },
      { host: 'script.ac', tag: 'script' },
      { host: 'pbstck.com', tag: 'script' },
      { host: 'relappro.com', tag: 'script' },
      { host: 'tynt.com', tag: 'script' },
      { host: 'unibots.in', tag: 'script' },
      { host: 'unibotscdn.com', tag: 'script' },
      { host: 'demand.supply', tag: 'script' },
      { host: 'kiosked.com', tag: 'script' },
      { host: 'stpd.cloud', tag: 'script' },
      { host: 'upgulpinon.com', tag: 'script' },
      { host: 'alwingulla.com', tag: 'script' },
    ],
  },
  {
    id: 'journey/loader',
    category: 'ad',
    match: [{ host: 'journeymv.com', tag: 'script' }],
  },
  {
    id: 'seedtag/code',
    category: 'ad',
    match: [
      { inlineScript: '_seedtagq' },
      { inlineScript: 'config.seedtag.com' },
      { class: 'seedtag-container' },
      { class: 'seedtag-*', holding: 'label' },
    ],
  },
  {
    id: 'adplugg/tag',
    category: 'ad',
    match: [{ class: 'adplugg-tag' }, { attr: 'data-adplugg-zone' }, { host: 'adplugg.com', tag: 'script' }],
  },
  {
    id: 'naver/glad',
    category: 'ad',
    match: [
      { inlineScript: 'gladsdk' },
      { host: 'ssl.pstatic.net', path: '/tveta/' },
      { id: 'gladBanner' },
      { class: 'ad_power_link' },
    ],
  },
  {
    id: 'imobile/code',
    category: 'ad',
    match: [{ inlineScript: 'adsbyimobile' }],
  },
  {
    id: 'japan/placeholder',
    category: 'ad',
    match: [
      { class: 'gn_delivery', holding: 'label' },
      { id: 'fluct-unit-*', holding: 'label' },
      { attr: 'data-cptid', holding: 'label' },
    ],
  },
  {
    id: 'adskeeper/zone',
    category: 'ad',
    match: [
      { class: 'ins-zone', tag: 'ins' },
      { class: 'ins-zone', holding: 'label' },
    ],
  },
  {
    id: 'exco/player',
    category: 'ad',
    match: [{ attr: 'data-exco-player' }, { class: 'exco-player', holding: 'label' }],
  },
  {
    id: 'aniview/player',
    category: 'ad',
    match: [
      { id: 'aniplayer', holding: 'label' },
      { id: 'aniplayer_*', holding: 'label' },
    ],
  },
  {
    id: 'adsense/ad-intents',
    category: 'ad',
    match: [{ class: 'google-anno-sc' }],
  },
  {
    id: 'yahoo/large-rectangle',
    category: 'ad',
    match: [
      { id: 'defaultLREC*', holding: 'label' },
      { class: 'ad-native-stream', holding: 'label' },
    ],
  },
  {
    id: 'smi2/unit',
    category: 'ad',
    match: [
      { selector: '[id^="unit_"]:has(> a[href^="https://smi2.ru"])' },
      { selector: '[id^="unit_"]:has(> a[href^="http://smi2.ru"])' },
    ],
  },
];
