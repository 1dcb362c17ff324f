import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const ELEMENTS: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'blockquote',
  delete: 'del',
  emphasis: 'em',
  listItem: 'li',
  paragraph: 'p',
  strong: 'strong',
  table: 'table',
  tableCell: 'td',
  tableRow: 'tr',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function html(node: Nodes): string {
  const inside = 'children' in node ? node.children.map(html).join('') : '';
  switch (node.type) {
    case 'html':
      return node.value;
    case 'text':
      return escaped(node.value);
    case 'inlineCode':
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    case 'link':
      return `<a href="${escaped(node.url)}" title="${escaped(node.title ?? '')}">${inside}</a>`;
    case 'image':
      return `<img src="${escaped(node.url)}" alt="${escaped(node.alt ?? '')}" title="${escaped(node.title ?? '')}">`;
    case 'definition':
      return `<a href="${escaped(node.url)}">${escaped(node.label ?? '')}</a>`;
    case 'footnoteReference':
      return `<sup><a href="#${escaped(node.identifier)}">${escaped(node.label ?? '')}</a></sup>`;
    case 'footnoteDefinition':
      return `<div>${escaped(node.label ?? '')} ${inside}</div>`;
    case 'heading':
      return `<h${node.depth}>${inside}</h${node.depth}>`;
    case 'list':
      return node.ordered === true ? `<ol>${inside}</ol>` : `<ul>${inside}</ul>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    default: {
      const name = ELEMENTS[node.type];
      return name === undefined ? inside : `<${name}>${inside}</${name}>`;
    }
  }
}

/** Markdown as the most careless renderer writes it: raw HTML as it stands, addresses of every scheme. */
export function carelessHtml(markdown: string): string {
  return html(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}
