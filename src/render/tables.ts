import { ATTR } from '../tree/attributes.ts';
import { TEXT, tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';

/**
 * What kept tables are for. Tables were, and in e-mails still are, used to lay a page out: such a one is no table of the
 * article, and its cells are read like any boxes.
 */

/** On a table: it lays out. */
export const LAYOUT = 1;
/** On a row: a cell of it holds too much for one line of text. */
export const LONG = 2;

const CAPTION = tag('caption');
const H1 = tag('h1');
const H6 = tag('h6');
const IMG = tag('img');
const LI = tag('li');
const P = tag('p');
const PRE = tag('pre');
const TABLE = tag('table');
const TBODY = tag('tbody');
const TD = tag('td');
const TFOOT = tag('tfoot');
const TH = tag('th');
const THEAD = tag('thead');
const TR = tag('tr');

/** UTF-16 units in one cell, markup aside, from which a row is no line any more: about six printed lines. */
const LONG_CELL = 480;
/** Paragraphs in one cell of a table without headings from which the table lays out. */
const LAYOUT_PARAGRAPHS = 4;

const FILLERS = ['&nbsp;', '&#160;', '&#xa0;', '&#xA0;'];

/** A table that is open while the nodes are passed. */
interface OpenTable {
  node: number;
  row: number;
  cell: number;
  /** Of the row: cells with kept text. */
  filled: number;
  /** Of the cell. */
  length: number;
  paragraphs: number;
  counted: boolean;
  /** Of the table. */
  most: number;
  headed: boolean;
  nested: boolean;
  headings: boolean;
  crowded: boolean;
}

function newTable(node: number): OpenTable {
  return {
    node,
    row: node,
    cell: node,
    filled: 0,
    length: 0,
    paragraphs: 0,
    counted: false,
    most: 0,
    headed: false,
    nested: false,
    headings: false,
    crowded: false,
  };
}

/** No-break spaces count as blanks: they are what empty cells are filled with. */
function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit <= 32 || unit === 0xa0) continue;
    if (unit !== 38) return false;
    const reference = FILLERS.find((filler) => source.startsWith(filler, i));
    if (reference === undefined) return false;
    i += reference.length - 1;
  }
  return true;
}

/** Notes a kept text or image of a cell. */
function fillCell(table: OpenTable, length: number, marks: Uint8Array): void {
  table.length += length;
  if (!table.counted) {
    table.counted = true;
    table.filled++;
    if (table.filled > table.most) table.most = table.filled;
  }
  if (table.length > LONG_CELL || table.paragraphs >= LAYOUT_PARAGRAPHS) marks[table.row] |= LONG;
}

/** Notes an element of a cell or a part of the table. */
function enterElement(table: OpenTable, kind: number, node: number, marks: Uint8Array): void {
  if (kind === TR || kind === TBODY || kind === THEAD || kind === TFOOT) {
    table.row = node;
    table.filled = 0;
  } else if (kind === TD || kind === TH) {
    table.cell = node;
    table.length = 0;
    table.paragraphs = 0;
    table.counted = false;
    if (kind === TH) table.headed = true;
  } else if (kind === CAPTION) {
    table.headed = true;
  } else if (kind === P || kind === LI) {
    table.paragraphs++;
    if (table.paragraphs >= LAYOUT_PARAGRAPHS) table.crowded = true;
  } else if (kind === PRE) {
    marks[table.row] |= LONG;
  } else if (kind >= H1 && kind <= H6) {
    table.headings = true;
    marks[table.row] |= LONG;
  }
}

/** Decides what a table was for, and tells the one around it. */
function endTable(table: OpenTable, outer: OpenTable | undefined, tree: Tree, marks: Uint8Array): void {
  const role = attribute(tree, table.node, ATTR.role);
  const presentation = role === 'presentation' || role === 'none';
  const boxes = table.nested || table.headings || table.crowded || presentation;
  if (table.most <= 1 || (boxes && !table.headed)) marks[table.node] |= LAYOUT;
  if (outer !== undefined && (table.most > 0 || table.nested)) {
    outer.nested = true;
    marks[outer.row] |= LONG;
    if (!outer.counted) fillCell(outer, 0, marks);
  }
}

/** `LAYOUT` and `LONG` for the tables and rows that hold kept leaves before `to`; undefined where there is no table. */
export function tableMarks(tree: Tree, keep: Uint8Array, to: number): Uint8Array | undefined {
  const { kind, last, start, end, source } = tree;
  let node = kind.indexOf(TABLE);
  if (node < 0 || node >= to) return undefined;
  const marks = new Uint8Array(tree.count);
  const open: OpenTable[] = [];
  let table: OpenTable | undefined;
  for (; node < to; node++) {
    while (table !== undefined && node >= last[table.node]) {
      open.pop();
      const outer = open.at(-1);
      endTable(table, outer, tree, marks);
      table = outer;
    }
    if (table === undefined) {
      node = kind.indexOf(TABLE, node);
      if (node < 0 || node >= to) break;
    }
    const k = kind[node];
    if (k === TABLE) {
      table = newTable(node);
      open.push(table);
    } else if (table !== undefined && k !== TEXT && k !== IMG) {
      enterElement(table, k, node, marks);
    } else if (table !== undefined && keep[node] === 1) {
      if (k === IMG || !isBlank(source, start[node], end[node])) fillCell(table, end[node] - start[node], marks);
    }
  }
  while (table !== undefined) {
    open.pop();
    endTable(table, open.at(-1), tree, marks);
    table = open.at(-1);
  }
  return marks;
}
