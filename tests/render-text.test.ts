import { describe, expect, it } from 'vitest';
import { renderText } from '../src/render/text.ts';
import { keepEverything, page } from './render-pages.ts';

function text(source: string): string {
  const { tree, keep } = page(source);
  return renderText(tree, keep);
}

describe('renderText: white space', () => {
  it('parts blocks by a blank line and lets inline elements touch', () => {
    expect(text('<h1>Title</h1><div>one<span>two</span></div><section>three<div>four</div>five</section>')).toBe(
      'Title\n\nonetwo\n\nthree\n\nfour\n\nfive',
    );
  });

  it('collapses white space across the elements that it stands between', () => {
    expect(text('<p> one \n\t <b> two</b><i> </i> <em>three </em> four</p>')).toBe('one two three four');
    expect(text('<p>un<b>broken</b> words</p>')).toBe('unbroken words');
  });

  it('takes the no-break space for a blank', () => {
    expect(text('<p>10&nbsp;km&nbsp; &nbsp;away&nbsp;</p><p>&nbsp;</p><p>next')).toBe('10 km away\n\nnext');
    expect(text('<p><b>ten</b>&nbsp;<i>miles</i>&#32;<a href=/a>away</a>&nbsp;<b>from</b>&#8203;<i>here</i>')).toBe(
      'ten miles away fromhere',
    );
  });

  it('reads a line break as a line, two as a paragraph, and none at the ends of a block', () => {
    expect(text('<p><br>Roses<br/>\n violets<br><br>sugar<br></p>you')).toBe('Roses\nviolets\n\nsugar\n\nyou');
  });

  it('lets an element that was not kept part what stood around it', () => {
    const { tree, keep } = page('before<div>advertisement</div>after <span> x </span>all<br>of it');
    const kept = keep.map((value, node) =>
      /advert|x/.test(tree.source.slice(tree.start[node], tree.end[node])) ? 0 : value,
    );
    expect(renderText(tree, kept)).toBe('before\n\nafter all\nof it');
  });

  it('glues what a place to break a word stands between', () => {
    expect(text('<p>super<wbr>cali&shy;fragil&#8203;istic')).toBe('supercalifragilistic');
  });
});

describe('renderText: words of elements side by side', () => {
  it('stand apart where the second begins with a capital, or with a digit behind letters', () => {
    expect(text('<a href=/a>News</a><a href=/b>Sport</a>')).toBe('News Sport');
    expect(text('<span class=n>Adhesives</span><span class=c>704</span>')).toBe('Adhesives 704');
    expect(text('<span><b>12</b></span><a href=/r><i>Replies</i></a>')).toBe('12 Replies');
    expect(text('<b>Late again.</b><i>Nobody minded.</i>')).toBe('Late again. Nobody minded.');
    expect(text('<s>€62</s><span>€56</span>')).toBe('€62 €56');
    expect(text('<span>Écluse</span><span>Über</span>')).toBe('Écluse Über');
  });

  it('are one where they may be parts of one', () => {
    expect(text('<span>f</span><span>or</span>')).toBe('for');
    expect(text('<span>W</span><span>ORDS</span>')).toBe('WORDS');
    expect(text('<span>json.</span><span>Decoder</span>')).toBe('json.Decoder');
    expect(text('<span>ACT</span><span>UARIAL</span>')).toBe('ACTUARIAL');
    expect(text('<b>trend</b><span>s</span>')).toBe('trends');
    expect(text('<span>1</span><span>9</span>')).toBe('19');
    expect(text('<span>56</span><span>€</span>')).toBe('56€');
    expect(text('<span>3.</span><span>14</span>')).toBe('3.14');
    expect(text('<span>東京</span><span>大阪</span>')).toBe('東京大阪');
    expect(text('E<b>Bay</b> and You<b>Tube</b>')).toBe('EBay and YouTube');
  });

  it('are one in code, and where a number is raised or leads to a note', () => {
    expect(text('<code><span>new</span><span>Map</span></code>')).toBe('newMap');
    expect(text('<b>Area</b><sup>2</sup>')).toBe('Area2');
    expect(text('<b>Area</b><a href="#n">2</a>')).toBe('Area2');
    expect(text('<ruby><rb>Kan</rb><rt>Ji</rt></ruby>')).toBe('Kan(Ji)');
  });
});

