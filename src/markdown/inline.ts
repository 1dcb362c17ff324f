import type { Delete, Emphasis, InlineCode, Link, Parents, PhrasingContent, Strong, Text } from 'mdast';
import {
  type Attention,
  defaultHandlers,
  type Handle,
  type Handlers,
  type Info,
  type State,
} from 'mdast-util-to-markdown';
import {
  firstCharacter,
  isAlphanumeric,
  isLineBreak,
  kindOf,
  LETTER,
  lastCharacter,
  PUNCTUATION,
} from './characters.ts';
import type { Lines } from './phrasing.ts';

/** Words without marks side by side, where there are marks around: the serialiser tries marks out against whole runs. */
interface Run {
  type: 'run';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    run: Run;
  }
  interface RootContentMap {
    run: Run;
  }
}

/** A handler that may have another for the first character of what it will write. */
type PeekingHandle = Handle & { peek?: Handle; attention?: Attention };

/** A place in the Markdown: nothing that is written depends on it, and to count lines takes as long as to write them. */
export const NOWHERE: Pick<Info, 'now' | 'lineShift'> = { now: { line: 1, column: 1 }, lineShift: 0 };
const { now, lineShift } = NOWHERE;
/** What something is written between. */
export const between = (before: string, after: string): Info => ({ now, lineShift, before, after });
const UNPLACED = between('', '');

const BACKSLASH = 0x5c;

/** Of a text's beginning, that its first character is escaped may depend on so many; see `Sign`. */
const SEEN_AHEAD = 4;
/** Begins no link, and is not escaped, in words without anything else that may be Markdown. */
const WWW = /[Ww]{3}\.\s/;
const OTHER_SIGNS = /[\t\n\r#&*<@[\\\]_`|~]|[Ww]\.(?:\S|$)|[ps]:(?:\/|$)|^[^\p{L}, ]|!$/u;
const BEGINS_WITH_LETTER = /^\p{L}/u;

type Marked = Delete | Emphasis | Strong;
const isMarked = (node: PhrasingContent): node is Marked =>
  node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';

/**
 * Words and what is among them, `within` the sign of a mark where that holds them. Undefined where what is beside a mark
 * may keep it from being read as one: then only the serialiser knows what to write.
 */
export function inline(
  children: readonly PhrasingContent[],
  parent: Parents,
  state: State,
  before: string,
  after: string,
  within = '',
): string | undefined {
  state.indexStack.push(-1);
  const written = sequenceOf(children, parent, state, before, after, within);
  state.indexStack.pop();
  return written;
}

function sequenceOf(
  children: readonly PhrasingContent[],
  parent: Parents,
  state: State,
  outsideBefore: string,
  outsideAfter: string,
  within: string,
): string | undefined {
  const top = state.indexStack.length - 1;
  let result = '';
  /** What came last, where that is no mark: a character at its end may have to be encoded yet. */
  let tail = '';
  let before = outsideBefore;
  /** A mark that came last, and what comes now stands beside. */
  let mark: Written | undefined;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    state.indexStack[top] = i;
    if (isMarked(child)) {
      const left = mark?.sign ?? (i === 0 ? within : '');
      const next = written(child, state, left, i === children.length - 1 ? within : '', children.length === 1);
      if (next === undefined) return undefined;
      if (mark !== undefined) {
        if (atEnd(mark, next.sign) === UNKNOWN) return undefined;
        result += mark.sign + mark.words + mark.sign;
      }
      const outside = mark === undefined ? tail || before : before;
      const needs = atStart(next, outside);
      if (needs === UNKNOWN) return undefined;
      const unit = outside.charCodeAt(outside.length - 1);
      if ((needs & OUTSIDE) !== 0 && tail !== '' && !isLineBreak(unit)) tail = withEndEncoded(tail);
      else if ((needs & OUTSIDE) !== 0 && kindOf(unit) === LETTER) return undefined;
      result += tail;
      tail = '';
      mark = next;
      before = next.first.charAt(0);
    } else {
      const after = i + 1 < children.length ? peeked(children[i + 1], parent, state) : outsideAfter;
      const value = state.handlers[child.type](child, parent, state, between(before, after));
      if (value === '' && within !== '') return undefined;
      if (value === '') continue;
      const needs = mark === undefined ? NOTHING : atEnd(mark, value);
      if (needs === UNKNOWN) return undefined;
      result += mark === undefined ? tail : mark.sign + mark.words + mark.sign;
      tail = (needs & OUTSIDE) !== 0 ? withStartEncoded(value) : value;
      mark = undefined;
      before = lastCharacter(value);
    }
  }
  if (mark === undefined) return result + tail;
  const needs = atEnd(mark, outsideAfter);
  if (needs === UNKNOWN || ((needs & OUTSIDE) !== 0 && kindOf(outsideAfter.charCodeAt(0)) === LETTER)) return undefined;
  return result + mark.sign + mark.words + mark.sign;
}

interface Written {
  words: string;
  /** What stands on both sides of them, and what the serialiser tries first. */
  readonly sign: string;
  readonly first: string;
}

/** @param left the sign that this mark's own would be one run with; `right` as well. */
function written(node: Marked, state: State, left: string, right: string, only: boolean): Written | undefined {
  const { attention }: PeekingHandle = state.handlers[node.type];
  if (attention === undefined) return undefined;
  const { construct, markers, sizes } = attention(node, state);
  const signs = markers.map((marker) => marker.repeat(sizes[0]));
  const [first] = signs;
  // Side by side they need different characters, but for a longer sign that a mark holds alone.
  const sign = signs.find(
    (one) =>
      (one.charAt(0) !== left.charAt(0) && one.charAt(0) !== right.charAt(0)) || (only && one.length > left.length),
  );
  if (sign === undefined) return undefined;
  const exit = state.enter(construct);
  const words = inline(node.children, node, state, first, first, sign);
  exit();
  return words === undefined || words === '' ? undefined : { words, sign, first };
}

