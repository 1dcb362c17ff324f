import { transcode } from 'node:buffer';

/** The first byte of general punctuation in UTF-8: dashes, quotation marks, ellipses. */
const PUNCTUATION = 0xe2;

/**
 * The text of valid UTF-8. Where it holds what Latin-1 has not, `transcode` to UTF-16 takes less than half of the time of
 * `toString` (Node 20 and 22, measured), and such a text takes two bytes a unit either way. Punctuation tells most of
 * them at the cost of one `memchr`.
 */
export function utf8Text(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes(PUNCTUATION)
    ? transcode(buffer, 'utf8', 'utf16le').toString('utf16le')
    : buffer.toString('utf8');
}
