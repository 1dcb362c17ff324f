import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Finished, type Sink, WrongOutput } from './sinks.ts';

/** The folder's own files while a run is at work: how far it came, and documents on their way to their names. */
const OWN = '.adstrip-part';
/** Milliseconds between two notes of how far it came; what was written since is written again. */
const NOTE_EVERY = 250;

interface State {
  readonly run: string;
  readonly records: number;
  readonly failed: number;
}

/**
 * A folder with a file for each document. A document lies under a name of the run's own until it is whole, and
 * `.adstrip-part` says how far the run came.
 *
 * @param extension of the files, with its point
 * @param run what tells this run from others: its input, its options, the program's version
 * @throws {WrongOutput} where it is to go on with what another run has left.
 */
export async function folderSink(folder: string, extension: string, run: string, resume: boolean): Promise<Sink> {
  await mkdir(folder, { recursive: true });
  const left = resume ? await readState(join(folder, OWN)) : undefined;
  if (left !== undefined && left.run !== run) {
    throw new WrongOutput(`${folder} holds a run with other input or options; remove ${OWN}, or leave out --resume`);
  }
  const before = { records: left?.records ?? 0, failed: left?.failed ?? 0 };
  let { records, failed } = before;
  let noted = 0;
  const made = new Set<string>();
  const note = async (): Promise<void> => {
    const state: State = { run, records, failed };
    await writeFile(join(folder, `${OWN}-state`), JSON.stringify(state));
    await rename(join(folder, `${OWN}-state`), join(folder, OWN));
    noted = Date.now();
  };
  await note();

  async function writeOne({ done, target }: Finished, slot: number): Promise<void> {
    const path = join(folder, `${target}${extension}`);
    const parent = dirname(path);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    const temporary = join(folder, `${OWN}-${slot}`);
    await writeFile(temporary, done.output);
    await rename(temporary, path);
  }

  return {
    name: folder,
    before,
    resumable: true,
    hasFiles: true,
    async write(finished) {
      await Promise.all(finished.filter(({ done }) => done.error === undefined).map(writeOne));
      records += finished.length;
      failed += finished.filter(({ done }) => done.error !== undefined).length;
      if (Date.now() - noted >= NOTE_EVERY) await note();
    },
    finish: () => removeOwn(folder),
    suspend: note,
    discard: () => removeOwn(folder),
  };
}

async function removeOwn(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.startsWith(OWN)) await rm(join(folder, name), { force: true });
}

async function readState(name: string): Promise<State | undefined> {
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const { run, records, failed }: Partial<State> = JSON.parse(text);
  return { run: String(run), records: Number(records), failed: Number(failed) };
}
