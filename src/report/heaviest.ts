/** The so many items of greatest weight out of any number; of equal ones those that came first. */
export interface Heaviest<Item> {
  add(weight: number, item: () => Item): void;
  /** The heaviest first. */
  list(): readonly Item[];
}

export function createHeaviest<Item>(most: number): Heaviest<Item> {
  const entries: { readonly weight: number; readonly item: Item }[] = [];
  return {
    add(weight, item) {
      let at = entries.length;
      if (at === most && !(weight > entries[at - 1].weight)) return;
      while (at > 0 && weight > entries[at - 1].weight) at--;
      entries.splice(at, 0, { weight, item: item() });
      if (entries.length > most) entries.pop();
    },
    list: () => entries.map(({ item }) => item),
  };
}
