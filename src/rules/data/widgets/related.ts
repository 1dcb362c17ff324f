import type { Rule } from '../../../types.ts';

/** Boxes of links to other articles that a plugin, a service or a theme adds to one. */
export const RELATED_WIDGET_RULES: readonly Rule[] = [
  {
    id: 'jetpack/related-posts',
    category: 'widget',
    match: [
      { id: 'jp-relatedposts' },
      { class: 'jp-relatedposts' },
      { class: 'wp-block-jetpack-related-posts' },
      { class: 'jp-related-posts-i2' },
      { inlineStyle: '#jp-relatedposts' },
      { inlineStyle: '.jp-relatedposts*' },
    ],
  },
  {
    id: 'yarpp/related',
    category: 'widget',
    match: [
      { class: 'yarpp' },
      { class: 'yarpp-related' },
      { class: 'yarpp-related-website' },
      { class: 'yarpp-related-widget' },
      { class: 'yarpp-related-shortcode' },
      { class: 'yarpp-thumbnails-horizontal' },
      { inlineStyle: '.yarpp*' },
    ],
  },
  {
    id: 'contextual-related-posts/box',
    category: 'widget',
    match: [
      { class: 'crp_related' },
      { class: 'crp_related_block' },
      { class: 'crp-list-container' },
      { inlineStyle: '.crp_related*' },
    ],
  },
  {
    id: 'wp-related-posts/box',
    category: 'widget',
    match: [
      { class: 'wp_rp_wrap' },
      { class: 'wp_rp_content' },
      { class: 'wp_rp_related_posts' },
      { id: 'wp_rp_first' },
      { inlineStyle: '.wp_rp_*' },
      { inlineScript: '_wp_rp_static_base_url' },
    ],
  },
  {
    id: 'nrelate/box',
    category: 'widget',
    match: [
      { class: 'nrelate' },
      { class: 'nrelate_related' },
      { class: 'nrelate_default' },
      { class: 'nr_container' },
      { host: 'static.nrelate.com', tag: 'script' },
      { inlineScript: 'nRelate' },
    ],
  },
  {
    id: 'zemanta/box',
    category: 'widget',
    match: [
      { class: 'zemanta-related' },
      { class: 'zemanta-related-title' },
      { class: 'zemanta-articles' },
      { class: 'zemanta-pixie' },
    ],
  },
  {
    id: 'linkwithin/box',
    category: 'widget',
    match: [
      { class: 'linkwithin_div' },
      { class: 'linkwithin_inner' },
      { class: 'linkwithin_text' },
      { host: 'linkwithin.com', tag: 'script' },
      { inlineScript: 'linkwithin_site_id' },
      { inlineScript: 'linkwithin_text' },
    ],
  },
  {
    id: 'inline-related-posts/box',
    category: 'widget',
    match: [
      { class: 'ctaText', tag: 'span' },
      { selector: '.ctaText ~ .postTitle' },
      { comment: 'INLINE RELATED POSTS' },
    ],
  },
  {
    id: 'related-posts-thumbnails/box',
    category: 'widget',
    match: [{ class: 'relpost-thumb-wrapper' }, { class: 'relpost-block-container' }, { inlineStyle: '.relpost-*' }],
  },
  { id: 'rp4wp/box', category: 'widget', match: [{ class: 'rp4wp-related-posts' }, { inlineStyle: '.rp4wp-*' }] },
  { id: 'custom-related-posts/box', category: 'widget', match: { class: 'custom-related-posts' } },
  {
    id: 'bws-related/box',
    category: 'widget',
    match: [{ class: 'rltdpstsplgn-block' }, { class: 'rltdpstsplgn-featured-post-block' }],
  },
  {
    id: 'wp-plugin/related-posts',
    category: 'widget',
    match: [
      { class: 'st-related-posts' },
      { class: 'simple-related-posts' },
      { class: 'wordpress-related-posts' },
      { class: 'wp-related-posts' },
    ],
  },
  { id: 'yoast/related-links', category: 'widget', match: { class: 'wp-block-yoast-seo-related-links' } },
  {
    id: 'shareaholic/recommendations',
    category: 'widget',
    match: [{ class: 'shareaholic-recommendations-container' }, { attr: 'data-app', value: 'recommendations' }],
  },
  {
    id: 'addthis/recommendations',
    category: 'widget',
    match: [
      { class: 'addthis_recommended_horizontal' },
      { class: 'addthis_recommended_vertical' },
      { class: 'addthis_relatedposts_inline' },
    ],
  },
  { id: 'bibblio/module', category: 'widget', match: [{ class: 'bib__module' }, { inlineScript: 'bibblio' }] },
  {
    id: 'gravity/box',
    category: 'widget',
    match: [
      { class: 'grv-widget' },
      { id: 'grv-personalization-*' },
      { host: 'secure-api.gravity.com', tag: 'script' },
    ],
  },
  {
    id: 'contextly/box',
    category: 'widget',
    match: [
      { class: 'contextly_related' },
      { class: 'contextly-widget' },
      { id: 'ctx-module' },
      { class: 'ctx-module-container' },
      { class: 'ctx_widget' },
      { host: 'contextlysitescripts.contextly.com', tag: 'script' },
      { inlineScript: 'Contextly' },
    ],
  },
  {
    id: 'theme-newspaper/related',
    category: 'widget',
    match: [
      { class: 'td_block_related_posts' },
      { class: 'td-related-title' },
      { class: 'td-related-row' },
      { class: 'td-post-next-prev' },
    ],
  },
  {
    id: 'theme-jnews/related',
    category: 'widget',
    match: [{ class: 'jnews_related_post_container' }, { class: 'jnews_inline_related_post' }],
  },
  {
    id: 'theme-avada/related',
    category: 'widget',
    match: [{ class: 'fusion-related-posts' }, { selector: '.related-posts.single-related-posts' }],
  },
  { id: 'theme-astra/related', category: 'widget', match: { class: 'ast-single-related-posts-container' } },
  {
    id: 'theme-blocksy/related',
    category: 'widget',
    match: [{ class: 'ct-related-posts' }, { class: 'ct-related-posts-container' }],
  },
  {
    id: 'theme-kadence/related',
    category: 'widget',
    match: [{ selector: '.entry-related.alignfull' }, { selector: '.entry-related.entry-related-style-wide' }],
  },
  {
    id: 'theme-penci/related',
    category: 'widget',
    match: [
      { class: 'penci-post-related' },
      { class: 'pcrlt-style-1' },
      { class: 'penci-ilrelated-posts' },
      { class: 'penci-ilrltpost-insert' },
    ],
  },
  {
    id: 'theme-jannah/related',
    category: 'widget',
    match: [
      { selector: '#related-posts.container-wrapper' },
      { class: 'inline-related-posts' },
      { class: 'post-bottom-related' },
    ],
  },
  {
    id: 'theme-mvp/related',
    category: 'widget',
    match: [{ id: 'mvp-related-posts' }, { class: 'mvp-related-posts' }, { id: 'mvp-post-more-post-wrap' }],
  },
  {
    id: 'theme-genesis/related',
    category: 'widget',
    match: [{ class: 'genesis-related-posts' }, { class: 'related-posts-genesis' }],
  },
  { id: 'elementor/related', category: 'widget', match: { class: 'elementor-widget-related-posts' } },
  {
    id: 'hubspot/related-posts',
    category: 'widget',
    match: [{ class: 'blog-related-posts' }, { class: 'hs-related-blog-posts' }],
  },
  {
    id: 'ghost/read-next',
    category: 'widget',
    match: [{ class: 'read-next-feed' }, { class: 'gh-readmore' }, { class: 'gh-read-next' }],
  },
  { id: 'medium/share', category: 'widget', match: { class: 'js-postShareWidget' } },
  {
    id: 'xenforo/similar-threads',
    category: 'widget',
    match: [
      { attr: 'data-widget-key', value: 'xfes_similar_threads' },
      { attr: 'data-widget-definition', value: 'xfes_similar_threads' },
      { attr: 'data-widget-key', value: 'thread_view_below_quick_reply_similar_threads' },
    ],
  },
];
