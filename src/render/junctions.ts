import { isBlock, tag } from '../tree/tags.ts';
import { type Tree, textData } from '../tree/tree.ts';
import { cleanCharacters } from './characters.ts';

/**
 * Where two elements side by side, without a blank between them, hold words of their own: tags of a post, the parts of a
 * price or a menu, which a style sheet sets apart. On pages of the Web Content Extraction Benchmark's development split
 * the annotators wrote such words apart 1,666 times and as one 5 times, where the second begins with a capital or a
 * digit and the first is more than a letter; where it begins with a small letter, often as one ("f" and "or").
 */

const A = tag('a');
/** What belongs to the word before it, or is written letter by letter. */
const BOUND = new Set(['code', 'kbd', 'pre', 'q', 'rp', 'rt', 'ruby', 'samp', 'sub', 'sup', 'tt', 'wbr'].map(tag));
const MAX_LEVELS = 8;
/** How much of the text before is looked at. */
const END = 64;

/** A capital, or a price that begins with its currency. */
const CAPITAL = /^(?:\p{Lu}|\p{Sc} ?\p{Nd})/u;
const DIGIT = /^\p{Nd}/u;
/** A word in capitals may have a part that is set apart. */
const CAPITALS_END = /\p{Lu}\p{M}*$/u;
const CAPITALS_BEGIN = /^\p{Lu}\p{M}*\p{Lu}/u;
/** More than a word: of names with a stop in them, parts stand side by side as well. */
const ENDS_SENTENCE = /\s\S*[\p{Lu}\p{Ll}\p{Nd}]\p{M}*[\p{Lu}\p{Ll}\p{Nd}]\p{M}*[.!?…:;)\]”’»]$/u;
const ENDS_WORD = /[\p{Lu}\p{Ll}\p{Nd}]\p{M}*[\p{Lu}\p{Ll}]\p{M}*$/u;
const ENDS_NUMBER = /\p{Nd}$/u;
const ENDS_LONG_NUMBER = /\p{Nd}\p{Nd}$/u;

/**
 * Whether a text is another word than the text before it, though no blank stands between them.
 *
 * @param before the text that was written before it, 0 if there is none, with nothing but tags of inline elements and images between the two.
 * @param words those of the text itself.
 */
export function standApart(tree: Tree, before: number, node: number, words: string): boolean {
  const { parent, last } = tree;
  if (before === 0) return false;
  // Both end and begin with an element of their own.
  if (last[parent[before]] > node || parent[node] < before) return false;
  const digit = DIGIT.test(words);
  if (!digit && !CAPITAL.test(words)) return false;
  const left = endOf(tree, before);
  if (CAPITALS_END.test(left) && CAPITALS_BEGIN.test(words)) return false;
  if (
    !ENDS_WORD.test(left) &&
    !(digit ? ENDS_LONG_NUMBER.test(left) : ENDS_NUMBER.test(left) || ENDS_SENTENCE.test(left))
  )
    return false;
  return isOwnWord(tree, before, node, false) && isOwnWord(tree, node, before, digit);
}

/** The end of a text, enough to see its last two characters with their marks. */
function endOf(tree: Tree, node: number): string {
  const from = tree.end[node] - END;
  const text = from > tree.start[node] ? tree.source.slice(from, tree.end[node]) : textData(tree, node);
  return cleanCharacters(text);
}

/** Whether all elements around a text that the other is not in can hold words of their own. */
function isOwnWord({ kind, parent, last }: Tree, node: number, other: number, digit: boolean): boolean {
  let element = parent[node];
  for (let level = 0; element > 0 && (element > other || last[element] <= other); element = parent[element], level++) {
    // A number that is a link may be that of a footnote.
    if (level === MAX_LEVELS || BOUND.has(kind[element]) || (digit && kind[element] === A)) return false;
  }
  for (let level = 0; element > 0 && level < MAX_LEVELS; element = parent[element], level++) {
    const k = kind[element];
    if (BOUND.has(k)) return false;
    if (isBlock(k)) return true;
  }
  return true;
}
