import { readTextMetadata } from './metadata/text.ts';
import { cut } from './removals.ts';
import { plainToHtml, plainToText } from './render/plain.ts';
import type { Article, Stripped } from './results.ts';
import { rulesFor } from './rules/built-in.ts';
import { lineFacts } from './rules/lines.ts';
import { textBlocks } from './text-blocks.ts';
import { textConfidence } from './text-confidence.ts';
import { findInText } from './text-findings.ts';
import type { Category, CleanOptions, StripOptions } from './types.ts';

/** A text without leaked code, labels and promo lines, otherwise unchanged. */
export function stripText(source: string, options: StripOptions, wanted: (category: Category) => boolean): Stripped {
  const { removed } = findInText(source, rulesFor(options.rules), wanted);
  return { output: cut(source, removed), removed };
}

/** The article in a text whose tags are gone, with what it says about itself. */
export function cleanText(source: string, options: CleanOptions, wanted: (category: Category) => boolean): Article {
  const { removed, leaks, lines } = findInText(source, rulesFor(options.rules), wanted);
  const text = plainToText(cut(source, removed));
  return {
    removed,
    text,
    html: plainToHtml(text),
    metadata: readTextMetadata(text, lineFacts(lines)),
    pageType: text === '' ? 'other' : 'article',
    confidence: textConfidence(text),
    blocks: options.explain ? textBlocks(source, removed, leaks) : undefined,
  };
}
