#!/usr/bin/env node
// npm run bench [-- html|text|strip|batch] [-- --pages DIR] [--lists FILE]…: figures as ratios within one run, on the built
// package.
import { parseArgs } from 'node:util';
import { benchBatch } from './batch.mjs';
import { benchHtml } from './html.mjs';
import { benchStrip } from './strip.mjs';
import { benchText } from './text.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string' }, lists: { type: 'string', multiple: true, default: [] } },
});
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
if (wanted('html')) benchHtml(values.pages);
if (wanted('text')) benchText();
if (wanted('strip')) await benchStrip(values.pages, values.lists);
if (wanted('batch')) await benchBatch(values.pages);
