import type { Metadata } from '../types.ts';
import { excerpt } from './escape.ts';
import { link } from './links.ts';

const LONGEST_VALUE = 240;
const LONGEST_ADDRESS = 72;
const MOST_VALUES = 30;

const FIELDS: readonly (readonly [field: Exclude<keyof Metadata, 'sources'>, name: string])[] = [
  ['title', 'title'],
  ['authors', 'authors'],
  ['published', 'published'],
  ['modified', 'modified'],
  ['site', 'site'],
  ['section', 'section'],
  ['language', 'language'],
  ['description', 'description'],
  ['tags', 'tags'],
  ['originalSource', 'first seen at'],
  ['license', 'licence'],
  ['canonicalUrl', 'address'],
  ['image', 'image'],
];

const ADDRESSES: ReadonlySet<string> = new Set(['canonicalUrl', 'image', 'license']);

/** What is known of the document, and where each value came from. */
export function metadataView(metadata: Metadata): string {
  const missing: string[] = [];
  const rows = FIELDS.map(([field, name]) => {
    const given = metadata[field];
    const values = typeof given === 'string' ? [given] : (given ?? []);
    if (values.length === 0) {
      missing.push(name);
      return '';
    }
    const shown = values
      .slice(0, MOST_VALUES)
      .map((value) => link(value, value, ADDRESSES.has(field) ? LONGEST_ADDRESS : LONGEST_VALUE));
    if (values.length > MOST_VALUES) shown.push(`and ${values.length - MOST_VALUES} more`);
    const from = metadata.sources?.[field];
    const source = from === undefined ? '' : ` <span class="from">${excerpt(from, 60)}</span>`;
    return `<dt>${name}</dt><dd><bdi>${shown.join('</bdi>, <bdi>')}</bdi>${source}</dd>`;
  });
  if (missing.length > 0) rows.push(`<dt>not found</dt><dd class="n">${missing.join(', ')}</dd>`);
  return `<dl class="meta">${rows.join('')}</dl>`;
}
