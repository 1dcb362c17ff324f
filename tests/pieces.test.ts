import { describe, expect, it } from 'vitest';
import { inPieces } from '../src/pieces.ts';
import { cleanCharacters, collapseSpaces, normalizeLineEnds } from '../src/render/characters.ts';
import { escapeText } from '../src/render/escape.ts';
import { parse } from '../src/tree/parse.ts';
import { textData } from '../src/tree/tree.ts';

/** Times that make a text longer than a piece, with borders at every place of what is repeated. */
const TIMES = 50_021;

describe('a long text, which is rewritten in pieces', () => {
  it.each([
    ['characters', cleanCharacters, 'a\u{1f600}b\ud800c\udc00d\0', 'a\u{1f600}b\ufffdc\ufffdd'],
    ['halves of characters around a control', cleanCharacters, '\ud83d\u200b\ude00', '\u{1f600}'],
    ['white space', collapseSpaces, 'a \u3000 \t\n b\u3000c', 'a b\u3000c'],
    ['ends of lines', normalizeLineEnds, 'a\r\n\r\nb\rc\u2028', 'a\n\nb\nc\n'],
    ['signs of markup', escapeText, '<&\u00a0> ', '&lt;&amp;&nbsp;&gt; '],
    ['references', decoded, 'a&amp;b&notit; &#x1F600;&#38 ', 'a&b¬it; \u{1f600}& '],
  ])('comes out as a short one does: %s', (_, rewrite, unit, expected) => {
    expect(rewrite(unit)).toBe(expected);
    expect(rewrite(unit.repeat(TIMES)) === expected.repeat(TIMES)).toBe(true);
  });

  it('is never cut within a run of white space, however long', () => {
    const seen: string[] = [];
    const text = `a${' '.repeat(200_000)}b`;
    inPieces(text, (piece) => {
      seen.push(piece);
      return piece;
    });
    expect(seen).toEqual([text.slice(0, -1), 'b']);
  });
});

function decoded(text: string): string {
  return textData(parse(text), 1);
}
