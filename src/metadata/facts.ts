import { ATTR } from '../tree/attributes.ts';
import { attribute } from '../tree/tree.ts';
import { isObject, type LdObject, list, property, resolved, textOf, urlOf } from './json-ld.ts';
import { allMeta, firstMeta } from './meta-tags.ts';
import { lineOf } from './node-text.ts';
import type { Found, Page } from './page.ts';
import { isOther } from './parts.ts';
import type { Piece } from './piece.ts';
import {
  DESCRIPTION_LENGTH,
  httpAddress,
  httpUrl,
  languageTag,
  letters,
  oneLine,
  plainValue,
  SITE_LENGTH,
  TAG_LENGTH,
} from './value.ts';

const MOST_TAGS = 50;

/** The pieces and threads that the page's JSON-LD describes. */
function described(piece: Piece): readonly LdObject[] {
  return [...piece.articles, ...piece.postings];
}

export function readDescription(page: Page, piece: Piece): Found<string> | undefined {
  const stated = firstMeta(page.found.meta, 'description');
  if (stated !== undefined) return stated;
  for (const object of [...described(piece), ...page.data.pages, ...page.data.products]) {
    const value = textOf(property(object, 'description'), DESCRIPTION_LENGTH);
    if (value !== '') return { value, source: 'json-ld' };
  }
  return undefined;
}

export function readLanguage(page: Page, piece: Piece): Found<string> | undefined {
  if (page.language !== undefined) return { value: page.language, source: 'html-lang' };
  for (const object of [...described(piece), ...page.data.pages, ...page.data.sites]) {
    const language = property(object, 'inLanguage');
    const [first] = list(language);
    const value = languageTag(isObject(first) ? textOf(property(first, 'alternateName')) : textOf(language));
    if (value !== undefined) return { value, source: 'json-ld' };
  }
  const stated = firstMeta(page.found.meta, 'language', 0, 60);
  const value = languageTag(stated?.value.split(',')[0] ?? '');
  return value === undefined || stated === undefined ? undefined : { value, source: stated.source };
}

export function readCanonicalUrl(page: Page, piece: Piece): Found<string> | undefined {
  const link = httpUrl((page.found.links.get('canonical') ?? '').trim(), page.base);
  if (link !== undefined) return { value: link, source: 'link' };
  const og = firstMeta(page.found.meta, 'url');
  const stated = og === undefined ? undefined : httpUrl(og.value, page.base);
  if (stated !== undefined) return { value: stated, source: og?.source ?? 'og' };
  for (const object of described(piece)) {
    for (const key of ['mainEntityOfPage', 'url']) {
      const value = httpUrl(urlOf(property(object, key), page.data), page.base);
      if (value !== undefined) return { value, source: 'json-ld' };
    }
  }
  return undefined;
}

export function readImage(page: Page, piece: Piece): Found<string> | undefined {
  const stated = firstMeta(page.found.meta, 'image');
  const value = stated === undefined ? undefined : httpUrl(stated.value, page.base);
  if (value !== undefined) return { value, source: stated?.source ?? 'og' };
  for (const object of [...described(piece), ...page.data.pages, ...page.data.products]) {
    for (const key of ['image', 'thumbnailUrl', 'primaryImageOfPage']) {
      const url = httpUrl(urlOf(property(object, key), page.data), page.base);
      if (url !== undefined) return { value: url, source: 'json-ld' };
    }
  }
  const link = httpUrl((page.found.links.get('image_src') ?? '').trim(), page.base);
  if (link !== undefined) return { value: link, source: 'link' };
  for (const { node, name } of page.found.properties) {
    if (name !== 'image' || isOther(page.found, node, -1)) continue;
    const raw = attribute(page.tree, node, ATTR.src) ?? attribute(page.tree, node, ATTR.content) ?? '';
    const url = httpUrl(raw.trim(), page.base);
    if (url !== undefined) return { value: url, source: 'microdata' };
  }
  return undefined;
}

/** The name of a breadcrumb, or ''. */
function crumbName(item: unknown, page: Page): string {
  if (!isObject(item)) return '';
  const name = textOf(property(item, 'name'), SITE_LENGTH);
  if (name !== '') return name;
  const target = property(item, 'item');
  return isObject(target) ? textOf(property(resolved(target, page.data), 'name'), SITE_LENGTH) : '';
}

/** Of a trail "Home › News › This piece" the part above the piece. */
function sectionOfTrail(page: Page, title: string | undefined): string {
  for (const trail of page.data.trails) {
    const names = list(property(trail, 'itemListElement')).map((item) => crumbName(item, page));
    const own = letters(title ?? '');
    while (names.length > 0 && letters(names[names.length - 1]) === own) names.pop();
    // The first crumb is the site's start page.
    if (names.length > 1 && names[names.length - 1] !== '') return names[names.length - 1];
  }
  return '';
}

