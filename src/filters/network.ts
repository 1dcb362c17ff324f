import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, attributeValue, type Tree } from '../tree/tree.ts';
import type { FilterMatch } from '../types.ts';
import type { Adblocker, FiltersEngine, RequestType } from './adblocker.ts';
import { displayName } from './names.ts';

/** An address is looked at up to here: the longest that servers take, and a bound for the lists' regular expressions. */
const LONGEST_ADDRESS = 4096;

interface Loader {
  /** The attributes that name what it loads, also while a script holds them back. */
  readonly attributes: ReadonlySet<string>;
  readonly type: RequestType | undefined;
}

const LAZY = ['data-src', 'data-lazy-src', 'data-original'];
const SCRIPT = ['src', 'data-src', 'data-rocket-src', 'data-litespeed-src', 'data-cmplz-src', 'data-cookieblock-src'];
const LOADERS: ReadonlyMap<string, Loader> = new Map(
  (
    [
      ['script', SCRIPT, 'script'],
      ['iframe', ['src', ...LAZY], 'sub_frame'],
      ['frame', ['src'], 'sub_frame'],
      ['amp-iframe', ['src'], 'sub_frame'],
      ['img', ['src', 'srcset', 'data-srcset', ...LAZY], 'image'],
      ['amp-img', ['src', 'srcset'], 'image'],
      ['input', ['src'], 'image'],
      ['source', ['src', 'srcset', 'data-src', 'data-srcset'], 'media'],
      ['video', ['src', 'data-src', 'poster'], 'media'],
      ['audio', ['src', 'data-src'], 'media'],
      ['embed', ['src'], 'object'],
      ['object', ['data'], 'object'],
      ['link', ['href'], undefined],
    ] as const
  ).map(([name, attributes, type]) => [name, { attributes: new Set<string>(attributes), type }]),
);
const LINK = tag('link');
const PICTURE = tag('picture');
const SOURCE = tag('source');
const BASE = tag('base');
const BODY = tag('body');

/** The page as the source of requests. */
export interface Source {
  /** A whole address. */
  readonly url: string;
  readonly hostname: string;
  readonly domain: string;
}

/** The elements of a page that load what the lists block, in document order. */
export function findBlocked(
  adblocker: Adblocker,
  engine: FiltersEngine,
  page: Source,
  tree: Tree,
  removed: Uint8Array,
): FilterMatch[] {
  const matches: FilterMatch[] = [];
  const loaders = tree.names.map((name) => LOADERS.get(name));
  const filters = new Map<string, string | undefined>(); // by type and address, as pages repeat themselves
  const domains = new Map<string, string>();
  const base = baseOf(tree, page.url);
  for (let node = 1; node < tree.count; node++) {
    if (removed[node] === 1) {
      node = tree.last[node] - 1;
      continue;
    }
    const loader = loaders[tree.kind[node]];
    const type = loader && (loader.type ?? typeOfLink(tree, node));
    if (loader === undefined || type === undefined) continue;
    for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
      const name = tree.attributeNames[tree.attributeName[i]];
      if (!loader.attributes.has(name)) continue;
      const filter = filterOf(i, name.endsWith('srcset'), typeOf(type, node, name));
      if (filter === undefined) continue;
      matches.push({ index: node, filter });
      node = tree.last[node] - 1;
      break;
    }
  }
  return matches;

  /** What a video's poster and the sources of a picture are. */
  function typeOf(type: RequestType, node: number, name: string): RequestType {
    if (name === 'poster') return 'image';
    return tree.kind[node] === SOURCE && tree.kind[tree.parent[node]] === PICTURE ? 'image' : type;
  }

  function filterOf(i: number, isSet: boolean, type: RequestType): string | undefined {
    const from = tree.valueStart[i];
    if (tree.source.startsWith('data:', from)) return undefined;
    let value = attributeValue(tree, i).trim();
    if (isSet) value = value.split(/[\s,]/, 1)[0];
    if (value === '' || value.length > LONGEST_ADDRESS) return undefined;
    const key = `${type} ${value}`;
    if (filters.has(key)) return filters.get(key);
    const filter = blocking(value, type);
    filters.set(key, filter);
    return filter;
  }

  function blocking(value: string, type: RequestType): string | undefined {
    const url = resolve(value, base);
    if (url === undefined) return undefined;
    const hostname = hostOf(url);
    const request = adblocker.Request.fromRawDetails({
      url,
      hostname,
      ...(domains.has(hostname) && { domain: domains.get(hostname) ?? '' }),
      sourceUrl: page.url,
      sourceHostname: page.hostname,
      sourceDomain: page.domain,
      type,
    });
    domains.set(hostname, request.domain);
    const { match, filter } = engine.match(request);
    return match && filter !== undefined ? displayName(filter.rawLine ?? filter.toString()) : undefined;
  }
}

/** What a link loads as a request; undefined where it is a feed, an icon or another page. */
function typeOfLink(tree: Tree, node: number): RequestType | undefined {
  if (tree.kind[node] !== LINK) return undefined;
  const words = new Set((attribute(tree, node, ATTR.rel) ?? '').toLowerCase().split(/\s+/));
  if (words.has('stylesheet')) return 'stylesheet';
  if (words.has('modulepreload')) return 'script';
  // A connection is opened early for what the page's scripts will load.
  if (words.has('preconnect') || words.has('dns-prefetch')) return 'script';
  if (!words.has('preload') && !words.has('prefetch')) return undefined;
  switch (valueOfAs(tree, node)) {
    case 'style':
      return 'stylesheet';
    case 'font':
      return 'font';
    case 'image':
      return 'image';
    default:
      return 'script';
  }
}

function valueOfAs(tree: Tree, node: number): string {
  for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
    if (tree.attributeNames[tree.attributeName[i]] === 'as') return attributeValue(tree, i).trim().toLowerCase();
  }
  return '';
}

/** What relative addresses begin from: the page's first `<base href>`, or the page. */
function baseOf(tree: Tree, url: string): string {
  for (let node = 1; node < tree.count && tree.kind[node] !== BODY; node++) {
    if (tree.kind[node] !== BASE) continue;
    const href = attribute(tree, node, ATTR.href);
    if (href !== undefined) return parsed(href.slice(0, LONGEST_ADDRESS), url)?.href ?? url;
  }
  return url;
}

/** A whole http address, or undefined. */
function resolve(value: string, base: string): string | undefined {
  if (isPlain(value)) return value;
  const url = parsed(value, base);
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** Whether an address stands as the URL parser would write it, for all that a filter sees of it. */
function isPlain(value: string): boolean {
  if (!value.startsWith('https://') && !value.startsWith('http://')) return false;
  for (let i = 8; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit <= 32 || unit > 126 || unit === 92) return false; // \
  }
  return true;
}

function parsed(value: string, base: string): URL | undefined {
  return URL.canParse(value, base) ? new URL(value, base) : undefined;
}

/** The host of a whole address, in small letters, without user and port. */
export function hostOf(url: string): string {
  const start = url.indexOf('//') + 2;
  let end = start;
  for (; end < url.length; end++) {
    const unit = url.charCodeAt(end);
    if (unit === 47 || unit === 63 || unit === 35) break; // / ? #
  }
  const authority = url.slice(start, end).toLowerCase();
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = host.lastIndexOf(':');
  return port > host.lastIndexOf(']') ? host.slice(0, port) : host;
}
