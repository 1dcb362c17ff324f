import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, strip } from '../src/index.ts';
import { checkedClean, checkedStrip, fixtures } from './fixture.ts';

/** How often a property is tried: so often, or as `RUNS` says for a deeper look. */
const runs = (usual: number): number => Number(process.env.RUNS ?? usual);

/** Pieces of which pages and texts are made: real ad code, markup whole and broken, prose, odd characters. */
const piece = fc.oneof(
  fc.constantFrom(
    '<div class="adace-slot">',
    '<ins class="adsbygoogle"></ins>',
    '<style>@media(max-width: 600px) {.adace_ad_5a24022f0cc88 {display:block !important;}}</style>',
    '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>',
    '<p>(adsbygoogle = window.adsbygoogle || []).push({});</p>',
    '<p>{&quot;a&quot;: 1} &#123; &amp;amp; &lt;script&gt;</p>',
    '<!-- Ezoic - top_of_page -->',
    '<![CDATA[',
    ']]>',
    '<noscript><img src="https://www.facebook.com/tr?id=1" width="1" height="1"></noscript>',
    '<p>The post <a href="#">One</a> appeared first on <a href="#">Two</a>.</p>',
    '<table><tr><td>',
    '</div></p></table>',
    '<script',
    '<a href="',
  ),
  fc.constantFrom(
    '@media(max-width: 600px) {.adace_ad_5a24022f0cc88 {display:block !important;}}\n',
    '(adsbygoogle = window.adsbygoogle || []).push({});',
    'googletag.cmd.push(function() { googletag.display("div-gpt-ad-1"); });\n',
    'var a = {"b": [1, 2, {"c": "d"}]};',
    'window.x = function () { return ',
    '{',
    '}',
    '\n\n',
    ' ',
    'Advertisement\n',
    'A sentence that says what happened in town on Monday. ',
    'Ein Satz mit Umlauten, überall.\n',
    '广告之后的文字。',
    "It's (not) over; or is it?",
  ),
  fc.constantFrom('\0', '\ud800', '\udfff', '\r\n', '\ufeff', '\u2028', '\u00ad', '\u200b', '\t', '\u001b[31m'),
  fc.string({ maxLength: 12 }),
);
const document = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('for any input', () => {
  it('strip only cuts, and restore gives the input back', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('auto', 'html', 'text'), (input, type) => {
        checkedStrip(input, { type });
      }),
      { numRuns: runs(600) },
    );
  });

  it('clean gives well-formed text without control characters, and the same again', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('auto', 'html', 'text'), (input, type) => {
        const result = checkedClean(input, { type, url: 'https://site.example/a' });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(result.text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
        expect(clean(input, { type, url: 'https://site.example/a' })).toEqual(result);
      }),
      { numRuns: runs(400) },
    );
  });

  it('no script, event attribute or frame gets into html', () => {
    fc.assert(
      fc.property(document, (input) => {
        expect(clean(input, { type: 'html' }).html).not.toMatch(
          /<(?:script|style|iframe|svg|math|form)|<[^>]* on\w+=/i,
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('bytes give what their string gives', () => {
    fc.assert(
      fc.property(
        document.filter((input) => input.isWellFormed() && !input.includes('\0') && !input.includes('\ufeff')),
        (input) => {
          const fromBytes = strip(new TextEncoder().encode(input), {
            type: 'text',
            contentType: 'text/plain; charset=utf-8',
          });
          expect(fromBytes.output).toBe(strip(input, { type: 'text' }).output);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('a second strip', () => {
  it('finds nothing more in a text', () => {
    fc.assert(
      fc.property(document, (input) => {
        const { output } = strip(input, { type: 'text' });
        expect(strip(output, { type: 'text' }).removed).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  it('finds nothing more in floods of lines that hold only in certain places', () => {
    const prose =
      'The boat left on time, and nobody at the harbour minded that the keys were still lying on the table.';
    const cookies = `We use cookies to improve your experience on this site; ${'by going on you accept them. '.repeat(3)}\n`;
    for (const flood of [
      `${'Leave a comment\n'.repeat(4)}tide\n\n`,
      'Filed under: News\n',
      'Filed under: News\n\nRelated posts:\nHow gulls learned to carry keys\n\n',
      'Originally appeared on The Harbour Post\n',
      cookies,
      `${cookies}Filed under: News\n`,
      `googletag.cmd.push(f); ${cookies}`,
      'Share\nx\n',
      `LAVROV TO US: THE BRIDGE MUST STAY OPEN FOR ${'ALL '.repeat(14)}SHIPS…\n\n`,
    ]) {
      for (const text of [flood.repeat(2000), `${prose}\n\n${prose}\n\n${flood.repeat(1000)}${prose}`]) {
        const { output, removed } = strip(text, { type: 'text' });
        expect([flood, strip(output, { type: 'text' }).removed]).toEqual([flood, []]);
        expect(removed.map((removal) => removal.text).join('')).not.toContain(prose);
      }
    }
  });

  it('finds nothing more where each mention of code that goes brings down the one before it', () => {
    const mention = 'Many ask what (adsbygoogle = window.adsbygoogle || []).push({}) means. ';
    const { output, removed } = strip(`${mention}a word. `.repeat(400), { type: 'text' });
    expect(removed.length).toBeGreaterThan(0);
    expect(removed.length).toBeLessThan(400);
    expect(strip(output, { type: 'text' }).removed).toEqual([]);
  });
});

describe('prose', () => {
  it('without signs of code, labels or promo lines is untouched', () => {
    const words = fc.array(
      fc.constantFrom(...'the ferry left a harbour where nobody had paid for bread since Monday'.split(' ')),
      {
        minLength: 3,
        maxLength: 30,
      },
    );
    const paragraphs = fc.array(
      words.map((list) => `${list.join(' ')}.`),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(paragraphs, fc.constantFrom('\n', '\n\n', '\r\n'), (list, between) => {
        expect(strip(list.join(between), { type: 'text' }).removed).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});

const LEAKS = [
  '@media(max-width: 600px) {.adace_ad_5a24022f0cc88 {display:block !important;}}',
  '(adsbygoogle = window.adsbygoogle || []).push({});',
  "googletag.cmd.push(function() { googletag.display('div-gpt-ad-1498765432109-0'); });",
  'window._taboola = window._taboola || [];\n_taboola.push({mode: "thumbs", container: "taboola-below"});',
  '.quay-widget a:hover{color:#123456;margin:0 4px}.quay-widget li{list-style:none}',
  '/* <![CDATA[ */\nvar settings = {"ajaxurl":"\\/wp-admin\\/admin-ajax.php","nonce":"0a1b2c"};\n/* ]]> */',
  '{"@context":"https://schema.org","@type":"NewsArticle","headline":"A quay","author":{"@type":"Person","name":"A B"}}',
];
const code = { type: 'text', remove: ['ad', 'tracker', 'style', 'script', 'data'] } as const;
/** Texts of the fixtures' articles in which nothing is to be found and no code is shown: shown code that a leak touches goes with it. */
const articles = fixtures()
  .map(({ input, options }) => clean(input, options).text)
  .filter((text) => text.includes('\n\n') && !/[{};<=]|\w\(/.test(text) && strip(text, code).removed.length === 0);

describe('a leak between two paragraphs', () => {
  it('goes and leaves the text as it was', () => {
    const place = fc.tuple(fc.constantFrom(...articles), fc.constantFrom(...LEAKS), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(place, ([text, leak, n, apart]) => {
        const breaks = [...text.matchAll(/\n\n/g)].map(({ index }) => index);
        const at = breaks[n % breaks.length];
        const dirty = `${text.slice(0, at)}${apart ? '\n\n' : '\n'}${leak}${text.slice(at)}`;
        expect(strip(dirty, code).output).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the article of a fixture', () => {
  it('does not change where the options only name the defaults', () => {
    for (const { input, options } of fixtures().slice(0, 20)) {
      const named = clean(input, { ...options, favor: 'balance', explain: false, maxLength: 16 * 1024 * 1024 });
      expect(named).toEqual(clean(input, options));
    }
  });
});
