import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import { LANGUAGE_CLASSES, NO_LANGUAGES } from './data/words-of-markup.ts';

const CODE = tag('code');
/** How many elements around a code sample may carry its language. */
const LEVELS = 2;

/**
 * The programming language of a `<pre>`, from the attributes of the `<code>` in it, its own, or those of the boxes right
 * around it. Safe HTML has no classes; it is written as `<pre lang="…">`, the form in which cmark-gfm's
 * `--github-pre-lang` puts the language of a fenced block.
 */
export function codeLanguage(tree: Tree, pre: number): string | undefined {
  for (let child = pre + 1; child < tree.last[pre] && child < pre + 4; child++) {
    if (tree.kind[child] === CODE) {
      const language = ownLanguage(tree, child);
      if (language !== undefined) return language;
    }
  }
  let node = pre;
  for (let level = 0; level <= LEVELS && node > 0; level++) {
    const language = ownLanguage(tree, node);
    if (language !== undefined) return language;
    node = tree.parent[node];
    // Boxes around several samples say nothing of one.
    if (tree.last[node] > tree.last[pre] + 8) break;
  }
  return undefined;
}

function ownLanguage(tree: Tree, node: number): string | undefined {
  const named = attribute(tree, node, ATTR['data-lang']) ?? attribute(tree, node, ATTR['data-language']);
  const language = named === undefined ? undefined : languageName(named);
  if (language !== undefined) return language;
  const words = attribute(tree, node, ATTR.class);
  if (words === undefined || words.length > 500) return undefined;
  let brush = false;
  for (const word of words.toLowerCase().split(/\s+/)) {
    if (brush) return languageName(word.replace(/;$/, ''));
    for (const prefix of LANGUAGE_CLASSES) {
      if (word === prefix && prefix.endsWith(':')) brush = true;
      else if (word.startsWith(prefix)) return languageName(word.slice(prefix.length).replace(/;$/, ''));
    }
  }
  return undefined;
}

function languageName(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  return /^[a-z][a-z0-9+#._-]{0,23}$/.test(lower) && !NO_LANGUAGES.has(lower) ? lower : undefined;
}
