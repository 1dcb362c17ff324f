/** Strings in one block of UTF-8, by number; each is decoded when it is asked for. */
export interface Strings {
  get(index: number): string;
}

export interface StringTable {
  /** The number of a string; equal strings have one. */
  add(text: string): number;
  finish(): { text: Uint8Array; offsets: Int32Array };
}

export function stringTable(): StringTable {
  const numbers = new Map<string, number>();
  return {
    add(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    finish() {
      const encoder = new TextEncoder();
      const parts = [...numbers.keys()].map((text) => encoder.encode(text));
      const offsets = new Int32Array(parts.length + 1);
      for (const [index, part] of parts.entries()) offsets[index + 1] = offsets[index] + part.length;
      const text = new Uint8Array(offsets[parts.length]);
      for (const [index, part] of parts.entries()) text.set(part, offsets[index]);
      return { text, offsets };
    },
  };
}

export function readStrings(text: Uint8Array, offsets: Int32Array): Strings {
  const decoder = new TextDecoder();
  return { get: (index) => decoder.decode(text.subarray(offsets[index], offsets[index + 1])) };
}
