import { isUtf8 } from 'node:buffer';
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
  /** The path's bytes, where its name is no UTF-8 and so `path` does not lead there. */
  readonly rawPath?: Buffer;
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
 * @param results where they go: that is never read
 */
export async function findSources(
  names: readonly string[],
  input: InputKind | undefined,
  results: readonly string[],
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const name of names) {
    const found = name === '-' ? [standardInput(input)] : await sourcesAt(name, input, results);
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

async function sourcesAt(name: string, input: InputKind | undefined, results: readonly string[]): Promise<Source[]> {
  const source: Source = {
    ...(kindOfName(name) ?? kindOfInput(input)),
    path: name,
    within: basename(name),
    size: undefined,
  };
  try {
    const found = await stat(name);
    return found.isDirectory() ? await sourcesBelow(name, results) : [{ ...source, size: found.size }];
  } catch (error) {
    return [{ ...source, error: unreadable(error).message }];
  }
}

/** The sources of a folder and of those below it. Links to folders are not followed: they may lead in a circle. */
async function sourcesBelow(folder: string, results: readonly string[]): Promise<Source[]> {
  const own = new Set(results.map((name) => resolve(name)));
  const sources: Source[] = [];
  // From the last to the first, as they are taken from the end.
  const waiting: Waiting[] = [{ path: folder, within: '', isFolder: true, rawPath: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, within, isFolder, rawPath } = next;
    if (own.has(resolve(path))) continue;
    const source = { ...known(path), path, within, ...(rawPath !== undefined && { rawPath }) };
    try {
      if (isFolder) for (const entry of await entriesOf(next)) waiting.push(entry);
      else {
        const found = await stat(rawPath ?? path);
        if (found.isFile()) sources.push({ ...source, size: found.size });
      }
    } catch (error) {
      sources.push({ ...source, size: undefined, error: unreadable(error).message });
    }
  }
  return sources;
}

interface Waiting extends Pick<Source, 'path' | 'within'> {
  readonly rawPath: Buffer | undefined;
  readonly isFolder: boolean;
}

/** The folders, and the files that could be read, in a folder; the last by name first. */
async function entriesOf({ path, within, rawPath }: Waiting): Promise<Waiting[]> {
  const found = await readdir(rawPath ?? path, { withFileTypes: true, encoding: 'buffer' });
  const entries = found.map((entry) => {
    const bytes: Buffer = Buffer.from(entry.name);
    const name = bytes.toString();
    return {
      path: join(path, name),
      within: within === '' ? name : `${within}/${name}`,
      rawPath:
        rawPath === undefined && isUtf8(bytes)
          ? undefined
          : Buffer.concat([rawPath ?? Buffer.from(path), Buffer.from('/'), bytes]),
      isFolder: entry.isDirectory(),
      name,
    };
  });
  return entries
    .filter(({ isFolder, name }) => isFolder || kindOfName(name) !== undefined)
    .sort((a, b) => (a.name < b.name ? 1 : -1));
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
export async function* bytesOf(
  { path, rawPath, error }: Source,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (error !== undefined) throw new Unreadable(error);
  const stream = path === '-' ? process.stdin : createReadStream(rawPath ?? path, { highWaterMark: CHUNK });
  try {
    for await (const chunk of stream) {
      onRead(chunk.length);
      yield chunk;
    }
  } catch (reason) {
    throw unreadable(reason);
  }
}
