import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Job, Queue, QueueEvents, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AddShardsOptions, ShardJob, ShardResult } from '../src/shells/bullmq.ts';
import { ended, HAS_REDIS, type Redis, startRedis } from './redis.ts';

// The built files, as shards are worked on in threads; `npm test` builds before it runs the tests.
const BUILT = new URL('../dist/shells/bullmq.js', import.meta.url).href;
const { addShards, cleanShard, processorFile }: typeof import('../src/shells/bullmq.ts') = await import(
  /* @vite-ignore */ BUILT
);
const CLI = fileURLToPath(new URL('../dist/command/adstrip.js', import.meta.url));
const WORKER = fileURLToPath(new URL('bullmq-worker.mjs', import.meta.url));

const RECORDS = 300;
const SHARDS = 3;
/** Bytes of a shard's output at which it is surely in the middle. */
const SOME = 50_000;

let folder = '';
let input = '';
/** What the command line makes of each shard. */
const expected: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-bullmq-'));
  input = join(folder, 'pages.jsonl');
  writeFileSync(input, Array.from({ length: RECORDS }, (_, i) => `${record(i)}\n`).join(''));
  for (let shard = 1; shard <= SHARDS; shard++) {
    const args = [CLI, input, '-f', 'jsonl', '-j', '1', '--shard', `${shard}/${SHARDS}`];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    expected.push(stdout);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Some pages with ads, some texts, some lines that are wrong. */
function record(number: number): string {
  if (number % 50 === 49) return '{"id": "broken", ';
  const id = `page-${number}`;
  const sentence = `The ferry number ${number} was late, and nobody on the quay seemed to mind, for the evening was warm.`;
  const ad = '<ins class="adsbygoogle"></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script>';
  const paragraph = `<p>${sentence} ${sentence} ${sentence}</p>`;
  const html = `<html><body><article><h1>Ferry ${number}</h1>${`${paragraph}${ad}`.repeat(20)}</article></body></html>`;
  return JSON.stringify({ id, url: `https://example.org/${id}`, html });
}

describe.skipIf(!HAS_REDIS)('shards in a BullMQ queue', () => {
  let redis: Redis;
  let name = '';
  let output = '';
  let queue: Queue<ShardJob, ShardResult>;
  let events: QueueEvents;
  let runs = 0;
  const workers: ChildProcess[] = [];
  const connection = (): { host: string; port: number } => ({ host: '127.0.0.1', port: redis.port });

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await redis?.stop();
  });
  beforeEach(async () => {
    name = `queue-${++runs}`;
    output = join(folder, `output-${runs}`);
    queue = new Queue(name, { connection: connection() });
    events = new QueueEvents(name, { connection: connection() });
    await events.waitUntilReady();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => ended(worker)));
    await events.close();
    await queue.close();
  });

  const add = (options: Partial<AddShardsOptions> = {}): Promise<Job<ShardJob, ShardResult>[]> =>
    addShards(queue, { input, shards: SHARDS, output, ...options });

  const startWorker = (where: 'here' | 'sandbox' = 'here'): ChildProcess => {
    const worker = spawn(process.execPath, [WORKER, String(redis.port), name, where], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(worker);
    return worker;
  };

  const part = (shard: number): string => `part-0000${shard}-of-0000${SHARDS}.jsonl`;
  const written = (): string[] => [1, 2, 3].map((shard) => readFileSync(join(output, part(shard)), 'utf8'));

  /** Waits until some lines of a shard are written and it is not complete. */
  async function inTheMiddle(): Promise<void> {
    await until(() => files().some((file) => file.endsWith('.part') && (sizeOf(join(output, file)) ?? 0) > SOME));
  }
  const files = (): string[] => (existsSync(output) ? readdirSync(output).sort() : []);

  it('carries references: no job holds a page', async () => {
    const jobs = await add({ strip: true });
    expect(jobs.map(({ data }) => data)).toEqual(
      [1, 2, 3].map((shard) => ({
        input: [input],
        shard,
        shards: SHARDS,
        output: join(output, part(shard)),
        options: { strip: true },
      })),
    );
  });

  it('puts a file, or a list of files, into each job where no shards are asked for', async () => {
    const input = ['/data/a.warc.gz', '/data/b.warc.gz', '/data/c.warc.gz'];
    const inputs = (jobs: Job<ShardJob>[]): unknown[] => jobs.map(({ data }) => data.input);
    expect(inputs(await addShards(queue, { input, output }))).toEqual(input.map((file) => [file]));
    const pairs = await addShards(queue, { input, output, filesPerJob: 2 });
    expect(inputs(pairs)).toEqual([input.slice(0, 2), input.slice(2)]);
    expect(new Set(pairs.map(({ data }) => data.output)).size).toBe(2);
  });

  it('adds the same shards once, and again under another name', async () => {
    await add();
    await add();
    expect(await queue.getWaitingCount()).toBe(SHARDS);
    await add({ run: 'second' });
    expect(await queue.getWaitingCount()).toBe(2 * SHARDS);
  });

  it('writes what the command line writes, and tells how much it was', async () => {
    startWorker();
    const jobs = await add();
    const results = await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
    expect(written()).toEqual(expected);
    expect(results).toEqual(
      expected.map((text, i) => ({
        output: join(output, part(i + 1)),
        records: RECORDS / SHARDS,
        errors: RECORDS / SHARDS / 50,
        bytes: Buffer.byteLength(text),
      })),
    );
    const [first] = jobs;
    const progress = (await queue.getJob(first?.id ?? ''))?.progress;
    expect(progress).toEqual({ percent: 100, records: RECORDS / SHARDS, errors: RECORDS / SHARDS / 50 });
  });

  it('loses and doubles nothing when a worker is killed in the middle of a job', async () => {
    const first = startWorker();
    const jobs = await add();
    await inTheMiddle();
    await ended(first, 'SIGKILL');
    expect(files().some((file) => file.endsWith('.part'))).toBe(true);
    const begun = readBegun();
    startWorker();
    await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
    expect(written()).toEqual(expected);
    expect(files()).toEqual([1, 2, 3].map(part));
    expect(begun).toBeGreaterThan(SOME);
  });

  /** Bytes that are written of a shard that is not complete. */
  const readBegun = (): number =>
    Math.max(0, ...files().flatMap((file) => (file.endsWith('.part') ? [sizeOf(join(output, file)) ?? 0] : [])));

  it('goes on behind the last whole line', async () => {
    mkdirSync(output, { recursive: true });
    const target = join(output, 'one.jsonl');
    const job: ShardJob = { input: [input], shard: 1, shards: SHARDS, output: target, options: {} };
    // Ended in the middle, as by a worker that is told to stop; then with a half line, as by one that is killed.
    const stop = new AbortController();
    const running = cleanShard({ data: job, updateProgress: async () => {} }, 'token', stop.signal);
    await inTheMiddle();
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    const [left = ''] = files().filter((file) => file.endsWith('.part'));
    const lines = readFileSync(join(output, left), 'utf8').split('\n');
    // A line that no run would write shows that it is kept, and not made anew.
    lines[0] = '{"id":"kept"}';
    writeFileSync(join(output, left), `${lines.join('\n')}{"id":"page-`);
    const result = await cleanShard({ data: job, updateProgress: async () => {} });
    const [, ...rest] = (expected[0] ?? '').split('\n');
    expect(readFileSync(target, 'utf8')).toBe(['{"id":"kept"}', ...rest].join('\n'));
    expect(result).toMatchObject({ records: RECORDS / SHARDS, errors: RECORDS / SHARDS / 50 });
    expect(files()).toEqual(['one.jsonl']);
  });

  it('does not go on with what was made of other input or with other options', async () => {
    mkdirSync(output, { recursive: true });
    const target = join(output, 'one.jsonl');
    const job: ShardJob = { input: [input], shard: 1, shards: SHARDS, output: target, options: {} };
    const stop = new AbortController();
    const running = cleanShard(
      { data: { ...job, options: { strip: true } }, updateProgress: async () => {} },
      '',
      stop.signal,
    );
    await inTheMiddle();
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await cleanShard({ data: job, updateProgress: async () => {} });
    expect(readFileSync(target, 'utf8')).toBe(expected[0]);
  });

  it('lets a worker that was taken for dead spoil nothing when it comes back', async () => {
    const frozen = startWorker();
    const jobs = await add();
    await inTheMiddle();
    frozen.kill('SIGSTOP');
    startWorker();
    await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
    expect(written()).toEqual(expected);
    const before = files().map((file) => statSync(join(output, file)).mtimeMs);
    let said = '';
    frozen.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    frozen.kill('SIGCONT');
    await until(() => /^(?:failed|error) /m.test(said));
    expect(written()).toEqual(expected);
    expect(files()).toEqual([1, 2, 3].map(part));
    expect(files().map((file) => statSync(join(output, file)).mtimeMs)).toEqual(before);
  });

  it('runs in a sandbox, whose process may be killed as well', async () => {
    const worker = startWorker('sandbox');
    const jobs = await add();
    await inTheMiddle();
    const child = spawnSync('ps', ['-o', 'pid=', '--ppid', String(worker.pid)], { encoding: 'utf8' }).stdout.trim();
    process.kill(Number(child.split('\n')[0]), 'SIGKILL');
    await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
    expect(written()).toEqual(expected);
    const attempts = await Promise.all(jobs.map(async ({ id }) => (await queue.getJob(id ?? ''))?.attemptsMade));
    expect(attempts.sort()).toEqual([1, 1, 2]);
  });

  it('ends a job that is cancelled between two records, and goes on with it when it is tried again', async () => {
    const worker = new Worker<ShardJob, ShardResult>(name, cleanShard, { connection: connection() });
    try {
      const [job] = await add({ jobs: { attempts: 1 } });
      await inTheMiddle();
      expect(worker.cancelJob(job?.id ?? '', 'enough')).toBe(true);
      await expect(job?.waitUntilFinished(events)).rejects.toThrow('enough');
      expect(readBegun()).toBeGreaterThan(SOME);
      await (await queue.getJob(job?.id ?? ''))?.retry();
      await until(() => files().filter((file) => file.endsWith('.jsonl')).length === SHARDS);
      expect(written()).toEqual(expected);
    } finally {
      await worker.close();
    }
  });

  it('tries an input again that cannot be read, and a job that is none only once', async () => {
    const worker = new Worker<ShardJob, ShardResult>(name, processorFile, { connection: connection() });
    try {
      const jobs = { attempts: 2, backoff: { type: 'fixed', delay: 10 } };
      const [missing] = await add({ input: join(folder, 'missing.jsonl'), shards: 1, jobs });
      await expect(missing?.waitUntilFinished(events)).rejects.toThrow('missing.jsonl: no such file');
      expect((await queue.getJob(missing?.id ?? ''))?.attemptsMade).toBe(2);
      const data = { input: [input], shard: 4, shards: 3, output, options: {} };
      const wrong = await queue.add('adstrip', data, { attempts: 3 });
      await expect(wrong.waitUntilFinished(events)).rejects.toThrow('shard must be a whole number from 1 to 3, got 4');
      expect((await queue.getJob(wrong.id ?? ''))?.attemptsMade).toBe(1);
      expect(files()).toEqual([]);
    } finally {
      await worker.close();
    }
  });
});

