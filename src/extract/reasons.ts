import {
  ARTICLE,
  ASIDE,
  BANNER,
  BUTTON,
  CODE,
  CONCEALED,
  DETAILS,
  DIALOG,
  FIGURE,
  FOOTER,
  FORM,
  HEADER,
  LIST,
  MAIN,
  NAV,
  NOSCRIPT,
  type Page,
  QUOTE,
  TABLE,
} from './blocks.ts';
import { FEATURE_NAMES, FEATURES, type Features, rowWriter, writePage } from './features.ts';
import { type Forest, ranks, scoreRow } from './forest.ts';

/**
 * Why a block scores as it does: each group of features is set to what it is on the page's average, and the groups that
 * change the score most are the reasons.
 */

interface Group {
  readonly features: readonly number[];
  /** What to say when the group speaks for the block, and when against it; without: the zone that it stands in. */
  readonly pro?: string;
  readonly con?: string;
}

const GROUPS: readonly Group[] = (
  [
    [/^(?:words|charsPerWord|chars)$/, 'as long as running text', 'its length'],
    [
      /^(?:commas|stops|ends|endsAround4|capitalised|numbers|currencies|separators)$/,
      'punctuated like prose',
      'not punctuated like prose',
    ],
    [
      /^(?:linkDensity\d?|linksBefore1|linksAfter1|linksAround\d)$/,
      'few links in and around it',
      'links in and around it',
    ],
    [/^(?:wordsBefore1|wordsAfter1|wordsAround\d)$/, 'text around it', 'little text around it'],
    [
      /^(?:inTitle|inDescription|inJson)$/,
      'words of the title, description or JSON-LD',
      'shares no words with title and description',
    ],
    [/^(?:sameText)$/, 'said only once', 'said again elsewhere'],
    [/^(?:headingLevel)$/, 'a heading', 'its heading level'],
    [/^(?:shortScore)$/, 'its wording', 'worded like a label or call'],
    [
      /^(?:section|blocksSinceHeading|wordsSinceHeading)/,
      'the section that it stands in',
      'the section that it stands in',
    ],
    [/(?:Position|SinceH1|SinceTitle)$/, 'its place on the page', 'its place on the page'],
    [
      /^(?:inD50|inD70|inContainer|stepsTo|share\d|paragraphShare\d)/,
      'stands with most of the running text',
      'apart from most of the running text',
    ],
    [/^(?:words\d|wordsPerBlock\d|depth|images)/, 'the box that holds it', 'the box that holds it'],
    [/^(?:group|members\d|place\d)/, 'one of the repeated items that make the page', 'one of many repeated items'],
    [/^(?:score|inlineScore)/, 'class and id names of content', 'class and id names of boilerplate'],
  ] as const
)
  .map(
    ([pattern, pro, con]): Group => ({
      features: FEATURE_NAMES.flatMap((name, i) => (pattern.test(name) ? [i] : [])),
      pro,
      con,
    }),
  )
  .concat({ features: FEATURE_NAMES.flatMap((name, i) => (name.startsWith('zone_') ? [i] : [])) });

/** What a block stands in, the most telling first. */
const ZONE_WORDS: readonly (readonly [zone: number, words: string])[] = [
  [DIALOG, 'in a dialog'],
  [NAV, 'in navigation'],
  [FOOTER, 'in a footer'],
  [ASIDE, 'in an aside'],
  [BUTTON, 'in a button'],
  [NOSCRIPT, 'in noscript'],
  [CONCEALED, 'hidden'],
  [HEADER, 'in a header'],
  [BANNER, 'in a banner'],
  [FORM, 'in a form'],
  [DETAILS, 'in details'],
  [FIGURE, 'in a figure'],
  [QUOTE, 'in a quotation'],
  [CODE, 'in preformatted text'],
  [TABLE, 'in a table'],
  [LIST, 'in a list'],
  [ARTICLE, 'in an article'],
  [MAIN, 'in the main element'],
];

/** Zones that are named whenever a block of theirs is dropped. */
const TELLING = DIALOG | NAV | FOOTER | ASIDE | BUTTON | NOSCRIPT | CONCEALED;

function zoneWords(zone: number): string {
  for (const [bit, words] of ZONE_WORDS) if ((zone & bit) !== 0) return words;
  return 'in no element that says what it is';
}

/** How many reasons are given, and the least change in log-odds that is one. */
const REASONS = 3;
const LEAST = 0.15;
/** Reasons cost a dozen scores a block: on a page of more blocks, those behind have only their score. */
const MOST_BLOCKS = 2000;

/** The average of each feature over a page's blocks. */
export function averageRow(page: Page, features: Features): Float32Array {
  const average = new Float32Array(FEATURES);
  const row = new Float32Array(FEATURES);
  const write = rowWriter(page, features);
  writePage(features, row, 0);
  for (let b = 0; b < page.blocks; b++) {
    write(b, row, 0);
    for (let f = 0; f < FEATURES; f++) average[f] += row[f] / page.blocks;
  }
  return average;
}

/** The main reasons of a block's score, in words; `own` is its row. */
export function reasonsFor(
  page: Page,
  block: number,
  kept: boolean,
  own: Float32Array,
  average: Float32Array,
  forest: Forest,
): string {
  if (page.words[block] === 0)
    return `${page.images[block] > 0 ? 'an image' : 'no words'}${kept ? ' among kept text' : ''}`;
  if (block >= MOST_BLOCKS) return kept ? 'likely by the model' : 'unlikely by the model';
  const zone = zoneWords(page.zone[page.box[block]]);
  const row = own.slice();
  const score = scoreRow(forest, ranks(row), 0);
  const found: (readonly [change: number, text: string])[] = [];
  for (const { features, pro = zone, con = zone } of GROUPS) {
    for (const f of features) row[f] = average[f];
    const change = score - scoreRow(forest, ranks(row), 0);
    for (const f of features) row[f] = own[f];
    if (kept ? change > LEAST : change < -LEAST) found.push([Math.abs(change), kept ? pro : con]);
  }
  found.sort((a, b) => b[0] - a[0]);
  // Where a dropped block stands says most to a reader, whatever weighs most.
  if (!kept && (page.zone[page.box[block]] & TELLING) !== 0) found.unshift([0, zone]);
  if (found.length === 0) return kept ? 'like most of this page' : 'less likely than what is kept';
  return found
    .map(([, text]) => text)
    .filter((text, i, all) => all.indexOf(text) === i)
    .slice(0, REASONS)
    .join(', ');
}
