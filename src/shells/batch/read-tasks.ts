import { Unreadable } from '../read.ts';
import { Damaged, inflated } from './compression.ts';
import { linesOf } from './lines.ts';
import { bytesOf, type Source } from './sources.ts';
import type { FailureTask, Task } from './tasks.ts';
import { archivedDocuments, BrokenArchive } from './warc.ts';

/** Bytes of one document that are read: as many as decoding looks at of 16 Mi characters, and what decompresses them. */
const LONGEST_DOCUMENT = 512 * 1024 * 1024;

/** A record and where it came from. */
export interface Arrival {
  readonly task: Task;
  readonly source: Source;
}

/**
 * All records of the sources in their order, at each step those that have come. What cannot be read is a failure in its
 * place, and the rest goes on.
 *
 * @param onRead told how many bytes of a source were read
 */
export async function* readTasks(
  sources: readonly Source[],
  onRead: (bytes: number) => void,
): AsyncGenerator<readonly Arrival[]> {
  const several = sources.length > 1;
  for (const source of sources) {
    const arrival = (task: Task): Arrival => ({ task, source });
    try {
      for await (const tasks of tasksOf(source, several, onRead)) yield tasks.map(arrival);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof Damaged || error instanceof BrokenArchive)) throw error;
      yield [arrival(failureOf(source, error.message))];
    }
  }
}

async function* tasksOf(
  source: Source,
  several: boolean,
  onRead: (bytes: number) => void,
): AsyncGenerator<readonly Task[]> {
  if (source.kind === 'document') yield [await readDocument(source, onRead)];
  else if (source.kind === 'jsonl') yield* readLines(source, several, onRead);
  else for await (const task of archivedDocuments(inflated(bytesOf(source, onRead)))) yield [task];
}

/** What a source is called in the output and in messages. */
export function nameOf({ path }: Source): string {
  return path === '-' ? 'standard input' : path;
}

function failureOf(source: Source, error: string): FailureTask {
  return { kind: 'failure', id: nameOf(source), error };
}

async function readDocument(source: Source, onRead: (bytes: number) => void): Promise<Task> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytesOf(source, onRead)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_DOCUMENT) throw new Unreadable('larger than 512 MiB');
  }
  const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  return { kind: 'document', bytes, id: nameOf(source), type: source.type };
}

async function* readLines(
  source: Source,
  several: boolean,
  onRead: (bytes: number) => void,
): AsyncGenerator<readonly Task[]> {
  const file = several ? nameOf(source) : undefined;
  for await (const lines of linesOf(inflated(bytesOf(source, onRead)))) {
    yield lines.map(({ bytes, number, tooLong }) => {
      if (!tooLong) return { kind: 'line', bytes, line: number, file };
      return failureOf(source, `line ${number}: longer than 256 MiB`);
    });
  }
}
