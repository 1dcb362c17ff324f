import type { Kind, Reading } from './types.ts';

/** A piece of code as one reader took it: a few statements, rules, or one value. */
export interface Unit extends Reading {
  start: number;
  kind: Kind;
  /** Whether data is markup rather than JSON. */
  markup: boolean;
}
