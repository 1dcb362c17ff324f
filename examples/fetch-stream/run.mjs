// Addresses in, cleaned articles out, as a Node stream. Pages are fetched four at a time and only as fast as the slow
// writer at the end takes them: memory stays flat however many addresses there are.
import { Duplex, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanStream } from 'adstrip/stream';
import { startSite } from '../site/server.mjs';

const site = await startSite();
const urls = Array.from({ length: 100 }, (_, i) => `${site.url}/archive/${i}`);
urls[50] = `${site.url}/nowhere`;

let fetched = 0;
let written = 0;
let failed = 0;
let mostAhead = 0;

/** A record for `cleanStream`: further fields are passed on. What has no page comes out as `{ id, error }`. */
async function fetchPage(url) {
  const response = await fetch(url);
  fetched++;
  mostAhead = Math.max(mostAhead, fetched - written);
  if (!response.ok) {
    await response.body?.cancel();
    return { id: url };
  }
  return { id: url, url, html: new Uint8Array(await response.arrayBuffer()), fetchedAt: new Date().toISOString() };
}

const slowWriter = new Writable({
  objectMode: true,
  highWaterMark: 1,
  async write(article, _, done) {
    await new Promise((resolve) => setTimeout(resolve, 5)); // a database, say
    written++;
    if (article.error !== undefined) {
      failed++;
      console.log(`no article: ${article.id.replace(site.url, '')}: ${article.error}`);
    }
    if (written === 1) console.log(`first: ${article.metadata.title}, ${article.wordCount} words`);
    done();
  },
});

await pipeline(
  Readable.from(urls).map(fetchPage, { concurrency: 4 }),
  Duplex.fromWeb(cleanStream(), { objectMode: true, highWaterMark: 1 }),
  slowWriter,
);
await site.close();

console.log(`${written} of ${urls.length} addresses written, ${failed} of them without an article`);
console.log(`never more than ${mostAhead} pages were ahead of the writer`);
