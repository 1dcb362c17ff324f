import { COMMANDS, EXAMPLES, OPTIONS, type Option, SOURCES, STATUSES } from './options.ts';
import { wrapped } from './wrapped.ts';

/** Columns of the text, and those before the explanations. */
const WIDTH = 100;
const INDENT = 27;

/** What `adstrip --help` prints. */
export function helpText(): string {
  return `adstrip: a scraped page, or text whose tags are already gone, less what was injected into it

Usage: adstrip [options] [file | folder | -]...
${COMMANDS.map(({ usage }) => `       adstrip ${usage}\n`).join('')}
${SOURCES.map(({ names, help }) => entry(names, help)).join('')}
Options:
${Object.entries(OPTIONS)
  .map(([name, option]) => entry(optionHead(name, option), option.help))
  .join('')}
Commands (a file of that name is read as ./rules):
${COMMANDS.map(({ usage, help }) => entry(usage, help)).join('')}
Examples:
${EXAMPLES.map(({ command, help }) => `  ${command}\n${help === undefined ? '' : `      ${help}\n`}`).join('')}
Exit status:
${STATUSES.map(({ status, help }) => entry(status, help)).join('')}`;
}

function optionHead(name: string, { short, value }: Option): string {
  return `${short === undefined ? '   ' : `-${short},`} --${name}${value === undefined ? '' : ` ${value}`}`;
}

/** What is explained, and beside or below it the explanation. */
function entry(head: string, help: string): string {
  const [first, ...others] = wrapped(help, WIDTH - INDENT);
  const start = head.length + 4 > INDENT ? `  ${head}\n${' '.repeat(INDENT)}` : `  ${head}`.padEnd(INDENT);
  return `${start}${first}\n${others.map((line) => `${' '.repeat(INDENT)}${line}\n`).join('')}`;
}
