// Opens reports in a real browser: nothing is requested, nothing of the page runs, keyboard, filters, light and dark.
//
//   node scripts/check-report.mjs [FOLDER FOR SCREENSHOTS]      (after npm run build)
//
// The browser is Chromium, from the environment variable CHROMIUM or from the PATH.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { clean, strip } from '../dist/index.js';
import { createBatchReport, renderReport } from '../dist/report/index.js';
import { chromiumPath } from './chromium.mjs';

const executablePath = chromiumPath();
if (executablePath === undefined) {
  console.error('no browser: set CHROMIUM, or install Chromium');
  process.exit(1);
}

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
const CATEGORIES = ['ad', 'tracker', 'consent', 'widget', 'label', 'promo', 'style', 'script', 'data'];
/** WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

const failures = [];
let checks = 0;
function check(what, holds, found) {
  checks++;
  if (!holds) failures.push(found === undefined ? what : `${what}: ${JSON.stringify(found)}`);
}

const screenshots = process.argv[2];
if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'adstrip-report-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = readFileSync(new URL('../fixtures/seed/page/input.html', import.meta.url));
  const text = readFileSync(new URL('../fixtures/seed/text/input.txt', import.meta.url));
  const ofPage = renderReport(page, clean(page, { explain: true }));
  await withReport('page', ofPage, WIDE, 'light', keyboardAndFilters);
  await withReport('page', ofPage, WIDE, 'dark', darkColours);
  await withReport('page', ofPage, NARROW, 'light', fitsTheScreen);
  await withReport('text', renderReport(text, clean(text, { explain: true })), NARROW, 'dark', fitsTheScreen);
  await withReport('strip', renderReport(page, strip(page)), WIDE, 'light', lightColours);
  await withReport('hostile', hostileReport(), WIDE, 'light', nothingRan);
  await withReport('hostile', hostileReport(), NARROW, 'light', fitsTheScreen);
  const batch = batchReport();
  await withReport('batch', batch, WIDE, 'light', nothingRan);
  await withReport('batch', batch, NARROW, 'dark', fitsTheScreen);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

for (const failure of failures) console.error(`failed: ${failure}`);
console.log(`report in a browser: ${checks - failures.length} of ${checks} checks hold`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Opens a report from a file, as a user does, and lets nothing pass that it asks for or complains of. */
async function withReport(name, html, viewport, colorScheme, look) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  const address = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  const shown = `${name}-${viewport.width}-${colorScheme}`;
  if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${shown}.png`), fullPage: true });
  await look(page, shown);
  check(`${shown}: no complaint and no request`, complaints.length === 0, complaints);
  check(`${shown}: no script`, (await page.evaluate(() => document.scripts.length)) === 0);
  await context.close();
}

async function keyboardAndFilters(page, shown) {
  const visible = (selector) => page.locator(selector).filter({ visible: true }).count();
  const all = await page.locator('del').count();
  check(`${shown}: all removals stand there`, all > 5 && (await visible('del')) === all, all);
  check(`${shown}: no tip at first`, (await visible('.tip')) === 0);

  // By the keyboard alone, from the top of the page.
  let presses = 0;
  while (presses++ < 100 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'DEL') {
    await page.keyboard.press('Tab');
  }
  const focused = page.locator('del:focus');
  check(`${shown}: the Tab key leads to a removal`, (await focused.count()) === 1);
  check(`${shown}: one tip is shown`, (await visible('.tip')) === 1);
  const tip = await page.locator('del:focus > .tip').textContent();
  const rule = await focused.getAttribute('data-rule');
  check(`${shown}: the tip names rule, category and place`, tip.includes(rule) && /line \d+:\d+/.test(tip), tip);
  check(`${shown}: the tip says why`, tip.includes('looks for'), tip);
  const described = await focused.getAttribute('aria-describedby');
  check(`${shown}: the tip describes the mark`, (await page.locator(`#${described}`).count()) === 1, described);
  const box = await page.locator('del:focus > .tip').boundingBox();
  check(`${shown}: the tip is on the screen`, box !== null && box.y >= 0 && box.y + box.height <= WIDE.height, box);
  if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${shown}-focus.png`) });
  await page.evaluate(() => document.activeElement?.blur());
  check(`${shown}: the tip goes with the focus`, (await visible('.tip')) === 0);

  await page.locator('del').nth(2).hover();
  check(`${shown}: the pointer shows a tip too`, await page.locator('del').nth(2).locator('.tip').isVisible());
  await page.mouse.move(0, 0);

  const category = page.locator('#f-c-tracker');
  await category.focus();
  await page.keyboard.press('Space');
  const trackers = await page.locator('del.c-tracker').count();
  check(`${shown}: a category's filter shows its removals`, (await visible('del.c-tracker')) === trackers, trackers);
  check(`${shown}: and hides the others`, trackers < all && (await visible('del')) === trackers);
  check(
    `${shown}: hidden ones take no focus`,
    await page.evaluate(() => {
      const hidden = document.querySelector('del:not(.c-tracker)');
      hidden?.focus();
      return document.activeElement !== hidden;
    }),
  );
  if (screenshots !== undefined)
    await page.screenshot({ path: join(screenshots, `${shown}-filter.png`), fullPage: true });

  await page.getByRole('button', { name: 'Show all again' }).click();
  check(`${shown}: the button shows all again`, (await visible('del')) === all);
  await page.locator('#f-r0').check();
  const ofRule = await page.locator('del.r0').count();
  check(`${shown}: a rule's filter shows its removals only`, ofRule > 0 && (await visible('del')) === ofRule);
  await page.locator('#f-r0').uncheck();

  const folded = page.locator('details.gap').first();
  await folded.locator('summary').focus();
  await page.keyboard.press('Enter');
  check(`${shown}: kept source unfolds by the keyboard`, await folded.locator('.src').isVisible());

  const dropped = await page.locator('.blocks .no').count();
  await page.locator('#b-no').focus();
  await page.keyboard.press('Space');
  check(`${shown}: dropped blocks alone`, (await visible('.blocks li')) === dropped && dropped > 0);
  check(
    `${shown}: ids are unique`,
    await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return new Set(ids).size === ids.length;
    }),
  );
  await lightColours(page, shown);
}

