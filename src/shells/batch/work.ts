import { isUtf8 } from 'node:buffer';
import { decode } from '../../decode.ts';
import { clean, strip } from '../../index.ts';
import type { CleanOptions, CleanResult, StripResult } from '../../types.ts';
import { explainRecord } from '../explain.ts';
import { formatted } from '../formatted.ts';
import type { Format } from '../options.ts';
import { noText } from '../read.ts';
import { failedRecord, mergedRecord, rawMembers } from '../record-lines.ts';
import { type InputRecord, readRecord } from '../records.ts';
import { decompressed } from './compression.ts';
import type { DocumentTask, Done, LineTask, Task } from './tasks.ts';
import { utf8Text } from './utf8.ts';

/** What holds for all records of a batch. */
export interface WorkOptions {
  readonly format: Format;
  readonly strip: boolean;
  readonly explain: boolean;
  readonly coloured: boolean;
  /** Whether there will be a report. */
  readonly report: boolean;
  /** What a filter engine's `serialize()` gave. */
  readonly filters: Uint8Array | undefined;
  readonly options: CleanOptions;
}

/** A document with the options of its own, the members of its record as they are written, and what it is called. */
interface Read {
  readonly document: string | Uint8Array;
  readonly own: Partial<CleanOptions>;
  readonly members: ReadonlyMap<string, string>;
  readonly name: string;
}

interface Unread {
  /** The member as it is written. */
  readonly id: string | undefined;
  readonly name: string;
  readonly error: string;
}

/** Makes the output of one record. What is wrong with a record is in what it gives. */
export type Work = (task: Task) => Promise<Done>;

/** The work on the records of a batch, in whatever thread. */
export async function prepareWork(batch: WorkOptions): Promise<Work> {
  // Loaded only where they are needed: they bring packages of their own with them.
  const filters =
    batch.filters === undefined ? undefined : (await import('../filters.ts')).deserializeFilters(batch.filters);
  const batchEntry = batch.report ? (await import('../../report/index.ts')).batchEntry : undefined;
  const shared: CleanOptions = filters === undefined ? batch.options : { ...batch.options, filters };
  return async (task) => {
    const read = await readTask(task);
    if ('error' in read) return failure(read, batch);
    const { document, own, members, name } = read;
    const options: CleanOptions = { ...shared, ...own };
    let result: CleanResult | StripResult;
    try {
      result = batch.strip ? strip(document, options) : clean(document, options);
    } catch (error) {
      return failure({ id: members.get('id'), name, error: messageOf(error) }, batch);
    }
    return {
      output: encoder.encode(await written(result, members, batch.format)),
      name,
      ...(batchEntry !== undefined && { entry: batchEntry({ id: name, url: own.url }, result) }),
      ...(batch.explain && {
        explained: explainRecord(name, sourceOf(document, options), result.removed, batch.coloured),
      }),
    };
  };
}

/** What is said of a task that broke down its thread, or took too long. */
export function failedTask(task: Task, error: string, batch: WorkOptions): Done {
  const read: Read | Unread = task.kind === 'line' ? readLine(task) : unread(task.id, error);
  const { name } = read;
  return failure({ id: 'members' in read ? read.members.get('id') : read.id, name, error }, batch);
}

const encoder = new TextEncoder();

async function written(
  result: CleanResult | StripResult,
  members: ReadonlyMap<string, string>,
  format: Format,
): Promise<string> {
  if (format === 'jsonl') return `${mergedRecord(members, result, 0)}\n`;
  if (format === 'json') return `${mergedRecord(members, result, 2)}\n`;
  return formatted(result, format);
}

/** What stands in the place of a record without a result. */
function failure({ id, name, error }: Unread, { format }: WorkOptions): Done {
  const output = format === 'jsonl' || format === 'json' ? `${failedRecord(id, error)}\n` : '';
  return { output: encoder.encode(output), name, error };
}

function readTask(task: Task): Read | Unread | Promise<Read | Unread> {
  if (task.kind === 'failure') return unread(task.id, task.error);
  return task.kind === 'line' ? readLine(task) : readDocument(task);
}

function readLine({ bytes, line, file }: LineTask): Read | Unread {
  const place = `${file === undefined ? '' : `${file}, `}line ${line}`;
  const wrong = (error: string): Unread => ({ id: undefined, name: place, error: `${place}: ${error}` });
  if (!isUtf8(bytes)) return wrong('not UTF-8');
  let json: string;
  let record: unknown;
  try {
    json = utf8Text(bytes);
    record = JSON.parse(json);
  } catch (error) {
    return wrong(error instanceof SyntaxError ? `not JSON: ${error.message}` : messageOf(error));
  }
  const input = readRecord(record);
  const members: ReadonlyMap<string, string> = isObject(record) ? rawMembers(json) : new Map();
  const id = isObject(record) ? record.id : undefined;
  if (typeof input === 'string') {
    const name = nameOf(id, place);
    return { id: members.get('id'), name, error: name === place ? `${place}: ${input}` : input };
  }
  return { ...input, members, name: nameOf(id, place) };
}

async function readDocument(task: DocumentTask): Promise<Read | Unread> {
  const { id, url, type, contentType, contentEncoding } = task;
  let document: Uint8Array;
  try {
    document = decompressed(task.bytes, contentEncoding);
  } catch (error) {
    return unread(id, messageOf(error));
  }
  const what = await noText(document);
  if (what !== undefined) return unread(id, `no text but ${what}`);
  const members = new Map([['id', member('id', id)]]);
  if (url !== undefined) members.set('url', member('url', url));
  return {
    document,
    own: { type, ...(url !== undefined && { url }), ...(contentType !== undefined && { contentType }) },
    members,
    name: id,
  };
}

function unread(id: string, error: string): Unread {
  return { id: member('id', id), name: id, error };
}

function member(name: string, value: string): string {
  return `"${name}":${JSON.stringify(value)}`;
}

function nameOf(id: unknown, place: string): string {
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : place;
}

function isObject(record: unknown): record is InputRecord {
  return typeof record === 'object' && record !== null && !Array.isArray(record);
}

/** The decoded document that the offsets of its removals belong to. */
function sourceOf(document: string | Uint8Array, { contentType, maxLength }: CleanOptions): string {
  return (typeof document === 'string' ? document : decode(document, contentType).text).slice(0, maxLength);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
