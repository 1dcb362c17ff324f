// A page that JavaScript builds: Chromium renders it, adstrip reads what stands there afterwards.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { clean } from 'adstrip';
import { chromium } from 'playwright-core';
import { startSite } from '../site/server.mjs';

const site = await startSite();
const url = `${site.url}/rendered`;

const unrendered = clean(await (await fetch(url)).text(), { url });
console.log(`without a browser: ${unrendered.wordCount} words`);

// With the package `playwright`, which brings a browser along, no `executablePath` is needed.
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
// The ads themselves need not be loaded, and wait for nothing.
await page.route(
  (address) => address.origin !== site.url,
  (route) => route.abort(),
);
await page.goto(url);
await page.waitForSelector('article');
const { text, metadata, wordCount, removed } = clean(await page.content(), { url });
await browser.close();
await site.close();

console.log(`with Chromium: ${wordCount} words of '${metadata.title}'`);
console.log(`removed: ${removed.map(({ rule }) => rule).join(', ')}`);
console.log(`${text.slice(0, 120)} …`);

/** The Chromium of this machine: CHROMIUM, or the first in the PATH. */
function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const paths = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = process.env.CHROMIUM ?? paths.find(isExecutable);
  if (found === undefined) throw new Error('no Chromium in the PATH: install one, or name it by CHROMIUM');
  return found;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
