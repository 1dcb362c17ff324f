import type { Rule } from '../../../types.ts';

/** Prompts for push notifications. */
export const PUSH_WIDGET_RULES: readonly Rule[] = [
  { id: 'clevertap/prompt', category: 'widget', match: [{ id: 'wzrk_wrapper' }, { id: 'wzrk-*' }] },
  {
    id: 'onesignal/prompt',
    category: 'widget',
    match: [
      { id: 'onesignal-slidedown-container' },
      { id: 'onesignal-popover-container' },
      { id: 'onesignal-bell-container' },
      { id: 'onesignal-*' },
      { class: 'onesignal-customlink-container' },
      { inlineStyle: '#onesignal-*' },
      { inlineStyle: '.onesignal-*' },
    ],
  },
  {
    id: 'onesignal/loader',
    category: 'widget',
    match: [
      { host: 'cdn.onesignal.com', tag: 'script' },
      { host: 'onesignal.com', path: '/sdks', tag: 'script' },
      { inlineScript: 'OneSignal' },
      { inlineScript: 'OneSignalDeferred' },
      { inlineScript: 'oneSignal_options' },
      { inlineScript: 'oneSignal_elements' },
    ],
  },
  {
    id: 'pushcrew/loader',
    category: 'widget',
    match: [
      { host: 'cdn.pushcrew.com', tag: 'script' },
      { inlineScript: '_pcq' },
      { inlineScript: 'pushcrew' },
      { inlineScript: '_pushcrewDebug' },
    ],
  },
  {
    id: 'pushengage/loader',
    category: 'widget',
    match: [
      { host: 'clientcdn.pushengage.com', tag: 'script' },
      { host: 'pushengage.com', tag: 'script' },
      { inlineScript: '_peq' },
      { inlineScript: '_peapp' },
      { inlineScript: 'PushEngage' },
      { id: '_pe_optin_settings' },
    ],
  },
  {
    id: 'webpushr/loader',
    category: 'widget',
    match: [
      { class: 'webpushr-prompt-wrapper' },
      { host: 'cdn.webpushr.com', tag: 'script' },
      { inlineScript: 'webpushr' },
      { id: 'webpushr-bell-optin' },
      { id: 'webpushr-prompt-wrapper' },
    ],
  },
  {
    id: 'izooto/loader',
    category: 'widget',
    match: [{ host: 'cdn.izooto.com', tag: 'script' }, { inlineScript: '_izq' }, { inlineScript: '_izooto' }],
  },
  {
    id: 'pushly/loader',
    category: 'widget',
    match: [{ host: 'cdn.p-n.io', tag: 'script' }, { inlineScript: 'PushlySDK' }, { inlineScript: 'pushly' }],
  },
  {
    id: 'pushowl/loader',
    category: 'widget',
    match: [{ host: 'cdn.pushowl.com', tag: 'script' }, { inlineScript: 'pushowl' }],
  },
  {
    id: 'wonderpush/loader',
    category: 'widget',
    match: [{ host: 'cdn.by.wonderpush.com', tag: 'script' }, { inlineScript: 'WonderPush' }],
  },
  {
    id: 'cleverpush/loader',
    category: 'widget',
    match: [
      { host: 'static.cleverpush.com', tag: 'script' },
      { host: 'cleverpush.com', path: '/channel', tag: 'script' },
      { inlineScript: 'CleverPush' },
      { class: 'cleverpush-widget' },
      { class: 'cleverpush-confirm' },
    ],
  },
  {
    id: 'subscribers/loader',
    category: 'widget',
    match: [{ host: 'cdn.subscribers.com', tag: 'script' }, { inlineScript: 'subscribersSiteId' }],
  },
  {
    id: 'sendpulse/loader',
    category: 'widget',
    match: [
      { host: 'web.webpushs.com', tag: 'script' },
      { host: 'cdn.sendpulse.com', tag: 'script' },
      { host: 'static-login.sendpulse.com', tag: 'script' },
      { inlineScript: 'oSpP' },
    ],
  },
  {
    id: 'truepush/loader',
    category: 'widget',
    match: [{ host: 'sdki.truepush.com', tag: 'script' }, { inlineScript: 'truepush' }],
  },
  {
    id: 'aimtell/loader',
    category: 'widget',
    match: [
      { host: 's3.amazonaws.com', path: '/cdn.aimtell.com', tag: 'script' },
      { host: 'cdn.aimtell.com', tag: 'script' },
      { inlineScript: 'aimtell' },
    ],
  },
  {
    id: 'gravitec/loader',
    category: 'widget',
    match: [
      { host: 'cdn.gravitec.net', tag: 'script' },
      { host: 'cdn.gravitec.media', tag: 'script' },
      { inlineScript: 'Gravitec' },
    ],
  },
  {
    id: 'pushwoosh/loader',
    category: 'widget',
    match: [{ host: 'cdn.pushwoosh.com', tag: 'script' }, { inlineScript: 'Pushwoosh' }],
  },
  {
    id: 'perfecty/prompt',
    category: 'widget',
    match: [
      { id: 'perfecty-push-dialog-container' },
      { class: 'perfecty-push-dialog-container' },
      { id: 'perfecty-push-settings-container' },
      { inlineScript: 'PerfectyPushOptions' },
    ],
  },
  {
    id: 'foxpush/loader',
    category: 'widget',
    match: [{ host: 'cdn.foxpush.net', tag: 'script' }, { inlineScript: '_foxpush' }],
  },
  {
    id: 'batch/loader',
    category: 'widget',
    match: [{ host: 'via.batch.com', tag: 'script' }, { inlineScript: 'batchSDK' }],
  },
  {
    id: 'airship/loader',
    category: 'widget',
    match: [
      { host: 'aswpsdkus.com', tag: 'script' },
      { host: 'web-sdk.urbanairship.com', tag: 'script' },
      { inlineScript: 'uaSdk' },
    ],
  },
  {
    id: 'webpush/prompt',
    category: 'widget',
    match: [
      { class: 'push-notification-prompt' },
      { class: 'push-notifications-prompt' },
      { class: 'notification-prompt' },
      { class: 'push-prompt' },
      { class: 'webpush-prompt' },
      { class: 'notification-permission-prompt' },
      { id: 'push-notification-prompt' },
    ],
  },
];
