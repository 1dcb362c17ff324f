import { tag } from '../tree/tags.ts';

/** What Markdown has for the elements of safe HTML, by their numbers. Those named nowhere here only pass their words on. */

/** The heading's depth. */
export const HEADINGS: ReadonlyMap<number, 1 | 2 | 3 | 4 | 5 | 6> = new Map(
  ([1, 2, 3, 4, 5, 6] as const).map((depth) => [tag(`h${depth}`), depth]),
);
/** Browsers set the last two in italics, and so does the standard's style sheet. */
export const MARKS: ReadonlyMap<number, 'emphasis' | 'strong' | 'delete'> = new Map([
  [tag('b'), 'strong'],
  [tag('strong'), 'strong'],
  [tag('del'), 'delete'],
  [tag('s'), 'delete'],
  [tag('em'), 'emphasis'],
  [tag('i'), 'emphasis'],
  [tag('dfn'), 'emphasis'],
  [tag('var'), 'emphasis'],
]);
export const CODE: ReadonlySet<number> = new Set(['code', 'kbd', 'samp'].map(tag));
/** Written as they are: GitHub documents them as its way to write them. */
export const RAW_MARKUP: ReadonlyMap<number, string> = new Map([
  [tag('sub'), 'sub'],
  [tag('sup'), 'sup'],
]);
/** Parts words from words, and is nothing else in Markdown. */
export const PARTS: ReadonlySet<number> = new Set(
  [
    'blockquote',
    'caption',
    'dd',
    'dl',
    'dt',
    'figcaption',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'li',
    'ol',
    'p',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'ul',
  ].map(tag),
);
/** No cell of a GFM table can hold them. */
export const TOO_LARGE_FOR_A_CELL: ReadonlySet<number> = new Set(
  ['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'].map(tag),
);

export const A: number = tag('a');
export const BLOCKQUOTE: number = tag('blockquote');
export const BR: number = tag('br');
export const CAPTION: number = tag('caption');
export const CODE_ELEMENT: number = tag('code');
export const DT: number = tag('dt');
export const HR: number = tag('hr');
export const IMG: number = tag('img');
export const LI: number = tag('li');
export const OL: number = tag('ol');
export const P: number = tag('p');
export const PRE: number = tag('pre');
export const Q: number = tag('q');
export const SUP: number = tag('sup');
export const TABLE: number = tag('table');
export const TD: number = tag('td');
export const TH: number = tag('th');
export const THEAD: number = tag('thead');
export const TR: number = tag('tr');
export const UL: number = tag('ul');