export function readSection(page: Page, piece: Piece, title: string | undefined): Found<string> | undefined {
  for (const object of described(piece)) {
    const value = textOf(property(object, 'articleSection'), SITE_LENGTH);
    if (value !== '' && !value.includes('://')) return { value, source: 'json-ld' };
  }
  const stated = firstMeta(page.found.meta, 'section', 0, SITE_LENGTH);
  if (stated !== undefined && !stated.value.includes('://')) return stated;
  for (const { node, name } of page.found.properties) {
    if (name !== 'articlesection') continue;
    const value = oneLine(
      attribute(page.tree, node, ATTR.content) ?? lineOf(page.tree, node, SITE_LENGTH),
      SITE_LENGTH,
    );
    if (value !== '') return { value, source: 'microdata' };
  }
  const value = described(piece).length > 0 ? sectionOfTrail(page, title) : '';
  return value === '' ? undefined : { value, source: 'json-ld' };
}

/** Tags apart by commas, without repeats. */
/** What publishing systems put among the tags for themselves: `displayType: listicle`, `locale: US`. */
const SETTING = /^[a-z]+(?:[A-Z-][a-z]+)*: \S/;

function tagsOf(values: readonly string[]): string[] {
  const tags: string[] = [];
  const seen = new Set<string>();
  for (const value of values) {
    for (const part of value.slice(0, 8000).split(/[,;，、]/)) {
      const text = plainValue(part, TAG_LENGTH + 1);
      const key = text.toLowerCase();
      if (text === '' || text.length > TAG_LENGTH || seen.has(key) || text.includes('://')) continue;
      if (SETTING.test(text) || key === 'not set') continue;
      if (tags.length >= MOST_TAGS) return tags;
      seen.add(key);
      tags.push(text);
    }
  }
  return tags;
}

export function readTags(page: Page, piece: Piece, heading: number): Found<string[]> | undefined {
  for (const object of described(piece)) {
    const texts: string[] = [];
    for (const item of list(property(object, 'keywords'))) {
      if (typeof item === 'string') texts.push(item);
      else if (isObject(item)) texts.push(textOf(property(item, 'name'), TAG_LENGTH));
    }
    const tags = tagsOf(texts);
    if (tags.length > 0) return { value: tags, source: 'json-ld' };
  }
  const stated = allMeta(page.found.meta, 'tags');
  if (stated !== undefined) {
    const tags = tagsOf(stated.values);
    if (tags.length > 0) return { value: tags, source: stated.source };
  }
  const linked = page.found.tagLinks.filter((node) => !isOther(page.found, node, heading));
  const tags = tagsOf(linked.map((node) => lineOf(page.tree, node, TAG_LENGTH).replace(/^#/, '').replaceAll(',', ' ')));
  return tags.length > 0 ? { value: tags, source: 'rel' } : undefined;
}

/** A licence is an address, or a name that says "license", "CC" or "public domain". */
function isLicense(text: string): boolean {
  return /^https?:\/\//.test(text) || /\b(?:cc[ -]|cc0|creative commons|licen[sc]e|public domain|gfdl)/i.test(text);
}

export function readLicense(page: Page, piece: Piece): Found<string> | undefined {
  for (const object of [...described(piece), ...page.data.pages]) {
    const held = property(object, 'license');
    const value = httpUrl(urlOf(held, page.data), page.base) ?? textOf(held, 300);
    if (isLicense(value)) return { value, source: 'json-ld' };
  }
  const link = httpUrl((page.found.links.get('license') ?? '').trim(), page.base);
  if (link !== undefined) return { value: link, source: 'link' };
  const stated = firstMeta(page.found.meta, 'license', 0, 300);
  if (stated !== undefined && isLicense(stated.value)) return stated;
  for (const node of page.found.licenseLinks) {
    const value = httpUrl((attribute(page.tree, node, ATTR.href) ?? '').trim(), page.base);
    if (value !== undefined) return { value, source: 'rel' };
  }
  return undefined;
}

/** Where a syndicated piece first appeared: its source's name where the page gives one, else the address. */
export function readOriginalSource(page: Page, piece: Piece, siteName: string | undefined): Found<string> | undefined {
  if (page.hints.originalSource !== undefined) return { value: page.hints.originalSource, source: 'promo' };
  for (const object of described(piece)) {
    for (const item of list(property(object, 'isBasedOn'))) {
      const name = isObject(item) ? textOf(property(resolved(item, page.data), 'name'), SITE_LENGTH) : '';
      const value = name || httpUrl(urlOf(item, page.data), page.base) || '';
      if (value !== '' && !isOwnPlace(value, page)) return { value, source: 'json-ld' };
    }
  }
  const stated = firstMeta(page.found.meta, 'source', 0, 300);
  if (stated === undefined || letters(stated.value) === letters(siteName ?? '')) return undefined;
  return isOwnPlace(stated.value, page) ? undefined : stated;
}

/** Whether a source is the page's own site, by its address or its short name ("FDA" on fda.gov), or no name at all. */
function isOwnPlace(source: string, { address, base }: Page): boolean {
  if (!/\p{L}{2}/u.test(source)) return true;
  const own = address ?? httpAddress(base ?? '', undefined);
  if (own === undefined) return false;
  const host = own.hostname.replace(/^www\./, '');
  const named = httpAddress(source, undefined)?.hostname.replace(/^www\./, '');
  return named === undefined ? host.split('.').includes(letters(source)) : named === host;
}
