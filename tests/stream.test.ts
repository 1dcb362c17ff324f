import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strip } from '../src/index.ts';
import { rulesFor } from '../src/rules/built-in.ts';
import { stripStream } from '../src/shells/stream.ts';
import { createTextStripper } from '../src/text-stream.ts';

const LEAKS = [
  '@media(max-width: 600px) {.adace_ad_5a24022f0cc88 {display:block !important;}}',
  '(adsbygoogle = window.adsbygoogle || []).push({});',
  'googletag.cmd.push(function() { googletag.display("div-gpt-ad-1"); });',
  'window.state = {"b": [1, 2, {"c": "d"}]};\nvar x = x || [];',
];
const PROSE =
  'The council met on Monday to speak about the bridge, and those who came heard that the work would take a year.';
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 2, 5).map((times) => `${PROSE} `.repeat(times)) },
  { weight: 3, arbitrary: fc.constantFrom(...LEAKS) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Advertisement',
      'Advertisement\nAdvertising pays for what we print.',
      'We use cookies to improve your experience.',
      'The cookies came out of the oven.',
      'Read more: The bridge that was built twice',
      'The post The Bridge appeared first on Town News.',
      'LAVROV TO US: The Bridge Must Stay',
      'Share this:\nFacebook\nTwitter',
      'Related:\nA Second Bridge for the Town\nThe Mayor Resigns',
      'Subscribe to our newsletter',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Write this:\n\n    var a = b.map((x) => x + 1);',
      '```\nlet a = f(1);\n```',
      'One\r\ntwo\r\n\r\nthree',
      'An emoji 😀 and 广告之后的文字。',
      '\ud800 \udfff \0',
      'It (only) costs {5}; or `f(x)`.',
    ),
  },
);
const build = (pieces: readonly string[], blocks: number, seed: number): string => {
  const parts: string[] = [];
  let state = seed;
  for (let i = 0; i < blocks; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    parts.push(pieces[(state >>> 8) % pieces.length], state & 65536 ? '\n\n' : '\n');
  }
  return parts.join('');
};
const pieces = fc.array(piece, { minLength: 3, maxLength: 40 });

function inChunks(source: string, sizes: readonly number[], window?: number): { output: string; early: number } {
  const stripper = createTextStripper(rulesFor(undefined), () => true, window);
  let output = '';
  for (let at = 0, k = 0; at < source.length; k++) {
    const size = sizes[k % sizes.length];
    output += stripper.push(source.slice(at, at + size));
    at += size;
  }
  const early = output.length;
  return { output: output + stripper.end(), early };
}

async function streamed(chunks: readonly string[], options = {}): Promise<string> {
  const stream = stripStream({ type: 'text', ...options });
  const writer = stream.writable.getWriter();
  const written = (async () => {
    for (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  })();
  let output = '';
  for await (const part of stream.readable) output += part;
  await written;
  return output;
}

describe('a text in chunks', () => {
  it('gives what the whole gives, wherever the chunks and the window end', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.integer({ min: 400, max: 1500 }),
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 5 }),
        (parts, blocks, seed, sizes) => {
          const source = build(parts, blocks, seed);
          expect(inChunks(source, sizes, 16_000).output).toBe(strip(source, { type: 'text' }).output);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 30) },
    );
  });

  it('takes a leak that never ends, out of a bounded window', () => {
    for (const endless of [
      'var a=1;',
      '{"a":"b"},',
      '.a b{color:red}',
      'googletag.cmd.push(f);\n',
      '<p class="x" data-y>',
    ]) {
      const source = `${PROSE}\n\n${endless.repeat(20_000)}`;
      const whole = strip(source, { type: 'text' }).output;
      const { output, early } = inChunks(source, [3000], 4000);
      // The white space before the leak is given before it is known that nothing follows.
      expect([endless, output.trimEnd()]).toEqual([endless, whole.trimEnd()]);
      expect(early).toBeGreaterThanOrEqual(PROSE.length);
    }
  });

  it('glues no words where a leak ends soon after the window', () => {
    for (const size of [46_000, 50_000, 60_000]) {
      const source = `${PROSE}\n${'googletag.cmd.push(f);\n'.repeat(size / 23)}\n${PROSE}`;
      expect(inChunks(source, [3000], 4000).output).toMatch(/year\.\n+The council/);
    }
  });

  it('keeps every word of prose that offers no place to end', () => {
    const source = PROSE.replaceAll(' ', ', ').repeat(2000);
    const { output, early } = inChunks(source, [3000], 4000);
    expect(output).toBe(source);
    expect(early).toBeGreaterThan(source.length / 2);
  });

  it('comes out before its end', () => {
    const source = build([PROSE, LEAKS[0], 'Advertisement'], 4000, 7);
    const { output, early } = inChunks(source, [5000], 16_000);
    expect(output).toBe(strip(source, { type: 'text' }).output);
    expect(early).toBeGreaterThan(output.length / 2);
  });
});

describe('stripStream', () => {
  it('gives the output of strip, also where chunks split line breaks and characters', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const source = parts.join('\r\n\r\n');
        const chunks: string[] = [];
        for (let at = 0; at < source.length; at += size) chunks.push(source.slice(at, at + size));
        expect(await streamed(chunks)).toBe(strip(source, { type: 'text' }).output);
      }),
      { numRuns: Number(process.env.RUNS ?? 30) },
    );
  });

  it('keeps to the options', async () => {
    const source = `${PROSE}\n\nAdvertisement\n\n${LEAKS[1]}\n\n${PROSE}`;
    for (const options of [{ remove: ['label'] }, { maxLength: 150 }, { remove: [] }] as const) {
      expect(await streamed([source.slice(0, 130), source.slice(130)], options)).toBe(
        strip(source, { type: 'text', ...options }).output,
      );
    }
  });

  it('takes texts only', () => {
    for (const type of ['html', 'auto', undefined]) {
      // @ts-expect-error only 'text' is allowed
      expect(() => stripStream({ type })).toThrow(new TypeError("stripStream: options.type must be 'text'"));
    }
  });
});
