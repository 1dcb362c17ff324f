import type { Rule } from '../../../types.ts';

/** Conversion and retargeting pixels of social networks and advertisers. */
export const PIXELS_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'facebook-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'connect.facebook.net', path: '/en_US/fbevents.js', tag: 'script' },
      { host: 'connect.facebook.net', path: '/signals/', tag: 'script' },
      { address: '/fbevents.js', tag: 'script' },
      { inlineScript: 'fbq' },
      { inlineScript: '_fbq' },
      { inlineScript: '_fbds' },
    ],
  },
  { id: 'facebook-pixel/noscript', category: 'tracker', match: { host: 'facebook.com', path: '/tr', tag: 'img' } },
  {
    id: 'facebook-pixel/comment',
    category: 'tracker',
    match: [{ comment: 'Facebook Pixel' }, { comment: 'Meta Pixel' }, { comment: 'Facebook Conversion' }],
  },
  {
    id: 'pixelyoursite/data',
    category: 'tracker',
    match: [{ inlineScript: 'pysOptions' }, { inlineScript: 'pysWooProductData' }, { inlineScript: 'PYSIds' }],
  },
  {
    id: 'linkedin-insight/loader',
    category: 'tracker',
    match: [
      { host: 'snap.licdn.com', tag: 'script' },
      { inlineScript: '_linkedin_partner_id' },
      { inlineScript: '_linkedin_data_partner_ids' },
      { inlineScript: '_linkedin_data_partner_id' },
      { inlineScript: 'lintrk' },
    ],
  },
  {
    id: 'linkedin-insight/pixel',
    category: 'tracker',
    match: [
      { host: 'px.ads.linkedin.com', tag: 'img' },
      { host: 'dc.ads.linkedin.com', tag: 'img' },
      { host: 'www.linkedin.com', path: '/px', tag: 'img' },
    ],
  },
  {
    id: 'tiktok-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'analytics.tiktok.com', tag: 'script' },
      { inlineScript: 'ttq' },
      { inlineScript: 'TiktokAnalyticsObject' },
    ],
  },
  {
    id: 'pinterest-tag/loader',
    category: 'tracker',
    match: [
      { host: 's.pinimg.com', path: '/ct/', tag: 'script' },
      { host: 'ct.pinterest.com', tag: 'script' },
      { inlineScript: 'pintrk' },
    ],
  },
  { id: 'pinterest-tag/pixel', category: 'tracker', match: { host: 'ct.pinterest.com', tag: 'img' } },
  {
    id: 'snap-pixel/loader',
    category: 'tracker',
    match: [{ host: 'sc-static.net', path: '/scevent', tag: 'script' }, { inlineScript: 'snaptr' }],
  },
  {
    id: 'snap-pixel/frame',
    category: 'tracker',
    match: [
      { host: 'tr.snapchat.com', tag: 'iframe' },
      { host: 'tr.snapchat.com', tag: 'img' },
    ],
  },
  {
    id: 'x-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'static.ads-twitter.com', tag: 'script' },
      { inlineScript: 'twq' },
      { inlineScript: 'twttr.conversion.trackPid' },
    ],
  },
  {
    id: 'x-pixel/pixel',
    category: 'tracker',
    match: [
      { host: 't.co', path: '/i/adsct', tag: 'img' },
      { host: 't.co', path: '/1/i/adsct', tag: 'img' },
      { host: 'analytics.twitter.com', tag: 'img' },
      { host: 'analytics.x.com', tag: 'img' },
    ],
  },
  {
    id: 'reddit-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'redditstatic.com', path: '/ads/', tag: 'script' },
      { inlineScript: "rdt('" },
      { inlineScript: 'rdt("' },
      { inlineScript: 'redditstatic.com/ads' },
    ],
  },
  { id: 'reddit-pixel/pixel', category: 'tracker', match: { host: 'alb.reddit.com', tag: 'img' } },
  {
    id: 'quora-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'a.quora.com', tag: 'script' },
      { inlineScript: "qp('" },
      { inlineScript: 'qp("' },
      { inlineScript: 'quora.com/qevents' },
    ],
  },
  { id: 'quora-pixel/pixel', category: 'tracker', match: { host: 'q.quora.com', tag: 'img' } },
  {
    id: 'nextdoor-pixel/loader',
    category: 'tracker',
    match: [
      { host: 'ads.nextdoor.com', tag: 'script' },
      { inlineScript: "ndp('" },
      { inlineScript: 'nextdoor.com/public' },
    ],
  },
  { id: 'nextdoor-pixel/pixel', category: 'tracker', match: { host: 'flask.nextdoor.com', tag: 'img' } },
  {
    id: 'spotify-pixel/loader',
    category: 'tracker',
    match: [{ host: 'pixel.byspotify.com', tag: 'script' }, { inlineScript: 'spdt' }],
  },
  {
    id: 'bing-uet/loader',
    category: 'tracker',
    match: [{ host: 'bat.bing.com', tag: 'script' }, { inlineScript: 'uetq' }],
  },
  {
    id: 'bing-uet/pixel',
    category: 'tracker',
    match: [
      { host: 'bat.bing.com', tag: 'img' },
      { host: 'bat.bing.net', tag: 'img' },
    ],
  },
  { id: 'taboola-pixel/loader', category: 'tracker', match: { inlineScript: '_tfa' } },
  {
    id: 'yahoo-dot/loader',
    category: 'tracker',
    match: [{ host: 's.yimg.com', path: '/wi/', tag: 'script' }, { inlineScript: 'dotq' }],
  },
  {
    id: 'adroll/loader',
    category: 'tracker',
    match: [
      { host: 's.adroll.com', tag: 'script' },
      { inlineScript: 'adroll_adv_id' },
      { inlineScript: 'adroll_pix_id' },
      { inlineScript: '__adroll' },
    ],
  },
  {
    id: 'amazon-pixel/loader',
    category: 'tracker',
    match: [
      { inlineScript: "amzn('" },
      { inlineScript: 'amzn("' },
      { inlineScript: 'amzn_assoc_utils' },
      { host: 's.amazon-adsystem.com', tag: 'iframe' },
      { host: 's.amazon-adsystem.com', tag: 'img' },
      { host: 'fls-na.amazon.com', tag: 'img' },
      { host: 'fls-eu.amazon.com', tag: 'img' },
    ],
  },
  {
    id: 'impact/tag',
    category: 'tracker',
    match: [
      { host: 'd.impactradius-event.com', tag: 'script' },
      { host: 'utt.impactcdn.com', tag: 'script' },
      { inlineScript: "ire('" },
      { inlineScript: 'impactcdn.com' },
    ],
  },
  {
    id: 'steelhouse/pixel',
    category: 'tracker',
    match: [
      { host: 'dx.mountain.com', tag: 'script' },
      { host: 'px.mountain.com', tag: 'script' },
    ],
  },
  {
    id: 'channeladvisor/tag',
    category: 'tracker',
    match: [
      { host: 't.channeladvisor.com', tag: 'script' },
      { host: 'tracking2.channeladvisor.com', tag: 'script' },
    ],
  },
  {
    id: 'podscribe/tag',
    category: 'tracker',
    match: [{ host: 'd34r8q7sht0t9k.cloudfront.net', tag: 'script' }, { inlineScript: 'podscribe' }],
  },
  {
    id: 'clickcease/loader',
    category: 'tracker',
    match: [
      { host: 'www.clickcease.com', tag: 'script' },
      { host: 'monitor.clickcease.com', tag: 'img' },
      { comment: 'ClickCease' },
    ],
  },
  {
    id: 'tvsquared/loader',
    category: 'tracker',
    match: [{ host: 'tvsquared.com', tag: 'script' }, { inlineScript: '_tvq' }],
  },
];
