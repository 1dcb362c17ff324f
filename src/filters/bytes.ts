/**
 * An engine as one block of bytes: a header, then parts that are read where they lie, so that loading costs no more than
 * a check sum. Parts are numbered; each begins at a multiple of eight bytes. Integers are little-endian, as on every
 * platform that JavaScript runs on.
 */
const MAGIC = 0x46534441; // the letters ADSF
/** Goes up with every change of the layout. */
const VERSION = 1;
/** Magic, version, check sum, number of parts; then offset and length of each part. */
const HEADER_WORDS = 4;

/** Bytes that no engine was saved as, said in one sentence. */
export class BrokenBytes extends Error {}

/** Joins parts into one block. */
export function writeParts(parts: readonly (Uint8Array | Int32Array)[]): Uint8Array {
  const offsets: number[] = [];
  let length = aligned((HEADER_WORDS + 2 * parts.length) * 4);
  for (const part of parts) {
    offsets.push(length);
    length = aligned(length + part.byteLength);
  }
  const bytes = new Uint8Array(length);
  const words = new Int32Array(bytes.buffer);
  words[0] = MAGIC;
  words[1] = VERSION;
  words[3] = parts.length;
  for (const [index, part] of parts.entries()) {
    words[HEADER_WORDS + 2 * index] = offsets[index];
    words[HEADER_WORDS + 2 * index + 1] = part.byteLength;
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offsets[index]);
  }
  words[2] = checkSum(words);
  return bytes;
}

/**
 * The parts of a block. They share its memory.
 *
 * @param bytes begins at a multiple of eight bytes of its buffer
 * @throws {BrokenBytes} where the bytes are not those that `writeParts` made.
 */
export function readParts(bytes: Uint8Array): Uint8Array[] {
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 8 !== 0) {
    throw new BrokenBytes('these bytes are no saved filter engine');
  }
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  if (words[0] !== MAGIC) throw new BrokenBytes('these bytes are no saved filter engine');
  if (words[1] !== VERSION) {
    throw new BrokenBytes('the engine was saved by another version of adstrip: load the lists again');
  }
  if (words[2] !== checkSum(words)) throw new BrokenBytes('the saved engine is damaged: load the lists again');
  return Array.from({ length: words[3] }, (_, index) => {
    const offset = words[HEADER_WORDS + 2 * index];
    return bytes.subarray(offset, offset + words[HEADER_WORDS + 2 * index + 1]);
  });
}

/** A part read as 32-bit integers. */
export function asIntegers(part: Uint8Array): Int32Array {
  return new Int32Array(part.buffer, part.byteOffset, part.byteLength >> 2);
}

function aligned(length: number): number {
  return (length + 7) & ~7;
}

/** Of all words but its own: FNV-1a by words, with a rotation so that the upper bits count too. */
function checkSum(words: Int32Array): number {
  let sum = 0x811c9dc5 | 0;
  for (let i = 0; i < words.length; i++) {
    if (i === 2) continue;
    const mixed = Math.imul(sum ^ words[i], 0x01000193);
    sum = (mixed << 13) | (mixed >>> 19);
  }
  return sum;
}
