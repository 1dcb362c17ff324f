import type { Transform } from 'node:stream';
import zlib, { brotliDecompressSync, createGunzip, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
/** Bytes that one compressed document may become: what a string of Node's can hold. */
const LONGEST_DOCUMENT = 2 ** 29;

/** Compressed data that ends early or is damaged; what came before it has been handed on. */
export class Damaged extends Error {}

/** The bytes of a file as they were before they were compressed; how is seen from their beginning. */
export async function* inflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    let head: Uint8Array = new Uint8Array();
    while (head.length < ZSTD.length) {
      const { value, done } = await iterator.next();
      if (done) break;
      head = head.length === 0 ? value : Buffer.concat([head, value]);
    }
    const inflater = inflaterFor(head);
    const rest = { [Symbol.asyncIterator]: () => iterator };
    if (head.length > 0 && inflater === undefined) yield head;
    if (inflater === undefined) yield* rest;
    else yield* through(inflater, head, rest);
  } finally {
    await iterator.return?.();
  }
}

function inflaterFor(head: Uint8Array): Transform | undefined {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, i) => head[i] === byte);
  if (begins(GZIP)) return createGunzip();
  if (!begins(ZSTD)) return undefined;
  // In Node since 22.15; the types are those of Node 20.
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') throw new Damaged('zstd data, which Node can read from 22.15 on');
  return create() as Transform;
}

/**
 * Hands on all that comes out of a chunk before the next goes in. A pipe would lose what has come out already when the
 * data turn out to be damaged.
 */
async function* through(
  inflater: Transform,
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  let failure: Error | undefined;
  inflater.on('data', (chunk: Uint8Array) => out.push(chunk));
  // One that is replaced: a promise for the whole file would hold on to all that was ever raced against it.
  let tell: () => void = () => {};
  inflater.on('error', (error) => {
    failure ??= error;
    tell();
  });
  const done = (begin: (resolve: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      tell = resolve;
      begin(resolve);
    });
  const taken = (): Uint8Array[] => {
    const ready = out;
    out = [];
    return ready;
  };
  try {
    for await (const chunk of chain(head, rest)) {
      await done((resolve) => inflater.write(chunk, () => resolve()));
      yield* taken();
      if (failure !== undefined) break;
    }
    if (failure === undefined) {
      await done((resolve) => inflater.once('end', resolve).end());
      yield* taken();
    }
  } finally {
    inflater.destroy();
  }
  if (failure !== undefined) throw new Damaged(said(failure));
}

async function* chain(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

function said(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  return code === 'Z_BUF_ERROR' ? 'compressed data that end early' : `damaged compressed data: ${error.message}`;
}

/** A document without the content encodings of HTTP, the last of which was put on last. */
export function decompressed(bytes: Uint8Array, contentEncoding: string | undefined): Uint8Array {
  const encodings = (contentEncoding ?? '').toLowerCase().split(',');
  let plain = bytes;
  for (const encoding of encodings.reverse()) {
    const decoder = DECODERS.get(encoding.trim());
    if (decoder !== undefined) plain = decoder(plain);
  }
  return plain;
}

type Decoder = (bytes: Uint8Array) => Uint8Array;
const limit = { maxOutputLength: LONGEST_DOCUMENT };

/**
 * Archives often hold the body decoded and its headers as they were: what does not begin like gzip is taken as it
 * stands, and so is what no other decoder can read.
 */
const gunzip: Decoder = (bytes) => (GZIP.every((byte, i) => bytes[i] === byte) ? gunzipSync(bytes, limit) : bytes);
const DECODERS: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', orAsItIs((bytes) => brotliDecompressSync(bytes, limit))],
  ['deflate', orAsItIs((bytes) => inflate(bytes))],
]);

/** Servers send either kind under the one name. */
function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, limit);
  } catch {
    return inflateRawSync(bytes, limit);
  }
}

function orAsItIs(decoder: Decoder): Decoder {
  return (bytes) => {
    try {
      return decoder(bytes);
    } catch {
      return bytes;
    }
  };
}
