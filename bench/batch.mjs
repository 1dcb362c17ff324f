import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pages, texts } from './inputs.mjs';

const CLI = fileURLToPath(new URL('../dist/command/adstrip.js', import.meta.url));
const LIBRARY = fileURLToPath(new URL('./library-batch.mjs', import.meta.url));
const ROUNDS = 2;
const START_ROUNDS = 15;
/** Each thread compiles the code for itself while it works on its first pages, which weighs nothing in a crawl: not counted. */
const WARM = 300;
const PAGES = 1200;
const RECORDS = 100_000;

/** The command line over records: threads against one, the command against the library, memory, and its start. */
export async function benchBatch(dir) {
  const folder = mkdtempSync(join(tmpdir(), 'adstrip-bench-'));
  try {
    benchStart(folder);
    benchSpeed(folder, dir);
    await benchMemory();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchStart(folder) {
  const page = join(folder, 'page.html');
  writeFileSync(page, '<html><body><article><p>One fine day in the harbour.</p></article></body></html>');
  const times = fastest(START_ROUNDS, {
    'node -e 0': ['-e', '0'],
    'adstrip --help': [CLI, '--help'],
    'adstrip page.html': [CLI, page],
  });
  console.log('start-up (asked: --help < 1.50, a document < 2.50)');
  for (const [name, ms] of Object.entries(times)) {
    console.log(
      `  ${name.padEnd(20)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / times['node -e 0']).toFixed(2)} times node -e 0`,
    );
  }
}

function benchSpeed(folder, dir) {
  const input = join(folder, 'pages.jsonl');
  const sources = pages(dir);
  const repeated = Array.from({ length: Math.ceil(PAGES / sources.length) }, () => sources).flat();
  const lines = repeated.map((html, id) => JSON.stringify({ id, url: `https://bench.example/${id}`, html }));
  writeLines(input, lines);
  const few = join(folder, 'few.jsonl');
  writeLines(few, lines.slice(0, WARM));
  const output = join(folder, 'out.jsonl');
  const command = (file, jobs) => [CLI, '-j', String(jobs), file, '-o', output];
  const start = fastest(ROUNDS, { 1: command(few, 1), 2: command(few, 2) });
  const whole = fastest(ROUNDS, {
    library: [LIBRARY, input, String(WARM)],
    1: command(input, 1),
    2: command(input, 2),
  });
  const library = Number(readFileSync(`${input}.ms`, 'utf8'));
  const [single, double] = [whole[1] - start[1], whole[2] - start[2]];
  const perPage = (ms) => `${(ms / (lines.length - WARM)).toFixed(2).padStart(8)} ms/page`;
  const size = Math.round(lines.reduce((sum, { length }) => sum + length, 0) / lines.length / 1000);
  console.log(`batch: ${lines.length - WARM} pages, ${size} kB each, after ${WARM} others`);
  console.log(`  library, one core    ${perPage(library)}`);
  console.log(
    `  1 job                ${perPage(single)}  ${(single / library).toFixed(2)} times the library (asked: < 1.25)`,
  );
  console.log(
    `  2 jobs               ${perPage(double)}  ${(single / double).toFixed(2)} times as fast as 1 (asked: > 1.70)`,
  );
}

/** Together they may be longer than a string can be. */
function writeLines(path, lines) {
  const file = openSync(path, 'w');
  for (const line of lines) writeSync(file, `${line}\n`);
  closeSync(file);
}

/** Resident memory while 100,000 records go through. */
async function benchMemory() {
  const { clean } = texts(4000);
  const child = spawn(process.execPath, [CLI, '--input', 'jsonl', '-j', '2', '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let seen = 0;
  const samples = [];
  child.stdout.on('data', (chunk) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      if (++seen % (RECORDS / 20) === 0) samples.push(residentMemory(child.pid));
    }
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (let id = 0; id < RECORDS; id++) {
    const written = child.stdin.write(`${JSON.stringify({ id, text: clean.slice(id % 500, 1500) })}\n`);
    if (!written) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  await ended;
  const quarter = samples.length / 4;
  const peak = (list) => Math.max(...list);
  console.log(
    `memory: ${seen} records; peak of the second quarter ${peak(samples.slice(quarter, 2 * quarter))} MB, of the last ${peak(samples.slice(-quarter))} MB`,
  );
}

function residentMemory(pid) {
  const status = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return Math.round(Number(status) / 1024);
}

/** The shortest of several interleaved runs, in ms: what the machine does besides only adds to it. */
function fastest(rounds, commands) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
      times[name] = Math.min(times[name], performance.now() - began);
    }
  }
  return times;
}
