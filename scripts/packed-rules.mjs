// The built-in rules of a build as text: a line of JSON with the numbers that they are packed into, then a rule a line.
import { isDeepStrictEqual } from 'node:util';

/**
 * @param {import('../dist/rules/built-in-rules.js')} builtIn
 * @returns {string} in ASCII alone, so that Node need not decode it and keeps it in one byte a character
 */
export function packedText({ builtInRules, packedRules }) {
  const rules = builtInRules();
  const { list, packed } = packedRules();
  const lines = [{ starts: list.starts, packed }, ...rules].map((part) => {
    const line = JSON.stringify(part).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    if (!isDeepStrictEqual(JSON.parse(line), part)) throw new Error(`JSON cannot hold ${line.slice(0, 200)}`);
    return line;
  });
  return lines.join('\n');
}

/** A module with the exports of built-in-rules.js; `text` is an expression that gives the text. */
export const moduleOf = (text) => `
const [index, ...lines] = ${text}.split('\\n');
const { starts, packed } = JSON.parse(index);
const rules = [];
const ruleAt = (order) => (rules[order] ??= JSON.parse(lines[order]));
export const builtInRules = () => lines.map((_, order) => ruleAt(order));
export const packedRules = () => ({ list: { ruleAt, starts }, packed });
`;
