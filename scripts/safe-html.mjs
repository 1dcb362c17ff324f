// Judges HTML by a parser and a list that know nothing of the product's code: whether it is safe, and the same again
// once it was read and written.
import { parse, parseFragment, serialize } from 'parse5';

const ELEMENTS = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
    'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'alt cite colspan datetime dir height href id lang rowspan src start title width'.split(' '),
);
/** Ids are those of footnotes and of references to them. */
const ID = /^adstrip-(?:note|ref)-[1-9][0-9]*$/;
const ADDRESSES = new Set(['href', 'src', 'cite']);
const MAX_DEPTH = 200;

/**
 * Throws what is wrong with it.
 *
 * @param {string} html
 */
export function judgeHtml(html) {
  if (html === '') return;
  const fragment = parseFragment(html);
  demand(serialize(fragment) === html, 'is another fragment once it was read and written');
  const body = parse(`<!doctype html><body>${html}`).childNodes[1].childNodes[1];
  demand(serialize(body) === html, 'is another page once it was read and written');
  const ids = new Set();
  const notes = new Set();
  const open = fragment.childNodes.map((node) => ({ node, depth: 1 }));
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, depth } = entry;
    if (node.nodeName === '#text') continue;
    demand(ELEMENTS.has(node.tagName), `holds ${node.nodeName}`);
    demand(node.namespaceURI === 'http://www.w3.org/1999/xhtml', `holds a foreign ${node.tagName}`);
    demand(depth <= MAX_DEPTH, 'is too deep');
    for (const { name, value } of node.attrs) {
      demand(ATTRIBUTES.has(name), `holds an attribute ${name}`);
      if (ADDRESSES.has(name)) judgeAddress(name, value);
      if (value.startsWith('#adstrip-note-')) notes.add(value.slice(1));
      if (name !== 'id') continue;
      demand(ID.test(value), `holds the id ${value}`);
      demand(!ids.has(value), `holds the id ${value} twice`);
      ids.add(value);
    }
    for (const child of node.childNodes) open.push({ node: child, depth: depth + 1 });
  }
  for (const id of notes) demand(ids.has(id), `goes to the missing note ${id}`);
}

function judgeAddress(name, value) {
  const { protocol } = new URL(value, 'https://reader.invalid/');
  const web = protocol === 'http:' || protocol === 'https:';
  demand(web || (name === 'href' && (protocol === 'mailto:' || protocol === 'tel:')), `holds the address ${value}`);
}

function demand(holds, what) {
  if (!holds) throw new Error(`html ${what}`);
}
