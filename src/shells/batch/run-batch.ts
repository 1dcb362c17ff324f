import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BatchReport } from '../../report/index.ts';
import type { Run } from '../arguments.ts';
import { readFilterLists } from '../filter-lists.ts';
import type { Format } from '../options.ts';
import { overwrittenInput } from '../overwriting.ts';
import { MissingPeer } from '../peer.ts';
import { Unreadable } from '../read.ts';
import { complain, messageOf, NOTHING_READ, SOME_FAILED, WELL, WRONG_USAGE } from '../status.ts';
import { coloured } from '../terminal.ts';
import { writeStream, writeWhole } from '../write.ts';
import { fileSink } from './file-sink.ts';
import { folderSink } from './folder-sink.ts';
import { type Group, groupsOf, type Item } from './groups.ts';
import { inOrder } from './in-order.ts';
import { listenForInterruption, statusOf } from './interruption.ts';
import { type Progress, type State, showProgress } from './progress.ts';
import { nameOf, readTasks } from './read-tasks.ts';
import { ClosedPipe, type Finished, type Sink, WrongOutput } from './sinks.ts';
import type { Source } from './sources.ts';
import { device, documentFile, standardOutput } from './stream-sink.ts';
import { EXTENSIONS, recordTarget, targetsOf } from './targets.ts';
import type { Done } from './tasks.ts';
import type { WorkOptions } from './work.ts';
import { type Workers, workHere, workInThreads } from './workers.ts';

/** Groups at work or waiting for their turn, for each thread: so many that one slow record stops nobody else. */
const GROUPS_PER_THREAD = 16;
/** Bytes of input that they hold together. */
const WINDOW_BYTES = 64 * 1024 * 1024;
/** Messages about what could not be read, where nothing could. */
const MOST_MESSAGES = 20;

/**
 * Works on all records of the sources; resolves to the exit status.
 *
 * @param version the program's: results of two versions must not be mixed in one output
 */
export async function runBatch(run: Run, sources: readonly Source[], version: string): Promise<number> {
  if (sources.length === 0) return complain(NOTHING_READ, `${run.inputs.join(', ')}: nothing in it that could be read`);
  if (sources.every(({ error }) => error !== undefined)) {
    for (const source of sources.slice(0, MOST_MESSAGES)) {
      await complain(NOTHING_READ, `${nameOf(source)}: ${source.error}`);
    }
    return NOTHING_READ;
  }
  // A document that is named; a folder is a batch, whatever is in it.
  const single = sources.length === 1 && sources[0]?.kind === 'document' && sources[0].path === run.inputs[0];
  const format: Format = run.format ?? (single ? 'text' : 'jsonl');
  let filters: Uint8Array | undefined;
  try {
    filters = (await readFilterLists(run.filters))?.serialize();
  } catch (error) {
    if (error instanceof MissingPeer) return complain(WRONG_USAGE, error.message);
    if (!(error instanceof Unreadable)) throw error;
    return complain(NOTHING_READ, error.message);
  }
  const report = run.report === undefined ? undefined : (await import('../../report/index.ts')).createBatchReport();
  let sink: Sink;
  try {
    sink = await sinkFor(run, format, single, sources, fingerprint(run, format, sources, filters, version), report);
  } catch (error) {
    if (error instanceof WrongOutput) return complain(WRONG_USAGE, error.message);
    return complain(SOME_FAILED, `${run.output}: ${messageOf(error)}`);
  }
  const jobs = run.jobs ?? (single ? 1 : availableParallelism());
  const options: WorkOptions = {
    format,
    strip: run.strip,
    explain: run.explain,
    coloured: coloured(process.stderr),
    report: report !== undefined,
    filters,
    options: {
      remove: run.remove,
      ...(run.url !== undefined && { url: run.url }),
      ...(run.maxLength !== undefined && { maxLength: run.maxLength }),
    },
  };
  const inThreads = jobs > 1 || run.timeout !== undefined;
  const workers = inThreads ? workInThreads(options, jobs, run.timeout) : await workHere(options);
  return flow({ run, sources, format, sink, workers, jobs, report });
}

