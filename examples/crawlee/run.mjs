// Crawls a site with Crawlee and stores its articles, cleaned, in a dataset.
import { CheerioCrawler, Configuration } from '@crawlee/cheerio';
import { clean } from 'adstrip';
import { startSite } from '../site/server.mjs';

const site = await startSite();

const crawler = new CheerioCrawler(
  {
    async requestHandler({ request, body, enqueueLinks, pushData }) {
      await enqueueLinks();
      // `body` is the page as it came. The address makes links whole and tells first from third parties.
      const { text, metadata, confidence, removed } = clean(body, { url: request.loadedUrl });
      // How much of the text is likely to be right: low for a front page, which has no article.
      if (confidence < 0.5) return;
      await pushData({
        url: request.loadedUrl,
        title: metadata.title,
        authors: metadata.authors,
        published: metadata.published,
        text,
        confidence,
        removed: removed.map(({ rule }) => rule),
      });
    },
    maxRequestRetries: 0,
  },
  // Only for this example: nothing is left on disk.
  new Configuration({ persistStorage: false, logLevel: 1 }),
);
const { requestsFinished } = await crawler.run([site.url]);
await site.close();

const { items } = await crawler.getData();
console.log(`${requestsFinished} pages crawled, ${items.length} articles stored:`);
for (const { title, authors, published, text, removed } of items) {
  console.log(`- ${title}, by ${authors.join(', ')}, ${published}`);
  console.log(`  ${text.split(/\s+/).length} words, ${removed.length} removals: ${[...new Set(removed)].join(', ')}`);
}
