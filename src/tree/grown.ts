/** The same array with room for at least one more, or the one given. */
export function grown(array: Int32Array, length: number): Int32Array {
  if (length < array.length) return array;
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
