import type { Rule } from '../../../types.ts';

/**
 * Scripts that dress up embeds, and the consent of their sizes. What is embedded (a quoted tweet, a caption, a
 * video frame) is content.
 */
export const EMBEDS_WIDGET_RULES: readonly Rule[] = [
  {
    id: 'twitter/loader',
    category: 'widget',
    match: [
      { host: 'platform.twitter.com', tag: 'script' },
      { host: 'platform.x.com', tag: 'script' },
      { inlineScript: 'twttr' },
      { inlineScript: 'twttr.widgets' },
      { inlineScript: 'twttr.ready' },
      { inlineScript: 'platform.twitter.com' },
    ],
  },
  {
    id: 'instagram/loader',
    category: 'widget',
    match: [
      { host: 'instagram.com', path: '/embed.js', tag: 'script' },
      { host: 'platform.instagram.com', tag: 'script' },
      { inlineScript: 'instgrm.Embeds.process' },
      { inlineScript: 'instgrm' },
    ],
  },
  {
    id: 'facebook/sdk',
    category: 'widget',
    match: [
      { host: 'connect.facebook.net', tag: 'script' },
      { id: 'fb-root', tag: 'div' },
      { inlineScript: 'fbAsyncInit' },
      { inlineScript: 'FB.init' },
      { inlineScript: 'FB.XFBML' },
      { inlineScript: 'FB.XFBML.parse' },
      { inlineScript: 'connect.facebook.net' },
    ],
  },
  {
    id: 'tiktok/loader',
    category: 'widget',
    match: [
      { host: 'tiktok.com', path: '/embed', tag: 'script' },
      { host: 'sf16-website-login.neutral.ttwstatic.com', tag: 'script' },
      { host: 'ttwstatic.com', tag: 'script' },
    ],
  },
  {
    id: 'threads/loader',
    category: 'widget',
    match: [
      { host: 'threads.net', path: '/embed.js', tag: 'script' },
      { host: 'threads.com', path: '/embed.js', tag: 'script' },
    ],
  },
  { id: 'bluesky/loader', category: 'widget', match: { host: 'embed.bsky.app', tag: 'script' } },
  {
    id: 'reddit/loader',
    category: 'widget',
    match: [
      { host: 'embed.redditmedia.com', tag: 'script' },
      { host: 'embed.reddit.com', tag: 'script' },
      { host: 'www.redditstatic.com', path: '/comment-embed.js', tag: 'script' },
    ],
  },
  {
    id: 'imgur/loader',
    category: 'widget',
    match: [
      { host: 's.imgur.com', tag: 'script' },
      { host: 'imgur.com', path: '/min/embed.js', tag: 'script' },
    ],
  },
  { id: 'flickr/loader', category: 'widget', match: { host: 'embedr.flickr.com', tag: 'script' } },
  {
    id: 'tumblr/loader',
    category: 'widget',
    match: [
      { host: 'assets.tumblr.com', path: '/post.js', tag: 'script' },
      { host: 'assets.tumblr.com', path: '/embed', tag: 'script' },
    ],
  },
  {
    id: 'playbuzz/loader',
    category: 'widget',
    match: [
      { host: 'cdn.playbuzz.com', tag: 'script' },
      { host: 'embed.ex.co', tag: 'script' },
    ],
  },
  {
    id: 'apester/loader',
    category: 'widget',
    match: [
      { host: 'static.apester.com', tag: 'script' },
      { host: 'static.qmerce.com', tag: 'script' },
    ],
  },
  {
    id: 'riddle/loader',
    category: 'widget',
    match: [
      { host: 'www.riddle.com', tag: 'script' },
      { host: 'cdn.riddle.com', tag: 'script' },
    ],
  },
  {
    id: 'opinionstage/loader',
    category: 'widget',
    match: [{ host: 'www.opinionstage.com', tag: 'script' }, { inlineScript: 'OpinionStage' }],
  },
  {
    id: 'polldaddy/loader',
    category: 'widget',
    match: [
      { host: 'static.polldaddy.com', tag: 'script' },
      { host: 'secure.polldaddy.com', tag: 'script' },
      { host: 'poll.fm', tag: 'script' },
      { host: 'secure.crowdsignal.net', tag: 'script' },
      { inlineScript: 'PDRTJS_settings' },
      { inlineScript: 'polldaddy' },
      { class: 'pd-rating' },
    ],
  },
];
