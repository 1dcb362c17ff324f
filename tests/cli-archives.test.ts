import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../src/index.ts';
import { type Ended, pageOf, recordsOf, runCommand } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-archives-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const adstrip = (args: string[], input: string | Uint8Array = ''): Ended => runCommand(folder, args, input);

const head = (first: string, headers: Record<string, string>): string =>
  `${[first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;

function record(type: string, id: string, headers: Record<string, string>, body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body as string);
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:test:${id}>`,
    'WARC-Date': '2026-01-01T00:00:00Z',
    ...headers,
  };
  const start = head('WARC/1.0', { ...all, 'Content-Length': String(bytes.length) });
  return Buffer.concat([Buffer.from(start), bytes, Buffer.from('\r\n\r\n')]);
}

function response(id: string, headers: Record<string, string>, body: string | Uint8Array): Buffer {
  const http = Buffer.concat([Buffer.from(head('HTTP/1.1 200 OK', headers)), Buffer.from(body as string)]);
  const about = {
    'WARC-Target-URI': `https://boats.example/${id}`,
    'Content-Type': 'application/http; msgtype=response',
  };
  return record('response', id, about, http);
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const pages = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => response(String(i), HTML, pageOf(i, 1 + (i % 5))));

const write = (name: string, parts: readonly Uint8Array[]): void =>
  writeFileSync(join(folder, name), Buffer.concat(parts));

describe('a web archive', () => {
  it('of a hundred pages gives what the pages give one by one', () => {
    const archive = pages(100);
    write(
      'pages.warc.gz',
      archive.map((part) => gzipSync(part)),
    );
    write('pages.warc', archive);
    const { status, stdout, stderr } = adstrip(['pages.warc.gz']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(recordsOf(stdout)).toEqual(
      Array.from({ length: 100 }, (_, i) => {
        const url = `https://boats.example/${i}`;
        const result = clean(Buffer.from(pageOf(i, 1 + (i % 5))), { type: 'html', url });
        return JSON.parse(JSON.stringify({ id: `<urn:test:${i}>`, url, ...result }));
      }),
    );
    writeFileSync(join(folder, '3.html'), pageOf(3, 4));
    expect(recordsOf(stdout)[3]?.text).toBe(adstrip(['3.html']).stdout.trimEnd());
    expect(adstrip(['pages.warc']).stdout).toBe(stdout);
    expect(adstrip(['--input', 'warc', '-'], Buffer.concat(archive)).stdout).toBe(stdout);
  });

  it('has its pages and texts read, as the server sent them, and nothing else', () => {
    const chunked = (body: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);
    const page = pageOf(7).replace('Boat 7', 'Böot 7');
    const packed = gzipSync(page);
    write('mixed.warc', [
      record('warcinfo', 'info', { 'Content-Type': 'application/warc-fields' }, 'software: test\r\n'),
      record('request', 'request', { 'Content-Type': 'application/http; msgtype=request' }, 'GET / HTTP/1.1\r\n\r\n'),
      response('latin', { 'Content-Type': 'text/html; charset=iso-8859-1' }, Buffer.from(page, 'latin1')),
      response('gzip', { ...HTML, 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' }, chunked(packed)),
      response('br', { ...HTML, 'Content-Encoding': 'br' }, brotliCompressSync(page)),
      response('decoded', { ...HTML, 'Content-Encoding': 'gzip' }, page),
      response('xhtml', { 'Content-Type': 'application/xhtml+xml' }, page),
      response('untyped', { Server: 'test' }, page),
      response('picture', { 'Content-Type': 'image/png' }, Buffer.from('89504e470d0a1a0a', 'hex')),
      response('style', { 'Content-Type': 'text/css' }, 'a { color: red }'),
      response('text', { 'Content-Type': 'text/plain' }, 'One day.'),
      response('lie', HTML, Buffer.from('89504e470d0a1a0a00000000', 'hex')),
      record(
        'conversion',
        'wet',
        { 'WARC-Target-URI': 'https://boats.example/wet', 'Content-Type': 'text/plain' },
        'A day.',
      ),
      record('revisit', 'again', { 'WARC-Target-URI': 'https://boats.example/0' }, ''),
      record('metadata', 'meta', { 'Content-Type': 'application/warc-fields' }, 'fetchTimeMs: 1\r\n'),
    ]);
    const { status, stdout } = adstrip(['-j1', 'mixed.warc']);
    expect(status).toBe(1);
    const records = recordsOf(stdout);
    expect(records.map(({ id, type }) => [String(id).slice(10, -1), type])).toEqual([
      ['latin', 'html'],
      ['gzip', 'html'],
      ['br', 'html'],
      ['decoded', 'html'],
      ['xhtml', 'html'],
      ['untyped', 'html'],
      ['text', 'text'],
      ['lie', undefined],
      ['wet', 'text'],
    ]);
    for (const { text } of records.slice(0, 6)) expect(text).toBe(records[0]?.text);
    expect(records[0]?.encoding).toBe('windows-1252');
    expect(records[7]).toEqual({ id: '<urn:test:lie>', error: 'no text but a PNG image' });
    expect(records[8]).toMatchObject({ url: 'https://boats.example/wet', text: 'A day.' });
  });

  it('that ends early, or goes on as something else, says so behind its last whole record', () => {
    const whole = Buffer.concat(pages(3));
    const second = whole.lastIndexOf('WARC/1.0\r\n');
    const cuts = [second + 5, second + 40, second + 200, second + 500, whole.length - 100];
    cuts.forEach((cut, i) => {
      write(`cut-${i}.warc`, [whole.subarray(0, cut)]);
    });
    const packed = Buffer.concat(pages(3).map((part) => gzipSync(part)));
    write('cut.warc.gz', [packed.subarray(0, packed.length - 30)]);
    write('other.warc', [whole, Buffer.from('<html>no record</html>\r\n\r\n')]);
    const names = [...cuts.map((_, i) => `cut-${i}.warc`), 'cut.warc.gz', 'other.warc'];
    const { status, stdout, stderr } = adstrip(['-j1', ...names]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `adstrip: 7 of 22 records failed\n` });
    const records = recordsOf(stdout);
    for (const name of names) {
      const whole = name === 'other.warc' ? 3 : 2;
      const read = records.splice(0, whole + 1);
      expect(read.slice(0, whole).map(({ type }) => type)).toEqual(new Array(whole).fill('html'));
      expect(read[whole]).toEqual({ id: name, error: expect.stringMatching(/ends? early|is no record/) });
    }
  });
});
