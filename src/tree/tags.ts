/**
 * Element names as small numbers, and what the HTML standard says of each.
 * https://html.spec.whatwg.org/multipage/parsing.html (special, scope, implied end tags) and
 * https://html.spec.whatwg.org/multipage/rendering.html (which elements are displayed as blocks).
 */

/** Bits of `TAG_FLAGS`. */
export const VOID = 1; // has no content and no end tag
export const BLOCK = 2; // starts and ends a line of its own when rendered
export const SPECIAL = 4; // "special" in the tree-construction rules
export const SCOPE = 8; // bounds the search for an open element
export const CLOSES_P = 16; // its start tag ends an open paragraph
export const RAW = 32; // its content is text to the tokenizer, never markup
export const HIDDEN = 64; // never shown as text (scripts, embedded documents, form values)
export const HEAD = 128; // may stand in <head> without ending it
export const BREAKOUT = 256; // ends foreign content (svg, math)

const B = BLOCK | SPECIAL | CLOSES_P | BREAKOUT;

const TABLE: readonly (readonly [name: string, flags: number])[] = [
  ['#text', 0],
  ['#comment', 0],
  ['#doctype', 0],
  ['a', 0],
  ['abbr', 0],
  ['acronym', 0],
  ['address', B],
  ['applet', SPECIAL | SCOPE | HIDDEN],
  ['area', VOID | SPECIAL],
  ['article', B],
  ['aside', B],
  ['audio', HIDDEN],
  ['b', BREAKOUT],
  ['base', VOID | SPECIAL | HEAD],
  ['basefont', VOID | SPECIAL | HEAD],
  ['bdi', 0],
  ['bdo', 0],
  ['bgsound', VOID | SPECIAL | HEAD],
  ['big', BREAKOUT],
  ['blockquote', B],
  ['body', BLOCK | SPECIAL | BREAKOUT],
  ['br', VOID | SPECIAL | BREAKOUT],
  ['button', SPECIAL],
  ['canvas', HIDDEN],
  ['caption', BLOCK | SPECIAL | SCOPE],
  ['center', B],
  ['cite', 0],
  ['code', BREAKOUT],
  ['col', VOID | SPECIAL],
  ['colgroup', SPECIAL],
  ['data', 0],
  ['datalist', HIDDEN],
  ['dd', B],
  ['del', 0],
  ['details', B],
  ['dfn', 0],
  ['dialog', BLOCK | SPECIAL | CLOSES_P],
  ['dir', B],
  ['div', B],
  ['dl', B],
  ['dt', B],
  ['em', BREAKOUT],
  ['embed', VOID | SPECIAL | BREAKOUT],
  ['fieldset', BLOCK | SPECIAL | CLOSES_P],
  ['figcaption', B],
  ['figure', B],
  ['font', 0],
  ['footer', B],
  ['form', BLOCK | SPECIAL | CLOSES_P],
  ['frame', VOID | SPECIAL],
  ['frameset', SPECIAL],
  ['h1', B],
  ['h2', B],
  ['h3', B],
  ['h4', B],
  ['h5', B],
  ['h6', B],
  ['head', SPECIAL | BREAKOUT],
  ['header', B],
  ['hgroup', B],
  ['hr', VOID | BLOCK | SPECIAL | CLOSES_P | BREAKOUT],
  ['html', BLOCK | SPECIAL | SCOPE],
  ['i', BREAKOUT],
  ['iframe', SPECIAL | RAW | HIDDEN],
  ['img', VOID | SPECIAL | BREAKOUT],
  ['input', VOID | SPECIAL],
  ['ins', 0],
  ['kbd', 0],
  ['label', 0],
  ['legend', BLOCK],
  ['li', B],
  ['link', VOID | SPECIAL | HEAD],
  ['main', B],
  ['map', 0],
  ['mark', 0],
  ['marquee', BLOCK | SPECIAL | SCOPE],
  ['math', HIDDEN],
  ['menu', B],
  ['meta', VOID | SPECIAL | HEAD | BREAKOUT],
  ['meter', 0],
  ['nav', B],
  ['nobr', BREAKOUT],
  ['noembed', SPECIAL | RAW | HIDDEN],
  ['noframes', SPECIAL | RAW | HIDDEN | HEAD],
  ['noscript', SPECIAL | SCOPE | HEAD],
  ['object', SPECIAL | SCOPE | HIDDEN],
  ['ol', B],
  ['optgroup', HIDDEN],
  ['option', HIDDEN],
  ['output', 0],
  ['p', B],
  ['param', VOID | SPECIAL],
  ['picture', 0],
  ['plaintext', BLOCK | SPECIAL | CLOSES_P | RAW | HIDDEN],
  ['pre', B],
  ['progress', 0],
  ['q', 0],
  ['rb', 0],
  ['rp', 0],
  ['rt', 0],
  ['rtc', 0],
  ['ruby', BREAKOUT],
  ['s', BREAKOUT],
  ['samp', 0],
  ['script', SPECIAL | RAW | HIDDEN | HEAD],
  ['search', B],
  ['section', B],
  ['select', SPECIAL | HIDDEN],
  ['slot', 0],
  ['small', BREAKOUT],
  ['source', VOID | SPECIAL],
  ['span', BREAKOUT],
  ['strike', BREAKOUT],
  ['strong', BREAKOUT],
  ['style', SPECIAL | RAW | HIDDEN | HEAD],
  ['sub', BREAKOUT],
  ['summary', B],
  ['sup', BREAKOUT],
  ['svg', HIDDEN],
  ['table', BLOCK | SPECIAL | SCOPE | CLOSES_P | BREAKOUT],
  ['tbody', BLOCK | SPECIAL],
  ['td', BLOCK | SPECIAL | SCOPE],
  ['template', SPECIAL | SCOPE | HIDDEN | HEAD],
  ['textarea', SPECIAL | RAW | HIDDEN],
  ['tfoot', BLOCK | SPECIAL],
  ['th', BLOCK | SPECIAL | SCOPE],
  ['thead', BLOCK | SPECIAL],
  ['time', 0],
  ['title', SPECIAL | RAW | HIDDEN | HEAD],
  ['tr', BLOCK | SPECIAL],
  ['track', VOID | SPECIAL],
  ['tt', BREAKOUT],
  ['u', BREAKOUT],
  ['ul', B],
  ['var', BREAKOUT],
  ['video', HIDDEN],
  ['wbr', VOID | SPECIAL],
  ['xmp', BLOCK | SPECIAL | CLOSES_P | RAW | HIDDEN],
];

