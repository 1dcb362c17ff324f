import { describe, expect, it } from 'vitest';
import { strip } from '../src/index.ts';
import { builtInRules } from '../src/rules/built-in-rules.ts';
import { compileRules } from '../src/rules/compile.ts';
import type { FilterEngine, Holding, Rule } from '../src/types.ts';
import { checkedClean, checkedStrip, fixtures } from './fixture.ts';

/** The rules of the removals in a page. */
const rulesIn = (html: string, rules?: readonly Rule[]): string[] =>
  strip(html, { type: 'html', ...(rules && { rules }) }).removed.map(({ rule }) => rule);

describe('the built-in rules', () => {
  it('have each an id of its own, family/what', () => {
    const ids = builtInRules().map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z\d][a-z\d-]*\/[a-z\d][a-zA-Z\d-]*$/.test(id))).toEqual([]);
  });

  it('are each at work in a fixture', () => {
    const seen = new Set<string>();
    for (const { input, options } of fixtures()) {
      for (const { rule } of checkedStrip(input, options).removed) seen.add(rule);
      for (const { rule } of checkedClean(input, options).removed) seen.add(rule);
    }
    expect(
      builtInRules()
        .map(({ id }) => id)
        .filter((id) => !seen.has(id)),
    ).toEqual([]);
  });
});

