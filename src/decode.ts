// TextDecoder of the package that encoding-sniffer itself uses, and not the runtime's: Node 20 and 22 decode
// windows-1252 as ISO-8859-1 (curly quotes become control characters), know no iso-8859-16, and differ from the
// standard in several more.
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';
import { fitness, guessEncoding } from './guess-encoding.ts';

/** No encoding makes more UTF-16 units than it has bytes, and V8's strings hold 2^29 - 24 units. */
const MAX_BYTES = 2 ** 29 - 24;
/** Bytes searched for a `<meta>` or an XML declaration: the standard's 1024, and more when they hold none. */
const PRESCAN = 1024;
const LATE_META = 65536;
/** Bytes looked at to recognise UTF-16 without a byte order mark. */
const UTF16_SAMPLE = 65536;
/** Valid multi-byte sequences for one invalid one from which damaged UTF-8 is taken for more likely than anything else. */
const UTF8_PER_ERROR = 20;
/** Sequences that a text in a two-byte encoding forms by chance; a declared single-byte text forms none. */
const CHANCE_SEQUENCES = 4;
/** A declared encoding that fits worse than this gives way to a guess that fits better than that. */
const UNFIT = 0.4;
const FIT = 0.85;

const UNICODE = new Set(['utf-8', 'utf-16le', 'utf-16be']);
const TWO_BYTE = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr', 'shift_jis']);

/**
 * Bytes to text. A byte order mark decides; then the bytes have a say beside the declarations (`contentType`'s charset,
 * `<meta>`, an XML declaration), because many declare one encoding and send another.
 *
 * @param bytes what came over the wire, decompressed
 * @param contentType the Content-Type header, if known
 * @returns well-formed text without the mark, and the WHATWG name of the encoding in lower case
 */
export function decode(bytes: Uint8Array, contentType: string | undefined): { text: string; encoding: string } {
  if (bytes.length > MAX_BYTES) return decode(bytes.subarray(0, MAX_BYTES), contentType);
  const encoding = byteOrderMark(bytes) ?? utf16WithoutMark(bytes);
  if (encoding !== undefined) return decodeAs(bytes, encoding);

  const declared = declaredEncoding(bytes, contentType);
  const utf8 = strictUtf8(bytes);
  if (utf8 === undefined) return decodeAs(bytes, encodingOfInvalidUtf8(bytes, declared));

  // ASCII only: one encoding of seven bits is told by its escapes; in all others the text is the same.
  if (utf8.length === bytes.length) {
    if (declared === 'iso-2022-jp' || hasJapaneseEscapes(utf8)) return decodeAs(bytes, 'iso-2022-jp');
    return { text: utf8, encoding: declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared };
  }
  // A legacy text that is valid UTF-8 throughout is one whose declaration is wrong, unless it is very short.
  if (declared !== undefined && TWO_BYTE.has(declared) && countUtf8(bytes).sequences < CHANCE_SEQUENCES) {
    return decodeAs(bytes, declared);
  }
  return { text: utf8, encoding: 'utf-8' };
}

function encodingOfInvalidUtf8(bytes: Uint8Array, declared: string | undefined): string {
  const { sequences, errors } = countUtf8(bytes);
  if (sequences >= UTF8_PER_ERROR * errors) return 'utf-8';
  // Only a header can say UTF-16: a document that says so in ASCII letters is none.
  if (declared?.startsWith('utf-16')) return declared;
  const legacy = declared === undefined || UNICODE.has(declared) ? legacyName(sniff(bytes, LATE_META)) : declared;
  if (legacy !== undefined && fitness(bytes, legacy) >= UNFIT) return legacy;
  const guess = guessEncoding(bytes);
  if (guess.fitness >= FIT || legacy === undefined) return guess.fitness > 0 ? guess.encoding : 'windows-1252';
  return legacy;
}

/** What the header says, or else the document itself; `undefined` when neither does or the label means nothing. */
function declaredEncoding(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const header = contentType === undefined ? undefined : charsetOf(contentType);
  const named = header === undefined ? undefined : (normalizeEncoding(header) ?? undefined);
  const inside = sniff(bytes, PRESCAN);
  if (named === undefined) return usable(inside);
  // Servers send their default, ISO-8859-1, with pages that know better.
  if (named === 'windows-1252' && inside !== undefined) return usable(inside);
  return usable(named);
}

