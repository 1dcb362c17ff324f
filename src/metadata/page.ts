import type { LineFacts } from '../rules/lines.ts';
import type { Tree } from '../tree/tree.ts';
import type { Candidates } from './candidates.ts';
import type { LinkedData } from './json-ld.ts';

/** All that the readers of single fields look at. */
export interface Page {
  readonly tree: Tree;
  readonly removed: Uint8Array;
  readonly found: Candidates;
  readonly data: LinkedData;
  readonly hints: LineFacts;
  /** The address that the caller gave. */
  readonly address: URL | undefined;
  /** What relative addresses are relative to. */
  readonly base: string | undefined;
  readonly language: string | undefined;
}

/** A value and where it came from: `'json-ld'`, `'og'`, `'meta'`, `'h1'`, … */
export interface Found<T> {
  readonly value: T;
  readonly source: string;
}
