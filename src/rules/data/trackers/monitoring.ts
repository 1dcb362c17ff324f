import type { Rule } from '../../../types.ts';

/** Real-user monitoring and error reporting. */
export const MONITORING_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'newrelic/agent',
    category: 'tracker',
    match: [
      { host: 'js-agent.newrelic.com', tag: 'script' },
      { host: 'bam.nr-data.net', tag: 'script' },
      { host: 'bam-cell.nr-data.net', tag: 'script' },
      { inlineScript: 'NREUM' },
      { inlineScript: 'NREUM.info' },
      { inlineScript: 'NREUM.init' },
      { inlineScript: 'newrelic' },
    ],
  },
  {
    id: 'sentry/loader',
    category: 'tracker',
    match: [
      { host: 'browser.sentry-cdn.com', tag: 'script' },
      { host: 'js.sentry-cdn.com', tag: 'script' },
      { inlineScript: 'Sentry.init' },
      { inlineScript: 'Sentry.onLoad' },
      { inlineScript: 'Raven.config' },
      { inlineScript: 'sentryOnLoad' },
    ],
  },
  {
    id: 'datadog/rum',
    category: 'tracker',
    match: [
      { host: 'datadoghq-browser-agent.com', tag: 'script' },
      { inlineScript: 'DD_RUM' },
      { inlineScript: 'DD_LOGS' },
    ],
  },
  {
    id: 'dynatrace/agent',
    category: 'tracker',
    match: [
      { host: 'js-cdn.dynatrace.com', tag: 'script' },
      { host: 'dynatrace.com', path: '/jstag', tag: 'script' },
      { attr: 'data-dtconfig', tag: 'script' },
      { inlineScript: 'dT_' },
      { inlineScript: 'dtrum' },
      { inlineScript: 'dynaTrace' },
    ],
  },
  {
    id: 'raygun/loader',
    category: 'tracker',
    match: [{ host: 'cdn.raygun.io', tag: 'script' }, { inlineScript: 'rg4js' }],
  },
  {
    id: 'trackjs/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.trackjs.com', tag: 'script' },
      { host: 'd2zah9y47r7bi2.cloudfront.net', tag: 'script' },
      { inlineScript: '_trackJs' },
      { inlineScript: 'trackJs' },
      { inlineScript: 'TrackJS' },
      { inlineScript: 'TrackJS.install' },
    ],
  },
  {
    id: 'bugsnag/loader',
    category: 'tracker',
    match: [
      { host: 'd2wy8f7a9ursnm.cloudfront.net', tag: 'script' },
      { inlineScript: 'Bugsnag.start' },
      { inlineScript: 'bugsnagClient' },
    ],
  },
  {
    id: 'rollbar/loader',
    category: 'tracker',
    match: [
      { host: 'cdn.rollbar.com', tag: 'script' },
      { inlineScript: '_rollbarConfig' },
      { inlineScript: 'Rollbar.init' },
    ],
  },
  {
    id: 'mpulse/loader',
    category: 'tracker',
    match: [
      { host: 's.go-mpulse.net', tag: 'script' },
      { host: 's2.go-mpulse.net', tag: 'script' },
      { host: 'c.go-mpulse.net', tag: 'script' },
      { inlineScript: 'BOOMR' },
      { inlineScript: 'BOOMR_mq' },
      { inlineScript: 'BOOMR_API_key' },
      { inlineScript: 'BOOMR_lstart' },
    ],
  },
  {
    id: 'speedcurve/lux',
    category: 'tracker',
    match: [
      { host: 'cdn.speedcurve.com', tag: 'script' },
      { inlineScript: 'LUX.label' },
      { inlineScript: 'LUX.auto' },
      { inlineScript: 'LUX.addData' },
      { inlineScript: 'speedcurve.com' },
    ],
  },
  {
    id: 'pingdom/rum',
    category: 'tracker',
    match: [{ host: 'rum-static.pingdom.net', tag: 'script' }, { inlineScript: '_prum' }],
  },
  {
    id: 'appinsights/loader',
    category: 'tracker',
    match: [
      { host: 'js.monitor.azure.com', tag: 'script' },
      { host: 'az416426.vo.msecnd.net', tag: 'script' },
      { inlineScript: 'appInsights' },
      { inlineScript: 'appInsightsSDK' },
      { inlineScript: 'Microsoft.ApplicationInsights' },
    ],
  },
  {
    id: 'elastic-apm/agent',
    category: 'tracker',
    match: [{ inlineScript: 'elasticApm' }, { inlineScript: 'elasticApm.init' }],
  },
  {
    id: 'instana/agent',
    category: 'tracker',
    match: [
      { host: 'eum.instana.io', tag: 'script' },
      { host: 'eum-eu-west-1.instana.io', tag: 'script' },
      { inlineScript: 'ineum' },
      { inlineScript: 'InstanaEumObject' },
    ],
  },
  {
    id: 'appdynamics/agent',
    category: 'tracker',
    match: [{ host: 'cdn.appdynamics.com', tag: 'script' }, { inlineScript: 'adrum' }, { inlineScript: 'ADRUM' }],
  },
  {
    id: 'uptrends/rum',
    category: 'tracker',
    match: [{ host: 'hit.uptrendsdata.com', tag: 'script' }, { inlineScript: 'UTBoomerang' }],
  },
  {
    id: 'requestmetrics/loader',
    category: 'tracker',
    match: [{ host: 'cdn.requestmetrics.com', tag: 'script' }, { inlineScript: 'RM.install' }],
  },
  {
    id: 'noibu/loader',
    category: 'tracker',
    match: [{ host: 'cdn.noibu.com', tag: 'script' }, { inlineScript: 'NOIBUJS' }],
  },
  { id: 'fastly/insights', category: 'tracker', match: { host: 'www.fastly-insights.com', tag: 'script' } },
  {
    id: 'cedexis/radar',
    category: 'tracker',
    match: [{ host: 'radar.cedexis.com', tag: 'script' }, { inlineScript: 'cedexis' }],
  },
];
