// What the product promises of every input, as checks that throw what is broken. On the built package.
import { isDeepStrictEqual } from 'node:util';
import { decode } from '../dist/decode.js';
import { clean, restore, strip } from '../dist/index.js';
import { toMarkdown } from '../dist/markdown/to-markdown.js';
import { judgeHtml } from './safe-html.mjs';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

/**
 * `strip` with its spans and `restore` checked; the source is the input, or the text of its bytes.
 *
 * @param {string | Uint8Array} input
 * @param {import('../dist/index.js').StripOptions} options
 */
export function checkedStrip(input, options) {
  const source = textOf(input, options);
  const result = strip(input, options);
  checkSpans(source, result.removed);
  demand(restore(result.output, result.removed) === source, 'restore(output, removed) is not the input');
  return result;
}

/**
 * `clean` and `toMarkdown` with their results checked.
 *
 * @param {string | Uint8Array} input
 * @param {import('../dist/index.js').CleanOptions} options
 * @param {boolean} twice whether it is called twice, which must give the same
 */
export function checkedClean(input, options, twice) {
  const result = clean(input, options);
  checkSpans(textOf(input, options), result.removed);
  const { text, html, confidence } = result;
  demand(text.isWellFormed() && html.isWellFormed(), 'a result is not well-formed');
  demand(!CONTROLS.test(text), 'text holds a control character');
  demand(confidence >= 0 && confidence <= 1, `confidence is ${confidence}`);
  judgeHtml(html);
  const markdown = toMarkdown(result);
  demand(typeof markdown === 'string' && markdown.isWellFormed(), 'the Markdown is not well-formed');
  if (twice) {
    demand(isDeepStrictEqual(clean(input, options), result), 'the second call gives another result');
    JSON.stringify(result);
  }
  demand(!('polluted' in {}), 'a prototype was changed');
  return { ...result, markdown };
}

/** `strip`, and that a second one has nothing more to take from a text. Returns what was removed, by rule. */
export function checkFixed(input, options) {
  const { type, output, removed } = checkedStrip(input, options);
  if (type === 'text') {
    const again = strip(output, { ...options, type: 'text' });
    demand(again.removed.length === 0, `a second strip removes ${again.removed[0]?.rule}`);
  }
  return `${type} ${rulesOf(removed)}`;
}

/** Every promise at once. Returns what was removed, by rule, and the kind of page. */
export function checkAll(input, options, twice) {
  const stripped = checkFixed(input, options);
  const { pageType, html, removed } = checkedClean(input, options, twice);
  return `${stripped} ${pageType} ${html === ''} ${rulesOf(removed)}`;
}

const rulesOf = (removed) => [...new Set(removed.map(({ rule }) => rule))].sort().join();

function textOf(input, { contentType }) {
  return typeof input === 'string' ? input : decode(input, contentType).text;
}

function checkSpans(source, removed) {
  let before = 0;
  for (const { rule, start, end, text } of removed) {
    demand(start >= before && end > start, `${rule}: ${start}-${end} is empty or overlaps what ends at ${before}`);
    demand(source.slice(start, end) === text, `${rule}: ${start}-${end} is not its text`);
    before = end;
  }
}

export function demand(holds, what) {
  if (!holds) throw new Error(what);
}
