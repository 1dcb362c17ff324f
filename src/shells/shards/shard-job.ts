import { readInput } from '../../input.ts';
import { typeName } from '../../removals.ts';
import type { CleanOptions } from '../../types.ts';
import { INPUTS, type InputKind } from '../options.ts';

/** How the records of a shard are worked on. Everything is JSON, as it goes through a queue. */
export interface ShardOptions extends Pick<CleanOptions, 'remove' | 'favor' | 'maxLength'> {
  /** Only take the ads out: records with the fields of `strip` instead of `clean`. Default: false. */
  strip?: boolean;
  /** What an input is whose name does not say; default: one document, judged by its content. */
  kind?: InputKind;
  /** Paths of EasyList-style lists; they need the optional package @ghostery/adblocker. */
  filters?: readonly string[];
  /** Threads that work on the shard at once; default: 1. */
  threads?: number;
  /** Milliseconds after which a record fails; default: none. */
  timeout?: number;
}

/** What a job carries: where its records lie, and where their results go. Paths are as the worker sees them. */
export interface ShardJob {
  /** Files and folders of all kinds that the command line reads; they must not change while jobs name them. */
  input: readonly string[];
  /** Which part of the records of all of them together: every `shards`-th from the `shard`-th on, counted from 1. */
  shard: number;
  shards: number;
  /** A JSONL file: a result a record, in order. It is there when it is complete, and never half. */
  output: string;
  options: ShardOptions;
}

/** What a job gives back. */
export interface ShardResult {
  /** The file, as the job named it. */
  output: string;
  /** Lines in it: one for each record of the shard. */
  records: number;
  /** Those of them that only say why there is no result. */
  errors: number;
  /** Its size. */
  bytes: number;
}

/** Longest that a timer can wait. */
const MAX_TIMEOUT = 2 ** 31 - 1;
const MAX_THREADS = 1024;

/**
 * Checks what came out of a queue, or is to go into it.
 *
 * @param name of the function that was called, as errors begin
 * @throws {TypeError} that says what was expected and what came.
 */
export function readShardJob(name: string, data: unknown): ShardJob {
  if (!isObject(data)) throw new TypeError(`${name}: a job's data must be an object, got ${typeName(data)}`);
  const { input, shard, shards, output, options = {} } = data;
  const wrong = (what: string, expected: string, value: unknown): TypeError =>
    new TypeError(`${name}: ${what} must be ${expected}, got ${typeof value === 'number' ? value : typeName(value)}`);
  if (!areNames(input) || input.length === 0) throw wrong('input', 'an array of paths', input);
  if (!isName(output)) throw wrong('output', 'a path', output);
  if (!isWhole(shards, Number.MAX_SAFE_INTEGER)) throw wrong('shards', 'a whole number from 1 on', shards);
  if (!isWhole(shard, shards)) throw wrong('shard', `a whole number from 1 to ${shards}`, shard);
  if (!isObject(options)) throw wrong('options', 'an object', options);
  return { input, shard, shards, output, options: readShardOptions(name, options) };
}

function readShardOptions(name: string, given: Record<string, unknown>): ShardOptions {
  // JSON has no other word than null for what is not there.
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
  const expect = (field: string, good: (value: unknown) => boolean, expected: string): void => {
    const value = options[field];
    if (value === undefined || good(value)) return;
    const shown = typeof value === 'number' || typeof value === 'string' ? JSON.stringify(value) : typeName(value);
    throw new TypeError(`${name}: options.${field} must be ${expected}, got ${shown}`);
  };
  const known = ['remove', 'favor', 'maxLength', 'strip', 'kind', 'filters', 'threads', 'timeout'];
  for (const field of Object.keys(options)) {
    if (!known.includes(field))
      throw new TypeError(`${name}: unknown option '${field}'; known are ${known.join(', ')}`);
  }
  expect('strip', (value) => typeof value === 'boolean', 'a boolean');
  expect('kind', (value) => INPUTS.some((kind) => kind === value), INPUTS.join(', '));
  expect('filters', areNames, 'an array of paths');
  expect('threads', (value) => isWhole(value, MAX_THREADS), `a whole number from 1 to ${MAX_THREADS}`);
  expect('timeout', (value) => isWhole(value, MAX_TIMEOUT), 'a whole number of milliseconds');
  const { remove, favor, maxLength } = options as ShardOptions;
  // These are the library's own, and it says what is wrong with them.
  readInput(name, '', {
    ...(remove !== undefined && { remove }),
    ...(favor !== undefined && { favor }),
    ...(maxLength !== undefined && { maxLength }),
  });
  return options;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value !== '-';
}

function areNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isName);
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
