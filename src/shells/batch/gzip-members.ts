import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/**
 * A member's header (RFC 1952) with an extra field that holds the length of the whole member, as BGZF has it for genomes:
 * so what an interrupted run has written is gone through member by member, and what is left of the last one is seen.
 */
const HEADER = Buffer.from([
  ...[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff], // deflate, with an extra field; no time, no system
  ...[8, 0, 0x61, 0x73, 4, 0], // its 8 bytes: a subfield 'as' of 4
  ...[0, 0, 0, 0],
]);
const LENGTH_AT = HEADER.length - 4;
/** Bytes of the header that Node writes: the same without the extra field. */
const PLAIN_HEADER = 10;

const compress: (bytes: Uint8Array) => Promise<Buffer> = promisify(gzip);
const decompress: (bytes: Uint8Array) => Promise<Buffer> = promisify(gunzip);

/** Bytes as one gzip member. Members one after the other are a gzip file of all that is in them. */
export async function gzipMember(bytes: Uint8Array): Promise<Buffer> {
  const member = Buffer.concat([HEADER, (await compress(bytes)).subarray(PLAIN_HEADER)]);
  member.writeUInt32LE(member.length, LENGTH_AT);
  return member;
}

/** What the whole members of a file hold, up to the first that is cut off, damaged or somebody else's. */
export async function* readMembers(
  file: FileHandle,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly end: number }> {
  const header = Buffer.alloc(HEADER.length);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(header, 0, header.length, at);
    const isOurs = bytesRead === header.length && header.subarray(0, LENGTH_AT).equals(HEADER.subarray(0, LENGTH_AT));
    const { size } = await file.stat();
    const length = header.readUInt32LE(LENGTH_AT);
    if (!isOurs || at + length > size) return;
    const member = Buffer.alloc(length);
    await file.read(member, 0, length, at);
    at += length;
    const bytes = await decompress(member).catch(() => undefined);
    if (bytes === undefined) return;
    yield { bytes, end: at };
  }
}
