/** Sums under names, of which there may be any number: those of little weight are given up when there are too many. */
export interface Counters<Sums> {
  /** The sums under a name, to be added to. */
  of(name: string): Sums;
  /** All that are held, and how many names had to be given up. */
  readonly entries: ReadonlyMap<string, Sums>;
  readonly forgotten: number;
}

/**
 * Holds at most `most` names. When one more comes, the lighter half goes: so each name goes at most once for every
 * `most / 2` that came, and what is frequent throughout stays (the idea of lossy counting: G. S. Manku and R. Motwani,
 * "Approximate frequency counts over data streams", VLDB 2002).
 */
export function createCounters<Sums>(most: number, none: () => Sums, weigh: (sums: Sums) => number): Counters<Sums> {
  const entries = new Map<string, Sums>();
  let forgotten = 0;
  const giveUp = (): void => {
    const byWeight = [...entries].sort((a, b) => weigh(a[1]) - weigh(b[1]));
    const light = byWeight.slice(0, Math.ceil(byWeight.length / 2));
    for (const [name] of light) entries.delete(name);
    forgotten += light.length;
  };
  return {
    of(name) {
      const known = entries.get(name);
      if (known !== undefined) return known;
      if (entries.size >= most) giveUp();
      const sums = none();
      entries.set(name, sums);
      return sums;
    },
    entries,
    get forgotten() {
      return forgotten;
    },
  };
}
