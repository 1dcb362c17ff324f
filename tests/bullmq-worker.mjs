// A worker process of the BullMQ tests: `node bullmq-worker.mjs PORT QUEUE here|sandbox`. It writes a line for each job
// that it begins and finishes.
import { Worker } from 'bullmq';
import { cleanShard, processorFile } from '../dist/shells/bullmq.js';

const [port, queue, where] = process.argv.slice(2);
const worker = new Worker(queue, where === 'sandbox' ? processorFile : cleanShard, {
  connection: { host: '127.0.0.1', port: Number(port) },
  // A job that nobody hears of for a second is given to another worker.
  lockDuration: 1000,
  stalledInterval: 500,
  maxStalledCount: 3,
});
worker.on('active', (job) => console.log(`began ${job.id}`));
worker.on('completed', (job) => console.log(`finished ${job.id}`));
worker.on('failed', (job, error) => console.log(`failed ${job?.id}: ${error.message}`));
worker.on('error', (error) => console.log(`error ${error.message}`));
