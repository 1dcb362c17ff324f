import * as Z from './blocks.ts';
import { H1_LEVEL, inlineOf, type Page } from './blocks.ts';
import { type Boxes, describeBoxes, groupAround, tokenScore } from './boxes.ts';
import type { Dictionary } from './dictionary.ts';
import { FACT_NAMES, type Facts } from './facts.ts';
import { PAGE_NAMES, type PageStatistics, pageStatistics } from './page-statistics.ts';
import { findRepeats, type Repeats } from './repeats.ts';
import { containerBox, deepestBox, excludedZones } from './rules.ts';
import { type Sums, sumBlocks } from './sums.ts';
import { MAX_TOKENS } from './tokens.ts';

/** Boxes that a block's features look at: the one that holds it and those around. */
const LEVELS = 5;
const SCORE_LEVELS = 8;

const LEVEL_NAMES = ['share', 'words', 'linkDensity', 'paragraphShare', 'wordsPerBlock', 'members', 'place'] as const;

const ZONES: readonly (readonly [name: string, bit: number])[] = [
  ['nav', Z.NAV],
  ['footer', Z.FOOTER],
  ['aside', Z.ASIDE],
  ['dialog', Z.DIALOG],
  ['header', Z.HEADER],
  ['concealed', Z.CONCEALED],
  ['article', Z.ARTICLE],
  ['main', Z.MAIN],
  ['form', Z.FORM],
  ['button', Z.BUTTON],
  ['list', Z.LIST],
  ['table', Z.TABLE],
  ['code', Z.CODE],
  ['quote', Z.QUOTE],
  ['figure', Z.FIGURE],
  ['details', Z.DETAILS],
  ['noscript', Z.NOSCRIPT],
  ['banner', Z.BANNER],
];

const ZONE_BITS = Int32Array.from(ZONES, ([, bit]) => bit);

const BLOCK_NAMES = [
  'words',
  'charsPerWord',
  'linkDensity',
  'commas',
  'stops',
  'numbers',
  'capitalised',
  'currencies',
  'separators',
  'ends',
  'inTitle',
  'inDescription',
  'inJson',
  'images',
  'sameText',
  'headingLevel',
  'shortScore',
  'inlineScore',
  'blockPosition',
  'wordPosition',
  'blocksSinceH1',
  'wordsSinceH1',
  'blocksSinceTitle',
  'blocksSinceHeading',
  'wordsSinceHeading',
  'sectionLevel',
  'sectionScore',
  'sectionInTitle',
  'wordsBefore1',
  'linksBefore1',
  'wordsAfter1',
  'linksAfter1',
  'wordsAround2',
  'linksAround2',
  'wordsAround4',
  'linksAround4',
  'endsAround4',
  'inD50',
  'inD70',
  'inContainer',
  'stepsToD70',
  'stepsToContainer',
  'scoreLeast',
  'scoreGreatest',
  'scoreMean',
  'groupMembers',
  'groupShare',
  'groupWordsPerMember',
  'groupLinkDensity',
  'groupImages',
  'groupCurrencies',
  'groupPlace',
  'groupLevel',
  'depth',
] as const;

/** What a row of features holds, in order. */
export const FEATURE_NAMES: readonly string[] = [
  ...BLOCK_NAMES,
  ...ZONES.map(([name]) => `zone_${name}`),
  ...Array.from({ length: SCORE_LEVELS }, (_, level) => `score${level}`),
  ...Array.from({ length: LEVELS }, (_, level) => LEVEL_NAMES.map((name) => `${name}${level}`)).flat(),
  ...PAGE_NAMES.map((name) => `page_${name}`),
  ...FACT_NAMES.map((name) => `fact_${name}`),
];
export const FEATURES: number = FEATURE_NAMES.length;

/** What the rows of a page's blocks are written from. */
export interface Features {
  readonly facts: Facts;
  readonly dictionary: Dictionary;
  readonly sums: Sums;
  readonly boxes: Boxes;
  readonly repeats: Repeats;
  readonly statistics: PageStatistics;
  readonly excluded: number;
  /** The deepest boxes with half and with 70 % of the running text, and the one that rules would take. */
  readonly d50: number;
  readonly d70: number;
  readonly container: number;
}

/** What a row holds before that which is the same for all blocks of a page. */
export const BLOCK_FEATURES: number = FEATURES - PAGE_NAMES.length - FACT_NAMES.length;

/** Headings that share at least half of their words with the title are the title. */
const TITLE_SHARE = 0.5;
/** Farther than any block. */
const FAR = 9999;

