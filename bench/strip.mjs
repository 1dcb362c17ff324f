import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { strip } from '../dist/index.js';
import { pages } from './inputs.mjs';
import { medians } from './measure.mjs';

/** How many rules of a caller's own must cost the same. */
const RULE_COUNTS = [10, 1000, 100_000];
/** How many pages the slow comparison takes. */
const FEW_PAGES = 12;

/**
 * What `strip` costs with the built-in rules, with filter lists and with many rules of the caller's own, as multiples
 * of what htmlparser2 needs to parse the same pages; and against a blocker's engine with a DOM.
 *
 * @param {string | undefined} dir of pages
 * @param {readonly string[]} lists paths of filter lists
 */
export async function benchStrip(dir, lists) {
  const sources = pages(dir);
  const urls = sources.map(addressOf);
  const each = (work) => () => {
    for (const [index, source] of sources.entries()) work(source, urls[index]);
  };
  const stripWith = (options) => (source, url) => strip(source, { type: 'html', url, ...options });
  const filters = lists.length === 0 ? undefined : await engineOf(lists);
  const times = medians({
    parseDocument: each((source) => parseDocument(source)),
    strip: each(stripWith({})),
    ...(filters && { 'with lists': each(stripWith({ filters })) }),
    ...Object.fromEntries(RULE_COUNTS.map((count) => [`${count} rules`, each(stripWith({ rules: ownRules(count) }))])),
  });
  const mean = sources.reduce((sum, { length }) => sum + length, 0) / sources.length;
  console.log(`strip: ${sources.length} pages, ${Math.round(mean / 1000)} kB each`);
  for (const [name, ms] of Object.entries(times)) {
    const perPage = (ms / sources.length).toFixed(2);
    console.log(`  ${name.padEnd(14)} ${perPage.padStart(8)} ms/page  ${(ms / times.parseDocument).toFixed(2)} parses`);
  }
  const byCount = RULE_COUNTS.map((count) => times[`${count} rules`]);
  const spread = Math.max(...byCount) / Math.min(...byCount) - 1;
  console.log(`  the number of rules makes ${(spread * 100).toFixed(0)} % of difference`);
  if (filters === undefined) return console.log('  no filter lists: name some with --lists FILE');

  const hide = await domHider(lists);
  const step = Math.ceil(sources.length / FEW_PAGES);
  const few = [...sources.keys()].filter((index) => index % step === 0);
  const eachOfFew = (work) => () => {
    for (const index of few) work(sources[index], urls[index]);
  };
  const slow = medians(
    { strip: eachOfFew(stripWith({})), 'strip with lists': eachOfFew(stripWith({ filters })), theirs: eachOfFew(hide) },
    3,
  );
  console.log(`  hiding rules alone by @ghostery/adblocker and linkedom, ${few.length} pages:`);
  const perPage = (slow.theirs / few.length).toFixed(2).padStart(8);
  const timesAs = (name) => `${(slow.theirs / slow[name]).toFixed(1)} times ${name}`;
  console.log(`  ${''.padEnd(14)} ${perPage} ms/page, ${timesAs('strip')}, ${timesAs('strip with lists')}`);
}

/** The address that a page gives itself, so that rules for its site are at work. */
function addressOf(source, index) {
  const [link] = /<link[^>]+rel=["']?canonical[^>]*>/i.exec(source) ?? [''];
  const url = /href=["']?([^"'\s>]+)/i.exec(link)?.[1];
  return url !== undefined && URL.canParse(url) ? url : `https://site${index}.example/page`;
}

/** As many rules as asked for, of all kinds, that no page has. */
function ownRules(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `own/${i}`,
    category: 'ad',
    match: [
      { class: `zq-own-box-${i}` },
      { id: `zq-own-slot-${i}` },
      { host: `own${i}.zq.example` },
      { attr: 'data-zq-own', value: `unit-${i}` },
      { class: `zq-own-${i}-*` },
    ][i % 5],
  }));
}

/** Loads the lists as a user would, saves and loads the engine, and says how long each took. */
async function engineOf(lists) {
  const { deserializeFilters, loadFilters } = await import('../dist/shells/filters.js');
  const texts = lists.map((path) => readFileSync(path, 'utf8'));
  const start = performance.now();
  const bytes = loadFilters(texts).serialize();
  const loaded = performance.now();
  deserializeFilters(bytes); // compiled before it counts
  const before = performance.now();
  const engine = deserializeFilters(bytes);
  const after = performance.now();
  strip('<p class="ad">x</p>', { type: 'html', url: 'https://site.example/' }); // the built-in rules are compiled
  const beforeFirst = performance.now();
  strip('<p class="ad">x</p>', { type: 'html', url: 'https://site.example/', filters: engine });
  const first = performance.now() - beforeFirst;
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `lists: ${(size / 1e6).toFixed(1)} MB, loaded in ${(loaded - start).toFixed(0)} ms, saved as ` +
      `${(bytes.length / 1e6).toFixed(1)} MB, loaded again in ${(after - before).toFixed(1)} ms; first page ${first.toFixed(1)} ms`,
  );
  return engine;
}

/** What one would do with a blocker's engine and a DOM: ask it for the page's rules, select what they hide, remove it. */
async function domHider(lists) {
  const { FiltersEngine } = await import('@ghostery/adblocker');
  const { parseHTML } = await import('linkedom');
  const engine = FiltersEngine.parse(lists.map((path) => readFileSync(path, 'utf8')).join('\n'));
  return (source, url) => {
    const { document } = parseHTML(source);
    const classes = new Set();
    const ids = new Set();
    const hrefs = new Set();
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.classList) classes.add(name);
      if (element.id) ids.add(element.id);
      const href = element.getAttribute('href');
      if (href) hrefs.add(href);
    }
    const { hostname } = new URL(url);
    const { styles } = engine.getCosmeticsFilters({
      url,
      hostname,
      domain: hostname.split('.').slice(-2).join('.'),
      classes: [...classes],
      ids: [...ids],
      hrefs: [...hrefs],
      getInjectionRules: false,
      getExtendedRules: false,
    });
    // A style sheet of rules that hide: `selector,\nselector { display: none !important; }`.
    for (const [selectors] of styles.matchAll(/[^{}]+(?=\{ display: none)/g)) hideAll(document, selectors);
    return document.toString();
  };
}

/** Removes what a list of selectors names: at once, or one by one where the DOM does not know one of them. */
function hideAll(document, selectors) {
  try {
    for (const element of document.querySelectorAll(selectors)) element.remove();
  } catch {
    const single = selectors.split(',\n');
    if (single.length > 1) for (const selector of single) hideAll(document, selector);
  }
}
