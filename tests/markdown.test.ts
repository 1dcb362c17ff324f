import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference, read } from '../scripts/markdown-words.mjs';
import { clean } from '../src/index.ts';
import { toMarkdown } from '../src/markdown/to-markdown.ts';
import { fixtures } from './fixture.ts';
import { brokenPages, mutatedPages } from './render-pages.ts';

/** More are run by hand: RUNS=100000. */
const RUNS = Number(process.env.RUNS ?? 250);

const markdown = (html: string): string => toMarkdown({ html });
/** A page all of whose words are of its article, whatever the model thinks of them. */
const SENTENCE =
  '<p>The ferry was late, and nobody on the quay seemed to mind, for the evening was warm and still.</p>';

function expectSameWords(text: string, written: string): void {
  const difference = firstDifference(text, written);
  expect(difference?.got).toBe(difference?.expected);
}

describe('toMarkdown', () => {
  it('writes headings, paragraphs, marks, links and images', () => {
    expect(
      markdown(
        '<h2>Tides</h2><p>The <b>bay</b>, <i>low</i> and <s>dry</s>: <a href="https://e.example/a" title="t">read</a>.</p>' +
          '<p><img src="https://e.example/b.png" alt="The bay"></p><hr><blockquote><p>One</p><p>Two</p></blockquote>',
      ),
    ).toBe(
      '## Tides\n\nThe **bay**, *low* and ~~dry~~: [read](https://e.example/a "t").\n\n' +
        '![The bay](https://e.example/b.png)\n\n***\n\n> One\n>\n> Two\n',
    );
  });

  it('writes nested lists, tight where their items are single lines, with the numbers that they have', () => {
    expect(markdown('<ul><li>a<ol><li>x</li><li>y</li></ol></li><li>b</li></ul>')).toBe('- a\n  1. x\n  2. y\n- b\n');
    expect(markdown('<ol start="4"><li>x</li><li>y</li></ol>')).toBe('4. x\n5. y\n');
    expect(markdown('<ul><li><p>a</p><p>b</p></li><li>c</li></ul>')).toBe('- a\n\n  b\n\n- c\n');
  });

  it('writes items as paragraphs where no list of Markdown has their numbers', () => {
    expect(markdown('<ol start="-1"><li>a</li><li>b</li></ol>')).toBe('-1. a\n\n0\\. b\n');
    expect(markdown('<ol start="-5"><li><h2>Low water</h2><p>At noon.</p></li></ol>')).toBe(
      '## -5. Low water\n\nAt noon.\n',
    );
    expect(markdown('<ol start="-5"><li><pre>tide()</pre><p>At noon.</p></li></ol>')).toBe(
      '-5.\n\n```\ntide()\n```\n\nAt noon.\n',
    );
    expect(markdown('<ol start="-5"><li><table><tr><th>Tide</th></tr></table>At noon.</li></ol>')).toBe(
      '-5.\n\n| Tide |\n| - |\n\nAt noon.\n',
    );
  });

  it('writes code with its language, in fences longer than any in it', () => {
    expect(markdown('<pre lang="js">a();\n\n  b();</pre>')).toBe('```js\na();\n\n  b();\n```\n');
    expect(markdown('<pre><code class="language-c++">a</code></pre>')).toBe('```c++\na\n```\n');
    expect(markdown('<pre>```\n````</pre>')).toBe('`````\n```\n````\n`````\n');
    expect(markdown('<p>See <code>a`b</code>.</p>')).toBe('See ``a`b``.\n');
    expect(markdown('<p><code>see <a href="https://e.example/">it</a></code></p>')).toBe(
      '`see `[`it`](https://e.example/)\n',
    );
  });

  it('escapes underscores beside characters of two units at the ends of marks', () => {
    const written = markdown('<p><b>x</b><i>\u{10000}_\u{10000}</i>W</p>');
    expectSameWords('x\u{10000}_\u{10000}W', written);
  });

  it('writes verse with hard breaks', () => {
    expect(markdown('<p>One<br>two<br>- three</p>')).toBe('One\\\ntwo\\\n\\- three\n');
    expect(markdown('<h3>One<br>two</h3>')).toBe('### One two\n');
  });

  it('writes tables, with a caption before them', () => {
    expect(
      markdown(
        '<table><caption>Heights</caption><thead><tr><th>Day</th><th>Metres | feet</th></tr></thead>' +
          '<tbody><tr><td>1</td><td>3<br>10</td></tr><tr><td><code>a|b</code></td><td></td></tr></tbody></table>',
      ),
    ).toBe('Heights\n\n| Day | Metres \\| feet |\n| - | - |\n| 1 | 3 10 |\n| `a\\|b` |\n');
  });

  it('leaves a caption between the rows where it stands', () => {
    expect(
      markdown(
        '<table><tbody><tr><td>One</td></tr></tbody><caption>Low</caption><tbody><tr><td>2</td></tr></tbody></table>',
      ),
    ).toBe('| |\n| - |\n| One |\n\nLow\n\n| |\n| - |\n| 2 |\n');
  });

  it('gives a table without a header an empty one', () => {
    expect(markdown('<table><tbody><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>')).toBe(
      '| | |\n| - | - |\n| a | b |\n| c | d |\n',
    );
  });

  it('leaves empty cells where cells span', () => {
    expect(
      markdown(
        '<table><thead><tr><th colspan="2">A</th><th>B</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>2</td>' +
          '<td>3</td></tr><tr><td>4</td><td>5</td></tr></tbody></table>',
      ),
    ).toBe('| A | | B |\n| - | - | - |\n| 1 | 2 | 3 |\n| | 4 | 5 |\n');
  });

  it('writes what a table holds where its cells cannot be lines', () => {
    expect(markdown('<table><tbody><tr><td>a</td><td><pre>b\nc</pre></td></tr></tbody></table>')).toBe(
      'a\n\n```\nb\nc\n```\n',
    );
  });

  it('writes the marks of quotations that browsers show', () => {
    const marked = (html: string): string => toMarkdown({ html });
    expect(marked('<p>a <q>b <q><em>c</em></q></q>, <q lang="de">d</q></p>')).toBe('a “b *‘c*’”, „d“\n');
    expect(marked('<p><q>“own”</q></p>')).toBe('“own”\n');
  });

  it('writes terms, captions, ruby and the rest by what Markdown has', () => {
    expect(markdown('<dl><dt>Term</dt><dd>Meaning</dd><dd>Other</dd></dl>')).toBe('**Term**\n\nMeaning\n\nOther\n');
    expect(
      markdown('<figure><img src="https://e.example/b.png" alt=""><figcaption>At low water.</figcaption></figure>'),
    ).toBe('![](https://e.example/b.png)\n\nAt low water.\n');
    expect(markdown('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>')).toBe('漢(kan)\n');
    expect(markdown('<p><a href="https://v.example/1">A film</a></p>')).toBe('[A film](https://v.example/1)\n');
  });

  it('writes sub and sup as GitHub has them, and no other HTML', () => {
    expect(markdown('<p>10<sup>6</sup> H<sub>2</sub>O <u>a</u> <mark>b</mark></p>')).toBe(
      '10<sup>6</sup> H<sub>2</sub>O a b\n',
    );
  });

  it.each([
    '*a* **b** _c_ __d__',
    '# a',
    '1. a',
    '1) a',
    '- a',
    '+ a',
    '> a',
    '[x] a',
    '[a](b)',
    '![a](b)',
    '[^1]: a',
    '[a]: b',
    '<b>a</b>',
    '<!-- a -->',
    '<https://e.example/>',
    '&amp; &copy; &#33;',
    '~~a~~',
    '~a~',
    '```',
    '~~~',
    '`a`',
    'www.e.example and https://e.example/a_b_c and a_b@e.example',
    '| a | b |',
    '---',
    '===',
    '***',
    'a\\*b\\',
    '\\',
    'a #',
    '    code',
  ])('escapes text that looks like Markdown: %s', (text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const html of [
      `<p>${escaped}</p>`,
      `<p>a<br>${escaped}<br>b</p>`,
      `<h2>${escaped}</h2>`,
      `<ul><li>${escaped}</li></ul>`,
      `<table><tbody><tr><td>${escaped}</td><td>b</td></tr></tbody></table>`,
      `<p>a<b>${escaped}</b>b <a href="https://e.example/">${escaped}</a></p>`,
    ]) {
      const trimmed = text.trim();
      const [words, ...unwanted] = wordsAndNodes(markdown(html));
      expect(words).toContain(trimmed);
      expect(unwanted).toEqual([]);
    }
  });

  it('keeps a delimiter row from making a table', () => {
    const written = markdown('<p>a | b<br>|---|---|</p>');
    expect(read(written).children.map(({ type }) => type)).toEqual(['paragraph']);
    expectSameWords('a | b\n|---|---|', written);
  });

  it('is nothing where the article is', () => {
    expect(markdown('')).toBe('');
  });

  it('says what it expected where it is no result', () => {
    // @ts-expect-error: a caller without types
    expect(() => toMarkdown('<p>a</p>')).toThrow(new TypeError('toMarkdown: expected a result of clean(), got string'));
    // @ts-expect-error: a caller without types
    expect(() => toMarkdown({ output: '' })).toThrow(TypeError);
    // @ts-expect-error: a caller without types
    expect(() => toMarkdown(undefined)).toThrow(TypeError);
  });
});

