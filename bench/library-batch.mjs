// node library-batch.mjs FILE WARM: cleans the records of a JSONL file with the library alone, and notes in FILE.ms the
// shortest time that those after the first WARM took, in ms, without reading and writing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { clean } from '../dist/index.js';

const [, , file, warm] = process.argv;
const bytes = readFileSync(file);
const records = [];
for (let from = 0, end; from < bytes.length; from = end + 1) {
  end = bytes.indexOf(10, from);
  records.push(JSON.parse(bytes.toString('utf8', from, end)));
}
let began = performance.now();
for (const [i, { html, url }] of records.entries()) {
  if (i === Number(warm)) began = performance.now();
  clean(html, { type: 'html', url });
}
const ms = performance.now() - began;
const before = existsSync(`${file}.ms`) ? Number(readFileSync(`${file}.ms`, 'utf8')) : Number.POSITIVE_INFINITY;
writeFileSync(`${file}.ms`, String(Math.min(ms, before)));
