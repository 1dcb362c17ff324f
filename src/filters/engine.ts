import type { Tree } from '../tree/tree.ts';
import type { FilterEngine, FilterMatch, FilterPage } from '../types.ts';
import type { Adblocker } from './adblocker.ts';
import type { CompiledLists } from './compile.ts';
import { findHidden, type Hiding, type SelectorCache } from './cosmetic.ts';
import { findBlocked, hostOf, type Source } from './network.ts';
import { type Site, siteOf } from './site.ts';

/** Where a page's address is not known, everything with a host is of a third party. */
const UNKNOWN = 'https://unknown.invalid/';
/** Hosts of which what the lists say is kept. */
const KEPT_SITES = 256;

/** A filter engine for the pages of `strip` and `clean`. */
export function createEngine(adblocker: Adblocker, lists: CompiledLists): FilterEngine {
  const sites = new Map<string, { site: Site; domain: string }>();
  const cache: SelectorCache = new Map();

  return {
    match(page) {
      const tree = treeOf(page);
      const url = addressOf(page.url);
      const hostname = hostOf(url);
      const { site, domain } = siteOfHost(url, hostname);
      const source = { url, hostname, domain };
      if (isAllowed(source)) return [];
      const hidden = findHidden(lists, site, hidingOn(source), tree, page.removed, cache);
      return inOrder(hidden, findBlocked(adblocker, lists.network, source, tree, page.removed));
    },
    serialize: () => lists.bytes.slice(),
  };

  function siteOfHost(url: string, hostname: string): { site: Site; domain: string } {
    let known = sites.get(hostname);
    if (known === undefined) {
      const request = adblocker.Request.fromRawDetails({ url, hostname });
      const site = siteOf(lists, request.getHostnameHashes(), request.getEntityHashes());
      known = { site, domain: request.domain };
      if (sites.size >= KEPT_SITES) sites.clear();
      sites.set(hostname, known);
    }
    return known;
  }

  /** Whether an exception (`@@||host^$document`) switches everything off for the page. */
  function isAllowed({ url, hostname, domain }: Source): boolean {
    const request = adblocker.Request.fromRawDetails({ url, hostname, domain, type: 'main_frame' });
    const exception = lists.network.exceptions.match(request);
    return exception?.fromDocument() === true && !exception.fromAny();
  }

  /** What `$generichide`, `$specifichide` and `$elemhide` leave of hiding on the page. */
  function hidingOn({ url, hostname, domain }: Source): Hiding {
    const { matches } = lists.network.matchCosmeticFilters({
      url,
      hostname,
      domain,
      getRulesFromDOM: false,
      getRulesFromHostname: false,
      getInjectionRules: false,
      getExtendedRules: false,
    });
    const off = matches.flatMap(({ exception }) => (exception?.isNetworkFilter() ? [exception] : []));
    return {
      generic: !off.some((exception) => exception.isGenericHide()),
      specific: !off.some((exception) => exception.isSpecificHide()),
    };
  }
}

/** The one place where the page's tree, which is no part of the public interface, gets its type back. */
function treeOf({ tree }: FilterPage): Tree {
  return tree as Tree;
}

function addressOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return UNKNOWN;
  const { href, protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : UNKNOWN;
}

/** Both lists in one, by element; of two filters for an element the one that hides it comes first. */
function inOrder(hidden: readonly FilterMatch[], blocked: readonly FilterMatch[]): FilterMatch[] {
  return [...hidden, ...blocked].sort((a, b) => a.index - b.index);
}
