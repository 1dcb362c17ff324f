// What a page costs, stage by stage, in processor time: the figures of docs/SCALE.md.
//
//   node scripts/measure-scale.mjs FOLDER [PAGES]
//
// FOLDER holds pages as .html or .html.gz; PAGES of them are taken, evenly over the names (default: 150). Processor time is
// user and system time of all threads, garbage collection and compilation of the own code included, so that a machine
// with other work to do measures about the same. Of several rounds the lowest counts. Needs the built package.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from '../dist/decode.js';
import { clean, strip } from '../dist/index.js';
import { inflated } from '../dist/shells/batch/compression.js';
import { archivedDocuments } from '../dist/shells/batch/warc.js';
import { parse } from '../dist/tree/parse.js';

const ROUNDS = 2;
/** How often the longer input of the command holds the pages. */
const TIMES = 4;
const CLI = fileURLToPath(new URL('../dist/command/adstrip.js', import.meta.url));

const [folder, count = '150'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/measure-scale.mjs FOLDER [PAGES]');
const names = readdirSync(folder).filter((name) => /\.html(?:\.gz)?$/.test(name));
const wanted = Math.min(Number(count), names.length);
const pages = Array.from({ length: wanted }, (_, i) => {
  const bytes = readFileSync(join(folder, names[Math.floor((i * names.length) / wanted)]));
  return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
});
const texts = pages.map((page) => decode(page, undefined).text);
const bytes = pages.reduce((sum, { length }) => sum + length, 0);
const sizes = pages.map(({ length }) => length).sort((a, b) => a - b);
console.log(
  `${wanted} pages, ${mega(bytes)} MB; mean ${kilo(bytes / wanted)} kB, median ${kilo(sizes[wanted >> 1])} kB`,
);

const scratch = mkdtempSync(join(tmpdir(), 'adstrip-scale-'));
try {
  const jsonl = join(scratch, 'pages.jsonl');
  writeFileSync(jsonl, texts.map((html, id) => `${JSON.stringify({ id, url: urlOf(id), html })}\n`).join(''));
  writeFileSync(`${jsonl}.gz`, gzipSync(readFileSync(jsonl)));
  const warc = join(scratch, 'pages.warc.gz');
  writeFileSync(warc, Buffer.concat(pages.map((page, id) => gzipSync(warcRecord(page, id)))));
  const packed = statSync(warc).size;
  console.log(`as WARC, a gzip member each: ${mega(packed)} MB, ${kilo(packed / wanted)} kB a page\n`);

  const rows = [];
  const each = (list, work) => () => {
    for (const page of list) work(page);
  };
  const inProcess = {
    'decode (bytes to string)': each(pages, (page) => decode(page, undefined)),
    parse: each(texts, (page) => parse(page)),
    strip: each(texts, (page) => strip(page, { type: 'html' })),
    clean: each(texts, (page) => clean(page, { type: 'html' })),
  };
  for (const [name, work] of Object.entries(inProcess)) rows.push([name, await lowest(() => ownTime(work))]);
  rows.push(['read WARC (gunzip and records)', await lowest(() => ownTime(() => readAll(warc)))]);
  const long = { [jsonl]: join(scratch, 'long.jsonl'), [warc]: join(scratch, 'long.warc.gz') };
  for (const [short, name] of Object.entries(long))
    writeFileSync(name, Buffer.concat(Array(TIMES).fill(readFileSync(short))));
  let start = 0;
  for (const [name, args, input] of [
    ['command: JSONL, 1 job', ['-j', '1'], jsonl],
    ['command: JSONL, 1 job, --timeout', ['-j', '1', '--timeout', '60000'], jsonl],
    ['command: JSONL, 2 jobs', ['-j', '2'], jsonl],
    ['command: WARC.gz, 1 job', ['-j', '1'], warc],
  ]) {
    // Starting and compiling cost the same for both inputs, and so stay out of the cost of a page.
    const once = await lowest(() => commandTime([...args, input]));
    const page = ((await lowest(() => commandTime([...args, long[input]]))) - once) / (TIMES - 1);
    rows.push([name, page]);
    if (start === 0) start = once - page;
  }
  console.log(`${'stage'.padEnd(34)} ms/page   s/GB`);
  for (const [name, ms] of rows) {
    console.log(`${name.padEnd(34)} ${fixed(ms / wanted, 2)} ${fixed(ms / 1000 / (bytes / 1e9), 1)}`);
  }
  console.log(`start of the command until it is at full speed: ${(start / 1000).toFixed(1)} s`);
  const out = execFileSync(process.execPath, [CLI, jsonl], { maxBuffer: 2 ** 30 });
  const output = out
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const sum = (measure) => output.reduce((total, answer) => total + Buffer.byteLength(measure(answer)), 0) / wanted;
  console.log(
    `out, kB a page: ${kilo(out.length / wanted)} as JSONL (${kilo(gzipSync(out).length / wanted)} gzipped), of it` +
      ` text ${kilo(sum(({ text }) => text))}, html ${kilo(sum(({ html }) => html))},` +
      ` removed ${kilo(sum(({ removed }) => JSON.stringify(removed)))}`,
  );
  byLength();
} finally {
  rmSync(scratch, { recursive: true });
}

/** The cost of clean as a + b * length: least squares over the pages, each at its lowest. */
function byLength() {
  const points = texts.map((page, i) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++)
      best = Math.min(
        best,
        ownTimeNow(() => clean(page, { type: 'html' })),
      );
    return [pages[i].length / 1e6, best];
  });
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  console.log(`clean, fitted: ${(y - slope * x).toFixed(2)} ms + ${slope.toFixed(1)} ms/MB`);
}

async function lowest(measure) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, await measure());
  return best;
}

/** Milliseconds of processor time that a piece of work takes in this process. */
async function ownTime(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function ownTimeNow(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same of the command, all of its threads. */
function commandTime(args) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null';

  const said = execFileSync(
    'bash',
    ['-c', `exec 2>&1; ${script}`, 'bash', process.execPath, CLI, '--no-progress', ...args],
    { encoding: 'utf8' },
  );
  const [user, system] = said.trim().split('\n').at(-1).split(' ').map(Number);
  return (user + system) * 1000;
}

async function readAll(path) {
  const { createReadStream } = await import('node:fs');
  for await (const _ of archivedDocuments(inflated(createReadStream(path, { highWaterMark: 256 * 1024 }))));
}

function warcRecord(page, id) {
  const http = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
  const head =
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${urlOf(id)}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n` +
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, '0')}>\r\n` +
    `Content-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + page.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, page, Buffer.from('\r\n\r\n')]);
}

function urlOf(id) {
  return `https://www.example.com/${id}`;
}

function mega(count) {
  return (count / 1e6).toFixed(1);
}

function kilo(count) {
  return (count / 1e3).toFixed(1);
}

function fixed(value, digits) {
  return value.toFixed(digits).padStart(7);
}
