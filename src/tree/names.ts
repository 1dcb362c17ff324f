import { hashSlice, hashWord, sliceIs } from './hash.ts';

/** The names in one source as numbers: those known before, then those that only this source has. */
export interface Names {
  /** The number of the name `source.slice(start, end)`, ASCII letter case aside; a new one for a new name. */
  readonly numberOf: (start: number, end: number) => number;
  /** Names by number, in small letters. */
  readonly names: readonly string[];
}

/** The numbers of known names by their hashes, from the index `first` on. */
export function numbersByHash(names: readonly string[], first: number): ReadonlyMap<number, number> {
  return new Map(names.slice(first).map((name, i) => [hashWord(name), i + first]));
}

/** Numbers for the names in a source. `known` are given by index; `byHash` leads to them. */
export function createNames(source: string, known: readonly string[], byHash: ReadonlyMap<number, number>): Names {
  const names = known.slice();
  const ownByHash = new Map<number, number>();
  const own = new Map<string, number>();
  return {
    names,
    numberOf(start, end) {
      const hash = hashSlice(source, start, end);
      const number = byHash.get(hash) ?? ownByHash.get(hash);
      if (number !== undefined && sliceIs(source, start, end, names[number])) return number;
      const name = source.slice(start, end).toLowerCase();
      let added = own.get(name);
      if (added === undefined) {
        added = names.push(name) - 1;
        own.set(name, added);
        if (number === undefined) ownByHash.set(hash, added); // of two names with one hash, only the first is found so
      }
      return added;
    },
  };
}
