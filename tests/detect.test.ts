import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectType } from '../src/detect.ts';

const PARAGRAPH =
  'The ferry was late, and nobody on the quay seemed to mind. A boy sold lemonade from a tin bucket, and the gulls ' +
  'watched him as if he were the one thing on the island that changed.';

describe('detectType', () => {
  it.each([
    [
      'a page',
      `<!DOCTYPE html>\n<html lang="en"><head><title>Quay</title></head><body><p>${PARAGRAPH}</p></body></html>`,
    ],
    ['a page after a byte order mark and blank lines', `\ufeff\n\n  <!doctype HTML><p>${PARAGRAPH}`],
    ['a page without a document type', `<HTML><BODY BGCOLOR=white><P>${PARAGRAPH}<P>${PARAGRAPH}</BODY></HTML>`],
    ['a page after a comment of 100 kB', `<!-- ${'x '.repeat(50_000)} --><div><p>${PARAGRAPH}</p></div>`],
    ['a page after a comment', `<!-- saved -->\n<html><body><p>${PARAGRAPH}</p></body></html>`],
    ['a page after a warning of its server', `Warning: cannot open log\n<html><body><p>${PARAGRAPH}</p></body></html>`],
    ['a paragraph', '<p>One</p>'],
    ['paragraphs whose ends are left out', '<p>One\n<p>Two\n<p>Three'],
    ['an element of one line', '<h1>News</h1>'],
    ['a picture', '<img src="quay.jpg" alt="">'],
    ['a script element alone', '<script>var a = 1;</script>'],
    ['a custom element', '<my-story><p>One</p></my-story>'],
    ['lines that end in <br>', 'One fish<br>\nTwo fish<br>\nRed fish<br>\nBlue fish'],
    ['a table', `<table><tr><td>${PARAGRAPH}<td>2<tr><td>3<td>4</table>`],
    ['text and then paragraphs', `Short lead <p>${PARAGRAPH}</p> <p>${PARAGRAPH}</p>`],
    ['a feed', `<?xml version="1.0"?><rss><channel><item><title>Quay</title></item></channel></rss>`],
    [
      'a feed without its declaration',
      `<rss><channel><item><description>${PARAGRAPH}</description></item></channel></rss>`,
    ],
    ['a long page cut off', `<div class="page"><div class="main">${`<p>${PARAGRAPH}</p>\n`.repeat(500)}`],
    [
      'a page whose second tag holds 100 kB of state',
      `<div id="state" data-json="${'{&quot;a&quot;:1}'.repeat(8000)}"></div><p>x</p>`,
    ],
    ['attributes with > and quotes in them', `<a title="a > b" onclick='go("x")'>${PARAGRAPH}</a>`],
  ])('takes %s for html', (_, input) => {
    expect(detectType(input)).toBe('html');
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['prose', PARAGRAPH],
    ['prose that mentions a tag', `Use a <div> for this, and never a <table>. ${PARAGRAPH}`],
    ['prose that mentions both tags of an element', `Put <b> before and </b> after the word. ${PARAGRAPH}`],
    [
      'a list of elements',
      `Elements\n\n<p>\nA paragraph.\n\n<div>\nA box.\n\n<span>\nA piece of a line.\n\n<br>\nA break.`,
    ],
    ['Markdown with markup in its lines', `# Quay\n\n${PARAGRAPH}\n\nPress <kbd>Q</kbd> to leave.\n\n${PARAGRAPH}`],
    ['Markdown with a picture at its head', `<img src="logo.png">\n\n# Quay\n\n${PARAGRAPH}\n\n${PARAGRAPH}`],
    [
      'Markdown with a fenced sample',
      `${PARAGRAPH}\n\n\`\`\`html\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n\`\`\`\n\n${PARAGRAPH}`,
    ],
    [
      'a tutorial with a whole page in it',
      `${PARAGRAPH}\n\n<!DOCTYPE html>\n<html>\n<body>\n<p>Hi</p>\n</body>\n</html>\n\n${PARAGRAPH}`,
    ],
    ['mathematics', 'If a <b and c> d, then a < b holds and x<y as well; 1 <2> 3.'],
    ['generics', 'const names: Array<string> = new Map<string, Set<number>>();'],
    [
      'addresses in angle brackets',
      'Ada <ada@example.org> wrote to <https://example.org/> and <mailto:bob@example.org>.',
    ],
    ['JSON with markup in it', `{"id": 1, "html": "<p>${PARAGRAPH}</p>"}`],
    ['a JSON list', `[{"html": "<p>${PARAGRAPH}</p>"}]`],
    [
      'a leaked script that writes tags',
      `${PARAGRAPH}\ndocument.write("<ins class='adsbygoogle' data-ad-slot='1'></ins>");\n${PARAGRAPH}`,
    ],
    [
      'a leaked script that splits its own tag',
      `document.write('<scr'+'ipt src="//x.example/a.js"></scr'+'ipt>');\n${PARAGRAPH}`,
    ],
    ['a leaked template', `var t = '<div class="box"><p>' + text + '</p></div>';\n${PARAGRAPH}`],
    ['a leaked style', `.ad { margin: 0 }\n@media (max-width: 600px) { .ad > a { color: red } }\n${PARAGRAPH}`],
    ['an open tag that never ends', `<a ${'x '.repeat(50)}`],
    ['a less-than sign', '<'],
    ['a heart', 'I <3 you'],
  ])('takes %s for text', (_, input) => {
    expect(detectType(input)).toBe('text');
  });

  it('does not depend on what stands around the input', () => {
    const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '=', '/', 'a', 'p', ' ', '\n') }),
        blank,
        (text, before) => {
          expect(detectType(before + text)).toBe(detectType(text));
        },
      ),
    );
  });

  it.each([
    '<a x="',
    '<a ="<b =\'',
    '<',
    '</',
    '<!--',
    '<p>',
    '<br>',
    '</p>',
    '<a x="<a" ',
    '<script>',
    'x<br>',
    '<i><b></i>',
  ])('gets through a flood of %j', (piece) => {
    expect(['html', 'text']).toContain(detectType(piece.repeat(1_000_000 / piece.length)));
  });
});
