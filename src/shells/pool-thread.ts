import { parentPort, workerData } from 'node:worker_threads';
import { clean, strip } from '../index.ts';
import type { CleanOptions, CleanResult, FilterEngine, StripOptions, StripResult } from '../types.ts';

/** One page, as a pool hands it to a thread. */
export type PageTask =
  | { readonly task: 'clean'; readonly input: string | Uint8Array; readonly options: CleanOptions }
  | { readonly task: 'strip'; readonly input: string | Uint8Array; readonly options: StripOptions };

/** What a thread answers: once that it is ready, then to each page. */
export type PageAnswer =
  | { readonly ready: true }
  | { readonly result: CleanResult | StripResult }
  | { readonly error: unknown };

/** What every thread of a pool is given when it starts. */
export interface ThreadData {
  /** What a filter engine's `serialize()` gave. */
  readonly filters: Uint8Array | undefined;
}

const { filters: bytes }: ThreadData = workerData;
const engine: FilterEngine | undefined = bytes === undefined ? undefined : await loadEngine(bytes);

/** Loaded only where it is needed: it brings a large optional package with it. */
async function loadEngine(serialized: Uint8Array): Promise<FilterEngine> {
  const { deserializeFilters } = await import('./filters.ts');
  return deserializeFilters(serialized);
}

function answer(message: PageAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', ({ task, input, options }: PageTask) => {
  try {
    const given = engine === undefined ? options : { ...options, filters: engine };
    answer({ result: task === 'clean' ? clean(input, given) : strip(input, given) });
  } catch (error) {
    answer({ error });
  }
});
// The rules are compiled when they are first used: no page's time should go on that.
clean('<p>A page.</p>');
answer({ ready: true });
