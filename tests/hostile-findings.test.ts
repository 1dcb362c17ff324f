import { describe, expect, it } from 'vitest';
import { firstDifference } from '../scripts/markdown-words.mjs';
import { toMarkdown } from '../src/markdown/to-markdown.ts';
import { compileSelector, hasLookedEnough } from '../src/rules/selector.ts';
import { readStyle } from '../src/scan/css.ts';
import { createMemo } from '../src/scan/literals.ts';
import { parse } from '../src/tree/parse.ts';
import { checkedClean, checkedStrip } from './fixture.ts';

/** What scripts/fuzz.mjs and scripts/check-hostile.mjs have found. */

describe('code that is not to go', () => {
  // Cut out first, the tags bring code of a category together that is not to go; then it must not hide what is.
  it.each([
    '<c>c`>\n<t><t>axeptioSettings];</script><script>t(',
    '<script>WonderPush<r=s><c<img c(pushowl||[;<c="\n">/sc()>',
    '||];<t>--><c>',
  ])('hides none that is: %j', (input) => {
    const { output } = checkedStrip(input, { type: 'text', remove: ['data'] });
    expect(checkedStrip(output, { type: 'text', remove: ['data'] }).removed).toEqual([]);
  });
});

describe('selectors', () => {
  const [{ test: holdsComment }] = compileSelector('#thread:has(.comment)', 'test');

  it('look through what an element holds', () => {
    const tree = parse('<div id=thread><p><b class=comment>a</b></div><div id=thread><p>b</div>');
    expect(holdsComment(tree, 1)).toBe(true);
    expect(holdsComment(tree, tree.last[1])).toBe(false);
    expect(hasLookedEnough(tree)).toBe(false);
  });

  it('look at no more than a page has nodes, times a constant, however its boxes are nested', () => {
    const tree = parse('<div id=thread>'.repeat(3000));
    for (let node = 1; node < tree.count; node++) holdsComment(tree, node);
    expect(hasLookedEnough(tree)).toBe(true);
  });

  it('see no deeper than css-select can go at a cost that grows with the depth alone', () => {
    const holds = (depth: number): boolean =>
      holdsComment(parse(`<div id=thread>${'<i>'.repeat(depth)}<b class=comment>a</b></div>`), 1);
    expect(holds(255)).toBe(true);
    expect(holds(256)).toBe(false);
  });
});

describe('a long line of selectors', () => {
  it('is not gone through once for each', () => {
    const source = `${'.a .b '.repeat(2000)}`;
    let looks = 0;
    const original = String.prototype.charCodeAt;
    const memo = createMemo();
    String.prototype.charCodeAt = function (index: number): number {
      looks++;
      return original.call(this, index);
    };
    try {
      for (let at = 0; at < source.length; at += 3) readStyle(`${source}.`, at, source.length, false, memo);
    } finally {
      String.prototype.charCodeAt = original;
    }
    // Twice, for what the prelude of the cut-off rule is looked at; without a memory it is a third of the square.
    expect(looks).toBeLessThan(source.length * 1000);
  });
});

describe('Markdown', () => {
  it('of cells with large spans is not many times as long as they are', () => {
    const html = `<table><tbody><tr>${'<td colspan="1000" rowspan="1000">a</td>'.repeat(2000)}</tr></tbody></table>`;
    expect(toMarkdown({ html }).length).toBeLessThan(html.length * 2);
  });

  it('of a small table has a place for each column that cells span', () => {
    const { html } = checkedClean(
      '<table><tr><th>a<th colspan=2>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>',
      { type: 'html' },
    );
    expect(toMarkdown({ html })).toBe('| a | b | |\n| - | - | - |\n| c | d | e |\n| | f | g |\n');
  });
});

describe('prose behind a flood', () => {
  const before = [
    'The ferry to the northern islands did not leave on Tuesday, because nobody had told the crew of the dredging.',
    'A dozen passengers waited on the quay with their bicycles, and the harbour master brought them coffee.',
  ];
  const behind = [
    'On Wednesday the sea lay flat, and the first boat left with three dogs asleep under the benches.',
    'The company has since put a board at the gate on which the times of dredging are written down a week ahead.',
    'Whether that helps will be seen in spring, when the channel has to be cleared again and the timetable is full.',
  ];
  const paragraphs = (list: readonly string[]): string => list.map((one) => `<p>${one}</p>`).join('\n');
  const articleAround = (flood: string): string =>
    `<!doctype html><html lang="en"><head><title>The ferry that did not leave</title></head><body><article>` +
    `<h1>The ferry that did not leave</h1>${paragraphs(before)}${flood}${paragraphs(behind)}</article></body></html>`;

  // One block outweighs all others of the page: what is done with them moves no expectation of the whole.
  it.each([
    ['terminal escapes', `<p>a${'\u001b[31m'.repeat(8000)}b</p>`],
    ['Thai', `<p>a${'ภาษาไทย'.repeat(5700)}b</p>`],
    ['a byline', `<p class="byline">By ${'A Writer and '.repeat(3000)}B</p>`],
    ['signs of patterns', `<h2>${'(a+)+$'.repeat(6600)}</h2>`],
  ])('is kept: %s', (_, flood) => {
    const { text } = checkedClean(articleAround(flood), { type: 'html' });
    for (const sentence of [...before, ...behind]) expect(text).toContain(sentence);
  });

  it('is a value where a quotation mark is left open, as browsers have it, and is kept where none is', () => {
    const textBehind = (count: number): string =>
      checkedClean(articleAround('<a href="'.repeat(count)), { type: 'html' }).text;
    expect(textBehind(2001)).not.toContain(behind[0]);
    for (const sentence of behind) expect(textBehind(2000)).toContain(sentence);
  });
});

describe('words of Markdown', () => {
  it('are compared past items that are deeper than its lists', () => {
    const item = (name: string): string => `<li><a href="/">${name}</a>`;
    const deep = `<ul>${item('one')}`.repeat(20) + item('two') + item('three');
    const { html, text } = checkedClean(`<article>${deep}</article>`, { type: 'html' });
    expect(firstDifference(text, toMarkdown({ html }))).toBeUndefined();
    expect(firstDifference(text.replace('three', 'four'), toMarkdown({ html }))).toBeDefined();
  });
});
