#!/usr/bin/env node
import { clean } from '../dist/index.js';
import { toMarkdown } from '../dist/markdown/to-markdown.js';
// node scripts/check-markdown.mjs PATH...: whether toMarkdown() of whole corpora has the words of result.text, on the
// built package, and what it costs. A PATH is a folder of pages (.html, .html.gz) or a file of records, one JSON object
// a line (.jsonl, .jsonl.gz), of which every string field that is a text of some length is tried.
import { inputs } from './corpus.mjs';
import { firstDifference } from './markdown-words.mjs';

let tried = 0;
let failed = 0;
let characters = 0;
let cleaning = 0;
let writing = 0;
let slowest = { time: 0, id: '' };
for (const path of process.argv.slice(2)) {
  for (const { id, type, input } of inputs(path)) {
    tried++;
    const began = performance.now();
    const result = clean(input, { type });
    const cleaned = performance.now();
    const markdown = toMarkdown(result);
    const written = performance.now();
    cleaning += cleaned - began;
    writing += written - cleaned;
    characters += markdown.length;
    if (written - cleaned > slowest.time) slowest = { time: written - cleaned, id };
    const difference = firstDifference(result.text, markdown);
    if (difference === undefined) continue;
    failed++;
    console.log(`${id}\n  text:     ${difference.expected}\n  markdown: ${difference.got}`);
  }
}
const each = (time) => `${(time / Math.max(tried, 1)).toFixed(2)} ms`;
console.log(`${tried} tried, ${failed} failed, ${characters} characters of Markdown`);
console.log(
  `a document: clean ${each(cleaning)}, toMarkdown ${each(writing)}; slowest ${slowest.time.toFixed(0)} ms (${slowest.id})`,
);
process.exitCode = failed > 0 ? 1 : 0;
