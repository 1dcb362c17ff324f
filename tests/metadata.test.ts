import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../src/metadata/metadata.ts';
import { parse } from '../src/tree/parse.ts';
import type { Metadata } from '../src/types.ts';

const FIXTURES = new URL('../fixtures/metadata', import.meta.url).pathname;

function metadataOf(html: string, options: { url?: string; hints?: object } = {}): Metadata {
  const tree = parse(html);
  const { hints = {}, ...rest } = options;
  return readMetadata(tree, { ...rest, removed: new Uint8Array(tree.count + 1), hints });
}

/** The values of a fixture that are not in question left out. */
function fixture(name: string): Metadata {
  const dir = join(FIXTURES, name);
  const options = existsSync(join(dir, 'options.json')) ? readFileSync(join(dir, 'options.json'), 'utf8') : '{}';
  return metadataOf(readFileSync(join(dir, 'input.html'), 'utf8'), JSON.parse(options));
}

/** What each fixture says; a value that is `undefined` here must be absent. */
const EXPECTED: Readonly<Record<string, { [field in keyof Metadata]?: Metadata[field] | undefined }>> = {
  'arabic-digits': { title: 'قارب الصباح', authors: ['ليلى حداد'], published: '2024-05-17', language: 'ar' },
  'broken-json-ld': {
    authors: ['Ines Corvo'],
    published: '2023-11-02T05:00:00+01:00',
    description: "Every morning a crate of bread crosses the sound. It isn't free.",
    site: 'Harbour Post',
  },
  'dates-that-are-none': { title: 'The summer fair', published: undefined, modified: undefined },
  'forum-thread': { authors: ['saltypedal_77'], published: '2022-03-05T18:40:00Z' },
  'french-rdfa': { authors: ['Élodie Marchand'], published: '2024-08-01' },
  'german-byline': {
    title: 'Der Weg zum See',
    authors: ['Maria Huber', 'Jan Opitz'],
    published: '2024-05-17T10:30',
    modified: '2024-06-03',
    site: 'Seeblatt',
    language: 'de',
  },
  'hostile-values': {
    authors: [],
    published: undefined,
    language: undefined,
    canonicalUrl: undefined,
    image: undefined,
    license: undefined,
    tags: ['tides'],
  },
  'japanese-blog': {
    title: '湖までの道',
    authors: ['高田みなと'],
    published: '2024-05-17',
    modified: '2024-06-02',
    site: 'みずうみ日記',
  },
  'korean-news': { title: '섬으로 간 피아노', published: '2024-05-17T09:30' },
  'moved-site': { published: '2016-08-25', modified: '2025-06-24' },
  'polish-and-tags': {
    authors: ['Hanna Wrona'],
    published: '2024-11-01',
    tags: ['chleb', 'poranki'],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    language: 'pl-PL',
  },
  'product-with-reviews': { title: 'Deck rope, 20 m', authors: [], published: undefined },
  'publisher-alone': { authors: [], site: 'Harbour Post' },
  'publisher-as-author': { authors: ['Ines Corvo'], site: 'Harbour Post' },
  'russian-microdata': { title: 'Зимняя дорога', authors: ['Анна Ветрова'], published: '2024-05-17T10:30' },
  'scholarly-paper': {
    title: 'Tides and timetables',
    authors: ['Ines Corvo', 'Joost van der Meer', 'Li Wei'],
    published: '2019-07-03',
    site: 'OpenShore Journal',
    language: 'en',
    license: 'CC BY-SA 4.0',
    tags: ['ferries', 'tides'],
  },
  'several-h1': { title: 'A piano for the island', site: 'Harbour Post' },
  'spanish-byline': { authors: ['Lucía Benítez'], published: '2024-05-17T09:15', modified: '2024-06-02' },
  'start-page': { authors: [], published: undefined },
  syndicated: { originalSource: 'Harbour Post', site: 'The Daily Mirror of Things', authors: ['Ines Corvo'] },
  'thai-buddhist-year': { published: '2024-05-17' },
  'updated-only': { published: undefined, modified: '2024-03-04' },
  'url-date': { published: '2023-11-02' },
  'wordpress-graph': {
    title: 'A piano for the island',
    authors: ['Ines Corvo', 'Tom Ó Briain'],
    published: '2024-05-17T06:30:00+00:00',
    modified: '2024-05-18T09:05:11+01:00',
    site: 'Harbour Post',
    section: 'Island life',
    tags: ['ferries', 'music'],
    image: 'https://harbourpost.example/piano.jpg',
    canonicalUrl: 'https://harbourpost.example/2024/05/17/a-piano-for-the-island/',
    language: 'en-GB',
  },
};

