import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deserializeFilters, type FilterEngine, loadFilters } from '../src/shells/filters.ts';
import { checkedClean, checkedStrip, fixtures } from './fixture.ts';

const URL = 'https://news.example.org/2026/story.html';

/** What is left of a page once an engine, or the filters in these lines, have gone over it; built-in rules aside. */
function left(filters: string | FilterEngine, page: string, url = URL): string {
  const engine = typeof filters === 'string' ? loadFilters([filters]) : filters;
  return checkedStrip(page, { type: 'html', url, filters: engine }).output;
}

/** The rules of what was removed. */
function rules(filters: string, page: string, url = URL): string[] {
  return checkedStrip(page, { type: 'html', url, filters: loadFilters([filters]) }).removed.map(({ rule }) => rule);
}

describe('a filter for all sites', () => {
  it.each([
    ['a class', '##.zq-box', '<div class="a zq-box b">x</div>', '<div class="zq-boxes">x</div>'],
    ['a class in its own case', '##.zqBox', '<i class="zqBox">x</i>', '<i class="zqbox">x</i>'],
    ['an id', '###zq-box', '<div id="zq-box">x</div>', '<div id="zq-box2">x</div>'],
    ['an element', '##zq-slot', '<zq-slot>x</zq-slot>', '<zq-slots>x</zq-slots>'],
    ['an attribute', '##[data-zq]', '<p data-zq>x</p>', '<p data-zqs>x</p>'],
    ['a value', '##div[role="zq"]', '<div role="zq">x</div>', '<div role="zqs">x</div>'],
    [
      'the beginning of a value',
      '##a[href^="https://zq.example/go/"]',
      '<a href="https://zq.example/go/1">x</a>',
      '<a href="https://zq.example/gone">x</a>',
    ],
    [
      'the beginning of a value with references',
      '##a[href^="https://zq.example/?a=1&b="]',
      '<a href="https://zq.example/?a=1&amp;b=2">x</a>',
      '<a href="https://zq.example/?a=1&amp;c=2">x</a>',
    ],
    ['the end of a value', '##[data-z$="-zq"]', '<p data-z="a-zq">x</p>', '<p data-z="zq-a">x</p>'],
    ['a part of a value', '##[id*="zqx"]', '<p id="a-zqx-b">x</p>', '<p id="zq-x">x</p>'],
    ['a value of any case', '##[data-z="ZQ" i]', '<p data-z="zQ">x</p>', '<p data-z="zqq">x</p>'],
    ['a child', '##.zq > b', '<p class="zq"><b>x</b></p>', '<p class="zq"><i><b>x</b></i></p>'],
    ['a descendant', '##.zq b', '<p class="zq"><i><b>x</b></i></p>', '<p class="z"><b>x</b></p>'],
    ['a child that has no name of its own', '##.zq > [style]', '<p class="zq"><b style>x</b></p>', '<b style>x</b>'],
    ['all that lies within', '##.zq *', '<p class="zq"><i></i><b>x</b></p>', '<p class="zx"><b>x</b></p>'],
    ['what lies in the body', '##body.zq > b', '<body class="zq"><b>x</b>', '<body><b>x</b></body>'],
    ['the next sibling', '##hr + .zq', '<hr>a<p class="zq">x</p>', '<hr><i></i><p class="zq">x</p>'],
    ['a later sibling', '##hr ~ .zq', '<hr><i></i><p class="zq">x</p>', '<p class="zq">x</p><hr>'],
    ['what is not something', '##.zq:not(.b)', '<p class="zq">x</p>', '<p class="zq b">x</p>'],
    ['what is one of several', '##.zq:is(p, b)', '<p class="zq">x</p>', '<i class="zq">x</i>'],
    [
      'what holds something',
      '##.zq:has(b i)',
      '<p class="zq"><b><i>x</i></b></p>',
      '<b><p class="zq"><i>x</i></p></b>',
    ],
    ['what holds a child', '##.zq:has(> b)', '<p class="zq"><b>x</b></p>', '<p class="zq"><i><b>x</b></i></p>'],
    ['what is followed', '##.zq:has(+ hr)', '<p class="zq">x</p> <hr>', '<p class="zq">x</p><i></i><hr>'],
    ['the first child', '##.zq:first-child', '<p><b class="zq">x</b></p>', '<p><i></i><b class="zq">x</b></p>'],
    [
      'the last of its kind',
      '##.zq:last-of-type',
      '<p><b class="zq">x</b><i></i></p>',
      '<p><b class="zq">x</b><b></b></p>',
    ],
    [
      'a place',
      '##.zq:nth-child(2n + 1)',
      '<p><i></i><i></i><b class="zq">x</b></p>',
      '<p><i></i><b class="zq">x</b></p>',
    ],
    ['nothing within', '##.zq:empty', '<p class="zq"></p>', '<p class="zq"> </p>'],
    ['one of several', '##.zq-a, .zq-b', '<p class="zq-b">x</p>', '<p class="zq-c">x</p>'],
  ])('takes an element for %s, and not its like', (_, filter, page, other) => {
    expect(left(filter, page)).not.toContain('x</');
    expect(left(filter, page)).not.toBe(page);
    expect(left(filter, other)).toBe(other);
  });

  it('takes the whole element and leaves the rest byte for byte', () => {
    expect(left('##.zq', '<P>One</P><DIV CLASS="zq"><p>two</DIV >\r\nthree')).toBe('<P>One</P>\r\nthree');
  });

  it('works without the page’s address', () => {
    expect(checkedStrip('<p class="zq">x</p><p>y</p>', { type: 'html', filters: loadFilters(['##.zq']) }).output).toBe(
      '<p>y</p>',
    );
  });

  it('takes ads out of the article of a page too', () => {
    const sentence = 'The ferry was late, and nobody on the quay seemed to mind, for the evening was warm. ';
    const page = `<article><h1>On the quay</h1><p>${sentence.repeat(4)}</p><p class="zq">Buy a boat now, only today, at half the price you know.</p><p>${sentence.repeat(4)}</p></article>`;
    expect(checkedClean(page, { type: 'html' }).text).toContain('Buy a boat');
    expect(checkedClean(page, { type: 'html', filters: loadFilters(['##.zq']) }).text).not.toContain('Buy a boat');
  });

  it('never takes html, head or body', () => {
    const page = '<html class="zq"><head class="zq"><title>x</title></head><body class="zq"><p>y</p></body></html>';
    expect(left('##.zq\n##body\n##*', page)).not.toBe('');
    expect(left('##.zq', page)).toBe(page);
  });

  it('takes an article where the list says so: it is the caller’s', () => {
    expect(left('##article', '<article><h1>y</h1><p>z</p></article><p>x</p>')).toBe('<p>x</p>');
  });
});

