type Growing = Int32Array | Uint8Array | Float32Array;

/** The same array with room for at least one more, or the one given. */
export function grown<T extends Growing>(array: T, length: number): T;
export function grown(array: Growing, length: number): Growing {
  if (length < array.length) return array;
  const larger = empty(array, array.length * 2);
  larger.set(array);
  return larger;
}

function empty(array: Growing, length: number): Growing {
  if (array instanceof Int32Array) return new Int32Array(length);
  return array instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
}
