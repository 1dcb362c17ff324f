import type { FilterEngine } from '../types.ts';
import { requireAdblocker } from './peer.ts';
import { readInput, Unreadable } from './read.ts';

/**
 * An engine out of the filter lists that are named, if any are.
 *
 * @throws {Unreadable} that names the list that cannot be read.
 * @throws {MissingPeer} where the optional package is not installed.
 */
export async function readFilterLists(names: readonly string[]): Promise<FilterEngine | undefined> {
  if (names.length === 0) return undefined;
  const lists: Uint8Array[] = [];
  for (const name of names) {
    try {
      lists.push(await readInput(name));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Unreadable(`${name === '-' ? 'standard input' : name}: ${error.message}`);
    }
  }
  requireAdblocker('--filters');
  const { loadFilters } = await import('./filters.ts');
  const { decode } = await import('../decode.ts');
  return loadFilters(lists.map((list) => decode(list, undefined).text));
}
