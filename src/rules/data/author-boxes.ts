/** Classes, in small letters, of the boxes about the author that themes and plugins set below a post. */
export const AUTHOR_BOXES: ReadonlySet<string> = new Set([
  // Simple Author Box, Author Box by Hotel, Starbox, Molongui, PublishPress Authors, Co-Authors Plus
  ...['saboxplugin-wrap', 'saboxplugin-desc', 'abh_box', 'starbox', 'm-a-box', 'molongui-author-box'],
  ...['pp-multiple-authors-boxes-wrapper', 'pp-author-boxes-meta', 'wp-block-co-authors-plus-coauthors'],
  ...['wp-block-post-author', 'wp-block-post-author-biography', 'post-author-bio', 'post-author-box'],
  ...['author-box', 'authorbox', 'author_box', 'author-box-wrap', 'author-box-content', 'author-box__bio'],
  ...['author-bio', 'author_bio', 'authorbio', 'author-bio-box', 'author-bio-wrap', 'author__bio', 'author-biography'],
  ...['author-info-box', 'author-profile-box', 'author-card-box', 'about-author', 'about-the-author', 'about_author'],
  ...['article-author-bio', 'entry-author-box', 'entry-author-bio', 'single-author-box', 'single-post-author-bio'],
  ...['blog-author-bio', 'td-author-box', 'td-author-description', 'et_pb_author_bio', 'fusion-author'],
]);