describe('metadata of the fixtures', () => {
  it.each(readdirSync(FIXTURES))('%s', (name) => {
    const metadata = fixture(name);
    const expected = EXPECTED[name];
    expect(expected, 'every fixture has its expectation').toBeDefined();
    for (const [field, value] of Object.entries(expected ?? {})) {
      expect(metadata[field as keyof Metadata], field).toEqual(value);
    }
  });

  it('names a source for each value and for nothing else', () => {
    for (const name of readdirSync(FIXTURES)) {
      const { sources, ...values } = fixture(name);
      const present = Object.entries(values)
        .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined))
        .map(([field]) => field);
      expect(Object.keys(sources).sort(), name).toEqual(present.sort());
    }
  });
});

describe('title', () => {
  const page = (h1: string, title: string, head = ''): Metadata =>
    metadataOf(`<title>${title}</title>${head}<body><h1>${h1}</h1><p>Text of the piece, long enough to be one.</p>`);

  it('is the heading rather than what the head says', () => {
    expect(page('Bread by boat', 'Bread by boat: how an island eats').title).toBe('Bread by boat');
  });

  it('is what the head says, without the site, where the heading is a slogan', () => {
    const { title, sources } = page(
      'We go the extra mile',
      'Ferry tickets | Sound Lines',
      '<meta property="og:site_name" content="Sound Lines">',
    );
    expect(title).toBe('Ferry tickets');
    expect(sources.title).toBe('title');
  });

  it('keeps a bar or dash that no site name follows', () => {
    expect(metadataOf('<title>Bread - by boat - at dawn</title><p>x').title).toBe('Bread - by boat - at dawn');
  });

  it('loses a site name at either end, known by its name or its host', () => {
    expect(
      metadataOf('<title>Sound Lines - Ferry tickets</title><p>x', { url: 'https://www.sound-lines.example/t' }).title,
    ).toBe('Ferry tickets');
  });

  it('decodes what was escaped twice, and keeps an element that it speaks of', () => {
    expect(metadataOf('<meta property="og:title" content="Salt &amp;amp; bread"><p>x').title).toBe('Salt & bread');
    expect(metadataOf('<title>The &lt;dialog> element</title><p>x').title).toBe('The <dialog> element');
  });

  it('leaves out buttons and link signs of a heading', () => {
    expect(page('Bread by boat <button>Copy</button><a href="#x">#</a>', 'Bread by boat').title).toBe('Bread by boat');
  });

  it('comes from a promo line where nothing else gives one', () => {
    const { title, sources } = metadataOf('<p>Text.', { hints: { title: 'Bread by boat', site: 'Harbour Post' } });
    expect(title).toBe('Bread by boat');
    expect(sources).toMatchObject({ title: 'promo', site: 'promo' });
  });
});

