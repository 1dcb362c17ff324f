import type { Rule } from '../../../types.ts';

/** A/B tests, personalisation and tag managers other than Google's. */
export const EXPERIMENTS_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'optimizely/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.optimizely.com', tag: 'script' },
      { host: 'cdn.optimizely.net', tag: 'script' },
      { host: 'optimizely.s3.amazonaws.com', tag: 'script' },
      { host: 'cdn.optimizely.com', tag: 'iframe' },
      { inlineScript: 'optimizely' },
      { inlineScript: 'optimizelyEdge' },
    ],
  },
  {
    id: 'vwo/loader',
    category: 'tracker',
    match: [
      { host: 'dev.visualwebsiteoptimizer.com', tag: 'script' },
      { inlineScript: '_vwo_code' },
      { inlineScript: '_vwo_settings_timer' },
      { inlineScript: '_vis_opt_account_id' },
      { inlineScript: '_vis_opt_protocol' },
      { inlineScript: '_vwo_clicks' },
      { comment: 'Visual Website Optimizer' },
      { comment: 'VWO' },
    ],
  },
  {
    id: 'abtasty/loader',
    category: 'tracker',
    match: [{ host: 'try.abtasty.com', tag: 'script' }, { inlineScript: 'ABTasty' }, { inlineScript: '_abtasty' }],
  },
  {
    id: 'convert/loader',
    category: 'tracker',
    match: [
      { host: 'convertexperiments.com', tag: 'script' },
      { inlineScript: '_conv_q' },
      { inlineScript: '_conv_page_type' },
      { inlineScript: '_conv_host' },
    ],
  },
  {
    id: 'kameleoon/loader',
    category: 'tracker',
    match: [
      { host: 'kameleoon.eu', tag: 'script' },
      { host: 'kameleoon.com', tag: 'script' },
      { host: 'kameleoon.io', tag: 'script' },
      { inlineScript: 'kameleoonQueue' },
      { inlineScript: 'Kameleoon' },
      { inlineScript: 'kameleoonLoadingTimeout' },
    ],
  },
  {
    id: 'dynamic-yield/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.dynamicyield.com', tag: 'script' },
      { host: 'cdn-eu.dynamicyield.com', tag: 'script' },
      { host: 'st.dynamicyield.com', tag: 'script' },
      { inlineScript: 'DY.scsec' },
      { inlineScript: 'DY.recommendationContext' },
    ],
  },
  {
    id: 'monetate/loader',
    category: 'tracker',
    match: [
      { host: 'se.monetate.net', tag: 'script' },
      { host: 'b.monetate.net', tag: 'script' },
      { inlineScript: 'monetateQ' },
      { inlineScript: 'monetateT' },
    ],
  },
  {
    id: 'maxymiser/loader',
    category: 'tracker',
    match: [{ host: 'service.maxymiser.net', tag: 'script' }, { inlineScript: 'mmcore' }],
  },
  {
    id: 'qubit/loader',
    category: 'tracker',
    match: [
      { host: 'static.goqubit.com', tag: 'script' },
      { host: 'dd6zx4ibq538k.cloudfront.net', tag: 'script' },
      { inlineScript: 'universal_variable' },
    ],
  },
  {
    id: 'evergage/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.evgnet.com', tag: 'script' },
      { host: 'cdn.evergage.com', tag: 'script' },
      { inlineScript: 'Evergage' },
      { inlineScript: 'evergageHideSections' },
    ],
  },
  {
    id: 'bluecore/loader',
    category: 'tracker',
    match: [
      { host: 'api.bluecore.com', tag: 'script' },
      { host: 'www.bluecore.com', tag: 'script' },
      { inlineScript: 'triggermail' },
      { inlineScript: '_bluecoreTrack' },
    ],
  },
  {
    id: 'statsig/loader',
    category: 'tracker',
    match: [{ host: 'cdn.statsig.com', tag: 'script' }, { inlineScript: 'statsig' }],
  },
  {
    id: 'launchdarkly/loader',
    category: 'tracker',
    match: [{ host: 'unpkg.com', path: '/launchdarkly-js-client-sdk', tag: 'script' }, { inlineScript: 'LDClient' }],
  },
  {
    id: 'varify/loader',
    category: 'tracker',
    match: [{ host: 'app.varify.io', tag: 'script' }, { inlineScript: 'varify' }],
  },
  {
    id: 'omniconvert/loader',
    category: 'tracker',
    match: [{ host: 'cdn.omniconvert.com', tag: 'script' }, { inlineScript: '_omni' }],
  },
  {
    id: 'pagesense/loader',
    category: 'tracker',
    match: [{ host: 'cdn.pagesense.io', tag: 'script' }, { inlineScript: 'pagesense' }],
  },
  {
    id: 'richrelevance/loader',
    category: 'tracker',
    match: [{ host: 'media.richrelevance.com', tag: 'script' }, { inlineScript: 'R3_COMMON' }],
  },
  {
    id: 'adobe-target/loader',
    category: 'tracker',
    match: [
      { host: 'tt.omtrdc.net', tag: 'script' },
      { inlineScript: 'mboxCreate' },
      { inlineScript: 'mboxDefine' },
      { inlineScript: 'targetGlobalSettings' },
      { inlineScript: 'targetPageParams' },
      { inlineScript: 'targetPageParamsAll' },
    ],
  },
  {
    id: 'adobe-target/flicker-style',
    category: 'tracker',
    match: [{ id: 'at-body-style' }, { id: 'alloy-prehiding' }],
  },
  {
    id: 'adobe-launch/loader',
    category: 'tracker',
    match: [
      { host: 'assets.adobedtm.com', tag: 'script' },
      { inlineScript: '_satellite' },
      { inlineScript: '_satellite.pageBottom' },
      { inlineScript: 'adobeDataLayer' },
    ],
  },
  {
    id: 'adobe-experience/loader',
    category: 'tracker',
    match: [
      { host: 'dpm.demdex.net', tag: 'script' },
      { host: 'cdn1.adoberesources.net', tag: 'script' },
      { host: 'demdex.net', tag: 'iframe' },
      { host: 'dpm.demdex.net', tag: 'img' },
      { inlineScript: "alloy('" },
      { inlineScript: 'alloy("' },
      { inlineScript: '__alloyNS' },
    ],
  },
  {
    id: 'tealium/loader',
    category: 'tracker',
    match: [
      { host: 'tags.tiqcdn.com', tag: 'script' },
      { host: 'tags.tiqcdn.cn', tag: 'script' },
      { inlineScript: 'utag' },
      { inlineScript: 'utag_data' },
      { inlineScript: 'utag_cfg_ovrd' },
      { inlineScript: 'utag.view' },
      { inlineScript: 'utag.link' },
      { comment: 'Tealium' },
    ],
  },
  {
    id: 'ensighten/loader',
    category: 'tracker',
    match: [
      { host: 'nexus.ensighten.com', tag: 'script' },
      { inlineScript: 'ensBootstraps' },
      { inlineScript: 'Bootstrapper.' },
    ],
  },
  {
    id: 'commanders-act/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.tagcommander.com', tag: 'script' },
      { host: 'cdn.trustcommander.net', tag: 'script' },
      { inlineScript: 'tC.container' },
      { inlineScript: 'tc_vars' },
      { inlineScript: 'tC.event' },
    ],
  },
  {
    id: 'signal/loader',
    category: 'tracker',
    match: [
      { host: 's.btstatic.com', tag: 'script' },
      { host: 's.thebrighttag.com', tag: 'script' },
      { host: 's.thebrighttag.com', tag: 'iframe' },
      { inlineScript: 'BrightTag' },
    ],
  },
  {
    id: 'relay42/loader',
    category: 'tracker',
    match: [{ host: 'tdn.r42tag.com', tag: 'script' }, { inlineScript: 'r42tag.com' }],
  },
  {
    id: 'tagman/loader',
    category: 'tracker',
    match: [{ host: 'res.levexis.com', tag: 'script' }, { inlineScript: 'TAGMAN' }],
  },
];
