// A web archive gives the same as its pages one by one, however the server sent them and the crawler kept them.
//
//   node scripts/check-warc.mjs FOLDER [PAGES]      (after npm run build)
//
// FOLDER holds pages as .html or .html.gz, of which PAGES are taken, evenly over the names (default: 1000). They are put
// into archives as WARC writers write them, with transfer and content encodings and character sets by turns, and what the
// command makes of the archives is held against what the library makes of each page.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { clean } from '../dist/index.js';

const CLI = fileURLToPath(new URL('../dist/command/adstrip.js', import.meta.url));
const [folder, wanted = '1000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/check-warc.mjs FOLDER [PAGES]');
const names = readdirSync(folder).filter((name) => /\.html(?:\.gz)?$/.test(name));
const count = Math.min(Number(wanted), names.length);

const gzip = (bytes) => gzipSync(bytes, { level: 1 });
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
const gzipHeader = { 'Content-Encoding': 'gzip' };
const inChunks = { 'Transfer-Encoding': 'chunked' };
const HTML = 'text/html; charset=utf-8';
/** How a server may send a page: its headers, and what becomes of its bytes. */
const WAYS = {
  plain: [{}, (bytes) => bytes],
  chunked: [inChunks, chunked],
  gzip: [gzipHeader, gzip],
  'gzip, chunked': [{ ...gzipHeader, ...inChunks }, (bytes) => chunked(gzip(bytes))],
  deflate: [{ 'Content-Encoding': 'deflate' }, (bytes) => deflateSync(bytes, { level: 1 })],
  'raw deflate': [{ 'Content-Encoding': 'deflate' }, (bytes) => deflateRawSync(bytes, { level: 1 })],
  br: [{ 'Content-Encoding': 'br' }, brotli],
  'br, chunked': [{ 'content-encoding': 'br', 'transfer-encoding': 'Chunked' }, (bytes) => chunked(brotli(bytes))],
  'decoded already': [{ ...gzipHeader, 'Transfer-Encoding': 'chunked' }, (bytes) => bytes],
  'two encodings': [{ 'Content-Encoding': 'gzip, br' }, (bytes) => brotli(gzip(bytes))],
};
/** What a server may say of the character set, and the bytes that are so. */
const CHARSETS = {
  [HTML]: (text) => Buffer.from(text),
  'text/html; charset="UTF-8"': (text) => Buffer.from(text),
  'Text/HTML;charset=ISO-8859-1': (text) => Buffer.from(text, 'latin1'),
  'text/html; charset=utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'application/xhtml+xml; charset=utf-8': (text) => Buffer.from(text),
};

