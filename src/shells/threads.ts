import { Worker } from 'node:worker_threads';
import type { Answer } from './serve-tasks.ts';

export interface ThreadsOptions<Task> {
  /** The module that every thread runs; it calls `serveTasks`. */
  readonly module: URL;
  /** Its `workerData`. */
  readonly data: unknown;
  /** How many tasks are worked on at once, each in a thread of its own. */
  readonly threads: number;
  /** Milliseconds that a task may take in its thread; the time before, in the queue, does not count. */
  readonly timeout: number | undefined;
  /** MiB of JavaScript heap that a thread may use (`maxOldGenerationSizeMb`). */
  readonly memory: number;
  /** What a task is rejected with that cannot be sent to a thread. */
  readonly unsendable: (task: Task, why: string) => Error;
  /** When threads start: at once, or as tasks come. */
  readonly start: 'at once' | 'as needed';
}

export interface Threads<Task, Result> {
  /**
   * The result of a task. Rejects with what its thread threw, with an error named `TimeoutError` where it took too
   * long, and with one named `CrashError` where its thread broke down; that task alone is lost, and another thread takes
   * the place.
   */
  run(task: Task, transfer?: readonly ArrayBuffer[]): Promise<Result>;
  /** Resolves when no task waits for a thread. */
  room(): Promise<void>;
  /** Waits for the tasks that it has, and ends the threads. */
  close(): Promise<void>;
}

interface Job {
  readonly task: unknown;
  readonly transfer: readonly ArrayBuffer[];
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  job: Job | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Starts threads that work on tasks, and replaces those that take too long or break down. */
export function startThreads<Task, Result>(options: ThreadsOptions<Task>): Threads<Task, Result> {
  const { module, data, threads, timeout, memory } = options;
  const all = new Set<Thread>();
  const idle: Thread[] = [];
  let waiting: Job[] = [];
  let next = 0; // of `waiting`
  /** Why no thread can start. */
  let broken: Error | undefined;
  let closed: Promise<void> | undefined;
  const onRoom: (() => void)[] = [];
  const onEnd: (() => void)[] = [];

  function startThread(): void {
    const worker = new Worker(module, {
      workerData: data,
      execArgv: [], // the process's own may not suit a file: --input-type, --eval
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const thread: Thread = { worker, ready: false, job: undefined, timer: undefined };
    let cause: unknown;
    all.add(thread);
    const answered = (answer: Answer): void => {
      // What a thread says after its deadline comes too late.
      if (thread.ready && thread.job === undefined) return;
      if ('ready' in answer) thread.ready = true;
      else if ('result' in answer) finish(thread)?.resolve(answer.result);
      else finish(thread)?.reject(answer.error instanceof Error ? answer.error : crash(answer.error));
      // Threads that nobody ends must not keep the process alive; one that is being ended must, until it has ended.
      if (closed === undefined) worker.unref();
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
      // One that never got so far as to take a task would not the next time either.
      if (thread.ready) startThread();
      else broken ??= crash(cause ?? `exit code ${code}`);
      settle();
    });
  }

  /** Takes the task from a thread, with its deadline. */
  function finish(thread: Thread): Job | undefined {
    const { job } = thread;
    clearTimeout(thread.timer);
    thread.job = undefined;
    return job;
  }

  function begin(thread: Thread, job: Job): void {
    try {
      thread.worker.postMessage(job.task, job.transfer);
    } catch (error) {
      idle.push(thread);
      job.reject(options.unsendable(job.task as Task, error instanceof Error ? error.message : String(error)));
      return;
    }
    thread.worker.ref();
    thread.job = job;
    if (timeout === undefined) return;
    thread.timer = setTimeout(() => {
      finish(thread)?.reject(named('TimeoutError', `the page took longer than ${timeout} ms`));
      void thread.worker.terminate();
    }, timeout);
  }

  /** Hands tasks to threads that are ready for them, and tells those who wait for that. */
  function settle(): void {
    while (next < waiting.length) {
      const thread = broken === undefined ? idle.pop() : undefined;
      if (broken !== undefined) waiting[next++].reject(broken);
      else if (thread !== undefined) begin(thread, waiting[next++]);
      else break;
    }
    if (next > 1000 && next * 2 > waiting.length) {
      waiting = waiting.slice(next);
      next = 0;
    }
    if (next < waiting.length) {
      const starting = [...all].filter(({ ready }) => !ready).length;
      if (broken === undefined && all.size < threads && starting < waiting.length - next) startThread();
      return;
    }
    for (const resolve of onRoom.splice(0)) resolve();
    for (const { job } of all) if (job !== undefined) return;
    for (const resolve of onEnd.splice(0)) resolve();
  }

  if (options.start === 'at once') for (let i = 0; i < threads; i++) startThread();

  return {
    run: (task, transfer = []) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ task, transfer, resolve: resolve as Job['resolve'], reject });
        settle();
      }),
    room: () =>
      new Promise((resolve) => {
        onRoom.push(resolve);
        settle();
      }),
    close() {
      closed ??= new Promise<void>((resolve) => {
        onEnd.push(resolve);
        queueMicrotask(settle);
      }).then(async () => {
        await Promise.all(
          [...all].map(({ worker }) => {
            worker.ref(); // the process must not end before its threads have
            return worker.terminate();
          }),
        );
      });
      return closed;
    },
  };
}

function crash(cause: unknown): Error {
  return named('CrashError', `the thread broke down: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
}

function named(name: string, message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = name;
  return error;
}
