import { describe, expect, it } from 'vitest';
import { renderHtml } from '../src/render/html.ts';
import { judge, keepEverything, page } from './render-pages.ts';

const BASE = 'https://example.org/news/today?x=1';

function html(source: string): string {
  const { tree, keep } = page(source);
  const written = renderHtml(tree, keep, BASE);
  judge(written);
  return written;
}

function withoutBase(source: string): string {
  const { tree, keep } = page(source);
  const written = renderHtml(tree, keep, undefined);
  judge(written);
  return written;
}

/** With all that is hidden as well. */
function all(source: string): string {
  const { tree } = page(source);
  const written = renderHtml(tree, keepEverything(tree), BASE);
  judge(written);
  return written;
}

describe('renderHtml: structure', () => {
  it('keeps what an article is made of and drops the rest of its markup', () => {
    expect(
      html(
        '<main class=x id=y><h2 onclick=z>On <em style="color:red">tides</em></h2><p>Water <b>rises</b>, <x-y>twice</x-y>.' +
          '<blockquote>Quoted<p>words</blockquote><hr>H<sub>2</sub>O<sup>1</sup></main>',
      ),
    ).toBe(
      '<h2>On <em>tides</em></h2><p>Water <b>rises</b>, twice.</p><blockquote><p>Quoted</p><p>words</p></blockquote>' +
        '<hr><p>H<sub>2</sub>O<sup>1</sup></p>',
    );
  });

  it('makes paragraphs of bare words, box by box', () => {
    expect(html('one<div>two<div>three</div>four</div><section>five<br><br>six</section>')).toBe(
      '<p>one</p><p>two</p><p>three</p><p>four</p><p>five</p><p>six</p>',
    );
  });

  it('lets words of an item or cell stand bare until others follow them', () => {
    expect(html('<ul><li><div>one</div><li>two<div>more</div></ul>')).toBe(
      '<ul><li>one</li><li><p>two</p><p>more</p></li></ul>',
    );
  });

  it('moves an inline element into the blocks that it holds', () => {
    expect(html('<a href=/card><div><h3>Card</h3><p>and words</div></a>')).toBe(
      '<h3><a href="https://example.org/card">Card</a></h3><p><a href="https://example.org/card">and words</a></p>',
    );
    expect(html('<b>a<ul><li>b</ul>c</b>')).toBe('<p><b>a</b></p><ul><li><b>b</b></li></ul><p><b>c</b></p>');
  });

  it('gives parts the container that they lack, and containers the part', () => {
    expect(html('<li>a<li>b<dd>c')).toBe('<ul><li>a</li><li>b<dl><dd>c</dd></dl></li></ul>');
    expect(html('<ul>a<ol><li>b</ol></ul>')).toBe('<ul><li>a<ol><li>b</li></ol></li></ul>');
    expect(html('<table><tr><td>a<td>b</table>')).toBe('<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
    expect(html('<p><figcaption>alone</figcaption>')).toBe('<p>alone</p>');
  });

  it('keeps tables with their heads, captions, spans and empty cells', () => {
    expect(
      html(
        '<table border=1><caption>C<thead><tr><th colspan=2 scope=col>H<tbody><tr><td rowspan=2>a<td><tr><td>b<td colspan=0>c</table>',
      ),
    ).toBe(
      '<table><caption>C</caption><thead><tr><th colspan="2">H</th></tr></thead><tbody><tr><td rowspan="2">a</td><td></td>' +
        '</tr><tr><td>b</td><td>c</td></tr></tbody></table>',
    );
  });

  it('unpacks tables that only lay out', () => {
    expect(html('<table><tr><td><h1>T</h1><td><p>a<p>b</table>')).toBe('<h1>T</h1><p>a</p><p>b</p>');
  });

  it('never nests a link, a paragraph or a heading in its like', () => {
    expect(html('<h2><div>a</div><div>b</div></h2>')).toBe('<h2>a<br>b</h2>');
    expect(withoutBase('<a href=/1>x<object><a href=/2>y</a></object></a>')).not.toContain('/2');
  });

  it('keeps definitions, ruby, times, quotations and the marks of editors', () => {
    const source =
      '<dl><dt>t</dt><dd>d</dd></dl><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <time datetime="2024-05-01">May</time> ' +
      '<q cite="https://example.org/q">q</q> <del datetime="2024">old</del><ins>new</ins> <abbr title="a b">ab</abbr></p>';
    expect(html(source)).toBe(source);
  });

  it('says the language of a quotation, which its marks go by', () => {
    expect(html('<html lang=de><p><q>a</q>')).toBe('<p><q lang="de">a</q></p>');
    expect(html('<html lang=en><p><q>a</q>')).toBe('<p><q>a</q></p>');
    expect(html('<html lang=de><p lang=en><q>a</q>')).toBe('<p lang="en"><q lang="en">a</q></p>');
    expect(html('<p><q lang=fr>a</q>')).toBe('<p><q lang="fr">a</q></p>');
  });

  it('puts the readings of ruby in brackets, for where ruby is not shown', () => {
    expect(html('<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>')).toBe(
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>',
    );
    expect(html('<p><ruby>漢<rp></rp><rt>かん</rt></ruby>')).toBe(
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>',
    );
  });

  it('writes no rule first, last or twice', () => {
    expect(html('<hr><p>a<hr><hr><div><hr></div>b<hr>')).toBe('<p>a</p><hr><p>b</p>');
    expect(html('<ul><hr><li>a<hr><li>b</ul>')).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  it('keeps code with its language, as <pre lang>', () => {
    expect(html('<pre><code class="hljs language-JS">\na &lt; b\n  c</code></pre>')).toBe(
      '<pre lang="js"><code>a &lt; b\n  c</code></pre>',
    );
    expect(html('<div class="highlight highlight-source-rust"><pre>x</pre></div>')).toBe('<pre lang="rust">x</pre>');
    expect(html('<pre class="brush: php; toolbar: false">x</pre><pre data-lang=go>y</pre>')).toBe(
      '<pre lang="php">x</pre><pre lang="go">y</pre>',
    );
    expect(html('<pre class="language-plaintext">x</pre><pre class="lang-&quot;>">y</pre>')).toBe(
      '<pre>x</pre><pre>y</pre>',
    );
  });

  it('keeps direction and language, on what is written where the element is not', () => {
    expect(html('<html lang=en dir=rtl><body><div lang=fr><p>a<p lang=de>b</div><ul dir=ltr><li dir=rtl>c</ul>')).toBe(
      '<p dir="rtl" lang="fr">a</p><p dir="rtl" lang="de">b</p><ul><li dir="rtl">c</li></ul>',
    );
    expect(
      html('<html dir=ltr><p>a <span lang=el>b</span> <bdo dir=rtl>c</bdo> <span dir=x lang="&quot;">d</span>'),
    ).toBe('<p>a <span lang="el">b</span> <bdo dir="rtl">c</bdo> d</p>');
  });
});

describe('renderHtml: links', () => {
  it('are absolute where the base is known, and relative otherwise', () => {
    expect(html('<a href="../a?b#c">x</a>')).toBe('<p><a href="https://example.org/a?b#c">x</a></p>');
    expect(html('<a href="#c">x</a>')).toBe('<p><a href="https://example.org/news/today?x=1#c">x</a></p>');
    expect(withoutBase('<a href="../a?b#c">x</a> <a href="#c">y</a>')).toBe('<p><a href="../a?b#c">x</a> y</p>');
  });

  it('lose their tracking parameters and no others', () => {
    expect(html('<a href="/a?utm_source=x&amp;id=7&amp;fbclid=y&amp;q=%20z#h">x</a>')).toBe(
      '<p><a href="https://example.org/a?id=7&amp;q=%20z#h">x</a></p>',
    );
    expect(withoutBase('<a href="a?gclid=1#h">x</a>')).toBe('<p><a href="a#h">x</a></p>');
    expect(html('<a href="/a?b=utm_source&c=">x</a>')).toContain('/a?b=utm_source&amp;c=');
  });

  it('keep mail and telephone addresses, and no other schemes', () => {
    expect(
      html('<a href="mailto:a@b.example">m</a> <a href="tel:+123">t</a> <a href="ftp://x/">f</a> <a name=n>n</a>'),
    ).toBe('<p><a href="mailto:a@b.example">m</a> <a href="tel:+123">t</a> f n</p>');
  });

  it('stand for embedded pages, by their title or address', () => {
    const source =
      '<p>a</p><iframe src="//v.example/e/1" title="A film"></iframe><video><source src="/v.mp4"></video><iframe src="about:blank"></iframe>';
    expect(all(source)).toBe(
      '<p>a</p><p><a href="https://v.example/e/1">A film</a></p><p><a href="https://example.org/v.mp4">https://example.org/v.mp4</a></p>',
    );
    expect(all('<a href=/x><iframe src=/y title=film></iframe></a>')).toBe(
      '<p><a href="https://example.org/x">film</a></p>',
    );
  });
});

describe('renderHtml: images', () => {
  const image = (attributes: string): string => html(`<img ${attributes}>`);

  it('keep source, size and words', () => {
    expect(image('src=a.png alt="x &quot; y" title=t width=640 height="480px" class=c loading=lazy')).toBe(
      '<p><img src="https://example.org/news/a.png" alt="x &quot; y" title="t" width="640" height="480"></p>',
    );
  });

  it('are those that scripts would load', () => {
    for (const lazy of ['data-src', 'data-lazy-src', 'data-original']) {
      expect(image(`src="data:image/gif;base64,R0" ${lazy}="/real.jpg"`)).toBe(
        '<p><img src="https://example.org/real.jpg" alt=""></p>',
      );
    }
    expect(image('src=/blank.gif data-srcset="/s.jpg 320w, /l.jpg 1280w, /m.jpg 640w"')).toContain('/l.jpg"');
    expect(image('src=/img/placeholder.png srcset="/s.jpg, /l.jpg 2x"')).toContain('/l.jpg"');
    expect(image('src=/plain.jpg srcset="/s.jpg 1x, /l.jpg 2x"')).toContain('/plain.jpg"');
  });

  it('may come from the sources of a picture', () => {
    expect(html('<picture><source srcset="/a.webp 1x, /b.webp 2x"><img alt=p></picture>')).toBe(
      '<p><img src="https://example.org/b.webp" alt="p"></p>',
    );
  });

  it('are written once where a copy for readers without scripts follows', () => {
    expect(html('<img data-src=/a.jpg><noscript><img src=/a.jpg></noscript>')).toBe(
      '<p><img src="https://example.org/a.jpg" alt=""></p>',
    );
  });

  it('are left out where they show nothing', () => {
    expect(image('src=/p.gif width=1 height=1')).toBe('');
    expect(image('src="data:image/png;base64,AAAA"')).toBe('');
    expect(image('alt=x')).toBe('');
    expect(html('<ul><li><img src=/p.gif width=0></ul>')).toBe('');
  });

  it('stand in figures with their captions', () => {
    expect(html('<figure><a href=/b><img src=/a.jpg></a><figcaption>The <i>bay</i></figcaption></figure>')).toBe(
      '<figure><a href="https://example.org/b"><img src="https://example.org/a.jpg" alt=""></a><figcaption>The <i>bay</i></figcaption></figure>',
    );
  });
});
