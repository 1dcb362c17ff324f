#!/usr/bin/env node
// node scripts/check-roundtrip.mjs [--chromium N] PATH...: whether what clean() writes as HTML is the tree that it means
// (scripts/html-tree.mjs) once a parser has read it: by parse5 for every page, and by Chromium for N of them, spread evenly
// (0 where none is installed). The words of that tree are those of result.text. A PATH is a page, or a folder that is
// searched for pages (.html, .html.gz). On the built package. Ends in 1 where something differs.
import { parseArgs } from 'node:util';
import { clean } from '../dist/index.js';
import { Quotations } from '../dist/render/quotations.js';
import { chromiumPath } from './chromium.mjs';
import { browserTrees, meantTree, parsedTree, treeDifference, wordDifference } from './html-tree.mjs';
import { pages } from './pages.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'string', default: '0' } },
});
const BATCH = 20;

let failed = 0;
function told(path, what) {
  failed++;
  console.log(`${path}: ${what}`);
}

const written = [];
for (const root of positionals) {
  for (const { path, source } of pages(root)) {
    const { html, text } = clean(source, { type: 'html', url: 'https://news.example/a/b' });
    try {
      const tree = meantTree(html);
      written.push({ path, html, tree });
      const parsed = treeDifference(tree, parsedTree(html));
      if (parsed !== undefined) told(path, `parse5: ${parsed}`);
      const words = wordDifference(tree, text, new Quotations());
      if (words !== undefined) told(path, `words: ${words}`);
    } catch (error) {
      told(path, `its HTML ${error.message}`);
    }
  }
}
const share = Math.min(Number(values.chromium), written.length);
const chosen = written.filter(
  (_, i) => Math.floor(((i + 1) * share) / written.length) > Math.floor((i * share) / written.length),
);
const executablePath = share === 0 ? undefined : chromiumPath();
if (executablePath === undefined) {
  chosen.length = 0;
  if (share > 0) console.log('SKIPPED: Chromium is not installed');
} else {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === 'https://reader.example/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>a reader</title>' })
      : route.abort(),
  );
  await page.goto('https://reader.example/');
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch = chosen.slice(from, from + BATCH);
    const trees = await page.evaluate(
      browserTrees,
      batch.map(({ html }) => html),
    );
    for (const [i, { path, tree }] of batch.entries()) {
      const difference = treeDifference(tree, trees[i]);
      if (difference !== undefined) told(path, `Chromium: ${difference}`);
    }
  }
  await browser.close();
}
console.log(
  `${written.length} pages read back by parse5, ${chosen.length} by Chromium: ${failed === 0 ? 'the tree and the words that were meant' : `${failed} differences`}`,
);
process.exitCode = failed === 0 && written.length > 0 ? 0 : 1;
