import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../src/shells/explain.ts';
import { visible } from '../src/shells/visible.ts';
import { CLI, type Ended, oneLine, runCommand } from './command.ts';

const SENTENCES = [
  'The ferry was late, and nobody on the quay seemed to mind, for the evening was warm and the sea lay still.',
  'A boy sold lemonade from a tin bucket, and the gulls watched him as if he were the one thing that changed.',
  'When the boat came at last, its lamps were lit, and the captain shouted the names of the islands twice.',
];
const AD = '(adsbygoogle = window.adsbygoogle || []).push({});';
const PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>On the quay</title></head><body>
<article><h1>On the quay</h1>
<p>${SENTENCES[0]} <a href="/islands">Islands</a></p>
<ins class="adsbygoogle" data-ad-slot="1"></ins><script>${AD}</script>
<p>${SENTENCES[1]}</p>
<p>${SENTENCES[2]}</p>
</article></body></html>
`;
const TEXT = `On the quay\n\n${SENTENCES[0]}\n\n${AD}\n\n${SENTENCES[1]}\n\n${SENTENCES[2]}\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-'));
  writeFileSync(join(folder, 'page.html'), PAGE);
  writeFileSync(join(folder, 'article.txt'), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const adstrip = (args: string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Ended =>
  runCommand(folder, args, input, env);

/** The superuser may read everything; as nobody it may not, if nobody may run the command where it lies. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const canRunWithoutPrivileges = spawnSync(process.execPath, [CLI, '--version'], nobody).status === 0;

describe('adstrip, one document', () => {
  it('prints the article of a page as text', () => {
    const { status, stdout, stderr } = adstrip(['page.html']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const sentence of SENTENCES) expect(stdout).toContain(sentence);
    expect(stdout).not.toContain('adsbygoogle');
    expect(stdout).not.toContain('<');
    expect(stdout.endsWith('.\n')).toBe(true);
  });

  it('prints a text less its leaked code', () => {
    const { status, stdout } = adstrip(['article.txt']);
    expect(status).toBe(0);
    for (const sentence of SENTENCES) expect(stdout).toContain(sentence);
    expect(stdout).not.toContain('adsbygoogle');
  });

  it('reads standard input when it is piped, with and without a dash', () => {
    const named = adstrip(['-'], PAGE);
    expect(named.status).toBe(0);
    expect(named.stdout).toBe(adstrip(['page.html']).stdout);
    expect(adstrip([], PAGE)).toEqual(named);
    expect(adstrip([], '')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('takes the type from the ending of the name, and else from the content', () => {
    writeFileSync(join(folder, 'tags.txt'), '<p>One</p>');
    writeFileSync(join(folder, 'tags.html'), 'One');
    writeFileSync(join(folder, 'tags'), '<p>One</p>');
    const typeOf = (name: string): unknown => JSON.parse(adstrip(['-f', 'json', name]).stdout).type;
    expect(['tags.txt', 'tags.html', 'tags'].map(typeOf)).toEqual(['text', 'html', 'html']);
  });

  it('decodes bytes', () => {
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('Ein schöner, später Tag über Höhen und Täler', 'latin1'));
    expect(adstrip(['latin.txt']).stdout).toBe('Ein schöner, später Tag über Höhen und Täler\n');
    expect(adstrip(['-'], Buffer.from('\ufeffOne', 'utf16le')).stdout).toBe('One\n');
  });
});

describe('--format', () => {
  it('json prints the whole result', () => {
    const { status, stdout } = adstrip(['--format', 'json', 'page.html']);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      type: 'html',
      truncated: false,
      encoding: 'utf-8',
      metadata: { title: 'On the quay' },
    });
    for (const { start, end, text } of result.removed) expect(PAGE.slice(start, end)).toBe(text);
  });

  it('html prints the article as markup, its links made whole by --url', () => {
    const { status, stdout } = adstrip(['-f', 'html', '--url', 'https://quay.example/a/b', 'page.html']);
    expect(status).toBe(0);
    expect(stdout).toContain('<a href="https://quay.example/islands">Islands</a>');
    expect(stdout).not.toContain('<script');
  });

  it('markdown prints the article as Markdown', () => {
    const { status, stdout } = adstrip(['-f', 'markdown', '--url', 'https://quay.example/a/b', 'page.html']);
    expect(status).toBe(0);
    expect(stdout).toContain('[Islands](https://quay.example/islands)');
    expect(stdout.endsWith('.\n')).toBe(true);
  });
});

describe('--strip', () => {
  it('prints the input itself less the ads', () => {
    const { status, stdout } = adstrip(['--strip', 'page.html']);
    expect(status).toBe(0);
    expect(stdout).not.toContain('adsbygoogle');
    expect(stdout.startsWith('<!DOCTYPE html>\n<html lang="en"><head><title>On the quay</title></head><body>\n')).toBe(
      true,
    );
    expect(stdout.endsWith('</article></body></html>\n')).toBe(true);
  });

  it('leaves an input without ads byte for byte', () => {
    expect(adstrip(['--strip', '-'], `${SENTENCES[0]}\r\n\r\n  ${SENTENCES[1]}`).stdout).toBe(
      `${SENTENCES[0]}\r\n\r\n  ${SENTENCES[1]}`,
    );
  });

  it('prints output and removals with --format json', () => {
    const { output, removed } = JSON.parse(adstrip(['--strip', '-f', 'json', 'article.txt']).stdout);
    expect(output).not.toContain('adsbygoogle');
    expect(removed.map(({ category }: { category: string }) => category)).toEqual(['ad']);
  });
});

describe('adstrip rules', () => {
  it('lists every rule: id, category, and what it matches', () => {
    const { status, stdout, stderr } = adstrip(['rules']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^adsense\/push +ad +script with adsbygoogle/m);
    expect(stdout).toMatch(/\n\d{4} rules\n$/);
  });

  it('takes an id, a family or a part of an id, with the traps', () => {
    const ids = (name: string): string[] =>
      JSON.parse(adstrip(['rules', name, '-f', 'json']).stdout).map(({ id }: { id: string }) => id);
    expect(ids('adsense/push')).toEqual(['adsense/push']);
    expect(new Set(ids('adsense').map((id) => id.split('/')[0]))).toEqual(new Set(['adsense']));
    expect(ids('ADACE/')).toEqual(ids('adace'));
    expect(ids('appeared-first').length).toBeGreaterThan(20);
    const trapped = JSON.parse(adstrip(['rules', '--format', 'json']).stdout).find(
      ({ unless }: { unless?: unknown }) => unless !== undefined,
    );
    expect(adstrip(['rules', trapped.id]).stdout).toMatch(/^ +unless /m);
  });

  it('says in one line that there is none', () => {
    expect(adstrip(['rules', 'no\nsuch'])).toEqual({ status: 1, stdout: '', stderr: oneLine(/no rule is called/) });
    expect(adstrip(['rules', 'a', 'b'])).toEqual({ status: 2, stdout: '', stderr: oneLine(/one name of rules/) });
    expect(adstrip(['rules', '-f', 'html'])).toEqual({ status: 2, stdout: '', stderr: oneLine(/text or json/) });
  });

  it('leaves a file of that name readable', () => {
    writeFileSync(join(folder, 'rules'), 'One rule for all');
    expect(adstrip(['./rules']).stdout).toBe('One rule for all\n');
  });
});

describe('--remove and --keep', () => {
  it('choose the categories', () => {
    expect(adstrip(['--strip', '--remove', 'label,style', 'article.txt']).stdout).toBe(TEXT);
    expect(adstrip(['--strip', '--keep', 'ad', 'article.txt']).stdout).toBe(TEXT);
    expect(adstrip(['--strip', '--remove', 'ad', '--remove', 'label', 'article.txt']).stdout).not.toContain(
      'adsbygoogle',
    );
    expect(adstrip(['--strip', '--keep', 'promo, label', 'article.txt']).stdout).not.toContain('adsbygoogle');
  });
});

describe('--filters', () => {
  const page = '<p>One</p><p class="zq-a">two</p><p class="zq-b">three</p><p class="zq-c">four</p>';

  it('takes out what the lists name, for the page’s site', () => {
    writeFileSync(join(folder, 'a.txt'), '! Title: a list\n##.zq-a\nexample.org##.zq-c\n');
    writeFileSync(join(folder, 'b.txt'), '##.zq-b\r\n');
    const strip = (...more: string[]): unknown => adstrip(['--strip', '--filters', 'a.txt', ...more, '-'], page);
    const printed = (stdout: string): unknown => ({ status: 0, stdout, stderr: '' });
    expect(strip()).toEqual(printed('<p>One</p><p class="zq-b">three</p><p class="zq-c">four</p>'));
    expect(strip('--filters', 'b.txt')).toEqual(printed('<p>One</p><p class="zq-c">four</p>'));
    expect(strip('--filters', 'b.txt', '--url', 'https://example.org/')).toEqual(printed('<p>One</p>'));
    expect(adstrip(['--strip', '--explain', '--filters', 'a.txt', '-'], page).stderr).toContain('filter/##.zq-a');
  });

  it('says in one line that a list cannot be read', () => {
    writeFileSync(join(folder, 'packed.txt'), gzipSync('##.zq-a'));
    const unread = (what: RegExp): unknown => ({ status: 3, stdout: '', stderr: oneLine(what) });
    expect(adstrip(['--filters', 'missing.txt', 'page.html'])).toEqual(unread(/missing\.txt: no such file/));
    expect(adstrip(['--filters', 'packed.txt', 'page.html'])).toEqual(unread(/packed\.txt: no text but gzip/));
  });

  it('says in one line which package is missing, and needs it for nothing else', () => {
    writeFileSync(join(folder, 'list.txt'), '##.zq-a');
    writeFileSync(
      join(folder, 'without.cjs'),
      `const modules = require('module');
      const resolve = modules._resolveFilename;
      modules._resolveFilename = function (name, ...more) {
        if (name !== '@ghostery/adblocker') return resolve.call(this, name, ...more);
        throw Object.assign(new Error('Cannot find it'), { code: 'MODULE_NOT_FOUND' });
      };`,
    );
    const env = { NODE_OPTIONS: `--require "${join(folder, 'without.cjs')}"` };
    expect(adstrip(['--filters', 'list.txt', 'page.html'], '', env)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'adstrip: --filters needs the package @ghostery/adblocker: npm install @ghostery/adblocker\n',
    });
    expect(adstrip(['page.html'], '', env)).toEqual(adstrip(['page.html']));
  });
});

describe('--max-length', () => {
  it('looks at the beginning only', () => {
    const result = JSON.parse(adstrip(['--max-length', '11', '-f', 'json', 'article.txt']).stdout);
    expect(result).toMatchObject({ text: 'On the quay', truncated: true });
  });
});

describe('--explain', () => {
  it('says on standard error what went, where and by which rule', () => {
    const { status, stdout, stderr } = adstrip(['--strip', '--explain', 'article.txt']);
    expect(status).toBe(0);
    expect(stdout).not.toContain('adsbygoogle');
    expect(stderr).toMatch(
      /^5:1 {2}adsense\/\S+ +ad +\(adsbygoogle = window\.adsbygoogle \|\| \[\]\)\.push\(\{\}\);\n1 removal, \d+ of \d+ characters\n$/,
    );
  });

  it('is not coloured where no terminal is', () => {
    expect(adstrip(['--explain', 'page.html']).stderr).not.toContain('\u001b');
  });

  it('counts lines by LF, CR and CRLF, and columns from one', () => {
    const input = 'a\nb\r\nc\rdXe';
    const removed = [{ rule: 'x/y', category: 'ad' as const, start: 8, end: 9, text: 'X' }];
    expect(explain(input, removed, false)).toBe('4:2  x/y  ad       X\n1 removal, 1 of 10 characters\n');
  });

  it('colours the rule for a terminal', () => {
    const removed = [{ rule: 'x/y', category: 'ad' as const, start: 0, end: 1, text: 'X' }];
    expect(explain('X', removed, true)).toContain('\u001b[31mx/y\u001b[39m');
  });

  it('shows characters that would harm a terminal as escapes, on one line', () => {
    expect(visible('a\n\n\tb \u001b[31mred\u0007\u202e\u2028\ud800\u200b', 80)).toBe(
      'a b \\u{1b}[31mred\\u{7}\\u{202e} \\u{d800}\\u{200b}',
    );
    expect(visible('x'.repeat(50), 10)).toBe(`${'x'.repeat(10)}…`);
    expect(visible('  x \n', 10)).toBe('x');
  });
});

describe('--output', () => {
  it('writes a file, which replaces an older one and keeps its mode', () => {
    const file = join(folder, 'out.txt');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    expect(adstrip(['-o', 'out.txt', 'article.txt'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(adstrip(['article.txt']).stdout);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes through a link', () => {
    writeFileSync(join(folder, 'linked.txt'), 'old');
    symlinkSync('linked.txt', join(folder, 'link.txt'));
    expect(adstrip(['-o', 'link.txt', 'article.txt']).status).toBe(0);
    expect(readFileSync(join(folder, 'linked.txt'), 'utf8')).toContain(SENTENCES[0]);
  });

  it('leaves the old file when nothing could be read', () => {
    writeFileSync(join(folder, 'kept.txt'), 'old');
    expect(adstrip(['-o', 'kept.txt', 'missing.html']).status).toBe(3);
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('old');
  });

  it('says in one line that a place cannot be written to', () => {
    expect(adstrip(['-o', 'no/such/place.txt', 'article.txt'])).toEqual({
      status: 1,
      stdout: '',
      stderr: oneLine(/place\.txt/),
    });
    expect(adstrip(['-o', '/dev/null', 'article.txt'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('what cannot be read', () => {
  const unread = (stderr: RegExp): unknown => ({ status: 3, stdout: '', stderr: oneLine(stderr) });

  it('is one clear line and exit status 3', () => {
    mkdirSync(join(folder, 'pages'));
    expect(adstrip(['missing.html'])).toEqual(unread(/missing\.html: no such file/));
    expect(adstrip(['page.html/x'])).toEqual(unread(/no such file/));
    expect(adstrip(['pages'])).toEqual(unread(/pages: nothing in it/));
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `'${process.execPath}' '${CLI}' - < pages`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual(unread(/standard input: is a folder/));
  });

  it.skipIf(!canRunWithoutPrivileges)('is a file without permission', () => {
    writeFileSync(join(folder, 'secret.html'), PAGE, { mode: 0 });
    chmodSync(folder, 0o755);
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'secret.html'], {
      cwd: folder,
      encoding: 'utf8',
      ...nobody,
    });
    expect({ status, stdout, stderr }).toEqual(unread(/secret\.html: no permission/));
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /PNG/],
    ['a compressed page', gzipSync(PAGE), /gzip/],
    ['a program', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(64)]), /program/],
    ['zeros', new Uint8Array(4096), /binary/],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 2654435761) >>> 13), /binary/],
  ])('is %s', (_, bytes, what) => {
    expect(adstrip(['-'], bytes)).toEqual(unread(new RegExp(`standard input: no text but .*${what.source}`)));
  });

  it('does not include a text with a few odd characters', () => {
    expect(adstrip(['-'], `${SENTENCES[0]}\0\u0001 ${SENTENCES[1]}`).status).toBe(0);
  });

  it('is named without harm to the terminal', () => {
    expect(adstrip(['\u001b[31mred\n.html']).stderr).toBe('adstrip: \\u{1b}[31mred .html: no such file\n');
  });
});

describe('wrong usage', () => {
  it.each([
    [['--format', 'pdf', 'page.html'], /unknown format 'pdf'; known are text, json, jsonl, markdown, html/],
    [['--format'], /--format/],
    [['--remove', 'ads', 'page.html'], /unknown category 'ads'; known are ad, tracker, consent/],
    [['--keep', 'ad,x', 'page.html'], /unknown category 'x'/],
    [['--url', 'quay.example', 'page.html'], /--url .*quay\.example/],
    [['--max-length', '0', 'page.html'], /--max-length/],
    [['--max-length', '1e', 'page.html'], /--max-length/],
    [['--no-such-option', 'page.html'], /--no-such-option/],
    [['--strip=yes', 'page.html'], /--strip/],
    [['--filters'], /--filters/],
    [['--filters', '-', '-'], /standard input .* once/],
  ])('%j is one clear line and exit status 2', (args, what) => {
    expect(adstrip(args)).toEqual({ status: 2, stdout: '', stderr: oneLine(what) });
  });
});

describe('--help and --version', () => {
  it('print and end well', () => {
    const help = adstrip(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const word of ['Examples:', 'Exit status:', '--explain', '--format']) expect(help.stdout).toContain(word);
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(adstrip(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('names every category and format that is understood', () => {
    const { stdout } = adstrip(['-h']);
    for (const category of ['ad', 'tracker', 'consent', 'widget', 'label', 'promo', 'style', 'script', 'data']) {
      expect(stdout).toContain(category);
      expect(adstrip(['--remove', category, 'article.txt']).status).toBe(0);
    }
  });
});

describe('a closed pipe', () => {
  it('ends the command quietly', () => {
    writeFileSync(join(folder, 'long.txt'), `${SENTENCES.join(' ')}\n\n`.repeat(20_000));
    const script = `set -o pipefail; '${process.execPath}' '${CLI}' --strip long.txt | head -c 10 >/dev/null; echo \${PIPESTATUS[0]}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });
});

describe('adstrip --report', () => {
  it('writes the report beside the result, which stays as it is without', () => {
    for (const options of [[], ['--strip'], ['-f', 'json'], ['-f', 'html']]) {
      const { status, stdout, stderr } = adstrip([...options, '--report', 'report.html', 'page.html']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe(adstrip([...options, 'page.html']).stdout);
      const report = readFileSync(join(folder, 'report.html'), 'utf8');
      expect(report).toContain('class="c-ad r0" tabindex="0"');
      expect(report.includes('id="blocks"')).toBe(!options.includes('--strip'));
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('reports on what was looked at, in the encoding that was seen', () => {
    writeFileSync(
      join(folder, 'page-1251.html'),
      Buffer.from([
        ...Buffer.from('<meta charset=windows-1251><p>'),
        0xcf,
        0xf0,
        0xe8,
        0xe2,
        0xe5,
        0xf2,
        ...Buffer.from(` ${'x'.repeat(300)} behind</p>`),
      ]),
    );
    expect(adstrip(['--max-length', '200', '--report', 'report.html', 'page-1251.html']).status).toBe(0);
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(report).toContain('windows-1251');
    expect(report).toContain('Привет');
    expect(report).toContain('longer than the maximum');
    expect(report).not.toContain('behind');
  });

  it('that cannot be written is an error in one line; the result is there', () => {
    const { status, stdout, stderr } = adstrip(['--report', 'no/such/folder.html', 'page.html']);
    expect(status).toBe(1);
    expect(stdout).toContain(SENTENCES[0]);
    expect(stderr).toEqual(oneLine(/no\/such\/folder\.html/));
  });

  it('needs a file of its own', () => {
    expect(adstrip(['--report', '-', 'page.html'])).toMatchObject({ status: 2, stderr: oneLine(/needs the name/) });
    expect(adstrip(['--report', 'a', '-o', 'a', 'page.html'])).toMatchObject({
      status: 2,
      stderr: oneLine(/same file/),
    });
  });
});
