import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute, type Tree } from '../tree/tree.ts';
import { cleanCharacters } from './characters.ts';
import { LINK_SCHEMES, WEB_SCHEMES } from './data/allow-list.ts';
import { TRACKING_PARAMETERS, TRACKING_PREFIXES } from './data/tracking-parameters.ts';

const BASE = tag('base');
/** Longer addresses name no page: servers refuse them, and many of them would swell the output. */
const MAX_URL = 8192;
/** A longer base would be written before every relative link. */
const MAX_BASE = 2048;
/** Stands for an unknown base: `.invalid` is reserved (RFC 2606), so that no address of a page is taken for it. */
const UNKNOWN_HOST = 'adstrip.invalid';
const UNKNOWN_BASE = `https://${UNKNOWN_HOST}/`;

const UNCLEAN = /[\0- \x7f-\xa0\xad\u2000-\u200b\u2028\u2029\u2060\u3000\ufeff\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a browser drops some, and none belongs there
const ALL_CONTROLS = /[\0-\x1f\x7f-\x9f\ufeff]+/g;

/** The address that relative links are resolved against: `url`, as the page's first `<base href>` changes it. */
export function documentBase(tree: Tree, url: string | undefined): string | undefined {
  const base = webUrl(url, undefined);
  for (let node = tree.kind.indexOf(BASE); node >= 0 && node < tree.count; node = tree.kind.indexOf(BASE, node + 1)) {
    const href = attribute(tree, node, ATTR.href);
    if (href === undefined) continue;
    return webUrl(href, base) ?? base;
  }
  return base;
}

/** An absolute http or https address, or undefined. */
function webUrl(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.length > MAX_BASE || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return WEB_SCHEMES.has(url.protocol) && url.href.length <= MAX_BASE ? url.href : undefined;
}

/** A base that `safeLink` and `safeImage` accept: an absolute http or https address, or undefined. */
export function usableBase(base: string | undefined): string | undefined {
  return webUrl(base, undefined);
}

/**
 * A link's address as it may be written: http, https, mailto or tel, absolute where the base is known, and without
 * tracking parameters. Undefined for every other, and for a place in the page where the base is not known.
 */
export function safeLink(address: string, base: string | undefined): string | undefined {
  return safeUrl(address, base, LINK_SCHEMES);
}

/** An image's or embedded page's address: http or https. */
export function safeImage(address: string, base: string | undefined): string | undefined {
  return safeUrl(address, base, WEB_SCHEMES);
}

function safeUrl(address: string, base: string | undefined, schemes: ReadonlySet<string>): string | undefined {
  if (address.length > MAX_URL) return undefined;
  let trimmed = address;
  // As a browser reads it: blanks around it and controls in it are dropped before anything is decided.
  if (UNCLEAN.test(address)) trimmed = cleanCharacters(address).replace(ALL_CONTROLS, '').trim();
  if (trimmed === '') return undefined;
  if (base === undefined && trimmed.charCodeAt(0) === 35) return undefined;
  const against = base ?? UNKNOWN_BASE;
  if (!URL.canParse(trimmed, against)) return undefined;
  const url = new URL(trimmed, against);
  if (!schemes.has(url.protocol)) return undefined;
  if (base === undefined && url.hostname === UNKNOWN_HOST) return relativeUrl(trimmed);
  if (url.search.length > 1) {
    const search = withoutTracking(url.search.slice(1));
    if (search !== undefined) url.search = search;
  }
  return url.href.length > MAX_URL ? undefined : url.href;
}

/** A relative address stays relative; only the tracking parameters go. */
function relativeUrl(address: string): string {
  const hash = address.indexOf('#');
  const end = hash < 0 ? address.length : hash;
  const query = address.indexOf('?');
  if (query < 0 || query > end) return address;
  const search = withoutTracking(address.slice(query + 1, end));
  if (search === undefined) return address;
  return address.slice(0, query) + (search === '' ? '' : `?${search}`) + address.slice(end);
}

/** The query without its tracking parameters, the others as they stand; undefined where there are none. */
function withoutTracking(query: string): string | undefined {
  let kept = '';
  let found = false;
  for (let start = 0; start <= query.length; ) {
    let end = query.indexOf('&', start);
    if (end < 0) end = query.length;
    const pair = query.slice(start, end);
    const equals = pair.indexOf('=');
    const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    // `&amp;` that was escaped twice leaves `amp;` before the name.
    if (isTracking(name.startsWith('amp;') ? name.slice(4) : name)) found = true;
    else kept += (kept === '' ? '' : '&') + pair;
    start = end + 1;
  }
  return found ? kept : undefined;
}

function isTracking(name: string): boolean {
  if (TRACKING_PARAMETERS.has(name)) return true;
  for (const prefix of TRACKING_PREFIXES) if (name.startsWith(prefix)) return true;
  return false;
}
