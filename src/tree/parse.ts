import { Parser } from 'htmlparser2';
import { ATTRIBUTE_NAMES } from './attributes.ts';
import { ForwardTokenizer } from './forward-tokenizer.ts';
import { grown } from './grown.ts';
import { IntStack } from './int-stack.ts';
import { createNames, type Names, numbersByHash } from './names.ts';
import { isInQuirksMode } from './quirks.ts';
import {
  ADDRESS_DIV_P,
  BREAKOUT,
  CLOSES_P,
  COMMENT,
  DOCTYPE,
  FORMATTING,
  HEAD,
  IMPLIED_ENDS,
  INTEGRATION_POINTS,
  KNOWN_TAGS,
  LISTS,
  MARKED,
  RAW,
  RUBY_PARTS,
  SCOPE,
  SPECIAL,
  TAG_FLAGS,
  TAG_NAMES,
  TEXT,
  tag,
  VOID,
} from './tags.ts';
import { isBlankSlice, type Tree } from './tree.ts';

const [BR, IMG, BUTTON, FORM] = ['br', 'img', 'button', 'form'].map(tag);
const P = tag('p');
const TEMPLATE = tag('template');
const TITLE = tag('title');
const [HTML, HEAD_TAG, BODY, H1, H6] = ['html', 'head', 'body', 'h1', 'h6'].map(tag);
const [A, NOBR, SVG, MATH] = ['a', 'nobr', 'svg', 'math'].map(tag);
const [LI, DD, DT, OPTION, OPTGROUP] = ['li', 'dd', 'dt', 'option', 'optgroup'].map(tag);
const [TABLE, CAPTION, COLGROUP, TR, TD, TH] = ['table', 'caption', 'colgroup', 'tr', 'td', 'th'].map(tag);
const [TBODY, THEAD, TFOOT] = ['tbody', 'thead', 'tfoot'].map(tag);
const ELEMENT_NUMBERS = numbersByHash(TAG_NAMES.slice(0, KNOWN_TAGS), DOCTYPE + 1);
const ATTRIBUTE_NUMBERS = numbersByHash(ATTRIBUTE_NAMES, 1);

// What the open elements' stack knows of each of its places: bits, and the barriers' numbers.
const CLOSING = 1; // an end tag has asked for it, but blocks were open in it
const FOREIGN = 2; // its children are svg or math
const BARRIER = 4; // the bit of the first barrier, followed by the others'
const BARRIERS = 5;
const AT_SCOPE = 0;
const AT_TABLE = 1;
const AT_BUTTON = 2;
const AT_SPECIAL = 3; // but an address, div or p: what bounds the search for an open li
const AT_ANY_SPECIAL = 4;

const isTablePart = (kind: number): boolean =>
  kind === TBODY || kind === THEAD || kind === TFOOT || kind === CAPTION || kind === COLGROUP;

/**
 * Builds the tree straight from htmlparser2's tokens. It overrides the tokenizer's callbacks, so that the parser's own
 * stack, attribute objects and strings are never made: time stays linear in depth, and every position is the
 * tokenizer's. Implied end tags, scopes and foreign content follow the standard's rules where they decide which
 * element a text belongs to; the adoption agency and foster parenting, which move nodes out of source order, do not
 * happen: a node's place in the source and in the tree always agree.
 */
class TreeBuilder extends Parser {
  readonly #source: string;
  readonly #quirks: boolean;
  // nodes
  #count = 0;
  #kind: Int32Array;
  #start: Int32Array;
  #end: Int32Array;
  #openEnd: Int32Array;
  #closeStart: Int32Array;
  #parent: Int32Array;
  #last: Int32Array; // of an open element: the place of the one of its kind around it, as `#innermost` had it
  #firstAttribute: Int32Array;
  // attributes
  #attributes = 0;
  #attributeName: Int32Array;
  #attributeStart: Int32Array;
  #valueStart: Int32Array;
  #valueEnd: Int32Array;
  // names
  readonly #tagNames: Names;
  readonly #attributeNames: Names;
  // open elements; place 0 is the root
  #depth = 0;
  #open: Int32Array = new Int32Array(64);
  #state: Uint8Array = new Uint8Array(64);
  readonly #barriers: Int32Array = new Int32Array(BARRIERS); // the place of the innermost one of each, 0 if there is none
  readonly #outerBarriers: IntStack = new IntStack(); // what held before each one that is open
  readonly #earlyEnds: Map<number, number> = new Map();
  readonly #innermost: number[] = []; // by kind: the place of the innermost open element, 0 if there is none
  // the tag being read
  #tagKind = 0;
  #tagIgnored = false;
  #tagUnended = false;

