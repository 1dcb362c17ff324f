import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../src/shells/arguments.ts';
import { completionScript } from '../src/shells/completion.ts';
import { helpText } from '../src/shells/help.ts';
import { manualPage } from '../src/shells/manual.ts';
import { COMPLETION_SHELLS, OPTIONS, type Option } from '../src/shells/options.ts';
import { runCommand } from './command.ts';

const ENTRIES: [string, Option][] = Object.entries(OPTIONS);
const MANUAL = manualPage('1.2.3');

/** A value that an option takes. */
const VALUES: Record<string, string> = {
  'A,B': 'ad',
  'FILE|DIR': 'out',
  FILE: 'file',
  URL: 'https://a.example/',
  N: '3',
  MS: '100',
  'I/N': '2/3',
};
const sample = ({ value, choices }: Option): string[] =>
  value === undefined ? [] : [VALUES[value] ?? choices?.at(-1) ?? ''];
/** What an option needs beside it. */
const BESIDE: Record<string, string[]> = { resume: ['-o', 'out'] };
const COMMANDS: Record<string, string> = { help: 'help', version: 'version' };

/** Programs that a machine may have. */
const [ZSH, FISH, TROFF] = ['zsh', 'fish', 'groff'] as const;
const has = (command: string): boolean => spawnSync('which', [command]).status === 0;

describe('the table of options', () => {
  it.each(ENTRIES)('has --%s as the parser takes it, and refuses it otherwise', (name, option) => {
    const value = sample(option);
    const beside = BESIDE[name] ?? [];
    expect(readArguments([`--${name}`, ...value, ...beside, 'x.html']).kind).toBe(COMMANDS[name] ?? 'run');
    if (option.short) {
      expect(readArguments([`-${option.short}`, ...value, ...beside, 'x.html']).kind).toBe(COMMANDS[name] ?? 'run');
    }
    const wrong = option.value === undefined ? [`--${name}=x`] : [`--${name}`];
    expect(readArguments([...beside, ...wrong]).kind).toBe('wrong');
  });

  it.each(ENTRIES)('has --%s in the help, the manual and the completions', (name, { short, choices }) => {
    expect(helpText()).toContain(`${short === undefined ? '   ' : `-${short},`} --${name}`);
    expect(MANUAL).toContain(`\\fB\\-\\-${name.replaceAll('-', '\\-')}\\fR`);
    expect(completionScript('bash')).toContain(`--${name}`);
    expect(completionScript('zsh')).toContain(`--${name}[`);
    expect(completionScript('fish')).toContain(`-l ${name} `);
    for (const choice of choices ?? []) {
      expect(helpText()).toContain(choice);
      for (const shell of COMPLETION_SHELLS) expect(completionScript(shell)).toContain(choice);
    }
  });

  it('takes a list again and again', () => {
    const command = readArguments(['--remove', 'ad,label', '--remove', 'promo', '--keep', 'label', 'x']);
    expect(command).toMatchObject({ kind: 'run', run: { remove: ['ad', 'promo'] } });
  });
});

describe('adstrip --help', () => {
  it('has lines that fit a terminal', () => {
    const lines = helpText().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const part of ['Usage:', 'Options:', 'Examples:', 'Exit status:']) expect(helpText()).toContain(part);
    expect(runCommand(tmpdir(), ['--help']).stdout).toBe(helpText());
  });
});

describe('adstrip completion', () => {
  it('completes options and their values in bash', () => {
    const { stdout: script } = runCommand(tmpdir(), ['completion', 'bash']);
    expect(script).toBe(completionScript('bash'));
    const complete = (...words: string[]): string[] => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const run = `${script}\nCOMP_WORDS=(adstrip ${list}); COMP_CWORD=${words.length}; _adstrip; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', run], { encoding: 'utf8' }).stdout.trim().split('\n');
    };
    expect(complete('--fo')).toEqual(['--format']);
    expect(complete('--format', 'j')).toEqual(['json', 'jsonl']);
    expect(complete('-f', 'ma')).toEqual(['markdown']);
    expect(complete('--remove', 'tr')).toEqual(['tracker']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
  });

  it.runIf(has(ZSH))('is a script that zsh reads', () => {
    expect(spawnSync(ZSH, ['-n'], { input: completionScript('zsh') }).status).toBe(0);
  });

  it.runIf(has(FISH))('is a script that fish reads', () => {
    expect(spawnSync(FISH, ['-n'], { input: completionScript('fish') }).status).toBe(0);
  });
});

describe('adstrip manual', () => {
  it('is a manual page that troff reads without a warning', () => {
    const { status, stdout } = runCommand(tmpdir(), ['manual']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\.TH ADSTRIP 1 "" "adstrip \d+\.\d+\.\d+" "User Commands"\n/);
    if (!has(TROFF)) return;
    const shown = spawnSync(TROFF, ['-man', '-Tutf8', '-ww', '-P-c'], { input: stdout, encoding: 'utf8' });
    expect(shown.stderr).toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: overstrikes of a printer's terminal
    expect(shown.stdout.replace(/.\u0008/g, '')).toContain('--max-length N');
  });
});

describe('wrong usage of a batch', () => {
  it.each([
    [['--jobs', '0', 'x'], /--jobs needs a whole number, not '0'/],
    [['--jobs', 'two', 'x'], /--jobs/],
    [['--timeout', '-5', 'x'], /--timeout/],
    [['--timeout', '1e99', 'x'], /--timeout/],
    [['--timeout', '99999999999', 'x'], /--timeout can be 2147483647 at most/],
    [['--shard', '0/3', 'x'], /--shard needs I\/N/],
    [['--shard', '4/3', 'x'], /--shard needs I\/N/],
    [['--shard', '3', 'x'], /--shard needs I\/N/],
    [['--resume', 'x'], /--resume needs --output/],
    [['--progress', '--no-progress', 'x'], /not both/],
    [['--input', 'pdf', '-'], /unknown input 'pdf'; known are html, text, jsonl, warc/],
    [['-', '-'], /standard input can be read only once/],
    [['--filters', '-', '-'], /standard input can be read only once/],
    [['--output', '', 'x'], /--output/],
    [['--report', '-', 'x'], /--report/],
    [['--strip', '-f', 'markdown', 'x'], /--strip/],
    [['completion'], /completion needs a shell/],
    [['completion', 'tcsh'], /unknown shell 'tcsh'/],
    [['manual', 'x'], /manual/],
  ])('%j is told', (args, why) => {
    expect(readArguments(args)).toEqual({ kind: 'wrong', why: expect.stringMatching(why) });
  });
});
