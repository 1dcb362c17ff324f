/** The same array with room for at least one more, or the one given. */
export function grown<T extends Int32Array | Uint8Array>(array: T, length: number): T;
export function grown(array: Int32Array | Uint8Array, length: number): Int32Array | Uint8Array {
  if (length < array.length) return array;
  const room = array.length * 2;
  const larger = array instanceof Int32Array ? new Int32Array(room) : new Uint8Array(room);
  larger.set(array);
  return larger;
}