async function lightColours(page, shown) {
  const { background } = await colours(page);
  check(`${shown}: a light page`, background > 0.8, background);
  await contrasts(page, shown);
}

async function darkColours(page, shown) {
  const { background } = await colours(page);
  check(`${shown}: a dark page`, background < 0.05, background);
  await page.locator('del').first().focus();
  if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${shown}-focus.png`) });
  await contrasts(page, shown);
}

async function contrasts(page, shown) {
  const { text, muted, chips } = await colours(page);
  check(`${shown}: text can be read`, text >= LEAST_CONTRAST && muted >= LEAST_CONTRAST, { text, muted });
  for (const [category, contrast] of Object.entries(chips)) {
    check(`${shown}: the colour of ${category} can be read`, contrast >= LEAST_CONTRAST, contrast);
  }
}

/** Relative luminances and contrasts as a browser paints them (WCAG 2.2, "relative luminance"). */
function colours(page) {
  return page.evaluate((categories) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const background = luminance(getComputedStyle(document.body).backgroundColor);
    const probe = document.createElement('span');
    document.body.append(probe);
    const colourOf = (name, property) => {
      probe.className = name;
      return luminance(getComputedStyle(probe)[property]);
    };
    const text = contrast(background, luminance(getComputedStyle(document.body).color));
    const muted = contrast(background, colourOf('n', 'color'));
    const chips = Object.fromEntries(
      categories.map((name) => [name, contrast(background, colourOf(`dot c-${name}`, 'backgroundColor'))]),
    );
    probe.remove();
    return { background, text, muted, chips };
  }, CATEGORIES);
}

async function fitsTheScreen(page, shown) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${shown}: nothing wider than the screen`, beyond <= 0, beyond);
  const marks = page.locator('del');
  if ((await marks.count()) === 0) return;
  await marks.first().focus();
  const box = await marks.first().locator('.tip').boundingBox();
  check(`${shown}: the tip fits`, box !== null && box.x >= 0 && box.x + box.width <= NARROW.width, box);
  if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${shown}-focus.png`) });
}

async function nothingRan(page, shown) {
  // Whatever a page brought along, a click on all that can be clicked runs none of it.
  for (const summary of await page.locator('summary').all()) await summary.click();
  const found = await page.evaluate(() => ({
    ran: 'ran' in globalThis,
    foreign: [
      ...document.querySelectorAll(
        'img,iframe,object,embed,video,audio,script,link,base,[style]:not([style=""]),[srcset],[onclick],[onerror],[onload]',
      ),
    ].length,
    links: [...document.links]
      .map(({ protocol }) => protocol)
      .filter((protocol) => !['http:', 'https:', 'file:'].includes(protocol)),
    sections: document.querySelectorAll('main > section').length,
  }));
  check(`${shown}: nothing of the page ran`, !found.ran && found.foreign === 0 && found.links.length === 0, found);
  check(`${shown}: its markup ends no section early`, found.sections >= 4, found);
}

/** A report in which every string that it shows tries to be more than text. */
function hostileReport() {
  const payload = `"'></textarea></style></script></title></del><script>globalThis.ran=1</script><img src=x onerror="globalThis.ran=1"><!--`;
  const input =
    `<!DOCTYPE html><html><head><title>${payload}</title><script>googletag.cmd.push("</scr" + "ipt><script>globalThis.ran=1")</script></head>` +
    `<body><article><h1>Ferries ${payload}</h1><p>The ferry was late, and nobody on the quay minded, for the evening was warm. ${payload} ]]></p>` +
    `<ins class="adsbygoogle" title="${payload.replaceAll('"', '&quot;')}">\u202eevil\u2066\0\ud800</ins>` +
    `<p>When the boat came at last, its lamps were lit, and the captain shouted the names of the islands twice.</p></article></body></html>`;
  const rules = [{ id: `own/${payload}`, category: 'widget', match: { class: 'own' } }];
  const whole = `<p class="own">${payload} --></p>${input.replaceAll('<!--', '<!-- -->')}`;
  const result = clean(whole, { type: 'html', explain: true, rules });
  const html = `${result.html}<script>globalThis.ran=1</script><p onclick="globalThis.ran=1" style="position:fixed"><a href="javascript:globalThis.ran=1">link</a><img src="https://tracker.example/x.gif"><iframe srcdoc="<script>parent.ran=1</script>"></iframe></p></div></section></main>`;
  const metadata = {
    ...result.metadata,
    title: payload,
    canonicalUrl: 'javascript:globalThis.ran=1',
    image: payload,
    authors: [payload],
    sources: { title: payload },
  };
  return renderReport(whole, { ...result, html, metadata });
}

function batchReport() {
  const report = createBatchReport();
  const page =
    '<ins class="adsbygoogle"></ins><p>The ferry was late, and nobody on the quay minded, for it was warm.</p>';
  for (let i = 0; i < 300; i++) {
    report.add(
      { id: i, url: `https://site-${i % 40}.example/a/long/address/of/a/page-${i}` },
      clean(page.repeat(1 + (i % 7))),
    );
  }
  report.add(
    { id: '<script>globalThis.ran=1</script>', url: 'javascript:globalThis.ran=1' },
    { error: '"><script>globalThis.ran=1</script>' },
  );
  return report.render();
}
