import type { Removal } from '../types.ts';
import { type RuleSum, ruleKey } from './tally.ts';

/** Removals that a report shows in place: a browser lays out so many without a pause. */
const MOST_SHOWN = 2000;

export interface Choice {
  /** By removal: 1 for those that are shown in place. */
  readonly shown: Uint8Array;
  readonly count: number;
  /** The most of each rule; Infinity where all are shown. */
  readonly ofEachRule: number;
}

/**
 * Which removals are shown where there are too many: the first ones of each rule, as many of each as there is room for,
 * so that a rule with three is not lost behind a rule with thousands.
 */
export function chooseShown(removed: readonly Removal[], rules: readonly RuleSum[]): Choice {
  const shown = new Uint8Array(removed.length);
  if (removed.length <= MOST_SHOWN) {
    return { shown: shown.fill(1), count: removed.length, ofEachRule: Number.POSITIVE_INFINITY };
  }
  const ofEachRule = Math.max(1, quota(rules.map(({ removals }) => removals)));
  const taken = new Map<string, number>();
  let count = 0;
  for (let i = 0; i < removed.length && count < MOST_SHOWN; i++) {
    const key = ruleKey(removed[i]);
    const before = taken.get(key) ?? 0;
    if (before >= ofEachRule) continue;
    taken.set(key, before + 1);
    shown[i] = 1;
    count++;
  }
  return { shown, count, ofEachRule };
}

/** The largest q for which min(n, q) of each n are no more than `MOST_SHOWN` in all. */
function quota(falling: readonly number[]): number {
  let room = MOST_SHOWN;
  for (let i = falling.length - 1; i >= 0; i--) {
    const share = Math.floor(room / (i + 1));
    if (falling[i] > share) return share;
    room -= falling[i];
  }
  return MOST_SHOWN;
}
