import { chmod, type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import type { BatchReport } from '../../report/index.ts';
import { isPacked, writeWhole } from '../write.ts';
import { gzipMember, readMembers } from './gzip-members.ts';
import { joined, type Sink, WrongOutput } from './sinks.ts';

const LINE_FEED = 0x0a;
const CHUNK = 1 << 20;
/** Bytes of a line that may say that a record failed; a message is shorter. */
const LONGEST_FAILURE = 1 << 20;

/**
 * A file of lines, one for each record, compressed if its name ends in `.gz`. They are collected in `FILE.part`, which takes the place of FILE when it is
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
  const packed = isPacked(name);
  const before =
    left === undefined
      ? { records: 0, failed: 0, end: 0 }
      : await countLines(packed ? readMembers(handle) : readChunks(handle), report);
  let whole = before.end;
  await handle.truncate(whole);
  if (left === undefined) await writeWhole(state, run);
  const join = joined('jsonl');
  const append = async (lines: Uint8Array): Promise<void> => {
    const bytes = packed ? await gzipMember(lines) : lines;
    await handle.appendFile(bytes);
    whole += bytes.length;
  };
  return {
    name,
    before,
    resumable: true,
    hasFiles: false,
    write: (finished) => append(join(finished)),
    async finish() {
      // An empty file is no gzip file.
      if (packed && whole === 0) await append(new Uint8Array());
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

/** Bytes that were read, and where the next ones lie in the file. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly end: number;
}

async function* readChunks(file: FileHandle): AsyncGenerator<Chunk> {
  for (let at = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield { bytes: buffer.subarray(0, bytesRead), end: at };
  }
}

/** The whole lines of a file, those that say that a record failed, and where the last whole line ends in the file. */
async function countLines(
  chunks: AsyncIterable<Chunk>,
  report: BatchReport | undefined,
): Promise<{ records: number; failed: number; end: number }> {
  const counted = { records: 0, failed: 0, end: 0 };
  let line: Uint8Array[] = [];
  let length = 0;
  const most = report === undefined ? LONGEST_FAILURE : Number.POSITIVE_INFINITY;
  for await (const chunk of chunks) {
    const { bytes } = chunk;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      length += end - start;
      if (length <= most) {
        const whole = Buffer.concat([...line, bytes.subarray(start, end)]);
        if (saysFailed(whole)) counted.failed++;
        const record = report === undefined ? undefined : JSON.parse(whole.toString());
        report?.add(record, record);
      }
      counted.records++;
      start = end + 1;
      // A compressed chunk has no rest: there are whole lines in it only.
      counted.end = chunk.end - (bytes.length - start);
      line = [];
      length = 0;
    }
    length += bytes.length - start;
    if (length <= most) line.push(bytes.subarray(start));
    else line = [];
  }
  return counted;
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
