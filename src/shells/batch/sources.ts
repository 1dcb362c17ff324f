import { createReadStream, fstatSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { InputKind } from '../options.ts';
import { Unreadable, unreadable } from '../read.ts';

/** Something to be read: a document, or an archive of records. */
export interface Source {
  readonly kind: 'document' | 'jsonl' | 'warc';
  /** A path, or `-`. */
  readonly path: string;
  /** Below the folder that was named, or the file's own name. */
  readonly within: string;
  /** Of a document. */
  readonly type: 'auto' | 'html' | 'text';
  /** Bytes on disk; undefined where nobody knows. */
  readonly size: number | undefined;
  /** Why it cannot be read, if that is known already. */
  readonly error?: string;
}

/** Bytes read at once. */
const CHUNK = 256 * 1024;

const ENDINGS: readonly (readonly [pattern: RegExp, kind: Source['kind'], type: Source['type']])[] = [
  [/\.(?:html?|xhtml)$/i, 'document', 'html'],
  [/\.(?:txt|md)$/i, 'document', 'text'],
  [/\.(?:jsonl|ndjson)(?:\.gz|\.zst)?$/i, 'jsonl', 'auto'],
  [/\.(?:warc|wet)(?:\.gz|\.zst)?$/i, 'warc', 'auto'],
];

/** What the ending of a file's name says of its content; undefined where it says nothing. */
export function kindOfName(name: string): Pick<Source, 'kind' | 'type'> | undefined {
  const ending = ENDINGS.find(([pattern]) => pattern.test(name));
  return ending === undefined ? undefined : { kind: ending[1], type: ending[2] };
}

/** What a source is whose name does not say. */
export function kindOfInput(input: InputKind | undefined): Pick<Source, 'kind' | 'type'> {
  if (input === 'jsonl' || input === 'warc') return { kind: input, type: 'auto' };
  return { kind: 'document', type: input ?? 'auto' };
}

/**
 * The sources that the command line names, folders opened up and sorted by name. What is named and is not there has an
 * error; in a folder, files of other kinds are passed over.
 *
 * @param output where the results go: that is never read
 */
export async function findSources(
  names: readonly string[],
  input: InputKind | undefined,
  output: string | undefined,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const name of names) {
    const found = name === '-' ? [standardInput(input)] : await sourcesAt(name, input, output);
    for (const source of found) sources.push(source);
  }
  return sources;
}

function standardInput(input: InputKind | undefined): Source {
  let isFolder = false;
  try {
    // Node takes a folder on standard input for an empty stream.
    isFolder = fstatSync(0).isDirectory();
  } catch {
    // Closed: reading will say so.
  }
  const source: Source = { ...kindOfInput(input), path: '-', within: 'stdin', size: undefined };
  return isFolder ? { ...source, error: 'is a folder' } : source;
}

async function sourcesAt(name: string, input: InputKind | undefined, output: string | undefined): Promise<Source[]> {
  const source: Source = {
    ...(kindOfName(name) ?? kindOfInput(input)),
    path: name,
    within: basename(name),
    size: undefined,
  };
  try {
    const found = await stat(name);
    return found.isDirectory() ? await sourcesBelow(name, output) : [{ ...source, size: found.size }];
  } catch (error) {
    return [{ ...source, error: unreadable(error).message }];
  }
}

/** The sources of a folder and of those below it. Links to folders are not followed: they may lead in a circle. */
async function sourcesBelow(folder: string, output: string | undefined): Promise<Source[]> {
  const own = output === undefined ? undefined : resolve(output);
  const sources: Source[] = [];
  // From the last to the first, as they are taken from the end.
  const waiting: { path: string; within: string; isFolder: boolean }[] = [{ path: folder, within: '', isFolder: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, within, isFolder } = next;
    if (resolve(path) === own) continue;
    try {
      if (isFolder) {
        const entries = await readdir(path, { withFileTypes: true });
        entries.sort((a, b) => (a.name < b.name ? 1 : -1));
        for (const entry of entries) {
          if (!entry.isDirectory() && kindOfName(entry.name) === undefined) continue;
          const below = within === '' ? entry.name : `${within}/${entry.name}`;
          waiting.push({ path: join(path, entry.name), within: below, isFolder: entry.isDirectory() });
        }
        continue;
      }
      const found = await stat(path);
      if (found.isFile()) sources.push({ ...known(path), path, within, size: found.size });
    } catch (error) {
      sources.push({ ...known(path), path, within, size: undefined, error: unreadable(error).message });
    }
  }
  return sources;
}

function known(path: string): Pick<Source, 'kind' | 'type'> {
  return kindOfName(path) ?? kindOfInput(undefined);
}

/**
 * The bytes of a source as they lie on disk.
 *
 * @param onRead told how many bytes were read
 * @throws {Unreadable} where it cannot be opened or read on.
 */
export async function* bytesOf({ path, error }: Source, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  if (error !== undefined) throw new Unreadable(error);
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  try {
    for await (const chunk of stream) {
      onRead(chunk.length);
      yield chunk;
    }
  } catch (reason) {
    throw unreadable(reason);
  }
}
