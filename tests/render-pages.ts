import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse as parseDocument, parseFragment, serialize } from 'parse5';
import { expect } from 'vitest';
import { Quotations } from '../src/render/quotations.ts';
import { parse } from '../src/tree/parse.ts';
import { HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../src/tree/tags.ts';
import type { Tree } from '../src/tree/tree.ts';

/** Shared by the tests of rendering: pages, masks, and a judge of what is written that knows nothing of its code. */

const LEAVES = new Set([TEXT, ...['img', 'br', 'hr'].map(tag)]);

/** Marks every leaf that is shown. */
export function keepVisible(tree: Tree): Uint8Array {
  const keep = new Uint8Array(tree.count);
  for (let i = 1; i < tree.count; ) {
    const kind = tree.kind[i];
    if (kind < KNOWN_TAGS && (TAG_FLAGS[kind] & HIDDEN) !== 0) {
      i = tree.last[i];
      continue;
    }
    if (LEAVES.has(kind)) keep[i] = 1;
    i++;
  }
  return keep;
}

/** Marks every node, scripts and all: no caller may make the output unsafe. */
export function keepEverything(tree: Tree): Uint8Array {
  return new Uint8Array(tree.count).fill(1);
}

export interface Page {
  source: string;
  tree: Tree;
  keep: Uint8Array;
}

export function page(source: string, mark: (tree: Tree) => Uint8Array = keepVisible): Page {
  const tree = parse(source);
  return { source, tree, keep: mark(tree) };
}

// The judge

const ELEMENTS = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
    'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'alt cite colspan datetime dir height href id lang rowspan src start title width'.split(' '),
);
const PHRASING = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  dd: ['dl'],
  dt: ['dl'],
  figcaption: ['figure'],
  li: ['ul', 'ol'],
  rp: ['ruby'],
  rt: ['ruby'],
  tbody: ['table'],
  td: ['tr'],
  tfoot: ['table'],
  th: ['tr'],
  thead: ['table'],
  tr: ['tbody', 'thead', 'tfoot'],
};
const HOLDS_PARTS_ONLY = new Set('dl ol table tbody tfoot thead tr ul'.split(' '));
const MAY_BE_EMPTY = new Set('br hr img td th'.split(' '));
const MAX_DEPTH = 200;

type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function isElement(node: ChildNode): node is Element {
  return 'tagName' in node;
}

/** `expect` is too slow for some hundred thousand elements. */
function demand(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

function judgeAddress(name: string, value: string): void {
  const { protocol } = new URL(value, 'https://reader.invalid/');
  const web = protocol === 'http:' || protocol === 'https:';
  demand(web || (name === 'href' && (protocol === 'mailto:' || protocol === 'tel:')), `address ${value}`);
}

function judgeElement(element: Element, parent: string, inline: ReadonlySet<string>): void {
  const name = element.tagName;
  const phrasing = PHRASING.has(name);
  demand(ELEMENTS.has(name), `element ${name}`);
  demand(element.namespaceURI === 'http://www.w3.org/1999/xhtml', `foreign ${name}`);
  for (const { name: attribute, value } of element.attrs) {
    demand(ATTRIBUTES.has(attribute), `attribute ${attribute}`);
    judgeCharacters(value);
    if (attribute === 'id') demand(/^adstrip-(?:note|ref)-[1-9]\d*$/.test(value), `id ${value}`);
    if (attribute === 'href' || attribute === 'src' || attribute === 'cite') judgeAddress(attribute, value);
    if (attribute === 'colspan' || attribute === 'width') demand(/^\d+$/.test(value), `${attribute} ${value}`);
  }
  if (name === 'rt' || name === 'rp') demand(inline.has('ruby'), `${name} without ruby`);
  else if (Object.hasOwn(PARENTS, name)) demand(PARENTS[name].includes(parent), `${name} in ${parent}`);
  if (inline.size > 0 || parent === 'p' || parent === 'pre' || /^h\d$/.test(parent))
    demand(phrasing, `${name} in ${parent}`);
  demand(name !== 'a' || !inline.has('a'), 'link in link');
  demand(parent !== '' || !phrasing, `${name} outside of a paragraph`);
  demand(!HOLDS_PARTS_ONLY.has(parent) || Object.hasOwn(PARENTS, name), `${name} in ${parent}`);
  demand(MAY_BE_EMPTY.has(name) || element.childNodes.length > 0, `empty ${name}`);
}

/** Fails unless the html is safe, valid, and the same again after a parser has read it. */
export function judge(html: string): void {
  const fragment = parseFragment(html);
  if (serialize(fragment) !== html) expect(serialize(fragment)).toBe(html);
  const root = parseDocument(`<!doctype html><body>${html}`).childNodes[1];
  const page = root !== undefined && 'childNodes' in root ? serialize(root) : '';
  if (page !== `<head></head><body>${html}</body>`) expect(page).toBe(`<head></head><body>${html}</body>`);
  const none: ReadonlySet<string> = new Set();
  const open: { node: ChildNode; parent: string; inline: ReadonlySet<string>; depth: number }[] = [];
  for (const node of fragment.childNodes) open.push({ node, parent: '', inline: none, depth: 1 });
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, parent, inline, depth } = entry;
    if (!isElement(node)) {
      demand(node.nodeName === '#text', node.nodeName);
      demand(parent !== '' && !HOLDS_PARTS_ONLY.has(parent), `text in ${parent}`);
      if ('value' in node) judgeCharacters(node.value);
      continue;
    }
    judgeElement(node, parent, inline);
    demand(depth <= MAX_DEPTH, 'depth');
    const inside = PHRASING.has(node.tagName) ? new Set(inline).add(node.tagName) : none;
    for (const child of node.childNodes) {
      open.push({ node: child, parent: node.tagName, inline: inside, depth: depth + 1 });
    }
  }
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  demand(new Set(ids).size === ids.length, 'an id twice');
  for (const [, id] of html.matchAll(/ href="#(adstrip-note-[^"]*)"/g)) demand(ids.includes(id), `no ${id}`);
}

