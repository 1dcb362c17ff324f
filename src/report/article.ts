import { ALLOWED_ELEMENTS } from '../render/data/allow-list.ts';
import { ATTR } from '../tree/attributes.ts';
import { parse } from '../tree/parse.ts';
import { HIDDEN, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { attribute, isElement, type Tree, textData } from '../tree/tree.ts';
import { cutAt, escapeText, excerpt } from './escape.ts';
import { link } from './links.ts';
import { count } from './numbers.ts';

/** UTF-16 units of an article's HTML that are shown. */
const LONGEST_ARTICLE = 400_000;
/** Browsers flatten what is nested much deeper, and none of it can be read. */
const DEEPEST = 100;

const A = tag('a');
const IMG = tag('img');
const BR = tag('br');
const HR = tag('hr');

/**
 * An article's HTML built once more from the allow-list, without any attribute but links' addresses, so that nothing in
 * it can be loaded or take part in the report, whatever the result's `html` holds. Images are named, not shown.
 */
export function articleView(html: string): string {
  const tree = parse(cutAt(html, LONGEST_ARTICLE));
  const open: { readonly last: number; readonly endTag: string }[] = [];
  let written = '';
  const close = (node: number): void => {
    for (let top = open.at(-1); top !== undefined && top.last <= node; top = open.at(-1)) {
      written += top.endTag;
      open.pop();
    }
  };
  for (let node = 1; node < tree.count; ) {
    close(node);
    const kind = tree.kind[node];
    const name = tree.names[kind];
    let next = node + 1;
    if (kind === TEXT) written += escapeText(textData(tree, node));
    else if (kind === BR || kind === HR) written += `<${name}>`;
    else if (kind === IMG) written += image(tree, node);
    else if (isElement(tree, node)) {
      const [startTag, endTag] = tagsOf(tree, node);
      if ((TAG_FLAGS[kind] & HIDDEN) !== 0) next = tree.last[node];
      else if (startTag !== '' && open.length < DEEPEST) {
        written += startTag;
        open.push({ last: tree.last[node], endTag });
      }
    }
    node = next;
  }
  close(tree.count);
  const rest = html.length - LONGEST_ARTICLE;
  return `<div class="article">${written}</div>${rest > 0 ? `<p class="cap">${count(rest)} more characters of HTML, not in this report</p>` : ''}`;
}

function tagsOf(tree: Tree, node: number): readonly [startTag: string, endTag: string] {
  const name = tree.names[tree.kind[node]];
  if (!Object.hasOwn(ALLOWED_ELEMENTS, name)) return ['', ''];
  if (tree.kind[node] !== A) return [`<${name}>`, `</${name}>`];
  const linked = link(attribute(tree, node, ATTR.href) ?? '', '');
  return linked === '' ? ['', ''] : [linked.slice(0, -'</a>'.length), '</a>'];
}

function image(tree: Tree, node: number): string {
  const source = attribute(tree, node, ATTR.src) ?? '';
  const words = attribute(tree, node, ATTR.alt)?.trim() ?? '';
  const name = words === '' ? (source.split(/[?#]/, 1)[0].split('/').at(-1) ?? '') : words;
  return `<span class="img">Image: ${name === '' ? excerpt(source, 80) : excerpt(name, 200)}</span>`;
}
