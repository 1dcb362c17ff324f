import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib, { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../src/index.ts';
import { CLI, type Ended, linesOfPages, oneLine, pageOf, recordsOf, runCommand, runShell } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-batch-'));
  writeFileSync(join(folder, 'pages.jsonl'), linesOfPages(60));
  mkdirSync(join(folder, 'site/sub'), { recursive: true });
  for (const [name, number] of [
    ['b.html', 1],
    ['a.htm', 2],
    ['sub/c.xhtml', 3],
    ['z.html', 4],
  ] as const) {
    writeFileSync(join(folder, 'site', name), pageOf(number));
  }
  writeFileSync(join(folder, 'site/a.txt'), 'Boat 5 is a text.\n');
  writeFileSync(join(folder, 'site/picture.png'), 'no page');
  writeFileSync(join(folder, 'site/sub/more.jsonl'), linesOfPages(2));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const adstrip = (args: string[], input: string | Uint8Array = ''): Ended => runCommand(folder, args, input);
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const tree = (name: string): string[] => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).sort();

describe('records', () => {
  it('come out one a line, in order, with what the library gives, whatever works on them', () => {
    const one = adstrip(['-j', '1', 'pages.jsonl']);
    expect({ status: one.status, stderr: one.stderr }).toEqual({ status: 0, stderr: '' });
    const records = recordsOf(one.stdout);
    expect(records.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const url = 'https://boats.example/7';
    expect(records[6]).toEqual(JSON.parse(JSON.stringify({ id: 7, url, ...clean(pageOf(7), { url, type: 'html' }) })));
    expect(adstrip(['--jobs', '3', 'pages.jsonl'])).toEqual(one);
    expect(adstrip(['pages.jsonl'])).toEqual(one);
    expect(adstrip(['--input', 'jsonl', '-'], file('pages.jsonl'))).toEqual(one);
    expect(adstrip(['--strip', 'pages.jsonl', '-j1']).stdout).toContain('"output":"<!DOCTYPE html>');
  });

  it('keep their further fields to the letter', () => {
    const line = '{"n":12345678901234567890.50,"id":9007199254740993,"type":1.0,"text":"One day.","e":"\\u00e9"}';
    const { stdout } = adstrip(['--input', 'jsonl', '-'], line);
    expect(stdout.startsWith('{"n":12345678901234567890.50,"id":9007199254740993,"e":"\\u00e9","type":"text",')).toBe(
      true,
    );
    expect(stdout.endsWith(',"input":{"type":1.0}}\n')).toBe(true);
  });

  it('are answered as they come', () => {
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, [${JSON.stringify(CLI)}, '--input', 'jsonl', process.argv[1]]);
      let asked = 0;
      const ask = () => { asked++; child.stdin.write(JSON.stringify({ id: asked, text: 'One day.' }) + '\\n'); };
      child.stdout.on('data', (data) => { process.stdout.write(String(JSON.parse(data).id)); if (asked < 5) ask(); else child.stdin.end(); });
      ask();`;
    for (const jobs of ['-j1', '-j2']) {
      expect(spawnSync(process.execPath, ['-e', script, '--', jobs], { encoding: 'utf8' }).stdout).toBe('12345');
    }
  });

  it('may be compressed, begin with a BOM, end in CRLF, stand apart by blank lines', () => {
    const plain = adstrip(['-j1', 'pages.jsonl']).stdout;
    writeFileSync(join(folder, 'packed.jsonl.gz'), gzipSync(file('pages.jsonl')));
    expect(adstrip(['-j1', 'packed.jsonl.gz']).stdout).toBe(plain);
    const dressed = `\ufeff${file('pages.jsonl').replaceAll('\n', '\r\n \r\n\n')}`;
    expect(adstrip(['-j1', '--input', 'jsonl', '-'], dressed).stdout).toBe(plain);
    expect(adstrip(['-j1', '--input', 'jsonl', '-'], file('pages.jsonl').trimEnd()).stdout).toBe(plain);
    const members = Buffer.concat(
      file('pages.jsonl')
        .split(/(?<=\n)/)
        .map((line) => gzipSync(line)),
    );
    expect(adstrip(['-j1', '--input', 'jsonl', '-'], members).stdout).toBe(plain);
  });

  it('may be compressed by zstd where Node can read that', () => {
    const compress: unknown = Reflect.get(zlib, 'zstdCompressSync');
    const packed = typeof compress === 'function' ? compress(file('pages.jsonl')) : Buffer.from('28b52ffd2000', 'hex');
    writeFileSync(join(folder, 'packed.jsonl.zst'), packed);
    const { status, stdout, stderr } = adstrip(['-j1', 'packed.jsonl.zst']);
    if (typeof compress === 'function') expect(stdout).toBe(adstrip(['-j1', 'pages.jsonl']).stdout);
    else expect({ status, stderr }).toEqual({ status: 3, stderr: oneLine(/packed\.jsonl\.zst: .*22\.15/) });
  });

  it('may be of 50 MB, and of one byte', () => {
    const big = JSON.stringify({ id: 'big', text: 'One fine day. '.repeat(3_600_000) });
    const { status, stdout } = adstrip(['--input', 'jsonl', '--max-length', '1000', '-'], `${big}\n1\n`);
    expect(status).toBe(1);
    expect(recordsOf(stdout)).toMatchObject([
      { id: 'big', truncated: true },
      { error: expect.stringMatching(/line 2/) },
    ]);
  });
});

describe('bad records', () => {
  const BAD = [
    '{"id":1,"text":"One day."}',
    '{"id":2,"text":',
    '{"id":12345678901234567890,"url":"https://a.example/"}',
    '[]',
    '{"id":"five","html":7}',
    'INVALID',
    '{"id":7,"text":"Another day."}',
  ].join('\n');
  const bytes = Buffer.from(BAD.replace('INVALID', '{"id":6,"text":"\u00ff"}'), 'latin1');

  it.each(['1', '2'])('are reported once, in their place, by %s jobs', (jobs) => {
    const { status, stdout, stderr } = adstrip(['-j', jobs, '--input', 'jsonl', '-'], bytes);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'adstrip: 5 of 7 records failed\n' });
    expect(recordsOf(stdout)).toEqual([
      expect.objectContaining({ id: 1, text: 'One day.' }),
      { id: null, error: expect.stringMatching(/^line 2: not JSON: /) },
      expect.objectContaining({ error: 'a record must have html or text' }),
      { id: null, error: 'line 4: a record must be an object, got an array' },
      { id: 'five', error: 'html must be a string, got number' },
      { id: null, error: 'line 6: not UTF-8' },
      expect.objectContaining({ id: 7, text: 'Another day.' }),
    ]);
    expect(stdout).toContain('{"id":12345678901234567890,"error":');
  });

  it('are named with their file where there are several', () => {
    writeFileSync(join(folder, 'bad.jsonl'), 'x');
    const { stdout } = adstrip(['-j1', 'pages.jsonl', 'bad.jsonl']);
    expect(recordsOf(stdout).at(-1)).toEqual({
      id: null,
      error: expect.stringMatching(/^bad\.jsonl, line 1: not JSON/),
    });
  });

  it('are told on standard error where the format has no word for them', () => {
    const { status, stdout, stderr } = adstrip(['-f', 'text', '-j1', '--input', 'jsonl', '-'], bytes);
    expect(status).toBe(1);
    expect(stdout).toBe('One day.\n\f\n\f\n\f\n\f\n\f\n\f\nAnother day.\n');
    expect(stderr.split('\n')).toHaveLength(7);
    expect(stderr).toContain('adstrip: 12345678901234567000: a record must have html or text\n');
    expect(stderr).toContain('adstrip: line 6: not UTF-8\n');
  });

  it('stop the batch with --fail-fast', () => {
    const { status, stdout, stderr } = adstrip(['--fail-fast', '--input', 'jsonl', '-'], bytes);
    expect(status).toBe(1);
    expect(recordsOf(stdout).map(({ id }) => id)).toEqual([1]);
    expect(stderr).toMatch(/^adstrip: line 2: not JSON[^\n]*\nadstrip: stopped: 1 records are done\n$/);
  });

  it('and a compressed file that ends early leave the rest as it is', () => {
    const packed = gzipSync(file('pages.jsonl'), { level: 1 });
    writeFileSync(join(folder, 'cut.jsonl.gz'), packed.subarray(0, packed.length - 200));
    const { status, stdout } = adstrip(['-j1', 'cut.jsonl.gz', 'site/z.html']);
    expect(status).toBe(1);
    const records = recordsOf(stdout);
    expect(records.length).toBeGreaterThan(10);
    expect(records.filter(({ error }) => error !== undefined)).toEqual([
      { id: 'cut.jsonl.gz', error: 'compressed data that end early' },
    ]);
    expect(records.at(-1)?.id).toBe('site/z.html');
  });
});

describe('--timeout', () => {
  it('ends a record that takes too long, and no other', () => {
    const slow = JSON.stringify({ id: 'slow', html: pageOf(1, 150_000) });
    const input = `${linesOfPages(3)}${slow}\n${linesOfPages(3)}`;
    const { status, stdout } = adstrip(['--timeout', '400', '-j', '1', '--input', 'jsonl', '-'], input);
    expect(status).toBe(1);
    expect(recordsOf(stdout).map(({ id, error }) => error ?? id)).toEqual([
      1,
      2,
      3,
      'took longer than 400 ms',
      1,
      2,
      3,
    ]);
  });

  it('holds for one document as well', () => {
    writeFileSync(join(folder, 'slow.html'), pageOf(1, 150_000));
    expect(adstrip(['--timeout', '300', 'slow.html'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^adstrip: slow\.html: took longer than 300 ms\n/),
    });
    expect(adstrip(['--timeout', '60000', 'site/b.html'])).toEqual(adstrip(['site/b.html']));
  });
});

describe('a folder', () => {
  it('is read by name, with the folders in it; what is no document is passed over', () => {
    const { status, stdout } = adstrip(['-j1', 'site']);
    expect(status).toBe(0);
    expect(recordsOf(stdout).map(({ id }) => id)).toEqual(
      ['site/a.htm', 'site/a.txt', 'site/b.html', 1, 2, 'site/sub/c.xhtml', 'site/z.html'].sort(
        (a, b) => orderIn(a) - orderIn(b),
      ),
    );
  });
  const orderIn = (id: string | number): number =>
    ['site/a.htm', 'site/a.txt', 'site/b.html', 'site/sub/c.xhtml', 1, 2, 'site/z.html'].indexOf(id);

  it('gives text with a form feed between documents, or any other format', () => {
    const names = ['site/b.html', 'site/a.txt'];
    const { stdout } = adstrip(['-f', 'text', '-j1', ...names]);
    expect(stdout).toBe(names.map((name) => adstrip([name]).stdout).join('\f\n'));
    const markdown = adstrip(['-f', 'markdown', '-j1', ...names]).stdout;
    expect(markdown).toBe(names.map((name) => adstrip(['-f', 'markdown', name]).stdout).join('\f\n'));
    const json = adstrip(['-f', 'json', '-j1', 'site/a.txt']).stdout;
    expect(JSON.parse(json)).toMatchObject({ text: 'Boat 5 is a text.' });
    expect(adstrip(['-f', 'jsonl', 'site/a.txt']).stdout).toMatch(/^\{"type":"text",.*\}\n$/);
    const two = adstrip(['-f', 'json', '-j1', ...names]).stdout;
    expect(two).toMatch(/^\{\n {2}"id": ?"site\/b\.html",\n {2}"type": "html",/);
  });

  it('that cannot be read in full says so in its place', () => {
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    if (spawnSync(process.execPath, [CLI, '--version'], nobody).status !== 0) return;
    mkdirSync(join(folder, 'locked/in'), { recursive: true });
    writeFileSync(join(folder, 'locked/a.html'), pageOf(1));
    writeFileSync(join(folder, 'locked/b.html'), pageOf(2), { mode: 0 });
    chmodSync(join(folder, 'locked/in'), 0);
    chmodSync(folder, 0o755);
    const run = spawnSync(process.execPath, [CLI, '-j1', 'locked'], { cwd: folder, encoding: 'utf8', ...nobody });
    chmodSync(join(folder, 'locked/in'), 0o755);
    expect(run.status).toBe(1);
    expect(recordsOf(run.stdout)).toEqual([
      expect.objectContaining({ id: 'locked/a.html', type: 'html' }),
      { id: 'locked/b.html', error: 'no permission to read it' },
      { id: 'locked/in', error: 'no permission to read it' },
    ]);
  });

  it('does not lead in circles, and follows links to files', () => {
    mkdirSync(join(folder, 'linked'));
    symlinkSync('..', join(folder, 'linked/up'));
    symlinkSync('../site/z.html', join(folder, 'linked/z.html'));
    expect(recordsOf(adstrip(['-j1', 'linked']).stdout).map(({ id }) => id)).toEqual(['linked/z.html']);
  });

  it('with nothing in it, and names that are not there, are exit status 3', () => {
    mkdirSync(join(folder, 'empty'));
    expect(adstrip(['empty'])).toEqual({ status: 3, stdout: '', stderr: oneLine(/empty: nothing in it/) });
    expect(adstrip(['no.html', 'no.jsonl'])).toEqual({
      status: 3,
      stdout: '',
      stderr: 'adstrip: no.html: no such file\nadstrip: no.jsonl: no such file\n',
    });
    const { status, stdout } = adstrip(['-j1', 'site/a.txt', 'no.html']);
    expect({ status, last: recordsOf(stdout).at(-1) }).toEqual({
      status: 1,
      last: { id: 'no.html', error: 'no such file' },
    });
  });
});

describe('--output', () => {
  it('is one file of lines', () => {
    expect(adstrip(['-j1', 'site', '-o', 'all.jsonl'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(file('all.jsonl')).toBe(adstrip(['-j1', 'site']).stdout);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('is a folder with a file for each document, whose names do not collide', () => {
    expect(adstrip(['-j2', '-f', 'text', 'site', '-o', 'texts'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(tree('texts')).toEqual([
      'a-2.txt',
      'a.txt',
      'b.txt',
      'sub',
      'sub/c.txt',
      'sub/more.jsonl',
      'sub/more.jsonl/00000005-1.txt',
      'sub/more.jsonl/00000006-2.txt',
      'z.txt',
    ]);
    expect(file('texts/a-2.txt')).toBe('Boat 5 is a text.\n');
    expect(file('texts/b.txt')).toBe(adstrip(['site/b.html']).stdout);
    expect(adstrip(['-f', 'markdown', 'site/b.html', '-o', 'texts/']).status).toBe(0);
    expect(existsSync(join(folder, 'texts/b.md'))).toBe(true);
    expect(adstrip(['-f', 'html', '-j1', 'site', '-o', 'all.jsonl'])).toMatchObject({
      status: 2,
      stderr: oneLine(/all\.jsonl is a file/),
    });
  });

  it('cannot be left by the names of records', () => {
    const input = ['../../up', '/etc/passwd', '..', '\u0000', 'x'.repeat(500), ''].map((id) => ({
      id,
      text: 'One day.',
    }));
    const lines = input.map((record) => JSON.stringify(record)).join('\n');
    expect(adstrip(['-f', 'text', '--input', 'jsonl', '-', '-o', 'safe'], lines).status).toBe(0);
    expect(tree('safe')).toEqual([
      'stdin',
      'stdin/00000001-up.txt',
      'stdin/00000002-etc-passwd.txt',
      'stdin/00000003.txt',
      'stdin/00000004.txt',
      `stdin/00000005-${'x'.repeat(80)}.txt`,
      'stdin/00000006-line-6.txt',
    ]);
  });

  it('is not read as input where it lies in the folder that is read', () => {
    for (let i = 0; i < 2; i++) {
      expect(adstrip(['-j1', '-f', 'text', 'linked', '-o', 'linked/out']).status).toBe(0);
      expect(tree('linked/out')).toEqual(['z.txt']);
    }
  });

  it('stays as it was where nothing could be read', () => {
    writeFileSync(join(folder, 'kept.jsonl'), 'old');
    writeFileSync(join(folder, 'bad.warc'), 'no archive\n\n');
    expect(adstrip(['bad.warc', '-o', 'kept.jsonl'])).toEqual({
      status: 3,
      stdout: '',
      stderr: oneLine(/bad\.warc: /),
    });
    expect(file('kept.jsonl')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('that is full is told in one line', () => {
    expect(adstrip(['-j1', 'pages.jsonl', '-o', '/dev/full'])).toEqual({
      status: 1,
      stdout: '',
      stderr: oneLine(/\/dev\/full: ENOSPC.*0 records are done/),
    });
    expect(runShell(folder, 'adstrip -j1 pages.jsonl > /dev/full')).toMatchObject({
      status: 1,
      stderr: oneLine(/standard output: .*ENOSPC/),
    });
  });

  it('that nobody reads any more ends the command quietly', () => {
    for (const jobs of ['1', '2']) {
      const { stdout, stderr } = runShell(
        folder,
        `adstrip -j${jobs} pages.jsonl pages.jsonl pages.jsonl pages.jsonl | head -n 1 | wc -l; echo \${PIPESTATUS[0]}`,
      );
      expect({ stdout: stdout.replace(/ /g, ''), stderr }).toEqual({ stdout: '1\n0\n', stderr: '' });
    }
  });
});

describe('--shard', () => {
  it('divides the records of all inputs', () => {
    const whole = recordsOf(adstrip(['-j1', 'pages.jsonl', 'site']).stdout).map(({ id }) => id);
    const shards = [1, 2, 3].map((index) =>
      recordsOf(adstrip(['-j1', '--shard', `${index}/3`, 'pages.jsonl', 'site']).stdout).map(({ id }) => id),
    );
    shards.forEach((ids, index) => {
      expect(ids).toEqual(whole.filter((_, i) => i % 3 === index));
    });
  });

  it('gives files of the same names', () => {
    for (const index of [1, 2]) adstrip(['-j1', '-f', 'text', '--shard', `${index}/2`, 'site', '-o', 'shards']);
    expect(tree('shards')).toEqual(tree('texts').filter((name) => name !== 'b.md'));
  });
});

describe('--explain', () => {
  it('names the record of each removal', () => {
    for (const jobs of ['-j1', '-j2']) {
      const { stderr } = adstrip([jobs, '--explain', 'site/b.html', 'site/z.html']);
      expect(stderr.split('\n')).toEqual([
        expect.stringMatching(/^site\/b\.html {2}6:1 {2}adsense\/unit +ad +<ins class/),
        expect.stringMatching(/^site\/z\.html {2}6:1 {2}adsense\/unit +ad +<ins class/),
        '',
      ]);
    }
  });
});

describe('--report', () => {
  it('of a batch has its sums', () => {
    const { status } = adstrip(['-j2', 'pages.jsonl', 'bad.jsonl', '--report', 'batch.html', '-o', 'reported.jsonl']);
    expect(status).toBe(1);
    const report = file('batch.html');
    expect(report).toMatch(/^<!doctype html>/i);
    expect(report).toContain('adsense/unit');
    expect(report).toContain('boats.example');
    expect(report).toContain('not JSON');
  });
});

describe('--filters', () => {
  it('hold in every thread', () => {
    writeFileSync(join(folder, 'list.txt'), '##.boat-box\n');
    const input = JSON.stringify({
      id: 1,
      url: 'https://a.example/',
      html: '<p>One day.</p><div class="boat-box">x</div>',
    });
    const args = ['--strip', '--filters', 'list.txt', '--input', 'jsonl', '-'];
    const { stdout } = adstrip(['-j2', ...args], input);
    expect(recordsOf(stdout)).toMatchObject([{ output: '<p>One day.</p>' }]);
    expect(adstrip(['-j1', ...args], input).stdout).toBe(stdout);
    expect(adstrip(['--filters', 'no.txt', 'pages.jsonl'])).toEqual({
      status: 3,
      stdout: '',
      stderr: oneLine(/no\.txt/),
    });
  });
});

describe('--progress', () => {
  it.runIf(spawnSync('which', ['script']).status === 0)('is a bar on a terminal, and silent elsewhere', () => {
    const onTerminal = (args: string): string =>
      runShell(folder, `script -qec "'${process.execPath}' '${CLI}' ${args} pages.jsonl -o bar.jsonl" /dev/null`)
        .stdout;
    expect(onTerminal('-j1 --progress')).toMatch(/ %, \d+ records, .*\/s, 0 failed/);
    expect(onTerminal('-j1 --no-progress')).toBe('');
    expect(adstrip(['-j1', 'pages.jsonl', '-o', 'bar.jsonl'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
