// Pages as LangChain documents, cleaned into Markdown with metadata to filter and cite by.
import { Document } from '@langchain/core/documents';
import { articles } from '../site/articles.mjs';
import { startSite } from '../site/server.mjs';
import { ArticleTransformer } from './article-transformer.mjs';

const site = await startSite();
const pages = await Promise.all(
  articles.map(async ({ path }) => {
    const source = site.url + path;
    return new Document({ pageContent: await (await fetch(source)).text(), metadata: { source } });
  }),
);
await site.close();

const documents = await new ArticleTransformer().invoke(pages);

for (const [i, { pageContent, metadata }] of documents.entries()) {
  const { title, authors, published, wordCount } = metadata;
  console.log(`${title} (${authors.join(', ')}, ${published}): ${wordCount} words`);
  console.log(`  ${pages[i].pageContent.length} characters of HTML, ${pageContent.length} of Markdown`);
}
console.log(`\n${documents[0].pageContent.slice(0, 160)} …`);
