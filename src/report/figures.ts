import type { CleanResult, Removal, StripResult } from '../types.ts';
import { CATEGORY_MEANINGS } from './data/categories.ts';
import { excerpt } from './escape.ts';
import { count, counted, percent, score } from './numbers.ts';
import type { Tally } from './tally.ts';

/** How many pieces the strip of the whole source is drawn in. */
const PIECES = 400;

interface Figure {
  readonly name: string;
  readonly value: string;
  /** Whether the value is a word and no number. */
  readonly word?: boolean;
  readonly note: string;
}

/** The figures at the top of a report. */
export function figures(source: string, result: CleanResult | StripResult, sums: Tally): string {
  const kept = source.length - sums.characters;
  const all: Figure[] = [
    {
      name: 'removals',
      value: count(sums.removals),
      note: sums.removals === 0 ? 'nothing was taken out' : `by ${counted(sums.rules.length, 'rule')}`,
    },
    {
      name: 'characters removed',
      value: count(sums.characters),
      note: `${percent(sums.characters, source.length)} of ${count(source.length)}`,
    },
    {
      name: 'words removed',
      value: count(sums.words),
      note: result.type === 'html' ? 'that a reader would have seen' : 'of prose and of code',
    },
  ];
  if ('metadata' in result) {
    all.push(
      {
        name: 'words kept',
        value: count(result.wordCount),
        note: `${counted(result.text.length, 'character')} of text`,
      },
      { name: 'confidence', value: score(result.confidence), note: 'expected word-F1 of the text' },
      {
        name: 'page type',
        value: excerpt(result.pageType, 40),
        word: true,
        note: result.type === 'html' ? 'of a page' : 'of a text without tags',
      },
    );
  } else {
    all.push(
      { name: 'characters kept', value: count(kept), note: 'byte for byte' },
      { name: 'input', value: result.type, word: true, note: excerpt(result.encoding ?? 'a string', 40) },
    );
  }
  const items = all.map(
    ({ name, value, word, note }) =>
      `<div><dt>${name}</dt><dd${word ? ' class="word"' : ''}>${value}<small>${note}</small></dd></div>`,
  );
  return `<dl class="figures">${items.join('')}</dl>`;
}

/** Where in the source the removals lie: one bar from its beginning to its end. */
export function sourceStrip(source: string, removed: readonly Removal[], lines: number): string {
  const taken = new Map<number, Removal>();
  for (const removal of removed) {
    const from = Math.floor((removal.start * PIECES) / source.length);
    const to = Math.max(from, Math.ceil((removal.end * PIECES) / source.length) - 1);
    for (let piece = from; piece <= to; piece++) {
      const before = taken.get(piece);
      if (before === undefined || before.text.length < removal.text.length) taken.set(piece, removal);
    }
  }
  const bars: string[] = [];
  for (let piece = 0; piece < PIECES; ) {
    const category = taken.get(piece)?.category;
    let end = piece + 1;
    while (end < PIECES && taken.get(end)?.category === category) end++;
    if (category !== undefined)
      bars.push(`<rect class="c-${category}" x="${piece}" width="${end - piece}" height="10"/>`);
    piece = end;
  }
  return (
    `<svg class="strip" viewBox="0 0 ${PIECES} 10" preserveAspectRatio="none" role="img" ` +
    `aria-label="Where in the source the removals lie">${bars.join('')}</svg>` +
    `<p class="ends n"><span>line 1</span><span>line ${count(lines)}</span></p>`
  );
}

/** A table with a line a category. */
export function categoryTable({ categories, characters }: Tally): string {
  if (categories.length === 0) return '<p class="note">Nothing was removed.</p>';
  const most = categories[0].characters;
  const rows = categories.map(
    (sum) =>
      `<tr class="c-${sum.category}"><td><span class="dot"></span>${sum.category}<span class="means">${CATEGORY_MEANINGS[sum.category]}</span></td>` +
      `<td class="bar">${bar(sum.characters, most)}</td><td class="num">${count(sum.removals)}</td>` +
      `<td class="num">${count(sum.characters)}</td><td class="num">${count(sum.words)}</td></tr>`,
  );
  return (
    `<div class="scroll"><table><caption class="skip">Removed by category, ${counted(characters, 'character')} in all</caption>` +
    `<thead><tr><th>category</th><th class="bar"></th><th class="num">removals</th><th class="num">characters</th>` +
    `<th class="num">words</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  );
}

/** A horizontal bar as long as its share of the longest. */
export function bar(value: number, most: number): string {
  const width = most > 0 ? Math.max(0.5, (100 * value) / most) : 0;
  return `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${width.toFixed(1)}" height="8"/></svg>`;
}