/** The text of Markdown, then the types of the nodes that plain words do not make. */
function wordsAndNodes(written: string): string[] {
  const plain = new Set(
    'root paragraph heading list listItem table tableRow tableCell text break strong link'.split(' '),
  );
  let text = '';
  const others: string[] = [];
  const open: unknown[] = [read(written)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null || !('type' in node)) continue;
    if (!plain.has(String(node.type))) others.push(String(node.type));
    if ('value' in node) text += String(node.value);
    if (node.type === 'break') text += '\n';
    if ('children' in node && Array.isArray(node.children)) open.push(...node.children.toReversed());
  }
  return [text, ...others];
}

describe('the words of Markdown', () => {
  it('are those of the text, in every fixture', () => {
    for (const { name, input, options } of fixtures()) {
      const result = clean(input, options);
      expect(firstDifference(result.text, toMarkdown(result)), name).toBeUndefined();
    }
  });

  it.each([
    ['pieces of markup in any order', brokenPages],
    ['damaged articles', mutatedPages],
  ])('are those of the text: %s', (_, pages) => {
    fc.assert(
      fc.property(pages, (source) => {
        const result = clean(`${SENTENCE}${source}`, { type: 'html', favor: 'recall' });
        const written = toMarkdown(result);
        expectSameWords(result.text, written);
        expect(written).toBe(toMarkdown(result));
      }),
      { numRuns: RUNS },
    );
  });

  const characters = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'*_~`#+-=.!|<>&[]()\\:;"\'@/ \n\n\t1aW'.split(''),
        'www.',
        'http://',
        '- ',
        '1. ',
        '\u00a0',
        '  ',
      ),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    maxLength: 30,
  });

  it('are those of the text, in texts of the characters that Markdown is made of', () => {
    fc.assert(
      fc.property(characters, (source) => {
        const result = clean(source, { type: 'text' });
        expectSameWords(result.text, toMarkdown(result));
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('are those of the words, whatever marks stand among them', () => {
    const inline = fc.constantFrom('b', 'i', 's', 'code', 'sup', 'a href="https://e.example/"');
    const piece = fc.tuple(inline, characters, characters).map(([tag, inside, after]) => {
      const words = (text: string): string =>
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
      return `<${tag}>${words(inside).trim() || 'x'}</${tag.split(' ')[0]}>${words(after)}`;
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('p', 'h2', 'td'), (pieces, block) => {
        const row = block === 'td';
        const result = clean(
          `${SENTENCE}${row ? '<table><tr><td>a' : ''}<${block}>${pieces.join('')}</${block}>${row ? '</table>' : ''}`,
          { type: 'html', favor: 'recall' },
        );
        expectSameWords(result.text, toMarkdown(result));
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('are compared by something that sees a difference', () => {
    expect(firstDifference('One two', 'One *two*\n')).toBeUndefined();
    expect(firstDifference('One two', 'One twoo\n')).toBeDefined();
    expect(firstDifference('One two', 'One\n')).toBeDefined();
    expect(firstDifference('One', 'One two\n')).toBeDefined();
    expect(firstDifference('- One', '- One\n')).toBeUndefined();
    expect(firstDifference('One', '[A film](https://e.example/)\n\nOne\n')).toBeUndefined();
    expect(firstDifference('One', '[A film](https://e.example/) x\n\nOne\n')).toBeDefined();
  });
});

describe('hostile articles', () => {
  const repeat = (piece: string, length = 200_000): string => piece.repeat(Math.ceil(length / piece.length));

  it.each([
    ['quotations in one another', repeat('<blockquote>')],
    ['lists in one another', repeat('<ul><li>a')],
    ['marks in one another', `<p>${repeat('<b>')}a`],
    ['tables in one another', repeat('<table><tr><td>a')],
  ])('end with a result: %s', (_, page) => {
    expectSameWords('', markdown(page).replaceAll(/[a|\s->*]/g, ''));
    const result = clean(`${SENTENCE}${page}`, { type: 'html', favor: 'recall' });
    expectSameWords(result.text, toMarkdown(result));
  });

  it.each([
    ['marks side by side', `<p>${repeat('<b>a<i>b<s>c</s></i></b>', 1_000_000)}</p>`, 1],
    ['a wide and tall table', `<table><tr>${repeat('<td>a</td>')}</tr>${repeat('<tr><td>a</td></tr>')}</table>`, 2],
    ['cells that span', `<table>${repeat('<tr><td rowspan="1000" colspan="1000">a</td><td>b</td></tr>')}</table>`, 4],
    [
      'one long cell in a column',
      `<table><tr><td>${repeat('a ')}</td><td>b</td></tr>${repeat('<tr><td>a</td></tr>')}</table>`,
      2,
    ],
    ['lines in quotations', `${'<blockquote>'.repeat(60)}<p>${repeat('a<br>')}</p>`, 10],
  ])('do not swell: %s', (_, html, most) => {
    expect(markdown(html).length).toBeLessThan(html.length * most);
  });
});
