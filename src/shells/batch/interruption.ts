import { constants } from 'node:os';

type Signal = 'SIGINT' | 'SIGTERM';

/** A request from outside to stop. */
export interface Interruption {
  /** The signal that came, if one did. */
  readonly signal: Signal | undefined;
  /** Resolves when one comes. */
  readonly came: Promise<void>;
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
  let tell: () => void = () => {};
  const came = new Promise<void>((resolve) => {
    tell = resolve;
  });
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
    came,
  };
}
