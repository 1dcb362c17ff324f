import { toMarkdown as serialize } from 'mdast-util-to-markdown';
import { typeName } from '../removals.ts';
import type { CleanResult } from '../types.ts';
import { articleTree } from './article-tree.ts';
import { OPTIONS } from './serializer.ts';

/**
 * The article as GitHub-flavoured Markdown: `result.html` in another notation. Text that looks like Markdown is escaped,
 * so that a CommonMark parser reads the words of `result.text`. Synchronous, pure and deterministic. Ends in a newline
 * unless it is empty. Raw HTML is written for `<sub>` and `<sup>` only, for which Markdown has no notation.
 *
 * @param result what `clean` gave; only its `html` is read.
 * @throws {TypeError} where it is no such result.
 */
export function toMarkdown(result: Pick<CleanResult, 'html'>): string {
  const html: unknown = typeof result === 'object' && result !== null ? result.html : undefined;
  if (typeof html !== 'string') {
    throw new TypeError(
      `toMarkdown: expected a result of clean(), got ${typeof result === 'object' && result !== null ? `html: ${typeName(html)}` : typeName(result)}`,
    );
  }
  return serialize(articleTree(html), OPTIONS);
}
