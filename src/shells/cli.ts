#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { CleanOptions, FilterEngine } from '../types.ts';
import { type Run, readArguments } from './arguments.ts';
import { explain } from './explain.ts';
import { HELP } from './help.ts';
import { MissingPeer, requireAdblocker } from './peer.ts';
import { readInput, typeOfName, Unreadable } from './read.ts';
import { visible } from './visible.ts';
import { writeStream, writeWhole } from './write.ts';

const WELL = 0;
const UNWRITTEN = 1;
const NO_SUCH_RULE = 1;
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
  if (command.kind === 'rules') return listed(command.name, command.format);
  const { run } = command;
  const input = run.input ?? (process.stdin.isTTY ? undefined : '-');
  if (input === undefined) return complain(WRONG_USAGE, 'no document named (adstrip --help)');

  let bytes: Uint8Array;
  let filters: FilterEngine | undefined;
  let name = input;
  try {
    bytes = await readInput(input);
    const lists: Uint8Array[] = [];
    for (name of run.filters) lists.push(await readInput(name));
    filters = await loaded(lists);
  } catch (error) {
    if (error instanceof MissingPeer) return complain(WRONG_USAGE, error.message);
    if (!(error instanceof Unreadable)) throw error;
    return complain(NOTHING_READ, `${name === '-' ? 'standard input' : name}: ${error.message}`);
  }
  const result = await cleaned(bytes, input, run, filters);
  try {
    if (run.output === undefined) await writeStream(process.stdout, result);
    else await writeWhole(run.output, result);
  } catch (error) {
    return complain(UNWRITTEN, `${run.output ?? 'standard output'}: ${messageOf(error)}`);
  }
  return WELL;
}

/** An engine out of filter lists, if any are given. */
async function loaded(lists: readonly Uint8Array[]): Promise<FilterEngine | undefined> {
  if (lists.length === 0) return undefined;
  requireAdblocker('--filters');
  const { loadFilters } = await import('./filters.ts');
  const { decode } = await import('../decode.ts');
  return loadFilters(lists.map((list) => decode(list, undefined).text));
}

/** The result for one document as it is to be written. With `--explain`, what was removed goes to standard error. */
async function cleaned(bytes: Uint8Array, input: string, run: Run, filters: FilterEngine | undefined): Promise<string> {
  // Loaded only now, so that --help and wrong usage need not wait for it.
  const { clean, strip } = await import('../index.ts');
  const options: CleanOptions = {
    type: typeOfName(input),
    remove: run.remove,
    ...(filters !== undefined && { filters }),
    ...(run.url !== undefined && { url: run.url }),
    ...(run.maxLength !== undefined && { maxLength: run.maxLength }),
  };
  const result = run.strip ? strip(bytes, options) : clean(bytes, options);
  if (run.explain) {
    const { decode } = await import('../decode.ts');
    const { text } = decode(bytes, undefined);
    await writeStream(process.stderr, explain(text.slice(0, run.maxLength), result.removed, coloured(process.stderr)));
  }
  if (run.format === 'json') return `${JSON.stringify(result, undefined, 2)}\n`;
  if ('output' in result) return result.output;
  if (run.format === 'markdown') return (await import('../markdown/to-markdown.ts')).toMarkdown(result);
  const text = run.format === 'html' ? result.html : result.text;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Prints the rules of a name; resolves to the exit status. */
async function listed(name: string | undefined, format: 'text' | 'json'): Promise<number> {
  const { listRules } = await import('./list-rules.ts');
  const list = listRules(name, format);
  return list === undefined ? complain(NO_SUCH_RULE, `no rule is called '${name}'`) : print(list);
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
