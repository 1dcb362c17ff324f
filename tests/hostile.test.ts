import { describe, expect, it } from 'vitest';
import { renderHtml } from '../src/render/html.ts';
import { renderText } from '../src/render/text.ts';
import { countWords } from '../src/render/words.ts';
import { judge, judgeCharacters, keepEverything, keepVisible, page } from './render-pages.ts';
import { PAYLOADS } from './render-payloads.ts';

const BASE = 'https://example.org/a/b';

describe('a payload ends as words or as nothing', () => {
  for (const payload of PAYLOADS) {
    it(JSON.stringify(payload).slice(0, 100), () => {
      const source = `<article><p>The words before.</p>${payload}<p>The words behind.</p></article>`;
      for (const mark of [keepVisible, keepEverything]) {
        const { tree, keep } = page(source, mark);
        for (const base of [BASE, undefined, 'javascript:alert(1)//', 'data:text/html,']) {
          const html = renderHtml(tree, keep, base);
          judge(html);
          expect(html).toMatch(/^<p>The words before\.<\/p>/);
          // Inside of tags nothing of it is left but what was an address, a title or a text for an image.
          const tags = html.match(/<[^>]*>/g) ?? [];
          for (const tag of tags) {
            const bare = tag.replace(/ (?:alt|title|href|src)="[^"]*"/g, '');
            expect(bare).not.toMatch(/alert|=(?!")|\bon\w/i);
          }
          // What comes out goes in again.
          const again = page(html, keepEverything);
          judge(renderHtml(again.tree, again.keep, base));
        }
        judgeCharacters(renderText(tree, keep));
      }
    });
  }

  it('such as can be seen here, unlike the same payloads as they stand', () => {
    const active = PAYLOADS.filter((payload) => {
      try {
        judge(payload);
        return false;
      } catch {
        return true;
      }
    });
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(100);
    expect(active.length).toBeGreaterThan(PAYLOADS.length * 0.95);
  });

  it('wherever it stands', () => {
    for (const [before, behind] of [
      ['<table><tr><td>', '</table>'],
      ['<ul><li>', '</ul>'],
      ['<pre>', '</pre>'],
      ['<a href=/x>', '</a>'],
      ['<h2>', '</h2>'],
      ['<figure><figcaption>', '</figure>'],
      ['<svg><desc>', '</svg>'],
      ['<math><mtext>', '</math>'],
      ['<select>', '</select>'],
      ['<noscript>', '</noscript>'],
      ['<p title="', '">'],
      ['<!--', '-->'],
      ['<table>', '</table>'],
      ['<template>', '</template>'],
      ['<ruby><rt>', '</ruby>'],
    ]) {
      for (const payload of PAYLOADS) {
        const { tree, keep } = page(`${before}${payload}${behind}`, keepEverything);
        judge(renderHtml(tree, keep, BASE));
      }
    }
  });
});

/** Renders a page both ways; the output may be a small multiple of the page. */
function survive(source: string, factor = 4): { text: string; html: string } {
  const { tree, keep } = page(source, keepVisible);
  const text = renderText(tree, keep);
  const html = renderHtml(tree, keep, BASE);
  expect(text.length).toBeLessThan(source.length * factor + 1000);
  expect(html.length).toBeLessThan(source.length * factor + 100_000);
  expect(countWords(text)).toBeLessThanOrEqual(text.length);
  return { text, html };
}

describe('size is no danger', () => {
  const DEPTH = 160_000;
  for (const name of 'div span a p ul li dl table td blockquote h1 pre ruby sub svg foo'.split(' ')) {
    it(`${DEPTH} nested <${name}>`, () => {
      const { text, html } = survive(`<p>before</p>${`<${name}>`.repeat(DEPTH)}words`);
      expect(text).toContain('before');
      if (name !== 'svg' && name !== 'math') expect(text).toContain('words');
      judge(html);
    });
  }

  it('nested elements that are closed, with words on the way in and out', () => {
    for (const name of ['div', 'blockquote', 'ul><li', 'b', 'sub']) {
      const open = `<${name}>`;
      const close = name === 'ul><li' ? '</li></ul>' : `</${name}>`;
      const { text, html } = survive(`${`${open}a `.repeat(20_000)}x${`${close} b`.repeat(20_000)}`, 40);
      expect(countWords(text)).toBe(40_001);
      judge(html);
    }
  });

  it('nested tables, each with words', () => {
    const { text, html } = survive(`${'<table><tr><td>a<td>'.repeat(10_000)}x`, 10);
    expect(countWords(text)).toBe(10_001);
    judge(html);
  });

  it('20,000 siblings of a kind', () => {
    for (const piece of [
      '<p>a',
      '<li>a',
      '<tr><td>a',
      '<td>a',
      '<br>a',
      '<b>a</b>',
      '<a href=x>a</a>',
      '<dd>a',
      '<hr>a',
      '<img src=x>',
    ]) {
      const { text } = survive(piece.repeat(20_000), 12);
      if (piece !== '<img src=x>') expect(text.match(/a/g)?.length).toBe(20_000);
    }
  });

  it('a link, or many marks, around 20,000 paragraphs', () => {
    const address = `https://a.example/${'x'.repeat(4000)}`;
    const { html } = survive(`<a href="${address}">${'<p>a'.repeat(20_000)}</a>`, 12);
    judge(html);
    survive(`<b><i><u><em><strong><small><code><kbd>${'<p>a'.repeat(20_000)}`, 16);
  });

  it('a base that is longer than all links together', () => {
    const { tree, keep } = page('<a href=x>a</a> '.repeat(20_000), keepVisible);
    const base = `https://a.example/${'y'.repeat(1900)}/`;
    expect(renderHtml(tree, keep, base).length).toBeLessThan(tree.source.length * 8 + 100_000);
  });

  it('rows with many empty cells, tables with many empty rows', () => {
    const { html } = survive(
      `<table><tr>${'<td>'.repeat(100_000)}a<td>b</table><table>${'<tr><td>'.repeat(100_000)}c<td>d</table>`,
    );
    judge(html);
  });

  it('attributes without end: one of 8 MB, and 100,000 of them', () => {
    const long = 'x"&<'.repeat(2_000_000);
    survive(`<a href='${long}' title='${long}'>a</a><img src=/x.png alt='${long}'>`, 2);
    survive(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')} dir=rtl>a</p>`);
    survive(`<img srcset="${'a.png 1x, '.repeat(500_000)}" src=/x.png>`);
    survive(`<pre class="${'language- '.repeat(500_000)}">x</pre>`);
  });

  it('samples of blanks alone, and pictures without an image to show', () => {
    survive(`<pre>${'<b> </b>'.repeat(100_000)}x</pre>`);
    survive(`<picture>${'<source srcset="javascript:x">'.repeat(20_000)}${'<img>'.repeat(20_000)}</picture>`);
  });

  it('white space, breaks and line ends without end', () => {
    for (const piece of [
      ' ',
      '\n',
      '&nbsp;',
      '\u200b',
      '&shy;',
      '<br>',
      '<br> ',
      '\r',
      '\t\n',
      '\u3000',
      '\0',
      '\ud800',
    ]) {
      survive(`<p>a${piece.repeat(50_000)}b`);
      survive(`<ul><li><pre>a${piece.repeat(50_000)}b</pre></ul>`);
    }
  });

  it('floods of tokens', () => {
    for (const piece of [
      '<',
      '</',
      '<!--',
      '&',
      '&#',
      '&amp;',
      '<![CDATA[',
      '<a href="',
      '</p>',
      '</x>',
      '<b></i>',
      '"',
      '<?',
      "<p '",
    ]) {
      const { html } = survive(`<p>before</p>${piece.repeat(30_000)}`, 7);
      expect(html).toContain('<p>before</p>');
      judge(html);
    }
  });

  it('misnested formatting, as standard parsers answer with a tree of quadratic size', () => {
    const { html } = survive(`${'<b><i><a href=x>a</b></i>'.repeat(5_000)}${'<p><font>a'.repeat(5_000)}`, 12);
    judge(html);
  });
});
