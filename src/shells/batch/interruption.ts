import { constants } from 'node:os';

type Signal = 'SIGINT' | 'SIGTERM';

/** A request from outside to stop. */
export interface Interruption {
  /** The signal that came, if one did. */
  readonly signal: Signal | undefined;
  /** What a promise gives, or undefined if a signal comes first. One at a time. */
  before<Value>(promise: Promise<Value>): Promise<Value | undefined>;
}

/** The exit status of a process that a signal ended, as shells have it. */
export function statusOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/**
 * Listens for Ctrl-C and for what schedulers send, to the end of the process: what is being finished is finished. The
 * second one ends the process where it stands.
 */
export function listenForInterruption(): Interruption {
  let signal: Signal | undefined;
  // One that is replaced: a promise for the whole run would hold on to all that was ever raced against it.
  let tell: () => void = () => {};
  const heard = (name: NodeJS.Signals): void => {
    if (name !== 'SIGINT' && name !== 'SIGTERM') return;
    if (signal !== undefined) process.exit(statusOf(name));
    signal = name;
    tell();
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
  return {
    get signal() {
      return signal;
    },
    before: (promise) =>
      new Promise((resolve, reject) => {
        tell = () => resolve(undefined);
        if (signal !== undefined) tell();
        promise.then(resolve, reject);
      }),
  };
}
