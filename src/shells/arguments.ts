import { parseArgs } from 'node:util';
import type { Category } from '../types.ts';
import {
  CATEGORIES,
  COMPLETION_SHELLS,
  type CompletionShell,
  FORMATS,
  type Format,
  INPUTS,
  type InputKind,
  OPTIONS,
  type OptionName,
} from './options.ts';

/** What the command line asks for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'manual' }
  | { kind: 'rules'; name: string | undefined; format: 'text' | 'json' }
  | { kind: 'completion'; shell: CompletionShell }
  | { kind: 'run'; run: Run }
  | { kind: 'wrong'; why: string };

export interface Run {
  /** Paths, and `-` for standard input. */
  inputs: readonly string[];
  /** What an input is whose name does not say. */
  input: InputKind | undefined;
  /** A path, or `undefined` for standard output. */
  output: string | undefined;
  /** Undefined where it depends on the number of documents. */
  format: Format | undefined;
  strip: boolean;
  explain: boolean;
  /** Where the HTML report goes, or `undefined` for none. */
  report: string | undefined;
  remove: readonly Category[];
  /** Paths of filter lists. */
  filters: readonly string[];
  url: string | undefined;
  maxLength: number | undefined;
  jobs: number | undefined;
  /** Milliseconds. */
  timeout: number | undefined;
  /** Undefined where a terminal decides. */
  progress: boolean | undefined;
  /** The part `index` (from 0) of `count`. */
  shard: Shard | undefined;
  resume: boolean;
  failFast: boolean;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The longest that a timer can wait. */
const MAX_TIMEOUT = 2 ** 31 - 1;
const MAX_JOBS = 1024;

/** Reads the arguments after the command's name. Wrong ones come back as a sentence, never as an exception. */
export function readArguments(args: readonly string[]): Command {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { kind: 'wrong', why: firstSentence(error) };
  }
  try {
    return commandOf(parsed.positionals, new Values(parsed.values));
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'wrong', why: error.message };
    throw error;
  }
}

class Wrong extends Error {}

function parse(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { short, value, multiple }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
        ...(multiple && { multiple }),
      },
    ]),
  );
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

/** The values of the options, by the types that the table of options gives them. */
class Values {
  readonly #values: ReturnType<typeof parse>['values'];

  constructor(values: ReturnType<typeof parse>['values']) {
    this.#values = values;
  }

  isSet(name: OptionName): boolean {
    return this.#values[name] === true;
  }

  text(name: OptionName): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: OptionName): string[] | undefined {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
  }

  choice<Choice extends string>(name: OptionName, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : chosen(name, value, choices);
  }

  count(name: OptionName, most: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const count = /^\d+$/.test(value) ? Number(value) : 0;
    if (count < 1) throw new Wrong(`--${name} needs a whole number, not '${value}'`);
    if (count > most) throw new Wrong(`--${name} can be ${most} at most, not ${value}`);
    return count;
  }
}

function commandOf(names: readonly string[], values: Values): Command {
  if (values.isSet('help')) return { kind: 'help' };
  if (values.isSet('version')) return { kind: 'version' };
  if (names[0] === 'rules') return rulesCommand(names.slice(1), values.choice('format', FORMATS) ?? 'text');
  if (names[0] === 'manual') {
    if (names.length > 1) throw new Wrong('manual takes no names');
    return { kind: 'manual' };
  }
  if (names[0] === 'completion') {
    if (names.length !== 2) throw new Wrong(`completion needs a shell: ${COMPLETION_SHELLS.join(', ')}`);
    return { kind: 'completion', shell: chosen('shell', names[1] ?? '', COMPLETION_SHELLS) };
  }
  return { kind: 'run', run: runOf(names, values) };
}

function rulesCommand(names: readonly string[], format: Format): Command {
  if (names.length > 1) throw new Wrong(`one name of rules at a time, not ${names.length}`);
  if (format !== 'text' && format !== 'json') throw new Wrong(`rules are listed as text or json, not '${format}'`);
  return { kind: 'rules', name: names[0], format };
}

function runOf(inputs: readonly string[], values: Values): Run {
  const filters = values.texts('filters') ?? [];
  const read = [...(inputs.length === 0 ? ['-'] : inputs), ...filters];
  if (read.filter((name) => name === '-').length > 1) throw new Wrong('standard input can be read only once');
  const output = values.text('output');
  if (output === '') throw new Wrong('--output needs a name');
  if (values.isSet('resume') && output === undefined) throw new Wrong('--resume needs --output');
  if (values.isSet('strip') && values.text('format') === 'markdown') throw new Wrong('--strip gives no markdown');
  if (values.isSet('progress') && values.isSet('no-progress')) throw new Wrong('--progress or --no-progress, not both');
  return {
    inputs,
    input: values.choice('input', INPUTS),
    output,
    format: values.choice('format', FORMATS),
    strip: values.isSet('strip'),
    explain: values.isSet('explain'),
    report: reportOf(values.text('report'), output),
    remove: categoriesOf(values.texts('remove'), values.texts('keep')),
    filters,
    url: urlOf(values.text('url')),
    maxLength: values.count('max-length', Number.MAX_SAFE_INTEGER),
    jobs: values.count('jobs', MAX_JOBS),
    timeout: values.count('timeout', MAX_TIMEOUT),
    progress: values.isSet('progress') ? true : values.isSet('no-progress') ? false : undefined,
    shard: shardOf(values.text('shard')),
    resume: values.isSet('resume'),
    failFast: values.isSet('fail-fast'),
  };
}

/** Node adds advice on positional arguments to what is wrong. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const end = message.search(/\.\s|\n/);
  const sentence = end < 0 ? message : message.slice(0, end);
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

function chosen<Choice extends string>(what: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw new Wrong(`unknown ${what} '${value}'; known are ${choices.join(', ')}`);
  return choice;
}

function categoriesOf(remove: string[] | undefined, keep: string[] | undefined): Category[] {
  const kept = new Set(keep === undefined ? [] : namesIn(keep));
  return (remove === undefined ? [...CATEGORIES] : namesIn(remove)).filter((category) => !kept.has(category));
}

function namesIn(lists: readonly string[]): Category[] {
  return lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => chosen('category', name, CATEGORIES));
}

function urlOf(value: string | undefined): string | undefined {
  if (value !== undefined && !URL.canParse(value)) throw new Wrong(`--url needs a whole address, not '${value}'`);
  return value;
}

function reportOf(value: string | undefined, output: string | undefined): string | undefined {
  if (value === '' || value === '-') throw new Wrong('--report needs the name of a file');
  if (value !== undefined && value === output) throw new Wrong(`--report and --output are the same file '${value}'`);
  return value;
}

function shardOf(value: string | undefined): Shard | undefined {
  if (value === undefined) return undefined;
  const [, part = '', parts = ''] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  const [index, count] = [Number(part) - 1, Number(parts)];
  if (part === '' || !Number.isSafeInteger(count) || index < 0 || index >= count) {
    throw new Wrong(`--shard needs I/N with I from 1 to N, not '${value}'`);
  }
  return { index, count };
}