/** Names by number; numbers from `KNOWN_TAGS` on are a tree's own, for names that the standard does not know. */
export const TAG_NAMES: readonly string[] = TABLE.map(([name]) => name);
export const KNOWN_TAGS: number = TABLE.length;
/** Flags by number; for a number from `KNOWN_TAGS` on, use 0: an unknown element is an inline one. */
export const TAG_FLAGS: Uint16Array = Uint16Array.from(TABLE, ([, flags]) => flags);

/** The number of a known element name; throws at start-up where the table has no such name. */
export function tag(name: string): number {
  const index = TAG_NAMES.indexOf(name);
  if (index < 0) throw new RangeError(`unknown tag ${name}`);
  return index;
}

/** Whether an element of a kind starts and ends a line of its own when rendered; one that only a page has does not. */
export function isBlock(kind: number): boolean {
  return kind < KNOWN_TAGS && (TAG_FLAGS[kind] & BLOCK) !== 0;
}

/** Kinds of node that are no elements. Every element's kind is greater than `DOCTYPE`. */
export const TEXT = 0;
export const COMMENT = 1;
export const DOCTYPE = 2;

/** Each ends the one before it. */
export const RUBY_PARTS: readonly number[] = ['rb', 'rp', 'rt', 'rtc'].map(tag);
/** Those that an end tag of something around them ends without a word. */
export const IMPLIED_ENDS: readonly number[] = ['dd', 'dt', 'li', 'optgroup', 'option', 'p']
  .map(tag)
  .concat(RUBY_PARTS);
/** The special elements that the search for an open li looks through. */
export const ADDRESS_DIV_P: readonly number[] = ['address', 'div', 'p'].map(tag);
/** Elements whose end tag counts also where blocks are open in them. */
export const FORMATTING: readonly number[] = [
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
].map(tag);
/** Formatting elements that were opened outside of these are not touched by what stands in them. */
export const MARKED: readonly number[] = [
  'applet',
  'caption',
  'marquee',
  'noscript',
  'object',
  'td',
  'template',
  'th',
].map(tag);
export const LISTS: readonly number[] = ['ol', 'ul'].map(tag);
/** Elements of svg and math whose content is HTML again. */
export const INTEGRATION_POINTS: ReadonlySet<string> = new Set([
  'foreignobject',
  'desc',
  'annotation-xml',
  'mi',
  'mo',
  'mn',
  'ms',
  'mtext',
]);
