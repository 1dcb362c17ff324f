// What an article's HTML means, read by its own letter: no parser's repairs, so that a parser's tree can be held against it.
// Trees are lists of lines in document order: `<p lang="en">`, `"words`, `</p>`; elements without an end have no end line.
import { parseFragment } from 'parse5';

const VOID = new Set(['br', 'hr', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|[^<>]+|[<>]/g;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;
const REFERENCE = /&(?:(amp|lt|gt|quot|nbsp);)?/g;
const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
]);

function unescaped(text) {
  return text.replace(REFERENCE, (_, name) => {
    if (name === undefined) throw new Error('has a bare &');
    return CHARACTERS.get(name);
  });
}

const line = (name, attributes) => `<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}>`;

/**
 * The tree that a serialiser means by this HTML. Throws where it is not written by the strictest rules: each element is
 * closed where it was opened, each special character is a reference.
 *
 * @param {string} html
 */
export function meantTree(html) {
  const lines = [];
  const open = [];
  for (const [token, slash, name, written] of html.matchAll(TOKEN)) {
    if (token === '<' || token === '>') throw new Error(`has a bare ${token}`);
    if (name === undefined) {
      if (lines.at(-1)?.startsWith('"')) throw new Error('has two texts in a row');
      lines.push(`"${unescaped(token)}`);
    } else if (slash === '/') {
      if (open.pop() !== name || written !== '') throw new Error(`closes ${name} where another is open`);
      lines.push(`</${name}>`);
    } else {
      const attributes = [...written.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, unescaped(value)]);
      if (new Set(attributes.map(([key]) => key)).size < attributes.length) throw new Error('has an attribute twice');
      lines.push(line(name, attributes));
      if (!VOID.has(name)) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`leaves ${open.at(-1)} open`);
  return lines;
}

/** The tree that parse5 builds of it as the inside of a body. */
export function parsedTree(html) {
  const lines = [];
  const stack = [{ nodes: parseFragment(html).childNodes, at: 0, end: '' }];
  while (stack.length > 0) {
    const top = stack.at(-1);
    if (top.at === top.nodes.length) {
      stack.pop();
      if (top.end !== '') lines.push(top.end);
      continue;
    }
    const node = top.nodes[top.at++];
    if (node.nodeName === '#text') lines.push(`"${node.value}`);
    else if (node.attrs === undefined) lines.push(node.nodeName);
    else {
      lines.push(
        line(
          node.tagName,
          node.attrs.map(({ name, value }) => [name, value]),
        ),
      );
      if (!VOID.has(node.tagName)) stack.push({ nodes: node.childNodes, at: 0, end: `</${node.tagName}>` });
    }
  }
  return lines;
}