/** What has to be encoded for a mark to be read as one: the character outside of it, inside, or both. */
const NOTHING = 0;
const OUTSIDE = 1;
const INSIDE = 2;
const UNKNOWN = 4;

/** By CommonMark's rules for flanking runs. */
function besideMark(outside: number, inside: number, sign: string): number {
  const around = kindOf(outside);
  if (sign.startsWith('_') && around === LETTER) return UNKNOWN;
  const kind = kindOf(inside);
  if (kind === LETTER) return NOTHING;
  if (kind === PUNCTUATION) return around === LETTER ? OUTSIDE : NOTHING;
  return around === PUNCTUATION ? INSIDE : INSIDE | OUTSIDE;
}

/** What is needed where a mark begins, or ends; what is inside of it is encoded at once. */
function atStart(mark: Written, before: string): number {
  const needs = besideMark(before.charCodeAt(before.length - 1), mark.words.charCodeAt(0), mark.sign);
  if (needs !== UNKNOWN && (needs & INSIDE) !== 0) mark.words = withStartEncoded(mark.words);
  return needs;
}

function atEnd(mark: Written, behind: string): number {
  const { words, sign } = mark;
  const needs = besideMark(behind.charCodeAt(0), words.charCodeAt(words.length - 1), sign);
  if (needs !== UNKNOWN && (needs & INSIDE) !== 0) mark.words = withEndEncoded(words);
  return needs;
}

function withStartEncoded(value: string): string {
  const first = firstCharacter(value);
  return reference(first) + value.slice(first.length);
}

function withEndEncoded(value: string): string {
  const last = lastCharacter(value);
  let start = value.length - last.length;
  while (start > 0 && value.charCodeAt(start - 1) === BACKSLASH) start--;
  // A backslash that meant nothing before a letter would escape the reference.
  const odd = (value.length - last.length - start) % 2 === 1;
  return `${value.slice(0, -last.length)}${odd ? '\\' : ''}${reference(last)}`;
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/** The first character that a node will be written with. */
function peeked(node: PhrasingContent, parent: Parents, state: State): string {
  const handle: PeekingHandle = state.handlers[node.type];
  return firstCharacter((handle.peek ?? handle)(node, parent, state, UNPLACED));
}

/** The same with what stands between marks as one node each. */
export function withRuns(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (isMarked(child)) result.push({ ...child, children: withRuns(child.children) });
    else if (last?.type === 'run') last.children.push(child);
    else if (last !== undefined && !isMarked(last))
      result[result.length - 1] = { type: 'run', children: [last, child] };
    else result.push(child);
  }
  return result;
}

const run: PeekingHandle = ({ children }: Run, parent, state, { before, after }) =>
  (parent && inline(children, parent, state, before, after)) ?? '';
run.peek = ({ children }: Run, parent, state) => (parent ? peeked(children[0], parent, state) : '');

const text: PeekingHandle = ({ value }: Text, _, state, { before, after }) => words(value, before, after, state);
text.peek = ({ value }: Text, _, state) => startOf(value, state);

function words(value: string, before: string, after: string, state: State): string {
  const escaped = state.safe(value, { before, after });
  const isLone = escaped !== value && WWW.test(value) && !OTHER_SIGNS.test(value);
  return isLone && (before !== '\n' || BEGINS_WITH_LETTER.test(value)) ? value : escaped;
}

function startOf(value: string, state: State): string {
  const unit = value.charCodeAt(0);
  if (isAlphanumeric(unit) || unit > 0x7f) return value;
  return state.safe(value.slice(0, SEEN_AHEAD), { before: '', after: '' });
}

const lines: PeekingHandle = ({ before, value }: Lines, _, state, info) => {
  let result = '';
  let start = info.before;
  for (const line of before) {
    if (line !== '') result += words(line, start, '\\', state);
    result += '\\\n';
    start = '\n';
  }
  return value === '' ? result : result + words(value, start, info.after, state);
};
lines.peek = ({ before: [first] }: Lines, _, state) => (first === '' ? '\\' : startOf(first, state));

const link: PeekingHandle = (node, parent, state, info) => defaultHandlers.link(node, parent, state, info);
link.peek = (node: Link, parent, state, info) => {
  const [only, other] = node.children;
  // Only a link whose words are its address is written between angle brackets.
  const begins = other === undefined && only?.type === 'text' && node.url.endsWith(only.value);
  const { peek } = defaultHandlers.link as PeekingHandle;
  return begins && peek !== undefined ? peek(node, parent, state, info) : '[';
};

/** Code without what has to be escaped or fenced off in it: the serialiser looks for that by all of its patterns. */
export function quickCode(written: Handle): PeekingHandle {
  const code: PeekingHandle = (node: InlineCode, parent, state, info) => {
    const { value } = node;
    if (/[\n\r`|]/.test(value) || value === '') return written(node, parent, state, info);
    return value.startsWith(' ') && value.endsWith(' ') && /[^ ]/.test(value) ? `\` ${value} \`` : `\`${value}\``;
  };
  code.peek = () => '`';
  return code;
}

export const INLINE_HANDLERS: Partial<Handlers> = { lines, link, run, text };
