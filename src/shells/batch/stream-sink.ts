import { open } from 'node:fs/promises';
import type { Format } from '../options.ts';
import { writeWhole } from '../write.ts';
import { ClosedPipe, joined, type Sink } from './sinks.ts';

const NOTHING_BEFORE = { records: 0, failed: 0 };

/** Standard output. */
export function standardOutput(format: Format): Sink {
  const join = joined(format);
  const stream = process.stdout;
  return {
    name: 'standard output',
    before: NOTHING_BEFORE,
    resumable: false,
    hasFiles: false,
    write: (finished) =>
      new Promise<void>((resolve, reject) => {
        stream.write(join(finished), (error) => {
          if (error == null) resolve();
          else reject('code' in error && error.code === 'EPIPE' ? new ClosedPipe() : error);
        });
      }),
    finish: async () => {},
    suspend: async () => {},
    discard: async () => {},
  };
}

/** Something that is no ordinary file: a device, or a pipe with a name. */
export async function device(name: string, format: Format): Promise<Sink> {
  const join = joined(format);
  const handle = await open(name, 'w');
  return {
    name,
    before: NOTHING_BEFORE,
    resumable: false,
    hasFiles: false,
    async write(finished) {
      try {
        await handle.writeFile(join(finished));
      } catch (error) {
        throw error instanceof Error && 'code' in error && error.code === 'EPIPE' ? new ClosedPipe() : error;
      }
    },
    finish: () => handle.close(),
    suspend: () => handle.close(),
    discard: () => handle.close(),
  };
}

/** A file for the only document. */
export function documentFile(name: string): Sink {
  let output: Uint8Array = new Uint8Array();
  return {
    name,
    before: NOTHING_BEFORE,
    resumable: false,
    hasFiles: false,
    async write(finished) {
      for (const { done } of finished) output = done.output;
    },
    finish: () => writeWhole(name, output),
    suspend: async () => {},
    discard: async () => {},
  };
}
