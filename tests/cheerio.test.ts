import { type CheerioAPI, load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule, restore, strip } from '../src/index.ts';
import { loadClean, stripAds } from '../src/shells/cheerio.ts';
import { writeSource } from '../src/shells/cheerio-source.ts';
import { page } from './disorder.ts';
import { fixtures } from './fixture.ts';

/** How often a property is tried: so often, or as `RUNS` says for a deeper look. */
const runs = (usual: number): number => Number(process.env.RUNS ?? usual);

/** Makes an ad of any element. */
const RULES: readonly Rule[] = [{ id: 'test/ad', category: 'ad', match: { class: 'test-ad' } }];

const PAGE = `<!DOCTYPE html><html><head><title>On the quay</title></head><body>
<article><h1>On the quay</h1><p>The ferry was late, and nobody on the quay minded.</p>
<ins class="adsbygoogle" data-ad-slot="1"></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script>
<p>A boy sold lemonade &amp; the gulls watched him.</p></article></body></html>`;

/** Every way to load a page. */
const LOADERS: readonly (readonly [string, (html: string) => CheerioAPI])[] = [
  ['load(html)', (html) => load(html)],
  ['load(html, {}, false)', (html) => load(html, {}, false)],
  ['load(html, { xml: false })', (html) => load(html, { xml: false })],
  ['load(html, { xml: { xmlMode: false } })', (html) => load(html, { xml: { xmlMode: false } })],
  ['load(html, { xmlMode: true })', (html) => load(html, { xmlMode: true })],
  ['load(html, { sourceCodeLocationInfo: true })', (html) => load(html, { sourceCodeLocationInfo: true })],
];

/** A page as the standard's tree of it: what a second load gives. */
const settled = (html: string): string => load(html).html();

function expectSameAsStrip(html: string): void {
  const $ = load(html);
  const before = $.html();
  const { output, removed } = strip(before, { type: 'html', rules: RULES });
  const removals = stripAds($, { rules: RULES });
  expect(removals.map(({ nodes: _, ...removal }) => removal)).toEqual(removed);
  expect(settled($.html())).toBe(settled(output));
}

/** Every node's neighbours and parent point back at it. */
function expectWhole($: CheerioAPI): void {
  for (const node of [...$.root().get(), ...$('*').get()]) {
    if (!('children' in node)) continue;
    for (const [i, child] of node.children.entries()) {
      expect(child.parent).toBe(node);
      expect(child.prev).toBe(node.children[i - 1] ?? null);
      expect(child.next).toBe(node.children[i + 1] ?? null);
    }
  }
}