function usable(encoding: string | undefined): string | undefined {
  if (encoding === 'replacement') return undefined;
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
}

function legacyName(encoding: string | undefined): string | undefined {
  return encoding === undefined || UNICODE.has(encoding) ? undefined : usable(encoding);
}

/** The encoding that `<meta>` or an XML declaration names within the first `limit` bytes. */
function sniff(bytes: Uint8Array, limit: number): string | undefined {
  const sniffer = new Sniffer({ maxBytes: limit });
  sniffer.write(bytes.subarray(0, limit));
  return sniffer.resultType === ResultType.DEFAULT ? undefined : sniffer.encoding.toLowerCase();
}

/** The value of `charset` in a Content-Type header, quotes removed. */
function charsetOf(contentType: string): string | undefined {
  for (const parameter of contentType.split(';')) {
    const equals = parameter.indexOf('=');
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== 'charset') continue;
    const value = parameter.slice(equals + 1).trim();
    const quote = value[0];
    const bare = quote === '"' || quote === "'" ? value.slice(1, value.endsWith(quote) ? -1 : undefined) : value;
    return bare.trim();
  }
  return undefined;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 shows in the zero bytes of its ASCII characters (markup, blanks, digits, in every language), all on one side
 * of the pairs. Two things tell it from other bytes with zeros among them: pairs that are control or private characters
 * (binary data), and pairs that are two ASCII characters (a text with zeros in it; Han characters fall there at random).
 */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, UTF16_SAMPLE) & ~1;
  if (!bytes.subarray(0, end).includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  let ascii = 0;
  for (let i = 0; i < end; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (first === 0) even++;
    if (second === 0) odd++;
    if (isAsciiText(first) && isAsciiText(second)) ascii++;
  }
  const pairs = end / 2;
  // A character U+xx00 has its zero on the other side: rare, but it happens in Han text.
  if (Math.min(even, odd) * 8 > Math.max(even, odd) || Math.max(even, odd) * 100 < pairs || ascii * 2 >= pairs) {
    return undefined;
  }
  const bigEndian = even > odd;
  let strange = 0;
  for (let i = 0; i < end; i += 2) {
    const high = (bigEndian ? bytes[i] : bytes[i + 1]) ?? 0;
    const low = (bigEndian ? bytes[i + 1] : bytes[i]) ?? 0;
    if (high === 0 ? low < 0xa0 && !isAsciiText(low) : high >= 0xe0 && high < 0xf9) strange++;
  }
  if (strange * 50 > pairs) return undefined;
  return bigEndian ? 'utf-16be' : 'utf-16le';
}

/** Printable ASCII, tab, line feed, form feed, carriage return. */
function isAsciiText(byte: number): boolean {
  return byte >= 0x20 ? byte < 0x7f : byte === 9 || byte === 10 || byte === 12 || byte === 13;
}

function hasJapaneseEscapes(text: string): boolean {
  return (text.includes('\u001b$B') || text.includes('\u001b$@')) && text.includes('\u001b(');
}

/** The text of valid UTF-8; a sequence cut off at the very end counts as valid. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - unfinished(bytes)));
  } catch {
    return undefined; // the decoder's way to say that the bytes are not valid
  }
}

/** Bytes of an unfinished UTF-8 sequence at the end, 0 to 3: pages are cut off at byte limits. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Counts multi-byte sequences of the right shape, and bytes that belong to none. */
function countUtf8(bytes: Uint8Array): { sequences: number; errors: number } {
  let sequences = 0;
  let errors = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const tail = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    let seen = 0;
    while (seen < tail && ((bytes[i + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (tail > 0 && seen === tail) sequences++;
    else errors++;
    i += seen;
  }
  return { sequences, errors };
}

/** Bytes in a known encoding, a WHATWG name, to well-formed text without a byte order mark. */
export function decodeAs(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
