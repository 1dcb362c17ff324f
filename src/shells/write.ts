import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes to standard output or standard error and waits until it has gone. A reader that has gone away is no error. */
export function writeStream(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error | null): void => {
      stream.off('error', finish);
      if (error == null || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(error);
    };
    stream.once('error', finish);
    stream.write(text, finish);
  });
}

/**
 * Writes a whole file: beside it first and then renamed, so that nobody sees half of it and a failure leaves the old
 * one. What is no ordinary file (a device, a pipe) is written to directly.
 */
export async function writeWhole(name: string, text: string | Uint8Array): Promise<void> {
  const target = await realpath(name).catch(() => name);
  const before = await stat(target).catch(() => undefined);
  if (before !== undefined && !before.isFile()) return writeFile(target, text);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (before !== undefined) await chmod(temporary, before.mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Whether a file is compressed, by its name. */
export function isPacked(name: string): boolean {
  return /\.gz$/i.test(name);
}

/** A document as a file of that name holds it. */
export async function packedFor(name: string, document: string | Uint8Array): Promise<string | Uint8Array> {
  return isPacked(name) ? (await import('node:zlib')).gzipSync(document) : document;
}
