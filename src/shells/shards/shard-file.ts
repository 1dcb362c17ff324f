import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileSink } from '../batch/file-sink.ts';
import type { Sink } from '../batch/sinks.ts';

const PART = '.part';
const STATE = '.part.state';
/** What an attempt puts behind the output's name: its own id, and what the file is to it. */
const OF_ATTEMPT = /^\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\.part(?:\.state)?)?$/;

/** Another attempt at the same shard has begun since, and goes on in the place of this one. */
class TakenOver extends Error {
  constructor(output: string) {
    super(`${output}: another attempt has taken this shard over`);
    this.name = 'TakenOver';
  }
}

/**
 * A shard's output: a `fileSink` beside it that belongs to this attempt alone, renamed when it is complete. A queue
 * gives a job away again when it has not heard of its worker for a while, and cannot know that the worker is dead: it
 * may be frozen, or cut off from the queue. So an attempt never writes to what another one has begun. It copies the
 * whole lines that are there, which are the same in every attempt, and takes the other's file away, so that a worker
 * that comes back finds nothing to put into the output's place.
 *
 * @param run what tells this shard from others: what another shard has left there is not gone on with
 */
export async function shardFile(output: string, run: string): Promise<Sink> {
  await mkdir(dirname(output), { recursive: true });
  const own = `${output}.${randomUUID()}`;
  await takeOver(output, own, run);
  const sink = await fileSink(own, run, true, undefined);
  return {
    ...sink,
    name: output,
    async finish() {
      try {
        await sink.finish();
        await rename(own, output);
      } catch (error) {
        if (isMissing(error)) throw new TakenOver(output);
        throw error;
      }
    },
  };
}

/** Makes the longest that earlier attempts have written the beginning of the own one, and removes theirs. */
async function takeOver(output: string, own: string, run: string): Promise<void> {
  const others = await attemptsAt(output);
  let longest: { path: string; size: number } | undefined;
  for (const path of others) {
    if ((await ifThere(readFile(`${path}${STATE}`, 'utf8'))) !== run) continue;
    const size = (await ifThere(stat(`${path}${PART}`)))?.size ?? 0;
    if (size > (longest?.size ?? 0)) longest = { path, size };
  }
  if (longest !== undefined) {
    await copyFile(`${longest.path}${PART}`, `${own}${PART}`);
    // Last, as it says that the lines are there.
    await writeFile(`${own}${STATE}`, run);
  }
  for (const path of others) {
    for (const ending of ['', PART, STATE]) await rm(`${path}${ending}`, { force: true });
  }
}

/** The files of earlier attempts, without their endings. */
async function attemptsAt(output: string): Promise<string[]> {
  const folder = dirname(output);
  const name = basename(output);
  const ids = new Set<string>();
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(name)) continue;
    const id = OF_ATTEMPT.exec(entry.slice(name.length))?.[1];
    if (id !== undefined) ids.add(id);
  }
  return [...ids].map((id) => join(folder, `${name}.${id}`));
}

async function ifThere<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
