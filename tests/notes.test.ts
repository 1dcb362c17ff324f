import { describe, expect, it } from 'vitest';
import { firstDifference } from '../scripts/markdown-words.mjs';
import { clean } from '../src/index.ts';
import { toMarkdown } from '../src/markdown/to-markdown.ts';
import { renderHtml } from '../src/render/html.ts';
import { completeNotes } from '../src/render/notes.ts';
import { renderText } from '../src/render/text.ts';
import { judge, keepVisible, page } from './render-pages.ts';

const STORY = `<p>The harbour of Skerry was dredged for the first time in the spring of 1871, when the council had bought a steam
  barge from a bankrupt yard in the south, and it has been dredged every second spring since that year.</p>`;
const MORE = `<p>Nobody wrote down what the barge had cost. The clerk who kept the books had gone to sea by then, and the man who
  followed him began a new book and never mentioned the old one, which was lost in the flood of 1880.</p>`;

function cleaned(body: string, url = 'https://news.example/harbour?id=1') {
  const result = clean(
    `<!doctype html><title>The harbour</title><article><h1>The harbour</h1>${STORY}${body}</article>`,
    {
      type: 'html',
      url,
    },
  );
  const markdown = toMarkdown(result);
  judge(result.html);
  expect(firstDifference(result.text, markdown)).toBeUndefined();
  return { ...result, markdown };
}

/** Of all that a page shows, whatever the model thinks of it. */
function shown(body: string): string {
  const { tree } = page(`<article>${body}</article>`);
  const html = renderHtml(tree, keepVisible(tree), undefined);
  judge(html);
  return toMarkdown({ html });
}

