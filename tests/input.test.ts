import { describe, expect, it } from 'vitest';
import { type CleanOptions, clean, strip } from '../src/index.ts';

const PAGE = '<html><body><article><p>One paragraph of text.</p></article></body></html>';

describe('arguments', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [17, 'number'],
    [['a'], 'an array'],
    [{}, 'object'],
  ])('of the wrong type are a TypeError: %j', (input, got) => {
    // @ts-expect-error: what a caller without types may do
    expect(() => clean(input)).toThrow(new TypeError(`clean: input must be a string or Uint8Array, got ${got}`));
    // @ts-expect-error: what a caller without types may do
    expect(() => strip(input)).toThrow(new TypeError(`strip: input must be a string or Uint8Array, got ${got}`));
  });

  it.each([
    [{ type: 'pdf' }, "clean: options.type must be 'auto', 'html' or 'text', got 'pdf'"],
    [{ url: 7 }, 'clean: options.url must be a string, got number'],
    [{ maxLength: -1 }, 'clean: options.maxLength must be a whole number, got number'],
    [{ favor: 'speed' }, "clean: options.favor must be 'balance', 'precision' or 'recall', got 'speed'"],
    [{ explain: 'yes' }, "clean: options.explain must be a boolean, got 'yes'"],
    [{ filters: {} }, "clean: options.filters must be an engine of 'adstrip/filters', got object"],
  ])('of the wrong value are a TypeError that says what was expected: %j', (options, message) => {
    expect(() => clean(PAGE, options as CleanOptions)).toThrow(new TypeError(message));
  });

  it('that are null count as not given', () => {
    // @ts-expect-error: what a caller who passes records on may do
    expect(clean(PAGE, { url: null, maxLength: null, explain: null })).toEqual(clean(PAGE));
  });

  it('of an unknown category are a TypeError that lists the known ones', () => {
    // @ts-expect-error: what a caller without types may do
    expect(() => strip(PAGE, { remove: ['ads'] })).toThrow(
      /options\.remove must be an array of categories \(ad, tracker/,
    );
  });

  it('of a rule that cannot be indexed are a TypeError that names it', () => {
    expect(() => strip(PAGE, { rules: [{ id: 'own/rule', category: 'ad', match: { class: '*' } }] })).toThrow(
      /rule own\/rule/,
    );
  });
});

describe('bytes', () => {
  it('are decoded, and the encoding is told', () => {
    const result = clean(new TextEncoder().encode('Grüße aus Köln.'), { type: 'text' });
    expect(result.text).toBe('Grüße aus Köln.');
    expect(result.encoding).toBe('utf-8');
  });

  it('are decoded by the content type where it names an encoding', () => {
    const latin = Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65]);
    expect(strip(latin, { type: 'text', contentType: 'text/plain; charset=iso-8859-1' }).output).toBe('Grüße');
  });

  it('have no encoding where the input is a string', () => {
    expect(strip(PAGE)).not.toHaveProperty('encoding');
  });
});

describe('maxLength', () => {
  it('leaves the rest out and says so', () => {
    expect(strip('one two three', { type: 'text', maxLength: 7 })).toMatchObject({
      output: 'one two',
      truncated: true,
    });
    expect(strip('one two', { type: 'text', maxLength: 7 })).toMatchObject({ output: 'one two', truncated: false });
    expect(strip(new TextEncoder().encode('éé'), { type: 'text', maxLength: 1 })).toMatchObject({
      output: 'é',
      truncated: true,
    });
  });
});

describe('remove', () => {
  const page =
    '<p>Text.</p><ins class="adsbygoogle"></ins><script async src="https://www.googletagmanager.com/gtag/js"></script>';

  it('takes only the categories that are named', () => {
    const categories = (options: CleanOptions): string[] =>
      strip(page, { type: 'html', ...options }).removed.map(({ category }) => category);
    expect(categories({})).toEqual(['ad', 'tracker']);
    expect(categories({ remove: ['tracker'] })).toEqual(['tracker']);
    expect(categories({ remove: [] })).toEqual([]);
  });
});

describe('rules', () => {
  it('of the caller come before the built-in ones', () => {
    const rules = [{ id: 'own/box', category: 'widget', match: { class: 'adsbygoogle' } }] as const;
    expect(strip('<p>a</p><ins class="adsbygoogle"></ins>', { type: 'html', rules }).removed[0].rule).toBe('own/box');
  });
});
