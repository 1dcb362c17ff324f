import type { Presets, SingleBar } from 'cli-progress';

/** How far a batch has come. */
export interface State {
  /** Records finished, by this run and by those before it. */
  records: number;
  failed: number;
  /** Bytes read of the input. */
  bytes: number;
}

export interface Progress {
  /** Clears the line that it stands on, before something else is written there. */
  clear(): void;
  stop(): void;
}

/** Milliseconds after which a batch is long enough to show how far it is. */
const PATIENCE = 1000;
const EVERY = 250;
/** Milliseconds between two lines where no terminal can show a bar. */
const EVERY_LINE = 10_000;

/**
 * Shows how far a batch is: a bar on a terminal, if it takes longer than a second; lines where there is no terminal and
 * somebody asked for them.
 *
 * @param wanted undefined: on a terminal
 * @param total bytes of the input; undefined where nobody knows
 */
export function showProgress(state: State, total: number | undefined, wanted: boolean | undefined): Progress {
  const stream = process.stderr;
  const onTerminal = stream.isTTY === true;
  if (wanted === false || (wanted === undefined && !onTerminal)) return { clear() {}, stop() {} };
  const began = performance.now();
  const recordsBefore = state.records;
  const rate = (): number => ((state.records - recordsBefore) / (performance.now() - began)) * 1000;
  if (!onTerminal) {
    const timer = setInterval(() => {
      const part = total === undefined || total === 0 ? '' : `${Math.floor((state.bytes / total) * 100)} %, `;
      stream.write(`adstrip: ${part}${state.records} records, ${rate().toFixed(1)}/s, ${state.failed} failed\n`);
    }, EVERY_LINE);
    timer.unref();
    return { clear() {}, stop: () => clearInterval(timer) };
  }

  let bar: SingleBar | undefined;
  let stopped = false;
  const update = (): void => {
    const part = total === undefined || total === 0 ? 0 : Math.min(1, state.bytes / total);
    const passed = (performance.now() - began) / 1000;
    bar?.update(Math.round(part * 1000), {
      records: state.records,
      rate: rate().toFixed(1),
      failed: state.failed,
      left: part > 0 ? duration((passed / part) * (1 - part)) : '?',
    });
  };
  const start = async (): Promise<void> => {
    // Loaded only now, so that short batches need not wait for it.
    const { default: progress } = (await import('cli-progress')) as {
      default: { SingleBar: typeof SingleBar; Presets: typeof Presets };
    };
    if (stopped) return;
    const figures = '{records} records, {rate}/s, {failed} failed';
    bar = new progress.SingleBar(
      {
        format: total === undefined ? figures : `{bar} {percentage} %, ${figures}, {left} left`,
        stream,
        hideCursor: null,
        clearOnComplete: true,
        forceRedraw: true,
        barsize: 24,
        gracefulExit: false,
      },
      progress.Presets.shades_classic,
    );
    bar.start(1000, 0, { records: state.records, rate: '0.0', failed: state.failed, left: '?' });
    update();
  };
  const starting = setTimeout(() => void start(), wanted === true ? 0 : PATIENCE);
  const timer = setInterval(update, EVERY);
  starting.unref();
  timer.unref();
  return {
    clear() {
      if (bar !== undefined) stream.write('\r\u001b[K');
    },
    stop() {
      stopped = true;
      clearTimeout(starting);
      clearInterval(timer);
      update();
      bar?.stop();
    },
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