/** 1..6 for a block in a heading, else 0. */
export const levelOf = (page: Page, block: number): number =>
  (page.zone[page.box[block]] & Z.HEADING) !== 0 ? page.level[page.box[block]] : 0;

/** The steps from a box up to the first box that also holds `target`, at most `SCORE_LEVELS`. */
function stepsTo(page: Page, box: number, target: number): number {
  const block = page.from[target];
  const end = page.to[target];
  let steps = 0;
  for (let x = box; x > 0 && steps < SCORE_LEVELS; x = page.parent[x], steps++) {
    if (page.from[x] <= block && page.to[x] >= end && page.node[x] <= page.node[target]) break;
  }
  return steps;
}

/** How many blocks of `from .. to`, a few, end sentences, counted by sentence. */
function stopsIn({ stops }: Page, from: number, to: number): number {
  let sum = 0;
  for (let b = from; b < to; b++) sum += stops[b];
  return sum;
}

/** Whether a block stands in a box. */
export const isWithin = (page: Page, box: number, block: number): boolean =>
  block >= page.from[box] && block < page.to[box];

export function blockFeatures(page: Page, facts: Facts, dictionary: Dictionary): Features {
  const excluded = excludedZones(page);
  const sums = sumBlocks(page, excluded);
  const boxes = describeBoxes(page, sums, dictionary);
  const d50 = deepestBox(page, sums.paragraphs, 0.5);
  const d70 = deepestBox(page, sums.paragraphs, 0.7);
  const container = containerBox(page, sums, excluded);
  const statistics = pageStatistics(page, sums, boxes, excluded, d50, d70, container);
  const repeats = findRepeats(page, boxes);
  return { facts, dictionary, sums, boxes, repeats, statistics, excluded, d50, d70, container };
}

/** What ends a row: the same for all blocks of a page. */
export function writePage({ statistics, facts }: Features, rows: Float32Array, row: number): void {
  rows.set(statistics.values, row + BLOCK_FEATURES);
  rows.set(facts.values, row + BLOCK_FEATURES + statistics.values.length);
}

/**
 * Writes rows block by block: `(block, rows, row)` puts all but what `writePage` writes at `row`. To be called for blocks
 * in order; those without need of a row may be left out. A row is 700 bytes, so that those of a whole page of tiny blocks
 * are never there at once.
 */
