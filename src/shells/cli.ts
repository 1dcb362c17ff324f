#!/usr/bin/env node
import { statSync } from 'node:fs';
import module from 'node:module';
import { type Run, readArguments } from './arguments.ts';
import { complain, messageOf, SOME_FAILED, WELL, WRONG_USAGE } from './status.ts';
import { version } from './version.ts';
import { writeStream } from './write.ts';

// Everything else is loaded where it is needed: to ask for help must cost no more than Node's own start.

/** The command line; resolves to the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args);
  switch (command.kind) {
    case 'wrong':
      return complain(WRONG_USAGE, `${command.why} (adstrip --help)`);
    case 'help':
      return print((await import('./help.ts')).helpText());
    case 'version':
      return print(`${version()}\n`);
    case 'manual':
      return print((await import('./manual.ts')).manualPage(version()));
    case 'rules':
      return rules(command.name, command.format);
    case 'completion':
      return print((await import('./completion.ts')).completionScript(command.shell));
    case 'run':
      return clean(command.run);
  }
}

/** One document in this thread, or a batch. */
async function clean(run: Run): Promise<number> {
  const inputs = run.inputs.length > 0 || process.stdin.isTTY ? run.inputs : ['-'];
  const [first] = inputs;
  if (first === undefined) return complain(WRONG_USAGE, 'nothing named that could be read (adstrip --help)');
  const results = [run.output, run.report].filter((name) => name !== undefined);
  if (results.length > 0) {
    const { overwrittenInput } = await import('./overwriting.ts');
    const lost = overwrittenInput(results, [...inputs, ...run.filters]);
    if (lost !== undefined)
      return complain(WRONG_USAGE, `${lost === '-' ? 'standard input' : lost} would be written over`);
  }
  const { findSources, kindOfInput, kindOfName } = await import('./batch/sources.ts');
  const { kind, type } = kindOfName(first) ?? kindOfInput(run.input);
  const isDocument = inputs.length === 1 && kind === 'document' && !isFolder(first);
  const toFolder = run.output !== undefined && (run.output.endsWith('/') || isFolder(run.output));
  if (isDocument && !toFolder && run.shard === undefined)
    return (await import('./document.ts')).runDocument(run, first, type);
  const sources = await findSources(inputs, run.input, results);
  return (await import('./batch/run-batch.ts')).runBatch({ ...run, inputs }, sources, version());
}

/** Prints the rules of a name. */
async function rules(name: string | undefined, format: 'text' | 'json'): Promise<number> {
  const { listRules } = await import('./list-rules.ts');
  const list = listRules(name, format);
  return list === undefined ? complain(SOME_FAILED, `no rule is called '${name}'`) : print(list);
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false; // reading it will say why
  }
}

async function print(text: string): Promise<number> {
  await writeStream(process.stdout, text);
  return WELL;
}

// Node keeps what it compiled for the next start, from 22.8 on; the types are those of Node 20.
const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache');
if (typeof enableCompileCache === 'function') enableCompileCache();

// A reader that goes away ends the command without a word; the write that meets it has its own handler.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
const status = await main(process.argv.slice(2)).catch((error: unknown) => complain(SOME_FAILED, messageOf(error)));
// What is written is gone; an input that nobody reads on, or a thread, must not keep the process.
process.exit(status);
