import type { Rule } from '../../../types.ts';

/**
 * Ad Inserter (WordPress). Its block is a `code-block`, which documentation sites also call their code samples:
 * the token counts only beside the plugin's own number, margin style or data, never around a `pre`.
 */
export const AD_INSERTER_RULES: readonly Rule[] = [
  {
    id: 'ad-inserter/block',
    category: 'ad',
    match: [
      { selector: '.code-block[class*="code-block-"][style*="margin"]' },
      { selector: '.code-block[style*="clear: both"]' },
    ],
    unless: [{ selector: '.code-block:has(pre)' }, { selector: '.code-block:has(code)' }],
  },
  {
    id: 'ad-inserter/viewport',
    category: 'ad',
    match: [
      { class: 'ai-viewports' },
      { class: 'ai-viewport-*' },
      { class: 'ai_widget' },
      { class: 'ai-rotate' },
      { class: 'ai-rotate-*' },
      { class: 'ai-lazy' },
      { class: 'ai-track' },
      { class: 'ai-insert-*' },
      { class: 'ai-list-data' },
      { class: 'ai-close' },
      { class: 'ai-sticky-*' },
      { class: 'ai-adb-*' },
      { class: 'ai-fallback' },
      { class: 'ai-placeholder' },
      { class: 'ai-debug-block' },
    ],
  },
  {
    id: 'ad-inserter/data',
    category: 'ad',
    match: [
      { selector: '[data-ai][class*="code-block"]' },
      { selector: '[data-insertion-position][data-code]' },
      { selector: '[data-insertion-position][data-selector]' },
      { selector: '[data-code][class*="ai-"]' },
    ],
  },
  {
    id: 'ad-inserter/code',
    category: 'ad',
    match: [
      { inlineScript: 'ai_front' },
      { inlineScript: 'ai_insert*' },
      { inlineScript: 'ai_run_*' },
      { inlineScript: 'ai_adb*' },
      { inlineScript: 'ai_check_*' },
      { inlineScript: 'ai_lists' },
      { inlineScript: 'ai_process_*' },
      { inlineScript: 'b64d' },
    ],
  },
  {
    id: 'ad-inserter/comment',
    category: 'ad',
    match: { comment: 'Ad Inserter' },
  },
];
