// rehype-parse, our plugin, rehype-stringify.
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { startSite } from '../site/server.mjs';
import rehypeStripAds from './rehype-strip-ads.mjs';

const site = await startSite();
const url = `${site.url}/night-trains`;
const page = await (await fetch(url)).text();
await site.close();

const file = await unified().use(rehypeParse).use(rehypeStripAds, { url }).use(rehypeStringify).process(page);

console.log(`${page.length} characters in, ${String(file).length} out`);
for (const { rule, category, text } of file.data.removed) {
  console.log(`${category}: ${rule}: ${text.replace(/\s+/g, ' ').slice(0, 60)}`);
}
