import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, type Ended, linesOfPages, runCommand } from './command.ts';

const RECORDS = 600;
let folder = '';
let whole = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-interruption-'));
  const lines = linesOfPages(RECORDS, 4).split('\n');
  lines[200] = 'no JSON';
  writeFileSync(join(folder, 'in.jsonl'), lines.join('\n'));
  expect(adstrip(['in.jsonl', '-o', 'whole.jsonl']).status).toBe(1);
  whole = readFileSync(join(folder, 'whole.jsonl'), 'utf8');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const adstrip = (args: string[]): Ended => runCommand(folder, args);

interface Stopped {
  status: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** Sends a signal as soon as a condition holds; resolves when the command has ended. */
async function stopWhen(args: string[], signal: NodeJS.Signals, holds: () => boolean): Promise<Stopped> {
  const child: ChildProcess = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (data) => {
    stderr += String(data);
  });
  const ended = new Promise<Stopped>((resolve) => {
    child.on('close', (status, by) => resolve({ status, signal: by, stderr }));
  });
  while (child.exitCode === null && child.signalCode === null && !holds()) await wait(2);
  child.kill(signal);
  return ended;
}

const sizeOf = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;

/** What of the output can be read: all that whole records have, and of compressed data all that has come. */
const linesIn = (name: string): string => {
  const bytes = readFileSync(join(folder, name));
  return String(name.includes('.gz') ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes);
};

describe('an interrupted batch', () => {
  it.each([
    ['a file', 'out.jsonl'],
    ['a compressed file', 'packed.jsonl.gz'],
  ])(
    'of which %s comes, goes on to the same records, at whatever moments it is killed',
    {
      timeout: 300_000,
    },
    async (_, name) => {
      const packed = name.endsWith('.gz');
      const part = `${name}.part`;
      const length = packed ? gzipSync(whole).length : whole.length;
      const signals = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;
      for (let kills = 0, runs = 0; kills < 10; runs++) {
        const after = sizeOf(part) + 1 + Math.random() * (length / 12);
        const signal = signals[kills % 3] ?? 'SIGKILL';
        const args = ['in.jsonl', '-o', name, '--resume', '-j', String(1 + (runs % 2))];
        const { signal: by, status, stderr } = await stopWhen(args, signal, () => sizeOf(part) > after);
        if (existsSync(join(folder, name))) {
          // It was done before the signal came.
          expect(linesIn(name)).toBe(whole);
          rmSync(join(folder, name));
          expect(runs).toBeLessThan(30);
          continue;
        }
        kills++;
        if (signal === 'SIGKILL') expect(by).toBe('SIGKILL');
        else {
          expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
          expect(stderr).toMatch(/^adstrip: interrupted: \d+ records are done; the same command with --resume goes on/);
          const lines = linesIn(part);
          expect(whole.startsWith(lines)).toBe(true);
          expect(lines.split('\n').length - 1).toBe(Number(/\d+/.exec(stderr)?.[0]));
        }
      }
      expect(adstrip(['in.jsonl', '-o', name, '--resume'])).toEqual({
        status: 1,
        stdout: '',
        stderr: `adstrip: 1 of ${RECORDS} records failed\n`,
      });
      expect(linesIn(name)).toBe(whole);
      expect(readdirSync(folder).filter((left) => left.includes('part'))).toEqual([]);
    },
  );

  it('of which a compressed file comes, goes on behind the last whole part, however the machine left it', {
    timeout: 300_000,
  }, async () => {
    await stopWhen(['in.jsonl', '-o', 'torn.jsonl.gz'], 'SIGTERM', () => sizeOf('torn.jsonl.gz.part') > 3000);
    const written = readFileSync(join(folder, 'torn.jsonl.gz.part'));
    const state = readFileSync(join(folder, 'torn.jsonl.gz.part.state'));
    const damaged = Buffer.from(written);
    damaged.fill(0, written.length - 100);
    for (const left of [
      written.subarray(0, written.length - 12),
      Buffer.concat([written, Buffer.alloc(700)]),
      damaged,
      Buffer.alloc(0),
    ]) {
      writeFileSync(join(folder, 'torn.jsonl.gz.part'), left);
      writeFileSync(join(folder, 'torn.jsonl.gz.part.state'), state);
      expect(adstrip(['in.jsonl', '-o', 'torn.jsonl.gz', '--resume']).status).toBe(1);
      expect(linesIn('torn.jsonl.gz')).toBe(whole);
    }
  });

  it('of which a folder comes, goes on to the same files', async () => {
    const files = (): number => {
      const name = join(folder, 'texts/in.jsonl');
      return existsSync(name) ? readdirSync(name).length : 0;
    };
    for (const [i, signal] of (['SIGKILL', 'SIGTERM', 'SIGKILL'] as const).entries()) {
      const args = ['in.jsonl', '-f', 'text', '-o', 'texts', '--resume'];
      await stopWhen(args, signal, () => files() > (i + 1) * 120 + Math.random() * 40);
    }
    expect(adstrip(['in.jsonl', '-f', 'text', '-o', 'texts', '--resume']).status).toBe(1);
    const records = whole
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readdirSync(join(folder, 'texts'))).toEqual(['in.jsonl']);
    expect(files()).toBe(RECORDS - 1);
    records.forEach(({ id, text }, i) => {
      const name = `texts/in.jsonl/${String(i + 1).padStart(8, '0')}-${id}.txt`;
      if (id !== null) expect(readFileSync(join(folder, name), 'utf8')).toBe(`${text}\n`);
    });
  });

  it('begins anew without --resume, and does not go on with what another run has left', async () => {
    await stopWhen(['in.jsonl', '-o', 'other.jsonl'], 'SIGTERM', () => sizeOf('other.jsonl.part') > 0);
    expect(adstrip(['in.jsonl', '--strip', '-o', 'other.jsonl', '--resume'])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^adstrip: .*other\.jsonl\.part is of a run with other input or options; .*\n$/),
    });
    expect(adstrip(['in.jsonl', '--shard', '1/60', '-o', 'other.jsonl']).status).toBe(0);
    expect(readFileSync(join(folder, 'other.jsonl'), 'utf8').split('\n')).toHaveLength(11);
  });

  it('says how far it came where its output cannot be gone on with', async () => {
    let passed = 0;
    const { status, stderr } = await stopWhen(['in.jsonl'], 'SIGINT', () => passed++ > 300);
    expect([130, 1]).toContain(status);
    if (status === 130) expect(stderr).toMatch(/^adstrip: interrupted: \d+ records are done\n$/);
  });
});
