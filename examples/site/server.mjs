// A small news site on this machine, with what such sites have: ads, a consent banner, share bars, related links.
//
//   const site = await startSite();   // { url, close }
import { createServer } from 'node:http';
import { articles } from './articles.mjs';

export async function startSite() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const page = pageAt(pathname);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '<h1>Not found</h1>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The page at a path: the front page, the articles, the same articles in an archive, one that needs JavaScript. */
function pageAt(path) {
  if (path === '/') return frontPage();
  if (path === '/rendered') return renderedPage(articles[0]);
  const issue = /^\/archive\/(\d+)$/.exec(path)?.[1];
  const article = issue ? articles[issue % articles.length] : articles.find((one) => one.path === path);
  return article && articlePage(article);
}

/** An article's page as the server writes it. */
export function articlePage({ path, title, author, published, paragraphs }) {
  const [first, second, ...rest] = paragraphs.map((text) => `<p>${text}</p>`);
  return layout(
    title,
    `<article>
      <h1>${title}</h1>
      <p class="byline">By <span class="author">${author}</span>, <time datetime="${published}">${published.slice(0, 10)}</time></p>
      ${first}
      ${AD}
      ${second}
      <div class="addtoany_share_save_container"><a href="https://www.addtoany.com/share">Share this story</a></div>
      ${rest.join('\n      ')}
    </article>
    ${SPONSORED}
    <aside class="related-posts"><h2>More stories</h2><ul>${links(path)}</ul></aside>`,
  );
}

function frontPage() {
  return layout('The Harbour Post', `<main><h1>The Harbour Post</h1><ul>${links()}</ul>${AD}</main>`);
}

/** A page that is empty until its script has run. */
function renderedPage({ title, paragraphs }) {
  return layout(
    title,
    `<main id="app">Loading …</main>
    <script>
      const article = ${JSON.stringify({ title, paragraphs })};
      setTimeout(() => {
        const element = document.createElement('article');
        element.append(Object.assign(document.createElement('h1'), { textContent: article.title }));
        article.paragraphs.forEach((text, i) => {
          element.append(Object.assign(document.createElement('p'), { textContent: text }));
          if (i === 0) element.insertAdjacentHTML('beforeend', '<ins class="adsbygoogle">Buy a boat today</ins>');
        });
        document.getElementById('app').replaceChildren(element);
      }, 100);
    </script>`,
  );
}

function links(except) {
  return articles
    .filter(({ path }) => path !== except)
    .map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`)
    .join('');
}

const AD = `<div class="adace-slot"><span>Advertisement</span>
        <ins class="adsbygoogle" data-ad-client="ca-pub-1" data-ad-slot="2"></ins>
        <script>(adsbygoogle = window.adsbygoogle || []).push({});</script></div>`;
const SPONSORED = `<div class="OUTBRAIN" data-widget-id="AR_1"><a href="https://ads.example/boats">Buy a boat today</a></div>`;

function layout(title, body) {
  return `<!doctype html>
<html lang="en">
  <head><title>${title} | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post"></head>
  <body>
    <nav><a href="/">Home</a></nav>
    ${body}
    <div id="onetrust-consent-sdk"><p>We use cookies to improve your visit.</p><button>Accept all</button></div>
    <footer>The Harbour Post, 2026</footer>
  </body>
</html>`;
}
