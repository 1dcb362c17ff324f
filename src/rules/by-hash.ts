/** Lists of things by hash. Each list is made when it is first asked for: of thousands, a page needs a few. */
export interface ByHash<T> {
  /** How many hashes lead to something. */
  readonly size: number;
  get(hash: number): readonly T[] | undefined;
}

/** What is to be found by hash, as `[hash, number, hash, number, …]`; those of one hash stand together. */
export type HashPairs = readonly number[];

/** The pairs of what was collected by hash. */
export function pairsOf(numbers: ReadonlyMap<number, readonly number[]>): HashPairs {
  const pairs: number[] = [];
  for (const [hash, list] of numbers) for (const number of list) pairs.push(hash, number);
  return pairs;
}

/** @param make makes a thing of its number. */
export function byHash<T>(pairs: HashPairs, make: (number: number) => T): ByHash<T> {
  // The list, or where its pairs begin while nobody has asked for it. From the end, so that the first pair counts.
  const lists = new Map<number, readonly T[] | number>();
  for (let at = pairs.length - 2; at >= 0; at -= 2) lists.set(pairs[at], at);
  return {
    size: lists.size,
    get(hash: number): readonly T[] | undefined {
      const known = lists.get(hash);
      if (typeof known !== 'number') return known;
      const list: T[] = [];
      for (let at = known; at < pairs.length && pairs[at] === hash; at += 2) list.push(make(pairs[at + 1]));
      lists.set(hash, list);
      return list;
    },
  };
}

/** Puts a number under a hash. */
export function addNumber(numbers: Map<number, number[]>, hash: number, number: number): void {
  const list = numbers.get(hash);
  if (list === undefined) numbers.set(hash, [number]);
  else list.push(number);
}
