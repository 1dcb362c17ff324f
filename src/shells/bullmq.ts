import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { typeName } from '../removals.ts';
import { runShard, type ShardProgress } from './shards/run-shard.ts';
import { readShardJob, type ShardJob, type ShardOptions, type ShardResult } from './shards/shard-job.ts';

export type { ShardProgress } from './shards/run-shard.ts';
export type { ShardJob, ShardOptions, ShardResult } from './shards/shard-job.ts';

// Nothing here loads bullmq: the caller's queue and worker are given, and their types are named by what is used of them,
// so that any version fits that has it.

/** What is used of BullMQ's `Queue`. */
export interface ShardQueue<Added> {
  addBulk(jobs: { name: string; data: ShardJob; opts?: object }[]): Promise<Added[]>;
}

/** What is used of BullMQ's `Job` and `SandboxedJob`. */
export interface RunningJob {
  data: ShardJob;
  updateProgress(progress: object): Promise<void>;
}

export interface AddShardsOptions extends ShardOptions {
  /** Files and folders; relative paths are made whole here, and must mean the same where the workers run. */
  input: string | readonly string[];
  /** A folder for `part-00001-of-00016.jsonl` and so on; the workers make it. It must not lie in an input. */
  output: string;
  /**
   * So many jobs, each with every `shards`-th record of the whole input. Each of them reads the input through, so this is
   * for a few large files. Without it jobs have whole files.
   */
  shards?: number;
  /** Where there are no `shards`: how many of the paths in `input` go into one job; default: 1. */
  filesPerJob?: number;
  /** Jobs are the same where all that they do is the same and this is; default: ''. */
  run?: string;
  /** BullMQ's options for the jobs; default: three attempts, with a pause of 1 s, then of 2 s. */
  jobs?: Readonly<Record<string, unknown>>;
}

const JOB_NAME = 'adstrip';
/** Jobs added at once. */
const BULK = 1000;
const DIGITS = 5;
/** Milliseconds between two messages on how far a job is. */
const PROGRESS_EVERY = 1000;
const RETRIES = { attempts: 3, backoff: { type: 'exponential', delay: 1000 } };

/**
 * Adds a job for each shard of an input to a BullMQ queue. Jobs name files, they carry no pages. Their ids follow from
 * what they do: adding them again while they are in the queue, also as done or failed, adds nothing.
 *
 * @param queue a BullMQ `Queue`
 * @returns what the queue's `addBulk` gave: the jobs, in the order of the shards
 * @throws {TypeError} where an argument is of the wrong type.
 */
export async function addShards<Added>(queue: ShardQueue<Added>, options: AddShardsOptions): Promise<Added[]> {
  if (typeof queue?.addBulk !== 'function') {
    throw new TypeError(`addShards: queue must be a BullMQ queue, got ${typeName(queue)}`);
  }
  const { run = '', jobs: own = {} } = options;
  const jobs = shardJobs(options).map((data) => ({
    name: JOB_NAME,
    data,
    opts: { ...RETRIES, ...own, jobId: jobId(run, data) },
  }));
  const added: Added[] = [];
  for (let i = 0; i < jobs.length; i += BULK) added.push(...(await queue.addBulk(jobs.slice(i, i + BULK))));
  return added;
}

/** The data of the jobs, checked. */
function shardJobs({ input, output, shards, filesPerJob = 1, run, jobs, ...options }: AddShardsOptions): ShardJob[] {
  const names = typeof input === 'string' ? [input] : input;
  // Checked as one job before it is divided, so that messages speak of what the caller wrote.
  readShardJob('addShards', { input: names, output, shard: 1, shards: shards ?? 1, options });
  if (!Number.isInteger(filesPerJob) || filesPerJob < 1) {
    throw new TypeError(`addShards: filesPerJob must be a whole number from 1 on, got ${filesPerJob}`);
  }
  const paths = names.map((name) => resolve(name));
  const { filters } = options;
  const whole: ShardOptions = { ...options, ...(filters && { filters: filters.map((name) => resolve(name)) }) };
  const count = shards ?? Math.ceil(paths.length / filesPerJob);
  return Array.from({ length: count }, (_, i) => ({
    input: shards === undefined ? paths.slice(i * filesPerJob, (i + 1) * filesPerJob) : paths,
    shard: shards === undefined ? 1 : i + 1,
    shards: shards ?? 1,
    output: join(resolve(output), `part-${numbered(i + 1)}-of-${numbered(count)}.jsonl`),
    options: whole,
  }));
}

function numbered(number: number): string {
  return String(number).padStart(DIGITS, '0');
}

/** BullMQ takes no id that is a number or has a colon. */
function jobId(run: string, data: ShardJob): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([run, data]))
    .digest('hex');
  return `${JOB_NAME}-${digest.slice(0, 32)}`;
}

/**
 * A BullMQ processor: `new Worker(name, cleanShard, { connection })`. It works in a thread, so that the worker goes on
 * renewing its lock; with `new Worker(name, processorFile, { connection })` in a process of its own as well.
 *
 * A worker that is killed in the middle of a job loses nothing: when the job is given to another one, that goes on behind
 * the last whole line, and the output is the same as without the interruption. It comes into its place complete, by
 * renaming.
 *
 * @param job its progress is a `ShardProgress`
 * @param token BullMQ's; not used
 * @param signal ends the job, by `worker.cancelJob`; what is done is kept for the next attempt
 * @throws {Error} where nothing of the input can be read or the output cannot be written, which BullMQ tries again, and
 * where the job is none, which it does not.
 */
export async function cleanShard(job: RunningJob, token?: string, signal?: AbortSignal): Promise<ShardResult> {
  void token;
  let told = performance.now();
  // A queue that cannot be reached for a moment is no reason to stop.
  const tell = (progress: ShardProgress): Promise<void> => job.updateProgress(progress).catch(() => {});
  const result = await runShard(checked(job.data), signal, (progress) => {
    if (performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    void tell(progress);
  });
  await tell({ records: result.records, errors: result.errors, percent: 100 });
  return result;
}

/** The file of `cleanShard`, for a sandboxed worker: `new Worker(name, processorFile, { connection })`. */
export const processorFile: URL = new URL('./bullmq-sandbox.js', import.meta.url);

function checked(data: unknown): ShardJob {
  try {
    return readShardJob('cleanShard', data);
  } catch (error) {
    // By this name BullMQ knows what is wrong for ever.
    if (error instanceof Error) error.name = 'UnrecoverableError';
    throw error;
  }
}
