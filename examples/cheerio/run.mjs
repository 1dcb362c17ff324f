// A scraper with selectors of its own: the ads are taken out of the loaded page first, so that no selector meets them.
import { stripAds } from 'adstrip/cheerio';
import { load } from 'cheerio';
import { articles } from '../site/articles.mjs';
import { startSite } from '../site/server.mjs';

const site = await startSite();
for (const { path } of articles.slice(0, 2)) {
  const url = site.url + path;
  const $ = load(await (await fetch(url)).text());

  const before = $('body *').length;
  const removed = stripAds($, { url });

  console.log(`${$('h1').text()}: ${$('article > p').length} paragraphs`);
  console.log(
    `  ${before - $('body *').length} of ${before} elements went, ${$('ins, script, iframe').length} ad elements are left`,
  );
  // What went comes back as nodes, with the rule that took them.
  for (const { rule, nodes } of removed)
    console.log(`  ${rule}: ${nodes.map((node) => node.name ?? node.type).join(', ')}`);
}
await site.close();
