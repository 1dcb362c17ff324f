import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const [ZSH, FISH, TROFF, MAN, MANDOC] = ['zsh', 'fish', 'groff', 'man', 'mandoc'] as const;
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
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'adstrip-completion-'));
    for (const name of ['one page.html', 'coda.txt', 'odd$(name).md']) writeFileSync(join(folder, name), '');
    for (const shell of COMPLETION_SHELLS) {
      const { status, stdout } = runCommand(folder, ['completion', shell]);
      expect({ status, stdout }).toEqual({ status: 0, stdout: completionScript(shell) });
      writeFileSync(join(folder, `script.${shell}`), stdout);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = (shell: string, ...args: string[]): string =>
    spawnSync(shell, args, { cwd: folder, encoding: 'utf8', timeout: 30_000 }).stdout.trimEnd();

  it('completes commands, options, their values and files in bash', () => {
    const complete = (...words: string[]): string[] => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const run = `. ./script.bash\nCOMP_WORDS=(adstrip ${list}); COMP_CWORD=${words.length}; _adstrip; printf '%s\n' "\${COMPREPLY[@]}"`;
      return inFolder('bash', '-c', run).split('\n');
    };
    expect(complete('--fo')).toEqual(['--format']);
    expect(complete('--format', 'j')).toEqual(['json', 'jsonl']);
    expect(complete('--format', '=', 'j')).toEqual(['json', 'jsonl']);
    expect(complete('--format', '=')).toHaveLength(5);
    expect(complete('-f', 'ma')).toEqual(['markdown']);
    expect(complete('--remove', 'tr')).toEqual(['tracker']);
    expect(complete('--keep', 'ad,tr')).toEqual(['ad,tracker']);
    expect(complete('--report', 'co')).toEqual(['coda.txt']);
    expect(complete('--jobs', '')).toEqual(['']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
    expect(complete('co').sort()).toEqual(['coda.txt', 'completion']);
    expect(complete('-f', 'text', 'co')).toEqual(['coda.txt']);
    expect(complete('o').sort()).toEqual(['odd$(name).md', 'one page.html']);
  });

  it.runIf(has(ZSH))('completes the same in zsh', () => {
    // A terminal of its own for a shell that is asked by the Tab key; then it prints the line as it stands.
    writeFileSync(
      join(folder, 'ask.zsh'),
      `zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z 'autoload -U compinit; compinit -u -D; source ./script.zsh; show() { print -r -- "<""<$BUFFER>>"; zle kill-buffer }; zle -N show; bindkey "^X" show'
      for line in "$@"; do
        zpty -w -n z "$line"$'\t'
        zpty -w -n z $'\x18'
        zpty -r z answer '*<<*>>*'
        print -r -- "\${\${answer##*<<}%%>>*}"
      done
      zpty -d z`,
    );
    const asked = ['--fo', '-f mar', '--remove ad,tr', '--report cod', 'completion f', 'comp', 'one'];
    const answers = inFolder(ZSH, '-f', 'ask.zsh', ...asked.map((words) => `adstrip ${words}`)).split('\n');
    expect(answers.map((line) => line.trim().replace(/,$/, ''))).toEqual(
      [
        '--format',
        '-f markdown',
        '--remove ad,tracker',
        '--report coda.txt',
        'completion fish',
        'completion',
        'one\\ page.html',
      ].map((words) => `adstrip ${words}`),
    );
  });

  it.runIf(has(FISH))('completes the same in fish', () => {
    const complete = (words: string): string[] =>
      inFolder(FISH, '-N', '-c', `source ./script.fish; complete -C 'adstrip ${words}'`)
        .split('\n')
        .map((line) => line.split('\t', 1)[0] ?? '')
        .sort();
    expect(complete('--fo')).toEqual(['--format']);
    expect(complete('-f mar')).toEqual(['markdown']);
    expect(complete('--remove ad,tr')).toEqual(['ad,tracker']);
    expect(complete('--report cod')).toEqual(['coda.txt']);
    expect(complete('completion ')).toEqual([...COMPLETION_SHELLS].sort());
    expect(complete('co')).toEqual(['coda.txt', 'completion']);
    expect(complete('-f text co')).toEqual(['coda.txt']);
  });
});

describe('adstrip manual', () => {
  const { status, stdout: page } = runCommand(tmpdir(), ['manual']);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: overstrikes of a printer's terminal
  const plain = (shown: string): string => shown.replace(/.\u0008/g, '');

  it('is a manual page', () => {
    expect(status).toBe(0);
    expect(page).toMatch(/^\.TH ADSTRIP 1 "" "adstrip \d+\.\d+\.\d+" "User Commands"\n/);
  });

  it.runIf(has(TROFF))('that troff reads without a warning', () => {
    const shown = spawnSync(TROFF, ['-man', '-Tutf8', '-ww', '-P-c'], { input: page, encoding: 'utf8' });
    expect(shown.stderr).toBe('');
    expect(plain(shown.stdout)).toContain('--max-length N');
  });

  it.runIf(has(MANDOC))('of which mandoc only misses a date', () => {
    const { stdout } = spawnSync(MANDOC, ['-T', 'lint'], { input: page, encoding: 'utf8' });
    expect(stdout.replace(/^mandoc: <stdin>:1:15: WARNING: missing date.*\n/, '')).toBe('');
  });

  it.runIf(has(MAN))('that man -l shows', () => {
    const shown = spawnSync(MAN, ['-l', '-'], {
      input: page,
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '80' },
    });
    expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
    for (const [name] of ENTRIES) expect(plain(shown.stdout)).toContain(`--${name}`);
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
