import type { Heading, Nodes, Parents, PhrasingContent } from 'mdast';
import { defaultHandlers, type Handle, type Handlers, type State, type Tracker } from 'mdast-util-to-markdown';
import { isTabOrSpace } from './characters.ts';
import { escaped } from './escapes.ts';
import { between, INLINE_HANDLERS, inline, NOWHERE, quickCode, withRuns } from './inline.ts';
import { type SignsAt, signsOf } from './patterns.ts';

const OF_A_LINE = between('\n', '\n');
/** Keeps no account of positions. */
const TRACKER: Tracker = { move: (value) => value ?? '', current: () => NOWHERE, shift: () => {} };

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
    const written = inline(children, parent, state, before, after);
    if (written !== undefined) return written;
    const all = { ...parent, children: withRuns(children) } as typeof parent;
    return containerPhrasing.call(state, all, between(before, after));
  };
  state.handlers.inlineCode = quickCode(state.handlers.inlineCode);
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
    result += state.handlers[child.type](child, parent, state, OF_A_LINE);
    if (child.type !== 'list') state.bulletLastUsed = undefined;
    if (i + 1 < children.length) result += gap(child, children[i + 1], parent, state);
  }
  indexStack.pop();
  return result;
}

function gap(left: Nodes, right: Nodes, parent: Parents, state: State): string {
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

/** Headings hold no breaks, so none has to be underlined. */
const heading: Handle = (node: Heading, _, state) => {
  const marks = '#'.repeat(node.depth);
  const exit = state.enter('headingAtx');
  const exitPhrasing = state.enter('phrasing');
  const value = state.containerPhrasing(node, between('# ', '\n'));
  exitPhrasing();
  exit();
  const head = value.charCodeAt(0);
  if (isTabOrSpace(head)) return `${marks} &#x${head.toString(16).toUpperCase()};${value.slice(1)}`;
  return value === '' ? marks : `${marks} ${value}`;
};

/** The serialiser looks an item's number up by a search through its list: a list of this item alone ends it at once. */
const listItem: Handle = (node, parent, state, info) => {
  const index = state.indexStack[state.indexStack.length - 1];
  const only = parent?.type === 'list' ? { ...parent, start: (parent.start ?? 1) + index, children: [node] } : parent;
  return defaultHandlers.listItem(node, only, state, info);
};

/** Handlers of the serialiser that cost less than its own and write the same, and those of what mdast has no nodes for. */
export const HANDLERS: Partial<Handlers> = { ...INLINE_HANDLERS, heading, listItem, root };
