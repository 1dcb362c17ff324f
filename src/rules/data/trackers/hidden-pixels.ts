import type { Rule } from '../../../types.ts';

/** Whoever sends it: an image of one pixel that is hidden or stands in a <noscript>, a frame without size. */
export const HIDDEN_PIXELS_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'pixel/hidden-image',
    category: 'tracker',
    match: [
      { selector: 'amp-pixel' },
      { selector: 'noscript img[height="1"]' },
      { selector: 'noscript img[height="0"]' },
      { selector: 'img[height="1"][width="1"][style*="none"]' },
      { selector: 'img[height="0"][width="0"][style*="none"]' },
    ],
  },
  {
    id: 'pixel/hidden-frame',
    category: 'tracker',
    match: [{ selector: 'noscript iframe[height="0"]' }, { selector: 'noscript iframe[height="1"]' }],
  },
];