describe('a filter for some sites', () => {
  const page = '<div class="zq">x</div>';
  it.each([
    ['news.example.org##.zq', true],
    ['example.org##.zq', true],
    ['example.*##.zq', true],
    ['org##.zq', false],
    ['other.example,example.org##.zq', true],
    ['www.example.org##.zq', false],
    ['badexample.org##.zq', false],
    ['~example.org##.zq', false],
    ['~other.example##.zq', true],
    ['example.org,~news.example.org##.zq', false],
    ['~example.*##.zq', false],
  ])('%s', (filter, taken) => {
    expect(left(filter, page)).toBe(taken ? '' : page);
  });

  it('is found whatever its selector names', () => {
    const list =
      'example.org##main > :nth-child(2)\nexample.org##p[data-a^="long enough"]\nexample.org##aside\nexample.org###z';
    const html = '<main><b>1</b><b>2</b></main><p data-a="long enough">3</p><aside>4</aside><i id="z">5</i>';
    expect(left(list, html)).toBe('<main><b>1</b></main>');
    expect(left(list, html, 'https://example.com/')).toBe(html);
  });

  it('is one for its site also after pages of others', () => {
    const engine = loadFilters(['example.org##.zq\nexample.com##.qz']);
    const html = '<i class="zq">x</i><i class="qz">y</i>';
    for (let round = 0; round < 2; round++) {
      expect(left(engine, html)).toBe('<i class="qz">y</i>');
      expect(left(engine, html, 'https://example.com/')).toBe('<i class="zq">x</i>');
      expect(left(engine, html, 'https://example.net/')).toBe(html);
    }
  });
});

