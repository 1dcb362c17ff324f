import { open } from 'node:fs/promises';
import type { Format } from '../options.ts';
import { packedFor, writeWhole } from '../write.ts';
import { ClosedPipe, joined, type Sink } from './sinks.ts';

/** What streams and devices have in common: nothing was there before, and no run can go on with what they took. */
const PASSING = { before: { records: 0, failed: 0 }, resumable: false, hasFiles: false } as const;

/** Standard output. */
export function standardOutput(format: Format): Sink {
  const join = joined(format);
  const stream = process.stdout;
  return {
    name: 'standard output',
    ...PASSING,
    write: (finished) =>
      new Promise<void>((resolve, reject) => {
        stream.write(join(finished), (error) => {
          if (error == null) resolve();
          else reject(pipeError(error));
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
    ...PASSING,
    async write(finished) {
      try {
        await handle.writeFile(join(finished));
      } catch (error) {
        throw pipeError(error);
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
    ...PASSING,
    async write(finished) {
      for (const { done } of finished) output = done.output;
    },
    finish: async () => writeWhole(name, await packedFor(name, output)),
    suspend: async () => {},
    discard: async () => {},
  };
}

/** What to say of a write that failed. */
function pipeError(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE' ? new ClosedPipe() : error;
}
