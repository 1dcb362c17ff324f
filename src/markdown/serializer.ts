import type { Heading, Link, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { defaultHandlers, type Handle, type Handlers, type State, type Tracker } from 'mdast-util-to-markdown';
import { escaped } from './escapes.ts';
import { type SignsAt, signsOf } from './patterns.ts';
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

type PeekingHandle = Handle & { peek?: Handle };

/** Where in the Markdown it is: nothing that is written depends on it, and to count lines takes as long as to write them. */
const POSITION = { now: { line: 1, column: 1 }, lineShift: 0 };
const TRACKER: Tracker = { move: (value) => value ?? '', current: () => POSITION, shift: () => {} };
const FLOW = { ...POSITION, before: '\n', after: '\n' };
/** Of a text's beginning, that its first character is escaped may depend on so many; see `Sign`. */
const SEEN_AHEAD = 4;

/** Begins no link, and is not escaped, in words without anything else that may be Markdown. */
const WWW = /[Ww]{3}\.\s/;
const OTHER_SIGNS = /[\t\n\r#&*<@[\\\]_`|~]|[Ww]\.(?:\S|$)|[ps]:(?:\/|$)|^[^\p{L}, ]|!$/u;
const LETTER = /^\p{L}/u;

/** Kept from call to call, since all have the same options. */
let signsAt: SignsAt | undefined;

/** Makes those parts of the serialiser quicker that every node goes through, with no difference in what they give. */
const root: Handle = (node, _, state, info) => {
  const { containerPhrasing, indentLines, safe } = state;
  signsAt ??= signsOf(state.unsafe);
  const signs = signsAt;
  state.createTracker = () => TRACKER;
  state.safe = (value, config) => escaped(state, signs, value ?? '', config) ?? safe.call(state, value, config);
  state.containerFlow = (parent) => flow(parent, state);
  state.containerPhrasing = (parent, { before, after }) => {
    const children = parent.children as PhrasingContent[];
    if (children.every(isPlain)) return plain(children, parent, state, before, after);
    const all = { ...parent, children: withRuns(children) } as typeof parent;
    return containerPhrasing.call(state, all, { ...POSITION, before, after });
  };
  state.indentLines = (value, map) => (value.includes('\r') ? indentLines(value, map) : indented(value, map));
  return state.containerFlow(node, info);
};

/** Blocks one below the other. */
function flow(parent: Parents, state: State): string {
  const children: readonly Nodes[] = parent.children;
  const { indexStack } = state;
  const depth = indexStack.push(-1) - 1;
  let result = '';
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    indexStack[depth] = i;
    result += state.handlers[child.type](child, parent, state, FLOW);
    if (child.type !== 'list') state.bulletLastUsed = undefined;
    if (i + 1 < children.length) result += between(child, children[i + 1], parent, state);
  }
  indexStack.pop();
  return result;
}

function between(left: Nodes, right: Nodes, parent: Parents, state: State): string {
  for (let i = state.join.length - 1; i >= 0; i--) {
    const lines = state.join[i](left as never, right as never, parent as never, state);
    if (lines === true || lines === 1) break;
    if (typeof lines === 'number') return '\n'.repeat(1 + lines);
    if (lines === false) return '\n\n<!---->\n\n';
  }
  return '\n\n';
}

function indented(value: string, map: (line: string, index: number, blank: boolean) => string): string {
  let result = '';
  let start = 0;
  for (let index = 0; ; index++) {
    const end = value.indexOf('\n', start);
    const line = end < 0 ? value.slice(start) : value.slice(start, end);
    result += map(line, index, line === '');
    if (end < 0) return result;
    result += '\n';
    start = end + 1;
  }
}

// Phrasing

/** Whether it is written the same whatever marks are around it. */
function isPlain({ type }: PhrasingContent): boolean {
  return type !== 'emphasis' && type !== 'strong' && type !== 'delete';
}

function plain(
  children: readonly PhrasingContent[],
  parent: Parents,
  state: State,
  outsideBefore: string,
  outsideAfter: string,
): string {
  let result = '';
  let before = outsideBefore;
  const { indexStack } = state;
  const depth = indexStack.push(-1) - 1;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    indexStack[depth] = i;
    const after = i + 1 < children.length ? peeked(children[i + 1], parent, state) : outsideAfter;
    const value = state.handlers[child.type](child, parent, state, { ...POSITION, before, after });
    if (value === '') continue;
    result += value;
    before = lastCharacter(value);
  }
  indexStack.pop();
  return result;
}

/** The first character that a node will be written with. */
function peeked(node: PhrasingContent, parent: Parents, state: State): string {
  const handle: PeekingHandle = state.handlers[node.type];
  return firstCharacter((handle.peek ?? handle)(node, parent, state, { ...POSITION, before: '', after: '' }));
}

function withRuns(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (!isPlain(child)) {
      result.push('children' in child ? ({ ...child, children: withRuns(child.children) } as PhrasingContent) : child);
    } else if (last?.type === 'run') last.children.push(child);
    else if (last !== undefined && isPlain(last)) result[result.length - 1] = { type: 'run', children: [last, child] };
    else result.push(child);
  }
  return result;
}

const run: PeekingHandle = ({ children }: Run, parent, state, { before, after }) =>
  parent === undefined ? '' : plain(children, parent, state, before, after);
run.peek = ({ children }: Run, parent, state) => (parent === undefined ? '' : peeked(children[0], parent, state));

const text: PeekingHandle = ({ value }: Text, _, state, { before, after }) => words(value, before, after, state);
text.peek = ({ value }: Text, _, state) => startOf(value, state);

function words(value: string, before: string, after: string, state: State): string {
  const escaped = state.safe(value, { before, after });
  const isLone = escaped !== value && WWW.test(value) && !OTHER_SIGNS.test(value);
  return isLone && (before !== '\n' || LETTER.test(value)) ? value : escaped;
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

/** Headings hold no breaks, so none has to be underlined. */
const heading: Handle = (node: Heading, _, state) => {
  const marks = '#'.repeat(node.depth);
  const exit = state.enter('headingAtx');
  const exitPhrasing = state.enter('phrasing');
  const value = state.containerPhrasing(node, { ...POSITION, before: '# ', after: '\n' });
  exitPhrasing();
  exit();
  const head = value.charCodeAt(0);
  if (head === 9 || head === 32) return `${marks} &#x${head.toString(16).toUpperCase()};${value.slice(1)}`;
  return value === '' ? marks : `${marks} ${value}`;
};

/** The serialiser looks an item's number up by a search through its list: a list of this item alone ends it at once. */
const listItem: Handle = (node, parent, state, info) => {
  const index = state.indexStack[state.indexStack.length - 1];
  const only = parent?.type === 'list' ? { ...parent, start: (parent.start ?? 1) + index, children: [node] } : parent;
  return defaultHandlers.listItem(node, only, state, info);
};

function firstCharacter(value: string): string {
  const code = value.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(value: string): string {
  // Only a pair of surrogates gives a code point beyond their plane.
  return (value.codePointAt(value.length - 2) ?? 0) > 0xffff ? value.slice(-2) : value.slice(-1);
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Handlers of the serialiser that cost less than its own and write the same, and those of what mdast has no nodes for. */
export const HANDLERS: Partial<Handlers> = { heading, lines, link, listItem, root, run, text };
