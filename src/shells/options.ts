import type { Category } from '../types.ts';

/** What can be written with `--format`. */
export const FORMATS = ['text', 'json', 'jsonl', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What standard input can be said to be with `--input`. */
export const INPUTS = ['html', 'text', 'jsonl', 'warc'] as const;
export type InputKind = (typeof INPUTS)[number];

/** Shells for which `adstrip completion` has a script. */
export const COMPLETION_SHELLS = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof COMPLETION_SHELLS)[number];

export const CATEGORIES: readonly Category[] = Object.keys({
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

/** One option of the command line: what the parser, the help, the manual and the completions know of it. */
export interface Option {
  /** The letter of its short form. */
  readonly short?: string;
  /** The name of its value; an option without one is a switch. */
  readonly value?: string;
  /** The values that it can have, if they can be counted up. */
  readonly choices?: readonly string[];
  /** The value is a list of choices with commas between. */
  readonly list?: true;
  /** The value is a path. */
  readonly path?: true;
  /** It may be given more than once. */
  readonly multiple?: true;
  /** What it does: a phrase, begun in lower case and without a full stop. */
  readonly help: string;
}

export type OptionName =
  | 'format'
  | 'output'
  | 'strip'
  | 'remove'
  | 'keep'
  | 'filters'
  | 'url'
  | 'max-length'
  | 'input'
  | 'explain'
  | 'report'
  | 'jobs'
  | 'timeout'
  | 'shard'
  | 'resume'
  | 'fail-fast'
  | 'progress'
  | 'no-progress'
  | 'version'
  | 'help';

/** All options, in the order in which they are explained. */
export const OPTIONS: Readonly<Record<OptionName, Option>> = {
  format: {
    short: 'f',
    value: 'FORMAT',
    choices: FORMATS,
    help: `${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}; default: text for one document, jsonl for several`,
  },
  output: {
    short: 'o',
    value: 'FILE|DIR',
    path: true,
    help: 'write to FILE, which is replaced when the result is complete, and compressed if its name ends in .gz; or a file for each document to the folder DIR (several documents as text, json, markdown or html)',
  },
  strip: { help: 'only take the ads out and leave the rest as it is' },
  remove: {
    value: 'A,B',
    choices: CATEGORIES,
    list: true,
    multiple: true,
    help: `remove these categories only: ${CATEGORIES.join(', ')}`,
  },
  keep: { value: 'A,B', choices: CATEGORIES, list: true, multiple: true, help: 'do not remove these categories' },
  filters: {
    value: 'FILE',
    path: true,
    multiple: true,
    help: 'take out what an EasyList-style list names as well; may be given again',
  },
  url: { value: 'URL', help: "the page's address: makes links whole, tells first from third parties" },
  'max-length': { value: 'N', help: 'look at the first N characters of a document; default: 16777216' },
  input: {
    value: 'KIND',
    choices: INPUTS,
    help: 'what standard input is, or a file whose name does not say: html, text, jsonl or warc',
  },
  explain: { help: 'say on standard error what was removed and by which rule' },
  report: {
    value: 'FILE',
    path: true,
    help: 'write an HTML page that shows every removal of a document in its place, or the sums of a batch',
  },
  jobs: { short: 'j', value: 'N', help: 'worker threads; default: as many as there are cores for several documents' },
  timeout: { value: 'MS', help: 'a document that takes longer than MS milliseconds fails' },
  shard: { value: 'I/N', help: 'only the I-th of N parts of the input, by record: for arrays of jobs' },
  resume: { help: 'go on where an interrupted run with the same --output stopped' },
  'fail-fast': { help: 'stop at the first record that fails; otherwise each is reported in its place' },
  progress: { help: 'show how far it is from the start; default: on a terminal, after a second' },
  'no-progress': { help: 'never show how far it is' },
  version: { short: 'V', help: 'print the version' },
  help: { short: 'h', help: 'print this' },
};

/** Commands that stand in the place of the first document, with what they take and do. */
export const COMMANDS: readonly { readonly usage: string; readonly help: string }[] = [
  { usage: 'rules [NAME]', help: "list the rules: all, a family's, or those with NAME in their id" },
  { usage: `completion ${COMPLETION_SHELLS.join('|')}`, help: 'print a completion script for that shell' },
  { usage: 'manual', help: 'print the manual page, for man -l' },
];

/** What can be read, by its name. */
export const SOURCES: readonly { readonly names: string; readonly help: string }[] = [
  { names: '.html .htm .xhtml', help: 'a page' },
  { names: '.txt .md', help: 'text' },
  { names: '.jsonl .ndjson', help: 'a record a line: {"id","url","html"} or {"id","url","text"}; also .gz and .zst' },
  { names: '.warc .wet', help: 'a web archive: each HTML or text response is a record; also .gz' },
  { names: 'a folder', help: 'all of these in it and in the folders below, by name' },
  { names: '-', help: 'standard input: one document, or what --input says' },
  { names: 'another name', help: 'one document, judged by its content' },
];

export const EXAMPLES: readonly { readonly command: string; readonly help?: string }[] = [
  { command: 'adstrip page.html', help: 'the article as plain text' },
  { command: 'curl -s https://example.org/ | adstrip -', help: 'the same for a page from the network' },
  { command: 'adstrip -f json --url https://example.org/a page.html', help: 'all that is known about a page' },
  {
    command: 'adstrip --strip --explain article.txt -o clean.txt',
    help: 'a text less its ads; what went, on the terminal',
  },
  { command: 'adstrip --report report.html page.html', help: 'what went, and why, to be looked at in a browser' },
  { command: 'adstrip pages/ -f markdown -o articles/', help: 'a folder, one file for each page' },
  { command: 'adstrip crawl.warc.gz -o clean.jsonl --resume', help: 'an archive, to be stopped and gone on with' },
  { command: 'zcat records.jsonl.gz | adstrip --input jsonl -j 4 - > clean.jsonl', help: 'records, on four cores' },
];

export const STATUSES: readonly { readonly status: string; readonly help: string }[] = [
  { status: '0', help: 'all well' },
  { status: '1', help: 'some records failed, the result could not be written, or no rule has that name' },
  { status: '2', help: 'wrong usage' },
  { status: '3', help: 'nothing could be read' },
  { status: '130, 143', help: 'interrupted' },
];
