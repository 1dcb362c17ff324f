import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The built command; `npm test` builds before it runs the tests. */
export const CLI: string = fileURLToPath(new URL('../dist/command/adstrip.js', import.meta.url));

export type Ended = Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'>;

/** Runs the command in a folder, as a process of its own, until it ends. */
export function runCommand(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Record<string, string> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Runs a line of a shell in a folder; `adstrip` in it is the built command. */
export function runShell(folder: string, line: string): Ended {
  const script = `set -o pipefail; adstrip() { '${process.execPath}' '${CLI}' "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** One line, from the command, without a trace of its insides. */
export const oneLine = (what: RegExp): unknown =>
  expect.stringMatching(new RegExp(`^adstrip: [^\\n]*${what.source}[^\\n]*\\n$`));

/** The records of a JSONL output. */
export const recordsOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** A page of its own for each number; longer ones take longer. */
export function pageOf(number: number, paragraphs = 3): string {
  const body = Array.from(
    { length: paragraphs },
    (_, i) =>
      `<p>On day ${i + 1} boat ${number} lay in the harbour, its nets were dry, and nobody asked where it had been.</p>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><title>Boat ${number}</title></head><body><article><h1>Boat ${number}</h1>
${body.join('\n')}
<ins class="adsbygoogle" data-ad-slot="${number}"></ins>
</article></body></html>
`;
}

/** Records with such pages, a line each. */
export function linesOfPages(count: number, paragraphs = 3): string {
  const line = (number: number): string =>
    JSON.stringify({ id: number, url: `https://boats.example/${number}`, html: pageOf(number, paragraphs) });
  return `${Array.from({ length: count }, (_, i) => line(i + 1)).join('\n')}\n`;
}
