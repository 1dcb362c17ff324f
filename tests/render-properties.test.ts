import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../src/render/html.ts';
import { plainToHtml, plainToText } from '../src/render/plain.ts';
import { renderText } from '../src/render/text.ts';
import { countWords } from '../src/render/words.ts';
import { brokenPages, judge, judgeCharacters, masked, mutatedPages, page, wordsOfHtml } from './render-pages.ts';

/** More are run by hand: RUNS=100000. */
const RUNS = Number(process.env.RUNS ?? 1000);
const BASES = [undefined, 'https://example.org/a/b?c#d', 'javascript:alert(1)//', 'nonsense'];
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\n', '\t', '\r', '<', '&', '\ud800', '\udc00', '\u00ad', '\0', '\u00a0', '\ufeff'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
  maxLength: 40,
});

describe('what is rendered, for every page and every choice of its nodes', () => {
  for (const [name, pages] of [
    ['pieces of markup in any order', brokenPages],
    ['damaged articles', mutatedPages],
  ] as const) {
    it(`is safe and valid HTML, the same again when parsed: ${name}`, () => {
      fc.assert(
        fc.property(masked(pages), fc.constantFrom(...BASES), ({ tree, keep }, base) => {
          judge(renderHtml(tree, keep, base));
        }),
        { numRuns: RUNS },
      );
    });

    it(`is text without control characters, blanks at line ends or runs of empty lines: ${name}`, () => {
      fc.assert(
        fc.property(masked(pages), ({ source, tree, keep }) => {
          const text = renderText(tree, keep);
          judgeCharacters(text);
          expect(text).not.toMatch(/^\n|[ \n]$/);
          if (!/<(pre|listing)/i.test(source)) expect(text).not.toMatch(/\n\n\n|[^\n ] {2}| \n/);
        }),
        { numRuns: RUNS },
      );
    });

    it(`has the same words as text and as HTML: ${name}`, () => {
      // Without lists, whose marks are no words of the page.
      const unlisted = pages.map((source) => source.replace(/<(li|ol|ul|menu|dir)\b/gi, '<div'));
      fc.assert(
        fc.property(masked(unlisted), ({ tree, keep }) => {
          const shown = keep.map((kept, node) => (tree.kind[node] === 0 ? kept : 0));
          const text = renderText(tree, shown);
          const words: string[] = text.match(/\S+/g) ?? [];
          expect(wordsOfHtml(renderHtml(tree, shown, undefined))).toEqual(words);
        }),
        { numRuns: RUNS },
      );
    });
  }

  it('is nothing where nothing is kept', () => {
    const { tree } = page('<p>Words<img src=a.png>');
    expect(renderText(tree, new Uint8Array(tree.count))).toBe('');
    expect(renderHtml(tree, new Uint8Array(tree.count), undefined)).toBe('');
  });

  it('is the same when it is rendered again from its own HTML', () => {
    // Without tables, which are taken for boxes where all but one of their columns turn out empty.
    const untabled = brokenPages.map((source) =>
      source.replace(/<(table|tbody|thead|tfoot|tr|td|th|caption)\b/g, '<div'),
    );
    fc.assert(
      fc.property(masked(untabled), ({ tree, keep }) => {
        const shown = keep.map((kept, node) => (tree.kind[node] === 0 ? kept : 0));
        const html = renderHtml(tree, shown, 'https://example.org/');
        const again = page(html);
        expect(renderHtml(again.tree, again.keep, 'https://example.org/')).toBe(html);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('plain text, for every text', () => {
  it('is well-formed and settled at once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainToText(text);
        judgeCharacters(plain);
        expect(plainToText(plain)).toBe(plain);
        judge(plainToHtml(text));
        expect(wordsOfHtml(plainToHtml(text))).toEqual(plain.match(/\S+/g) ?? []);
      }),
      { numRuns: RUNS },
    );
  });

  it('has no more words than characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = countWords(text);
        expect(words).toBeGreaterThanOrEqual(0);
        expect(words).toBeLessThanOrEqual(text.length);
        expect(countWords(`${text} ${text}`)).toBe(2 * words);
      }),
      { numRuns: RUNS },
    );
  });
});
