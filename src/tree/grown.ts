/** The same array with room for at least one more, or the one given. */
export function grown(array: Int32Array, length: number): Int32Array {
  return length < array.length ? array : resized(array, array.length * 2);
}

export function resized(array: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

export function resizedBytes(array: Uint8Array, length: number): Uint8Array {
  const larger = new Uint8Array(length);
  larger.set(array);
  return larger;
}