/** Runs in a browser, by itself: the trees of these, each put into the page's body. */
export function browserTrees(all) {
  return all.map((html) => {
    document.body.innerHTML = html;
    const lines = [];
    let node = document.body.firstChild;
    while (node !== null) {
      if (node.nodeType === Node.TEXT_NODE) lines.push(`"${node.data}`);
      else if (node.nodeType !== Node.ELEMENT_NODE) lines.push(node.nodeName);
      else {
        const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`);
        lines.push(`<${node.localName}${attributes.join('')}>`);
      }
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      const isVoid = /^(?:br|hr|img)$/.test(node.localName ?? '');
      if (node.nodeType === Node.ELEMENT_NODE && !isVoid) lines.push(`</${node.localName}>`);
      while (node.nextSibling === null) {
        node = node.parentNode;
        if (node === document.body) break;
        lines.push(`</${node.localName}>`);
      }
      node = node === document.body ? null : node.nextSibling;
    }
    document.body.textContent = '';
    return lines;
  });
}

/** Undefined where two trees are the same; otherwise where they first differ. */
export function treeDifference(expected, actual) {
  const length = Math.max(expected.length, actual.length);
  for (let i = 0; i < length; i++) {
    if (expected[i] === actual[i]) continue;
    const around = (list) =>
      list
        .slice(Math.max(0, i - 2), i + 2)
        .join(' ')
        .slice(0, 200);
    return `meant ${around(expected)}, got ${around(actual)}`;
  }
  return undefined;
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const LEAF = new Set('p h1 h2 h3 h4 h5 h6 pre li td th dd dt caption figcaption figure'.split(' '));
const CODE = new Set(['code', 'kbd', 'pre', 'samp']);
/** What a link back from a footnote shows where that is the note's own number. */
const NUMBER = /^[[(]?\s*(?:\p{L}{1,9}\.?[ -]?)?\p{Nd}{1,4}\p{Ll}?\s*[\])]?[.:]?$/u;
const MARK = /^(?:-|-?\d+\.)$/;

/**
 * Undefined where the words of a tree are those of the plain text of the same article, in the same order; otherwise where
 * they first differ. Text alone has the marks of list items; HTML alone has links to embedded pages: a link that is all of
 * its paragraph, and of whose words text has none; and links from a footnote back to where it is referred to, unless they
 * show its number.
 *
 * @param {string[]} tree
 * @param {string} text
 * @param {import('../dist/render/quotations.js').Quotations} quotations a new one: text has the marks that browsers show
 */
export function wordDifference(tree, text, quotations) {
  const expected = text.match(/\S+/g) ?? [];
  const got = [];
  let run = '';
  let link = 0; // of the words of a paragraph that holds nothing but a link: its number
  let links = 0;
  let inSample = false;
  let beforeBackLink;
  let codes = 0;
  const flush = () => {
    for (const word of run.match(/\S+/g) ?? []) got.push({ word, link });
    run = '';
    link = 0;
  };
  for (const [i, entry] of tree.entries()) {
    if (entry.startsWith('"')) {
      run += inSample ? entry.slice(1) : quotations.marked(entry.slice(1));
      continue;
    }
    const name = /[a-z][a-z0-9]*/.exec(entry)[0];
    if (name === 'img') continue;
    if (CODE.has(name)) codes += entry[1] === '/' ? -1 : 1;
    if (entry.startsWith('<a href="#adstrip-ref-') && codes === 0) beforeBackLink = run;
    else if (name === 'a' && entry[1] !== '/') beforeBackLink = undefined;
    else if (entry === '</a>' && beforeBackLink !== undefined && !NUMBER.test(run.slice(beforeBackLink.length))) {
      run = beforeBackLink;
      beforeBackLink = undefined;
    }
    if (name === 'pre') inSample = entry[1] !== '/';
    if (name === 'q' && !inSample) {
      if (entry[1] === '/') run += quotations.close();
      else quotations.open(/ lang="([^"]*)"/.exec(entry)?.[1] ?? '');
    }
    if (!INLINE.has(name)) flush();
    else if (name === 'a' && entry[1] !== '/' && run.trim() === '') {
      const end = tree.indexOf('</a>', i);
      const before = /^<([a-z0-9]+)/.exec(tree[i - 1] ?? '')?.[1];
      const behind = /^<\/([a-z0-9]+)>/.exec(tree[end + 1] ?? '')?.[1];
      if (LEAF.has(before) && LEAF.has(behind)) link = ++links;
    }
  }
  flush();
  let e = 0;
  let g = 0;
  while (e < expected.length || g < got.length) {
    if (got[g] !== undefined && got[g].word === expected[e]) {
      e++;
      g++;
    } else if (expected[e] !== undefined && MARK.test(expected[e])) e++;
    else if (got[g]?.link > 0 && got[g - 1]?.link !== got[g].link) {
      const { link: skipped } = got[g];
      while (got[g]?.link === skipped) g++;
    } else {
      const around = (list, at) => list.slice(Math.max(at - 4, 0), at + 4).join(' ');
      return `text ${around(expected, e)}, html ${around(
        got.map(({ word }) => word),
        g,
      )}`;
    }
  }
  return undefined;
}
