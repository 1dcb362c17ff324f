import type { CheerioAPI } from 'cheerio';

/** A node of a page that cheerio has loaded. */
export type CheerioNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];

/** A node and its place in the page's source. Offsets are UTF-16, ends exclusive. */
export interface Placed {
  readonly node: CheerioNode;
  readonly start: number;
  /** Of an element: the end of its start tag. Of other nodes: their end. */
  readonly openEnd: number;
  end: number;
  /** Whether the text stands in the source as it is, without character references. */
  readonly raw: boolean;
}

export interface CheerioSource {
  readonly source: string;
  /** In document order. */
  readonly nodes: readonly Placed[];
}

/** Elements without content, https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments */
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
/** Elements whose text is written as it stands, from the same place. */
const RAW = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '));
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/1999/xlink', 'xlink:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

const TEXT_REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\u00a0': '&nbsp;',
  '<': '&lt;',
  '>': '&gt;',
};
const ATTRIBUTE_REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '\u00a0': '&nbsp;', '"': '&quot;' };

/** How a unit of a text is written. */
export function written(unit: string): string {
  return TEXT_REFERENCES[unit] ?? unit;
}

/**
 * A loaded page as HTML, as `$.html()` writes what parse5 has read, with the place of every node in it. No recursion:
 * pages may be nested as deep as they like.
 */
export function writeSource($: CheerioAPI): CheerioSource {
  const nodes: Placed[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const open: { children: readonly CheerioNode[]; at: number; placed: Placed | undefined; name: string }[] = [
    { children: $.root().get(), at: 0, placed: undefined, name: '' },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.children[top.at++];
    if (node === undefined) {
      open.pop();
      if (top.placed === undefined) continue;
      add(`</${top.name}>`);
      top.placed.end = length;
      continue;
    }
    const start = length;
    if (node.type === 'text') {
      const raw = RAW.has(top.name);
      add(raw ? node.data : node.data.replace(/[&\u00a0<>]/g, written));
      nodes.push({ node, start, openEnd: length, end: length, raw });
    } else if (node.type === 'comment' || node.type === 'directive') {
      const doctype = 'x-name' in node && typeof node['x-name'] === 'string' ? `!DOCTYPE ${node['x-name']}` : undefined;
      add(node.type === 'comment' ? `<!--${node.data}-->` : `<${doctype ?? node.data}>`);
      nodes.push({ node, start, openEnd: length, end: length, raw: true });
    } else if (node.type === 'root' || node.type === 'cdata') {
      open.push({ children: node.children, at: 0, placed: undefined, name: top.name });
    } else {
      add(startTag(node));
      const placed = { node, start, openEnd: length, end: length, raw: false };
      nodes.push(placed);
      if (!VOID.has(node.name)) open.push({ children: node.children, at: 0, placed, name: node.name });
    }
  }
  return { source: parts.join(''), nodes };
}

function startTag(element: Extract<CheerioNode, { attribs: unknown }>): string {
  const { name, attribs } = element;
  const namespaces: Readonly<Record<string, string | undefined>> = element['x-attribsNamespace'] ?? {};
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attribs)) {
    const prefix = NAMESPACES.get(namespaces[attribute] ?? '') ?? '';
    const text = value.replace(/[&\u00a0"]/g, (unit) => ATTRIBUTE_REFERENCES[unit] ?? unit);
    tag += ` ${prefix}${attribute}="${text}"`;
  }
  return `${tag}>`;
}
