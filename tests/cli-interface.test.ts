import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FORMATS, OPTIONS } from '../src/shells/options.ts';
import { CLI, type Ended, linesOfPages, oneLine, pageOf, recordsOf, runCommand, runShell } from './command.ts';

// Every option and every kind of input of the command line, by the built command, once: what each is for. The other tests
// of the command go into their corners.

// Each test starts the command several times, and machines are busy at times.
vi.setConfig({ testTimeout: 300_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-interface-'));
  writeFileSync(join(folder, 'page.html'), pageOf(1));
  writeFileSync(join(folder, 'text.txt'), TEXT);
  writeFileSync(join(folder, 'pages.jsonl'), linesOfPages(6));
  writeFileSync(join(folder, 'bad.jsonl'), `{"id":1,"text":"One day."}\n{"id":2}\n{"id":3,"text":"Another day."}\n`);
  writeFileSync(join(folder, 'list.txt'), '##h1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = 'One day.\n\n(adsbygoogle = window.adsbygoogle || []).push({});\n\nAdvertisement\n\nTwo.\n';
const adstrip = (args: string[], input: string | Uint8Array = ''): Ended => runCommand(folder, args, input);
const printed = (...args: string[]): string => {
  const { status, stdout, stderr } = adstrip(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const HEADERS = 'WARC/1.0\r\nWARC-Record-ID: <urn:test:1>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n';
const warc = (type: string, contentType: string, block: string): string =>
  `${HEADERS}WARC-Type: ${type}\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
const RESPONSE = warc(
  'response',
  'application/http; msgtype=response',
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(1)}`,
);
const CONVERSION = warc('conversion', 'text/plain', 'One day.');

describe('an input', () => {
  it.each([
    ['a.html', pageOf(1), 'html'],
    ['a.htm', pageOf(1), 'html'],
    ['a.xhtml', pageOf(1), 'html'],
    ['a.txt', 'One <b>day</b>.', 'text'],
    ['a.md', 'One <b>day</b>.', 'text'],
    ['a.jsonl', '{"id":1,"text":"One <b>day</b>."}', 'text'],
    ['a.ndjson', '{"id":1,"html":"One <b>day</b>."}', 'html'],
    ['a.jsonl.gz', gzipSync('{"id":1,"html":"One <b>day</b>."}'), 'html'],
    ['a.warc', RESPONSE, 'html'],
    ['a.warc.gz', gzipSync(RESPONSE), 'html'],
    ['a.wet', CONVERSION, 'text'],
    ['a.wet.gz', gzipSync(CONVERSION), 'text'],
    ['without-ending', pageOf(1), 'html'],
  ])('called %s is what its name says', (name, content, type) => {
    writeFileSync(join(folder, name), content);
    expect(recordsOf(printed('-f', 'jsonl', name))).toMatchObject([{ type }]);
  });

  it('from a pipe is a document, or what --input says', () => {
    const typeOf = (input: string | Uint8Array, ...args: string[]): unknown =>
      recordsOf(adstrip(['-f', 'jsonl', ...args, '-'], input).stdout)[0]?.type;
    expect(typeOf(pageOf(1))).toBe('html');
    expect(typeOf('One day.')).toBe('text');
    expect(typeOf('One day.', '--input', 'html')).toBe('html');
    expect(typeOf('<p>One day.</p>', '--input', 'text')).toBe('text');
    expect(typeOf('{"html":"One day."}', '--input', 'jsonl')).toBe('html');
    expect(typeOf(gzipSync('{"html":"One day."}'), '--input', 'jsonl')).toBe('html');
    expect(typeOf(RESPONSE, '--input', 'warc')).toBe('html');
    expect(typeOf(gzipSync(CONVERSION), '--input', 'warc')).toBe('text');
  });
});

const onTerminal = (args: string): string =>
  runShell(folder, `script -qec "${args.replace(/\badstrip\b/, `'${process.execPath}' '${CLI}'`)}" /dev/null`).stdout;
const hasTerminal = spawnSync('which', ['script']).status === 0;

/** What each option does. */
const DOES: Record<keyof typeof OPTIONS, () => void> = {
  format() {
    const begins: Record<(typeof FORMATS)[number], RegExp> = {
      text: /^Boat 1\n\nOn day 1/,
      json: /^\{\n {2}"type": "html",\n/,
      jsonl: /^\{"type":"html",[^\n]*\}\n$/,
      markdown: /^# Boat 1\n\nOn day 1/,
      html: /^<h1>Boat 1<\/h1>\s*<p>/,
    };
    for (const [format, beginning] of Object.entries(begins)) {
      expect(printed('--format', format, 'page.html')).toMatch(beginning);
      expect(printed('-f', format, 'pages.jsonl').length).toBeGreaterThan(600);
    }
    expect(printed('page.html')).toMatch(begins.text);
    expect(recordsOf(printed('pages.jsonl'))).toHaveLength(6);
    expect(recordsOf(printed('page.html', 'text.txt'))).toHaveLength(2);
  },
  output() {
    expect(printed('--output', 'out.txt', 'page.html')).toBe('');
    expect(read('out.txt')).toBe(printed('page.html'));
    expect(printed('-o', 'out.jsonl', 'pages.jsonl')).toBe('');
    expect(read('out.jsonl')).toBe(printed('pages.jsonl'));
    expect(printed('-o', 'folder/', 'page.html', 'text.txt')).toBe('');
    expect(readdirSync(join(folder, 'folder'))).toEqual(['page.jsonl', 'text.jsonl']);
    for (const [args, name] of [
      [['page.html'], 'out.txt.gz'],
      [['--timeout', '60000', 'page.html'], 'late.txt.gz'],
      [['pages.jsonl'], 'out.jsonl.gz'],
    ] as const) {
      expect(printed(...args, '-o', name)).toBe('');
      expect(gunzipSync(readFileSync(join(folder, name))).toString()).toBe(printed(...args));
    }
  },
  strip() {
    expect(printed('--strip', 'page.html')).toBe(pageOf(1).replace(/<ins .*<\/ins>/, ''));
    expect(recordsOf(printed('--strip', 'pages.jsonl'))[0]).toMatchObject({ id: 1, output: expect.any(String) });
  },
  remove() {
    expect(printed('--remove', 'label', 'text.txt')).toMatch(/adsbygoogle.*\s+Two/);
    expect(printed('--remove', 'ad,label', 'text.txt')).toBe('One day.\n\nTwo.\n');
  },
  keep: () => expect(printed('--keep', 'ad', 'text.txt')).toMatch(/adsbygoogle.*\s+Two/),
  filters: () => expect(printed('--strip', '--filters', 'list.txt', 'page.html')).not.toContain('<h1>'),
  url() {
    writeFileSync(join(folder, 'link.html'), pageOf(1).replace('nets', '<a href="/nets">nets</a>'));
    const html = printed('-f', 'html', '--url', 'https://boats.example/1', 'link.html');
    expect(html).toContain('href="https://boats.example/nets"');
  },
  'max-length'() {
    expect(recordsOf(printed('-f', 'jsonl', '--max-length', '8', 'text.txt'))[0]).toMatchObject({
      text: 'One day.',
      truncated: true,
    });
    expect(recordsOf(printed('--max-length', '8', 'pages.jsonl'))[5]).toMatchObject({ truncated: true });
  },
  input: () => expect(recordsOf(adstrip(['--input', 'jsonl'], read('pages.jsonl')).stdout)).toHaveLength(6),
  explain() {
    expect(adstrip(['--explain', 'page.html']).stderr).toMatch(
      /^\d+:\d+ {2}adsense\/unit +ad +<ins.*\n1 removal, .*\n$/,
    );
    expect(adstrip(['--explain', '--timeout', '60000', 'page.html'])).toEqual(adstrip(['--explain', 'page.html']));
    if (hasTerminal) expect(onTerminal('adstrip --explain page.html')).toContain('\u001b[31madsense/unit\u001b[39m');
    if (hasTerminal) expect(onTerminal('NO_COLOR=1 adstrip --explain page.html')).not.toContain('\u001b[31m');
  },
  report() {
    printed('--report', 'page-report.html', 'page.html');
    expect(read('page-report.html')).toContain('adsense/unit');
    printed('--report', 'late-report.html', '--timeout', '60000', 'page.html');
    expect(read('late-report.html')).toBe(read('page-report.html'));
    printed('--report', 'batch-report.html', 'pages.jsonl');
    expect(read('batch-report.html')).toContain('boats.example');
  },
  jobs() {
    for (const jobs of ['1', '2', '3']) expect(printed('--jobs', jobs, 'pages.jsonl')).toBe(printed('pages.jsonl'));
    expect(printed('-j2', 'pages.jsonl')).toBe(printed('pages.jsonl'));
  },
  timeout() {
    writeFileSync(join(folder, 'slow.html'), pageOf(1, 100_000));
    expect(adstrip(['--timeout', '100', 'slow.html'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'adstrip: slow.html: took longer than 100 ms\n',
    });
    for (const format of ['text', 'json', 'jsonl']) {
      expect(printed('--timeout', '60000', '-f', format, 'page.html')).toBe(printed('-f', format, 'page.html'));
    }
  },
  shard() {
    const ids = [1, 2, 3, 4].map((i) => recordsOf(printed('--shard', `${i}/4`, 'pages.jsonl')).map(({ id }) => id));
    expect(ids).toEqual([[1, 5], [2, 6], [3], [4]]);
  },
  resume() {
    printed('pages.jsonl', '-o', 'resumed.jsonl', '--resume');
    expect(read('resumed.jsonl')).toBe(printed('pages.jsonl'));
  },
  'fail-fast'() {
    const { status, stdout, stderr } = adstrip(['--fail-fast', 'bad.jsonl']);
    expect({ status, ids: recordsOf(stdout).map(({ id }) => id) }).toEqual({ status: 1, ids: [1] });
    expect(stderr).toBe('adstrip: 2: a record must have html or text\nadstrip: stopped: 1 records are done\n');
    const all = recordsOf(adstrip(['bad.jsonl']).stdout);
    expect(all[1]).toEqual({ id: 2, error: 'a record must have html or text' });
    expect(all[2]?.id).toBe(3);
  },
  progress() {
    if (hasTerminal) expect(onTerminal('adstrip --progress -j1 pages.jsonl -o bar.jsonl')).toMatch(/6 records/);
    // Without being asked, only for what takes more than a second.
    const slow = `sh -c '(cat pages.jsonl; sleep 3; cat pages.jsonl) | adstrip -j1 --input jsonl - -o bar.jsonl'`;
    const seen = hasTerminal
      ? runShell(
          folder,
          `script -qec "${slow.replace(/\badstrip\b/, `'\\''${process.execPath}'\\'' '\\''${CLI}'\\''`)}" /dev/null`,
        )
      : undefined;
    if (seen !== undefined) expect(seen.stdout).toMatch(/\d+ records/);
    if (hasTerminal) expect(onTerminal('adstrip -j1 text.txt -o bar.txt')).toBe('');
  },
  'no-progress'() {
    if (hasTerminal) expect(onTerminal('adstrip --no-progress pages.jsonl -o bar.jsonl')).toBe('');
  },
  version: () => expect(printed('--version')).toMatch(/^\d+\.\d+\.\d+\n$/),
  help: () => expect(printed('--help')).toBe(printed('-h')),
};

describe('the option', () => {
  it.each(Object.entries(DOES))('--%s does what it is for', (_, does) => does());

  it('is one of those that the command knows, and none is left out', () => {
    expect(Object.keys(DOES).sort()).toEqual(Object.keys(OPTIONS).sort());
  });
});

describe('the exit status', () => {
  it('is 0 where all is well, 1 where records failed, 2 for wrong usage, 3 where nothing could be read', () => {
    expect(adstrip(['pages.jsonl']).status).toBe(0);
    expect(adstrip(['bad.jsonl'])).toMatchObject({ status: 1, stderr: oneLine(/1 of 3 records failed/) });
    expect(adstrip(['page.html', 'missing.html']).status).toBe(1);
    expect(adstrip(['--bogus', 'page.html'])).toMatchObject({ status: 2, stdout: '', stderr: oneLine(/--bogus/) });
    expect(adstrip(['missing.html'])).toMatchObject({ status: 3, stdout: '', stderr: oneLine(/no such file/) });
  });
});

describe('an output in the place of its input', () => {
  it('is refused, whatever it is called', () => {
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/a.html'), pageOf(1));
    spawnSync('ln', ['page.html', 'same.html'], { cwd: folder });
    spawnSync('ln', ['-s', 'page.html', 'link.html'], { cwd: folder });
    for (const args of [
      ['page.html', '-o', 'page.html'],
      ['page.html', '-o', './page.html'],
      ['same.html', '-o', 'page.html'],
      ['page.html', '-o', 'same.html'],
      ['pages.jsonl', '-o', 'pages.jsonl'],
      ['pages.jsonl', '-o', 'pages.jsonl', '--resume'],
      ['page.html', '--report', 'page.html'],
      ['--filters', 'list.txt', 'page.html', '-o', 'list.txt'],
      ['page.html', '-f', 'html', '-o', './'],
      ['site', '-f', 'html', '-o', 'site'],
      ['site/a.html', 'page.html', '-f', 'html', '-o', 'site/'],
    ]) {
      expect(adstrip(args)).toEqual({ status: 2, stdout: '', stderr: oneLine(/would be written over/) });
    }
    const redirected = runShell(folder, 'adstrip - -o page.html < page.html');
    expect(redirected).toEqual({ status: 2, stdout: '', stderr: oneLine(/standard input would be written over/) });
    expect(read('page.html')).toBe(pageOf(1));
    expect(read('pages.jsonl')).toBe(linesOfPages(6));
    expect(existsSync(join(folder, 'page.html.part'))).toBe(false);
  });

  it('is no other file that is there already, which is replaced, nor a report beside the pages', () => {
    for (let i = 0; i < 2; i++) {
      expect(printed('site', '-o', 'site/all.jsonl', '--report', 'site/report.html')).toBe('');
      expect(recordsOf(read('site/all.jsonl')).map(({ id }) => id)).toEqual(['site/a.html']);
    }
  });
});
