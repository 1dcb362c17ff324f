import type { BatchEntry } from './batch-entry.ts';
import type { BatchFigures, RuleCounts, SiteCounts, WorstPage } from './batch-figures.ts';
import { CATEGORY_MEANINGS } from './data/categories.ts';
import { reportDocument, type Section } from './document.ts';
import { excerpt } from './escape.ts';
import { bar } from './figures.ts';
import { link } from './links.ts';
import { count, counted, percent, score } from './numbers.ts';

/** Lines of the tables of rules, of sites and of errors. */
const MOST_RULES = 200;
const MOST_SITES = 100;
const MOST_MESSAGES = 50;

/** The report on a batch as one HTML page. */
export function batchDocument(batch: BatchFigures): string {
  const sections: Section[] = [
    { id: 'figures', name: 'Figures', html: overview(batch) },
    { id: 'rules', name: 'Rules', number: count(batch.rules.size), html: rulesTable(batch) },
    { id: 'sites', name: 'Sites', number: count(batch.sites.size), html: sitesTable(batch) },
    { id: 'worst', name: 'Worst pages', html: worstTables(batch) },
  ];
  if (batch.errors > 0) {
    sections.push({ id: 'errors', name: 'Errors', number: count(batch.errors), html: errorsTable(batch) });
  }
  const title = counted(batch.records, 'record');
  const header = `<p class="kicker">adstrip report on a batch</p><h1>${title}</h1>`;
  return reportDocument(`${title} – adstrip report`, header, sections, 'Made by adstrip.');
}

function overview(batch: BatchFigures): string {
  const done = batch.records - batch.errors;
  const items: (readonly [name: string, value: string, note: string])[] = [
    [
      'records',
      count(batch.records),
      `of ${batch.forgottenSites > 0 ? 'more than ' : ''}${counted(batch.sites.size, 'site')}`,
    ],
    ['errors', count(batch.errors), `${percent(batch.errors, batch.records)} of the records`],
    ['removals', count(batch.removals), `${(done > 0 ? batch.removals / done : 0).toFixed(1)} a record`],
    ['characters removed', count(batch.characters), `${count(done > 0 ? batch.characters / done : 0)} a record`],
  ];
  if (batch.judged > 0) {
    items.push(['words kept', count(batch.words), `${count(batch.words / batch.judged)} a record`]);
    items.push(['confidence', score(batch.confidence / batch.judged), 'on average']);
  }
  const figures = items.map(
    ([name, value, note]) => `<div><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>`,
  );
  const types = [...batch.types].sort((a, b) => b[1] - a[1]);
  const aside =
    batch.judged > 0
      ? `<div><h3>Confidence</h3>${histogram(batch.bins)}<h3>Page types</h3>${table(
          ['type', '', '#records'],
          types.map(([type, records]) => [excerpt(type, 40), barCell(records, types[0][1]), num(records)]),
        )}</div>`
      : '';
  return (
    `<dl class="figures">${figures.join('')}</dl><div class="two"><div><h3>By category</h3>${categoriesTable(batch)}</div>` +
    `${aside}</div>`
  );
}

function categoriesTable({ categories }: BatchFigures): string {
  const rows = [...categories].sort((a, b) => b[1].characters - a[1].characters);
  return table(
    ['category', '', '#removals', '#records', '#characters'],
    rows.map(([category, { records, removals, characters }]) => [
      `<span class="dot"></span>${category}<span class="means">${CATEGORY_MEANINGS[category]}</span>`,
      barCell(characters, rows[0][1].characters),
      num(removals),
      num(records),
      num(characters),
    ]),
    rows.map(([category]) => `c-${category}`),
  );
}

/** How many records have which confidence. */
function histogram(bins: readonly number[]): string {
  const most = Math.max(1, ...bins);
  const bars = bins.map((records, i) => {
    const height = records === 0 ? 0 : Math.max(1, (100 * records) / most);
    const range = `${(i / bins.length).toFixed(2)} to ${((i + 1) / bins.length).toFixed(2)}`;
    return `<rect class="yes" x="${i + 0.06}" y="${(100 - height).toFixed(1)}" width=".88" height="${height.toFixed(1)}"><title>${range}: ${counted(records, 'record')}</title></rect>`;
  });
  return (
    `<svg class="ribbon tall" viewBox="0 0 ${bins.length} 100" preserveAspectRatio="none" role="img" ` +
    `aria-label="How many records have which confidence, from 0 to 1">${bars.join('')}</svg>` +
    '<p class="ends n"><span>0</span><span>0.5</span><span>1</span></p>'
  );
}

function rulesTable({ rules, records, errors, forgottenRules }: BatchFigures): string {
  const sorted = [...rules].sort((a, b) => b[1].removals - a[1].removals || (a[0] < b[0] ? -1 : 1));
  const rows = sorted.slice(0, MOST_RULES);
  const row = ([rule, sums]: readonly [string, RuleCounts]): string[] => [
    `<span class="dot"></span>${excerpt(rule, 80)}`,
    barCell(sums.removals, sorted[0][1].removals),
    num(sums.removals),
    num(sums.records),
    `<td class="num">${percent(sums.records, records - errors)}</td>`,
    num(sums.characters),
  ];
  return (
    '<h2>Rules</h2><p class="note">What each rule took, and from how many records.</p>' +
    table(
      ['rule', '', '#removals', '#records', '#of all', '#characters'],
      rows.map(row),
      rows.map(([, { category }]) => `c-${category}`),
    ) +
    cap(sorted.length - rows.length, 'rule', forgottenRules)
  );
}

