import { describe, expect, it } from 'vitest';
import { readLenientJson } from '../src/metadata/lenient-json.ts';

describe('JSON as pages hold it', () => {
  it.each([
    ['a trailing comma', '{"a":[1,2,],}', [{ a: [1, 2] }]],
    ['a raw line break in a string', '{"a":"x\ny"}', [{ a: 'x y' }]],
    ['an escape that JSON does not know', String.raw`{"a":"it\'s \u12"}`, [{ a: "it's u12" }]],
    ['comments', '{/* a */"a":1, // b\n"c":"//d"}', [{ a: 1, c: '//d' }]],
    ['an HTML comment and a CDATA section around it', '//<![CDATA[\n<!-- {"a":1} -->\n//]]>', [{ a: 1 }]],
    ['several values', '{"a":1}\n{"b":2};[3]', [{ a: 1 }, { b: 2 }, [3]]],
    ['an end that is missing', '{"a":{"b":"c', [{ a: { b: 'c' } }]],
    ['references instead of quotes', '{&quot;a&quot;:&quot;b&quot;}', [{ a: 'b' }]],
    ['a byte order mark', '\ufeff{"a":1}', [{ a: 1 }]],
  ])('with %s', (_name, text, values) => {
    expect(readLenientJson(text)).toEqual(values);
  });

  it('is nothing where there is none', () => {
    for (const text of ['', 'window.x = 1', '{a:1}', '<p>', '{{title}}', '"'])
      expect(readLenientJson(text), text).toEqual([]);
  });

  it('is given up where brackets nest without end', () => {
    expect(readLenientJson('['.repeat(100_000))).toEqual([]);
    expect(readLenientJson(`${'[{"a":'.repeat(50_000)}1`)).toEqual([]);
  });
});
