import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readInput } from '../input.ts';
import { typeName } from '../removals.ts';
import type { CleanOptions, CleanResult, FilterEngine, StripOptions, StripResult } from '../types.ts';
import type { PageAnswer, PageTask, ThreadData } from './pool-thread.ts';

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

interface Page {
  readonly task: PageTask;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  page: Page | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
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
  const all = new Set<Thread>();
  const idle: Thread[] = [];
  let waiting: Page[] = [];
  let next = 0; // of `waiting`
  /** Why no thread can start. */
  let broken: Error | undefined;
  let closed: Promise<void> | undefined;
  const onRoom: (() => void)[] = [];
  const onEnd: (() => void)[] = [];

  function startThread(): void {
    const worker = new Worker(new URL('./pool-thread.js', import.meta.url), {
      workerData: data,
      execArgv: [], // the process's own may not suit a file: --input-type, --eval
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const thread: Thread = { worker, ready: false, page: undefined, timer: undefined };
    let cause: unknown;
    all.add(thread);
    const answered = (answer: PageAnswer): void => {
      // What a thread says after its deadline comes too late.
      if (thread.ready && thread.page === undefined) return;
      if ('ready' in answer) thread.ready = true;
      else if ('result' in answer) finish(thread)?.resolve(answer.result);
      else finish(thread)?.reject(answer.error instanceof Error ? answer.error : crash(answer.error));
      worker.unref(); // a pool that nobody closes must not keep the process alive
      idle.push(thread);
      settle();
    };
    worker.on('message', answered);
    worker.on('messageerror', (error) => answered({ error: crash(error) }));
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', (code) => {
      all.delete(thread);
      const place = idle.indexOf(thread);
      if (place >= 0) idle.splice(place, 1);
      finish(thread)?.reject(crash(cause ?? `exit code ${code}`));
      if (closed !== undefined && next >= waiting.length) return settle();
      // One that never got so far as to take a page would not the next time either.
      if (thread.ready) startThread();
      else broken ??= crash(cause ?? `exit code ${code}`);
      settle();
    });
  }

  /** Takes the page from a thread, with its deadline. */
  function finish(thread: Thread): Page | undefined {
    const { page } = thread;
    clearTimeout(thread.timer);
    thread.page = undefined;
    return page;
  }

  function runPage(thread: Thread, page: Page): void {
    const { input } = page.task;
    try {
      // Bytes are a copy of our own already.
      thread.worker.postMessage(page.task, typeof input === 'string' ? [] : [input.buffer as ArrayBuffer]);
    } catch (error) {
      idle.push(thread);
      page.reject(new TypeError(`pool.${page.task.task}: options cannot be sent to a thread: ${messageOf(error)}`));
      return;
    }
    thread.worker.ref();
    thread.page = page;
    thread.timer = setTimeout(() => {
      finish(thread)?.reject(named('TimeoutError', `the page took longer than ${timeout} ms`));
      void thread.worker.terminate();
    }, timeout);
  }

  /** Hands pages to threads that are ready for them, and tells those who wait for that. */
  function settle(): void {
    while (next < waiting.length) {
      const thread = broken === undefined ? idle.pop() : undefined;
      if (broken !== undefined) waiting[next++].reject(broken);
      else if (thread !== undefined) runPage(thread, waiting[next++]);
      else break;
    }
    if (next > 1000 && next * 2 > waiting.length) {
      waiting = waiting.slice(next);
      next = 0;
    }
    if (next < waiting.length) return;
    for (const resolve of onRoom.splice(0)) resolve();
    for (const { page } of all) if (page !== undefined) return;
    for (const resolve of onEnd.splice(0)) resolve();
  }

  function submit<Result>(task: Page['task']): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (closed !== undefined) throw new Error(`pool.${task.task}: the pool is closed`);
      checkInput(task.task, task.input);
      const { options: given } = readInput(`pool.${task.task}`, '', task.options);
      if (given.filters !== undefined) {
        throw new TypeError(
          `pool.${task.task}: options.filters cannot be sent to a thread; give the engine to createPool`,
        );
      }
      const input = typeof task.input === 'string' ? task.input : new Uint8Array(task.input);
      waiting.push({ task: { ...task, input, options: given }, resolve: resolve as Page['resolve'], reject });
      settle();
    });
  }

  function close(): Promise<void> {
    closed ??= new Promise<void>((resolve) => {
      onEnd.push(resolve);
      queueMicrotask(settle);
    }).then(async () => {
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    });
    return closed;
  }

  for (let i = 0; i < threads; i++) startThread();

  return {
    clean: (input, given = {}) => submit<CleanResult>({ task: 'clean', input, options: given }),
    strip: (input, given = {}) => submit<StripResult>({ task: 'strip', input, options: given }),
    room: () =>
      new Promise((resolve) => {
        onRoom.push(resolve);
        settle();
      }),
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

function crash(cause: unknown): Error {
  return named('CrashError', `the thread broke down: ${messageOf(cause)}`, cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function named(name: string, message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = name;
  return error;
}