describe('a rule', () => {
  const prose =
    '<p>A long enough paragraph of the article, so that the page has a text of its own to speak of.</p>'.repeat(5);
  const own = (match: Rule['match'], unless?: Rule['unless']): readonly Rule[] => [
    { id: 'own/rule', category: 'ad', match, ...(unless && { unless }) },
  ];

  it.each<[string, Rule['match'], string]>([
    ['class', { class: 'zq-slot' }, '<div class="a zq-slot b">x</div>'],
    ['class, letter case aside', { class: 'zq-slot' }, '<div class="ZQ-Slot">x</div>'],
    ['class prefix', { class: 'zq-*' }, '<div class="zq-top">x</div>'],
    ['class with a beginning and an end', { class: 'zq_*_unit' }, '<div class="zq_17_unit">x</div>'],
    ['last part of a class', { class: '*-zq' }, '<div class="top-zq">x</div>'],
    ['last part of a class, joined in the other way', { class: '*-zq-slot' }, '<div class="top__zq-slot">x</div>'],
    ['last part of an id', { id: '*-zq' }, '<div id="top_zq">x</div>'],
    ['id', { id: 'zq-slot' }, '<div id="zq-slot">x</div>'],
    ['attribute', { attr: 'data-zq' }, '<div data-zq>x</div>'],
    ['attribute prefix', { attr: 'data-zq-*' }, '<div data-zq-slot="1">x</div>'],
    ['attribute value', { attr: 'data-kind', value: 'zq' }, '<div data-kind="ZQ">x</div>'],
    ['attribute value prefix', { attr: 'data-kind', value: 'zq-*' }, '<div data-kind="zq-2">x</div>'],
    ['host', { host: 'zq-ads.example' }, '<script src="https://cdn.zq-ads.example/x.js"></script>'],
    ['host and path', { host: 'zq.example', path: '/ads/' }, '<img src="//zq.example/ads/1.gif">'],
    [
      'address',
      { address: '/zqserve/slot.php' },
      '<iframe src="https://www.site.example/a/zqserve/slot.php?n=1"></iframe>',
    ],
    ['inline script', { inlineScript: 'zqAds.cmd' }, '<script>zqAds.cmd.push(1);</script>'],
    ['inline style', { inlineStyle: '.zq-*' }, '<style>.zq-top > a { color: red }</style>'],
    ['comment', { comment: 'ZQ slot' }, '<!-- begin ZQ slot 7 -->'],
    ['label', { label: 'Zq promotion' }, '<div>Zq promotion</div>'],
    ['selector', { selector: 'aside > [data-zq]:empty' }, '<aside>x<div data-zq></div></aside>'],
  ])('matches by %s', (_, match, markup) => {
    expect(rulesIn(`${prose}${markup}${prose}`, own(match))).toContain('own/rule');
  });

  it.each<[string, Rule['match'], string]>([
    ['a longer class', { class: 'zq-slot' }, '<div class="zq-slots">x</div>'],
    ['a class that only ends in it', { class: 'zq-slot' }, '<div class="my-zq-slot">x</div>'],
    ['a word that ends in the last part without a joint', { class: '*-zq' }, '<div class="topzq">x</div>'],
    ['a word that is nothing but the last part', { class: '*-zq' }, '<div class="zq">x</div>'],
    ['a generated name that happens to end so', { class: '*-zq' }, '<div class="column_b8ce28-zq">x</div>'],
    ['another element', { class: 'zq-slot', tag: 'ins' }, '<div class="zq-slot">x</div>'],
    ['another value', { attr: 'data-kind', value: 'zq' }, '<div data-kind="zqs">x</div>'],
    ['a host that only ends in it', { host: 'zq.example' }, '<script src="https://notzq.example/x.js"></script>'],
    ['another path', { host: 'zq.example', path: '/ads/' }, '<img src="//zq.example/photos/1.gif">'],
    ['a link to the host that shows text', { host: 'zq.example' }, '<a href="https://zq.example/">the company</a>'],
    ['a name within a longer one', { inlineScript: 'zqAds' }, '<script>myzqAdsLike(1);</script>'],
    ['a name in page data', { inlineScript: 'zqAds' }, '<script type="application/json">{"zqAds":1}</script>'],
    ['a label within a sentence', { label: 'Zq promotion' }, '<p>The Zq promotion was a success.</p>'],
    ['a label to press', { label: 'Zq promotion' }, '<a href="#">Zq promotion</a>'],
  ])('does not match %s', (_, match, markup) => {
    expect(rulesIn(`${prose}${markup}${prose}`, own(match))).toEqual([]);
  });

  it.each<[string, Holding, string, boolean]>([
    ['a label', 'label', 'Sponsored by the dairy', true],
    ['more than a label', 'label', 'A sentence that somebody wrote to be read.', false],
    ['a label and a form field', 'label', 'Search <input name="q">', false],
    [
      'a link that leaves the site',
      'paid-links',
      '<a href="https://lamps.example/">A lamp that reads to you</a>',
      true,
    ],
    [
      'a link marked as paid for',
      'paid-links',
      '<a rel="noopener sponsored" href="/out/1">A lamp to read by</a>',
      true,
    ],
    ['a link within the site', 'paid-links', '<a href="https://www.site.example/lamps">All lamps</a>', false],
    ['no link', 'paid-links', 'A lamp that reads to you', false],
    [
      'one link of each',
      'paid-links',
      '<a href="https://lamps.example/">A lamp</a> <a href="/lamps">All lamps</a>',
      false,
    ],
    [
      'a long text with a paid link',
      'paid-links',
      `${prose}${prose}<a href="https://lamps.example/">A lamp</a>`,
      false,
    ],
    ['a form field', 'field', 'Join the list <input type="email">', true],
    ['no form field', 'field', 'What the course covers', false],
  ])('that asks for what the element holds is given %s (%s)', (_, holding, content, goes) => {
    const rules = own({ class: 'zq', holding });
    const html = `${prose}${prose}${prose}<div class="zq">${content}</div>${prose}${prose}`;
    const { removed } = strip(html, { type: 'html', rules, url: 'https://site.example/a' });
    expect(removed.filter(({ rule }) => rule === 'own/rule')).toHaveLength(goes ? 1 : 0);
  });

  it('of category widget takes no form with more fields than a sign-up has', () => {
    const rules: Rule[] = [{ id: 'own/rule', category: 'widget', match: { class: 'zq' } }];
    const form = (fields: number): string => `${prose}<div class="zq">${'<input>'.repeat(fields)}</div>${prose}`;
    expect(rulesIn(form(5), rules)).toEqual(['own/rule']);
    expect(rulesIn(form(30), rules)).toEqual([]);
  });

  it('is vetoed by any signature of unless', () => {
    const rules = own({ class: 'zq' }, [{ class: 'zq-free' }]);
    expect(rulesIn(`${prose}<div class="zq">x</div>`, rules)).toEqual(['own/rule']);
    expect(rulesIn(`${prose}<div class="zq zq-free">x</div>`, rules)).toEqual([]);
  });

  it('never takes the body, the main part, the h1 or most of the text for a class', () => {
    const rules = own({ class: 'zq' });
    expect(rulesIn(`<body class="zq">${prose}</body>`, rules)).toEqual([]);
    expect(rulesIn(`<main class="zq">${prose}</main>`, rules)).toEqual([]);
    expect(rulesIn(`<div class="zq"><h1>Title</h1></div>${prose}`, rules)).toEqual([]);
    expect(rulesIn(`<div class="zq">${prose}</div><p>Short.</p>`, rules)).toEqual([]);
  });

  it('does not stop a network on its own site', () => {
    const html = '<script src="https://cdn.zq-ads.example/x.js"></script>';
    const rules = own({ host: 'zq-ads.example' });
    expect(strip(html, { type: 'html', rules, url: 'https://www.zq-ads.example/' }).removed).toEqual([]);
    expect(strip(html, { type: 'html', rules, url: 'https://news.example/' }).removed).toHaveLength(1);
  });

  it('takes the wrappers that hold nothing else, and no more', () => {
    const rules = own({ class: 'zq' });
    const output = (html: string): string => strip(html, { type: 'html', rules }).output;
    expect(output('<p>a</p><div><div> <b class="zq">x</b><br></div></div><p>b</p>')).toBe('<p>a</p><p>b</p>');
    expect(output('<div><b class="zq">x</b>word</div>')).toBe('<div>word</div>');
    expect(output('<div><b class="zq">x</b><img src="a.jpg"></div>')).toBe('<div><img src="a.jpg"></div>');
  });

  it.each<[string, Rule['match']]>([
    ['a wildcard alone', { class: '*' }],
    ['two wildcards', { class: 'ab*cd*ef' }],
    ['a last part without a joint', { class: '*ad' }],
    ['a selector of common elements', { selector: 'div > p' }],
  ])('does not compile without a word to find it by: %s', (_, match) => {
    expect(() => compileRules(own(match))).toThrow(/^rule own\/rule: /);
  });
});

