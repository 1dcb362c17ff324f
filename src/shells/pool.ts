import { availableParallelism } from 'node:os';
import { readInput } from '../input.ts';
import { typeName } from '../removals.ts';
import type { CleanOptions, CleanResult, FilterEngine, StripOptions, StripResult } from '../types.ts';
import type { PageTask, ThreadData } from './pool-thread.ts';
import { startThreads } from './threads.ts';

export interface PoolOptions {
  /** How many pages are worked on at once, each in a thread of its own. Default: as many as there are cores. */
  threads?: number;
  /** Milliseconds that a page may take in its thread; the time before, in the queue, does not count. Default 10,000. */
  timeout?: number;
  /**
   * MiB of JavaScript heap that a thread may use (`maxOldGenerationSizeMb`). Default 1024. What typed arrays hold, some
   * 30 bytes per character of the page at hand, comes on top.
   */
  memory?: number;
  /** An engine of 'adstrip/filters', or what its `serialize()` gave. Loaded once in each thread, used for every page. */
  filters?: FilterEngine | Uint8Array;
}

/** Options of a page: those of the library, less what no thread can be sent. */
type ForThread<Options> = Omit<Options, 'filters'>;

export interface Pool {
  /** `clean` in a thread. Bytes are copied: the caller's own stay as they are. */
  clean(input: string | Uint8Array, options?: ForThread<CleanOptions>): Promise<CleanResult>;
  /** `strip` in a thread. */
  strip(input: string | Uint8Array, options?: ForThread<StripOptions>): Promise<StripResult>;
  /** Resolves when no page waits for a thread: what is to be awaited before the next page is read. */
  room(): Promise<void>;
  /** Takes no more pages, waits for those that it has, and ends the threads. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const TIMEOUT = 10_000;
const MEMORY = 1024;
/** The longest that a timer can wait. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * Threads for `clean` and `strip`, so that no page can stop a crawl. A promise rejects
 * - with a `TypeError` where an argument is wrong,
 * - with an error named `TimeoutError` where the page took too long: its thread is ended and another takes its place,
 * - with an error named `CrashError` where the thread broke down, out of memory for one; `cause` says why. That page
 *   alone is lost.
 *
 * @throws {TypeError} where an option is wrong.
 */
export function createPool(options: PoolOptions = {}): Pool {
  const { threads, timeout, memory, filters } = readOptions(options);
  const data: ThreadData = { filters };
  const pool = startThreads<PageTask, unknown>({
    module: new URL('./pool-thread.js', import.meta.url),
    data,
    threads,
    timeout,
    memory,
    unsendable: ({ task }, why) => new TypeError(`pool.${task}: options cannot be sent to a thread: ${why}`),
    start: 'at once',
  });
  let closed: Promise<void> | undefined;

  function submit(task: PageTask): Promise<unknown> {
    let own: PageTask;
    try {
      if (closed !== undefined) throw new Error(`pool.${task.task}: the pool is closed`);
      checkInput(task.task, task.input);
      const { options: given } = readInput(`pool.${task.task}`, '', task.options);
      if (given.filters !== undefined) {
        throw new TypeError(
          `pool.${task.task}: options.filters cannot be sent to a thread; give the engine to createPool`,
        );
      }
      own = {
        ...task,
        input: typeof task.input === 'string' ? task.input : new Uint8Array(task.input),
        options: given,
      };
    } catch (error) {
      return Promise.reject(error);
    }
    // The bytes are a copy of our own already.
    return pool.run(own, typeof own.input === 'string' ? [] : [own.input.buffer as ArrayBuffer]);
  }

  function close(): Promise<void> {
    closed ??= pool.close();
    return closed;
  }

  return {
    clean: (input, given = {}) => submit({ task: 'clean', input, options: given }) as Promise<CleanResult>,
    strip: (input, given = {}) => submit({ task: 'strip', input, options: given }) as Promise<StripResult>,
    room: () => pool.room(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function readOptions(options: PoolOptions): Required<Omit<PoolOptions, 'filters'>> & ThreadData {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`createPool: options must be an object, got ${typeName(options)}`);
  }
  const { threads = availableParallelism(), timeout = TIMEOUT, memory = MEMORY, filters } = options;
  for (const [name, value, least, most] of [
    ['threads', threads, 1, 1024],
    ['timeout', timeout, 1, MAX_TIMEOUT],
    ['memory', memory, 1, 1024 * 1024],
  ] as const) {
    if (!Number.isInteger(value) || value < least || value > most) {
      const got = typeof value === 'number' ? value : typeName(value);
      throw new TypeError(`createPool: options.${name} must be a whole number from ${least} to ${most}, got ${got}`);
    }
  }
  return { threads, timeout, memory, filters: bytesOf(filters) };
}

function bytesOf(filters: unknown): Uint8Array | undefined {
  if (filters === undefined || isBytes(filters)) return filters;
  if (typeof filters === 'object' && filters !== null && 'serialize' in filters) {
    const bytes: unknown = typeof filters.serialize === 'function' ? filters.serialize() : undefined;
    if (isBytes(bytes)) return bytes;
  }
  throw new TypeError(
    `createPool: options.filters must be an engine of 'adstrip/filters' or its bytes, got ${typeName(filters)}`,
  );
}

function checkInput(task: PageTask['task'], input: unknown): void {
  if (typeof input === 'string' || isBytes(input)) return;
  throw new TypeError(`pool.${task}: input must be a string or Uint8Array, got ${typeName(input)}`);
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}
