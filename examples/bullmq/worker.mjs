// A worker: start as many as you like, on as many machines as can see the files.
import { cleanShard } from 'adstrip/bullmq';
import { Worker } from 'bullmq';

const [name, port] = process.argv.slice(2);
const worker = new Worker('pages', cleanShard, {
  connection: { host: '127.0.0.1', port: Number(port) },
  // How soon a worker that is gone is missed. Short for this example: the defaults are 30 s, which suit a network.
  lockDuration: 2000,
  stalledInterval: 1000,
});
worker.on('active', ({ data }) => console.log(`worker ${name} begins shard ${data.shard}`));
worker.on('completed', ({ data }) => console.log(`worker ${name} has finished shard ${data.shard}`));
process.on('SIGTERM', () => worker.close());
