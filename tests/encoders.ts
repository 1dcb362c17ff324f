import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js';

/** Texts as bytes in the encodings that runtimes only decode: tables made by asking the decoder. */

const ENCODERS = new Map<string, (text: string) => Uint8Array>();

/** GB18030 has four bytes for each character of the basic plane that GBK has not. */
function addFourBytes(table: Map<string, number[]>, decoder: InstanceType<typeof StandardDecoder>): void {
  for (let pointer = 0; pointer < 39_420; pointer++) {
    const bytes = [
      0x81 + Math.trunc(pointer / 12_600),
      0x30 + (Math.trunc(pointer / 1260) % 10),
      0x81 + (Math.trunc(pointer / 10) % 126),
      0x30 + (pointer % 10),
    ];
    table.set(decoder.decode(Uint8Array.from(bytes)), bytes);
  }
}

/** Character → bytes of a legacy encoding, from its decoder. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const known = ENCODERS.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = new StandardDecoder(encoding);
  if (encoding === 'gb18030') addFourBytes(table, decoder);
  for (let lead = 0xff; lead >= 0x80; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const pair = decoder.decode(Uint8Array.of(lead, trail));
      if (pair.length <= 2 && !pair.includes('\ufffd') && [...pair].length === 1) table.set(pair, [lead, trail]);
    }
  }
  for (let byte = 0; byte < 256; byte++) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (character !== '\ufffd' && character.length === 1) table.set(character, [byte]);
  }
  const encoder = (text: string): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const bytes = table.get(character);
        if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
        return bytes;
      }),
    );
  ENCODERS.set(encoding, encoder);
  return encoder;
}

export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** JIS X 0208 characters are those of EUC-JP without the high bits, between two escapes. */
function iso2022jp(text: string): Uint8Array {
  const euc = encoderOf('euc-jp');
  const out: number[] = [];
  let wide = false;
  for (const character of text) {
    const bytes = euc(character);
    const isWide = bytes.length === 2;
    if (isWide !== wide) out.push(0x1b, isWide ? 0x24 : 0x28, 0x42);
    wide = isWide;
    for (const byte of bytes) out.push(byte & 0x7f);
  }
  if (wide) out.push(0x1b, 0x28, 0x42);
  return Uint8Array.from(out);
}

/** A text's bytes in any WHATWG encoding; throws where the encoding has no bytes for a character. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  return encoding === 'iso-2022-jp' ? iso2022jp(text) : encoderOf(encoding)(text);
}
