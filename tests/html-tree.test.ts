import { describe, expect, it } from 'vitest';
import { meantTree, parsedTree, treeDifference, wordDifference } from '../scripts/html-tree.mjs';
import { Quotations } from '../src/render/quotations.ts';

/** The judge of scripts/check-roundtrip.mjs: it has to see what it is there for. */

const differs = (tree: readonly string[], text: string): string | undefined =>
  wordDifference(tree, text, new Quotations());
const readBack = (html: string): string | undefined => treeDifference(meantTree(html), parsedTree(html));

describe('HTML read by its letter', () => {
  it('is the tree that parsers build where the writer followed the rules', () => {
    expect(meantTree('<p lang="en">a &lt; b<br><a href="/x?a&amp;b">c</a></p>')).toEqual([
      '<p lang="en">',
      '"a < b',
      '<br>',
      '<a href="/x?a&b">',
      '"c',
      '</a>',
      '</p>',
    ]);
    expect(readBack('<table><tbody><tr><td>a</td></tr></tbody></table><pre>a\n\nb</pre>')).toBeUndefined();
  });

  it.each([
    '<p>a<p>b</p></p>',
    '<a href="x">a<a href="y">b</a></a>',
    '<table><tr><td>a</td></tr></table>',
    '<pre>\na</pre>',
    '<b><p>a</b></p>',
    '<p>a & b</p>',
    '<p title="a>b">c</p>',
    '<p>a',
    '<ul><li>a<li>b</ul>',
    '<p>a</p><!-- b -->',
  ])('is not where they repair it: %s', (html) => {
    let what: string | undefined;
    try {
      what = readBack(html);
    } catch (error) {
      what = String(error);
    }
    expect(what).toBeDefined();
  });

  it('has the words of the text but for marks of items and links to embedded pages', () => {
    const html =
      '<p>Nobody on the quay seemed to mind.</p><ul><li>It was late.</li><li>One more.</li></ul>' +
      '<p><a href="https://v.example/1">A film</a></p><p>The evening was warm.</p>';
    const text = 'Nobody on the quay seemed to mind.\n\n- It was late.\n- One more.\n\nThe evening was warm.';
    expect(differs(meantTree(html), text)).toBeUndefined();
    expect(differs(meantTree(html), text.replace('more', 'less'))).toBeDefined();
    expect(differs(meantTree(html), text.replace('quay ', ''))).toBeDefined();
    expect(differs(meantTree(html.replace('quay ', '')), text)).toBeDefined();
    expect(differs(meantTree(html.replace('<p>The evening was warm.</p>', '')), text)).toBeDefined();
  });
});
