#!/usr/bin/env node
// node scripts/check-trees.mjs [--verbose] PATH...: the tree that parse5 builds of strip's output is the tree of the
// page less what was removed, on the built package. A PATH is a page, or a folder that is searched for pages
// (.html, .html.gz).
import { parseArgs } from 'node:util';
import { strip } from '../dist/index.js';
import { pages } from './pages.mjs';
import { compareTrees } from './tree-less.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, 'no-scripting': { type: 'boolean', default: false } },
});

const counts = { exactly: 0, 'but for white space': 0, 'but for reopened formatting': 0, false: 0 };
for (const root of positionals) {
  for (const { path, source } of pages(root)) {
    const { output, removed } = strip(source, { type: 'html' });
    const result = compareTrees(source, output, removed, { scriptingEnabled: !values['no-scripting'] });
    counts[result.same]++;
    if (result.same !== false) continue;
    const near = removed.findLast(({ start }) => start <= result.at) ?? removed[0];
    console.log(`${path}: differs at ${result.at}, after ${near?.rule} ${near?.start}-${near?.end}`);
    if (values.verbose) console.log(`expected:\n${result.expected.join('\n')}\nactual:\n${result.actual.join('\n')}\n`);
  }
}
const { false: failed, ...held } = counts;
const sum = Object.values(held).reduce((a, b) => a + b, 0);
console.log(
  `${sum} of ${sum + failed} pages hold: ${Object.entries(held)
    .map(([how, n]) => `${n} ${how}`)
    .join(', ')}`,
);
process.exitCode = failed > 0 ? 1 : 0;
