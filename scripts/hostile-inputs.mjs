// Inputs that are made to break a reader of pages: one entry a class, each with an article around whose sentences have to
// be there afterwards.

/** Prose before and behind what is hostile. */
const BEFORE = [
  'The ferry to the northern islands did not leave on Tuesday, because nobody had told the crew that the harbour would be dredged that morning.',
  'A dozen passengers waited on the quay with their bicycles and crates, and the harbour master brought them coffee while he telephoned the company.',
  'By noon it was clear that the next boat would go on Wednesday at the earliest, and that the company would pay for rooms at the inn.',
];
const BEHIND = [
  'On Wednesday the sea lay flat, and the first boat left with every seat taken and three dogs asleep under the benches of the upper deck.',
  'The company has since put a board at the gate on which the times of dredging are written down a week ahead, in letters that can be read from the road.',
  'Whether that helps will be seen in spring, when the channel has to be cleared again and the timetable is at its fullest.',
];

const paragraphs = (sentences) => sentences.map((sentence) => `<p>${sentence}</p>\n`).join('');
const page = ({ head = '', middle = '', tail = '', body = '<body>' }) =>
  `<!doctype html><html lang="en"><head><title>The ferry that did not leave</title>${head}</head>${body}<article><h1>The ferry that did not leave</h1>` +
  `${paragraphs(BEFORE)}${middle}${paragraphs(BEHIND)}</article>${tail}</body></html>`;
const text = (middle) => `${BEFORE.join('\n\n')}\n\n${middle}\n\n${BEHIND.join('\n\n')}\n`;