/** How publishing systems write a footnote: the reference behind "drawn", and the note "Of oak.". */
const SYSTEMS: Readonly<Record<string, readonly [reference: string, notes: string]>> = {
  pandoc: [
    '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
    `<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr><ol><li id="fn1"><p>Of oak.<a
      href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
  ],
  'kramdown and Hugo': [
    '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>',
    `<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Of oak.&#160;<a href="#fnref:1" class="footnote-backref"
      role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>`,
  ],
  GitHub: [
    '<sup><a href="#fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>',
    `<section data-footnotes><ol><li id="user-content-fn-1"><p>Of oak. <a href="#fnref-1" data-footnote-backref
      aria-label="Back to reference 1">↩</a></p></li></ol></section>`,
  ],
  MediaWiki: [
    '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
    `<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a
      href="#cite_ref-1">^</a></b></span> <span class="reference-text">Of oak.</span></li></ol></div>`,
  ],
  Word: [
    '<a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>',
    `<div><br clear=all><hr size=1><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a>
      Of oak.</p></div></div>`,
  ],
  Substack: [
    `<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1-77" href="https://news.example/harbour?id=1#footnote-1-77"
      class="footnote-anchor">1</a>`,
    `<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-77"
      href="https://news.example/harbour?id=1#footnote-anchor-1-77" class="footnote-number">1</a><div class="footnote-content"><p>Of
      oak.</p></div></div>`,
  ],
  'a WordPress plugin': [
    `<span id="easy-footnote-1-9" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a
      href="#easy-footnote-bottom-1-9" title="Of oak."><sup>1</sup></a></span>`,
    `<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-9"></span>Of oak.<a
      href="#easy-footnote-1-9">↵</a></li></ol>`,
  ],
  'a journal': [
    '[<a href="#ref-CR1" data-track="click">1</a>]',
    '<div class="bibliography"><ol><li id="ref-CR1"><p>Of oak.</p></li></ol></div>',
  ],
  'hand-written markup': ['<sup><a href="#below">1</a></sup>', '<p><a name="below"></a>1. Of oak.</p>'],
};

describe('a footnote', () => {
  for (const [system, [reference, notes]] of Object.entries(SYSTEMS)) {
    it(`is linked in HTML and written in Markdown's own way: ${system}`, () => {
      const { html, markdown, text } = cleaned(
        `<p>A second barge was drawn${reference} and never built.</p>${MORE}${notes}`,
      );
      expect(html).toContain(' href="#adstrip-note-1"');
      expect(html).toMatch(/<(?:li|p) id="adstrip-note-1">/);
      expect(markdown).toContain('A second barge was drawn[^1] and never built.');
      expect(markdown).toContain('\n[^1]: Of oak.\n');
      expect(text).toMatch(/drawn\[?1\]? and never built\./);
      expect(text).toContain('Of oak.');
      expect(text).not.toMatch(/[↩↵^]/);
    });
  }

  it('may be a box of its own, with its number in another: Sphinx', () => {
    const markdown = shown(
      `<p>A second barge was drawn<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span
      class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> and never built.</p><aside class="footnote-list brackets"><aside
      class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a
      role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>Of oak.</p></aside></aside>`,
    );
    expect(markdown).toBe('A second barge was drawn[^1] and never built.\n\n[^1]: Of oak.\n');
  });

  const NOTES = `<ol class="footnotes"><li id="n1">Of oak. <a href="#r1">↩</a></li><li id="n2">Of tar. <a href="#r2">↩</a> <a
    href="#r2b">↩</a></li></ol>`;

  it('leads back to where it is referred to', () => {
    const { html } = cleaned(`<p>Drawn<sup id="r1"><a href="#n1">1</a></sup> and lost.</p>${MORE}${NOTES}`);
    expect(html).toContain('<sup><a href="#adstrip-note-1" id="adstrip-ref-1">1</a></sup>');
    expect(html).toContain('<li id="adstrip-note-1">Of oak. <a href="#adstrip-ref-1">↩</a></li>');
  });

  it('may be referred to twice, and has the label of its references', () => {
    const { html, markdown } = cleaned(
      `<p>Drawn<sup id="r2"><a href="#n2">b</a></sup>, lost<sup id="r1"><a href="#n1">a</a></sup> and found<sup id="r2b"><a
      href="#n2">b</a></sup>.</p>${MORE}${NOTES}`,
    );
    expect(markdown).toContain('Drawn[^b], lost[^a] and found[^b].');
    expect(markdown).toContain('[^a]: Of oak.\n\n[^b]: Of tar.\n');
    expect(html).toContain('<a href="#adstrip-ref-1">↩</a> <a href="#adstrip-ref-3">↩</a>');
  });

  it('has a label of its own where the page counts anew', () => {
    const { markdown } = cleaned(
      `<p>Drawn<sup><a href="#n1">1</a></sup> and lost.</p><ol class="notes"><li id="n1">Of oak.</li></ol>${MORE}
      <p>Found<sup><a href="#n2">1</a></sup> again.</p><ol class="notes"><li id="n2">Of tar.</li></ol>`,
    );
    expect(markdown).toContain('Drawn[^1] and lost.');
    expect(markdown).toContain('Found[^adstrip-note-2] again.');
    expect(markdown).toContain('[^adstrip-note-2]: Of tar.');
  });

  it('keeps its paragraphs, lists and samples', () => {
    const markdown = shown(
      `<p>Drawn<sup><a href="#n1">1</a></sup> and lost.</p>${MORE}<ol class="notes"><li id="n1"><p>Of oak.</p><ul><li>Old</li><li>Dry</li>
      </ul><pre>oak()</pre></li></ol>`,
    );
    expect(markdown).toContain('[^1]: Of oak.\n\n    - Old\n    - Dry\n\n    ```\n    oak()\n    ```\n');
  });

  it('stands among items of its list that nothing refers to', () => {
    const { markdown } = cleaned(
      `<p>Drawn<sup><a href="#n2">2</a></sup> and lost.</p>${MORE}<ol class="notes"><li id="n1">Of oak.</li><li id="n2">Of tar.</li><li
      id="n3">Of rope.</li></ol>`,
    );
    expect(markdown).toContain('1. Of oak.\n\n[^2]: Of tar.\n\n3. Of rope.\n');
  });

  it('may be referred to by more than one number at once, in brackets or not', () => {
    const { markdown } = cleaned(
      `<p>Drawn<sup>[<a href="#n1">1</a>, <a href="#n2">2</a>]</sup> and lost [<a href="#n1">1</a>].</p>${MORE}<ol class="notes"><li
      id="n1">Of oak.</li><li id="n2">Of tar.</li></ol>`,
    );
    expect(markdown).toContain('Drawn[^1], [^2] and lost [^1].');
  });

  it('takes no colon behind a reference for its own', () => {
    const { markdown } = cleaned(
      `${MORE}<p><sup><a href="#n1">1</a></sup>: of what the barge was made.</p><ol class="notes"><li id="n1">Of oak.</li></ol>`,
    );
    expect(markdown).toContain('\n[^1]&#58; of what');
  });

  it('keeps a number that is not its mark', () => {
    const { markdown } = cleaned(
      `<p>Drawn<sup><a href="#n1">1</a></sup> and lost.</p>${MORE}<p id="n1" class="footnote">1.5 tons of oak.</p>`,
    );
    expect(markdown).toContain('[^1]: 1.5 tons of oak.\n');
  });

  it('is still one when the HTML is cleaned again', () => {
    const { html, markdown } = cleaned(`<p>Drawn<sup id="r1"><a href="#n1">1</a></sup> and lost.</p>${MORE}${NOTES}`);
    const { tree } = page(html);
    expect(renderHtml(tree, keepVisible(tree), 'https://other.example/')).toBe(html);
    expect(toMarkdown({ html: renderHtml(tree, keepVisible(tree), undefined) })).toBe(markdown);
  });

  it('is an ordinary link where the note is not kept', () => {
    const { html, markdown } = cleaned(`<p>Drawn<sup><a href="#n1">1</a></sup> and lost.</p>${MORE}`);
    expect(html).toContain('<a href="https://news.example/harbour?id=1#n1">1</a>');
    expect(markdown).toContain('<sup>[1](https://news.example/harbour?id=1#n1)</sup>');
  });

  it('is words in Markdown where it stands in a table, which cannot hold one', () => {
    const { markdown, html } = cleaned(
      `<p>Drawn<sup><a href="#n1">1</a></sup> and lost.</p>${MORE}<table><tr><th>Note</th><th>Price</th></tr><tr><td><p id="n1"
      class="footnote">Of oak.</p></td><td>£90</td></tr></table>`,
    );
    expect(html).toContain('<p id="adstrip-note-1">');
    expect(markdown).toContain('Drawn<sup>1</sup> and lost.');
    expect(markdown).toContain('| Of oak. | £90 |');
  });
});

