import { chmod, type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import type { BatchReport } from '../../report/index.ts';
import { writeWhole } from '../write.ts';
import { joined, type Sink, WrongOutput } from './sinks.ts';

const LINE_FEED = 0x0a;
const CHUNK = 1 << 20;
/** Bytes of a line that may say that a record failed; a message is shorter. */
const LONGEST_FAILURE = 1 << 20;

/**
 * A file of lines, one for each record. They are collected in `FILE.part`, which takes the place of FILE when it is
 * complete; `FILE.part.state` says which run it belongs to. A run that goes on counts the whole lines that are there.
 *
 * @param run what tells this run from others: its input, its options, the program's version
 * @param report counts in what is there already
 * @throws {WrongOutput} where it is to go on with what another run has left.
 */
export async function fileSink(
  name: string,
  run: string,
  resume: boolean,
  report: BatchReport | undefined,
): Promise<Sink> {
  const target = await realpath(name).catch(() => name);
  const part = `${target}.part`;
  const state = `${part}.state`;
  const left = resume ? await readIfThere(state) : undefined;
  if (left !== undefined && left !== run) {
    throw new WrongOutput(`${part} is of a run with other input or options; remove it, or leave out --resume`);
  }
  const handle = await open(part, left === undefined ? 'w+' : 'a+');
  const before = left === undefined ? { records: 0, failed: 0, bytes: 0 } : await countLines(handle, report);
  let whole = before.bytes;
  await handle.truncate(whole);
  if (left === undefined) await writeWhole(state, run);
  const join = joined('jsonl');
  return {
    name,
    before,
    resumable: true,
    hasFiles: false,
    async write(finished) {
      const bytes = join(finished);
      await handle.appendFile(bytes);
      whole += bytes.length;
    },
    async finish() {
      await handle.datasync();
      await handle.close();
      const old = await stat(target).catch(() => undefined);
      if (old !== undefined) await chmod(part, old.mode & 0o7777);
      await rename(part, target);
      await rm(state, { force: true });
    },
    async suspend() {
      // A full disk can end a write in the middle of a line.
      await handle.truncate(whole);
      await handle.close();
    },
    async discard() {
      await handle.close();
      await rm(part, { force: true });
      await rm(state, { force: true });
    },
  };
}

/** The whole lines of a file, those that say that a record failed, and the bytes of them all. */
async function countLines(
  handle: FileHandle,
  report: BatchReport | undefined,
): Promise<{ records: number; failed: number; bytes: number }> {
  let records = 0;
  let failed = 0;
  let bytes = 0;
  let line: Buffer[] = [];
  let length = 0;
  const most = report === undefined ? LONGEST_FAILURE : Number.POSITIVE_INFINITY;
  const buffer = Buffer.alloc(CHUNK);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, at);
    if (bytesRead === 0) return { records, failed, bytes };
    let start = 0;
    for (let end = buffer.indexOf(LINE_FEED); end >= 0 && end < bytesRead; end = buffer.indexOf(LINE_FEED, start)) {
      length += end - start;
      if (length <= most) {
        const whole = Buffer.concat([...line, buffer.subarray(start, end)]);
        if (saysFailed(whole)) failed++;
        const record = report === undefined ? undefined : JSON.parse(whole.toString());
        report?.add(record, record);
      }
      records++;
      start = end + 1;
      bytes = at + start;
      line = [];
      length = 0;
    }
    length += bytesRead - start;
    if (length <= most) line.push(Buffer.from(buffer.subarray(start, bytesRead)));
    else line = [];
    at += bytesRead;
  }
}

/** Whether a line is `{"id":…,"error":"…"}` and no more: a result has other fields as well. */
function saysFailed(line: Buffer): boolean {
  if (!line.includes(',"error":"') || line.includes('"removed":[')) return false;
  const record: unknown = JSON.parse(line.toString());
  return typeof record === 'object' && record !== null && 'error' in record && Object.keys(record).length === 2;
}

async function readIfThere(name: string): Promise<string | undefined> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
