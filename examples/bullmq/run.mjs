// A queue of shards with two workers, one of which is killed in the middle: no record is lost, none is doubled.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addShards } from 'adstrip/bullmq';
import { Queue, QueueEvents } from 'bullmq';
import { articles } from '../site/articles.mjs';
import { articlePage, startSite } from '../site/server.mjs';

const RECORDS = 1200;
const folder = mkdtempSync(join(tmpdir(), 'adstrip-example-'));
const input = join(folder, 'pages.jsonl');
const output = join(folder, 'articles');

// What a crawler has left: a record a line.
const lines = Array.from({ length: RECORDS }, (_, i) => {
  const article = articles[i % articles.length];
  return `${JSON.stringify({ id: `page-${i}`, url: `https://news.example/${i}`, html: articlePage(article) })}\n`;
});
writeFileSync(input, lines.join(''));

const { port, redis } = await startRedis();
const connection = { host: '127.0.0.1', port };
const queue = new Queue('pages', { connection });
const events = new QueueEvents('pages', { connection });

// A job names the file and its part of it. To have whole files in jobs, give several as `input` and no `shards`.
const jobs = await addShards(queue, { input, shards: 4, output });
console.log(`${jobs.length} jobs for ${RECORDS} records; a job is ${JSON.stringify(jobs[0].data).length} bytes`);

const first = startWorker('A');
await until(() => files().some((file) => file.endsWith('.part') && statSync(join(output, file)).size > 100_000));
first.kill('SIGKILL');
await once(first, 'exit');
console.log('worker A is killed in the middle of a shard');

const second = startWorker('B');
const results = await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
second.kill('SIGTERM');
await once(second, 'exit');

for (const { records, errors, bytes } of results) console.log(`${records} records, ${errors} errors, ${bytes} bytes`);
const ids = results.flatMap((result) => readFileSync(result.output, 'utf8').trim().split('\n').map(idOf));
console.log(`${ids.length} records written, ${new Set(ids).size} different ones; files: ${files().join(', ')}`);

await events.close();
await queue.close();
redis.kill();
await once(redis, 'exit');
rmSync(folder, { recursive: true });

function startWorker(name) {
  const worker = new URL('worker.mjs', import.meta.url).pathname;
  return spawn(process.execPath, [worker, name, String(port)], { stdio: 'inherit' });
}

function idOf(line) {
  return JSON.parse(line).id;
}

function files() {
  return existsSync(output) ? readdirSync(output).sort() : [];
}

/** A Redis for this example alone: on a free port, with nothing on disk. */
async function startRedis() {
  const { url, close } = await startSite(); // borrows a free port
  await close();
  const port = Number(new URL(url).port);
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
  redis.on('error', (error) => {
    console.error(`redis-server does not start (apt-get install redis-server): ${error.message}`);
    process.exit(1);
  });
  await until(
    () =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      }),
  );
  return { port, redis };
}

async function until(holds) {
  while (!(await holds())) await sleep(20);
}
