import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, strip } from '../src/index.ts';
import { rulesFor } from '../src/rules/built-in.ts';
import { cleanStream, type InputRecord, stripStream } from '../src/shells/stream.ts';
import { createTextStripper } from '../src/text-stream.ts';
import type { StripOptions } from '../src/types.ts';

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
  const read = async (): Promise<string> => {
    let output = '';
    for await (const part of stream.readable) output += part;
    return output;
  };
  return (await Promise.all([read(), written]))[0];
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

  it('gives what the whole gives where floods of lines hold only at its end or beginning', () => {
    const cookies = `We use cookies to improve your experience; ${'by going on you accept them. '.repeat(4)}\n`;
    const prose = `${PROSE}\n\n`.repeat(300);
    for (const flood of [
      cookies,
      'Filed under: News\n',
      'Originally appeared on The Harbour Post\n',
      'Share this:\nFacebook\n',
    ]) {
      const lines = flood.repeat(40_000 / flood.length);
      for (const source of [lines, `${prose}${lines}`, `${lines}${prose}`, `${prose}${lines}\n${PROSE}\n`]) {
        expect([flood, inChunks(source, [5000], 16_000).output]).toEqual([
          flood,
          strip(source, { type: 'text' }).output,
        ]);
      }
    }
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

  it('rejects what is neither text nor record, and wrong options', async () => {
    await expect(streamed(['a', 5 as unknown as string])).rejects.toThrow('chunks must be strings, got number');
    // @ts-expect-error no such type
    expect(() => stripStream({ type: 'xml' })).toThrow(TypeError);
  });
});

async function through<In, Out>(records: readonly In[], stream: TransformStream<In, Out>): Promise<Out[]> {
  const out: Out[] = [];
  for await (const record of ReadableStream.from(records).pipeThrough(stream)) out.push(record);
  return out;
}

describe('a stream of records', () => {
  const page = `<title>A quay</title><article><h1>A quay</h1>${`<p>${PROSE}</p>`.repeat(5)}</article><ins class="adsbygoogle"></ins>`;
  const url = 'https://news.example/a';

  it('gives each record with what clean gives, in order', async () => {
    const records: InputRecord[] = [
      { id: 1, url, html: page, shard: 'x' },
      { id: 2, text: `${PROSE}\n\n${LEAKS[1]}` },
      { id: 3, html: '', text: PROSE },
      { id: 4, html: new TextEncoder().encode(page) },
    ];
    expect(await through(records, cleanStream())).toEqual([
      { id: 1, url, shard: 'x', ...clean(page, { type: 'html', url }) },
      { id: 2, ...clean(`${PROSE}\n\n${LEAKS[1]}`, { type: 'text' }) },
      { id: 3, ...clean(PROSE, { type: 'text' }) },
      { id: 4, ...clean(new TextEncoder().encode(page), { type: 'html' }) },
    ]);
  });

  it('gives what strip gives, also for texts', async () => {
    const text = `${PROSE}\n\n${LEAKS[1]}`;
    for (const options of [{}, { type: 'text' }] as const) {
      expect(await through([{ id: 'a', text }], stripStream(options as StripOptions))).toEqual([
        { id: 'a', ...strip(text, { type: 'text' }) },
      ]);
    }
  });

  it('keeps fields that have the name of one of the result, whatever they are called', async () => {
    const record = JSON.parse('{"id":1,"metadata":{"own":1},"input":2,"__proto__":{"a":1},"text":"One."}');
    const [out] = await through<InputRecord, object>([record], cleanStream());
    expect(out).toMatchObject({ id: 1, text: 'One.', input: { metadata: { own: 1 }, input: 2 } });
    expect(Object.getOwnPropertyDescriptor(out, '__proto__')?.value).toEqual({ a: 1 });
    expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
  });

  it('says what is wrong with a record in its place, and goes on', async () => {
    const records = [{ id: 1 }, null, [1], { id: 2, html: 5 }, { id: 3, url: 7, html: page }, { id: 4, text: 'One.' }];
    const out = await through(records as InputRecord[], cleanStream());
    expect(out.slice(0, 5)).toEqual([
      { id: 1, error: 'a record must have html or text' },
      { id: null, error: 'a record must be an object, got null' },
      { id: null, error: 'a record must be an object, got an array' },
      { id: 2, error: 'html must be a string, got number' },
      { id: 3, error: 'url must be a string, got number' },
    ]);
    expect(out[5]).toMatchObject({ id: 4, text: 'One.' });
  });

  it('reads no further than its reader does', async () => {
    let read = 0;
    const source = new ReadableStream<InputRecord>(
      {
        pull(controller) {
          controller.enqueue({ id: read++, text: 'One.' });
        },
      },
      { highWaterMark: 0 },
    );
    const reader = source.pipeThrough(cleanStream()).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(read).toBeLessThan(5);
    await reader.cancel();
  });
});
