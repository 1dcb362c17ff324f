// Compares the words of Markdown, as a CommonMark parser with GFM reads it, with those of the plain text of the same
// article. They are the same in the same order, but for what either has no words for:
//   - images, whose alternative text is no part of the text;
//   - an embedded page, of which HTML and Markdown have a link (a paragraph that holds nothing else) and text nothing;
//   - marks of list items: text gives its lists in table cells none where the row is one line, and a table of Markdown
//     never; and text has marks for lists that are too deep for Markdown's;
//   - the label of a footnote, which stands for what the text shows there: "[^1]" for "1", "[1]" or "(1)". Before the note
//     itself text need not show any.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const MARK = /^(?:-|-?\d+\.)$/;
// Around a label among words. One that is no mark of the page's, since none would do, stands for any.
const LABEL = '\u0002';
const LABEL_END = '\u0003';
const OWN_LABEL = /adstrip-note-\d+/;
/** What the text shows where this label stands: blanks are written as hyphens. */
const shown = (label) => (OWN_LABEL.test(label) ? label : label.replaceAll('-', ' '));
const INLINE = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'html',
  'image',
  'footnoteReference',
]);

/** Markdown's tree of a text. */
export const read = (markdown) => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The words of a tree, each with what it stands in: `{ word, mark, optional }`. */
function wordsOf(root) {
  const words = [];
  let run = '';
  let marks = [];
  let optional = 0;
  const flush = () => {
    const found = run.match(/\S+/g) ?? [];
    run = '';
    if (found.length === 0) return;
    for (const word of marks) words.push({ word, mark: true, optional: 0 });
    marks = [];
    for (const word of found) words.push({ word, mark: false, optional });
  };
  let paragraphs = 0;
  const walk = (node) => {
    const inline = INLINE.has(node.type);
    if (!inline) flush();
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') run += node.value;
    else if (node.type === 'footnoteReference') run += LABEL + shown(node.label) + LABEL_END;
    else if (node.type === 'footnoteDefinition') {
      marks.push(LABEL + shown(node.label) + LABEL_END);
      for (const child of node.children) walk(child);
      marks = [];
    } else if (node.type === 'list') {
      for (const [i, item] of node.children.entries()) {
        const depth = marks.length;
        marks.push(node.ordered ? `${(node.start ?? 1) + i}.` : '-');
        if (item.checked !== null && item.checked !== undefined) run += item.checked ? '[x] ' : '[ ] ';
        walk(item);
        marks.length = Math.min(marks.length, depth);
      }
    } else if (node.type === 'paragraph' && node.children.length === 1 && node.children[0].type === 'link') {
      optional = ++paragraphs;
      walk(node.children[0]);
      flush();
      optional = 0;
    } else if (node.children !== undefined) for (const child of node.children) walk(child);
    if (!inline) flush();
  };
  walk(root);
  flush();
  return words;
}

/** Whether a word of the text is one of Markdown's, in which labels of footnotes may stand. */
function isSame(expected, word) {
  if (word === expected || word === undefined || expected === undefined) return word === expected;
  if (!word.includes(LABEL) && !word.includes(LABEL_END)) return false;
  const pattern = word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(new RegExp(OWN_LABEL, 'g'), '.{1,24}?')
    .replaceAll(LABEL, '[[({]*')
    .replaceAll(LABEL_END, '[\\])}.:]*');
  return new RegExp(`^${pattern}$`, 'u').test(expected);
}

/**
 * Undefined where the words are the same; otherwise where they first differ.
 *
 * @param {string} text
 * @param {string} markdown
 */
export function firstDifference(text, markdown) {
  const expected = text.match(/\S+/g) ?? [];
  const got = wordsOf(read(markdown));
  let e = 0;
  let g = 0;
  while (e < expected.length || g < got.length) {
    const { word, mark, optional } = got[g] ?? {};
    if (word !== undefined && isSame(expected[e], word)) {
      e++;
      g++;
    } else if (mark && word.startsWith(LABEL) && expected[e] !== undefined && MARK.test(expected[e])) e++;
    else if (mark && word.startsWith(LABEL) && isSame(expected[e], `${word}${got[g + 1]?.word}`)) {
      e++;
      g += 2;
    } else if (mark) g++;
    else if (expected[e] !== undefined && MARK.test(expected[e])) e++;
    else if (optional > 0 && got[g - 1]?.optional !== optional) while (got[g]?.optional === optional) g++;
    else {
      return {
        expected: expected.slice(Math.max(e - 4, 0), e + 4).join(' '),
        got: got
          .slice(Math.max(g - 4, 0), g + 4)
          .map((entry) => entry.word)
          .join(' '),
      };
    }
  }
  return undefined;
}
