import fc from 'fast-check';

const text = fc.constantFrom(
  'One',
  'two &amp; three',
  ' ',
  '\n',
  'The ferry was late, and nobody minded. ',
  'a < b',
  '1 &lt; 2',
);

const AD_TAGS = ['div', 'ins', 'p', 'span', 'li', 'section', 'h3', 'ul', 'aside'];

const FORMATTING = ['a', 'b', 'i', 'em', 'font'];

/**
 * What an ad holds, with its formatting elements closed: one that an ad leaves open goes on behind it, and an end tag
 * that comes later makes the parser move what lies between. There is no tree less the ad then.
 */
const closed = (html: string): string => {
  const count = (what: string): number => html.toLowerCase().split(what).length - 1;
  const missing = FORMATTING.map((name) => {
    const opened = count(`<${name}>`) + count(`<${name} `) + count(`<${name}\n`);
    return `</${name}>`.repeat(Math.max(0, opened - count(`</${name}>`)));
  });
  return html + missing.join('');
};

/** A start tag as people write them: capitals, attributes twice, no quotes. */
const startTag = (name: string, ad: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.boolean(),
      fc.constantFrom('', ' id=a', ' title="x > y"', " data-x='1' data-x='2'", ' hidden', '\n style="color:red"'),
    )
    .map(([upper, more]) => `<${upper ? name.toUpperCase() : name}${ad ? ' class="test-ad"' : ''}${more}>`);

/** An element around what `inner` makes; one in seven is not closed. */
const element = (names: readonly string[], ad: boolean, inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), startTag(name, ad), inner, fc.nat(6)))
    .map(
      ([name, open, content, n]) =>
        `${open}${content}${n > 0 || (ad && FORMATTING.includes(name)) ? `</${name}>` : ''}`,
    );

const ADS = [
  '<ins class="adsbygoogle" data-ad-slot="1"></ins>',
  '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>',
  '<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js"></script>',
  '<iframe src="https://ad.doubleclick.net/ddm/adi/1"></iframe>',
  '<noscript><img src="https://www.facebook.com/tr?id=1" width="1" height="1"></noscript>',
  '<p>(adsbygoogle = window.adsbygoogle || []).push({});</p>',
  '<p>(adsbygoogle = window.adsbygoogle || [])<br>.push({});',
  '<style>.adsbygoogle { display: block }</style>',
  '<p>Advertisement</p>',
];

const cell = (ad: boolean, inner: fc.Arbitrary<string>): fc.Arbitrary<string> => element(['td', 'th'], ad, inner);

const { content } = fc.letrec<{ content: string; item: string; ad: string; row: string }>((tie) => ({
  content: fc.array(tie('item'), { maxLength: 4 }).map((items) => items.join('')),
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    tie('ad'),
    fc.constantFrom(
      '<br>',
      '<hr>',
      '<img src="/a.png" alt="A">',
      '<input type=text>',
      '</p>',
      '<p>',
      '<li>',
      '</b>',
      '</div>',
    ),
    fc.constantFrom(
      '<!-- a note -->',
      '<!--[if lt IE 9]><script src="/html5.js"></script><![endif]-->',
      '<!--[if !IE]><!-->',
      '<![endif]>',
      '<![CDATA[ data ]]>',
      '<noscript><img src="/pixel.gif"></noscript>',
      '<noscript><p>No script<b></noscript>',
      '<script>var a = "</p>";</script>',
      '<style>p > a { color: red }</style>',
      '<select><option>1<option>2</select>',
      '<textarea>\n<p></textarea>',
      '<svg><path d="M0 0"/><title>s</title></svg>',
    ),
    element(
      [
        'div',
        'p',
        'section',
        'span',
        'b',
        'i',
        'a',
        'em',
        'ul',
        'ol',
        'li',
        'dl',
        'dd',
        'dt',
        'h2',
        'h3',
        'center',
        'font',
        'button',
        'blockquote',
      ],
      false,
      tie('content'),
    ),
    fc.array(tie('row'), { maxLength: 3 }).map((rows) => `<table>${rows.join('')}</table>`),
  ),
  row: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('<tbody>', '</tbody>', '<caption>c</caption>', '<tr><td>1<td>2', ...ADS),
    element(['tr'], false, fc.oneof(cell(false, tie('content')), cell(true, tie('content').map(closed)))),
    element(['tr'], true, cell(false, tie('content').map(closed))),
    element(['div', 'ins', 'p'], true, text),
  ),
  ad: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...ADS), element(AD_TAGS, true, tie('content'))),
}));

/** Pages in the disorder that the web is in, with ads in them; an element of the class `test-ad` is to be one as well. */
export const page: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('<!DOCTYPE html>', ''),
    fc.constantFrom('<html><head><title>t</title></head><body>', '<head><meta charset=utf-8>', '', '<title>t</title>'),
    content,
    fc.constantFrom('', '</body></html>', '</div></body></html>\n'),
  )
  .map((parts) => parts.join(''));
