// A LangChain document transformer: pages in, articles as Markdown out. Put it between a loader and a text splitter:
//
//   const chain = new ArticleTransformer().pipe(splitter)…

import { Document, MappingDocumentTransformer } from '@langchain/core/documents';
import { clean } from 'adstrip';
import { toMarkdown } from 'adstrip/markdown';

export class ArticleTransformer extends MappingDocumentTransformer {
  lc_namespace = ['adstrip'];

  /** @param options of adstrip's `clean` */
  constructor(options = {}) {
    super();
    this.options = options;
  }

  async _transformDocument({ pageContent, metadata, id }) {
    // Loaders put the page's address into `source`.
    const url = URL.canParse(metadata.source) ? metadata.source : undefined;
    const result = clean(pageContent, { ...this.options, ...(url && { url }) });
    const { title, authors, published, language, site } = result.metadata;
    const { pageType, confidence, wordCount } = result;
    return new Document({
      id,
      pageContent: toMarkdown(result),
      metadata: { ...metadata, title, authors, published, language, site, pageType, confidence, wordCount },
    });
  }
}
