#!/usr/bin/env node
// node scripts/check-corpus.mjs PATH...: restore() and idempotence over whole corpora, on the built package.
// A PATH is a folder of pages (.html, .html.gz) or a file of records, one JSON object a line (.jsonl, .jsonl.gz);
// of a record, every string field that is a text of some length is tried, and `html` as a page.
import { clean, restore, strip } from '../dist/index.js';
import { inputs } from './corpus.mjs';

let tried = 0;
let failed = 0;
const fail = (id, why) => {
  failed++;
  console.log(`${id}: ${why}`);
};
for (const path of process.argv.slice(2)) {
  for (const { id, type, input } of inputs(path)) {
    tried++;
    const { output, removed } = strip(input, { type });
    if (restore(output, removed) !== input) fail(id, 'restore does not give the input back');
    if (type === 'text' && strip(output, { type }).removed.length > 0) fail(id, 'a second strip removes more');
    if (!clean(input, { type }).text.isWellFormed()) fail(id, 'text is not well-formed');
  }
}
console.log(`${tried - failed} of ${tried} inputs hold`);
process.exitCode = failed > 0 ? 1 : 0;
