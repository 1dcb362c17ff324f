import { BrokenBytes } from '../filters/bytes.ts';
import { compileLists, readCompiled } from '../filters/compile.ts';
import { createEngine } from '../filters/engine.ts';
import { typeName } from '../removals.ts';
import type { FilterEngine } from '../types.ts';
import { requireAdblocker } from './peer.ts';

export type { FilterEngine } from '../types.ts';

/**
 * Compiles EasyList-style lists (Adblock Plus, uBlock Origin, AdGuard) into an engine for `options.filters` of `strip`
 * and `clean`. A line that no filter is, or that takes nothing out of a page, is passed over. Takes a second or two for
 * the large lists: keep the engine, or save it with `serialize()`.
 *
 * @param lists the texts of the lists
 * @throws {TypeError} where the argument is no array of strings.
 * @throws {Error} where the optional package @ghostery/adblocker is not installed.
 */
export function loadFilters(lists: readonly string[]): FilterEngine {
  if (!Array.isArray(lists))
    throw new TypeError(`loadFilters: lists must be an array of strings, got ${typeName(lists)}`);
  for (const [index, list] of lists.entries()) {
    if (typeof list !== 'string') {
      throw new TypeError(`loadFilters: lists[${index}] must be a string, got ${typeName(list)}`);
    }
  }
  const adblocker = requireAdblocker('loadFilters');
  return createEngine(adblocker, compileLists(adblocker, lists));
}

/**
 * An engine out of what its `serialize()` gave. The bytes are copied.
 *
 * @throws {TypeError} where the argument is no Uint8Array.
 * @throws {Error} where the bytes are damaged, of another version, or no engine at all.
 */
export function deserializeFilters(bytes: Uint8Array): FilterEngine {
  if (!ArrayBuffer.isView(bytes) || Object.prototype.toString.call(bytes) !== '[object Uint8Array]') {
    throw new TypeError(`deserializeFilters: bytes must be a Uint8Array, got ${typeName(bytes)}`);
  }
  const adblocker = requireAdblocker('deserializeFilters');
  try {
    return createEngine(adblocker, readCompiled(adblocker, Uint8Array.from(bytes)));
  } catch (error) {
    if (error instanceof BrokenBytes) throw new Error(`deserializeFilters: ${error.message}`);
    throw error;
  }
}
