/**
 * What safe HTML may hold: elements, their attributes, the schemes of addresses. Everything else is never written.
 * Elements that are not named here lose their tags and keep their text. Attributes that could shadow members of
 * `document` (id, name), run code (on*, style, srcdoc) or start a request by themselves (ping, poster, srcset) are in no
 * list. Content models are the standard's: https://html.spec.whatwg.org/multipage/dom.html#content-models
 */

/** How an element takes part in the structure that is written. */
type Role =
  /** Holds words and inline elements, never blocks. */
  | 'leaf'
  /** Holds blocks or parts of its own; may stand wherever a paragraph may. */
  | 'container'
  /** Stands in a certain container only. */
  | 'part'
  /** Stands among words. */
  | 'inline';

export interface AllowedElement {
  readonly role: Role;
  /** The element that is written, where it is another than the one read. */
  readonly as?: string;
  /** Beside `dir` and `lang`. */
  readonly attributes?: readonly string[];
}

export const ALLOWED_ELEMENTS: Readonly<Record<string, AllowedElement>> = {
  a: { role: 'inline', attributes: ['href', 'title'] },
  abbr: { role: 'inline', attributes: ['title'] },
  acronym: { role: 'inline', as: 'abbr', attributes: ['title'] },
  b: { role: 'inline' },
  bdi: { role: 'inline' },
  bdo: { role: 'inline' },
  blockquote: { role: 'container', attributes: ['cite'] },
  caption: { role: 'part' },
  cite: { role: 'inline' },
  code: { role: 'inline' },
  dd: { role: 'part' },
  del: { role: 'inline', attributes: ['cite', 'datetime'] },
  dfn: { role: 'inline', attributes: ['title'] },
  dir: { role: 'container', as: 'ul' },
  dl: { role: 'container' },
  dt: { role: 'part' },
  em: { role: 'inline' },
  figcaption: { role: 'part' },
  figure: { role: 'container' },
  h1: { role: 'leaf' },
  h2: { role: 'leaf' },
  h3: { role: 'leaf' },
  h4: { role: 'leaf' },
  h5: { role: 'leaf' },
  h6: { role: 'leaf' },
  i: { role: 'inline' },
  ins: { role: 'inline', attributes: ['cite', 'datetime'] },
  kbd: { role: 'inline' },
  li: { role: 'part' },
  mark: { role: 'inline' },
  menu: { role: 'container', as: 'ul' },
  ol: { role: 'container', attributes: ['start'] },
  p: { role: 'leaf' },
  pre: { role: 'leaf' },
  q: { role: 'inline', attributes: ['cite'] },
  rp: { role: 'inline' },
  rt: { role: 'inline' },
  ruby: { role: 'inline' },
  s: { role: 'inline' },
  samp: { role: 'inline' },
  small: { role: 'inline' },
  strike: { role: 'inline', as: 's' },
  strong: { role: 'inline' },
  sub: { role: 'inline' },
  sup: { role: 'inline' },
  table: { role: 'container' },
  tbody: { role: 'part' },
  td: { role: 'part', attributes: ['colspan', 'rowspan'] },
  tfoot: { role: 'part' },
  th: { role: 'part', attributes: ['colspan', 'rowspan'] },
  thead: { role: 'part' },
  time: { role: 'inline', attributes: ['datetime'] },
  tr: { role: 'part' },
  tt: { role: 'inline', as: 'code' },
  u: { role: 'inline' },
  ul: { role: 'container' },
  var: { role: 'inline' },
};

/** Where a part may stand. */
export const PART_OF: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  dd: ['dl'],
  dt: ['dl'],
  figcaption: ['figure'],
  li: ['ul', 'ol'],
  tbody: ['table'],
  td: ['tr'],
  tfoot: ['table'],
  th: ['tr'],
  thead: ['table'],
  tr: ['tbody', 'thead', 'tfoot'],
};

/** Schemes of links, with the colon as `URL.protocol` has it. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** Schemes of images, and of what an address is resolved against. */
export const WEB_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);
