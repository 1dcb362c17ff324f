import type { Heading, ListItem, Nodes, Parents, PhrasingContent, Table, TableCell } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Handle, Options, State, Tracker } from 'mdast-util-to-markdown';
import { JoinedText } from '../joined-text.ts';
import { isTabOrSpace } from './characters.ts';
import { escaped } from './escapes.ts';
import { between, INLINE_HANDLERS, inline, NOWHERE, quickCode, withRuns } from './inline.ts';
import { type SignsAt, signsOf } from './patterns.ts';

const OF_A_LINE = between('\n', '\n');
const BETWEEN_BARS = between('|', '|');
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
  const result = new JoinedText();
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    indexStack[depth] = i;
    result.add(state.handlers[child.type](child, parent, state, OF_A_LINE));
    if (child.type !== 'list') state.bulletLastUsed = undefined;
    if (i + 1 < children.length) result.add(gap(child, children[i + 1], parent, state));
  }
  indexStack.pop();
  return result.joined();
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
  let end = value.indexOf('\n');
  if (end < 0) return map(value, 0, value === '');
  const result = new JoinedText();
  let start = 0;
  for (let index = 0; end >= 0; index++) {
    const line = value.slice(start, end);
    result.add(map(line, index, line === ''));
    result.add('\n');
    start = end + 1;
    end = value.indexOf('\n', start);
    if (end < 0) result.add(map(value.slice(start), index + 1, start === value.length));
  }
  return result.joined();
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

/** With its number by its place: the serialiser's own handler searches the list for it. */
const listItem: Handle = (node: ListItem, parent, state) => {
  const index = state.indexStack[state.indexStack.length - 1];
  const number = parent?.type === 'list' && parent.ordered ? String((parent.start ?? 1) + index) : '';
  const bullet = number + (state.bulletCurrent ?? '');
  const indent = ' '.repeat(bullet.length + 1);
  const exit = state.enter('listItem');
  const value = state.indentLines(state.containerFlow(node, NOWHERE), (line, row, blank) => {
    if (row > 0) return blank ? line : indent + line;
    return blank ? bullet : `${bullet} ${line}`;
  });
  exit();
  return value;
};

/** Row by row, since a matrix of all cells takes more memory than the tree. No column is aligned or padded. */
const table: Handle = ({ align, children }: Table, _, state) => {
  const result = new JoinedText();
  for (const [i, { children: cells }] of children.entries()) {
    if (i > 0) result.add('\n');
    result.add('|');
    for (const cell of cells) result.add(cellOf(cell, state));
    if (cells.length === 0) result.add(' |');
    if (i === 0) result.add(`\n|${' - |'.repeat(align?.length ?? cells.length)}`);
  }
  return result.joined();
};

function cellOf(cell: TableCell, state: State): string {
  if (cell.children.length === 0) return ' |';
  const depth = state.stack.push('tableCell', 'phrasing') - 2;
  const words = state.containerPhrasing(cell, BETWEEN_BARS);
  state.stack.length = depth;
  return words === '' ? ' |' : ` ${words} |`;
}

/** How the serialiser writes Markdown. */
export const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  listItemIndent: 'one',
  rule: '*',
  // They write what the serialiser's own would, at less cost, and what mdast has no nodes for.
  handlers: { ...INLINE_HANDLERS, heading, listItem, root, table },
  // Columns are not padded to one width: a single long cell would swell all its column.
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  unsafe: [
    // The line behind a hard break may begin as a table's delimiter row does, in whatever form.
    { atBreak: true, character: '|' },
    // Parsers make links of more than host names behind "www.".
    {
      before: '[Ww]{3}',
      character: '.',
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'link', 'image', 'label'],
    },
  ],
};
