import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, cut, merge, restore } from '../src/removals.ts';

const span = (rule: string, start: number, end: number): Cut => ({ rule, category: 'ad', start, end });

describe('merge', () => {
  it('sorts, and gives each removal its text', () => {
    expect(merge('abcdef', [span('late', 4, 5), span('early', 0, 2)])).toEqual([
      { rule: 'early', category: 'ad', start: 0, end: 2, text: 'ab' },
      { rule: 'late', category: 'ad', start: 4, end: 5, text: 'e' },
    ]);
  });

  it('keeps the outermost of nested cuts, and the first of equal ones', () => {
    const named = merge('abcdef', [span('inner', 2, 3), span('outer', 1, 5), span('same', 1, 5)]);
    expect(named.map(({ rule }) => rule)).toEqual(['outer']);
  });

  it('gives overlapping cuts each its own part', () => {
    const spans = merge('abcdef', [span('first', 0, 4), span('second', 2, 6)]);
    expect(spans.map(({ rule, text }) => [rule, text])).toEqual([
      ['first', 'abcd'],
      ['second', 'ef'],
    ]);
  });

  it('drops empty cuts', () => {
    expect(merge('abc', [span('none', 1, 1), span('backwards', 2, 1)])).toEqual([]);
  });
});

describe('restore', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\ud800', '\udc00', '\r\n', '\0', '\ufeff', 'é') });

  it('is the inverse of cut, for any string and any cuts', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => span('any', start, start + length)),
    );
    fc.assert(
      fc.property(text, spans, (source, cuts) => {
        const removed = merge(
          source,
          cuts.filter(({ end }) => end <= source.length),
        );
        expect(restore(cut(source, removed), removed)).toBe(source);
      }),
    );
  });

  it('refuses offsets that cannot belong to the output', () => {
    const removed = merge('abcdef', [span('x', 1, 3)]);
    expect(() => restore('', removed)).toThrow(
      new TypeError('restore: removed[0] (1 to 3) does not belong to this output'),
    );
    expect(() => restore('abcdef', [{ rule: 'x', category: 'ad', start: 2, end: 9, text: 'bc' }])).toThrow(TypeError);
    expect(() => restore('adef', [...removed, ...removed])).toThrow(TypeError);
  });

  it('names the wrong argument and what came', () => {
    // @ts-expect-error: what a caller without types may do
    expect(() => restore(null, [])).toThrow(new TypeError('restore: output must be a string, got null'));
    // @ts-expect-error: what a caller without types may do
    expect(() => restore('', 'x')).toThrow(new TypeError('restore: removed must be an array, got string'));
  });
});
