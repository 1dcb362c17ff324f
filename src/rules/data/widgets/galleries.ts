import type { Rule } from '../../../types.ts';

/**
 * Markup that galleries and lightboxes keep hidden until a picture is clicked: captions, buttons and forms that
 * look like content.
 */
export const GALLERIES_WIDGET_RULES: readonly Rule[] = [
  {
    id: 'jetpack/carousel',
    category: 'widget',
    match: [
      { id: 'jp-carousel-loading-overlay' },
      { class: 'jp-carousel-overlay' },
      { class: 'jp-carousel-wrap' },
      { class: 'jp-carousel-msg' },
      { id: 'jp-carousel-comment-form' },
      { class: 'jp-carousel-close-hint' },
    ],
  },
  {
    id: 'jetpack/carousel-data',
    category: 'widget',
    match: [
      { inlineScript: 'jetpackCarouselStrings' },
      { inlineScript: 'jetpackSlideshowSettings' },
      { inlineScript: 'jetpackSwiperLibraryPath' },
    ],
  },
  {
    id: 'jetpack/slideshow-noscript',
    category: 'widget',
    match: [{ class: 'jetpack-slideshow-noscript' }, { label: 'This slideshow requires JavaScript.' }],
  },
  {
    id: 'photoswipe/template',
    category: 'widget',
    match: [
      { class: 'pswp' },
      { class: 'pswp__bg' },
      { class: 'pswp__scroll-wrap' },
      { id: 'photoswipe-fullscreen-dialog' },
    ],
  },
  {
    id: 'fancybox/container',
    category: 'widget',
    match: [
      { class: 'fancybox-container' },
      { class: 'fancybox__container' },
      { class: 'fancybox-overlay' },
      { class: 'fancybox-wrap' },
      { id: 'fancybox-wrap' },
      { id: 'fancybox-overlay' },
      { id: 'fancybox-loading' },
      { id: 'fancybox-tmp' },
    ],
  },
  {
    id: 'lightbox2/overlay',
    category: 'widget',
    match: [{ id: 'lightboxOverlay' }, { class: 'lightboxOverlay' }, { id: 'lightbox.lightbox' }],
  },
  {
    id: 'magnific/overlay',
    category: 'widget',
    match: [{ class: 'mfp-bg' }, { selector: '.mfp-wrap.mfp-ready' }, { class: 'mfp-wrap' }],
  },
  {
    id: 'colorbox/overlay',
    category: 'widget',
    match: [{ id: 'cboxOverlay' }, { id: 'colorbox' }, { id: 'cboxWrapper' }],
  },
  {
    id: 'lightgallery/overlay',
    category: 'widget',
    match: [{ class: 'lg-outer' }, { class: 'lg-backdrop' }, { class: 'lg-container' }],
  },
  { id: 'swipebox/overlay', category: 'widget', match: [{ id: 'swipebox-overlay' }, { id: 'swipebox-container' }] },
  { id: 'thickbox/overlay', category: 'widget', match: [{ id: 'TB_overlay' }, { id: 'TB_window' }, { id: 'TB_load' }] },
  { id: 'featherlight/overlay', category: 'widget', match: { class: 'featherlight' } },
  { id: 'highslide/overlay', category: 'widget', match: { class: 'highslide-container' } },
  { id: 'blueimp/gallery', category: 'widget', match: [{ class: 'blueimp-gallery' }, { id: 'blueimp-gallery' }] },
  {
    id: 'envira/lightbox',
    category: 'widget',
    match: [{ class: 'envirabox-container' }, { class: 'envirabox-wrap' }, { class: 'envirabox-overlay' }],
  },
  { id: 'foobox/lightbox', category: 'widget', match: { class: 'fbx-modal' } },
  { id: 'modula/lightbox', category: 'widget', match: { class: 'modula-fancybox-container' } },
  {
    id: 'wp-lightbox/overlay',
    category: 'widget',
    match: [{ class: 'wp-lightbox-overlay' }, { id: 'wp-lightbox-overlay' }],
  },
  {
    id: 'simple-lightbox/overlay',
    category: 'widget',
    match: [{ class: 'sl-overlay' }, { class: 'slb_viewer_wrap' }, { id: 'slb_viewer_wrap' }],
  },
];
