import type { Format } from '../options.ts';
import type { Done } from './tasks.ts';

/** A finished record on its way out. */
export interface Finished {
  readonly done: Done;
  /** The file of its own, without an ending, where each document has one. */
  readonly target: string;
}

/** Where the output goes. All of its methods reject with what the system says of the place. */
export interface Sink {
  /** The place, as messages name it. */
  readonly name: string;
  /** Records that an interrupted run has written there, and how many of them had failed. */
  readonly before: { readonly records: number; readonly failed: number };
  /** @throws {ClosedPipe} where the reader has gone away. */
  write(finished: readonly Finished[]): Promise<void>;
  /** All is written: what is complete takes its place. */
  finish(): Promise<void>;
  /** Stops on the way; leaves what a later run can go on with. */
  suspend(): Promise<void>;
  /** Stops, and leaves nothing. */
  discard(): Promise<void>;
  /** Whether another run can go on from where this one stopped. */
  readonly resumable: boolean;
  /** Whether each document has a file of its own. */
  readonly hasFiles: boolean;
}

/** The reader of a pipe has gone away. */
export class ClosedPipe extends Error {}

/** The output cannot go where it is to go: another kind of thing is there, or what another run has left. */
export class WrongOutput extends Error {}

/** What stands between documents written one after the other: a line with a form feed, as between printed pages. */
const SEPARATOR = Buffer.from('\f\n');

/** Puts documents one after the other, apart from each other as the format needs it. */
export function joined(format: Format): (finished: readonly Finished[]) => Uint8Array {
  const apart = format !== 'json' && format !== 'jsonl';
  let first = true;
  return (finished) => {
    const parts: Uint8Array[] = [];
    for (const { done } of finished) {
      if (apart && !first) parts.push(SEPARATOR);
      first = false;
      parts.push(done.output);
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  };
}