describe('authors', () => {
  it('are resolved by their id anywhere in the graph', () => {
    const graph =
      '{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#p"}},{"@type":"WebPage","author":{"@type":"Person","@id":"#p","name":"Ines Corvo"}}]}';
    expect(metadataOf(`<script type="application/ld+json">${graph}</script><p>x`).authors).toEqual(['Ines Corvo']);
  });

  it('are no reviewers, commenters or related authors', () => {
    const html = `<h1>Bread by boat</h1><p class="author">By Ines Corvo</p><p>Text.</p>
      <div class="comments"><span class="author">A Reader</span></div>
      <aside class="related"><span class="author">Tom Ó Briain</span></aside>`;
    expect(metadataOf(html).authors).toEqual(['Ines Corvo']);
    expect(metadataOf(html.replace('<p class="author">By Ines Corvo</p>', '')).authors).toEqual([]);
  });

  it('are not taken from a subtree that was removed', () => {
    const tree = parse('<h1>Bread by boat</h1><div class="promo-box"><span class="author">By Ines Corvo</span></div>');
    const removed = new Uint8Array(tree.count + 1);
    removed[3] = 1; // behind the root, the heading and its text: the box
    expect(readMetadata(tree, { removed, hints: {} }).authors).toEqual([]);
  });

  it('give a login name up for a name, but keep it in a thread', () => {
    const html = '<meta name="author" content="icorvo"><h1>Bread by boat</h1><p>By Ines Corvo</p>';
    expect(metadataOf(html).authors).toEqual(['Ines Corvo']);
    expect(metadataOf('<meta name="author" content="icorvo"><h1>Bread by boat</h1>').authors).toEqual(['icorvo']);
  });

  it('are apart from a job in an element that touches them, and never code', () => {
    const byline = '<h1>Ferries</h1><div class="author"><b>Ines Corvo</b><i>Founder at Boats</i></div>';
    expect(metadataOf(byline).authors).toEqual(['Ines Corvo']);
    expect(metadataOf('<h1>Ferries</h1><p class="author">.author{box-sizing:border-box}</p>').authors).toEqual([]);
  });

  it('may be the person whom the site is named after', () => {
    const html =
      '<meta property="og:site_name" content="Ines Corvo"><meta name="author" content="Ines Corvo"><h1>Bread</h1>';
    expect(metadataOf(html).authors).toEqual(['Ines Corvo']);
  });
});