  constructor(source: string) {
    super(null, { decodeEntities: false, Tokenizer: ForwardTokenizer });
    this.#source = source;
    this.#quirks = isInQuirksMode(source);
    this.#tagNames = createNames(source, TAG_NAMES, ELEMENT_NUMBERS);
    this.#attributeNames = createNames(source, ATTRIBUTE_NAMES, ATTRIBUTE_NUMBERS);
    const nodes = (source.length >> 6) + 64;
    this.#kind = new Int32Array(nodes);
    this.#start = new Int32Array(nodes);
    this.#end = new Int32Array(nodes);
    this.#openEnd = new Int32Array(nodes);
    this.#closeStart = new Int32Array(nodes);
    this.#parent = new Int32Array(nodes);
    this.#last = new Int32Array(nodes);
    this.#firstAttribute = new Int32Array(nodes);
    this.#attributeName = new Int32Array(nodes);
    this.#attributeStart = new Int32Array(nodes);
    this.#valueStart = new Int32Array(nodes);
    this.#valueEnd = new Int32Array(nodes);
    for (let kind = 0; kind < KNOWN_TAGS; kind++) this.#innermost.push(0);
    // The root: an element without a tag that holds everything.
    this.#kind[0] = HTML;
    this.#parent[0] = -1;
    this.#count = 1;
  }

