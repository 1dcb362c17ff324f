/**
 * A column of zeros, in a part of the given room as long as there is enough. Room is columns that nobody reads any more:
 * what is freed the engine gives back late, and the system's allocator not at all.
 */
export function claimColumn(room: Int32Array[], length: number): Int32Array {
  for (let i = 0; i < room.length; i++) {
    if (room[i].length < length) continue;
    const column = room[i].subarray(0, length).fill(0);
    room[i] = room[i].subarray(length);
    return column;
  }
  return new Int32Array(length);
}