/** A piece as often as it fits; a function makes it of its number. */
const filled = (piece, length) => {
  if (typeof piece === 'string') return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
  const parts = [];
  for (let i = 0, size = 0; size < length; i++) {
    const part = piece(i);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
};

const classes = [];

/**
 * What a class promises of its sentences: 'all', or those 'before' where the standard itself gives the rest to what is
 * not closed.
 */
function add(type, name, make, keeps = 'all') {
  classes.push({ name, type, make, before: BEFORE, behind: keeps === 'all' ? BEHIND : [] });
}

/** In the middle of the article. */
const middle = (name, piece, { open = '', close = '', keeps } = {}) =>
  add('html', name, (length) => page({ middle: open + filled(piece, length) + close }), keeps);
/** A start and as many ends. */
const nested = (name, start, end, inside = 'deep') =>
  add('html', name, (length) => {
    const times = Math.max(1, Math.ceil(length / (start.length + end.length)));
    return page({ middle: start.repeat(times) + inside + end.repeat(times) });
  });
const inHead = (name, piece, { open = '', close = '', keeps } = {}) =>
  add('html', name, (length) => page({ head: open + filled(piece, length) + close }), keeps);
const behind = (name, piece) => add('html', name, (length) => page({ tail: filled(piece, length) }));
const inText = (name, piece, { open = '', close = '', keeps } = {}) =>
  add('text', name, (length) => text(open + filled(piece, length) + close), keeps);

// Nesting
for (const tag of [
  'div',
  'span',
  'b',
  'a',
  'p',
  'ul><li',
  'ol><li',
  'blockquote',
  'section',
  'font',
  'form',
  'button',
  'svg',
  'math',
  'ruby',
  'x-y',
  'figure',
  'details',
  'center',
  'nobr',
])
  middle(`<${tag}> without end`, `<${tag}>`);
middle('<table><tr><td> without end', '<table><tr><td>');
middle('<dl><dd> without end', '<dl><dd>');
middle('<select><option> without end', '<select><option>', { keeps: 'before' });
// What is in an object is shown where the object is not.
middle('<object> without end', '<object>', { keeps: 'before' });
middle('<template> without end', '<template>', { keeps: 'before' });
nested('nested div', '<div>', '</div>');
nested('nested div with text', '<div>a', 'b</div>');
nested('nested lists', '<ul><li>', '</ul>');
nested('nested tables', '<table><tr><td>', '</table>');
nested('nested quotations', '<blockquote><p>a', '</blockquote>');
nested('nested inline elements', '<b><i><em>', '</em></i></b>');
nested('nested template', '<template>', '</template>');
nested('nested noscript', '<noscript>', '</noscript>');
nested('nested svg and foreignObject', '<svg><foreignObject>', '</foreignObject></svg>');
nested('nested ad slots', '<div class="adsbygoogle">', '</div>');
nested('nested #disqus_thread', '<div id="disqus_thread">', '</div>');
nested('nested empty code-block', '<div class="code-block">', '</div>');
nested('nested sponsored links', '<div><a rel="sponsored" href="https://a.example">', '</a></div>');
nested('nested share boxes', '<div class="sharedaddy sd-sharing">', '</div>');
nested('nested pop-ups', '<div class="popup newsletter">', '</div>');
nested('nested cookie boxes', '<div id="cookie-banner">a', '</div>');
nested('nested ruby', '<ruby>a<rt>b', '</ruby>');
nested('nested details', '<details><summary>a</summary>', '</details>');
nested('nested figure', '<figure><figcaption>', '</figcaption></figure>');

// Misnesting and stray ends
middle('misnested formatting', '<a><b></a></b>');
middle('fonts reopened in each paragraph', '<p><font>a');
middle('formatting reopened in each paragraph', '<p><b><i><u>a');
middle('a hundred attributes of formatting', (i) => `<p><b class=${i}>a`);
middle('text in tables', '<table>a<tr>b', { close: '</table>' });
// What follows is a link as well, as the standard opens it again in each box: prose that is all link is a list's.
middle('links in links', '<a href=/a>a<div>');
middle('stray end tags', '</x>', { open: '<div>'.repeat(1000) });
middle('stray end tags of blocks', '</div></p></li></td></h1>', { open: '<section>' });
add('html', 'stray end tags under a deep stack', (length) =>
  page({ middle: `${'<i>'.repeat(length / 8)}${'</x-y>'.repeat(length / 10)}` }),
);
add('html', 'form ends under a deep stack', (length) =>
  page({ middle: `<form>${'<div><p>'.repeat(length / 16)}${'</form>'.repeat(length / 14)}` }),
);
middle('br as end tag', '</br>');
middle('p as end tag', '</p>');
middle('headings that end each other', '<h1><h2>a');
middle('options and groups', '<optgroup><option>a', { open: '<select>', close: '</select>' });

// Tokens
for (const piece of [
  '<',
  '</',
  '< ',
  '<!',
  '<?',
  '&',
  '&#',
  '&#x',
  '&amp',
  '&amp;',
  '&lt;',
  '&notin',
  '&#0;',
  '&#xFFFFFFFF;',
  '&#55296;',
  '"',
  "'",
  '>',
  ']]>',
  '-->',
  '<>',
  '</>',
  '<!>',
  '<!doctype html>',
])
  middle(`flood of ${piece}`, piece);
middle('flood of <!--', '<!--', { keeps: 'before' });
middle('flood of <![CDATA[', '<![CDATA[');
middle('flood of <![CDATA[ in svg', '<![CDATA[', { open: '<svg>', keeps: 'before' });
// The quotation mark of each piece ends the value that the piece before has begun. After an odd number of them one value
// is open up to the end of the page, as the standard reads it; after an even one the next `>` ends the last tag.
const floodOfLinks = (length, odd) => '<a href="'.repeat(2 * Math.ceil(length / 18) + odd);
add(
  'html',
  'flood of <a href=" that leaves a value open',
  (length) => page({ middle: floodOfLinks(length, 1) }),
  'before',
);
add('html', 'flood of <a href=" that leaves none open', (length) => page({ middle: floodOfLinks(length, 0) }));
middle("flood of <p '", "<p '");
middle('flood of <script', '<script ', { keeps: 'before' });
middle('flood of <script>', '<script>', { keeps: 'before' });
middle('flood of <!--<script>', '<script><!--<script>', { keeps: 'before' });
middle('flood of <style>', '<style>', { keeps: 'before' });
middle('flood of <title>', '<title>', { keeps: 'before' });
middle('flood of <textarea>', '<textarea>', { keeps: 'before' });
middle('flood of <plaintext>', '<plaintext>', { keeps: 'before' });
middle('flood of <xmp>', '<xmp>', { keeps: 'before' });
middle('flood of <iframe>', '<iframe>', { keeps: 'before' });
middle('closed comments', '<!-- a -->');
middle('comments that name ads', '<!-- Ezoic - a -->');
middle('conditional comments', '<!--[if IE]><p>a</p><![endif]-->');
middle('revealed conditional comments', '<![if !IE]><p>a</p><![endif]>');
middle('one long comment', '- ', { open: '<!--', close: '-->' });
middle('unescaped until stable', 'amp;', { open: '&' });

// One huge thing
middle('a huge attribute', 'x', { open: '<p title="', close: '">a</p>' });
middle('a huge attribute of references', '&amp;&lt;', { open: '<p title="', close: '">a</p>' });
middle('a huge class value', 'ad-slot-', { open: '<p class="', close: '">a</p>' });
middle('a long list of classes', 'google-auto-place ', { open: '<div class="', close: '">a</div>' });
middle('a long list of other classes', (i) => `a${i}-ads-x `, { open: '<div class="', close: '">a</div>' });
middle('a huge id', 'div-gpt-ad', { open: '<div id="', close: '">a</div>' });
middle('a huge style', 'display:block;', { open: '<div style="', close: '">a</div>' });
middle('a huge tag name', 'x', { open: '<', close: '>a' });
middle('a huge attribute name', 'x', { open: '<p ', close: '>a' });
middle('a huge data: URL', 'A', { open: '<img src="data:image/png;base64,', close: '">' });
middle('a huge link', 'a/', { open: '<a href="https://a.example/', close: '">a</a>' });
middle('a huge query', 'utm_source=a&', { open: '<a href="https://a.example/?', close: '">a</a>' });
middle('a huge word', 'x', { open: '<p>', close: '</p>' });
middle('a huge paragraph', 'The boat left on time. ', { open: '<p>', close: '</p>' });
middle('one long line of markup', '<p>A b c d.</p>');
middle('a huge alt', 'a b ', { open: '<img src=/a.png alt="', close: '">' });
middle('a huge language', 'en-', { open: '<p lang="', close: '">a</p>' });
middle('a huge code sample', 'a = b;\n', { open: '<pre><code class="language-js">', close: '</code></pre>' });
middle('a huge datetime', '2024-01-01T', { open: '<time datetime="', close: '">a</time>' });
middle('a huge script', 'var a = {b: [1, 2]}; ', { open: '<script>', close: '</script>' });
middle('a huge ad script', 'googletag.cmd.push(function() { a(); });\n', { open: '<script>', close: '</script>' });
middle('a script that nests', '[(function(){', { open: '<script>', close: '</script>' });
middle('a script of template literals', '`${', { open: '<script>googletag.cmd;', close: '</script>' });
middle('a script of regular expressions', 'a=/[', { open: '<script>googletag.cmd;', close: '</script>' });
middle('a huge style sheet', '.a > .b:hover { color: red }\n', { open: '<style>', close: '</style>' });
middle('a style sheet about ads', '.adsbygoogle{display:block}', { open: '<style>', close: '</style>' });
middle('a style sheet that nests', '@media x{.adsbygoogle{', { open: '<style>', close: '</style>' });
middle('a style sheet of parentheses', '.adsbygoogle:not(', { open: '<style>', close: '</style>' });
middle('a style sheet of comments', '/*a*/', { open: '<style>.adsbygoogle{', close: '}</style>' });

// Wide things
middle('paragraphs', (i) => `<p>Sentence ${i} says what happened on the quay.</p>`);
middle('ads', '<ins class="adsbygoogle" data-ad-slot="1"></ins>');
middle(
  'ads between paragraphs',
  '<p>The crew waited.</p><div class="ad-container"><ins class="adsbygoogle"></ins></div>',
);
middle('ad scripts', '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>');
middle('ad iframes', '<iframe src="https://googleads.g.doubleclick.net/a"></iframe>');
middle('tracking pixels', '<img src="https://www.facebook.com/tr?id=1" width="1" height="1">');
middle('labels', '<p>Advertisement</p>');
middle('promo lines', '<p>The post <a href=/a>A</a> appeared first on <a href=/>B</a>.</p>');
middle('related links', '<p>Related: <a href=/a>A ferry that left</a></p>');
middle('share links', '<a href="https://www.facebook.com/sharer.php?u=a">Share</a>');
behind('links behind the article', (i) => `<li><a href="/a/${i}">Another story ${i}</a></li>`);
middle('empty elements', '<p></p><div></div><span></span>');
middle('breaks', '<br>');
middle('breaks with text', 'a<br>');
middle('breaks in a paragraph', '<br> ', { open: '<p>a', close: 'b</p>' });
middle('rules', '<hr>');
middle('headings', '<h2>a</h2>');
middle('headings with a paragraph', (i) => `<h2>Day ${i}</h2><p>The boat left on time.</p>`);
middle('list items', '<li>a', { open: '<ul>', close: '</ul>' });
middle('numbered items', '<li value=-99999999>a', { open: '<ol start=2147483647>', close: '</ol>' });
middle('definition lists', '<dt>a<dd>b', { open: '<dl>', close: '</dl>' });
middle('table rows', '<tr><td>a<td>b', { open: '<table>', close: '</table>' });
middle('a row of cells', '<td>a', { open: '<table><tr>', close: '</table>' });
middle('empty cells', '<td>', { open: '<table><tr>', close: '<td>a</table>' });
middle('colspans', '<td colspan=1000 rowspan=65534>a', { open: '<table><tr>', close: '</table>' });
middle('colspans in rows', '<tr><td colspan=1000 rowspan=65534>a', { open: '<table>', close: '</table>' });
middle('columns', '<col span=1000>', { open: '<table><colgroup>', close: '<tr><td>a<td>b</table>' });
middle('tables', '<table><tr><td>a<td>b</table>');
middle('images', (i) => `<img src="/a${i}.png" alt="a boat">`);
middle('lazy images', '<img data-src="/a.png" data-srcset="/a.png 1x, /b.png 2x" src="data:,">');
middle('a huge srcset', '/a.png 1x, ', { open: '<img srcset="', close: '" src=/a.png>' });
middle('a srcset of commas', ',', { open: '<img srcset="', close: '" src=/a.png>' });
middle('sources of a picture', '<source srcset="/a.png 1x">', {
  open: '<picture>',
  close: '<img src=/a.png></picture>',
});
middle('pictures', '<picture><source srcset=/a.webp><img src=/a.png></picture>');
middle('noscript images', '<noscript><img src=/a.png></noscript>');
middle('figures', '<figure><img src=/a.png><figcaption>a</figcaption></figure>');
middle('videos', '<iframe src="https://www.youtube.com/embed/a"></iframe>');
middle(
  'tweets',
  '<blockquote class="twitter-tweet"><p>a</p><a href="https://twitter.com/a/status/1">b</a></blockquote>',
);
middle('forms', '<form><input name=a><textarea></textarea></form>');
middle('form fields', '<input name=a><select><option>b</select>', { open: '<form>', close: '</form>' });
middle('links', '<a href=/a>a</a> ');
middle('long links', (i) => `<a href="https://a.example/${i}/${'b'.repeat(1500)}">a</a> `);
middle('links relative to a long base', '<a href=a>a</a> ', {
  open: `<base href="https://a.example/${'b/'.repeat(900)}">`,
});
middle('footnotes', (i) => `<sup><a href="#f${i}">${i}</a></sup>`);
middle(
  'footnotes and their notes',
  (i) => `<p>a<sup id=r${i}><a href="#f${i}">1</a></sup></p><ol><li id=f${i}>b<a href="#r${i}">^</a></ol>`,
);
middle('references to one note', '<sup id=r><a href="#f">1</a></sup>', {
  open: '<p>a',
  close: '</p><p id=f>1. b <a href="#r">^</a></p>',
});
middle('links of one note back', '<a href="#r">^</a>', {
  open: '<p>a<sup id=r><a href="#f">1</a></sup></p><ol><li id=f>b',
  close: '</ol>',
});
middle('notes in notes', (i) => `<p>a<sup><a href="#f${i}">1</a></sup></p><div id=f${i} class=footnote>`);
middle('ruby', '<ruby>a<rp>(<rt>b<rp>)</ruby>');
middle('times', '<time datetime="2024-05-06T07:08:09Z">a</time> ');
middle('code', '<code>a</code> ');
middle('samples', '<pre>a</pre>');
middle('inline elements', '<b>a</b><i>b</i>');
middle('elements of a page only', (i) => `<x-${i}>a</x-${i}>`);
middle('ids', (i) => `<p id="__proto__${i}" class="constructor toString">a</p>`);
middle('names of object members', '<div id="__proto__" class="constructor hasOwnProperty" toString="1">a</div>');
middle('attributes of one element', (i) => `a${i}=1 `, { open: '<p ', close: '>a</p>' });
middle('the same attribute of one element', 'class=adsbygoogle ', { open: '<p ', close: '>a</p>' });
middle('addresses of one element', 'href="https://doubleclick.net/a" ', { open: '<a ', close: '>a</a>' });
middle('attributes without value', 'a ', { open: '<p ', close: '>a</p>' });
middle('attributes of quotes', '\'"=/', { open: '<p ', close: '>a</p>' });
middle('hidden elements', '<p hidden>a</p><p style="display:none">b</p>');
middle('directions and languages', '<p dir=rtl lang=ar>a <bdi>b</bdi></p>');
middle('svg pictures', '<svg><path d="M0 0"/></svg>');
middle('math', '<math><mi>x</mi></math>');
middle('selectors with :has', '<div id="disqus_thread"><p>a</p></div>');
middle('siblings of a holding rule', '<div class="unit_1_native feature--ad top_ad">a</div>');
middle('wrappers with an ad each', '<div><div><ins class="adsbygoogle"></ins></div></div>');
add('html', 'one wrapper, many ads in it', (length) =>
  page({ middle: `<div>${filled('<ins class="adsbygoogle"></ins>', length)}</div>` }),
);

// White space and odd characters
for (const [name, piece] of [
  ['blanks', ' '],
  ['line breaks', '\n'],
  ['carriage returns', '\r'],
  ['tabs', '\t'],
  ['NUL', '\0'],
  ['lone surrogates', '\ud800'],
  ['no-break spaces', '\u00a0'],
  ['&nbsp;', '&nbsp;'],
  ['soft hyphens', '\u00ad'],
  ['zero width spaces', '\u200b'],
  ['ideographic spaces', '\u3000'],
  ['line separators', '\u2028'],
  ['terminal escapes', '\u001b[31m'],
  ['C1 controls', '\u0085\u009b'],
  ['byte order marks', '\ufeff'],
  ['bidi overrides', '\u202e'],
  ['joiners', '\u200d'],
  ['combining marks', '\u0301'],
  ['dotted capital I', 'İ'],
  ['emoji', '\u{1f468}\u200d\u{1f469}'],
  ['Han', '漢字。'],
  ['Thai', 'ภาษาไทย'],
]) {
  middle(name, piece, { open: '<p>a', close: 'b</p>' });
  inText(`${name} in text`, piece, { open: 'a', close: 'b' });
}
middle('blanks in a sample', ' ', { open: '<pre>a', close: 'b</pre>' });
middle('blanks in tags', ' ', { open: '<p', close: '>a</p>' });
middle('blanks between elements', ' \n', { open: '<b>a</b>', close: '<b>b</b>' });

// Metadata
inHead('meta tags', (i) => `<meta name="a${i}" content="b">`);
inHead('authors', (i) => `<meta name="author" content="A Writer${i}">`);
inHead('titles', '<meta property="og:title" content="A ferry">');
inHead('dates', '<meta property="article:published_time" content="2024-13-45T99:99:99Z">');
inHead('tags of the article', (i) => `<meta property="article:tag" content="t${i}">`);
inHead('canonical links', '<link rel=canonical href="https://a.example/">');
inHead('a very long title', 'A ferry | ', { open: '<meta property="og:title" content="', close: '">' });
inHead('a very long description', 'By A B on 2024 ', { open: '<meta name="description" content="', close: '">' });
inHead('a very long author', 'A B and C D, ', { open: '<meta name="author" content="', close: '">' });
inHead('a very long site', 'A - ', { open: '<meta property="og:site_name" content="', close: '">' });
inHead('a very long date', '2024-01-01 ', { open: '<meta name="date" content="', close: '">' });
add('html', 'a very long <title>', (length) =>
  page({}).replace('The ferry that did not leave<', `${filled('The ferry - ', length)}<`),
);
add('html', 'a very long heading', (length) => page({}).replace('<h1>', `<h1>${filled('The ferry ', length)}`));
const json = (name, piece, open, close) =>
  inHead(name, piece, { open: `<script type="application/ld+json">${open}`, close: `${close}</script>` });
inHead('JSON-LD blocks', '<script type="application/ld+json">{"@type":"Article","headline":"A"}</script>');
json('deep arrays in JSON-LD', '[', '', '');
json('deep objects in JSON-LD', '{"a":', '', '');
add('html', 'deep closed arrays in JSON-LD', (length) =>
  page({ head: `<script type="application/ld+json">${'['.repeat(length / 2)}${']'.repeat(length / 2)}</script>` }),
);
add('html', 'deep closed objects in JSON-LD', (length) =>
  page({
    head: `<script type="application/ld+json">${'{"@graph":'.repeat(length / 11)}1${'}'.repeat(length / 11)}</script>`,
  }),
);
json('__proto__ in JSON-LD', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},', '[', '{}]');
json(
  'a wide JSON-LD graph',
  (i) => `{"@id":"#${i}","@type":"Person","name":"A${i}"},`,
  '{"@graph":[',
  '{"@type":"NewsArticle","headline":"A","author":{"@id":"#1"}}]}',
);
json(
  'cyclic JSON-LD',
  (i) => `{"@id":"#${i}","@type":"NewsArticle","author":{"@id":"#${i + 1}"},"isPartOf":{"@id":"#0"}},`,
  '{"@graph":[',
  '{}]}',
);
json('many authors in JSON-LD', '{"@type":"Person","name":"A B"},', '{"@type":"NewsArticle","author":[', '"C"]}');
json(
  'JSON-LD of wrong types',
  '{"@type":["NewsArticle",5,null],"headline":[{}],"datePublished":{},"author":5,"image":true},',
  '[',
  '1]',
);
json('many keys in JSON-LD', (i) => `"k${i}":1,`, '{"@type":"NewsArticle",', '"headline":"A"}');
json('JSON-LD that is cut off', '"a\\u00e', '{"headline":', '');
json('JSON-LD with a huge body', 'The boat left. ', '{"@type":"NewsArticle","articleBody":"', '"}');
json('JSON-LD with comments', '/* a */ // b\n', '{', '}');
json('escapes in JSON-LD', '\\u0061\\n\\"', '{"headline":"', '"}');
middle('page states', '{"a":[{"b":"<p>c</p>"}]},', {
  open: '<script id="__NEXT_DATA__" type="application/json">{"props":[',
  close: '1]}</script>',
});
middle('deep page states', '{"a":[', {
  open: '<script id="__NEXT_DATA__" type="application/json">',
  close: '</script>',
});
middle('bylines', '<p class="byline">By A Writer</p>');
middle('a long byline', 'A Writer and ', { open: '<p class="byline">By ', close: 'B</p>' });
middle('dates in the page', '<p class="date">Published 6 May 2024, updated May 7th</p>');
middle('microdata', '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author">A</span></div>');
middle('nested microdata', '<div itemscope itemprop="author" itemtype="https://schema.org/Person">');
middle('page strings as code', '<p id="[$1](.*" class="a]b">$1 $& $` \\1</p>');
middle('page titles as patterns', '(a+)+$', { open: '<h2>', close: '</h2>' });

// Texts
for (const piece of [
  '@media ',
  '@media x{',
  '@media(max-width:1px){.adace_ad{display:block}}\n',
  '.a{b:c}',
  '.a ',
  '.a:b( ',
  'color:red; ',
  'var a=1;',
  'f( ',
  'f(\n',
  'function(){',
  '()=>',
  'a?b:',
  '`${',
  '`',
  '"',
  "it's ",
  '/* ',
  '// ',
  '{',
  '}',
  '{"a":',
  '{"a":1},',
  '[1,',
  '[[',
  '<a ',
  '<div>',
  '<script>',
  '<!-- ',
  '&lt;a&gt;',
  '&amp;',
  '{{x}} ',
  '[if IE]',
  '(adsbygoogle = window.adsbygoogle || []).push({});\n',
  '(adsbygoogle = window.adsbygoogle || []).push({',
  'googletag.cmd.push(function() { googletag.display("a"); });\n',
  'window._taboola = window._taboola || [];\n',
  '@me\n@media x{a{b:c}}\ndia x{a{b:c}}\n',
  'Advertisement\n',
  'Advertisement\n\n',
  'ADVERTISEMENT ',
  'The post A appeared first on B.\n\n',
  'Originally appeared on A\n',
  'Read more: A story\n',
  'Related: A story\n',
  'Share this:\n',
  'Filed under: A\n',
  'Leave a comment\nLeave a comment\nLeave a comment\nLeave a comment\nboat\n\n',
  'Subscribe to our newsletter\n',
  'We use cookies. ',
  'By A Writer\n',
  '2024-05-06\n',
  '1. a\n',
  '- a\n',
  '| a | b |\n',
  '# a\n',
  '```\n',
  '```js\na = 1;\n```\n',
  '    a = 1;\n',
  'A sentence about adsbygoogle and googletag. ',
  'The boat left on time. ',
  'The boat left on time.\n\n',
  'x',
  'x\n',
  '\r\n',
  '\\',
  '\\"',
  '$1 $& ',
  'https://a.example/b?c=d ',
  'a=b&c=d&',
  '%20',
  '1;2;3\n',
  '漢字{',
  'ＡＤ\n',
  '=/[',
  'x = {\n',
  'if (a) ',
  'e+1 - ',
  '#a ',
  '!important;',
  '@import url(',
  ':root{--a:',
  'a,\n',
  'b > c ~ d + ',
  'a {\n',
])
  inText(`text: flood of ${JSON.stringify(piece)}`, piece);
inText('text: ad code that never ends', 'a b c. ', { open: '(adsbygoogle = window.adsbygoogle || []).push({' });
inText('text: one long line', 'The boat left (on time); nobody minded. ');
inText('text: a huge word', 'x');
inText('text: nested JSON', '{"a":[');
inText('text: Markdown links', '[a](b) ');
inText('text: a sample about ads', '@media print { .ad { display: none } }\n', { open: '```css\n', close: '```' });

// Bytes
const bytes = (name, make, keeps) => add('html', name, make, keeps);
const latin = (string) => Uint8Array.from(string, (character) => character.charCodeAt(0));
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const utf16 = (string) => new Uint8Array(Buffer.from(string, 'utf16le'));
bytes('bytes: UTF-16', (length) =>
  joined(Uint8Array.of(0xff, 0xfe), utf16(page({ middle: filled('<p>Böat</p>', length / 2) }))),
);
bytes('bytes: UTF-16 without a mark', (length) => utf16(page({ middle: filled('<p>Boat</p>', length / 2) })));
bytes('bytes: a header that claims UTF-16', (length) =>
  latin(page({ head: '<meta charset="utf-16">', middle: filled('<p>Boat</p>', length) })),
);
bytes('bytes: windows-1252', (length) => latin(page({ middle: filled('<p>B\u00f6at \u0093left\u0094</p>', length) })));
bytes('bytes: invalid UTF-8', (length) => latin(page({ middle: filled('<p>\u00f0\u009f\u00c3\u00ff</p>', length) })));
bytes('bytes: broken UTF-8', (length) => latin(page({ middle: filled('\u00e2\u0082\u00ac\u00e2', length) })));
bytes('bytes: ISO-2022-JP escapes', (length) =>
  latin(page({ head: '<meta charset="iso-2022-jp">', middle: filled('<p>\u001b$B$"\u001b(B</p>', length) })),
);
bytes('bytes: undeclared ISO-2022-JP escapes', (length) => latin(page({ middle: filled('\u001b$B\u001b(B', length) })));
bytes('bytes: many charsets', (length) => latin(page({ head: filled('<meta charset="a">', length) })));
bytes('bytes: Shift_JIS', (length) =>
  latin(page({ head: '<meta charset="shift_jis">', middle: filled('<p>\u0083\u0065\u0083\u0058</p>', length) })),
);
bytes('bytes: GB18030', (length) =>
  latin(
    page({ head: '<meta charset="gb18030">', middle: filled('<p>\u00d6\u00d0\u0081\u0030\u0081\u0030</p>', length) }),
  ),
);
bytes('bytes: zeros', (length) => joined(latin(page({})), new Uint8Array(Math.ceil(length))));
bytes(
  'bytes: random',
  (length) => {
    const noise = new Uint8Array(Math.ceil(length));
    for (let i = 0, state = 1; i < noise.length; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      noise[i] = 128 + ((state >>> 16) & 127);
    }
    return joined(latin(page({})), noise);
  },
  'all',
);

/**
 * Every class: `{ name, type, make, before, behind }`. `make(length)` gives an input of about that many units (bytes) beyond
 * its article; `before` and `behind` are the sentences around it that must be in `clean().text`.
 */
export const HOSTILE_CLASSES = classes;

/** An article as it should be, of about that length: what an input of no class costs. */
export const ordinaryPage = (length) =>
  page({ middle: filled((i) => `<p>${BEFORE[i % 3]} ${BEHIND[i % 3]}</p>\n`, length) });
export const ordinaryText = (length) => text(filled((i) => `${BEFORE[i % 3]} ${BEHIND[i % 3]}\n\n`, length));