export function rowWriter(page: Page, features: Features): (block: number, rows: Float32Array, row: number) => void {
  const { dictionary, sums, boxes, repeats, d50, d70, container } = features;
  const n = page.blocks;
  const shownWords = Math.max(1, sums.shown[n]);
  const paragraphWords = Math.max(1, sums.paragraphs[n]);
  const allWords = Math.max(1, sums.words[n]);
  const hashes = new Int32Array(MAX_TOKENS + 1);
  const range = new Float32Array(2);
  let seen = 0;
  let h1 = -1;
  let title = -1;
  let heading = -1;
  let headingLevel = 0;
  let headings = 0;
  let headingScore = 0;

  return (b, rows, row) => {
    for (; seen <= b; seen++) {
      const level = levelOf(page, seen);
      if (level === 0) continue;
      headings++;
      if (level === H1_LEVEL && h1 < 0) h1 = seen;
      if (page.words[seen] === 0) continue;
      if (page.inTitle[seen] >= page.words[seen] * TITLE_SHARE && (title < 0 || level === H1_LEVEL)) title = seen;
      heading = seen;
      headingLevel = level;
      headingScore = page.headingScores[headings - 1];
    }
    let f = row;
    const words = page.words[b];
    const per = 1 / Math.max(1, words);
    const box = page.box[b];
    const zone = page.zone[box];
    const level = levelOf(page, b);
    const inline = inlineOf(page, b);
    rows[f++] = words;
    rows[f++] = page.chars[b] * per;
    rows[f++] = page.linkWords[b] * per;
    rows[f++] = page.commas[b] * per;
    rows[f++] = page.stops[b];
    rows[f++] = page.numbers[b] * per;
    rows[f++] = page.capitalised[b] * per;
    rows[f++] = page.currencies[b];
    rows[f++] = page.separators[b];
    rows[f++] = page.ends[b];
    rows[f++] = page.inTitle[b] * per;
    rows[f++] = page.inDescription[b] * per;
    rows[f++] = page.inJson[b] * per;
    rows[f++] = page.images[b];
    rows[f++] = repeats.count[b];
    rows[f++] = level;
    rows[f++] = page.shortScore[b];
    rows[f++] = inline < 0 ? 0 : tokenScore(page, inline, dictionary, hashes, range);
    rows[f++] = b / n;
    rows[f++] = sums.words[b] / allWords;
    rows[f++] = h1 < 0 ? -1 : b - h1;
    rows[f++] = h1 < 0 ? -1 : sums.words[b] - sums.words[h1];
    rows[f++] = title < 0 ? -1 : b - title;
    rows[f++] = heading < 0 ? FAR : b - heading;
    rows[f++] = heading < 0 ? FAR : sums.words[b] - sums.words[heading];
    rows[f++] = headingLevel;
    rows[f++] = heading < 0 ? 0 : headingScore;
    rows[f++] = heading < 0 ? 0 : page.inTitle[heading] / Math.max(1, page.words[heading]);
    for (let side = -1; side <= 1; side += 2) {
      const other = b + side;
      const there = other >= 0 && other < n;
      rows[f++] = there ? page.words[other] : -1;
      rows[f++] = there ? page.linkWords[other] / Math.max(1, page.words[other]) : -1;
    }
    for (let reach = 2; reach <= 4; reach += 2) {
      const from = Math.max(0, b - reach);
      const to = Math.min(n, b + reach + 1);
      const around = sums.words[to] - sums.words[from];
      rows[f++] = around;
      rows[f++] = (sums.linkWords[to] - sums.linkWords[from]) / Math.max(1, around);
      if (reach === 4) rows[f++] = stopsIn(page, from, to);
    }
    rows[f++] = isWithin(page, d50, b) ? 1 : 0;
    rows[f++] = isWithin(page, d70, b) ? 1 : 0;
    rows[f++] = isWithin(page, container, b) ? 1 : 0;
    rows[f++] = stepsTo(page, box, d70);
    rows[f++] = stepsTo(page, box, container);
    rows[f++] = boxes.least[box];
    rows[f++] = boxes.greatest[box];
    rows[f++] = boxes.mean[box];
    f = writeGroup(page, boxes, box, shownWords, rows, f);
    rows[f++] = page.depth[box];
    for (let i = 0; i < ZONE_BITS.length; i++) rows[f++] = (zone & ZONE_BITS[i]) !== 0 ? 1 : 0;
    let x = box;
    for (let i = 0; i < SCORE_LEVELS; i++) {
      rows[f++] = boxes.own[x];
      if (x > 0) x = page.parent[x];
    }
    x = box;
    for (let i = 0; i < LEVELS; i++) {
      const from = page.from[x];
      const to = page.to[x];
      const inBox = sums.words[to] - sums.words[from];
      const g = boxes.group[x];
      rows[f++] = (sums.shown[to] - sums.shown[from]) / shownWords;
      rows[f++] = inBox;
      rows[f++] = (sums.linkWords[to] - sums.linkWords[from]) / Math.max(1, inBox);
      rows[f++] = (sums.paragraphs[to] - sums.paragraphs[from]) / paragraphWords;
      rows[f++] = inBox / Math.max(1, to - from);
      rows[f++] = boxes.members[g];
      rows[f++] = boxes.place[x];
      if (x > 0) x = page.parent[x];
    }
  };
}

/** The rows of all blocks, one behind the other. @public For the scripts that train, and for tests. */
export function allRows(page: Page, features: Features): Float32Array {
  const rows = new Float32Array(page.blocks * FEATURES);
  const write = rowWriter(page, features);
  for (let b = 0; b < page.blocks; b++) {
    write(b, rows, b * FEATURES);
    writePage(features, rows, b * FEATURES);
  }
  return rows;
}

/** Writes what the group of repeated boxes around a block is like; returns the next place in the row. */
function writeGroup(
  page: Page,
  boxes: Boxes,
  box: number,
  shownWords: number,
  rows: Float32Array,
  start: number,
): number {
  const best = groupAround(page, boxes, box);
  let f = start;
  if (best < 0) {
    for (let i = 0; i < 8; i++) rows[f++] = 0;
    return f;
  }
  const g = boxes.group[best];
  const members = boxes.members[g];
  let level = 0;
  for (let x = box; x !== best; x = page.parent[x]) level++;
  rows[f++] = members;
  rows[f++] = boxes.groupShown[g] / shownWords;
  rows[f++] = boxes.groupWords[g] / members;
  rows[f++] = boxes.groupLinkWords[g] / Math.max(1, boxes.groupWords[g]);
  rows[f++] = boxes.groupImages[g] / members;
  rows[f++] = boxes.groupCurrencies[g] / members;
  rows[f++] = boxes.place[best] / members;
  rows[f++] = level;
  return f;
}
