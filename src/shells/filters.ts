import { BrokenBytes } from '../filters/bytes.ts';
import { compileLists, readCompiled } from '../filters/compile.ts';
import { createEngine } from '../filters/engine.ts';
import { typeName } from '../removals.ts';
import type { FilterEngine } from '../types.ts';
import { requireAdblocker } from './peer.ts';

export type { FilterEngine } from '../types.ts';

export interface LoadOptions {
  /**
   * The names that are true in `!#if` lines, such as `env_chromium`. Without it the lines are not looked at: what any
   * browser would take out is taken out.
   */
  conditions?: readonly string[];
}

/**
 * Compiles EasyList-style lists (Adblock Plus, uBlock Origin, AdGuard) into an engine for `options.filters` of `strip`
 * and `clean`. A line that no filter is, or that takes nothing out of a page, is passed over. Takes a second or two for
 * the large lists: keep the engine, or save it with `serialize()`.
 *
 * @param lists the texts of the lists
 * @throws {TypeError} where an argument is of the wrong type.
 * @throws {Error} where the optional package @ghostery/adblocker is not installed.
 */
export function loadFilters(lists: readonly string[], options: LoadOptions = {}): FilterEngine {
  expectStrings('lists', lists);
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`loadFilters: options must be an object, got ${typeName(options)}`);
  }
  const { conditions } = options;
  if (conditions !== undefined) expectStrings('options.conditions', conditions);
  const adblocker = requireAdblocker('loadFilters');
  return createEngine(adblocker, compileLists(adblocker, lists, conditions));
}

function expectStrings(name: string, value: readonly string[]): void {
  if (!Array.isArray(value)) {
    throw new TypeError(`loadFilters: ${name} must be an array of strings, got ${typeName(value)}`);
  }
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'string') {
      throw new TypeError(`loadFilters: ${name}[${index}] must be a string, got ${typeName(item)}`);
    }
  }
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