describe('stripAds', () => {
  it.each(LOADERS)('takes the ads out of a page from %s', (_, from) => {
    const $ = from(PAGE);
    const removals = stripAds($);
    expect($('.adsbygoogle').length).toBe(0);
    expect($.html()).not.toContain('adsbygoogle');
    expect($('p').length).toBe(2);
    expect($('p').last().text()).toBe('A boy sold lemonade & the gulls watched him.');
    expect(removals.map(({ category }) => category)).toEqual(['ad', 'ad']);
    expectWhole($);
  });

  it('says what went: the rule, the HTML, and the nodes, which are out of the page but whole', () => {
    const $ = load(PAGE);
    const html = $.html();
    const removals = stripAds($);
    expect(removals[0].text).toBe('<ins class="adsbygoogle" data-ad-slot="1"></ins>');
    expect($(removals[0].nodes).attr('data-ad-slot')).toBe('1');
    expect(removals[0].nodes[0].parent).toBe(null);
    for (const { start, end, text } of removals) expect(html.slice(start, end)).toBe(text);
    expect(restore($.html(), removals)).toBe(html);
  });

  it('leaves the other nodes where and what they are', () => {
    const $ = load(PAGE);
    const [first, last] = $('p').get();
    const article = $('article').get(0);
    stripAds($);
    expect($('p').get(0)).toBe(first);
    expect($('p').get(1)).toBe(last);
    expect(first.parent).toBe(article);
  });

  it('takes leaked code out of a text and leaves the rest of it', () => {
    const leak = '(adsbygoogle = window.adsbygoogle || []).push({});';
    const $ = load(`<p>The ferry was late &amp; nobody minded.<br>${leak}</p><p>The boat came at last.</p>`);
    const [removal] = stripAds($);
    expect(removal.text).toBe(leak);
    expect($('p').text()).toBe('The ferry was late & nobody minded.The boat came at last.');
    const mixed = load(`<p>One &amp; two.\n${leak}\nThree &lt; four.</p>`);
    const text = mixed('p').contents().get(0);
    expect(stripAds(mixed)[0].nodes).toEqual([]);
    expect(mixed('p').contents().get(0)).toBe(text);
    expect(mixed('p').text().replace(/\s+/g, ' ')).toBe('One & two. Three < four.');
  });

  it('takes a part of a script and leaves the rest of it', () => {
    const $ = load('<script>setUpMenu();\n(adsbygoogle = window.adsbygoogle || []).push({});</script><p>One');
    const script = $('script').get(0);
    stripAds($);
    expect($('script').get(0)).toBe(script);
    expect($('script').text().trim()).toBe('setUpMenu();');
  });

  it('sees the page as it is, not as it was loaded', () => {
    const $ = load('<main><p>One</p></main>');
    $('main').append('<ins class="adsbygoogle"></ins>');
    expect(stripAds($).length).toBe(1);
    expect(stripAds($)).toEqual([]);
  });

  it('passes the options of strip on', () => {
    const rules = [{ id: 'own/box', category: 'ad', match: { class: 'my-box' } }] as const;
    const html = '<div class="my-box">Buy</div><ins class="adsbygoogle"></ins><p>One</p>';
    expect(stripAds(load(html), { rules }).map(({ rule }) => rule)).toContain('own/box');
    expect(stripAds(load(html), { remove: ['tracker'] })).toEqual([]);
  });

  it('gives for every fixture what strip gives for its serialisation', () => {
    for (const { input, options } of fixtures()) if (options.type === 'html') expectSameAsStrip(input);
  });

  it('gives for any page whose tree HTML can say what strip gives for its serialisation', () => {
    const sayable = page.filter((html) => settled(load(html).html()) === load(html).html());
    fc.assert(fc.property(sayable, expectSameAsStrip), { numRuns: runs(200) });
  });

  it('keeps the tree whole for any page and any parser', () => {
    fc.assert(
      fc.property(page, fc.constantFrom(...LOADERS), (html, [, from]) => {
        const $ = from(html);
        stripAds($, { rules: RULES });
        expectWhole($);
      }),
      { numRuns: runs(200) },
    );
  });

  it('reads a page of any depth', () => {
    const $ = load('<div>'.repeat(20_000), { xml: { xmlMode: false } });
    expect(stripAds($)).toEqual([]);
  });

  it('says what was expected where an argument is of the wrong type', () => {
    const call = stripAds as (...values: unknown[]) => unknown;
    expect(() => call('<p>')).toThrow(new TypeError("stripAds: $ must be what cheerio's load gives, got string"));
    expect(() => call(undefined)).toThrow(TypeError);
    expect(() => call(load(''), 1)).toThrow(new TypeError('stripAds: options must be an object, got number'));
    expect(() => call(load(''), { url: 1 })).toThrow(
      new TypeError('stripAds: options.url must be a string, got number'),
    );
  });
});

describe('the source of a loaded page', () => {
  it('is what cheerio writes', () => {
    for (const { input, options } of fixtures()) {
      if (options.type !== 'html') continue;
      const $ = load(input);
      expect(writeSource($).source).toBe($.html());
    }
  });
});

describe('loadClean', () => {
  it('loads a page without its ads, from a string or from bytes', () => {
    const $ = loadClean(PAGE);
    expect($.html()).toBe(load(strip(PAGE).output).html());
    const bytes = Buffer.from(`<meta charset="windows-1252">${PAGE.replace('quay', 'qu\u00e4y')}`, 'latin1');
    expect(loadClean(bytes)('title').text()).toBe('On the qu\u00e4y');
  });

  it('says what was expected where an argument is of the wrong type', () => {
    const call = loadClean as (...values: unknown[]) => unknown;
    expect(() => call(1)).toThrow(new TypeError('loadClean: input must be a string or Uint8Array, got number'));
    expect(() => call('', null)).toThrow(new TypeError('loadClean: options must be an object, got null'));
  });
});