interface Batch {
  readonly run: Run;
  readonly sources: readonly Source[];
  readonly format: Format;
  readonly sink: Sink;
  readonly workers: Workers;
  readonly jobs: number;
  readonly report: BatchReport | undefined;
}

/** Why a batch stopped before its end. */
type Stop = 'interrupted' | 'closed pipe' | 'failed record' | { readonly unwritten: unknown };

async function flow({ run, sources, format, sink, workers, jobs, report }: Batch): Promise<number> {
  const state: State = { ...sink.before, bytes: 0 };
  const total = totalOf(sources);
  const targets = sink.hasFiles ? targetsOf(sources, EXTENSIONS[format]) : undefined;
  const interruption = listenForInterruption();
  const progress = showProgress(state, total, run.progress);
  const unread: string[] = [];
  let read = sink.before.records - sink.before.failed;
  const arrivals = readTasks(sources, (bytes) => {
    state.bytes += bytes;
  });
  const results = inOrder(
    groupsOf(arrivals, run.shard, sink.before.records),
    async (group: Group) => ({ group, done: await workers.run(group.items.map(({ task }) => task)) }),
    ({ size }) => size,
    { items: jobs * GROUPS_PER_THREAD, bytes: WINDOW_BYTES },
  );

  let stop: Stop | undefined;
  while (stop === undefined) {
    const next = await interruption.before(results.next());
    if (next === undefined) stop = 'interrupted';
    else if (next.done) break;
    else {
      const { group, done } = next.value;
      const finished = finishedOf(group.items, done, targets);
      const firstFailed = run.failFast ? finished.findIndex(({ done: { error } }) => error !== undefined) : -1;
      const wanted = firstFailed < 0 ? finished : finished.slice(0, firstFailed);
      try {
        await tell(wanted, format, progress);
        await sink.write(wanted);
      } catch (error) {
        stop = error instanceof ClosedPipe ? 'closed pipe' : { unwritten: error };
        break;
      }
      state.records += wanted.length;
      wanted.forEach(({ done: { name, error, entry } }, i) => {
        if (error !== undefined) state.failed++;
        if (error !== undefined) report?.add({ id: name }, { error });
        else if (entry !== undefined) report?.addEntry(entry);
        if (group.items[i]?.task.kind !== 'failure') read++;
        else if (unread.length < MOST_MESSAGES) unread.push(`${group.items[i]?.task.id}: ${error}`);
      });
      if (firstFailed >= 0) {
        stop = 'failed record';
        const { name, error } = finished[firstFailed]?.done ?? {};
        progress.clear();
        await complain(SOME_FAILED, error?.startsWith(`${name}: `) ? error : `${name}: ${error}`);
      }
      if (interruption.signal !== undefined) stop = 'interrupted';
    }
  }
  progress.stop();
  if (stop === undefined) {
    await workers.close();
    const status = await ended(state, read, unread, sink, format);
    return report === undefined || status === NOTHING_READ ? status : writeReport(run.report ?? '', report, status);
  }
  return halted(stop, state, sink, interruption.signal);
}

/** The whole input has been read. */
async function ended(
  state: State,
  read: number,
  unread: readonly string[],
  sink: Sink,
  format: Format,
): Promise<number> {
  const { records, failed } = state;
  try {
    if (records > 0 && read === 0) {
      await sink.discard();
      const told = format !== 'jsonl' && format !== 'json';
      if (!told) for (const message of unread) await complain(NOTHING_READ, message);
      return NOTHING_READ;
    }
    await sink.finish();
  } catch (error) {
    return complain(SOME_FAILED, `${sink.name}: ${messageOf(error)}`);
  }
  if (failed === 0) return WELL;
  return complain(SOME_FAILED, `${failed} of ${records} records failed`);
}

async function writeReport(name: string, report: BatchReport, status: number): Promise<number> {
  try {
    await writeWhole(name, report.render());
    return status;
  } catch (error) {
    return complain(SOME_FAILED, `${name}: ${messageOf(error)}`);
  }
}

