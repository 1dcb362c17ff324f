import { tag } from '../tree/tags.ts';
import { CONCEALED, FORM, HEADING, LIST, NAV, type Page, TABLE } from './blocks.ts';
import type { Boxes } from './boxes.ts';
import type { Sums } from './sums.ts';

/** Numbers about a page as a whole, the same for each of its blocks. */
export interface PageStatistics {
  readonly values: Float32Array;
}

/** Names of `PageStatistics.values`, in order. */
export const PAGE_NAMES = [
  'words',
  'shownWords',
  'blocks',
  'linkDensity',
  'paragraphShare',
  'shareD50',
  'shareD70',
  'shareContainer',
  'linksD70',
  'h1Position',
  'h1s',
  'headings',
  'paragraphs',
  'images',
  'buttons',
  'sections',
  'articles',
  'times',
  'listShare',
  'tableShare',
  'codeShare',
  'formShare',
  'concealedShare',
  'currencies',
  'inputs',
  'groupMembers',
  'groupShare',
  'groupWordsPerMember',
  'groupLinkDensity',
  'groupImages',
  'groupCurrencies',
  'longGroupMembers',
  'longGroupShare',
  'longGroupWords',
  'maxScore',
  'minScore',
] as const;

const P = tag('p');
const IMG = tag('img');
const BUTTON = tag('button');
const SECTION = tag('section');
const ARTICLE = tag('article');
const TIME = tag('time');
const INPUT = tag('input');
const H1 = tag('h1');
const CODE = tag('code');

/** A group of repeated boxes counts as one of long items (posts, comments) from so many words a member on. */
const LONG_MEMBER = 25;

export function pageStatistics(
  page: Page,
  sums: Sums,
  boxes: Boxes,
  excluded: number,
  d50: number,
  d70: number,
  container: number,
): PageStatistics {
  const n = page.blocks;
  const words = sums.words[n];
  const shown = Math.max(1, sums.shown[n]);
  const paragraphs = Math.max(1, sums.paragraphs[n]);
  let h1 = -1;
  let h1s = 0;
  let headings = 0;
  let list = 0;
  let table = 0;
  let form = 0;
  let concealed = 0;
  let currencies = 0;
  for (let b = 0; b < n; b++) {
    const zone = page.zone[page.box[b]];
    const w = page.words[b];
    currencies += page.currencies[b];
    if ((zone & HEADING) !== 0 && (zone & excluded) === 0) {
      headings++;
      if (page.level[page.box[b]] === 1) {
        if (h1 < 0) h1 = b;
        h1s++;
      }
    }
    if ((zone & NAV) !== 0) continue;
    if ((zone & LIST) !== 0) list += w;
    if ((zone & TABLE) !== 0) table += w;
    if ((zone & FORM) !== 0) form += w;
    if ((zone & CONCEALED) !== 0) concealed += w;
  }
  const tags = new Int32Array(9);
  const { kind, count } = page.tree;
  for (let i = 1; i < count; i++) {
    const k = kind[i];
    if (k === P) tags[0]++;
    else if (k === IMG) tags[1]++;
    else if (k === BUTTON) tags[2]++;
    else if (k === SECTION) tags[3]++;
    else if (k === ARTICLE) tags[4]++;
    else if (k === TIME) tags[5]++;
    else if (k === INPUT) tags[6]++;
    else if (k === H1) tags[7]++;
    else if (k === CODE) tags[8]++;
  }
  // The group of repeated boxes with most words, and the one of long members.
  let group = 0;
  let long = 0;
  for (let g = 1; g < boxes.groups; g++) {
    if (boxes.members[g] < 3) continue;
    if (boxes.groupShown[g] > boxes.groupShown[group] || group === 0) group = g;
    const perMember = boxes.groupShown[g] / boxes.members[g];
    if (perMember >= LONG_MEMBER && (long === 0 || boxes.groupShown[g] > boxes.groupShown[long])) long = g;
  }
  const groupMembers = group === 0 ? 0 : boxes.members[group];
  const groupWords = group === 0 ? 0 : boxes.groupWords[group];
  let greatest = 0;
  let least = 0;
  for (let x = 0; x < page.boxes; x++) {
    greatest = Math.max(greatest, boxes.own[x]);
    least = Math.min(least, boxes.own[x]);
  }
  const d70Words = sums.words[page.to[d70]] - sums.words[page.from[d70]];
  const values = Float32Array.of(
    words,
    sums.shown[n],
    n,
    sums.linkWords[n] / Math.max(1, words),
    sums.paragraphs[n] / shown,
    (sums.paragraphs[page.to[d50]] - sums.paragraphs[page.from[d50]]) / paragraphs,
    d70Words / Math.max(1, words),
    (sums.words[page.to[container]] - sums.words[page.from[container]]) / Math.max(1, words),
    (sums.linkWords[page.to[d70]] - sums.linkWords[page.from[d70]]) / Math.max(1, d70Words),
    h1 < 0 ? -1 : h1 / n,
    h1s,
    headings,
    tags[0],
    tags[1],
    tags[2],
    tags[3],
    tags[4],
    tags[5],
    list / Math.max(1, words),
    table / Math.max(1, words),
    tags[8],
    form / Math.max(1, words),
    concealed / Math.max(1, words),
    currencies,
    tags[6],
    groupMembers,
    group === 0 ? 0 : boxes.groupShown[group] / shown,
    groupWords / Math.max(1, groupMembers),
    group === 0 ? 0 : boxes.groupLinkWords[group] / Math.max(1, groupWords),
    group === 0 ? 0 : boxes.groupImages[group] / groupMembers,
    group === 0 ? 0 : boxes.groupCurrencies[group] / groupMembers,
    long === 0 ? 0 : boxes.members[long],
    long === 0 ? 0 : boxes.groupShown[long] / shown,
    long === 0 ? 0 : boxes.groupShown[long] / boxes.members[long],
    greatest,
    least,
  );
  return { values };
}