describe('style sheets', () => {
  const rules = [{ id: 'own/style', category: 'ad', match: { inlineStyle: '.zq-*' } }] as const;
  const output = (css: string): string => strip(`<style>${css}</style><p>x</p>`, { type: 'html', rules }).output;

  it('go whole where every rule speaks only of known selectors', () => {
    expect(output('.zq-a { color: red } @media (max-width: 9px) { .zq-b, a .zq-c { color: blue } } /* end */')).toBe(
      '<p>x</p>',
    );
  });

  it('lose only those rules otherwise, and stay valid', () => {
    expect(output('.zq-a{color:red}p{margin:0}')).toBe('<style>p{margin:0}</style><p>x</p>');
    expect(output('@media print{.zq-a{color:red}p{margin:0}}')).toBe(
      '<style>@media print{p{margin:0}}</style><p>x</p>',
    );
  });

  it('keep a rule of which one selector is the page’s own', () => {
    expect(output('.zq-a, .menu { color: red }')).toBe('<style>.zq-a, .menu { color: red }</style><p>x</p>');
  });

  it('may be broken in any way', () => {
    for (const css of ['.zq-a{', '}}}.zq-a{}', '.zq-a{content:"}', '/* .zq-a{}', '@media{.zq-a', '{'.repeat(9000)])
      output(css);
  });
});

describe('scripts', () => {
  const rules = [{ id: 'own/script', category: 'ad', match: { inlineScript: 'zqAds' } }] as const;
  const output = (code: string): string => strip(`<script>${code}</script><p>x</p>`, { type: 'html', rules }).output;

  it('go whole where every statement serves the vendor', () => {
    expect(output('window.zqAds = window.zqAds || [];\nzqAds.push({a: 1}); // done')).toBe('<p>x</p>');
    expect(output('<!--\n"use strict"; zqAds.push(1);\n//-->')).toBe('<p>x</p>');
  });

  it('lose only those statements otherwise', () => {
    expect(output('var menu = open();zqAds.push({a: 1});menu.close();')).toBe(
      '<script>var menu = open();menu.close();</script><p>x</p>',
    );
  });

  it('end a statement at the brace of its block', () => {
    expect(output('for (var i = 0; i < 3; i++) { step(i); }\n(zqAds = window.zqAds || []).push({});')).toBe(
      '<script>for (var i = 0; i < 3; i++) { step(i); }\n</script><p>x</p>',
    );
    expect(output('if (a) { b(); } else { zqAds.push(1); }\nkeep();')).toBe('<script>\nkeep();</script><p>x</p>');
  });

  it('keep the state that a framework hands over, whatever vendor it names', () => {
    const state = 'window.__INITIAL_STATE__ = {"vendors": ["zqAds"], "text": "the article"};';
    expect(output(state)).toBe(`<script>${state}</script><p>x</p>`);
  });

  it('stay where a large part of the page’s own code only mentions the vendor', () => {
    const code = `(function () {${'step(1);'.repeat(400)}if (window.zqAds) hide();${'step(2);'.repeat(400)}})();`;
    expect(output(code)).toBe(`<script>${code}</script><p>x</p>`);
  });

  it('may be broken in any way', () => {
    for (const code of ['zqAds.push({', 'zqAds`${', "zqAds('", '/zqAds', '}}zqAds', 'zqAds/*']) output(code);
  });
});

describe('a filter engine of the caller', () => {
  const engine: FilterEngine = {
    // Behind the root, the paragraph and its text.
    match: () => [{ index: 3, filter: '##[data-zq]' }],
    serialize: () => new Uint8Array(),
  };

  it('takes whole elements, under the name of its filter', () => {
    const { output, removed } = checkedStrip('<p>a</p><div data-zq="1">x<b>y</b></div><p data-zq="2">b</p>', {
      type: 'html',
      filters: engine,
    });
    expect(output).toBe('<p>a</p><p data-zq="2">b</p>');
    expect(removed.map(({ rule, category }) => [rule, category])).toEqual([['filter/##[data-zq]', 'ad']]);
  });
});
