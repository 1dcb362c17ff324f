import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean, strip } from '../src/index.ts';
import { loadFilters } from '../src/shells/filters.ts';
import type { Pool } from '../src/shells/pool.ts';
import { fixtures } from './fixture.ts';

// The built pool, as its threads are files; `npm test` builds before it runs the tests.
const POOL = new URL('../dist/shells/pool.js', import.meta.url).href;
const { createPool }: typeof import('../src/shells/pool.ts') = await import(/* @vite-ignore */ POOL);

const SMALL = '<p>The ferry was late, and nobody on the quay seemed to mind, for the evening was warm.</p>';
/** 16 million units: takes seconds anywhere. */
const HUGE = '<p>Some words <b>of a</b> page, <a href="/x">that is long</a>.</p>\n'.repeat(250_000);

/** The name and message of what a promise rejects with. */
async function failure(promise: Promise<unknown>): Promise<{ name: string; message: string; cause: unknown }> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error(`not rejected: ${String(error)}`);
  return { name: error.name, message: error.message, cause: error.cause };
}

describe('a pool', () => {
  let pool: Pool;
  beforeAll(() => {
    pool = createPool({ threads: 2, timeout: 60_000 });
  });
  afterAll(() => pool.close());

  it('gives what the library gives, in every fixture', async () => {
    const expected = [];
    const got = [];
    for (const { input, options } of fixtures()) {
      const bytes = new TextEncoder().encode(input);
      const given = { ...options, explain: true };
      expected.push(clean(input, given), strip(bytes, options));
      got.push(pool.clean(input, given), pool.strip(bytes, options));
    }
    expect(await Promise.all(got)).toEqual(expected);
  });

  it('loads an engine of filters once in each thread, as such or from its bytes', async () => {
    const engine = loadFilters(['##.quay-board']);
    const page = `<div class="quay-board">Buy</div>${SMALL}`;
    const expected = strip(page, { filters: engine });
    expect(expected.output).toBe(SMALL);
    for (const filters of [engine, engine.serialize()]) {
      const filtering = createPool({ threads: 1, filters });
      expect(await filtering.strip(page)).toEqual(expected);
      await filtering.close();
    }
  });

  it("copies bytes: the caller's own stay, and so does what lies around them", async () => {
    const around = new TextEncoder().encode(`xxx${SMALL}yyy`);
    const view = around.subarray(3, -3);
    expect((await pool.strip(view)).output).toBe(SMALL);
    expect((await pool.strip(Buffer.from(SMALL))).output).toBe(SMALL);
    expect(around.length).toBe(SMALL.length + 6);
    expect(new TextDecoder().decode(view)).toBe(SMALL);
  });

  it('rejects wrong arguments with a TypeError that names them', async () => {
    // @ts-expect-error: a caller without types
    expect(await failure(pool.clean(1))).toMatchObject({
      name: 'TypeError',
      message: 'pool.clean: input must be a string or Uint8Array, got number',
    });
    // @ts-expect-error: a caller without types
    expect(await failure(pool.strip(SMALL, { type: 'pdf' }))).toMatchObject({
      name: 'TypeError',
      message: "pool.strip: options.type must be 'auto', 'html' or 'text', got 'pdf'",
    });
    // @ts-expect-error: a caller without types
    expect(await failure(pool.strip(SMALL, null))).toMatchObject({ name: 'TypeError' });
  });

  it('says of options that no thread can be sent which they are', async () => {
    const filters = { match: () => [], serialize: () => new Uint8Array() };
    // @ts-expect-error: the types know it
    expect(await failure(pool.clean(SMALL, { filters }))).toMatchObject({
      name: 'TypeError',
      message: 'pool.clean: options.filters cannot be sent to a thread; give the engine to createPool',
    });
    const rules = [{ id: 'a/b', category: 'ad' as const, match: { class: 'a' }, test: () => true }];
    expect(await failure(pool.clean(SMALL, { rules }))).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(/^pool\.clean: options cannot be sent to a thread/),
    });
    expect((await pool.clean(SMALL)).text).toContain('ferry');
  });

  it('lets its feeder wait until no page waits for a thread', async () => {
    let done = 0;
    const pages = Array.from({ length: 20 }, () => pool.clean(SMALL).then(() => done++));
    await pool.room();
    expect(done).toBeGreaterThanOrEqual(pages.length - 2);
    await Promise.all(pages);
    await pool.room();
  });
});

