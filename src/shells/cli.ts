#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { CleanOptions, CleanResult, StripResult } from '../types.ts';
import { type Run, readArguments } from './arguments.ts';
import { explain } from './explain.ts';
import { HELP } from './help.ts';
import { readInput, typeOfName, Unreadable } from './read.ts';
import { visible } from './visible.ts';
import { writeStream, writeWhole } from './write.ts';

const WELL = 0;
const UNWRITTEN = 1;
const WRONG_USAGE = 2;
const NOTHING_READ = 3;

/** UTF-16 units of a message that quotes what the user wrote. */
const LONGEST_MESSAGE = 1000;

/** The command line; resolves to the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args);
  if (command.kind === 'wrong') return complain(WRONG_USAGE, `${command.why} (adstrip --help)`);
  if (command.kind === 'help') return print(HELP);
  if (command.kind === 'version') return print(`${version()}\n`);
  const { run } = command;
  const input = run.input ?? (process.stdin.isTTY ? undefined : '-');
  if (input === undefined) return complain(WRONG_USAGE, 'no document named (adstrip --help)');

  let bytes: Uint8Array;
  try {
    bytes = await readInput(input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return complain(NOTHING_READ, `${input === '-' ? 'standard input' : input}: ${error.message}`);
  }
  const { output, report } = await cleaned(bytes, input, run);
  try {
    if (run.output === undefined) await writeStream(process.stdout, output);
    else await writeWhole(run.output, output);
  } catch (error) {
    return complain(UNWRITTEN, `${run.output ?? 'standard output'}: ${messageOf(error)}`);
  }
  try {
    if (run.report !== undefined) await writeWhole(run.report, report);
  } catch (error) {
    return complain(UNWRITTEN, `${run.report}: ${messageOf(error)}`);
  }
  return WELL;
}

/** What is to be written for one document. */
interface Cleaned {
  readonly output: string;
  /** Empty where none is asked for. */
  readonly report: string;
}

/** The result for one document, and the report on it. With `--explain`, what was removed goes to standard error. */
async function cleaned(bytes: Uint8Array, input: string, run: Run): Promise<Cleaned> {
  // Loaded only now, so that --help and wrong usage need not wait for it.
  const { clean, strip } = await import('../index.ts');
  const options: CleanOptions = {
    type: typeOfName(input),
    remove: run.remove,
    ...(run.url !== undefined && { url: run.url }),
    ...(run.maxLength !== undefined && { maxLength: run.maxLength }),
  };
  const whole = run.strip
    ? strip(bytes, options)
    : clean(bytes, { ...options, ...(run.report !== undefined && { explain: true }) });
  if (!run.explain && run.report === undefined) return { output: written(whole, run), report: '' };
  const [{ decode }, { MAX_LENGTH }] = await Promise.all([import('../decode.ts'), import('../input.ts')]);
  const source = decode(bytes, undefined).text.slice(0, run.maxLength ?? MAX_LENGTH);
  if (run.explain) await writeStream(process.stderr, explain(source, whole.removed, coloured(process.stderr)));
  const report = run.report === undefined ? '' : (await import('../report/index.ts')).renderReport(source, whole);
  return { output: written(whole, run), report };
}

/** A result in the format asked for. What only the report needs is no part of it. */
function written(whole: CleanResult | StripResult, run: Run): string {
  if ('output' in whole) return run.format === 'json' ? json(whole) : whole.output;
  const { blocks: _, ...result } = whole;
  if (run.format === 'json') return json(result);
  const text = run.format === 'html' ? result.html : result.text;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function json(result: object): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** Colours are for people at a terminal who did not ask to be spared them (no-color.org). */
function coloured(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function print(text: string): Promise<number> {
  await writeStream(process.stdout, text);
  return WELL;
}

async function complain(status: number, message: string): Promise<number> {
  await writeStream(process.stderr, `adstrip: ${visible(message, LONGEST_MESSAGE)}\n`);
  return status;
}

// A reader that goes away ends the command without a word; the write that meets it has its own handler.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => complain(UNWRITTEN, messageOf(error)));