describe('dates', () => {
  it('of several described articles are those of the one that the page is', () => {
    const data = ['One', 'Two', 'Three', 'Four'].map((headline, i) => ({
      '@type': 'Article',
      headline,
      datePublished: `2024-0${i + 1}-01`,
    }));
    const script = (h1: string): string =>
      `<script type="application/ld+json">${JSON.stringify(data)}</script><h1>${h1}</h1><p>x`;
    expect(metadataOf(script('Three')).published).toBe('2024-03-01');
    expect(metadataOf(script('All our pieces')).published).toBeUndefined();
  });

  it('of a modification never stand in for the publication', () => {
    const { published, modified } = metadataOf(
      '<meta property="article:modified_time" content="2024-03-04"><h1>A</h1><time class="updated" datetime="2024-03-04">4 March 2024</time>',
    );
    expect(published).toBeUndefined();
    expect(modified).toBe('2024-03-04');
  });

  it("of a list are nobody's", () => {
    const items = ['2 May 2024', '1 May 2024', '30 April 2024', '29 April 2024', '28 April 2024'];
    expect(metadataOf(`<h1>All news</h1>${items.map((date) => `<p>${date}</p>`).join('')}`).published).toBeUndefined();
  });

  it('of the web page as such need an author or a visible date beside them', () => {
    const head =
      '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2018-02-20T09:39:04+00:00"}</script>';
    expect(metadataOf(`${head}<h1>Our services</h1><p>x`).published).toBeUndefined();
    expect(metadataOf(`${head}<h1>Bread by boat</h1><p>By Ines Corvo`).published).toBe('2018-02-20T09:39:04+00:00');
  });

  it('of a change say so by a label of several elements, or by their property', () => {
    const html = '<article><h1>A guide to ferries</h1><p>{}</p><p>They run all year.</p></article>';
    const changed = [
      'Last updated <span>on</span> <b><time datetime="2024-05-17">May 17</time></b> by <b>Ines Corvo</b>',
      '<time datetime="2024-05-17" itemprop="dateModified">May 17</time>',
      '<span class="dateline">Posted 3 May 2024</span><span class="dateline updated">Updated: 17 May 2024</span>',
    ];
    for (const line of changed) {
      const { published, modified } = metadataOf(html.replace('{}', line), {
        url: 'https://a.example/blog/a-guide-to-ferries',
      });
      expect([published, modified?.slice(0, 10)], line).toEqual([
        line.includes('Posted') ? '2024-05-03' : undefined,
        '2024-05-17',
      ]);
    }
  });

  it('do not begin with the year of the headline above them', () => {
    const html =
      '<article><h1>The best ferries of 2024</h1><div class="date">Of 2024 <b>May 17th, 2023</b></div></article>';
    expect(metadataOf(html).published).toBe('2023-05-17');
  });

  it('are read from addresses, with months by number or by name', () => {
    for (const path of ['2024/05/17/ferries', 'news-2024-05-17-ferries', '2024/may/17/ferries', '2024/Mai/17']) {
      expect(metadataOf('<h1>Ferries</h1>', { url: `https://a.example/${path}` }).published, path).toBe('2024-05-17');
    }
    expect(metadataOf('<h1>Ferries</h1>', { url: 'https://a.example/2024/row/17' }).published).toBeUndefined();
  });

  it("are given by a site's own name for them in the head", () => {
    const meta = (name: string): string => `<meta name="${name}" content="2024-05-17"><h1>Ferries</h1>`;
    expect(metadataOf(meta('w-published-date')).published).toBe('2024-05-17');
    expect(metadataOf(meta('acme:publishDate')).published).toBe('2024-05-17');
    expect(metadataOf(meta('republished-update')).published).toBeUndefined();
  });

  it("stand in the piece's own footer, and in none of many", () => {
    const footer = '<div class="card-footer article-footer"><time datetime="2024-05-17">17 May 2024</time></div>';
    const url = 'https://a.example/blog/a-guide-to-ferries';
    const page = (feet: string): string =>
      `<main><h1>A guide to ferries</h1>${`<p>${'They run all year. '.repeat(30)}</p>`.repeat(3)}${feet}</main>`;
    expect(metadataOf(page(footer), { url }).published).toBe('2024-05-17');
    expect(metadataOf(page(footer + footer.replaceAll('17', '18')), { url }).published).toBeUndefined();
  });

  it('of a list of pieces are none of its own', () => {
    const item = (day: number): string =>
      `<li><time datetime="2024-05-${day}">May ${day}</time><p>Boat ${day}</p></li>`;
    const page = `<h1>News</h1><ul>${[17, 18, 19].map(item).join('')}</ul>`;
    expect(metadataOf(page, { url: 'https://a.example/topic/boats' }).published).toBeUndefined();
  });

  it('stand beside a byline that is far from the headline', () => {
    const page = `<h1>A guide to ferries</h1><p>${'They run all year. '.repeat(60)}</p>
      <p class="author">Ines Corvo</p><p>17 May 2024</p>`;
    expect(metadataOf(page, { url: 'https://a.example/blog/a-guide-to-ferries' }).published).toBe('2024-05-17');
  });

  it('of a first publication are told below the piece', () => {
    const page = `<h1>A guide to ferries</h1><p class="date">2 June 2024</p><p>They run.</p>
      <p class="publish-note">This guide was originally published on 17 May 2019 and is kept up to date.</p>`;
    expect(metadataOf(page, { url: 'https://a.example/blog/a-guide-to-ferries' }).published).toBe('2019-05-17');
  });

  it('of a day before a moment in data hold where no zone can explain the difference', () => {
    const page = (time: string): string => `<script type="application/ld+json">{"@type":"Article","headline":"Ferries",
      "datePublished":"2024-05-18T${time}Z"}</script><h1>Ferries</h1><p>May 17, 2024</p>`;
    expect(metadataOf(page('22:02:58')).published).toBe('2024-05-17');
    expect(metadataOf(page('02:02:58')).published).toBe('2024-05-18T02:02:58Z');
  });

  it('of a thread are those of its first post, also where its address has no path', () => {
    const page = `<script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Which ferry?"}</script>
      <h1>Which ferry?</h1><div class="comment"><time datetime="2024-05-17T05:03:15Z">1 yr</time><p>The blue one.</p></div>`;
    const url = 'https://a.example/index.php?/topic/12-which-ferry/';
    expect(metadataOf(page, { url }).published).toBe('2024-05-17T05:03:15Z');
  });

  it("read 5/6/2024 by the page's language", () => {
    const page = (lang: string): string | undefined =>
      metadataOf(`<html lang="${lang}"><h1>Bread</h1><p>Published 5/6/2024`).published;
    expect(page('en-US')).toBe('2024-05-06');
    expect(page('en-GB')).toBe('2024-06-05');
  });
});

describe('tags', () => {
  it('leave out what publishing systems note for themselves', () => {
    const keywords = 'Ferries,displayType: listicle,content-type: Round-up,Not Set,Bread: a history';
    expect(metadataOf(`<meta name="keywords" content="${keywords}"><h1>Bread</h1>`).tags).toEqual([
      'Ferries',
      'Bread: a history',
    ]);
  });
});

