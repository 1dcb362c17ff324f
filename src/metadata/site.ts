import { isObject, type LdObject, list, property, resolved, textOf, typesOf } from './json-ld.ts';
import { firstMeta } from './meta-tags.ts';
import type { Found, Page } from './page.ts';
import { letters, plainValue, SITE_LENGTH } from './value.ts';

/** Names that the page gives itself: the one to report, and all by which it may be called in a title. */
export interface SiteNames {
  readonly site: Found<string> | undefined;
  /** By `letters`; the labels of the host are among them. */
  readonly known: ReadonlySet<string>;
  /** Those of them that the page's data calls organizations. */
  readonly organizations: ReadonlySet<string>;
}

/** The name of an object's publisher, resolved. */
function publisherOf(object: LdObject, page: Page): string {
  for (const item of list(property(object, 'publisher'))) {
    if (typeof item === 'string') return plainValue(item, SITE_LENGTH);
    if (isObject(item)) {
      const name = textOf(property(resolved(item, page.data), 'name'), SITE_LENGTH);
      if (name !== '') return name;
    }
  }
  return '';
}

function isName(text: string): boolean {
  return text !== '' && text.length <= SITE_LENGTH && !text.includes('://') && letters(text) !== '';
}

/** The host without `www.` and its public suffix: what a site's name may be compared with. */
function hostLabels(address: URL | undefined): string[] {
  if (address === undefined) return [];
  const labels = address.hostname.split('.');
  if (labels[0] === 'www') labels.shift();
  const host = labels.join('');
  labels.pop();
  if (labels.length > 1 && labels[labels.length - 1].length <= 3) labels.pop();
  return [host, labels.join(''), ...labels].filter((label) => label.length > 2);
}

export function siteNames(page: Page): SiteNames {
  const { meta } = page.found;
  const { data } = page;
  let site: Found<string> | undefined;
  const known = new Set<string>();
  const organizations = new Set<string>();
  const add = (value: string, source: string, report: boolean): void => {
    const name = plainValue(value, SITE_LENGTH);
    if (!isName(name)) return;
    known.add(letters(name));
    if (report) site ??= { value: name, source };
  };
  add(meta.get('og:site_name')?.[0] ?? '', 'og', true);
  for (const object of data.sites) {
    add(textOf(property(object, 'name')), 'json-ld', true);
    add(textOf(property(object, 'alternateName')), 'json-ld', false);
  }
  for (const object of [...data.articles, ...data.postings, ...data.pages])
    add(publisherOf(object, page), 'json-ld', true);
  for (const object of data.organizations) {
    const name = textOf(property(object, 'name'));
    add(name, 'json-ld', false);
    if (!typesOf(object).includes('person')) organizations.add(letters(name));
  }
  const named = firstMeta(meta, 'site', 1);
  if (named !== undefined) add(named.value, 'meta', true);
  if (page.hints.site !== undefined) add(page.hints.site, 'promo', true);
  for (const label of hostLabels(page.address)) known.add(letters(label));
  organizations.delete('');
  return { site, known, organizations };
}

/** Whether a part of a title is the site's name: one of them, or one with its host's ending or a word around it. */
export function isSiteName(part: string, known: ReadonlySet<string>): boolean {
  const key = letters(part);
  if (key === '') return true;
  if (known.has(key)) return true;
  for (const name of known) {
    if (name.length < 4) continue;
    // "The Times" and "Times", "Acme Blog" and "Acme", "Acme" and acme-inc.com
    if (key.length >= 4 && name.includes(key) && key.length * 2 >= name.length) return true;
    if (key.includes(name) && name.length * 2 >= key.length) return true;
  }
  return false;
}
