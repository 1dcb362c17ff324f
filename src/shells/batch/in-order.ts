/** How much may be at work or wait for its turn. */
export interface Window {
  readonly items: number;
  readonly bytes: number;
}

/**
 * Does the work on several items at once and gives the results in the order of the items. Items are read only while the
 * window has room, and results are made no faster than they are taken: so memory is bounded on both sides.
 *
 * @param sizeOf bytes that an item holds; one that is larger than the window is worked on alone
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  sizeOf: (item: Item) => number,
  window: Window,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const pending: { size: number; result: Promise<Result>; settled: boolean }[] = [];
  let held = 0;
  let reading: Promise<IteratorResult<Item>> | undefined;
  let ended = false;
  try {
    while (!ended || pending.length > 0) {
      const hasRoom = pending.length === 0 || (pending.length < window.items && held < window.bytes);
      if (!ended && hasRoom) reading ??= iterator.next();
      const [first] = pending;
      // A result that is there goes before an item that could be read.
      if (first !== undefined && (first.settled || reading === undefined || (await firstOf(first.result, reading)))) {
        const result = await first.result;
        pending.shift();
        held -= first.size;
        yield result;
        continue;
      }
      if (reading === undefined) continue;
      const { value, done } = await reading;
      reading = undefined;
      if (done) {
        ended = true;
        continue;
      }
      const entry = { size: sizeOf(value), result: work(value), settled: false };
      entry.result.then(
        () => {
          entry.settled = true;
        },
        () => {
          entry.settled = true;
        },
      );
      held += entry.size;
      pending.push(entry);
    }
  } finally {
    // A read that nobody waits for any more must not be the end of the process.
    reading?.catch(() => {});
    for (const { result } of pending) result.catch(() => {});
    if (reading === undefined) await iterator.return?.();
  }
}

/** Whether the result comes before the reading does. */
function firstOf(result: Promise<unknown>, reading: Promise<unknown>): Promise<boolean> {
  return Promise.race([result.then(() => true), reading.then(() => false)]);
}