describe('renderText: characters', () => {
  it('decodes references, those without a semicolon too', () => {
    expect(text('<p>&lt;b&gt; &amp;amp; &copy 2024 &eacute;&#233;&#xe9; &notareference;')).toBe(
      '<b> &amp; © 2024 ééé ¬areference;',
    );
  });

  it('holds no control character, filler or half of a character', () => {
    expect(text('<p>a\u0000b&#1;c\u001bd\u009fe\u00adf\u200bg\ufeffh\u2060i \ud83dj\udc00k')).toBe(
      'abcdefghi \ufffdj\ufffdk',
    );
    expect(text('<p>a\u2028b\u0085c\u000cd')).toBe('a b c d');
  });

  it('keeps joiners, marks of direction and characters of two units', () => {
    const words = 'می\u200cخواهم 👩\u200d👧 \u200fعربي\u200e 𝒳 か\u3000な';
    expect(text(`<p>${words}`)).toBe(words);
  });
});

describe('renderText: lists', () => {
  it('writes an item a line with its mark, and indents inner lists', () => {
    expect(text('<p>Before<ul><li>one<ul><li>inner<ol><li>deep</ol><li>second</ul><li>two</ul>After')).toBe(
      'Before\n\n- one\n  - inner\n    1. deep\n  - second\n- two\n\nAfter',
    );
  });

  it('numbers from the start on', () => {
    expect(text('<ol start=9><li>nine<li>ten<p>more of ten</p><li>eleven</ol>')).toBe(
      '9. nine\n10. ten\n\n    more of ten\n\n11. eleven',
    );
    expect(text('<ol start="x"><li>one</ol>')).toBe('1. one');
    expect(text('<ol start=-1><li>a<li>b<li>c</ol>')).toBe('-1. a\n0. b\n1. c');
  });

  it('puts boxes of one item on lines below it', () => {
    expect(text('<ul><li><div>Name</div><div>Price</div><li>b</ul>')).toBe('- Name\n  Price\n- b');
  });

  it('takes an orphaned item and a list in a list for what they look like', () => {
    expect(text('<div><li>one<li>two</div><ul><li>a</li><ul><li>b</ul></ul>')).toBe('- one\n- two\n\n- a\n  - b');
  });

  it('writes terms and descriptions on lines of their own', () => {
    expect(text('<dl><dt>Ebb<dd>going out<dt>Flood<dd>coming in<p>slowly</dl>')).toBe(
      'Ebb\ngoing out\nFlood\ncoming in\n\nslowly',
    );
  });
});

describe('renderText: tables', () => {
  it('writes a row a line, cells apart by tabs, empty ones too', () => {
    expect(
      text(
        '<table><caption>Heights</caption><thead><tr><th>Day<th>High<th>Low<tbody><tr><td>1<td><td>0.4<tr><td>2<td>3.1<td></table>',
      ),
    ).toBe('Heights\n\nDay\tHigh\tLow\n1\t\t0.4\n2\t3.1');
  });

  it('keeps a cell on its line whatever it holds', () => {
    expect(text('<table><tr><td>a<br>b<td><ul><li>c<li>d</ul><tr><td><p>e<td>f</table>')).toBe('a b\tc d\ne\tf');
  });

  it('reads a row with a long cell by paragraphs', () => {
    const long = 'It was a long way down to the water. '.repeat(20).trim();
    expect(text(`<table><tr><th>Who<th>What<tr><td>Una<td><p>${long}</p><p>End.</p></table>`)).toBe(
      `Who\tWhat\n\nUna\n\n${long}\n\nEnd.`,
    );
  });

  it('reads a table that lays out as boxes', () => {
    expect(text('<table><tr><td><h2>Left</h2><p>words</td><td>right</td></tr></table>')).toBe('Left\n\nwords\n\nright');
    expect(text('<table><tr><td>one<tr><td>two<tr><td>&nbsp;<td>three</table>')).toBe('one\n\ntwo\n\nthree');
    expect(text('<table role=presentation><tr><td>a<td>b</table>')).toBe('a\n\nb');
    expect(text('<table><tr><td>menu<td><table><tr><th>a<td>b</table></table>')).toBe('menu\n\na\tb');
  });

  it('finds the words that stand between cells', () => {
    expect(text('<table>stray<tr><td>1<td>2</tr>lost<tr><td>3<td>4</table>').split(/\s+/).toSorted()).toEqual(
      '1 2 3 4 lost stray'.split(' '),
    );
  });
});

