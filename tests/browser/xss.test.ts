import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clean } from '../../src/index.ts';
import { toMarkdown } from '../../src/markdown/to-markdown.ts';
import { renderReport } from '../../src/report/index.ts';
import { ACTIVE_PAYLOADS, MARKDOWN_PAYLOADS } from './active-payloads.ts';
import { CHROMIUM, launchChromium } from './chromium.ts';
import { type Doings, doings } from './doings.js';
import { carelessHtml } from './markdown-html.ts';

const url = 'https://news.example/a';
const PROSE =
  'The council met on Monday to speak about the bridge, and those who came heard that the work would take a year.';
/** How many documents are in the page at once. */
const BATCH = 40;
/** How long a payload has to start, in milliseconds. */
const PATIENCE = 300;

const articleOf = (payload: string): string =>
  `<article><h1>A bridge</h1><p>${PROSE}</p><p>${PROSE}</p>${payload}<p>${PROSE}</p><p>${PROSE}</p></article>`;

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    requests.length = 0;
    page = await browser.newPage();
    await page.route('**/*', (route) => {
      const request = route.request();
      if (request.url() === `${url}/`) {
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>a reader</title>' });
      }
      // An image of the article is what a reader expects to be fetched.
      if (request.resourceType() !== 'image') requests.push(request.url());
      return route.abort();
    });
    await page.goto(`${url}/`);
    const purifier = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');
    await page.evaluate(readFileSync(purifier, 'utf8'));
  });
  afterEach(() => page.close());

  /** Puts documents into frames of the page, by innerHTML or by document.write, and sees what they do. */
  async function load(documents: readonly string[], way: 'innerHTML' | 'write'): Promise<Doings[]> {
    const all: Doings[] = [];
    for (let from = 0; from < documents.length; from += BATCH) {
      const batch = documents.slice(from, from + BATCH);
      all.push(...(await page.evaluate(doings, { batch, way, patience: PATIENCE })));
    }
    return all;
  }

  it('the payloads run by the hundred as they stand', async () => {
    expect(ACTIVE_PAYLOADS.length).toBeGreaterThanOrEqual(300);
    const written = await load(ACTIVE_PAYLOADS, 'write');
    const inserted = await load(ACTIVE_PAYLOADS, 'innerHTML');
    const ran = written.filter((one, i) => one.ran + inserted[i].ran > 0).length;
    const active = written.filter((one, i) => one.active + inserted[i].active > 0).length;
    console.log(`${ACTIVE_PAYLOADS.length} payloads as they stand: ${ran} run, ${active} are active`);
    expect(ran).toBeGreaterThan(150);
    expect(active).toBeGreaterThan(ACTIVE_PAYLOADS.length * 0.8);
  }, 300_000);

  for (const way of ['innerHTML', 'write'] as const) {
    it(`nothing of what clean makes of them runs, by ${way}, the first or the second time`, async () => {
      const once = ACTIVE_PAYLOADS.map((payload) => clean(articleOf(payload), { type: 'html', url }).html);
      const twice = once.map((html) => clean(html, { type: 'html', url }).html);
      for (const documents of [once, twice]) {
        const done = await load(documents, way);
        const bad = documents.filter((_, i) => done[i].ran + done[i].active + done[i].impure > 0);
        expect(bad).toEqual([]);
        expect(documents.filter((html) => !html.includes('The council met'))).toEqual([]);
      }
      expect(requests).toEqual([]);
    }, 300_000);
  }

  it('nothing runs of their Markdown, where a renderer lets HTML and every address through', async () => {
    const documents = MARKDOWN_PAYLOADS.map((payload) =>
      carelessHtml(toMarkdown(clean(articleOf(payload), { type: 'html', url }))),
    );
    for (const way of ['innerHTML', 'write'] as const) {
      const done = await load(documents, way);
      expect(documents.filter((_, i) => done[i].ran + done[i].active + done[i].impure > 0)).toEqual([]);
    }
    expect(documents.filter((html) => !html.includes('The council met'))).toEqual([]);
    expect(requests).toEqual([]);
    // It lets them through indeed.
    const [careless] = await load([carelessHtml('a <img src=x onerror=alert(1)>')], 'innerHTML');
    expect(careless.ran).toBeGreaterThan(0);
  }, 300_000);

  it('nothing runs in a report about them', async () => {
    const reports: string[] = [];
    for (let from = 0; from < ACTIVE_PAYLOADS.length; from += BATCH) {
      const source = articleOf(ACTIVE_PAYLOADS.slice(from, from + BATCH).join('<!-- --><p>and</p>'));
      reports.push(renderReport(source, clean(source, { type: 'html', url, explain: true })));
    }
    // Its Content-Security-Policy would stop a script: none may be there to be stopped.
    const withoutPolicy = reports.map((html) => html.replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/i, ''));
    expect(
      withoutPolicy.filter((html) => /<(?:script|img|iframe|object|embed|base|link|frame|meta http)\b/i.test(html)),
    ).toEqual([]);
    const done = await load(withoutPolicy, 'write');
    expect(done.map(({ ran }) => ran)).toEqual(reports.map(() => 0));
    expect(requests).toEqual([]);
  }, 300_000);
});
