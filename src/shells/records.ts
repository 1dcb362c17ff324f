import { typeName } from '../removals.ts';
import type { CleanOptions } from '../types.ts';

/** A document with what its collection knows of it. Of `html` and `text` one is needed; `html` goes before. */
export interface InputRecord {
  id?: unknown;
  /** The page's address; goes before that of the options. */
  url?: string | null;
  html?: string | Uint8Array | null;
  /** A text whose tags are gone. */
  text?: string | Uint8Array | null;
  /** Passed on as it is. */
  [field: string]: unknown;
}

/**
 * A record's own fields, less `html` and `text`, with those of the result. A field of the record's that has the name of
 * one of the result's is kept in `input`.
 */
export type OutputRecord<Result> = { id?: unknown; url?: string | null; input?: Record<string, unknown> } & Result;

/** What stands in the place of a record for which there is no result. */
export interface FailedRecord {
  id: unknown;
  error: string;
}

/** `clean` or `strip`. */
export type Cleaner<Options, Result> = (input: string | Uint8Array, options: Options) => Result;

/** The document of a record, and the options that the record itself sets. */
export interface RecordInput {
  readonly document: string | Uint8Array;
  readonly own: Pick<CleanOptions, 'type' | 'url'>;
}

/** The fields of a record that are no field of its result. */
const DOCUMENT_FIELDS: ReadonlySet<string> = new Set(['html', 'text']);

/** What is to be cleaned of a record; a string says why there is nothing. */
export function readRecord(record: unknown): RecordInput | string {
  if (!isRecord(record)) return `a record must be an object, got ${typeName(record)}`;
  const type = isGiven(record.html) || !isGiven(record.text) ? 'html' : 'text';
  const document = record[type];
  if (document === undefined || document === null) return 'a record must have html or text';
  if (typeof document !== 'string' && !(document instanceof Uint8Array)) {
    return `${type} must be a string, got ${typeName(document)}`;
  }
  const { url } = record;
  if (url !== undefined && url !== null && typeof url !== 'string') return `url must be a string, got ${typeName(url)}`;
  return { document, own: typeof url === 'string' ? { type, url } : { type } };
}

/** A record cleaned; never throws, since one bad record must not stop the others. */
export function cleanRecord<Options extends object, Result extends object>(
  record: unknown,
  cleaner: Cleaner<Options & RecordInput['own'], Result>,
  options: Options,
): OutputRecord<Result> | FailedRecord {
  const read = readRecord(record);
  if (typeof read === 'string') return { id: idOf(record), error: read };
  let result: Result;
  try {
    result = cleaner(read.document, { ...options, ...read.own });
  } catch (error) {
    return { id: idOf(record), error: error instanceof Error ? error.message : String(error) };
  }
  const own: Record<string, unknown> = {};
  const hidden: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record as InputRecord)) {
    const place = placeOf(field, result);
    if (place !== 'dropped') define(place === 'own' ? own : hidden, field, value);
  }
  return { ...own, ...result, ...(Object.keys(hidden).length > 0 && { input: hidden }) };
}

/** Where a record's own field goes: `hidden` in `input` where it has the name of a field of the result. */
export function placeOf(field: string, result: object): 'dropped' | 'hidden' | 'own' {
  if (DOCUMENT_FIELDS.has(field)) return 'dropped';
  return field === 'input' || Object.hasOwn(result, field) ? 'hidden' : 'own';
}

/** The id of a record; null where it has none. */
function idOf(record: unknown): unknown {
  return isRecord(record) ? (record.id ?? null) : null;
}

function isRecord(value: unknown): value is InputRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGiven(document: unknown): boolean {
  return document !== undefined && document !== null && document !== '';
}

/** Sets a field of any name: an assignment to `__proto__` would be none. */
function define(target: Record<string, unknown>, field: string, value: unknown): void {
  Object.defineProperty(target, field, { value, enumerable: true, configurable: true, writable: true });
}
