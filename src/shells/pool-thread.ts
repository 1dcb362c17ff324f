import { workerData } from 'node:worker_threads';
import { clean, strip } from '../index.ts';
import type { CleanOptions, FilterEngine, StripOptions } from '../types.ts';
import { serveTasks } from './serve-tasks.ts';

/** One page, as a pool hands it to a thread. */
export type PageTask =
  | { readonly task: 'clean'; readonly input: string | Uint8Array; readonly options: CleanOptions }
  | { readonly task: 'strip'; readonly input: string | Uint8Array; readonly options: StripOptions };

/** What every thread of a pool is given when it starts. */
export interface ThreadData {
  /** What a filter engine's `serialize()` gave. */
  readonly filters: Uint8Array | undefined;
}

const { filters: bytes }: ThreadData = workerData;
const engine: FilterEngine | undefined = bytes === undefined ? undefined : await loadEngine(bytes);
// The rules are compiled when they are first used: no page's time should go on that.
clean('<p>A page.</p>');

serveTasks<PageTask>(({ task, input, options }) => {
  const given = engine === undefined ? options : { ...options, filters: engine };
  return { result: task === 'clean' ? clean(input, given) : strip(input, given) };
});

/** Loaded only where it is needed: it brings a large optional package with it. */
async function loadEngine(serialized: Uint8Array): Promise<FilterEngine> {
  const { deserializeFilters } = await import('./filters.ts');
  return deserializeFilters(serialized);
}
