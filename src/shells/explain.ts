import { createLocator, visibleStart } from '../positions.ts';
import type { Category, Removal } from '../types.ts';
import { visible } from './visible.ts';

const EXCERPT = 72;
/** UTF-16 units of a record's name that are shown. */
const LONGEST_NAME = 200;

/** Foreground colours as ECMA-48 SGR parameters; code that no rule knows is grey. */
const COLOURS: Record<Category, number> = {
  ad: 31,
  tracker: 35,
  consent: 33,
  widget: 34,
  label: 36,
  promo: 32,
  style: 90,
  script: 90,
  data: 90,
};
const DEFAULT_COLOUR = 39;
const FAINT = 2;
const NOT_FAINT = 22;

/**
 * One line a removal: where its first visible character stood (line and column from 1, columns
 * in UTF-16 units), its rule, its category and the
 * beginning of what went; then a line with the sum.
 *
 * @param input the decoded input that the offsets of `removed` belong to
 */
export function explain(input: string, removed: readonly Removal[], coloured: boolean): string {
  const units = removed.reduce((sum, { text }) => sum + text.length, 0);
  const count = removed.length === 1 ? '1 removal' : `${removed.length} removals`;
  return `${linesOf(input, removed, coloured)}${count}, ${units} of ${input.length} characters\n`;
}

/** The same for one record of many: its name before each removal, and no sum. */
export function explainRecord(name: string, input: string, removed: readonly Removal[], coloured: boolean): string {
  const shown = visible(name, LONGEST_NAME);
  return linesOf(input, removed, coloured).replace(/^(?=.)/gm, () => `${shown}  `);
}

function linesOf(input: string, removed: readonly Removal[], coloured: boolean): string {
  const paint = (on: number, text: string, off: number): string =>
    coloured ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  const positions = positionsOf(input, removed);
  const positionWidth = Math.max(0, ...positions.map((position) => position.length));
  const ruleWidth = removed.reduce((width, { rule }) => Math.max(width, rule.length), 0);
  let lines = '';
  removed.forEach(({ rule, category, text }, i) => {
    const position = (positions[i] ?? '').padEnd(positionWidth);
    const name = paint(COLOURS[category], rule.padEnd(ruleWidth), DEFAULT_COLOUR);
    lines += `${position}  ${name}  ${category.padEnd(7)}  ${paint(FAINT, visible(text, EXCERPT), NOT_FAINT)}\n`;
  });
  return lines;
}

/** `line:column` of each removal. */
function positionsOf(input: string, removed: readonly Removal[]): string[] {
  const locate = createLocator(input);
  return removed.map(({ start, text }) => {
    const { line, column } = locate(visibleStart(start, text));
    return `${line}:${column}`;
  });
}