function sitesTable({ sites, forgottenSites }: BatchFigures): string {
  const sorted = [...sites].sort(
    (a, b) => b[1].removals - a[1].removals || b[1].records - a[1].records || (a[0] < b[0] ? -1 : 1),
  );
  const rows = sorted.slice(0, MOST_SITES);
  const row = ([site, sums]: readonly [string, SiteCounts]): string[] => [
    site === '' ? '<span class="n">without an address</span>' : excerpt(site, 80),
    barCell(sums.removals, sorted[0][1].removals),
    num(sums.removals),
    num(sums.records),
    `<td class="num">${sums.errors === 0 ? '–' : count(sums.errors)}</td>`,
    num(sums.characters),
    `<td class="num">${sums.judged === 0 ? '–' : score(sums.confidence / sums.judged)}</td>`,
  ];
  return (
    '<h2>Sites</h2><p class="note">By the host of each record’s address; confidence is the average.</p>' +
    table(['site', '', '#removals', '#records', '#errors', '#characters', '#confidence'], rows.map(row)) +
    cap(sorted.length - rows.length, 'site', forgottenSites)
  );
}

function worstTables({ leastConfident, mostRemoved }: BatchFigures): string {
  const row = (page: WorstPage): string[] => [
    `<td class="url">${addressOf(page)}</td>`,
    page.pageType === undefined ? '–' : excerpt(page.pageType, 40),
    `<td class="num">${page.confidence === undefined ? '–' : score(page.confidence)}</td>`,
    `<td class="num">${page.words === undefined ? '–' : count(page.words)}</td>`,
    num(page.removals),
    num(page.characters),
  ];
  const names = ['record', 'type', '#confidence', '#words kept', '#removals', '#characters removed'];
  const least = leastConfident.length === 0 ? '' : `<h3>Least confident</h3>${table(names, leastConfident.map(row))}`;
  const most = mostRemoved.length === 0 ? '' : `<h3>Most removed</h3>${table(names, mostRemoved.map(row))}`;
  return `<h2>Worst pages</h2><p class="note">Those to look at first.</p>${least}${least === '' ? '' : '<p></p>'}${most}`;
}

function errorsTable({ messages, forgottenMessages }: BatchFigures): string {
  const sorted = [...messages].sort((a, b) => b[1].records - a[1].records);
  const rows = sorted.slice(0, MOST_MESSAGES);
  return (
    '<h2>Errors</h2><p class="note">Records for which there is no result, by what went wrong.</p>' +
    table(
      ['error', '', '#records', 'the first one'],
      rows.map(([message, { records, first }]) => [
        message === '' ? '<span class="n">without a message</span>' : excerpt(message, 300),
        barCell(records, sorted[0][1].records),
        num(records),
        `<td class="url">${first === undefined ? '' : addressOf(first)}</td>`,
      ]),
    ) +
    cap(sorted.length - rows.length, 'message', forgottenMessages)
  );
}

/** A record by its address and its id. */
function addressOf({ id, url }: BatchEntry): string {
  const address = url === undefined ? '' : `<bdi>${link(url, url, 90)}</bdi>`;
  const name = id === undefined ? '' : `<bdi class="n">${excerpt(id, 80)}</bdi>`;
  return address === '' && name === '' ? '<span class="n">without id and address</span>' : `${address} ${name}`.trim();
}

/**
 * A table of cells that are HTML: whole `<td>` elements, or the inside of one. A column whose name begins with # holds
 * numbers; the one without a name holds bars.
 */
function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  classes: readonly string[] = [],
): string {
  if (rows.length === 0) return '<p class="note">None.</p>';
  const head = columns.map((name) => {
    if (name === '') return '<th class="bar"></th>';
    return name.startsWith('#') ? `<th class="num" scope="col">${name.slice(1)}</th>` : `<th scope="col">${name}</th>`;
  });
  const body = rows.map((cells, i) => {
    const inside = cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('');
    return `<tr${classes[i] === undefined ? '' : ` class="${classes[i]}"`}>${inside}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="group" aria-label="Table by ${columns[0]}"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function num(value: number): string {
  return `<td class="num">${count(value)}</td>`;
}

function barCell(value: number, most: number): string {
  return `<td class="bar">${bar(value, most)}</td>`;
}

function cap(more: number, what: string, forgotten: number): string {
  const notes: string[] = [];
  if (more > 0) notes.push(`${counted(more, `more ${what}`)} not listed.`);
  if (forgotten > 0) {
    notes.push(
      `There were too many to count each: ${counted(forgotten, `rare ${what}`)} given up on the way. ` +
        `The figures at the top count all records; those of a ${what} listed here may lack what came before.`,
    );
  }
  return notes.length === 0 ? '' : `<p class="cap">${notes.join(' ')}</p>`;
}
