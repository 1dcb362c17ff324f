import { defaultHandlers, type Handle, type State, type Unsafe } from 'mdast-util-to-markdown';

/**
 * Signs that text may have to be escaped, in whatever place: what any of the serialiser's patterns could match, and
 * beginnings and ends for which it takes more than the text itself to know.
 */
const MAY_NEED_ESCAPES = /[\t\n\r#&*<@[\\\]_`|~]|[Ww]\.(?:\S|$)|[ps]:(?:\/|$)|^[^\p{L}, ]|!$/u;

/** Bits of a number, less its sign. Past that many characters all patterns are tried. */
const MAX_CHARACTERS = 31;
const ASCII = 128;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The serialiser's patterns, each of which takes a character of its own to match, and most of them the start of a line. */
interface Patterns {
  readonly all: Unsafe[];
  /** For each ASCII unit, its bit; 0 where no pattern is about it. */
  readonly bits: Int32Array;
  /** For each set of characters that a text had, the patterns that may match there, in order: at a line's start or not. */
  readonly atStart: Map<number, Unsafe[]>;
  readonly inside: Map<number, Unsafe[]>;
}

const known = new WeakMap<State, Patterns>();

function patternsOf(state: State): Patterns {
  let patterns = known.get(state);
  if (patterns === undefined) {
    patterns = { all: state.unsafe, bits: new Int32Array(ASCII), atStart: new Map(), inside: new Map() };
    let count = 0;
    for (const { character } of state.unsafe) {
      const unit = character.charCodeAt(0);
      if (character.length === 1 && unit < ASCII && patterns.bits[unit] === 0 && count < MAX_CHARACTERS)
        patterns.bits[unit] = 1 << count++;
    }
    known.set(state, patterns);
  }
  return patterns;
}

/** Those patterns that can match in these strings; in most texts none or a handful of some sixty. */
function patternsFor({ all, bits, atStart, inside }: Patterns, before: string, value: string, after: string): Unsafe[] {
  let set = 0;
  let breaks = false;
  for (const part of [before, value, after]) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      if (unit >= ASCII) continue;
      set |= bits[unit];
      if (unit === LINE_FEED || unit === CARRIAGE_RETURN) breaks = true;
    }
  }
  const lists = breaks ? atStart : inside;
  let list = lists.get(set);
  if (list === undefined) {
    list = all.filter(({ character, atBreak }) => {
      if (atBreak && !breaks) return false;
      const bit = character.length === 1 ? (bits[character.charCodeAt(0)] ?? 0) : 0;
      return bit === 0 || (set & bit) !== 0;
    });
    lists.set(set, list);
  }
  return list;
}

/**
 * Text, escaped by the serialiser's own handler. That one tries all its patterns on each text, which makes a page of short
 * lines dear; nine of ten texts need none, and the others those whose characters they hold.
 */
export const text: Handle = (node, parent, state, info) => {
  const value: string = node.value;
  const harmless =
    !MAY_NEED_ESCAPES.test(value) &&
    (info.before !== '\n' || /^\p{L}/u.test(value)) &&
    (info.after !== '\n' || !value.endsWith(' '));
  if (harmless) return value;
  const patterns = patternsOf(state);
  state.unsafe = patternsFor(patterns, info.before, value, info.after);
  const escaped = defaultHandlers.text(node, parent, state, info);
  state.unsafe = patterns.all;
  return escaped;
};
