import type { BatchEntry } from '../../report/index.ts';

/** One record as it is read; a thread makes its output. */
export type Task = LineTask | DocumentTask | FailureTask;

/** A line of JSON. */
export interface LineTask {
  readonly kind: 'line';
  /** Without the line's end. */
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly line: number;
  /** The file's name where there are several; messages name it. */
  readonly file: string | undefined;
}

/** A file, or a record of a web archive. */
export interface DocumentTask {
  readonly kind: 'document';
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly url?: string;
  readonly type: 'auto' | 'html' | 'text';
  /** Of HTTP's headers, as `bytes` came with them. */
  readonly contentType?: string;
  readonly contentEncoding?: string;
}

/** Something that could not be read. */
export interface FailureTask {
  readonly kind: 'failure';
  readonly id: string;
  readonly error: string;
}

/** What became of a task. */
export interface Done {
  /** As it is to be written, in UTF-8; empty where the record failed and the format has no word for that. */
  readonly output: Uint8Array;
  /** What the record is called: its id, or where it stands. */
  readonly name: string;
  /** Why there is no result. */
  readonly error?: string;
  /** What the report on the batch needs. */
  readonly entry?: BatchEntry;
  /** What was removed, for people. */
  readonly explained?: string;
}

/** The bytes that a task holds in memory. */
export function sizeOf(task: Task): number {
  return task.kind === 'failure' ? 0 : task.bytes.byteLength;
}