/** Fails on control characters, fillers and halves of characters. */
export function judgeCharacters(text: string): void {
  const bad = /[^\P{Cc}\t\n]|[\u00ad\u200b\u2060\ufeff]|\p{Surrogate}/u.exec(text);
  demand(bad === null, `character ${bad?.[0].charCodeAt(0).toString(16)} in ${text}`);
}

/** The words of html in order: blocks, cells and breaks part them, and quotations have the marks that browsers show. */
export function wordsOfHtml(html: string): string[] {
  let text = '';
  let samples = 0;
  const quotations = new Quotations();
  const open: (ChildNode | (() => void))[] = parseFragment(html).childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'function') node();
    else if (isElement(node)) {
      const { tagName, attrs, childNodes } = node;
      if (!PHRASING.has(tagName) || tagName === 'br') {
        text += ' ';
        open.push(() => {
          text += ' ';
        });
      }
      if (tagName === 'pre') {
        samples++;
        open.push(() => samples--);
      }
      if (tagName === 'q' && samples === 0) {
        quotations.open(attrs.find(({ name }) => name === 'lang')?.value ?? '');
        open.push(() => {
          text += quotations.close();
        });
      }
      open.push(...childNodes.toReversed());
    } else if ('value' in node) text += samples > 0 ? node.value : quotations.marked(node.value);
  }
  return text.match(/\S+/g) ?? [];
}

// Generated pages

const NAMES = (
  'a a abbr b blockquote body caption center code custom-box dd del details div div div dl dt em fieldset figcaption figure ' +
  'font form h1 h2 h3 header hr i img ins label li li main math menu nobr noscript object ol p p p picture pre q rp rt ruby ' +
  'section select small source span span strong sub summary sup svg table table tbody td td template tfoot th thead time tr ' +
  'tr tt u ul ul var video'
).split(' ');
const VALUES = [
  '',
  '"',
  "'><b>",
  '/a?utm_source=x&b=1',
  'https://example.org/i.png',
  'javascript:alert(1)',
  'data:text/html,x',
  '//h/é',
  '#n',
  'mailto:a@b.c',
  'rtl',
  'ltr',
  'en',
  '3',
  '0',
  'a.png 1x, b.png 2x',
  'language-js',
  '&lt;&quot;&#0;\u0000\ud800',
];
const ATTRIBUTE_NAMES =
  'href src srcset data-src title alt dir lang colspan rowspan start width height cite datetime class id name onclick style'.split(
    ' ',
  );

