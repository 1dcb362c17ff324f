import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ended, linesOfPages, oneLine, recordsOf, runCommand, runShell } from './command.ts';

// Much is written here, and machines are busy at times.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-bad-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const adstrip = (args: string[], input: string | Uint8Array = ''): Ended => runCommand(folder, args, input);
const PAGE = '<p>The boat lay in the harbour all day, and nobody asked where it had been.</p>';

describe('an empty input', () => {
  it('is no records, or a document without text, and no error', () => {
    for (const [name, content] of [
      ['empty.jsonl', ''],
      ['empty.warc', ''],
      ['empty.jsonl.gz', ''],
      ['packed.jsonl.gz', gzipSync('')],
      ['blank.jsonl', '\n \n\r\n'],
      ['empty.html', ''],
      ['empty.txt', ''],
    ] as const) {
      writeFileSync(join(folder, name), content);
      expect(adstrip([name])).toEqual({ status: 0, stdout: '', stderr: '' });
    }
    expect(recordsOf(adstrip(['-j1', 'empty.jsonl', 'empty.html', 'empty.warc']).stdout)).toMatchObject([
      { id: 'empty.html', text: '' },
    ]);
    for (const kind of ['jsonl', 'warc', 'html', 'text']) {
      expect(adstrip(['--input', kind, '-'])).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });

  it('makes an output that is empty as well', () => {
    for (const name of ['none.jsonl', 'none.jsonl.gz']) {
      expect(adstrip(['empty.jsonl', '-o', name])).toEqual({ status: 0, stdout: '', stderr: '' });
      const bytes = readFileSync(join(folder, name));
      expect((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).length).toBe(0);
    }
  });
});

describe('a folder', () => {
  it('of ten thousand small files is gone through in order, into one file or as many', () => {
    const names = Array.from(
      { length: 10_000 },
      (_, i) => `${String(i % 10)}/${String(i).padStart(5, '0')}.html`,
    ).sort();
    for (let i = 0; i < 10; i++) mkdirSync(join(folder, `many/${i}`), { recursive: true });
    for (const name of names) writeFileSync(join(folder, 'many', name), PAGE);
    expect(adstrip(['many', '-j2', '-o', 'many.jsonl'])).toEqual({ status: 0, stdout: '', stderr: '' });
    const records = recordsOf(readFileSync(join(folder, 'many.jsonl'), 'utf8'));
    expect(records.map(({ id }) => id)).toEqual(names.map((name) => `many/${name}`));
    expect(new Set(records.map(({ text }) => text)).size).toBe(1);
    expect(adstrip(['many', '-j2', '--shard', '3/5', '-f', 'text', '-o', 'texts'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const written = readdirSync(join(folder, 'texts'), { recursive: true, encoding: 'utf8' });
    expect(written.filter((name) => name.endsWith('.txt'))).toHaveLength(2_000);
  });

  it.skipIf(process.platform === 'win32')('may have names of any kind', () => {
    const odd = ['line\nfeed', 'tab\tand "quotes"', '-dash', ' blanks ', 'naïve ☃ 漢字 😀', '.hidden', '$(touch here)'];
    mkdirSync(join(folder, 'odd/sub\nfolder'), { recursive: true });
    for (const name of odd) writeFileSync(join(folder, 'odd', `${name}.html`), PAGE);
    writeFileSync(join(folder, 'odd/sub\nfolder/in.html'), PAGE);
    // Names that are no UTF-8, as folders of old mirrors have them.
    const raw = Buffer.concat([Buffer.from(join(folder, 'odd/')), Buffer.from([0xfc]), Buffer.from('ml')]);
    let bytesAllowed = true;
    try {
      mkdirSync(raw);
      writeFileSync(Buffer.concat([raw, Buffer.from('/'), Buffer.from([0xff]), Buffer.from('.html')]), PAGE);
    } catch {
      bytesAllowed = false; // such file systems exist
    }
    const ids = [...odd.map((name) => `odd/${name}.html`), 'odd/sub\nfolder/in.html'];
    if (bytesAllowed) ids.push('odd/\ufffdml/\ufffd.html');
    const { status, stdout } = adstrip(['odd', '-j1']);
    expect({ status, ids: recordsOf(stdout).map(({ id }) => id) }).toEqual({
      status: 0,
      ids: ids.sort((a, b) => (a < b ? -1 : 1)),
    });
    expect(adstrip(['odd', '-j1', '-f', 'text', '-o', 'odd-texts']).status).toBe(0);
    for (const name of odd) expect(existsSync(join(folder, 'odd-texts', `${name}.txt`))).toBe(true);
    expect(adstrip(['odd/line\nfeed.html', 'odd/-dash.html']).status).toBe(0);
  });
});

describe('records', () => {
  it('of 50 MB, of nothing and of noise are done in their turn, by one job or two', () => {
    const big = JSON.stringify({ id: 'big', html: `<p>${'One fine day. '.repeat(3_600_000)}</p>` });
    const input = Buffer.concat([
      Buffer.from(`{"id":1,"text":"One day."}\n${big}\n`),
      Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
      Buffer.from('{"id":4}\n{"id":5,"html":""}\n"a string"\nnull\n[1,2\n{"id":9,"text":"Another day."}'),
    ]);
    const answers = ['1', '2'].map((jobs) =>
      adstrip(['-j', jobs, '--input', 'jsonl', '-', '-o', `big-${jobs}.jsonl`], input),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 1, stderr: oneLine(/5 of 9 records failed/) });
    const [one, two] = ['1', '2'].map((jobs) => readFileSync(join(folder, `big-${jobs}.jsonl`), 'utf8'));
    expect(two).toBe(one);
    expect(recordsOf(one ?? '').map(({ id, error, truncated }) => error ?? [id, truncated])).toEqual([
      [1, false],
      ['big', true],
      'line 3: not UTF-8',
      'a record must have html or text',
      [5, false],
      'line 6: a record must be an object, got string',
      expect.stringMatching(/^line 7: a record must be an object, got null/),
      expect.stringMatching(/^line 8: not JSON/),
      [9, false],
    ]);
  });
});

describe('an output', () => {
  it.runIf(existsSync('/dev/full'))(
    'without room is told once, with status 1, also for a document and a report',
    () => {
      writeFileSync(join(folder, 'page.html'), PAGE);
      writeFileSync(join(folder, 'pages.jsonl'), linesOfPages(5));
      for (const line of [
        'adstrip page.html > /dev/full',
        'adstrip page.html -o /dev/full',
        'adstrip pages.jsonl -j2 > /dev/full',
        'adstrip pages.jsonl -j2 -f text > /dev/full',
        'adstrip page.html --report /dev/full > /dev/null',
        'adstrip pages.jsonl --report /dev/full > /dev/null',
        'adstrip --help > /dev/full',
        'adstrip rules > /dev/full',
      ]) {
        expect([line, runShell(folder, line)]).toEqual([line, { status: 1, stdout: '', stderr: oneLine(/ENOSPC/) }]);
      }
    },
  );

  it.runIf(process.getuid?.() === 0 && spawnSync('which', ['mount']).status === 0)(
    'on a disk that fills up keeps its whole records, and is gone on with when there is room',
    () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]).status !== 0) return;
      try {
        writeFileSync(join(folder, 'long.jsonl'), linesOfPages(300));
        const whole = adstrip(['long.jsonl']).stdout;
        const full = adstrip(['long.jsonl', '-j2', '-o', 'disk/out.jsonl']);
        expect(full).toMatchObject({ status: 1, stderr: oneLine(/out\.jsonl: ENOSPC.*records are done; .*--resume/) });
        const part = readFileSync(join(disk, 'out.jsonl.part'), 'utf8');
        expect(whole.startsWith(part)).toBe(true);
        expect(part.split('\n').length - 1).toBe(Number(/(\d+) records/.exec(full.stderr)?.[1]));
        expect(spawnSync('mount', ['-o', 'remount,size=20m', disk]).status).toBe(0);
        expect(adstrip(['long.jsonl', '-o', 'disk/out.jsonl', '--resume']).status).toBe(0);
        expect(readFileSync(join(disk, 'out.jsonl'), 'utf8')).toBe(whole);
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );

  it('that nobody reads to its end is no error, in any format', () => {
    writeFileSync(join(folder, 'pipe.jsonl'), linesOfPages(400));
    for (const args of ['-j1', '-j2', '-j2 -f text', '-j1 -f html --explain 2>/dev/null']) {
      const line = `adstrip pipe.jsonl ${args} | head -n 1 | wc -l; echo \${PIPESTATUS[0]}`;
      expect([args, runShell(folder, line).stdout.replace(/ /g, '')]).toEqual([args, '1\n0\n']);
    }
    expect(runShell(folder, 'adstrip rules | head -n 1 >/dev/null')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
