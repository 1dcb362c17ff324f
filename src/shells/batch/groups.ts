import type { Shard } from '../arguments.ts';
import type { Arrival } from './read-tasks.ts';
import { sizeOf } from './tasks.ts';

export interface Item extends Arrival {
  /** From 1, among all records of the input. */
  readonly number: number;
}

/** Records that go to a thread together. */
export interface Group {
  readonly items: readonly Item[];
  /** Bytes that they hold. */
  readonly size: number;
}

/** Short records go together, so that handing them over costs less than the work on them. */
const MOST_ITEMS = 32;
const MOST_BYTES = 128 * 1024;

/**
 * Groups of the records that are this run's: those of the shard, less the first `done`. A group never waits for records
 * that have not come yet.
 */
export async function* groupsOf(
  arrivals: AsyncIterable<readonly Arrival[]>,
  shard: Shard | undefined,
  done: number,
): AsyncGenerator<Group> {
  let number = 0;
  let ours = 0;
  for await (const come of arrivals) {
    let items: Item[] = [];
    let size = 0;
    for (const arrival of come) {
      number++;
      if (shard !== undefined && (number - 1) % shard.count !== shard.index) continue;
      if (ours++ < done) continue;
      const bytes = sizeOf(arrival.task);
      if (items.length >= MOST_ITEMS || (items.length > 0 && size + bytes > MOST_BYTES)) {
        yield { items, size };
        items = [];
        size = 0;
      }
      items.push({ ...arrival, number });
      size += bytes;
    }
    if (items.length > 0) yield { items, size };
  }
}
