import type { Removal } from '../src/types.ts';

export interface Comparison {
  same: 'exactly' | 'but for white space' | 'but for reopened formatting' | false;
  expected?: string[];
  actual?: string[];
  at?: number;
}

export function compareTrees(
  source: string,
  output: string,
  removed: readonly Removal[],
  options?: { scriptingEnabled?: boolean },
): Comparison;
