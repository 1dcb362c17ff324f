import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extract } from '../src/extract/extract.ts';
import { parse } from '../src/tree/parse.ts';
import { TEXT } from '../src/tree/tags.ts';
import { textData } from '../src/tree/tree.ts';

const SENTENCES = [
  'The ferry to the northern islands leaves at seven, and whoever comes late waits until the afternoon.',
  'Most passengers carry bread, letters and seedlings, because the shop on the far side opens only twice a week.',
  'When the wind turns, the captain sets a course behind the skerries, where the water is calm enough for coffee.',
  'On the return trip the deck is full of sheep, and nobody minds, since the sheep pay half the fare.',
];
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<p>${SENTENCES[i % SENTENCES.length]}</p>`).join('\n');

/** What is kept, a block a line, white space collapsed. */
function kept(html: string, options: ExtractOptions = {}, removed: (html: string) => number[] = () => []): string {
  const tree = parse(html);
  const cut = new Uint8Array(tree.count);
  for (const node of removed(html)) cut[node] = 1;
  const { keep, fallbackText } = extract(tree, cut, options);
  let text = '';
  for (let i = 0; i < tree.count; i++) if (keep[i] === 1) text += tree.kind[i] === TEXT ? `${textData(tree, i)} ` : ' ';
  return (text + (fallbackText ?? '')).replace(/\s+/g, ' ').trim();
}

const page = (main: string): string => `<!doctype html><html><head><title>Ferry</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>
<main><article><h1>By ferry to the islands</h1>${main}</article></main>
<aside><p>Readers of this page also liked our long piece about lighthouses, lanterns and the keepers of both.</p></aside>
<footer><p>All rights reserved by the harbour office, which has kept these pages since the year of the flood.</p></footer>
</body></html>`;

describe('extract keeps the article', () => {
  it('keeps every paragraph and nothing of navigation, aside and footer', () => {
    const text = kept(page(paragraphs(4)));
    for (const sentence of SENTENCES) expect(text).toContain(sentence);
    expect(text).not.toMatch(/Home|lighthouses|rights reserved/);
  });

  it('keeps headings, lists, tables, code and quotations between paragraphs', () => {
    const text = kept(
      page(
        `${paragraphs(2)}<h2>What it costs</h2><ul><li>adults four crowns</li><li>sheep two crowns</li></ul>
        <table><tr><th>Day</th><th>Boat</th></tr><tr><td>Monday</td><td>The old steamer, if the boiler holds</td></tr><tr><td>Friday</td><td>The new one, with the bar</td></tr></table><pre>seven  a.m.</pre>
        <blockquote><p>The sea gives, said the captain, and the sea asks for the fare.</p></blockquote>${paragraphs(2)}`,
      ),
    );
    for (const part of ['What it costs', 'sheep two crowns', 'Monday', 'seven a.m.', 'The sea gives']) {
      expect(text).toContain(part);
    }
  });

  it('reads a thread that stands in noscript', () => {
    const html = `<body><div id="app"></div><noscript><div class="post">${paragraphs(4)}</div></noscript></body>`;
    expect(kept(html)).toContain(SENTENCES[3]);
  });

  it('leaves a short noscript out of a full page', () => {
    const html = page(
      `${paragraphs(4)}<noscript><p>Please enable JavaScript in your browser to see the map.</p></noscript>`,
    );
    expect(kept(html)).not.toContain('enable JavaScript');
  });

  it('reads declarative shadow roots and no other template', () => {
    const html = `<body><x-story><template shadowrootmode="open">${paragraphs(4)}</template></x-story>
      <template><p>A row that a script would clone some day, and that nobody has seen until then.</p></template></body>`;
    expect(kept(html)).toContain(SENTENCES[0]);
    expect(kept(html)).not.toContain('would clone');
  });

  it('keeps a page whose content stands in a zone that is usually left out', () => {
    expect(kept(`<body><nav><a href="/">Home</a></nav><footer>${paragraphs(4)}</footer></body>`)).toContain(
      SENTENCES[2],
    );
  });

  it('keeps images and breaks within what is kept', () => {
    const tree = parse(
      page(
        `${paragraphs(2)}<figure><img src="a.jpg"></figure><p>One line of verse<br>and one more</p>${paragraphs(2)}`,
      ),
    );
    const { keep } = extract(tree, new Uint8Array(tree.count));
    const names = Array.from(keep, (k, i) => (k === 1 ? tree.names[tree.kind[i]] : '')).filter(
      (n) => n !== '' && n !== '#text',
    );
    expect(names).toEqual(['img', 'br']);
  });

  it('leaves out what rules have removed', () => {
    const html = page(
      `${paragraphs(2)}<div class="box"><p>A removed paragraph, long enough to count as one of the text.</p></div>${paragraphs(2)}`,
    );
    const tree = parse(html);
    const box = Array.from({ length: tree.count }, (_, i) => i).filter(
      (i) => tree.source.startsWith('<div class="box"', tree.start[i]) && tree.kind[i] !== TEXT,
    );
    expect(box).toHaveLength(1);
    expect(kept(html)).toContain('A removed paragraph');
    expect(kept(html, {}, () => box)).not.toContain('A removed paragraph');
  });

  it('reads scripts without spaces between words', () => {
    const sentence = '每天早上七点，渡轮离开港口，驶向北方的岛屿，船上载满了面包、信件和树苗。';
    const html = `<body><nav><a href="/">首页</a></nav><div>${`<p>${sentence}</p>`.repeat(4)}</div></body>`;
    expect(kept(html)).toContain(sentence);
    expect(kept(html)).not.toContain('首页');
  });
});

describe('extract falls back on what a page says of itself', () => {
  const body = SENTENCES.join('\\n\\n');

  it('takes articleBody from JSON-LD when the markup is empty', () => {
    const html = `<head><script type="application/ld+json">{"@graph":[{"@type":"Article","articleBody":"${body}"}]}</script></head><body><div id="root"></div></body>`;
    expect(kept(html)).toContain(SENTENCES[3]);
  });

  it('does not take it when the page is full', () => {
    const html = `<script type="application/ld+json">{"articleBody":"Something else altogether."}</script>${page(paragraphs(4))}`;
    expect(kept(html)).not.toContain('Something else');
  });

  it('takes the posts of a thread from the state that an empty page starts from, with their writers', () => {
    const posts = SENTENCES.map((text, i) => ({ username: `keeper${i}`, cooked: `<p>${text} ${text}</p>` }));
    const state = JSON.stringify({
      site: JSON.stringify({ notice: 'A long notice of the forum itself, which nobody came to this page to read.' }),
      topic_7: JSON.stringify({ post_stream: { posts } }),
    });
    const html = `<body><div hidden data-state="${state.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></div></body>`;
    const text = kept(html);
    for (const sentence of SENTENCES) expect(text).toContain(sentence);
    expect(text.indexOf('keeper0')).toBeLessThan(text.indexOf(SENTENCES[0]));
    expect(text.indexOf(SENTENCES[0])).toBeLessThan(text.indexOf(SENTENCES[1]));
    expect(text).not.toContain('notice of the forum');
  });

  it('takes the longest text of a script of JSON, and nothing short', () => {
    const script = (article: string) =>
      `<div id="root"></div><script id="state" type="application/json">${JSON.stringify({
        props: {
          cookies: { text: 'We use cookies, and here is a sentence on what we use them for.' },
          article: { body: article },
        },
      })}</script>`;
    expect(kept(script(`${SENTENCES.join(' ')} ${SENTENCES.join(' ')}`))).toContain(SENTENCES[2]);
    expect(kept(script(`${SENTENCES.join(' ')} ${SENTENCES.join(' ')}`))).not.toContain('cookies');
    expect(kept(script('Too short to be an article, but longer than any label of the page.'))).toBe('');
  });

  it('survives broken and deep JSON', () => {
    for (const json of [
      '{',
      '{"@type":{"toString":1},"description":"x"}',
      '['.repeat(50000),
      `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
    ]) {
      expect(() => kept(`<script type="application/ld+json">${json}</script>`)).not.toThrow();
      expect(() => kept(`<script type="application/json">${json}${' '.repeat(500)}</script>`)).not.toThrow();
    }
  });
});

describe('extract keeps nothing of a page that stands in the way', () => {
  it.each([
    [
      'a bot check',
      'Just a moment...',
      '<h1>example.com</h1><p>Verify you are human by completing the action below.</p>',
    ],
    ['a consent wall', 'News', '<div><p>We use cookies to make this site work and to show you ads that fit.</p></div>'],
    [
      'an error',
      'Oh',
      '<h1>Oh</h1><p>Sorry, the page you were looking for has gone to sea, and nobody knows when it is back.</p>',
    ],
    ['a shell', 'App', '<div id="root"></div><noscript>Please enable JavaScript to run this app.</noscript>'],
  ])('%s', (_, title, body) => {
    const tree = parse(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`);
    const { keep, confidence, pageType, fallbackText } = extract(tree, new Uint8Array(tree.count));
    expect(keep.every((k) => k === 0)).toBe(true);
    expect(fallbackText).toBeUndefined();
    expect(confidence).toBeLessThan(0.2);
    expect(pageType).toBe('other');
  });

  it('but all of an article that speaks of such things', () => {
    const text = kept(
      page(
        `${paragraphs(8)}<p>The harbour office says: we use cookies, and we enable JavaScript when the tide is in.</p>`,
      ),
    );
    expect(text).toContain('we use cookies');
  });

  it('and the text of a piece of markup, however short', () => {
    expect(kept('<p>Hello, sailors</p>')).toBe('Hello, sailors');
  });

  it('takes no mere description for the content of a shell', () => {
    const html = `<!doctype html><head><meta name="description" content="${SENTENCES.join(' ')}"></head><body><div id="root"></div></body>`;
    expect(kept(html)).toBe('');
  });
});