  /** Ends what is still open and hands the tree over. */
  finish(): Tree {
    const { length } = this.#source;
    if (this.#tagUnended) {
      // The source ends within a start tag, which the standard drops.
      this.#count--;
      this.#attributes = this.#firstAttribute[this.#count];
    }
    while (this.#depth > 0) this.#pop(length, length);
    this.#end[0] = length;
    this.#closeStart[0] = length;
    this.#last[0] = this.#count;
    this.#firstAttribute = grown(this.#firstAttribute, this.#count);
    this.#firstAttribute[this.#count] = this.#attributes;
    return {
      source: this.#source,
      count: this.#count,
      kind: this.#kind,
      start: this.#start,
      end: this.#end,
      openEnd: this.#openEnd,
      closeStart: this.#closeStart,
      parent: this.#parent,
      last: this.#last,
      firstAttribute: this.#firstAttribute,
      attributeName: this.#attributeName,
      attributeNames: this.#attributeNames.names,
      attributeStart: this.#attributeStart,
      valueStart: this.#valueStart,
      valueEnd: this.#valueEnd,
      names: this.#tagNames.names,
      earlyEnds: this.#earlyEnds,
      remainders: new Map(),
    };
  }

  // Tokens

  override ontext(start: number, end: number): void {
    const last = this.#count - 1;
    const parent = this.#open[this.#depth];
    if (this.#kind[last] === TEXT && this.#end[last] === start && this.#parent[last] === parent) {
      this.#end[last] = end; // the tokenizer splits text at a `<` that begins no tag
      this.#openEnd[last] = end;
      this.#closeStart[last] = end;
      return;
    }
    if (this.#kind[parent] === HEAD_TAG && !isBlankSlice(this.#source, start, end))
      this.#closeTo(this.#depth, start, start, false);
    this.#node(TEXT, start, end);
  }

  override oncomment(start: number, end: number): void {
    // `start` lies behind `<!--`, `<!`, `<?` or `</`; the comment itself begins at the `<`.
    const open = this.#source.lastIndexOf('<', start - 1);
    this.#node(COMMENT, open, Math.min(end + 1, this.#source.length));
  }

  override ondeclaration(start: number, end: number): void {
    this.#node(DOCTYPE, start - 2, end + 1);
  }

  override oncdata(start: number, end: number): void {
    // Only svg and math get here: `parse` hides the others from the tokenizer.
    this.ontext(start, end);
  }

  override onopentagname(start: number, end: number): void {
    const kind = this.#tagNumber(start, end);
    const at = start - 1;
    this.#tagKind = kind;
    this.#tagIgnored = false;
    const flags = kind < KNOWN_TAGS ? TAG_FLAGS[kind] : 0;
    if (this.#is(FOREIGN, this.#depth) && (flags & BREAKOUT) !== 0) {
      let place = this.#depth;
      while (place > 1 && this.#is(FOREIGN, place - 1)) place--;
      this.#closeTo(place, at, at, false);
    }
    if (!this.#is(FOREIGN, this.#depth)) {
      if (this.#ignores(kind)) {
        this.#tagIgnored = true;
        return;
      }
      this.#implyEnds(kind, flags, at);
    }
    this.#node(kind, at, -1);
    this.#tagUnended = true;
  }

  override onopentagend(end: number): void {
    if (this.#tagIgnored) return;
    this.#endStartTag(end + 1, false);
  }

  override onselfclosingtag(end: number): void {
    if (this.#tagIgnored) return;
    this.#endStartTag(end + 1, this.#is(FOREIGN, this.#depth) || this.#tagKind === SVG || this.#tagKind === MATH);
  }

  override onattribname(start: number, end: number): void {
    if (this.#tagIgnored) return;
    const i = this.#attributes;
    if (i >= this.#attributeName.length) this.#growAttributes();
    this.#attributeName[i] = this.#attributeNames.numberOf(start, end);
    this.#attributeStart[i] = start;
    this.#valueStart[i] = end;
    this.#valueEnd[i] = end;
    this.#attributes++;
  }

  override onattribdata(start: number, end: number): void {
    if (this.#tagIgnored) return;
    this.#valueStart[this.#attributes - 1] = start;
    this.#valueEnd[this.#attributes - 1] = end;
  }

  override onattribend(): void {}

  override onclosetag(start: number, end: number): void {
    const kind = this.#tagNumber(start, end);
    const at = start - 2;
    const gt = this.#source.indexOf('>', end);
    const after = gt < 0 ? this.#source.length : gt + 1;
    if (kind === BR) {
      this.#node(BR, at, after);
      return;
    }
    const place = this.#placeToClose(kind, at);
    if (place > 0) this.#closeTo(place, at, after, true);
  }

  override isInForeignContext(): boolean {
    return this.#is(FOREIGN, this.#depth);
  }

  override onend(): void {}

  #tagNumber(start: number, end: number): number {
    const kind = this.#tagNames.numberOf(start, end);
    if (kind < KNOWN_TAGS) return kind;
    while (this.#innermost.length <= kind) this.#innermost.push(0);
    return this.#tagNames.names[kind] === 'image' ? IMG : kind;
  }

  // Nodes

  #node(kind: number, start: number, end: number): number {
    const node = this.#count;
    if (node >= this.#kind.length) this.#growNodes();
    this.#kind[node] = kind;
    this.#start[node] = start;
    this.#end[node] = end;
    this.#openEnd[node] = end;
    this.#closeStart[node] = end;
    this.#parent[node] = this.#open[this.#depth];
    this.#last[node] = node + 1;
    this.#firstAttribute[node] = this.#attributes;
    this.#count++;
    return node;
  }

  #growNodes(): void {
    const { length } = this.#kind;
    this.#kind = grown(this.#kind, length);
    this.#start = grown(this.#start, length);
    this.#end = grown(this.#end, length);
    this.#openEnd = grown(this.#openEnd, length);
    this.#closeStart = grown(this.#closeStart, length);
    this.#parent = grown(this.#parent, length);
    this.#last = grown(this.#last, length);
    this.#firstAttribute = grown(this.#firstAttribute, length);
  }

  #growAttributes(): void {
    const { length } = this.#attributeName;
    this.#attributeName = grown(this.#attributeName, length);
    this.#attributeStart = grown(this.#attributeStart, length);
    this.#valueStart = grown(this.#valueStart, length);
    this.#valueEnd = grown(this.#valueEnd, length);
  }

  #endStartTag(after: number, selfClosed: boolean): void {
    const node = this.#count - 1;
    const kind = this.#tagKind;
    const flags = kind < KNOWN_TAGS ? TAG_FLAGS[kind] : 0;
    this.#openEnd[node] = after;
    this.#tagUnended = false;
    if (selfClosed || (flags & VOID) !== 0) {
      this.#end[node] = after;
      this.#closeStart[node] = after;
    } else {
      this.#push(node, kind, flags);
    }
  }

  // Open elements

  #push(node: number, kind: number, flags: number): void {
    const below = this.#depth;
    const place = ++this.#depth;
    this.#open = grown(this.#open, place);
    this.#state = grown(this.#state, place);
    this.#open[place] = node;
    this.#last[node] = this.#innermost[kind];
    this.#innermost[kind] = place;
    const inForeign = this.#is(FOREIGN, below);
    const point = inForeign && (kind === TITLE || INTEGRATION_POINTS.has(this.#tagNames.names[kind]));
    this.#state[place] = (inForeign && !point) || kind === SVG || kind === MATH ? FOREIGN : 0;
    const scope = (flags & SCOPE) !== 0 || point;
    const special = (flags & SPECIAL) !== 0 || point;
    if (scope) this.#raise(AT_SCOPE, place);
    if (kind === TABLE || kind === TEMPLATE) this.#raise(AT_TABLE, place);
    if (scope || kind === BUTTON) this.#raise(AT_BUTTON, place);
    if (special && !ADDRESS_DIV_P.includes(kind)) this.#raise(AT_SPECIAL, place);
    if (special) this.#raise(AT_ANY_SPECIAL, place);
  }

  #raise(barrier: number, place: number): void {
    this.#outerBarriers.push(this.#barriers[barrier]);
    this.#barriers[barrier] = place;
    this.#state[place] |= BARRIER << barrier;
  }

  #is(state: number, place: number): boolean {
    return (this.#state[place] & state) !== 0;
  }

  /** Closes the innermost element: its content ends at `contentEnd`, it itself at `end`. */
  #pop(contentEnd: number, end: number): void {
    const place = this.#depth--;
    const node = this.#open[place];
    this.#innermost[this.#kind[node]] = this.#last[node];
    const state = this.#state[place];
    for (let barrier = BARRIERS - 1; state >= BARRIER && barrier >= 0; barrier--) {
      if ((state & (BARRIER << barrier)) !== 0) this.#barriers[barrier] = this.#outerBarriers.pop();
    }
    this.#closeStart[node] = contentEnd;
    this.#end[node] = end;
    this.#last[node] = this.#count;
  }

  /** Closes all elements from `place` upwards; only the one at `place` has an end tag of its own, if `tagged`. */
  #closeTo(place: number, at: number, after: number, tagged: boolean): void {
    while (this.#depth > place) this.#pop(at, at);
    this.#pop(at, tagged ? after : at);
    // An inline element whose end tag came too early ends with the blocks that it held.
    while (this.#depth > 0 && this.#is(CLOSING, this.#depth)) this.#pop(tagged ? after : at, tagged ? after : at);
  }

  /** The place of the open element that an end tag closes, or 0. */
  #placeToClose(kind: number, at: number): number {
    if (kind === HTML || kind === BODY) return 0; // what follows them belongs into the body all the same
    let place = this.#innermost[kind];
    if (kind >= H1 && kind <= H6) {
      for (let level = H1; level <= H6; level++) place = Math.max(place, this.#innermost[level]);
    }
    if (place === 0) return 0;
    const flags = kind < KNOWN_TAGS ? TAG_FLAGS[kind] : 0;
    if ((flags & RAW) !== 0 || kind === TEMPLATE || kind === SVG || kind === MATH) return place;
    if (this.#is(FOREIGN, this.#depth)) return place;
    if (kind === P) return place > this.#barriers[AT_BUTTON] ? place : 0;
    if (kind === LI) return this.#innermostOf(LISTS) > place ? 0 : place > this.#barriers[AT_SCOPE] ? place : 0;
    if (kind === TABLE || kind === TR || kind === TD || kind === TH || isTablePart(kind)) {
      return place >= this.#barriers[AT_TABLE] ? place : 0;
    }
    if (place < this.#barriers[AT_SCOPE]) return 0;
    if (kind === FORM ? this.#endsOnlyImplied(place) : (flags & SPECIAL) !== 0) return place;
    if (kind !== FORM && place > this.#barriers[AT_ANY_SPECIAL]) return place;
    this.#endWithContent(place, at);
    return 0;
  }

  /** Whether nothing but elements whose end tag may be left out is open in the one at a place. */
  #endsOnlyImplied(place: number): boolean {
    let top = this.#depth;
    while (top > place && IMPLIED_ENDS.includes(this.#kind[this.#open[top]])) top--;
    return top === place;
  }

  /** An element that a tag at `at` ends while others are open in it, which it then has to hold to their end. */
  #endWithContent(place: number, at: number): void {
    const node = this.#open[place];
    const counts = this.#kind[node] === FORM || FORMATTING.includes(this.#kind[node]);
    if (counts && !this.#is(CLOSING, place)) this.#earlyEnds.set(node, at);
    this.#state[place] |= CLOSING;
  }

  #innermostOf(kinds: readonly number[]): number {
    let place = 0;
    for (const kind of kinds) place = Math.max(place, this.#innermost[kind]);
    return place;
  }

  /** Start tags that the standard drops: a second html, head or body, a form within a form. */
  #ignores(kind: number): boolean {
    if (kind === FORM) {
      const place = this.#innermost[FORM];
      return place > 0 && !this.#is(CLOSING, place) && this.#innermost[TEMPLATE] === 0;
    }
    if (kind === HTML || kind === BODY) return this.#innermost[kind] > 0;
    if (kind === HEAD_TAG) return this.#innermost[HEAD_TAG] > 0 || this.#innermost[BODY] > 0;
    return false;
  }

  /** Closes what a start tag ends without saying so. */
  #implyEnds(kind: number, flags: number, at: number): void {
    const close = (place: number): void => this.#closeTo(place, at, at, false);
    if (this.#kind[this.#open[this.#depth]] === HEAD_TAG && (flags & HEAD) === 0) close(this.#depth);
    if (kind === BODY && this.#innermost[HEAD_TAG] > 0) close(this.#innermost[HEAD_TAG]);
    if ((flags & CLOSES_P) !== 0 && !(kind === TABLE && this.#quirks)) {
      const place = this.#innermost[P];
      if (place > 0 && place > this.#barriers[AT_BUTTON]) close(place);
    }
    if (flags === 0 && kind !== A && kind !== NOBR && !RUBY_PARTS.includes(kind)) return;
    const top = this.#kind[this.#open[this.#depth]];
    if (kind >= H1 && kind <= H6) {
      if (top >= H1 && top <= H6 && this.#depth > 0) close(this.#depth);
    } else if (kind === LI || kind === DD || kind === DT) {
      const place = this.#barriers[AT_SPECIAL];
      const open = this.#kind[this.#open[place]];
      if (place > 0 && (kind === LI ? open === LI : open === DD || open === DT)) close(place);
    } else if (kind === A || kind === NOBR) {
      const place = this.#innermost[kind];
      if (place > this.#barriers[AT_ANY_SPECIAL]) close(place);
      else if (place > this.#innermostOf(MARKED)) this.#endWithContent(place, at);
    } else if (kind === BUTTON) {
      const place = this.#innermost[BUTTON];
      if (place > this.#barriers[AT_SCOPE]) close(place);
    } else if (kind === OPTION || kind === OPTGROUP) {
      if (top === OPTION) close(this.#depth);
      if (kind === OPTGROUP && this.#kind[this.#open[this.#depth]] === OPTGROUP) close(this.#depth);
    } else if (RUBY_PARTS.includes(kind)) {
      if (RUBY_PARTS.includes(top)) close(this.#depth);
    } else if (kind === TABLE || kind === TD || kind === TH || kind === TR || isTablePart(kind)) {
      this.#implyTableEnds(kind, close);
    }
  }

  #implyTableEnds(kind: number, close: (place: number) => void): void {
    const table = this.#barriers[AT_TABLE];
    if (kind === TABLE) {
      // A table that stands in another, but in none of its cells, ends it.
      if (this.#kind[this.#open[table]] === TABLE && this.#innermostOf([TD, TH, CAPTION]) < table) close(table);
      return;
    }
    const ended = kind === TD || kind === TH ? [TD, TH, CAPTION] : [TD, TH, CAPTION, COLGROUP, TR];
    if (isTablePart(kind)) ended.push(TBODY, THEAD, TFOOT);
    let lowest = 0;
    for (const other of ended) {
      const place = this.#innermost[other];
      if (place > table && (lowest === 0 || place < lowest)) lowest = place;
    }
    if (lowest > 0) close(lowest);
  }
}

/**
 * The tree of an HTML source: one pass of htmlparser2's tokenizer, time and memory linear in the source whatever its
 * nesting.
 *
 * `<![CDATA[` outside svg and math is a comment that ends at the first `>`
 * (https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state); htmlparser2 12 swallows all up
 * to `]]>`, which can be the rest of the page. The tokenizer is therefore shown `<!XCDATA[`, which it takes for what
 * the standard says; all positions stay, and every text is cut from the true source.
 */
export function parse(source: string): Tree {
  const builder = new TreeBuilder(source);
  builder.end(source.includes('<![CDATA[') ? source.replaceAll('<![CDATA[', '<!XCDATA[') : source);
  return builder.finish();
}
