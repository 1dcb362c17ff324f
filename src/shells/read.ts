import { fstatSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

/** Bytes that are decoded to see whether they are text. */
const SAMPLE = 65536;
/** Share of control and replacement characters from which a sample is no text; noise has a tenth or more. */
const NOISE = 0.05;

/** How files begin that are no text, and what they are. Signatures: IANA media type registrations. */
const SIGNATURES: readonly (readonly [what: string, offset: number, bytes: readonly number[]])[] = [
  ['gzip data', 0, [0x1f, 0x8b]],
  ['zstd data', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2 data', 0, [0x42, 0x5a, 0x68]],
  ['xz data', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a ZIP archive', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', 0, [0xff, 0xd8, 0xff]],
  ['a GIF image', 0, [0x47, 0x49, 0x46, 0x38]],
  ['a RIFF file', 0, [0x52, 0x49, 0x46, 0x46]],
  ['an MP4 file', 4, [0x66, 0x74, 0x79, 0x70]],
  ['a PDF file', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a program', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ['a font', 0, [0x77, 0x4f, 0x46]],
];

/** Something that cannot be read, said in one line. */
export class Unreadable extends Error {}

/** A document's bytes from a file, or from standard input for `-`. */
export async function readInput(name: string): Promise<Uint8Array> {
  const bytes = name === '-' ? await readStandardInput() : await readNamed(name);
  const what = await noText(bytes);
  if (what !== undefined) throw new Unreadable(`no text but ${what}`);
  return bytes;
}

async function readNamed(name: string): Promise<Uint8Array> {
  try {
    if ((await stat(name)).isDirectory()) throw new Unreadable('is a folder');
    return await readFile(name);
  } catch (error) {
    throw unreadable(error);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    // Node takes a folder on standard input for an empty stream.
    if (fstatSync(0).isDirectory()) throw new Unreadable('is a folder');
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(error);
  }
}

const REASONS = new Map([
  ['ENOENT', 'no such file'],
  ['ENOTDIR', 'no such file'],
  ['EACCES', 'no permission to read it'],
  ['EPERM', 'no permission to read it'],
  ['EISDIR', 'is a folder'],
  ['ERR_FS_FILE_TOO_LARGE', 'larger than 2 GiB'],
  ['ERR_INVALID_ARG_VALUE', 'no such file'],
]);

/** Why a file cannot be read, in a few words. */
export function unreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new Unreadable(REASONS.get(code) ?? (error instanceof Error ? error.message : String(error)));
}

/** What the bytes are if they are no text. */
export async function noText(bytes: Uint8Array): Promise<string | undefined> {
  for (const [what, offset, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[offset + i] === byte)) return what;
  }
  // Loaded only now, so that --help and a missing file need not wait for the tables of encodings.
  const { decode } = await import('../decode.ts');
  const { text } = decode(bytes.subarray(0, SAMPLE), undefined);
  let noise = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? (code < 9 || code > 13) && code !== 0x1b : code === 0xfffd || (code >= 0x7f && code < 0xa0))
      noise++;
  }
  return noise > NOISE * text.length ? 'binary data' : undefined;
}