describe('completeNotes', () => {
  const { tree } = page(
    `<p>Drawn<sup><a href="#n1">1</a></sup>, lost<sup><a href="#n2">2</a></sup> and found<sup><a href="#s1">a</a></sup>.</p>
    <ol class=notes><li id=n1>Of oak.</li><li id=n2>Of tar.</li><li id=n3>Of rope.</li></ol><div><ol class=notes><li id=s1>Of
    sand.</li></ol></div>`,
  );
  const without = (...words: string[]): Uint8Array =>
    keepVisible(tree).map((kept, node) => (words.some((word) => textIn(node).includes(word)) ? 0 : kept));
  const textIn = (node: number): string =>
    tree.kind[node] === 0 ? tree.source.slice(tree.start[node], tree.end[node]) : '';
  const completed = (keep: Uint8Array, gone = new Uint8Array(tree.count)): string => {
    completeNotes(tree, keep, gone, undefined);
    return renderText(tree, keep);
  };

  it('keeps the notes of a list that are referred to where one of it is kept', () => {
    const text = completed(without('tar', 'rope', 'sand'));
    expect(text).toContain('Of tar.');
    expect(text).not.toContain('Of rope.');
    expect(text).not.toContain('sand.');
  });

  it('brings no note back that a rule took out, and none where none is kept', () => {
    const gone = new Uint8Array(tree.count);
    for (let node = 1; node < tree.count; node++) if (textIn(node).includes('tar')) gone[node] = 1;
    expect(completed(without('tar'), gone)).not.toContain('tar');
    expect(completed(without('oak', 'tar', 'rope', 'sand'))).not.toContain('Of ');
  });
});

describe('what is no footnote', () => {
  const CHAPTERS = `<div id="c1"><h2>Chapter one</h2>${STORY}</div><div id="c2"><h2>Chapter two</h2>${MORE}</div>`;
  const NO_NOTES: Readonly<Record<string, string>> = {
    'a table of contents': `<p>Read chapter <a href="#c1">1</a> or <a href="#c2">2</a>.</p>${CHAPTERS}`,
    'numbers of pages': `<ul><li><a href="#p1">1</a></li><li><a href="#p2">2</a></li></ul><div id="p1">${STORY}</div><div id="p2">${MORE}
      </div>`,
    'letters of an index': `<p id="top"><a href="#a">A</a> <a href="#b">B</a></p><p id="a">Anchor: what holds the barge in the stream
      while it digs. <a href="#top">Up</a></p><p id="b">Barge: the boat that carries what was dug. <a href="#top">Up</a></p>`,
    'a link back to the top': `<p id="intro">The story<sup>1</sup> in short.</p>${MORE}<p>The end. <a href="#intro">↑</a></p>`,
    'the number of an equation': `<p>By <a href="#eq1">(1)</a> it would float.</p><div id="eq1">d = m / v <span>(1)</span></div>${MORE}`,
    'the number of a figure': `<p>Figure <a href="#f1">1</a> shows it.</p><figure id="f1"><img src="/b.png" alt=""><figcaption>1. The
      barge.</figcaption></figure>${MORE}`,
    'a link of words': `<p>See <a href="#note">the note</a>.</p>${MORE}<p id="note" class="footnote">Of oak.</p>`,
    'a mark in code': `<p>Write <code>x<sup><a href="#n1">1</a></sup></code>.</p>${MORE}<p id="n1" class="footnote">1. Of oak.</p>`,
  };
  for (const [what, body] of Object.entries(NO_NOTES)) {
    it(`has no id and no label: ${what}`, () => {
      const { html, markdown } = cleaned(body);
      expect(html).not.toContain('id="');
      expect(markdown).not.toContain('[^');
    });
  }

  it('is an id that only looks like ours', () => {
    const { html } = cleaned(
      `${MORE}<p id="adstrip-note-1">Of oak.</p><p id="adstrip-ref-1" name="adstrip-note-2">Of tar.</p>`,
    );
    expect(html).not.toContain('id="');
  });
});