describe('addShards', () => {
  const queue = { addBulk: async (jobs: unknown[]) => jobs };

  it('says what is wrong with its arguments before anything is added', async () => {
    const good = { input: 'a.jsonl', output: 'out' };
    const wrong = async (options: object): Promise<string> => {
      const error: unknown = await addShards(queue, { ...good, ...options }).catch((reason: unknown) => reason);
      return error instanceof TypeError ? error.message : `no TypeError: ${String(error)}`;
    };
    expect(await wrong({ input: [] })).toBe('addShards: input must be an array of paths, got an array');
    expect(await wrong({ shards: 0 })).toBe('addShards: shards must be a whole number from 1 on, got 0');
    expect(await wrong({ filesPerJob: 0 })).toBe('addShards: filesPerJob must be a whole number from 1 on, got 0');
    expect(await wrong({ favour: 'recall' })).toContain("addShards: unknown option 'favour'");
    expect(await wrong({ favor: 'all' })).toContain('addShards: options.favor must be');
    expect(await wrong({ timeout: '5' })).toContain('addShards: options.timeout must be a whole number');
    // @ts-expect-error: no queue
    await expect(addShards({}, good)).rejects.toThrow('addShards: queue must be a BullMQ queue, got object');
  });

  it('refuses an output within its input, which it would read', async () => {
    mkdirSync(join(folder, 'site'), { recursive: true });
    const data = {
      input: [join(folder, 'site')],
      shard: 1,
      shards: 1,
      output: join(folder, 'site/out.jsonl'),
      options: {},
    };
    await expect(cleanShard({ data, updateProgress: async () => {} })).rejects.toThrow('must not lie in an input');
  });
});

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
