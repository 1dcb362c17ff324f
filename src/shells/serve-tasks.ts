import { parentPort } from 'node:worker_threads';

/** What a thread answers: once that it is ready, then to each task. */
export type Answer = { readonly ready: true } | { readonly result: unknown } | { readonly error: unknown };

/**
 * The thread's side of `startThreads`: one task after the other.
 *
 * @param run gives the result, and of its buffers those that need not be copied
 */
export function serveTasks<Task>(run: (task: Task) => Served | Promise<Served>): void {
  const answer = (message: Answer, transfer: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, transfer);
  parentPort?.on('message', async (task: Task) => {
    try {
      const { result, transfer } = await run(task);
      answer({ result }, transfer);
    } catch (error) {
      answer({ error });
    }
  });
  answer({ ready: true });
}

export interface Served {
  readonly result: unknown;
  readonly transfer?: readonly ArrayBuffer[];
}
