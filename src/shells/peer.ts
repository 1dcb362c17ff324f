import { createRequire } from 'node:module';
import type { Adblocker } from '../filters/adblocker.ts';

/** Optional: only who calls `loadFilters` or `deserializeFilters` needs it. */
const PACKAGE = '@ghostery/adblocker';
const require = createRequire(import.meta.url);

/** The optional package is not installed. */
export class MissingPeer extends Error {
  constructor(who: string) {
    super(`${who} needs the package ${PACKAGE}: npm install ${PACKAGE}`);
    this.name = 'MissingPeer';
  }
}

/**
 * Loads the optional package. It has a build for `require`, which unlike `import` need not be waited for.
 *
 * @param who needs it, as the error says
 * @throws {MissingPeer} where it is not installed.
 */
export function requireAdblocker(who: string): Adblocker {
  try {
    return require(PACKAGE) as Adblocker;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') throw new MissingPeer(who);
    throw error;
  }
}