/** The batch stopped on its way. */
async function halted(stop: Stop, state: State, sink: Sink, signal: 'SIGINT' | 'SIGTERM' | undefined): Promise<number> {
  let unsaved: unknown;
  try {
    await sink.suspend();
  } catch (error) {
    unsaved = error;
  }
  if (stop === 'closed pipe') return WELL;
  const goOn = sink.resumable ? '; the same command with --resume goes on from there' : '';
  const soFar = `${state.records} records are done${unsaved === undefined ? goOn : ''}`;
  if (stop === 'failed record') return complain(SOME_FAILED, `stopped: ${soFar}`);
  if (stop !== 'interrupted') return complain(SOME_FAILED, `${sink.name}: ${messageOf(stop.unwritten)}; ${soFar}`);
  await complain(SOME_FAILED, `interrupted: ${soFar}`);
  return signal === undefined ? SOME_FAILED : statusOf(signal);
}

/** What people are told of records that are done. */
async function tell(finished: readonly Finished[], format: Format, progress: Progress): Promise<void> {
  let text = '';
  for (const { done } of finished) {
    text += done.explained ?? '';
    if (done.error === undefined || format === 'jsonl' || format === 'json') continue;
    if (text !== '') await writeStream(process.stderr, text);
    text = '';
    progress.clear();
    await complain(SOME_FAILED, done.error.startsWith(`${done.name}: `) ? done.error : `${done.name}: ${done.error}`);
  }
  if (text === '') return;
  progress.clear();
  await writeStream(process.stderr, text);
}

function finishedOf(
  items: readonly Item[],
  done: readonly Done[],
  targets: ReadonlyMap<Source, string> | undefined,
): Finished[] {
  return done.map((one, i) => {
    const item = items[i];
    if (targets === undefined || item === undefined) return { done: one, target: '' };
    const target = targets.get(item.source) ?? '';
    const inFolder = item.source.kind !== 'document';
    return { done: one, target: inFolder ? `${target}/${recordTarget(item.number, one.name)}` : target };
  });
}

async function sinkFor(
  { output, resume }: Run,
  format: Format,
  single: boolean,
  sources: readonly Source[],
  run: string,
  report: BatchReport | undefined,
): Promise<Sink> {
  if (output === undefined) return standardOutput(format);
  const there = await stat(output).catch(() => undefined);
  if (there?.isDirectory() || output.endsWith('/')) {
    refuseToOverwrite(output, format, sources);
    return folderSink(output, EXTENSIONS[format], run, resume);
  }
  if (there !== undefined && !there.isFile()) return device(output, format);
  if (single) return documentFile(output);
  if (format === 'jsonl') return fileSink(output, run, resume, report);
  if (there !== undefined) throw new WrongOutput(`${output} is a file; several documents as ${format} need a folder`);
  return folderSink(output, EXTENSIONS[format], run, resume);
}

/** @throws {WrongOutput} where the file for one document is another one's own. */
function refuseToOverwrite(folder: string, format: Format, sources: readonly Source[]): void {
  const documents = sources.filter(({ kind }) => kind === 'document').map(({ path }) => path);
  const files = [...targetsOf(sources, EXTENSIONS[format]).values()].map((name) => `${name}${EXTENSIONS[format]}`);
  const lost = overwrittenInput(
    files.map((name) => join(folder, name)),
    documents,
  );
  if (lost !== undefined) throw new WrongOutput(`${lost} would be written over`);
}

/** What tells a run from others whose output must not be mixed with its own. */
function fingerprint(
  run: Run,
  format: Format,
  sources: readonly Source[],
  filters: Uint8Array | undefined,
  version: string,
): string {
  const { strip, remove, url, maxLength, shard } = run;
  const input = sources.map(({ kind, type, path, size }) => [kind, type, path, size]);
  const known = JSON.stringify({ version, format, strip, remove, url, maxLength, shard, input });
  return createHash('sha256')
    .update(known)
    .update(filters ?? '')
    .digest('hex');
}

/** Bytes of all sources; undefined where one of them has no known end. */
function totalOf(sources: readonly Source[]): number | undefined {
  let total = 0;
  for (const { size, error } of sources) {
    if (size === undefined && error === undefined) return undefined;
    total += size ?? 0;
  }
  return total;
}