describe('the original source', () => {
  it('is another place than the page, and has a name', () => {
    const page = (source: string): string | undefined =>
      metadataOf(`<meta name="syndication-source" content="${source}"><h1>Bread</h1><p>x`, {
        url: 'https://www.harbourpost.example/bread',
      }).originalSource;
    expect(page('https://pier.example/bread')).toBe('https://pier.example/bread');
    expect(page('Pier Gazette')).toBe('Pier Gazette');
    for (const own of ['https://harbourpost.example/old/bread', 'HarbourPost', '1', '-']) {
      expect(page(own), own).toBeUndefined();
    }
  });
});

describe('bounds', () => {
  const ld = (json: string): Metadata =>
    metadataOf(`<script type="application/ld+json">${json}</script><h1>Bread</h1><p>x`);

  it('hold strings within their lengths', () => {
    const metadata = metadataOf(
      `<title>${'word '.repeat(5000)}</title><meta name="author" content="${'Ann '.repeat(3000)}"><meta name="description" content="${'d'.repeat(100_000)}"><meta name="keywords" content="${'k,'.repeat(9000)}${'x'.repeat(5000)}"><p>x`,
    );
    expect(metadata.title?.length).toBeLessThanOrEqual(500);
    expect(metadata.authors).toEqual([]);
    expect(metadata.description?.length).toBeLessThanOrEqual(2000);
    expect(metadata.tags).toEqual(['k']);
  });

  it('hold for data of any depth, number and reference', () => {
    expect(ld('['.repeat(100_000)).title).toBe('Bread');
    expect(ld('{"a":'.repeat(100_000)).title).toBe('Bread');
    expect(
      ld(`${'{"@graph":'.repeat(5000)}{"@type":"Article","author":"Ines Corvo"}${'}'.repeat(5000)}`).authors,
    ).toEqual([]);
    expect(ld('{"@type":"Article","@id":"#a","author":{"@id":"#a"}}').authors).toEqual([]);
    expect(ld(`[${'{"@type":"Article","headline":"x"},'.repeat(30_000)}{}]`).title).toBe('Bread');
    expect(ld('}'.repeat(200_000)).title).toBe('Bread');
    expect(ld('{"a":[}'.repeat(50_000)).title).toBe('Bread');
  });

  it('hold for ten thousand meta elements and headings', () => {
    const many = metadataOf(
      '<meta property="og:title" content="Bread"><meta name="author" content="Ines Corvo">'.repeat(10_000) +
        '<h1>Bread</h1>'.repeat(10_000),
    );
    expect(many.title).toBe('Bread');
    expect(many.authors).toEqual(['Ines Corvo']);
  });

  it('hold for names of 10 kB wherever they stand, days that no calendar has and titles of control characters', () => {
    const long = 'Anna Maria '.repeat(1000);
    const page = metadataOf(
      `<title>\u0001\u0002\u001f\u007f</title><meta property="article:published_time" content="9999-99-99">
      <script type="application/ld+json">{"@type":"Article","author":[{"name":"${long}"}],"datePublished":"9999-99-99"}</script>
      <p class="byline">By ${long}</p><p><time datetime="9999-99-99">99.99.9999</time> <a rel="author">${long}</a></p>`,
    );
    expect(page).toMatchObject({ authors: [] });
    expect([page.title, page.published, page.modified]).toEqual([undefined, undefined, undefined]);
  });

  it('leave no prototype changed and read none', () => {
    expect(ld('{"__proto__":{"@type":"Article","author":"Polluted"},"constructor":{"name":"x"}}').authors).toEqual([]);
    expect(({} as { author?: string }).author).toBeUndefined();
  });

  it('keep control characters, invisible marks and lone surrogates out', () => {
    const { title } = metadataOf('<title>Br\u0007ead\u200b \ud83c by \u202eboat\n\n at   dawn</title><p>x');
    expect(title).toBe('Br ead by boat at dawn');
  });

  it('take only absolute http(s) addresses', () => {
    const page = (href: string, url?: string): string | undefined =>
      metadataOf(`<link rel="canonical" href="${href}"><p>x`, url === undefined ? {} : { url }).canonicalUrl;
    expect(page('/a', 'https://harbourpost.example/b')).toBe('https://harbourpost.example/a');
    expect(page('/a')).toBeUndefined();
    expect(page('javascript:alert(1)', 'https://harbourpost.example/b')).toBeUndefined();
    expect(page('https://user:secret@harbourpost.example/')).toBeUndefined();
  });
});
