#!/usr/bin/env node
// npm run bench [-- html|text] [-- --pages DIR]: figures as ratios within one run, on the built package.
import { parseArgs } from 'node:util';
import { benchHtml } from './html.mjs';
import { benchText } from './text.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pages: { type: 'string' } } });
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
if (wanted('html')) benchHtml(values.pages);
if (wanted('text')) benchText();