describe('a page that runs past its timeout', () => {
  it('rejects with a TimeoutError; its thread is replaced and the others go on', async () => {
    const pool = createPool({ threads: 2, timeout: 1000 });
    const late = failure(pool.clean(HUGE));
    const others = await Promise.all(Array.from({ length: 8 }, () => pool.clean(SMALL)));
    expect(others.every(({ text }) => text.includes('ferry'))).toBe(true);
    expect(await late).toMatchObject({ name: 'TimeoutError', message: 'the page took longer than 1000 ms' });
    // Both threads are lost in turn; pages after them find new ones.
    expect(
      (await Promise.all([HUGE, HUGE].map((page) => failure(pool.strip(page.repeat(3), { maxLength: 2 ** 27 }))))).map(
        ({ name }) => name,
      ),
    ).toEqual(['TimeoutError', 'TimeoutError']);
    expect((await pool.clean(SMALL)).text).toContain('ferry');
    await pool.close();
  });

  it('does not count the time in the queue', async () => {
    const pool = createPool({ threads: 1, timeout: 1000 });
    const late = [failure(pool.clean(HUGE)), failure(pool.clean(HUGE))];
    const waited = pool.clean(SMALL);
    expect((await waited).text).toContain('ferry');
    expect((await Promise.all(late)).map(({ name }) => name)).toEqual(['TimeoutError', 'TimeoutError']);
    await pool.close();
  });
});

describe('a thread that runs out of memory', () => {
  it('loses the page at hand only', async () => {
    const pool = createPool({ threads: 1, memory: 32, timeout: 60_000 });
    const before = pool.clean(SMALL);
    const lost = failure(pool.clean(HUGE));
    const after = [pool.clean(SMALL), pool.strip(SMALL)];
    expect((await before).text).toContain('ferry');
    const { name, cause } = await lost;
    expect(name).toBe('CrashError');
    expect(cause).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
    expect((await Promise.all(after)).length).toBe(2);
    await pool.close();
  });

  it('before it can take a page is no thread at all: every page is told so', async () => {
    const pool = createPool({ threads: 2, memory: 1 });
    const failures = await Promise.all([failure(pool.clean(SMALL)), failure(pool.strip(SMALL))]);
    expect(failures.map(({ name }) => name)).toEqual(['CrashError', 'CrashError']);
    expect((await failure(pool.clean(SMALL))).name).toBe('CrashError');
    await pool.close();
  });
});

describe('close', () => {
  it('waits for the pages that the pool has, and takes no more', async () => {
    const pool = createPool({ threads: 1 });
    let done = 0;
    const pages = Array.from({ length: 5 }, () => pool.clean(SMALL).then(() => done++));
    const closing = pool.close();
    expect(await failure(pool.clean(SMALL))).toMatchObject({ message: 'pool.clean: the pool is closed' });
    await closing;
    await Promise.all(pages);
    expect(done).toBe(5);
    expect(pool.close()).toBe(closing);
    expect(pool[Symbol.asyncDispose]()).toBe(closing);
  });

  it('is not needed for the process to end', () => {
    const script = `import { createPool } from ${JSON.stringify(POOL)};
      const { text } = await createPool({ threads: 2 }).clean(${JSON.stringify(SMALL)});
      console.log(text);`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('ferry') });
  });
});

describe('createPool', () => {
  it.each([
    [null, 'options must be an object, got null'],
    [{ threads: 0 }, 'options.threads must be a whole number from 1 to 1024, got 0'],
    [{ threads: '2' }, 'options.threads must be a whole number from 1 to 1024, got string'],
    [
      { timeout: Number.POSITIVE_INFINITY },
      'options.timeout must be a whole number from 1 to 2147483647, got Infinity',
    ],
    [{ memory: 0.5 }, 'options.memory must be a whole number from 1 to 1048576, got 0.5'],
    [{ filters: 'easylist' }, "options.filters must be an engine of 'adstrip/filters' or its bytes, got string"],
  ])('says what is wrong with %j', (options, message) => {
    // @ts-expect-error: a caller without types
    expect(() => createPool(options)).toThrow(new TypeError(`createPool: ${message}`));
  });
});
