import type { Rule } from '../../../types.ts';

/** Session recorders, heat maps, surveys and product tours. */
export const BEHAVIOUR_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'hotjar/loader',
    category: 'tracker',
    match: [
      { host: 'static.hotjar.com', tag: 'script' },
      { host: 'script.hotjar.com', tag: 'script' },
      { inlineScript: 'hj.q' },
      { inlineScript: "hj('" },
      { inlineScript: 'hj("' },
      { inlineScript: 'hotjar.com' },
      { inlineScript: '_hjSettings' },
      { comment: 'Hotjar' },
    ],
  },
  {
    id: 'clarity/loader',
    category: 'tracker',
    match: [
      { host: 'clarity.ms', tag: 'script' },
      { inlineScript: 'clarity.ms' },
      { inlineScript: 'clarity("' },
      { inlineScript: "clarity('" },
    ],
  },
  {
    id: 'fullstory/loader',
    category: 'tracker',
    match: [
      { host: 'fullstory.com', tag: 'script' },
      { inlineScript: '_fs_host' },
      { inlineScript: '_fs_org' },
      { inlineScript: '_fs_debug' },
      { inlineScript: '_fs_namespace' },
      { inlineScript: '_fs_script' },
    ],
  },
  {
    id: 'mouseflow/loader',
    category: 'tracker',
    match: [{ host: 'cdn.mouseflow.com', tag: 'script' }, { inlineScript: '_mfq' }],
  },
  {
    id: 'luckyorange/loader',
    category: 'tracker',
    match: [
      { host: 'luckyorange.com', tag: 'script' },
      { host: 'luckyorange.net', tag: 'script' },
      { inlineScript: '__lo_cs_added' },
      { inlineScript: '__lo_site_id' },
      { inlineScript: '__wtw_lucky_site_id' },
      { inlineScript: 'LOQ' },
    ],
  },
  {
    id: 'inspectlet/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.inspectlet.com', tag: 'script' },
      { host: 'www.inspectlet.com', tag: 'script' },
      { inlineScript: '__insp' },
      { inlineScript: '__inspld' },
    ],
  },
  {
    id: 'smartlook/loader',
    category: 'tracker',
    match: [
      { host: 'rec.smartlook.com', tag: 'script' },
      { host: 'web-sdk.smartlook.com', tag: 'script' },
      { inlineScript: "smartlook('" },
      { inlineScript: 'smartlook.api' },
      { inlineScript: 'smartlook.com' },
    ],
  },
  {
    id: 'logrocket/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.logrocket.io', tag: 'script' },
      { host: 'cdn.logrocket.com', tag: 'script' },
      { host: 'cdn.lr-ingest.io', tag: 'script' },
      { host: 'cdn.lr-in.com', tag: 'script' },
      { inlineScript: 'LogRocket' },
      { inlineScript: 'LogRocket.init' },
    ],
  },
  {
    id: 'sessioncam/loader',
    category: 'tracker',
    match: [
      { host: 'sessioncam.com', tag: 'script' },
      { inlineScript: 'sessionCamRecorder' },
      { inlineScript: 'sessioncamConfiguration' },
    ],
  },
  {
    id: 'contentsquare/loader',
    category: 'tracker',
    match: [
      { host: 't.contentsquare.net', tag: 'script' },
      { host: 'cdnssl.clicktale.net', tag: 'script' },
      { inlineScript: '_uxa' },
      { inlineScript: 'CS_CONF' },
    ],
  },
  {
    id: 'clicktale/loader',
    category: 'tracker',
    match: [
      { host: 'clicktale.net', tag: 'script' },
      { inlineScript: 'WRInitTime' },
      { inlineScript: 'ClickTale' },
      { inlineScript: 'ClickTaleSSL' },
    ],
  },
  {
    id: 'decibel/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.decibelinsight.net', tag: 'script' },
      { inlineScript: 'decibelInsight' },
      { inlineScript: 'decibelinsight.net' },
    ],
  },
  {
    id: 'quantummetric/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.quantummetric.com', tag: 'script' },
      { inlineScript: 'QuantumMetricAPI' },
      { inlineScript: 'QuantumMetricOnload' },
    ],
  },
  {
    id: 'crazyegg/loader',
    category: 'tracker',
    match: [
      { host: 'script.crazyegg.com', tag: 'script' },
      { host: 'dnn506yrbagrg.cloudfront.net', tag: 'script' },
      { inlineScript: 'CE_SNAPSHOT_NAME' },
      { inlineScript: 'CE2' },
    ],
  },
  {
    id: 'usabilla/loader',
    category: 'tracker',
    match: [
      { host: 'w.usabilla.com', tag: 'script' },
      { inlineScript: 'usabilla_live' },
      { inlineScript: 'lightningjs' },
    ],
  },
  {
    id: 'qualtrics/intercept',
    category: 'tracker',
    match: [
      { host: 'siteintercept.qualtrics.com', tag: 'script' },
      { host: 'siteintercept.qualtrics.com', tag: 'img' },
      { inlineScript: 'QSI' },
      { inlineScript: 'g_SI' },
      { comment: 'QUALTRICS' },
      { selector: 'div[id^="ZN_"]:empty' },
    ],
  },
  {
    id: 'medallia/loader',
    category: 'tracker',
    match: [
      { host: 'nebula-cdn.kampyle.com', tag: 'script' },
      { host: 'resources.digital-cloud.medallia.com', tag: 'script' },
      { inlineScript: 'KAMPYLE_ONSITE_SDK' },
      { inlineScript: 'k_button' },
    ],
  },
  {
    id: 'foresee/loader',
    category: 'tracker',
    match: [
      { host: 'gateway.foresee.com', tag: 'script' },
      { host: 'gateway.answerscloud.com', tag: 'script' },
      { inlineScript: 'acsReady' },
      { inlineScript: '_fsrReady' },
    ],
  },
  {
    id: 'survicate/loader',
    category: 'tracker',
    match: [{ host: 'survey.survicate.com', tag: 'script' }, { inlineScript: '_sva' }, { inlineScript: 'survicate' }],
  },
  {
    id: 'pendo/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.pendo.io', tag: 'script' },
      { inlineScript: 'pendo.io' },
      { inlineScript: 'pendo._q' },
      { inlineScript: 'pendo.initialize' },
    ],
  },
  {
    id: 'appcues/loader',
    category: 'tracker',
    match: [
      { host: 'fast.appcues.com', tag: 'script' },
      { inlineScript: 'Appcues' },
      { inlineScript: 'AppcuesSettings' },
    ],
  },
  {
    id: 'userpilot/loader',
    category: 'tracker',
    match: [
      { host: 'js.userpilot.io', tag: 'script' },
      { inlineScript: 'userpilot.initialize' },
      { inlineScript: 'userpilot.identify' },
      { inlineScript: 'userpilotSettings' },
    ],
  },
  {
    id: 'walkme/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.walkme.com', tag: 'script' },
      { inlineScript: '_walkmeConfig' },
      { inlineScript: 'walkme_event' },
    ],
  },
  {
    id: 'delighted/loader',
    category: 'tracker',
    match: [{ host: 'd2yyd1h5u9mauk.cloudfront.net', tag: 'script' }, { inlineScript: 'delighted.survey' }],
  },
  {
    id: 'uxcam/loader',
    category: 'tracker',
    match: [{ host: 'websdk-recording.uxcam.com', tag: 'script' }, { inlineScript: 'uxcam.com' }],
  },
  {
    id: 'ptengine/loader',
    category: 'tracker',
    match: [
      { host: 'js.ptengine.com', tag: 'script' },
      { host: 'js.ptengine.jp', tag: 'script' },
      { inlineScript: '_pt_sp_2' },
      { inlineScript: '_pt_lt' },
    ],
  },
  {
    id: 'heatmap/loader',
    category: 'tracker',
    match: [{ host: 'u.heatmap.it', tag: 'script' }, { inlineScript: 'heatmap_it' }],
  },
  {
    id: 'openreplay/loader',
    category: 'tracker',
    match: [{ host: 'static.openreplay.com', tag: 'script' }, { inlineScript: 'OpenReplay' }],
  },
];