const scratch = mkdtempSync(join(tmpdir(), 'adstrip-warc-'));
let failures = 0;
try {
  const pages = [];
  for (let i = 0; i < count; i++) pages.push(pageOf(i));
  check('WARC, a gzip member each record', 'pages.warc.gz', pages, (records) => records.map(gzip));
  const few = pages.filter((_, i) => i % 10 === 0);
  check('WARC, not compressed', 'pages.warc', few, (records) => records);
  check('WARC, one gzip member', 'whole.warc.gz', few, (records) => [gzip(Buffer.concat(records))]);
  const texts = pages.filter(({ expected }) => expected.text !== '').map(textOf);
  check('WET, a gzip member each record', 'pages.wet.gz', texts, (records) => records.map(gzip));
  // That the command gives for one page what the library gives, for some of them.
  for (const { bytes, url, expected, way } of pages.filter((page, i) => page.asFile && i % 40 === 0)) {
    const { stdout } = spawnSync(process.execPath, [CLI, '--input', 'html', '--url', url, '-'], { input: bytes });
    if (stdout.toString() !== (expected.text === '' ? '' : `${expected.text}\n`))
      fail(`the command on ${url} (${way})`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

/** A page of the folder as a server sends it, its records in an archive, and what the library makes of it. */
function pageOf(i) {
  const name = names[Math.floor((i * names.length) / count)];
  const file = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(file) : file).toString();
  const [way, [headers, send]] = Object.entries(WAYS)[i % Object.keys(WAYS).length];
  const charsets = Object.entries(CHARSETS);
  const [contentType, encode] = charsets[Math.floor(i / Object.keys(WAYS).length) % charsets.length];
  const bytes = encode(text);
  const url = `https://pages.example/${i}/${encodeURIComponent(name)}`;
  const id = `<urn:uuid:${randomUUID()}>`;
  const payload = send(bytes);
  const head = { Date: 'Thu, 01 Jan 2026 00:00:00 GMT', 'Content-Type': contentType, ...headers, Connection: 'close' };
  const http = Buffer.concat([block('HTTP/1.1 200 OK', head), payload]);
  const about = { 'WARC-Target-URI': url, 'WARC-IP-Address': '192.0.2.1', 'WARC-Payload-Digest': digest(bytes) };
  const request = block(`GET /${i} HTTP/1.1`, { Host: 'pages.example', Accept: '*/*' });
  return {
    bytes,
    url,
    way: `${way}, ${contentType}`,
    asFile: contentType === HTML,
    expected: asJson({ id, url, ...clean(bytes, { type: 'html', url, contentType }) }),
    records: [
      record(
        'request',
        `<urn:uuid:${randomUUID()}>`,
        { ...about, 'Content-Type': 'application/http; msgtype=request' },
        request,
      ),
      record('response', id, { ...about, 'Content-Type': 'application/http; msgtype=response' }, http),
      record(
        'metadata',
        `<urn:uuid:${randomUUID()}>`,
        { 'Content-Type': 'application/warc-fields' },
        Buffer.from('a: b\r\n'),
      ),
    ],
  };
}

/** The text of a page as a WET file has it. */
function textOf({ url, expected: { text } }) {
  const id = `<urn:uuid:${randomUUID()}>`;
  const bytes = Buffer.from(text);
  const about = { 'WARC-Target-URI': url, 'Content-Type': 'text/plain', 'WARC-Identified-Content-Language': 'eng' };
  return {
    way: 'conversion',
    expected: asJson({ id, url, ...clean(bytes, { type: 'text', url, contentType: 'text/plain' }) }),
    records: [record('conversion', id, about, bytes)],
  };
}

/** Writes an archive, runs the command over it, and compares record by record. */
function check(what, name, pages, pack) {
  const file = join(scratch, name);
  const info = record(
    'warcinfo',
    `<urn:uuid:${randomUUID()}>`,
    { 'Content-Type': 'application/warc-fields' },
    Buffer.from('format: WARC File Format 1.1\r\n'),
  );
  writeFileSync(file, Buffer.concat(pack([info, ...pages.flatMap(({ records }) => records)])));
  const out = join(scratch, 'out.jsonl');
  const { status, stderr } = spawnSync(process.execPath, [CLI, file, '-o', out], { encoding: 'utf8' });
  if (status !== 0) return fail(`${what}: status ${status}: ${stderr}`);
  const answers = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const others = pages.filter(({ expected, way }, i) => {
    if (isDeepStrictEqual(answers[i], expected)) return false;
    fail(`${what}: ${expected.url} (${way})`);
    return true;
  });
  if (answers.length !== pages.length) fail(`${what}: ${answers.length} answers to ${pages.length} pages`);
  console.log(`${what}: ${pages.length - others.length} of ${pages.length} as one by one`);
}

function fail(what) {
  failures++;
  console.error(`failed: ${what}`);
}

function record(type, id, headers, content) {
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': id,
    'WARC-Date': '2026-01-01T00:00:00Z',
    'WARC-Block-Digest': digest(content),
    ...headers,
    'Content-Length': content.length,
  };
  return Buffer.concat([block('WARC/1.1', all), content, Buffer.from('\r\n\r\n')]);
}

function block(first, headers) {
  return Buffer.from(
    `${[first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`,
  );
}

function digest(bytes) {
  return `sha1:${createHash('sha1').update(bytes).digest('hex').toUpperCase()}`;
}

/** Chunks of uneven size, one of them with an extension. */
function chunked(bytes) {
  const parts = [];
  for (let at = 0, size = 1000; at < bytes.length; at += size, size = (size * 7) % 20011) {
    const part = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}${at === 0 ? '' : ';a=b'}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

function asJson(value) {
  return JSON.parse(JSON.stringify(value));
}
