import { CLOSES_P, KNOWN_TAGS, TAG_FLAGS, tag } from './tags.ts';

const P = tag('p');
const TABLE = tag('table');

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const SECTIONS = ['tbody', 'thead', 'tfoot'];

/** What ends each of these without saying so: start tags, by the element that they end. */
const ENDED_BY: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  Object.entries({
    li: ['li'],
    dd: ['dd', 'dt'],
    dt: ['dd', 'dt'],
    a: ['a'],
    nobr: ['nobr'],
    button: ['button'],
    option: ['option', 'optgroup'],
    optgroup: ['optgroup'],
    td: ['td', 'th', 'tr', ...SECTIONS],
    th: ['td', 'th', 'tr', ...SECTIONS],
    tr: ['tr', ...SECTIONS],
    tbody: SECTIONS,
    thead: SECTIONS,
    tfoot: SECTIONS,
    h1: HEADINGS,
    h2: HEADINGS,
    h3: HEADINGS,
    h4: HEADINGS,
    h5: HEADINGS,
    h6: HEADINGS,
  }).map(([ended, by]) => [tag(ended), new Set(by.map(tag))]),
);

/** Whether a start tag always ends an open element, both by their kinds; a table ends a paragraph in some pages only. */
export function impliesEnd(start: number, open: number): boolean {
  if (open === P) return start < KNOWN_TAGS && start !== TABLE && (TAG_FLAGS[start] & CLOSES_P) !== 0;
  return ENDED_BY.get(open)?.has(start) ?? false;
}
