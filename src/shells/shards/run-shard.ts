import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { type Group, groupsOf } from '../batch/groups.ts';
import { inOrder } from '../batch/in-order.ts';
import { nameOf, readTasks } from '../batch/read-tasks.ts';
import { findSources, type Source } from '../batch/sources.ts';
import type { WorkOptions } from '../batch/work.ts';
import { workInThreads } from '../batch/workers.ts';
import { readFilterLists } from '../filter-lists.ts';
import { CATEGORIES } from '../options.ts';
import { version } from '../version.ts';
import { shardFile } from './shard-file.ts';
import type { ShardJob, ShardResult } from './shard-job.ts';

/** Groups at work or waiting for their turn, for each thread. */
const GROUPS_PER_THREAD = 8;
/** Bytes of input that they hold together. */
const WINDOW_BYTES = 64 * 1024 * 1024;

/** How far a shard is. */
export interface ShardProgress {
  /** Of the input's bytes, 0 to 100. */
  percent: number;
  /** Records finished, by this attempt and by those before it. */
  records: number;
  /** Those of them for which there is no result. */
  errors: number;
}

/**
 * Works on the records of a shard, in threads of their own, so that the caller's stays free. What an earlier attempt has
 * finished is not done again; the output is the same as if there had been one attempt only.
 *
 * @param signal ends it between two records; what is done is kept for the next attempt
 * @param onProgress told after each group of records
 * @throws {Error} where nothing of the input can be read, or the output cannot be written.
 */
export async function runShard(
  { input, shard, shards, output, options }: ShardJob,
  signal: AbortSignal | undefined,
  onProgress: (progress: ShardProgress) => void,
): Promise<ShardResult> {
  const around = input.find((name) => resolve(output).startsWith(resolve(name) + sep));
  if (around !== undefined) throw new Error(`${output}: the output must not lie in an input, ${around}`);
  const sources = await findSources(input, options.kind, []);
  refuseUnreadable(input, sources);
  const filters = (await readFilterLists(options.filters ?? []))?.serialize();
  const { strip = false, remove = CATEGORIES, favor, maxLength, threads = 1, timeout } = options;
  const work: WorkOptions = {
    format: 'jsonl',
    strip,
    explain: false,
    coloured: false,
    report: false,
    filters,
    options: { remove, ...(favor !== undefined && { favor }), ...(maxLength !== undefined && { maxLength }) },
  };
  const part = { index: shard - 1, count: shards };
  signal?.throwIfAborted();
  const sink = await shardFile(output, await fingerprint(work, part, sources));
  const workers = workInThreads(work, threads, timeout);
  let { records, failed: errors } = sink.before;
  let read = records - errors;
  let bytesRead = 0;
  const total = sources.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const arrivals = readTasks(sources, (bytes) => {
    bytesRead += bytes;
  });
  const results = inOrder(
    groupsOf(arrivals, part, records),
    async (group: Group) => ({ group, done: await workers.run(group.items.map(({ task }) => task)) }),
    ({ size }) => size,
    { items: threads * GROUPS_PER_THREAD, bytes: WINDOW_BYTES },
  );
  const aborted = abortionOf(signal);
  try {
    for (;;) {
      const next = await Promise.race([results.next(), aborted.rejection]);
      if (next.done) break;
      const { group, done } = next.value;
      await sink.write(done.map((one) => ({ done: one, target: '' })));
      records += done.length;
      errors += done.filter(({ error }) => error !== undefined).length;
      read += group.items.filter(({ task }) => task.kind !== 'failure').length;
      onProgress({
        percent: total === 0 ? 100 : Math.min(100, Math.floor((bytesRead / total) * 100)),
        records,
        errors,
      });
    }
    // As on the command line: an output that only says that nothing could be read is none.
    if (records > 0 && read === 0) {
      await sink.discard();
      throw new Error(`${input.join(', ')}: nothing could be read`);
    }
    await sink.finish();
  } catch (error) {
    // Neither is waited for: what threads still have at hand is of no use any more.
    results.return(undefined).catch(() => {});
    workers.close().catch(() => {});
    await sink.suspend().catch(() => {}); // closed already, or the file is gone: that is not what went wrong
    throw error;
  } finally {
    aborted.forget();
  }
  await workers.close();
  return { output, records, errors, bytes: (await stat(output)).size };
}

function refuseUnreadable(input: readonly string[], sources: readonly Source[]): void {
  const [first] = sources;
  if (first === undefined) throw new Error(`${input.join(', ')}: nothing in it that could be read`);
  if (sources.every(({ error }) => error !== undefined)) throw new Error(`${nameOf(first)}: ${first.error}`);
}

/** What tells a shard's output from that of another shard, of other options, of input that has changed since. */
async function fingerprint(
  { filters, ...work }: WorkOptions,
  part: { index: number; count: number },
  sources: readonly Source[],
): Promise<string> {
  const input: unknown[] = [];
  for (const { kind, type, path, size, error } of sources) {
    const changed = error === undefined ? (await stat(path)).mtimeMs : error;
    input.push([kind, type, path, size, changed]);
  }
  const known = JSON.stringify({ version: version(), work, part, input });
  return createHash('sha256')
    .update(known)
    .update(filters ?? '')
    .digest('hex');
}

/** A promise that is rejected when the signal comes. */
function abortionOf(signal: AbortSignal | undefined): { rejection: Promise<never>; forget(): void } {
  let onAbort = (): void => {};
  const rejection = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason)));
  });
  rejection.catch(() => {});
  if (signal?.aborted) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  return { rejection, forget: () => signal?.removeEventListener('abort', onAbort) };
}