describe('renderText: code', () => {
  it('leaves a sample as it stands', () => {
    expect(text('<p>So:<pre><code>\n\n  if (a) {\n\tb();\n\n\n  }\n\n</code></pre>then')).toBe(
      'So:\n\n  if (a) {\n\tb();\n\n\n  }\n\nthen',
    );
  });

  it('reads lines that are elements, and line breaks', () => {
    expect(text('<pre><div>a</div><div>  b</div><span>c</span>\n  <i>d</i><br>e</pre>')).toBe('a\n  b\nc\n  d\ne');
  });

  it('keeps the indentation of a first line', () => {
    expect(text('<pre>\n    <b>x</b>\n    y\r\n    z</pre>')).toBe('    x\n    y\n    z');
    expect(text('<pre>a\n</pre><pre>b</pre>')).toBe('a\n\nb');
  });

  it('indents it with its list item', () => {
    expect(text('<ul><li>run<pre>a\n\n b</pre></ul>')).toBe('- run\n\n  a\n\n   b');
  });
});

describe('renderText: what is no text', () => {
  it('leaves out scripts, styles and other raw text, kept or not', () => {
    const { tree } = page(
      '<p>a<script>b</script><style>c</style><textarea>d</textarea><title>e</title>f<iframe>g</iframe><xmp>h</xmp>',
    );
    expect(renderText(tree, keepEverything(tree))).toBe('af');
  });

  it('leaves out the words that stand for images', () => {
    expect(text('<p>see <img src=a.png alt="a picture"> here<hr>there')).toBe('see here\n\nthere');
  });

  it('takes what is kept of noscript and template for content', () => {
    const { tree } = page('<noscript><p>one</noscript><template><p>two</template>');
    expect(renderText(tree, keepEverything(tree))).toBe('one\n\ntwo');
  });

  it('reads ruby in line', () => {
    expect(text('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')).toBe('漢(kan)');
    expect(text('<ruby>東<rp>（</rp><rt>とう</rt><rp>）</rp>京<rp>（</rp><rt>きょう</rt><rp>）</rp></ruby>')).toBe(
      '東（とう）京（きょう）',
    );
  });

  it('puts the readings of ruby in brackets where the page has none', () => {
    expect(text('<p><ruby>漢字<rt>かんじ</rt></ruby>です')).toBe('漢字(かんじ)です');
    expect(text('<p><ruby>東<rt>とう</rt>京<rt><b>きょう</b></rt></ruby>です')).toBe('東(とう)京(きょう)です');
  });
});

describe('renderText: quotations', () => {
  it('have the marks that browsers show, other ones within others', () => {
    expect(text('<p>He said <q>we go <q>now</q></q>, twice.')).toBe('He said “we go ‘now’”, twice.');
    expect(text('<p><q> <b>One</b> two </q> three')).toBe('“One two” three');
  });

  it('have the marks of their language: their own, that around them, or the page’s', () => {
    expect(text('<p lang=de><q>a <q>b</q></q> <span lang=fr><q>c</q></span> <q lang=pl>d</q>')).toBe('„a ‚b‘“ «c» „d”');
    expect(text('<html lang=ja><body><p><q>a<q>b</q></q><p lang=en><q>c</q>')).toBe('「a『b』」\n\n“c”');
    expect(text('<html lang=de-CH><p><q>a</q><p lang="de-AT"><q>b</q>')).toBe('«a»\n\n„b“');
    expect(text('<html lang=x-klingon><p><q>a</q>')).toBe('“a”');
  });

  it('have them in each paragraph, and none where the author wrote them, or in code', () => {
    expect(text('<q><p>one<p>two</q>')).toBe('“one”\n\n“two”');
    expect(text('<p><q>“one”</q> <q>«two <q>three</q>»</q>')).toBe('“one” «two ‘three’»');
    expect(text('<pre>print <q>a</q></pre>')).toBe('print a');
  });

  it('are nothing where they hold nothing', () => {
    expect(text('<p>a<q></q><q><img src=a.png></q> b')).toBe('a b');
  });
});
