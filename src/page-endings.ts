import { type ArticleLines, nodesOf } from './article-lines.ts';
import type { LineIndex } from './rules/lines.ts';
import { scanLines } from './rules/lines.ts';
import type { PageLine } from './rules/page-lines.ts';
import type { Tree } from './tree/tree.ts';
import type { Category } from './types.ts';

/**
 * Line rules that need to see the whole article, on what the extractor kept: the lists under "Related:", the names under
 * "Share this", the stand-alone headline before a feed's tail. Lines that went already are shown to the rules as well,
 * since they are their evidence, but are not returned again.
 */
export function findPageEndings(
  tree: Tree,
  article: ArticleLines,
  index: LineIndex,
  wanted: (category: Category) => boolean,
): PageLine[] {
  const { text, count, start, end, gone } = article;
  const found: PageLine[] = [];
  let next = 0;
  for (const cut of scanLines(index, text)) {
    if (!wanted(cut.category)) continue;
    while (next < count && end[next] <= cut.start) next++;
    for (let i = next; i < count && start[i] < cut.end; i++) {
      // A tail cut off a paragraph would leave a part of a node: only whole lines go.
      if (start[i] < cut.start || end[i] > cut.end) continue;
      for (const node of nodesOf(article, i)) {
        if (!gone.has(node)) found.push({ ...cut, start: tree.start[node], end: tree.end[node], node });
      }
    }
  }
  return found;
}
