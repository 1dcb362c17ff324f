import { describe, expect, it } from 'vitest';
import { parseStyleSheet } from '../src/scan/style-sheet.ts';
import { scanText } from '../src/scan/text.ts';
import type { CodeNamer } from '../src/scan/types.ts';

const namer: CodeNamer = { script: () => undefined, style: () => undefined };

/** How often the scanner looks at a character of an input, counted on a string that counts. */
function looks(source: string): number {
  let count = 0;
  const original = String.prototype.charCodeAt;
  String.prototype.charCodeAt = function (index: number): number {
    count++;
    return original.call(this, index);
  };
  try {
    scanText(source, namer);
  } finally {
    String.prototype.charCodeAt = original;
  }
  return count;
}

const HOSTILE: readonly string[] = [
  '{', '{\n', 'a{', '.a { ', '@media ', '@media\n', '@media x{', 'var a=1;', 'var a = 1; ', '`${', 'x=`${ ', '`a ',
  'x="', 'f("a ', "it's x= ", 'f(\\" ', '/* ', 'a=1 /* ', '<!-- ', '< ', '<a ', '<div> ', '<a b="', '<p>{{ ', '( ',
  '(\n', 'f( ', 'f(x ', 'a=1 + ', '[1, ', '{"a":', '{"a" ', '["\n', '{&quot; ', '{“ ', '.a ', '.a(\n', '.a,\n',
  ':root ', 'a:b; ', 'color:red ', '```x\n', '~~~\n', 'x=/a ', '} ', '}\n', ';\n', '<![CDATA[', 'if (a) ', 'function ',
  '()=>', 'a?b:', '{{x}} ', '@a{', '.a{b:c} x ', 'f();\nSome words.\n', '&lt;a ', '1 = 2 ', '@import url( ', "'",
  'x = {\n', '=/[', '\ud800{', '\u2028{', '<x-y>{{a}} ',
]; // biome-ignore format: a table

describe('work grows with the length of the input, whatever it is made of', () => {
  it.each(HOSTILE.map((piece) => [JSON.stringify(piece), piece]))('%s', (_, piece) => {
    const half = piece.repeat(Math.ceil(20_000 / piece.length));
    const whole = piece.repeat(2 * Math.ceil(20_000 / piece.length));
    expect(looks(whole)).toBeLessThan(2.4 * looks(half) + 100_000);
  });
});

describe('what lies ahead is not looked through for each piece of a flood', () => {
  it.each([
    ['open tags', 'html\n<div class="x">'],
    ['comments', 'Some words\n/* x */'],
  ])('%s', (_, piece) => {
    const source = piece.repeat(2000);
    expect(looks(source)).toBeLessThan(200 * source.length);
  });
});

describe('odd inputs', () => {
  it.each(['', ' ', '{', '}', '\n', '`', '<', '&lt;', '/*', '\ud800', '\0{\0}', '{"', '.a{', '@', '"use strict'])(
    '%j is read to its end',
    (source) => {
      expect(scanText(source, namer)).toEqual([]);
    },
  );

  it('nesting a hundred thousand deep is read', () => {
    expect(() => scanText(`${'['.repeat(100_000)}${'{"a":'.repeat(100_000)}`, namer)).not.toThrow();
  });
});

describe('a style sheet with brackets too many', () => {
  it.each(['{', '(', '['])('is read to its end, the same whatever was read before: %s', (bracket) => {
    for (const code of ['{}}}))', '{}]\n(a[(', '[;b:c]]{[)}']) {
      let errors = 0;
      const onParseError = (): void => {
        if (++errors > 50) throw new Error('comes to no end');
      };
      const first = parseStyleSheet(code, { onParseError });
      expect(() => parseStyleSheet(bracket.repeat(300), { onParseError: () => expect.fail() })).toThrow();
      errors = 0;
      expect(parseStyleSheet(code, { onParseError })).toEqual(first);
    }
  });
});