describe('an exception', () => {
  const page = '<div class="zq">x</div>';
  it.each([
    ['##.zq\nexample.org#@#.zq', false],
    ['##.zq\nexample.com#@#.zq', true],
    ['##.zq\n#@#.zq', false],
    ['example.org##.zq\nexample.org#@#.zq', false],
    ['example.org##.zq\n#@#.zq', false],
    ['##.zq\n~example.org#@#.zq', true],
    ['##.zq\n@@||example.org^$generichide', false],
    ['##.zq\n@@||example.com^$generichide', true],
    ['example.org##.zq\n@@||example.org^$generichide', true],
    ['example.org##.zq\n@@||example.org^$specifichide', false],
    ['##.zq\n@@||example.org^$specifichide', true],
    ['##.zq\n@@||example.org^$elemhide', false],
    ['example.org##.zq\n@@||example.org^$elemhide', false],
    ['##.zq\n@@||example.org/2026/$elemhide', false],
    ['##.zq\n@@||example.org/2025/$elemhide', true],
    ['##.zq\n@@||example.org^$document', false],
  ])('%j', (filters, taken) => {
    expect(left(filters, page)).toBe(taken ? '' : page);
  });

  it('in one list holds for another', () => {
    expect(left(loadFilters(['##.zq', 'example.org#@#.zq']), page)).toBe(page);
  });
});

describe('a network filter', () => {
  const script = '<script src="https://cdn.zq.example/a/b.js"></script>';
  const image = '<img src="https://cdn.zq.example/a/b.png">';
  it.each([
    ['a host', '||zq.example^', [script, image]],
    ['a part of a host', '||zq.exampl^', []],
    ['a path', '/a/b.js', [script]],
    ['a type', '||zq.example^$script', [script]],
    ['another type', '||zq.example^$image', [image]],
    ['all types but one', '||zq.example^$~script', [image]],
    ['third parties', '||zq.example^$third-party', [script, image]],
    ['the first party', '||zq.example^$~third-party', []],
    ['a site', '||zq.example^$script,domain=example.org', [script]],
    ['another site', '||zq.example^$domain=example.com', []],
    ['all sites but one', '||zq.example^$domain=~example.org', []],
    ['a replacement by something harmless', '||zq.example^$script,redirect=noopjs', [script]],
    ['a replacement of what is blocked', '||zq.example^$script,redirect-rule=noopjs', []],
    ['a policy', '||zq.example^$csp=script-src none', []],
    ['a parameter', '||zq.example^$removeparam=a', []],
    ['a window of its own', '||zq.example^$popup', []],
  ])('for %s', (_, filter, taken) => {
    expect(left(filter, script + image)).toBe([script, image].filter((element) => !taken.includes(element)).join(''));
  });

  it('is undone by an exception, unless it is important', () => {
    expect(left('||zq.example^\n@@||zq.example/a/$script', script)).toBe(script);
    expect(left('||zq.example^\n@@||zq.example/a/$image', script)).toBe('');
    expect(left('||zq.example^$important\n@@||zq.example^', script)).toBe('');
    expect(left('||zq.example^\n||zq.example^$badfilter', script)).toBe(script);
  });

  it.each([
    ['<iframe src="//zq.example/x"></iframe>', 'subdocument'],
    ['<iframe data-src="https://zq.example/x"></iframe>', 'subdocument'],
    ['<frame src="https://zq.example/x">', 'subdocument'],
    ['<img srcset="https://zq.example/x 2x, /y 1x" src="/y">', 'image'],
    ['<img data-src="https://zq.example/x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', 'image'],
    ['<input type="image" src="https://zq.example/x">', 'image'],
    ['<embed src="https://zq.example/x">', 'object'],
    ['<object data="https://zq.example/x"></object>', 'object'],
    ['<video src="https://zq.example/x"></video>', 'media'],
    ['<link rel="stylesheet" href="https://zq.example/x">', 'stylesheet'],
    ['<link rel="preload" as="font" href="https://zq.example/x">', 'font'],
    ['<link rel="preload" as="script" href="https://zq.example/x">', 'script'],
    ['<link rel="dns-prefetch" href="//zq.example">', 'script'],
    ['<script src="HTTPS://user@ZQ.example:8080/x"></script>', 'script'],
  ])('finds what %s loads', (element, type) => {
    expect(left(`||zq.example^$${type}`, `${element}<p>y</p>`)).toBe('<p>y</p>');
    expect(left(`||zq.example^$~${type}`, `${element}<p>y</p>`)).toBe(`${element}<p>y</p>`);
  });

  it.each([
    '<a href="https://zq.example/x">x</a>',
    '<link rel="canonical" href="https://zq.example/x">',
    '<img alt="https://zq.example/x" src="/y.png">',
    '<script>"https://zq.example/x"</script>',
    '<img src="data:text/html,https://zq.example/x">',
    '<img src="https://[zq.example/x">',
    '<img src="">',
  ])('does not take %s, which loads nothing from there', (element) => {
    expect(left('||zq.example^', element)).toBe(element);
  });

  it('reads addresses from the page’s base', () => {
    const html = '<base href="https://zq.example/d/"><img src="x.png"><img src="/y.png">';
    expect(left('||zq.example/d/$image', html)).toBe('<base href="https://zq.example/d/"><img src="/y.png">');
    expect(left('||example.org/2026/x.png', '<img src="x.png">')).toBe('');
    expect(left('||example.org/2026/x.png', '<img src="../x.png">')).toBe('<img src="../x.png">');
  });

  it('takes everything for a third party where the page’s address is not known', () => {
    const engine = loadFilters(['||zq.example^$third-party']);
    expect(checkedStrip(script, { type: 'html', filters: engine }).output).toBe('');
  });
});

