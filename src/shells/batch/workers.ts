import { startThreads } from '../threads.ts';
import type { Done, Task } from './tasks.ts';
import type { WorkOptions } from './work.ts';

/** What works on groups of tasks. */
export interface Workers {
  run(tasks: readonly Task[]): Promise<readonly Done[]>;
  close(): Promise<void>;
}

/** MiB of heap of a thread. A page of 16 Mi characters takes 600. */
const MEMORY = 2048;

/** Works in this thread: without a deadline, a single worker does best so. */
export async function workHere(options: WorkOptions): Promise<Workers> {
  const { prepareWork } = await import('./work.ts');
  const work = await prepareWork(options);
  return {
    async run(tasks) {
      const done: Done[] = [];
      for (const task of tasks) {
        done.push(await work(task));
        // Signals are heard between records only.
        await new Promise(setImmediate);
      }
      return done;
    },
    close: async () => {},
  };
}

/** Works in threads of their own. */
export function workInThreads(options: WorkOptions, threads: number, timeout: number | undefined): Workers {
  const pool = startThreads<readonly Task[], readonly Done[]>({
    module: new URL('./thread.js', import.meta.url),
    data: options,
    threads,
    timeout,
    memory: MEMORY,
    unsendable: (_, why) => new Error(`cannot be sent to a thread: ${why}`),
    start: 'as needed',
  });
  const run = async (tasks: readonly Task[]): Promise<readonly Done[]> => {
    try {
      const sent = tasks.map(copyOf);
      return await pool.run(
        sent,
        sent.flatMap((task) => (task.kind === 'failure' ? [] : [task.bytes.buffer as ArrayBuffer])),
      );
    } catch (error) {
      const [only] = tasks;
      if (tasks.length === 1 && only !== undefined) return [await failed(only, error, options, timeout)];
    }
    // Each by itself, so that only the one that is to blame is lost.
    const done: Done[] = [];
    for (const task of tasks) done.push(...(await run([task])));
    return done;
  };
  return { run, close: () => pool.close() };
}

/** Sent away as it is, a part of a chunk would take the whole chunk along. */
function copyOf(task: Task): Task {
  return task.kind === 'failure' ? task : { ...task, bytes: new Uint8Array(task.bytes) };
}

async function failed(task: Task, error: unknown, options: WorkOptions, timeout: number | undefined): Promise<Done> {
  const { failedTask } = await import('./work.ts');
  const late = error instanceof Error && error.name === 'TimeoutError';
  return failedTask(task, late ? `took longer than ${timeout} ms` : messageOf(error), options);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
