#!/usr/bin/env node
// node scripts/check-corpus.mjs PATH...: restore() and idempotence over whole corpora, on the built package.
// A PATH is a folder of pages (.html, .html.gz) or a file of records, one JSON object a line (.jsonl, .jsonl.gz);
// of a record, every string field that is a text of some length is tried, and `html` as a page.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { clean, restore, strip } from '../dist/index.js';

const read = (file) => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

function* inputs(path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) {
      if (/\.html?(\.gz)?$/.test(name)) yield { id: name, type: 'html', input: read(join(path, name)) };
    }
    return;
  }
  for (const [i, line] of read(path).split('\n').entries()) {
    if (line === '') continue;
    for (const [field, value] of Object.entries(JSON.parse(line))) {
      if (typeof value === 'string' && value.length > 40) {
        yield { id: `${i + 1}:${field}`, type: field === 'html' ? 'html' : 'text', input: value };
      }
    }
  }
}

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