describe('a procedural filter', () => {
  it('is followed where the page alone can say it', () => {
    expect(left('example.org##p:has-text(zq here)', '<p>y</p><p>a <b>zq</b> here</p>')).toBe('<p>y</p>');
    expect(left('example.org##.zq:upward(2)', '<p><b><i class="zq">x</i></b></p><p>y</p>')).toBe('<p>y</p>');
    expect(left('example.org##.zq:upward(p)', '<p><b><i class="zq">x</i></b></p><p>y</p>')).toBe('<p>y</p>');
    expect(left('example.org##.zq:remove()', '<b class="zq">x</b><p>y</p>')).toBe('<p>y</p>');
    expect(left('example.org#?#p:-abp-has(> .zq)', '<p><b class="zq">x</b></p><p>y</p>')).toBe('<p>y</p>');
    expect(left('example.org#?#p:-abp-contains(zq)', '<p>zq</p><p>y</p>')).toBe('<p>y</p>');
  });

  it.each([
    'example.org##.zq:has-text(/x/)',
    'example.org##.zq:matches-css(display: block)',
    'example.org##.zq:xpath(..)',
    'example.org##.zq:style(color: red)',
    'example.org##.zq:remove-attr(class)',
    'example.org##+js(set, a, 1)',
    'example.org##^script:has-text(x)',
    'example.org##div:has(.zq:has(b))',
    '##.zq::before',
    '##.zq:hover',
  ])('is left out where it cannot: %s', (filter) => {
    const html = '<div><b class="zq">x<b>y</b></b></div><script>x</script>';
    expect(left(filter, html)).toBe(html);
  });

  it('does not go up to the body', () => {
    const html = '<body><p class="zq">x</p></body>';
    expect(left('example.org##.zq:upward(1)', html)).toBe(html);
    expect(left('example.org##.zq:upward(9)', html)).toBe(html);
  });
});

