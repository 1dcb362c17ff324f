import type { Rule } from '../../../types.ts';

/** E-mail and sales automation that watches visitors: tracking codes, not the forms (those are widgets). */
export const MARKETING_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'hubspot/loader',
    category: 'tracker',
    match: [
      { host: 'js.hs-scripts.com', tag: 'script' },
      { host: 'js-na1.hs-scripts.com', tag: 'script' },
      { host: 'js-na2.hs-scripts.com', tag: 'script' },
      { host: 'js-eu1.hs-scripts.com', tag: 'script' },
      { host: 'hs-scripts.com', tag: 'script' },
      { host: 'js.hs-analytics.net', tag: 'script' },
      { host: 'js.hsadspixel.net', tag: 'script' },
      { host: 'js.hscollectedforms.net', tag: 'script' },
      { host: 'hubspotonwebflow.com', tag: 'script' },
      { id: 'hs-script-loader' },
      { id: 'hs-analytics' },
      { inlineScript: '_hsq' },
      { inlineScript: 'hsVars' },
      { inlineScript: '_hsp' },
      { inlineScript: 'hs_RequestParams' },
    ],
  },
  {
    id: 'hubspot/comment',
    category: 'tracker',
    match: [
      { comment: 'HubSpot Embed Code' },
      { comment: 'HubSpot Analytics Code' },
      { comment: 'HubSpot performance collection' },
    ],
  },
  {
    id: 'klaviyo/loader',
    category: 'tracker',
    match: [
      { host: 'static.klaviyo.com', tag: 'script' },
      { host: 'a.klaviyo.com', tag: 'script' },
      { host: 'static-tracking.klaviyo.com', tag: 'script' },
      { host: 'www.klaviyo.com', path: '/media/js', tag: 'script' },
      { inlineScript: '_learnq' },
      { inlineScript: 'klaviyo' },
      { inlineScript: '_klOnsite' },
    ],
  },
  {
    id: 'marketo/munchkin',
    category: 'tracker',
    match: [
      { host: 'munchkin.marketo.net', tag: 'script' },
      { inlineScript: 'Munchkin' },
      { inlineScript: 'Munchkin.init' },
      { inlineScript: 'mktoMunchkin' },
    ],
  },
  {
    id: 'pardot/loader',
    category: 'tracker',
    match: [
      { host: 'pi.pardot.com', tag: 'script' },
      { inlineScript: 'piAId' },
      { inlineScript: 'piCId' },
      { inlineScript: 'piHostname' },
    ],
  },
  {
    id: 'eloqua/loader',
    category: 'tracker',
    match: [
      { host: 'en25.com', tag: 'script' },
      { host: 'eloqua.com', tag: 'script' },
      { inlineScript: '_elqQ' },
      { inlineScript: 'elqSiteId' },
      { host: 'eloqua.com', path: '/visitor', tag: 'img' },
    ],
  },
  {
    id: 'activecampaign/tracking',
    category: 'tracker',
    match: [
      { host: 'diffuser-cdn.app-us1.com', tag: 'script' },
      { host: 'trackcmp.net', tag: 'script' },
      { host: 'trackcmp.net', tag: 'img' },
      { inlineScript: 'visitorGlobalObjectAlias' },
      { inlineScript: "vgo('" },
      { inlineScript: 'vgo("' },
      { inlineScript: 'trackcmp_email' },
    ],
  },
  {
    id: 'mailchimp/tracking',
    category: 'tracker',
    match: [{ host: 'chimpstatic.com', tag: 'script' }, { id: 'mcjs' }],
  },
  {
    id: 'drip/loader',
    category: 'tracker',
    match: [
      { host: 'tag.getdrip.com', tag: 'script' },
      { host: 'api.getdrip.com', tag: 'script' },
      { inlineScript: '_dcq' },
      { inlineScript: '_dcs' },
      { inlineScript: '_dcfg' },
    ],
  },
  {
    id: 'salesforce-mc/collect',
    category: 'tracker',
    match: [{ host: 'igodigital.com', tag: 'script' }, { inlineScript: '_etmc' }],
  },
  {
    id: 'sailthru/loader',
    category: 'tracker',
    match: [
      { host: 'ak.sail-horizon.com', tag: 'script' },
      { inlineScript: 'Sailthru' },
      { inlineScript: 'Sailthru.init' },
    ],
  },
  {
    id: 'braze/loader',
    category: 'tracker',
    match: [
      { host: 'js.appboycdn.com', tag: 'script' },
      { inlineScript: 'appboy' },
      { inlineScript: 'braze.initialize' },
      { inlineScript: 'braze.openSession' },
    ],
  },
  {
    id: 'customerio/loader',
    category: 'tracker',
    match: [
      { host: 'assets.customer.io', tag: 'script' },
      { host: 'customerioforms.com', tag: 'script' },
      { inlineScript: '_cio' },
    ],
  },
  {
    id: 'iterable/loader',
    category: 'tracker',
    match: [{ host: 'js.iterable.com', tag: 'script' }, { inlineScript: '_iaq' }],
  },
  {
    id: 'listrak/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.listrakbi.com', tag: 'script' },
      { host: 's1.listrakbi.com', tag: 'script' },
      { inlineScript: '_ltk' },
      { inlineScript: '_ltk_util' },
    ],
  },
  {
    id: 'attentive/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.attn.tv', tag: 'script' },
      { inlineScript: '__attentive' },
      { inlineScript: '__attentive_domain' },
    ],
  },
  { id: 'postscript/loader', category: 'tracker', match: { host: 'sdk.postscript.io', tag: 'script' } },
  {
    id: 'omnisend/loader',
    category: 'tracker',
    match: [
      { host: 'omnisnippet1.com', tag: 'script' },
      { host: 'omnisrc.com', tag: 'script' },
      { host: 'omnisend.com', tag: 'script' },
      { inlineScript: 'omnisend' },
      { inlineScript: '_omnisend' },
    ],
  },
  {
    id: 'brevo/tracker',
    category: 'tracker',
    match: [
      { host: 'sibautomation.com', tag: 'script' },
      { host: 'cdn.brevo.com', tag: 'script' },
      { inlineScript: 'sendinblue' },
      { inlineScript: 'Brevo.push' },
    ],
  },
  {
    id: 'emarsys/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.scarabresearch.com', tag: 'script' },
      { host: 'recommender.scarabresearch.com', tag: 'script' },
      { inlineScript: 'ScarabQueue' },
    ],
  },
  {
    id: 'dotdigital/loader',
    category: 'tracker',
    match: [
      { host: 'trackedlink.net', tag: 'script' },
      { host: 'static.trackedweb.net', tag: 'script' },
      { inlineScript: '_dmTrack' },
      { inlineScript: 'dmPt' },
    ],
  },
  {
    id: 'bronto/loader',
    category: 'tracker',
    match: [{ host: 'p.bm23.com', tag: 'script' }, { inlineScript: 'bta.setSiteId' }, { inlineScript: 'bta.setHost' }],
  },
  {
    id: 'exponea/loader',
    category: 'tracker',
    match: [{ host: 'api.exponea.com', tag: 'script' }, { inlineScript: 'exponea' }],
  },
  {
    id: 'act-on/loader',
    category: 'tracker',
    match: [
      { host: 'actonservice.com', tag: 'script' },
      { inlineScript: 'aoProfileID' },
      { inlineScript: 'actOnBeacon' },
    ],
  },
  {
    id: 'sharpspring/loader',
    category: 'tracker',
    match: [{ host: 'marketingautomation.services', tag: 'script' }, { inlineScript: '_ss.push' }],
  },
  {
    id: 'ontraport/loader',
    category: 'tracker',
    match: [
      { host: 'optassets.ontraport.com', tag: 'script' },
      { inlineScript: '_mri' },
      { inlineScript: 'opfAddTracking' },
    ],
  },
  {
    id: 'keap/loader',
    category: 'tracker',
    match: [
      { host: 'infusionsoft.com', path: '/app/webTracking', tag: 'script' },
      { host: 'infusionsoft.app', path: '/app/webTracking', tag: 'script' },
    ],
  },
  {
    id: 'callrail/loader',
    category: 'tracker',
    match: [{ host: 'cdn.callrail.com', tag: 'script' }, { inlineScript: 'CallTrk' }],
  },
  {
    id: 'calltrackingmetrics/loader',
    category: 'tracker',
    match: [{ host: 'tctm.co', tag: 'script' }, { host: 'tctm.xyz', tag: 'script' }, { inlineScript: '__ctm' }],
  },
  {
    id: 'infinity/loader',
    category: 'tracker',
    match: [{ host: 'ict.infinity-tracking.net', tag: 'script' }, { inlineScript: '_ictt' }],
  },
  {
    id: 'whatconverts/loader',
    category: 'tracker',
    match: [
      { host: 's.ksrndkehqnwntyxlhgto.com', tag: 'script' },
      { inlineScript: '$wc_leads' },
      { inlineScript: '$wc_load' },
    ],
  },
  {
    id: 'appsflyer/loader',
    category: 'tracker',
    match: [
      { host: 'websdk.appsflyer.com', tag: 'script' },
      { host: 'onelinksmartscript.appsflyer.com', tag: 'script' },
      { inlineScript: 'AppsFlyerSdkObject' },
      { inlineScript: "AF('" },
      { inlineScript: 'AF("' },
    ],
  },
  {
    id: 'branch/loader',
    category: 'tracker',
    match: [{ host: 'cdn.branch.io', tag: 'script' }, { inlineScript: 'branch.init' }],
  },
  {
    id: 'adjust/loader',
    category: 'tracker',
    match: [{ host: 'cdn.adjust.com', tag: 'script' }, { inlineScript: 'Adjust.initSdk' }],
  },
  {
    id: 'friendbuy/loader',
    category: 'tracker',
    match: [
      { host: 'static.fbot.me', tag: 'script' },
      { host: 'djnf6e5yyirys.cloudfront.net', tag: 'script' },
      { inlineScript: 'friendbuyAPI' },
    ],
  },
  { id: 'micpn/pixel', category: 'tracker', match: { host: 'micpn.com', tag: 'script' } },
  {
    id: 'yottaa/loader',
    category: 'tracker',
    match: [
      { host: 'rapid-cdn.yottaa.com', tag: 'script' },
      { host: 'cdn.yottaa.com', tag: 'script' },
      { inlineScript: 'yottaa' },
    ],
  },
  { id: 'signifyd/fingerprint', category: 'tracker', match: { host: 'cdn-scripts.signifyd.com', tag: 'script' } },
  {
    id: 'shopify/analytics',
    category: 'tracker',
    match: [
      { inlineScript: 'ShopifyAnalytics' },
      { inlineScript: 'ShopifyAnalytics.meta' },
      { inlineScript: 'ShopifyAnalytics.lib' },
      { inlineScript: 'trekkie' },
      { inlineScript: 'Shopify.analytics' },
      { inlineScript: '__st' },
    ],
  },
];
