import { parseArgs } from 'node:util';
import type { Category } from '../types.ts';

const FORMATS = ['text', 'json', 'html', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

const CATEGORIES = Object.keys({
  ad: true,
  tracker: true,
  consent: true,
  widget: true,
  label: true,
  promo: true,
  style: true,
  script: true,
  data: true,
} satisfies Record<Category, true>) as Category[];

/** What the command line asks for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'rules'; name: string | undefined; format: 'text' | 'json' }
  | { kind: 'run'; run: Run }
  | { kind: 'wrong'; why: string };

export interface Run {
  /** A path, `-` for standard input, or `undefined` when none is named. */
  input: string | undefined;
  /** A path, or `undefined` for standard output. */
  output: string | undefined;
  format: Format;
  strip: boolean;
  explain: boolean;
  /** Where the HTML report goes, or `undefined` for none. */
  report: string | undefined;
  remove: readonly Category[];
  /** Paths of filter lists. */
  filters: readonly string[];
  url: string | undefined;
  maxLength: number | undefined;
}

/** Reads the arguments after the command's name. Wrong ones come back as a sentence, never as an exception. */
export function readArguments(args: readonly string[]): Command {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { kind: 'wrong', why: firstSentence(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  try {
    if (positionals[0] === 'rules') return rulesCommand(positionals.slice(1), values.format);
    if (positionals.length > 1) throw new Wrong(`one document at a time, not ${positionals.length}`);
    const read = [positionals[0] ?? '-', ...(values.filters ?? [])].filter((name) => name === '-');
    if (read.length > 1) throw new Wrong('standard input can be read only once');
    const run: Run = {
      input: positionals[0],
      output: values.output,
      format: formatOf(values.format),
      strip: values.strip,
      explain: values.explain,
      report: reportOf(values.report, values.output),
      remove: categoriesOf(values.remove, values.keep),
      filters: values.filters ?? [],
      url: urlOf(values.url),
      maxLength: lengthOf(values['max-length']),
    };
    return { kind: 'run', run };
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'wrong', why: error.message };
    throw error;
  }
}

class Wrong extends Error {}

/** `adstrip rules [name]`; a file of that name is read as `./rules`. */
function rulesCommand(names: readonly string[], format: string): Command {
  if (names.length > 1) throw new Wrong(`one name of rules at a time, not ${names.length}`);
  if (format !== 'text' && format !== 'json') throw new Wrong(`rules are listed as text or json, not '${format}'`);
  return { kind: 'rules', name: names[0], format };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', short: 'f', default: 'text' },
      output: { type: 'string', short: 'o' },
      strip: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      report: { type: 'string' },
      remove: { type: 'string', multiple: true },
      keep: { type: 'string', multiple: true },
      filters: { type: 'string', multiple: true },
      url: { type: 'string' },
      'max-length': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'V', default: false },
    },
  });
}

/** Node adds advice on positional arguments to what is wrong. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const end = message.search(/\.\s|\n/);
  const sentence = end < 0 ? message : message.slice(0, end);
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

function formatOf(value: string): Format {
  const format = FORMATS.find((known) => known === value);
  if (format === undefined) throw new Wrong(`unknown format '${value}'; known are ${FORMATS.join(', ')}`);
  return format;
}

function categoriesOf(remove: string[] | undefined, keep: string[] | undefined): Category[] {
  const kept = new Set(keep === undefined ? [] : namesIn(keep));
  return (remove === undefined ? CATEGORIES : namesIn(remove)).filter((category) => !kept.has(category));
}

function namesIn(lists: readonly string[]): Category[] {
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const category = CATEGORIES.find((known) => known === name);
      if (category === undefined) throw new Wrong(`unknown category '${name}'; known are ${CATEGORIES.join(', ')}`);
      return category;
    });
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

function lengthOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const length = Number(value);
  if (!Number.isSafeInteger(length) || length < 1) throw new Wrong(`--max-length needs a whole number, not '${value}'`);
  return length;
}
