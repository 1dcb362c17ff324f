import { BLOCK, KNOWN_TAGS, RAW, TAG_FLAGS, TAG_NAMES, TEXT, tag } from '../tree/tags.ts';
import { ALLOWED_ELEMENTS, PART_OF } from './data/allow-list.ts';

/** The allow-list as numbers by element kind, for loops. */

/** Writes nothing and separates nothing. */
export const TRANSPARENT = 0;
/** Writes nothing, but what stands before, in and behind it are different paragraphs. */
export const BOUNDARY = 1;
export const LEAF = 2;
export const CONTAINER = 3;
export const PART = 4;
export const INLINE = 5;

/** No element: words that stand bare in a list item, a cell or a figure. */
export const RUN: number = TEXT;

/** By kind; kinds from `KNOWN_TAGS` on are transparent. */
const ROLE: Uint8Array = new Uint8Array(KNOWN_TAGS);
/** The kind of the element that is written for a kind. */
export const WRITTEN: Uint8Array = new Uint8Array(KNOWN_TAGS);
/** For a part's kind, the kinds that it may stand in. */
export const PARENTS: readonly (readonly number[])[] = TAG_NAMES.map((name) => (PART_OF[name] ?? []).map(tag));
/** Kinds in which words may stand bare: all parts that hold paragraphs, and the figure. */
export const HOLDS_BARE_WORDS: Uint8Array = new Uint8Array(KNOWN_TAGS);
/** For a kind that holds parts only, the part that words or a container need there; 0 for every other. */
export const PART_WITHIN: Uint8Array = new Uint8Array(KNOWN_TAGS);

for (let kind = 0; kind < KNOWN_TAGS; kind++) {
  const name = TAG_NAMES[kind];
  WRITTEN[kind] = kind;
  if (!Object.hasOwn(ALLOWED_ELEMENTS, name)) {
    ROLE[kind] = (TAG_FLAGS[kind] & BLOCK) !== 0 ? BOUNDARY : TRANSPARENT;
    continue;
  }
  const { role, as } = ALLOWED_ELEMENTS[name];
  ROLE[kind] = { leaf: LEAF, container: CONTAINER, part: PART, inline: INLINE }[role];
  if (as !== undefined) WRITTEN[kind] = tag(as);
}
for (const name of ['caption', 'dd', 'dt', 'figcaption', 'figure', 'li', 'td', 'th']) HOLDS_BARE_WORDS[tag(name)] = 1;
for (const [name, part] of [
  ['dl', 'dd'],
  ['ol', 'li'],
  ['table', 'tbody'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['thead', 'tr'],
  ['tr', 'td'],
  ['ul', 'li'],
] as const) {
  PART_WITHIN[tag(name)] = tag(part);
}

export function roleOf(kind: number): number {
  return kind < KNOWN_TAGS ? ROLE[kind] : TRANSPARENT;
}

/** Whether text in an element of a kind is no words, and what looks like markup in it is none: scripts, styles and the like. */
export function holdsRawText(kind: number): boolean {
  return kind < KNOWN_TAGS && (TAG_FLAGS[kind] & RAW) !== 0;
}
