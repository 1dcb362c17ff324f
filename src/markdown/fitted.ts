/** An array that is pushed to has room for so many entries from the first. */
const SPARE = 16;

/** The same list without room for more, which small ones have more of than entries. */
export function fitted<T>(list: T[]): T[] {
  return list.length < SPARE ? list.slice() : list;
}
