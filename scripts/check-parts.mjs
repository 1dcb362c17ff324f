#!/usr/bin/env node
// node scripts/check-parts.mjs [--verbose] PATH...: style sheets and scripts that lose a part stay valid, on the built
// package: css-tree finds no error that was not there before, js-tokens no bracket without its pair, and what V8 took for
// a script it still does. A PATH is a page, or a folder that is searched for pages (.html, .html.gz).
import { parseArgs } from 'node:util';
import { Script } from 'node:vm';
import { parse as parseCss } from 'css-tree';
import jsTokens from 'js-tokens';
import { parse } from 'parse5';
import { strip } from '../dist/index.js';
import { pages } from './pages.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});

/** Style and script elements: `{ name, start, end }`, the place of their content. */
function codeOf(source) {
  const found = [];
  const stack = [parse(source, { sourceCodeLocationInfo: true })];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === 'style' || node.nodeName === 'script') {
      const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
      if (startTag)
        found.push({ name: node.nodeName, start: startTag.endOffset, end: endTag?.startOffset ?? endOffset });
    }
    stack.push(...(node.childNodes ?? []), ...(node.content ? [node.content] : []));
  }
  return found;
}

/** The messages of css-tree's errors. */
function cssErrors(css) {
  const errors = [];
  parseCss(css, { onParseError: ({ message, offset }) => errors.push(`${message} at ${offset}`) });
  return errors;
}

/** Brackets that have no pair, literals that do not end, and V8's error. */
function jsErrors(js) {
  const pairs = { ')': '(', ']': '[', '}': '{' };
  const open = [];
  const errors = [];
  for (const { type, value, closed } of jsTokens(js)) {
    if (closed === false) errors.push(`unclosed ${type}`);
    if (type !== 'Punctuator') continue;
    if ('([{'.includes(value)) open.push(value);
    else if (value in pairs && open.pop() !== pairs[value]) errors.push(`'${value}' closes nothing`);
  }
  try {
    new Script(js); // compiled, never run
  } catch (error) {
    errors.push(error.message);
  }
  return [...errors, ...open.map((bracket) => `'${bracket}' is not closed`)];
}

let tried = 0;
let failed = 0;
for (const root of positionals) {
  for (const { path, source } of pages(root)) {
    const { removed } = strip(source, { type: 'html' });
    for (const { name, start, end } of codeOf(source)) {
      const parts = removed.filter((part) => part.start >= start && part.end <= end);
      if (parts.length === 0) continue;
      tried++;
      let rest = '';
      let at = start;
      for (const part of parts) {
        rest += source.slice(at, part.start);
        at = part.end;
      }
      rest += source.slice(at, end);
      const errorsOf = name === 'style' ? cssErrors : jsErrors;
      const before = errorsOf(source.slice(start, end));
      const after = errorsOf(rest);
      if (after.length <= before.length) continue;
      failed++;
      console.log(`${path}: <${name}> at ${start}: ${after.join('; ').slice(0, 200)}`);
      if (!values.verbose) continue;
      for (const part of parts) {
        console.log(`  ${part.rule} ${part.start}-${part.end}: ${JSON.stringify(part.text.slice(0, 300))}`);
        console.log(
          `    before ${JSON.stringify(source.slice(part.start - 60, part.start))}, behind ${JSON.stringify(source.slice(part.end, part.end + 60))}`,
        );
      }
    }
  }
}
console.log(`${tried - failed} of ${tried} style sheets and scripts that lose a part are as valid as before`);
process.exitCode = failed > 0 ? 1 : 0;
