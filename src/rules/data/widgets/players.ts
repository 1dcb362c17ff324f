import type { Rule } from '../../../types.ts';

/** Set-up code and hints of media players; the media themselves stay. */
export const PLAYERS_WIDGET_RULES: readonly Rule[] = [
  { id: 'jwplayer/setup', category: 'widget', match: [{ inlineScript: 'jwplayer(' }, { inlineScript: 'jwDefaults' }] },
  {
    id: 'videojs/no-js',
    category: 'widget',
    match: [
      { class: 'vjs-no-js' },
      {
        label:
          'To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video',
      },
    ],
  },
  {
    id: 'videojs/chrome',
    category: 'widget',
    match: [
      { class: 'vjs-control-bar' },
      { class: 'vjs-modal-dialog' },
      { class: 'vjs-text-track-settings' },
      { class: 'vjs-loading-spinner' },
      { class: 'vjs-error-display' },
      { class: 'vjs-control-text' },
    ],
  },
  { id: 'brightcove/setup', category: 'widget', match: { inlineScript: 'brightcove.createExperiences' } },
  {
    id: 'ooyala/setup',
    category: 'widget',
    match: [{ inlineScript: 'OO.Player.create' }, { inlineScript: 'OO.ready' }],
  },
  {
    id: 'kaltura/setup',
    category: 'widget',
    match: [{ inlineScript: 'kWidget.embed' }, { inlineScript: 'KalturaPlayer.setup' }],
  },
  { id: 'flowplayer/setup', category: 'widget', match: { inlineScript: 'flowplayer(' } },
  {
    id: 'powerpress/links',
    category: 'widget',
    match: [
      { class: 'powerpress_links' },
      { class: 'powerpress_subscribe_links' },
      { class: 'powerpress_embed_box' },
      { inlineScript: 'powerpress_pinw' },
      { inlineScript: 'powerpress_url' },
    ],
  },
  {
    id: 'beyondwords/player',
    category: 'widget',
    match: [
      { class: 'beyondwords-player' },
      { class: 'beyondwords-wrapper' },
      { class: 'speechkit-player' },
      { class: 'speechkit-wrapper' },
      { host: 'proxy.beyondwords.io', tag: 'script' },
      { host: 'spkt.io', tag: 'script' },
      { inlineScript: 'BeyondWords.Player' },
      { inlineScript: 'beyondwords' },
    ],
  },
  {
    id: 'trinity/player',
    category: 'widget',
    match: [
      { class: 'trinity-player' },
      { class: 'trinityAudioPlaceholder' },
      { class: 'trinity-tts-pb' },
      { class: 'trinity-player-iframe-wrapper' },
      { host: 'trinitymedia.ai', tag: 'script' },
      { host: 'vd.trinitymedia.ai', tag: 'script' },
      { inlineScript: 'TRINITY_TTS_WP_CONFIG' },
      { inlineScript: 'trinity_display' },
    ],
  },
  {
    id: 'readspeaker/button',
    category: 'widget',
    match: [
      { class: 'rsbtn' },
      { class: 'rs_skip' },
      { class: 'rs_addtools' },
      { class: 'readspeaker_button' },
      { class: 'rsbtn_tool' },
      { host: 'cdn1.readspeaker.com', tag: 'script' },
      { host: 'readspeaker.com', tag: 'script' },
      { host: 'f1-eu.readspeaker.com', tag: 'script' },
      { inlineScript: 'rsConf' },
    ],
  },
  {
    id: 'playht/player',
    category: 'widget',
    match: [
      { class: 'playht-iframe-wrapper' },
      { class: 'playht-audio-container' },
      { host: 'static.play.ht', tag: 'script' },
      { host: 'play.ht', tag: 'script' },
    ],
  },
  {
    id: 'remixd/player',
    category: 'widget',
    match: [{ host: 'tags.remixd.com', tag: 'script' }, { inlineScript: 'remixd' }],
  },
];
