import { decodeAs } from '../decode.ts';
import { isBytes } from '../input.ts';
import { typeName } from '../removals.ts';
import type { CleanResult, StripResult } from '../types.ts';
import { articleView } from './article.ts';
import { blocksView } from './blocks.ts';
import { CATEGORY_MEANINGS } from './data/categories.ts';
import { reportDocument, type Section } from './document.ts';
import { excerpt } from './escape.ts';
import { categoryTable, figures, sourceStrip } from './figures.ts';
import { filterForm } from './filters.ts';
import { link } from './links.ts';
import { metadataView } from './metadata.ts';
import { count, counted } from './numbers.ts';
import { sourceView } from './source.ts';
import { tally } from './tally.ts';

const LINE_BREAKS = /\r\n?|\n/g;

/**
 * One self-contained HTML page that shows what was removed from a document, by which rule and why, and what was kept.
 * It loads nothing and runs no script; what the document holds is shown as text. A result of `clean` with
 * `explain: true` adds the blocks with their scores. Deterministic, linear in the input; what is too much to look at is
 * left out, and the report says so.
 *
 * @param input what `clean` or `strip` was given; bytes are decoded as `result.encoding` says
 * @param result what it gave back
 * @throws {TypeError} where an argument is of the wrong type, or the result is not one of this input
 */
export function renderReport(input: string | Uint8Array, result: CleanResult | StripResult): string {
  const source = sourceOf(input, result);
  checkRemovals(source, result);
  const { removed, type } = result;
  const sums = tally(source, type, removed);
  const lines = (source.match(LINE_BREAKS)?.length ?? 0) + 1;
  const cleaned = 'metadata' in result ? result : undefined;
  const blocks = cleaned?.blocks;
  const overview =
    `${figures(source, result, sums)}<div class="two"><div><h3>Where</h3>${sourceStrip(source, removed, lines)}` +
    `<h3>By category</h3>${categoryTable(sums)}</div>` +
    `${cleaned === undefined ? '' : `<div><h3>Metadata</h3>${metadataView(cleaned.metadata)}</div>`}</div>`;
  const sections: Section[] = [
    { id: 'figures', name: 'Figures', html: overview },
    {
      id: 'removed',
      name: 'Removed',
      number: count(sums.removals),
      html:
        '<h2>Removed</h2><p class="note">The source, with what was taken out marked in the colour of its category. ' +
        'Point at a mark, or go to it with the Tab key, to see the rule and why. What was kept between marks is folded.</p>' +
        `<div class="browse">${filterForm(sums)}<div>${sourceView(source, removed, sums, blocks)}</div></div>`,
    },
  ];
  if (cleaned !== undefined) {
    sections.push({
      id: 'article',
      name: 'Article',
      number: counted(cleaned.wordCount, 'word'),
      html:
        '<h2>Article</h2><p class="note">What <code>clean</code> gives. Images are named, not loaded.</p>' +
        `${cleaned.html.trim() === '' ? '<p class="note">No text was kept.</p>' : articleView(cleaned.html)}`,
    });
  }
  if (blocks !== undefined) {
    sections.push({
      id: 'blocks',
      name: 'Blocks',
      number: count(blocks.length),
      html:
        '<h2>Kept and dropped</h2><p class="note">Every block of the page with how likely it is to belong to the ' +
        `content, and the main reasons.</p>${blocksView(source, blocks, removed)}`,
    });
  }
  const title = cleaned?.metadata.title ?? (type === 'html' ? 'A page' : 'A text');
  return reportDocument(`${title} – adstrip report`, headerOf(title, result), sections, 'Made by adstrip.');
}

function headerOf(title: string, result: CleanResult | StripResult): string {
  const address = 'metadata' in result ? result.metadata.canonicalUrl : undefined;
  const facts = [
    `adstrip report on a ${result.type === 'html' ? 'page' : 'text without tags'}`,
    result.encoding === undefined ? '' : excerpt(result.encoding, 40),
    result.truncated ? 'longer than the maximum: the rest was left out' : '',
  ].filter((fact) => fact !== '');
  return (
    `<p class="kicker">${facts.join(' · ')}</p><h1><bdi>${excerpt(title, 300)}</bdi></h1>` +
    `${address === undefined ? '' : `<p class="address">${link(address, address, 300)}</p>`}`
  );
}

function sourceOf(input: unknown, result: unknown): string {
  if (typeof input !== 'string' && !isBytes(input)) {
    throw new TypeError(`renderReport: input must be a string or Uint8Array, got ${typeName(input)}`);
  }
  if (!isResult(result)) {
    throw new TypeError(`renderReport: result must be a result of clean or strip, got ${typeName(result)}`);
  }
  if (typeof input === 'string') return input;
  if (typeof result.encoding !== 'string') {
    throw new TypeError('renderReport: result.encoding must be a string where input is bytes, got undefined');
  }
  try {
    return decodeAs(input, result.encoding).text;
  } catch {
    throw new TypeError(`renderReport: result.encoding must be the name of an encoding, got '${result.encoding}'`);
  }
}

function isResult(value: unknown): value is CleanResult | StripResult {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Partial<CleanResult & StripResult>;
  if (!Array.isArray(given.removed) || (given.type !== 'html' && given.type !== 'text')) return false;
  const isCleaned =
    typeof given.html === 'string' && typeof given.text === 'string' && typeof given.metadata === 'object';
  return isCleaned || typeof given.output === 'string';
}

/** Marks in the wrong places would tell lies about the page. */
function checkRemovals(source: string, { removed }: CleanResult | StripResult): void {
  let before = 0;
  for (const [index, { rule, category, start, end, text }] of removed.entries()) {
    const isSpan = Number.isInteger(start) && Number.isInteger(end) && start >= before && end > start;
    if (!isSpan || typeof text !== 'string' || end - start !== text.length || !source.startsWith(text, start)) {
      throw new TypeError(`renderReport: result.removed[${index}] (${start} to ${end}) does not belong to this input`);
    }
    if (typeof rule !== 'string' || !Object.hasOwn(CATEGORY_MEANINGS, category)) {
      throw new TypeError(`renderReport: result.removed[${index}] must have a rule and a category`);
    }
    before = end;
  }
}