describe('a removal', () => {
  it('is an ad, named by its filter as it stands in the list', () => {
    const { removed } = checkedStrip('<i class="zq">x</i><img src="https://zq.example/">', {
      type: 'html',
      filters: loadFilters(['##.zq\n||zq.example^$image']),
    });
    expect(removed.map(({ rule, category }) => [rule, category])).toEqual([
      ['filter/##.zq', 'ad'],
      ['filter/||zq.example^$image', 'ad'],
    ]);
  });

  it('has a short name where the filter is long', () => {
    const sites = Array.from({ length: 90 }, (_, i) => `site${i}.example`);
    expect(rules(`example.org,${sites.join(',')}##.zq`, '<i class="zq">x</i>')).toEqual(['filter/example.org,…##.zq']);
    const network = `||zq.example^$image,domain=example.org|${sites.join('|')},third-party`;
    expect(rules(network, '<img src="https://zq.example/">')).toEqual([
      'filter/||zq.example^$image,domain=example.org|…,third-party',
    ]);
    const [name] = rules(`##.zq:not(${sites.map((_, i) => `.no${i}`).join(', ')})`, '<i class="zq">x</i>');
    expect(name).toMatch(/^filter\/##\.zq:not\(\.no0.*…$/);
    expect(name.length).toBeLessThan(130);
  });

  it('is none where the category is not wanted', () => {
    const filters = loadFilters(['##.zq']);
    const html = '<i class="zq">x</i>';
    expect(checkedStrip(html, { type: 'html', filters, remove: ['tracker'] }).output).toBe(html);
  });
});

describe('loadFilters', () => {
  it('passes over lines that are no filters', () => {
    const list = [
      '[Adblock Plus 2.0]',
      '! Title: a list',
      '!#if env_firefox',
      '##',
      '#@#',
      '##[',
      '##.zq >',
      '##:has(',
      '$$$',
      '||',
      '@@',
      '/[/',
      '/(/$image',
      'example.org##+js(',
      '\0\ud800',
      '##.zq',
      '  ##.qz  \r',
    ];
    for (const end of ['\n', '\r\n']) {
      expect(left(list.join(end), '<i class="zq">x</i><b class="qz">x</b><p>y</p>')).toBe('<p>y</p>');
    }
  });

  it('takes any text for a list', () => {
    const line = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('', 'a.b', '~a', 'example.*'),
          fc.constantFrom('##', '#@#', '#?#', '#$#', '||', '@@', '/', '$', '|', '##^', '##+js('),
          fc.string({ unit: fc.constantFrom(...'.#[]():*^=">+~,$|/\\ ai-') }),
        )
        .map((parts) => parts.join('')),
    );
    const page = '<p class="a i"><a id="a" href="/a"><i>x</i></a></p><img src="https://a.i/a">';
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        left(lines.join('\n'), page);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('takes none, or empty lists', () => {
    expect(left(loadFilters([]), '<p class="zq">x</p>')).toBe('<p class="zq">x</p>');
    expect(left(loadFilters(['', '\n']), '<p class="zq">x</p>')).toBe('<p class="zq">x</p>');
  });

  it('looks at conditions only where the caller names some', () => {
    const list = '!#if env_firefox\n##.zq-a\n!#else\n##.zq-b\n!#endif\n##.zq-c';
    const html = '<i class="zq-a">a</i><i class="zq-b">b</i><i class="zq-c">c</i>';
    const text = (conditions?: string[]): string => left(loadFilters([list], conditions && { conditions }), html);
    expect(text()).toBe('');
    expect(text([])).toBe('<i class="zq-a">a</i>');
    expect(text(['env_firefox'])).toBe('<i class="zq-b">b</i>');
  });

  it('says which argument is of the wrong type', () => {
    // @ts-expect-error: what a caller without types may do
    expect(() => loadFilters('##.zq')).toThrow(
      new TypeError('loadFilters: lists must be an array of strings, got string'),
    );
    // @ts-expect-error: what a caller without types may do
    expect(() => loadFilters([], 7)).toThrow(new TypeError('loadFilters: options must be an object, got number'));
    // @ts-expect-error: what a caller without types may do
    expect(() => loadFilters([], { conditions: 'a' })).toThrow(
      new TypeError('loadFilters: options.conditions must be an array of strings, got string'),
    );
    // @ts-expect-error: what a caller without types may do
    expect(() => loadFilters(['##.zq', 7])).toThrow(
      new TypeError('loadFilters: lists[1] must be a string, got number'),
    );
  });
});

describe('a saved engine', () => {
  const list =
    '##.zq\n##a[href^="https://zq.example/"]\nexample.org##.own\nexample.com#@#.zq\n||zq.example^$script\n##.ümlaut';
  const html =
    '<i class="zq">1</i><i class="own">2</i><i class="ümlaut">3</i><script src="https://zq.example/"></script><a href="https://zq.example/">4</a>';
  const saved = loadFilters([list]).serialize();

  it('does what it did, also from bytes at any place in a buffer', () => {
    expect(left(deserializeFilters(saved), html)).toBe('');
    const within = new Uint8Array(saved.length + 3);
    within.set(saved, 3);
    const engine = deserializeFilters(within.subarray(3));
    within.fill(0);
    expect(left(engine, html)).toBe('');
    expect(left(engine, html, 'https://example.com/')).toBe('<i class="zq">1</i><i class="own">2</i>');
    expect(engine.serialize()).toEqual(saved);
  });

  it('is not changed through the bytes that it gave', () => {
    const engine = loadFilters([list]);
    engine.serialize().fill(0);
    expect(left(engine, html)).toBe('');
  });

  it('says in a clear error that bytes are broken', () => {
    const broken = 'deserializeFilters: ';
    expect(() => deserializeFilters(new Uint8Array())).toThrow(`${broken}these bytes are no saved filter engine`);
    expect(() => deserializeFilters(new Uint8Array(64))).toThrow(`${broken}these bytes are no saved filter engine`);
    expect(() => deserializeFilters(saved.subarray(0, saved.length - 8))).toThrow(
      `${broken}the saved engine is damaged`,
    );
    fc.assert(
      fc.property(fc.nat(saved.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = saved.slice();
        bytes[at] ^= change;
        expect(() => deserializeFilters(bytes)).toThrow(broken);
      }),
      { numRuns: 100 },
    );
  });

  it('wants bytes', () => {
    const what = 'deserializeFilters: bytes must be a Uint8Array, got';
    // @ts-expect-error: what a caller without types may do
    expect(() => deserializeFilters('bytes')).toThrow(new TypeError(`${what} string`));
    // @ts-expect-error: what a caller without types may do
    expect(() => deserializeFilters(null)).toThrow(new TypeError(`${what} null`));
  });
});

describe('with filters', () => {
  // What the fixtures are full of, so that much is matched, nested, and beside what the rules take.
  const lines = [
    '##div > p + *',
    '##p:first-child',
    '##[class]:not([id]):has(a)',
    '##a[href^="https://"]',
    '##script',
    '##li:nth-child(2n)',
    '##h1 ~ *',
    'example.org##span:upward(2)',
    'example.org##p:has-text(the)',
    'example.org#@#script',
    '||com^',
    '@@||com^$image',
    '@@||example.org^$generichide',
  ];
  const pages = fixtures().filter(({ options }) => options.type === 'html');

  it('restore gives back any page of the fixtures, whatever the lists', () => {
    const page = fc.constantFrom(...pages);
    fc.assert(
      fc.property(page, fc.shuffledSubarray(lines, { minLength: 1 }), ({ input, options }, some) => {
        checkedStrip(input, { url: URL, ...options, filters: loadFilters([some.join('\n')]) });
      }),
      { numRuns: Number(process.env.RUNS ?? 150), examples: pages.map((fixture) => [fixture, lines.slice(0, 11)]) },
    );
  });

  it('a page that is made to be slow is stripped in time that grows with its length', () => {
    const slow = loadFilters([
      'example.org##.a .a .a .a .b\nexample.org##i:has(.b)\nexample.org##.c ~ .c ~ .c ~ .b\nexample.org##.c:nth-last-child(7)\nexample.org##i:has-text(zq)\nexample.org##.a:upward(.d)',
    ]);
    left(slow, '<i class="a">'.repeat(60_000));
    left(slow, '<b class="c b"></b>'.repeat(60_000));
  }, 20_000);
});
