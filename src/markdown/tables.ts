import type { Table, TableCell } from 'mdast';
import { ATTR } from '../tree/attributes.ts';
import { TEXT } from '../tree/tags.ts';
import { attribute, rawContent, type Tree } from '../tree/tree.ts';
import { LI, P, PRE, TD, TH, THEAD, TOO_LARGE_FOR_A_CELL, TR } from './elements.ts';
import { fitted } from './fitted.ts';

/** Spans are filled with empty cells up to this many columns, so that a few characters cannot ask for a million cells. */
const MAX_SPAN = 50;
/** How many empty cells spans may leave in a table: so many for each cell, and some more. */
const FILLERS_PER_CELL = 4;
const SPARE_FILLERS = 500;
/** UTF-16 units of a cell with several paragraphs or items from which it is no line any more; that of plain text. */
const LONG_CELL = 480;

/** Whether the cells of a table hold words that can stand in one line; otherwise it is written as what they hold. */
export function fitsIntoLines(tree: Tree, table: number): boolean {
  const { kind, last, start, end } = tree;
  let length = 0;
  let paragraphs = 0;
  for (let node = table + 1; node < last[table]; node++) {
    const k = kind[node];
    if (k === TD || k === TH) {
      length = 0;
      paragraphs = 0;
    } else if (k === TEXT) {
      length += end[node] - start[node];
    } else if (k === P || k === LI) {
      paragraphs++;
    } else if (TOO_LARGE_FOR_A_CELL.has(k) || (k === PRE && rawContent(tree, node).includes('\n'))) {
      return false;
    }
    if (paragraphs > 1 && length > LONG_CELL) return false;
  }
  return true;
}

/** Whether a table's first row names its columns: rows that begin with a `th` of their own only name themselves. */
export function hasHeader(tree: Tree, table: number): boolean {
  const { kind, last } = tree;
  let rows = 0;
  for (let node = table + 1; node < last[table] && rows < 2; node++) {
    const k = kind[node];
    if (k === THEAD) return true;
    if (k === TD) return false;
    if (k === TR) rows++;
  }
  return true;
}

/** A GFM table while its rows come in. Spans leave empty cells, as a table of lines has no others. */
export class TableRows {
  readonly #node: Table = { type: 'table', align: [], children: [] };
  /** By column: how many of the next rows a cell above reaches into. */
  readonly #spans: number[] = [];
  #columns = 0;
  /** How many more empty cells spans may leave. */
  #fillers = SPARE_FILLERS;

  /** @param headed whether the first row is the table's header; otherwise an empty one goes before it. */
  constructor(headed: boolean) {
    if (!headed) this.#node.children.push({ type: 'tableRow', children: [] });
  }

  openRow(): void {
    this.#node.children.push({ type: 'tableRow', children: [] });
  }

  /** The cell of the open row for a `td` or `th`. */
  cell(tree: Tree, node: number): TableCell {
    if (this.#node.children.length === 0) this.openRow();
    const row = this.#node.children[this.#node.children.length - 1].children;
    this.#fillers += FILLERS_PER_CELL;
    for (; this.#spans[row.length] > 0 && this.#fillers > 0; this.#fillers--) row.push(emptyCell());
    const cell = emptyCell();
    const rows = span(attribute(tree, node, ATTR.rowspan));
    const columns = span(attribute(tree, node, ATTR.colspan));
    for (let i = 0; i < columns && (i === 0 || this.#fillers > 0); i++) {
      if (rows > 1 && row.length < MAX_SPAN) this.#spans[row.length] = rows;
      row.push(i === 0 ? cell : emptyCell());
      if (i > 0) this.#fillers--;
    }
    return cell;
  }

  closeRow(): void {
    const last = this.#node.children.at(-1);
    const row = last?.children ?? [];
    for (let i = 0; i < this.#spans.length; i++) if (this.#spans[i] > 0) this.#spans[i]--;
    // A row may end early; only the header must name every column.
    while (row.length > 0 && row[row.length - 1].children.length === 0) row.pop();
    if (row.length > this.#columns) this.#columns = row.length;
    if (last !== undefined) last.children = fitted(row);
  }

  /** Whether any row that has come holds something. */
  hasWords(): boolean {
    return this.#columns > 0;
  }

  /** The whole table, or undefined where no cell holds anything. */
  finish(): Table | undefined {
    if (this.#columns === 0) return undefined;
    const { children } = this.#node;
    for (const row of children) if (row.children.length === 0) row.children.push({ type: 'tableCell', children: [] });
    const header = children[0].children;
    while (header.length < this.#columns) header.push({ type: 'tableCell', children: [] });
    this.#node.align = Array<null>(this.#columns).fill(null);
    return this.#node;
  }
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

function span(value: string | undefined): number {
  const count = value === undefined ? 1 : Number.parseInt(value, 10);
  return count > 1 ? Math.min(count, MAX_SPAN) : 1;
}
