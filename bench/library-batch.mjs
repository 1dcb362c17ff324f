// node library-batch.mjs FILE: cleans the records of a JSONL file with the library alone, and notes in FILE.ms the
// shortest time that it took, in ms, without reading and writing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { clean } from '../dist/index.js';

const [, , file] = process.argv;
const records = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
clean('<p>A page.</p>');
const began = performance.now();
for (const { html, url } of records) clean(html, { type: 'html', url });
const ms = performance.now() - began;
const before = existsSync(`${file}.ms`) ? Number(readFileSync(`${file}.ms`, 'utf8')) : Number.POSITIVE_INFINITY;
writeFileSync(`${file}.ms`, String(Math.min(ms, before)));