describe('extract says what it found', () => {
  it('is sure of an article and unsure of an empty page', () => {
    const full = parse(page(paragraphs(12)));
    const empty = parse('<body><div id="root"></div></body>');
    expect(extract(full, new Uint8Array(full.count)).confidence).toBeGreaterThan(0.8);
    expect(extract(empty, new Uint8Array(empty.count)).confidence).toBeLessThan(0.2);
  });

  it('explains every block with its place, its fate and a reason', () => {
    const html = page(paragraphs(4));
    const tree = parse(html);
    const { blocks = [] } = extract(tree, new Uint8Array(tree.count), { explain: true });
    const home = blocks.find((block) => block.text === 'Home');
    expect(home?.kept).toBe(false);
    expect(home?.reason).toMatch(/navigation/);
    const first = blocks.find((block) => block.text === SENTENCES[0]);
    expect(first?.kept).toBe(true);
    expect(html.slice(first?.start, first?.end)).toBe(SENTENCES[0]);
    expect(blocks.every((block) => block.score >= 0 && block.score <= 1 && block.reason !== '')).toBe(true);
  });

  it('gives no blocks unless asked', () => {
    const tree = parse(page(paragraphs(4)));
    expect(extract(tree, new Uint8Array(tree.count)).blocks).toBeUndefined();
  });
});

describe('extract on hostile input', () => {
  it.each([
    ['nothing', ''],
    ['deep nesting', `${'<div>'.repeat(100000)}text`],
    ['deep inline nesting', `${'<b>'.repeat(100000)}text`],
    ['many siblings', '<p>a b c'.repeat(50000)],
    ['ampersands without end', `<p>${'&'.repeat(200000)}`],
    ['lone surrogates and NUL', '<p>\ud800 \0 \udfff</p>'],
    ['one long line', `<p>${'word '.repeat(200000)}`],
  ])('survives %s', (_, html) => {
    const tree = parse(html);
    const { confidence, keep } = extract(tree, new Uint8Array(tree.count), { explain: true });
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(keep).toHaveLength(tree.count);
  });
});
