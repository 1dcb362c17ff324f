import type { Rule } from '../../../types.ts';

/**
 * Audience measurement of publishers, data platforms that follow readers from site to site, and business
 * visitors' identification.
 */
export const AUDIENCE_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'comscore/loader',
    category: 'tracker',
    match: [
      { host: 'sb.scorecardresearch.com', tag: 'script' },
      { host: 'b.scorecardresearch.com', tag: 'script' },
      { inlineScript: '_comscore' },
      { inlineScript: 'COMSCORE' },
      { inlineScript: 'COMSCORE.beacon' },
      { inlineScript: 'ns_.comScore' },
      { inlineScript: 'udm_' },
    ],
  },
  { id: 'comscore/pixel', category: 'tracker', match: { host: 'scorecardresearch.com', tag: 'img' } },
  { id: 'comscore/comment', category: 'tracker', match: { comment: 'comScore' } },
  {
    id: 'quantcast/loader',
    category: 'tracker',
    match: [
      { host: 'quantserve.com', tag: 'script' },
      { host: 'quantcount.com', tag: 'script' },
      { inlineScript: '_qevents' },
      { inlineScript: '_qoptions' },
      { inlineScript: '_qacct' },
      { inlineScript: 'quantserve' },
    ],
  },
  { id: 'quantcast/pixel', category: 'tracker', match: { host: 'quantserve.com', tag: 'img' } },
  { id: 'quantcast/comment', category: 'tracker', match: { comment: 'Quantcast Tag' } },
  {
    id: 'chartbeat/loader',
    category: 'tracker',
    match: [
      { host: 'static.chartbeat.com', tag: 'script' },
      { host: 'static2.chartbeat.com', tag: 'script' },
      { inlineScript: '_sf_async_config' },
      { inlineScript: '_sf_startpt' },
      { inlineScript: '_sf_endpt' },
      { inlineScript: '_cbq' },
      { inlineScript: '_cbv' },
      { inlineScript: 'pSUPERFLY' },
    ],
  },
  {
    id: 'parsely/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.parsely.com', tag: 'script' },
      { host: 'd1z2jf7jlzjs58.cloudfront.net', tag: 'script' },
      { host: 'experiments.parsely.com', tag: 'script' },
      { id: 'parsely-root' },
      { id: 'parsely-cfg' },
      { inlineScript: 'PARSELY' },
      { inlineScript: 'wpParselySiteId' },
    ],
  },
  {
    id: 'nielsen/loader',
    category: 'tracker',
    match: [
      { host: 'imrworldwide.com', tag: 'script' },
      { inlineScript: 'NOLCMB' },
      { inlineScript: 'nlsQ' },
      { inlineScript: 'NolTracker' },
      { inlineScript: 'nol_t' },
      { inlineScript: 'nSdkInstance' },
    ],
  },
  { id: 'nielsen/pixel', category: 'tracker', match: { host: 'imrworldwide.com', tag: 'img' } },
  {
    id: 'gemius/loader',
    category: 'tracker',
    match: [
      { host: 'hit.gemius.pl', tag: 'script' },
      { host: 'gemius.pl', tag: 'script' },
      { inlineScript: 'gemius_identifier' },
      { inlineScript: 'pp_gemius_identifier' },
      { inlineScript: 'gemius_use_cmp' },
      { inlineScript: 'gemius_pending' },
    ],
  },
  {
    id: 'alexa/loader',
    category: 'tracker',
    match: [
      { host: 'd31qbv1cthcecs.cloudfront.net', tag: 'script' },
      { inlineScript: '_atrk_opts' },
      { inlineScript: '_atrk_fired' },
      { inlineScript: 'atrk' },
    ],
  },
  { id: 'alexa/pixel', category: 'tracker', match: { host: 'd5nxst8fruw4z.cloudfront.net', tag: 'img' } },
  {
    id: 'cxense/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.cxense.com', tag: 'script' },
      { inlineScript: 'cX.callQueue' },
      { inlineScript: 'cX.setSiteId' },
      { inlineScript: 'cX.sendPageViewEvent' },
    ],
  },
  {
    id: 'mather/loader',
    category: 'tracker',
    match: [
      { host: 'mathercdn.com', tag: 'script' },
      { host: 'js.matheranalytics.com', tag: 'script' },
      { inlineScript: '_matherq' },
    ],
  },
  {
    id: 'marfeel/loader',
    category: 'tracker',
    match: [{ host: 'sdk.mrf.io', tag: 'script' }, { inlineScript: 'marfeel' }],
  },
  {
    id: 'kilkaya/loader',
    category: 'tracker',
    match: [{ host: 'cl-eu3.k5a.io', tag: 'script' }, { host: 'k5a.io', tag: 'script' }, { inlineScript: 'k5aMeta' }],
  },
  {
    id: 'sentinelpro/loader',
    category: 'tracker',
    match: [{ host: 'cdn.sentinelpro.com', tag: 'script' }, { inlineScript: 'sentinelpro' }],
  },
  {
    id: 'brandmetrics/loader',
    category: 'tracker',
    match: [{ host: 'cdn.brandmetrics.com', tag: 'script' }, { inlineScript: '_brandmetrics' }],
  },
  {
    id: 'lotame/loader',
    category: 'tracker',
    match: [
      { host: 'tags.crwdcntrl.net', tag: 'script' },
      { host: 'ad.crwdcntrl.net', tag: 'script' },
      { host: 'bcp.crwdcntrl.net', tag: 'script' },
      { inlineScript: 'lotame_sync' },
      { inlineScript: 'lotameClient' },
    ],
  },
  {
    id: 'bluekai/loader',
    category: 'tracker',
    match: [
      { host: 'tags.bluekai.com', tag: 'script' },
      { host: 'tags.bkrtx.com', tag: 'script' },
      { host: 'tags.bluekai.com', tag: 'iframe' },
      { host: 'stags.bluekai.com', tag: 'iframe' },
      { inlineScript: 'bk_addPageCtx' },
      { inlineScript: 'bk_doJSTag' },
    ],
  },
  {
    id: 'krux/loader',
    category: 'tracker',
    match: [{ host: 'cdn.krxd.net', tag: 'script' }, { inlineScript: 'Krux' }],
  },
  {
    id: 'permutive/loader',
    category: 'tracker',
    match: [
      { host: 'permutive.com', tag: 'script' },
      { host: 'permutive.app', tag: 'script' },
      { host: 'cdn.permutive.app', tag: 'iframe' },
      { inlineScript: 'permutive' },
      { inlineScript: 'permutive.addon' },
    ],
  },
  {
    id: 'liveramp/loader',
    category: 'tracker',
    match: [
      { host: 'launchpad-wrapper.privacymanager.io', tag: 'script' },
      { host: 'ats-wrapper.privacymanager.io', tag: 'script' },
      { host: 'rlcdn.com', tag: 'script' },
      { host: 'rlcdn.com', tag: 'img' },
      { inlineScript: '_liveramp' },
    ],
  },
  {
    id: 'liveintent/loader',
    category: 'tracker',
    match: [
      { host: 'b-code.liadm.com', tag: 'script' },
      { host: 'i.liadm.com', tag: 'img' },
      { inlineScript: '_liQ' },
      { inlineScript: 'liQ_instances' },
    ],
  },
  {
    id: 'id5/loader',
    category: 'tracker',
    match: [{ host: 'cdn.id5-sync.com', tag: 'script' }, { inlineScript: 'ID5.init' }],
  },
  {
    id: 'blueconic/loader',
    category: 'tracker',
    match: [
      { host: 'blueconic.net', tag: 'script' },
      { inlineScript: 'blueConicClient' },
      { inlineScript: 'blueConicPreListeners' },
    ],
  },
  {
    id: 'zeta/loader',
    category: 'tracker',
    match: [{ host: 'cdn.boomtrain.com', tag: 'script' }, { inlineScript: 'bt_queue' }],
  },
  { id: '6sense/loader', category: 'tracker', match: [{ host: 'j.6sc.co', tag: 'script' }, { inlineScript: '_6si' }] },
  {
    id: 'demandbase/loader',
    category: 'tracker',
    match: [
      { host: 'tag.demandbase.com', tag: 'script' },
      { host: 'scripts.demandbase.com', tag: 'script' },
      { host: 'api.demandbase.com', tag: 'script' },
      { inlineScript: 'Demandbase' },
    ],
  },
  {
    id: 'clearbit/loader',
    category: 'tracker',
    match: [
      { host: 'tag.clearbitscripts.com', tag: 'script' },
      { host: 'x.clearbitjs.com', tag: 'script' },
      { host: 'reveal.clearbit.com', tag: 'script' },
      { inlineScript: 'clearbit' },
    ],
  },
  {
    id: 'leadfeeder/loader',
    category: 'tracker',
    match: [
      { host: 'sc.lfeeder.com', tag: 'script' },
      { host: 'lftracker.leadfeeder.com', tag: 'script' },
      { inlineScript: 'ldfdr' },
      { inlineScript: '_lfcfg' },
    ],
  },
  {
    id: 'zoominfo/loader',
    category: 'tracker',
    match: [
      { host: 'ws.zoominfo.com', tag: 'script' },
      { host: 'js.zi-scripts.com', tag: 'script' },
      { inlineScript: 'ZIProjectKey' },
      { inlineScript: 'zitag' },
      { inlineScript: '_zi_fc' },
    ],
  },
  {
    id: 'bombora/loader',
    category: 'tracker',
    match: [{ host: 'ml314.com', tag: 'script' }, { inlineScript: '_ml.eid' }],
  },
  {
    id: 'rb2b/loader',
    category: 'tracker',
    match: [
      { host: 's3-us-west-2.amazonaws.com', path: '/b2bjsstore', tag: 'script' },
      { host: 'ddwl4m2hdecbv.cloudfront.net', tag: 'script' },
      { inlineScript: 'reb2b' },
    ],
  },
  {
    id: 'apollo/loader',
    category: 'tracker',
    match: [
      { host: 'assets.apollo.io', tag: 'script' },
      { inlineScript: 'trackingFunctions.onLoad' },
      { inlineScript: 'initApollo' },
    ],
  },
  {
    id: 'lead-forensics/loader',
    category: 'tracker',
    match: [
      { host: 'secure.leadforensics.com', tag: 'script' },
      { host: 'secure.leadforensics.com', tag: 'img' },
      { host: 'secure.intelligent-data-247.com', tag: 'script' },
    ],
  },
  {
    id: 'albacross/loader',
    category: 'tracker',
    match: [{ host: 'serve.albacross.com', tag: 'script' }, { inlineScript: '_nQc' }],
  },
  {
    id: 'dealfront/loader',
    category: 'tracker',
    match: [{ host: 'tr.wiredminds.de', tag: 'script' }, { inlineScript: 'wiredminds' }],
  },
  {
    id: 'salesviewer/loader',
    category: 'tracker',
    match: [{ host: 'slsnlytcs.com', tag: 'script' }, { inlineScript: 'svSession' }, { comment: 'SalesViewer' }],
  },
  { id: 'visitortracking/loader', category: 'tracker', match: { host: 'app.visitortracking.com', tag: 'script' } },
  {
    id: 'fingerprint/loader',
    category: 'tracker',
    match: [
      { host: 'fpjscdn.net', tag: 'script' },
      { host: 'client.px-cloud.net', tag: 'script' },
      { host: 'fpnpmcdn.net', tag: 'script' },
      { inlineScript: '_pxAppId' },
    ],
  },
];
