/** A line without its end, with its number from 1. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly number: number;
  /** Set where it was longer than can be read; `bytes` is empty then. */
  readonly tooLong?: true;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** Bytes of a line that are held; a string of Node's holds twice as many units. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** The lines that are not blank; at each step those that a chunk completes, so that no line waits for the next chunk. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let number = 0;
  const complete = (last: Uint8Array): Line | undefined => {
    const tooLong = held > LONGEST_LINE;
    const bytes = parts.length === 0 || tooLong ? last : Buffer.concat([...parts, last]);
    parts = [];
    held = 0;
    number++;
    if (tooLong) return { bytes: new Uint8Array(), number, tooLong };
    const trimmed = number === 1 ? withoutMark(bytes) : bytes;
    return isBlank(trimmed) ? undefined : { bytes: trimmed, number };
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const line = complete(chunk.subarray(start, end));
      if (line !== undefined) lines.push(line);
      start = end + 1;
    }
    if (start < chunk.length) {
      held += chunk.length - start;
      // What is too long is counted only.
      if (held <= LONGEST_LINE) parts.push(chunk.subarray(start));
      else parts = [];
    }
    if (lines.length > 0) yield lines;
  }
  if (held > 0) {
    const line = complete(new Uint8Array());
    if (line !== undefined) yield [line];
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === CARRIAGE_RETURN);
}
