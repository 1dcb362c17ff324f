/**
 * Median milliseconds of each task over interleaved rounds, so that a slow moment of the machine meets all alike.
 *
 * @param {Record<string, () => unknown>} tasks
 * @param {number} rounds
 * @returns {Record<string, number>}
 */
export function medians(tasks, rounds = 7) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (const task of Object.values(tasks)) task(); // compiled before it counts
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task();
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[list.length >> 1]]),
  );
}
