import type { LineFacts } from '../rules/lines.ts';
import type { Tree } from '../tree/tree.ts';
import type { Metadata } from '../types.ts';
import { readAuthors } from './authors.ts';
import { findCandidates } from './candidates.ts';
import {
  readCanonicalUrl,
  readDescription,
  readImage,
  readLanguage,
  readLicense,
  readOriginalSource,
  readSection,
  readTags,
} from './facts.ts';
import { readLinkedData } from './json-ld.ts';
import type { Found, Page } from './page.ts';
import { readPiece } from './piece.ts';
import { readModified, readPublished } from './published.ts';
import { siteNames } from './site.ts';
import { readTitle } from './title.ts';
import { httpAddress, httpUrl, languageTag } from './value.ts';
import { readZone } from './zone.ts';

/** What the caller knows beside the page. */
export interface MetadataOptions {
  /** The page's address. */
  readonly url?: string;
  /** 1 for the root node of each subtree that is to be passed over. */
  readonly removed: Uint8Array;
  /** What the promo lines of the page said. */
  readonly hints: LineFacts;
}

type TextField = Exclude<keyof Metadata, 'authors' | 'tags' | 'sources'>;

/** All that a page says about its piece. A field without evidence is absent. */
export function readMetadata(tree: Tree, options: MetadataOptions): Metadata {
  const found = findCandidates(tree, options.removed);
  const address = options.url === undefined ? undefined : httpAddress(options.url, undefined);
  const page: Page = {
    tree,
    removed: options.removed,
    found,
    data: readLinkedData(tree, found.jsonLd),
    hints: options.hints,
    address,
    base: httpUrl(found.base ?? '', address?.href) ?? address?.href,
    language: languageTag(found.htmlLanguage ?? ''),
  };
  const names = siteNames(page);
  const { title, heading } = readTitle(page, names);
  const piece = readPiece(page, title?.value);
  const zone = readZone(page, heading);
  const metadata: Metadata = { authors: [], tags: [], sources: {} };
  const set = (field: TextField, value: Found<string> | undefined): void => {
    if (value === undefined) return;
    metadata[field] = value.value;
    metadata.sources[field] = value.source;
  };
  const setList = (field: 'authors' | 'tags', value: Found<string[]> | undefined): void => {
    if (value === undefined) return;
    metadata[field] = value.value;
    metadata.sources[field] = value.source;
  };
  set('title', title);
  const authors = readAuthors(page, heading, zone, piece, names);
  setList('authors', authors);
  set('published', readPublished(page, heading, zone, piece, authors !== undefined));
  set('modified', readModified(page, heading, zone, piece));
  set('description', readDescription(page, piece));
  set('site', names.site);
  set('language', readLanguage(page, piece));
  set('canonicalUrl', readCanonicalUrl(page, piece));
  set('image', readImage(page, piece));
  set('section', readSection(page, piece, title?.value));
  setList('tags', readTags(page, piece, heading));
  set('originalSource', readOriginalSource(page, piece, names.site?.value));
  set('license', readLicense(page, piece));
  return metadata;
}