const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTE_NAMES), fc.constantFrom(...VALUES))
  .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`);
const startTag = fc
  .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 3 }))
  .map(([name, attributes]) => `<${name}${attributes.join('')}>`);
/** What footnotes are made of, in any order. */
const notePart = fc.constantFrom(
  ...['<a href="#fn1">1</a>', '<sup><a href="#fn1" id=r1>1</a></sup>', '<sup id=r2>[<a href="#fn2">2</a>]</sup>'],
  ...[
    '<li id=fn1>',
    '<p id=fn1>',
    '<div id=fn2>',
    '<a name=fn2></a>',
    '<a id=fn1 href="#r1">[1]</a>',
    '<ol class=notes>',
  ],
  ...['<a href="#r1">↩</a>', '<a href="#r2">^</a>', '<p id=r1>', '1. ', ': ', ':'],
);
const endTag = fc.constantFrom(...NAMES).map((name) => `</${name}>`);
/** Elements whose content is no markup: an unclosed one swallows the rest of the page. */
const rawElement = fc
  .tuple(
    fc.constantFrom('iframe', 'noembed', 'noframes', 'plaintext', 'script', 'style', 'textarea', 'title', 'xmp'),
    fc.constantFrom('x < y', '<p>x', '<!--', '</p>'),
    fc.boolean(),
  )
  .map(([name, content, closed]) => `<${name}>${content}${closed ? `</${name}>` : ''}`);
const words = fc.constantFrom(
  'one two',
  ' three',
  'four ',
  '\n',
  ' ',
  '&nbsp;',
  '&amp;lt;b&gt;',
  '&#0;&#x1f;\u0001',
  '\ud83d',
  'a\u00adb\u200b',
  'x\n\n  y',
  '<',
  '&',
  'نص',
  '漢字',
  '<!-- c -->',
  '<![CDATA[ d ]]>',
  '\u00a0\u00a0',
  '\r\n',
  '\t',
);

/** Pieces of markup in any order: mostly broken. */
export const brokenPages: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 100, arbitrary: startTag },
      { weight: 60, arbitrary: endTag },
      { weight: 100, arbitrary: words },
      { weight: 3, arbitrary: rawElement },
      { weight: 20, arbitrary: notePart },
    ),
    { maxLength: 80, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

/** A page with some of its nodes marked, leaves or not. */
export function masked(pages: fc.Arbitrary<string>): fc.Arbitrary<Page> {
  return fc.tuple(pages, fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(1, 2, 3)).map(([source, seed, mode]) => {
    let state = seed;
    const keepSome = (tree: Tree): Uint8Array =>
      keepEverything(tree).map(() => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return (state >> 16) & 1;
      });
    const made = page(source, mode === 1 ? keepVisible : mode === 2 ? keepEverything : keepSome);
    return { ...made, [fc.toStringMethod]: () => JSON.stringify({ source, keep: made.keep.join('') }) };
  });
}

const ARTICLES = [
  `<!doctype html><html lang="en"><head><title>Tides</title><style>p{color:red}</style></head><body><nav><ul><li><a
  href="/">Home</a></ul></nav><article><h1>The tides of <em>Orrin Bay</em></h1><p class="by">By <a href="/a?utm_source=x"
  rel="author">Una Marsh</a>, <time datetime="2024-05-01">1 May</time></p><p>The water <b>rises twice</b> a day&nbsp;&mdash;
  and falls.<sup><a href="#fn1">1</a></sup></p><figure><picture><source srcset="a.webp 800w, b.webp 1600w"><img
  src="data:image/gif;base64,R0" data-src="/img/bay.jpg" alt="The bay"></picture><noscript><img src="/img/bay.jpg"></noscript>
  <figcaption>The bay at <i>low</i> water.</figcaption></figure><ul><li>First<ul><li>inner<li>second</ul><li><p>Two</p>
  <p>paragraphs</p></ul><blockquote><p>Quoted.</p>And more.<footer>A sailor</footer></blockquote><table><caption>Heights
  <thead><tr><th>Day<th colspan=2>Metres<tbody><tr><td>1<td>3.2<td>1.1<tr><td>2<td><td>1.0</table><pre><code
  class="language-js">\nfor (;;) {\n  tide();\n}\n</code></pre><script>var a = "<p>no</p>";</script></article></body></html>`,
  `<body dir=rtl><div id=main><div>bare words <span>in spans</span><br>a second line<br><br>another paragraph<div>nested
  </div>tail</div><center><font size=2>old <tt>code</tt></font></center><table><tr><td><h2>Boxes</h2><p>one<p>two</td><td>
  <table><tr><td>inner<td>cells</table></td></tr></table><dl><dt>Term<dd>Meaning<dd><p>Other</p><p>More</dl><a href="/card">
  <div><h3>Card</h3><p>inside a link</p></div></a><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><iframe src="https://v.example/1"
  title="A film"></iframe><ol start=4 dir=ltr><li>four<p lang=fr>cinq</p></ol><hr><svg><text>sign</text><style><p>x</p></style></svg>
  <details><summary>Question?</summary>Answer.</details><form><button>Go</button><select><option>1</select></form></div>`,
  `<article><p id=p1>The pier was built twice<sup id=r1><a href="#n1">[1]</a></sup> and burnt once.<a href="#n2" id=r2
  role=doc-noteref>2</a></p><table><tr><td>Cost<td>£90<sup><a href="#n3">3</a></sup></table><p>A third<sup id=r1b>[<a
  href="#n1">1</a>]</sup> was drawn.<a name=r4 href="#n4">[4]</a></p><aside class=footnotes><ol><li id=n1><b><a href="#r1">^</a>
  <a href="#r1b">b</a></b> Of wood.</li><li>No note.</li><li id=n2><p>By <a href="/x">night</a>. <a href="#r2">↩</a></p><p>Or at
  dawn.</p><ul><li>Late</ul></li><li id=n3><p>In shillings.</ol></aside><div id=n4><p><a href="#r4">[4]</a> Never built.</p>
  </div></article>`,
];

/** Articles with cuts, copies and moved pieces. */
export const mutatedPages: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...ARTICLES),
    fc.array(fc.tuple(fc.nat(2000), fc.nat(120), fc.nat(2000), fc.constantFrom('cut', 'copy', 'tag')), {
      maxLength: 6,
    }),
    fc.constantFrom(...NAMES),
  )
  .map(([article, changes, name]) => {
    let source = article;
    for (const [at, length, to, what] of changes) {
      const piece = what === 'tag' ? `<${name}>` : source.slice(at, at + length);
      if (what === 'cut') source = source.slice(0, at) + source.slice(at + length);
      else source = source.slice(0, to) + piece + source.slice(to);
    }
    return source;
  });
