import { ATTR } from '../tree/attributes.ts';
import { tag } from '../tree/tags.ts';
import { attribute } from '../tree/tree.ts';
import { BESIDE_NAME } from './candidates.ts';
import { WRITTEN_BY_LABELS } from './data/meta-keys.ts';
import { isObject, type LdObject, list, property, resolved, textOf } from './json-ld.ts';
import { allMeta } from './meta-tags.ts';
import {
  beginsByline,
  isLogin,
  isPersonName,
  MOST_AUTHORS,
  namesOfByline,
  namesOfValue,
  onlyByPhrase,
  spokenName,
  unique,
} from './names.ts';
import { lineOf } from './node-text.ts';
import type { Found, Page } from './page.ts';
import { inForeignScope, isOther } from './parts.ts';
import type { Piece } from './piece.ts';
import type { SiteNames } from './site.ts';
import { letters, plainValue } from './value.ts';
import type { Zone } from './zone.ts';

const A = tag('a');
/** The longest line that is read as a byline, in UTF-16 units. */
const BYLINE_LENGTH = 200;
/** How many nodes apart the names of one byline may stand. */
const BYLINE_NODES = 40;

/** The names of an author value of JSON-LD: texts, persons, groups, references and lists of them. */
function linkedNames(value: unknown, page: Page): string[] {
  const names: string[] = [];
  for (const item of list(value)) {
    if (names.length >= MOST_AUTHORS) break;
    if (typeof item === 'string') {
      names.push(...namesOfValue(item));
    } else if (isObject(item)) {
      const person = resolved(item, page.data);
      const name = textOf(property(person, 'name'));
      const given = textOf(property(person, 'givenName'));
      const family = textOf(property(person, 'familyName'));
      if (name !== '') names.push(...namesOfValue(name));
      else if (given !== '' && family !== '') names.push(`${given} ${family}`);
    }
  }
  return unique(names);
}

function fromLinkedData(objects: readonly LdObject[], page: Page): string[] {
  for (const object of objects) {
    for (const key of ['author', 'creator']) {
      const names = linkedNames(property(object, key), page);
      if (names.length > 0) return names;
    }
  }
  return [];
}

function fromMeta(page: Page): string[] {
  const stated = allMeta(page.found.meta, 'author');
  if (stated === undefined) return [];
  const catalogued = stated.key.startsWith('citation') || stated.key.startsWith('dc');
  return unique(
    stated.values.flatMap((value) => {
      const text = plainValue(value, 600);
      return catalogued ? namesOfValue(spokenName(text)) : namesOfValue(text);
    }),
  );
}

/** `twitter:label1` "Written by" with its `twitter:data1`. */
function fromLabels(page: Page): string[] {
  for (const number of ['1', '2']) {
    const label = page.found.meta.get(`twitter:label${number}`)?.[0];
    const value = page.found.meta.get(`twitter:data${number}`)?.[0];
    if (label === undefined || value === undefined) continue;
    const key = plainValue(label, 60).toLowerCase().replace(/:$/, '');
    if (WRITTEN_BY_LABELS.includes(key)) return unique(namesOfValue(value));
  }
  return [];
}

function bylineNames(page: Page, node: number): string[] {
  const line = lineOf(page.tree, node, BYLINE_LENGTH + 1, -1, ' | ', ' | ');
  if (line.length > BYLINE_LENGTH) return [];
  return namesOfByline(line, { strict: false, language: page.language });
}

/** The name that a microdata property holds: its own `name` property, its content, or its text. */
function nameOfProperty(page: Page, node: number): string[] {
  const { tree, found } = page;
  for (const inner of found.properties) {
    if (inner.name !== 'name' || inner.node <= node || inner.node >= tree.last[node]) continue;
    const value = attribute(tree, inner.node, ATTR.content);
    const names = value === undefined ? bylineNames(page, inner.node) : namesOfValue(value);
    if (names.length > 0) return names;
  }
  const content = attribute(tree, node, ATTR.content);
  return content === undefined ? bylineNames(page, node) : namesOfValue(content);
}

function fromProperties(page: Page, heading: number, thread: boolean): string[] {
  const names: string[] = [];
  let first = -1;
  for (const { node, name } of page.found.properties) {
    if (name !== 'author' && name !== 'creator') continue;
    if (isOther(page.found, node, heading) || inForeignScope(page, node)) continue;
    // Threads and lists repeat the property: only what stands together is one byline.
    if (first >= 0 && (thread || node - first > BYLINE_NODES * 2)) break;
    const own = nameOfProperty(page, node);
    if (own.length > 0 && first < 0) first = node;
    names.push(...own);
  }
  return unique(names);
}

function fromAuthorLinks(page: Page, heading: number): string[] {
  const names: string[] = [];
  let last = -1;
  for (const node of page.found.authorLinks) {
    if (isOther(page.found, node, heading)) continue;
    if (last >= 0 && node - last > BYLINE_NODES) break;
    const own = bylineNames(page, node);
    if (own.length > 0) last = node;
    names.push(...own);
  }
  return unique(names);
}

/** The names of the links in a byline; where it has none, those that its text gives. */
function namesOfElement(page: Page, node: number): string[] {
  const { tree } = page;
  const linked: string[] = [];
  let links = 0;
  for (let i = node + 1; i < tree.last[node] && links < 8; i++) {
    if (tree.kind[i] !== A) continue;
    links++;
    linked.push(...bylineNames(page, i));
  }
  const written = bylineNames(page, node);
  // A link may be "Follow" or a job; what the text itself says first is the name.
  if (linked.length === 0 || links > 6) return written;
  return written.length > 0 && !linked.includes(written[0]) ? written : linked.filter(isPersonName).concat(written);
}

function fromBylines(page: Page, heading: number): string[] {
  const { tree, found } = page;
  const names: string[] = [];
  let last = -1;
  let behind = -1;
  for (const { node, words } of found.bylines) {
    if ((words & BESIDE_NAME) !== 0 || isOther(found, node, heading)) continue;
    if (node < behind) continue; // within the byline that was read
    if (last >= 0 && (node - behind > 12 || tree.parent[node] !== tree.parent[last])) break;
    if (tree.last[node] - node > 120) continue;
    const own = namesOfElement(page, node);
    if (own.length === 0) continue;
    names.push(...own);
    last = node;
    behind = tree.last[node];
  }
  return unique(names);
}

/** "By Jane Doe" by the headline, in one line or with the name on the next. */
function fromLines(page: Page, zone: Zone): string[] {
  for (const [i, { text }] of zone.lines.entries()) {
    if (text.length > BYLINE_LENGTH || !(beginsByline(text) || onlyByPhrase(text))) continue;
    const next = zone.lines[i + 1]?.text ?? '';
    const line = onlyByPhrase(text) && next.length < 80 ? `${text} ${next}` : text;
    const names = namesOfByline(line, { strict: true, language: page.language });
    if (names.length > 0) return unique(names);
  }
  return [];
}

/** What every source says, the most trusted first. */
function authorCandidates(page: Page, heading: number, zone: Zone, piece: Piece): Found<string[]>[] {
  const thread = piece.postings.length > 0;
  const all: Found<string[]>[] = [];
  const add = (value: string[], source: string): void => {
    if (value.length > 0) all.push({ value, source });
  };
  add(fromLinkedData([...piece.articles, ...piece.postings], page), 'json-ld');
  add(fromMeta(page), 'meta');
  add(fromLabels(page), 'meta');
  add(fromProperties(page, heading, thread), 'microdata');
  add(fromAuthorLinks(page, heading), 'rel');
  add(fromBylines(page, heading), 'byline');
  add(fromLines(page, zone), 'text');
  add(fromLinkedData(page.data.pages, page), 'json-ld');
  return all;
}

/** Whether a name is that of the site. A person's may be both: many write under their own name. */
function isPublisher(name: string, names: SiteNames): boolean {
  const key = letters(name);
  return names.organizations.has(key) || (names.known.has(key) && !isPersonName(name));
}

/**
 * Who wrote the piece. The site itself is an author only where a byline that readers see says so: data often names the
 * publisher in the author's place. A login name gives way to a person's.
 */
export function readAuthors(
  page: Page,
  heading: number,
  zone: Zone,
  piece: Piece,
  names: SiteNames,
): Found<string[]> | undefined {
  if (piece.denied) return undefined;
  const seen = new Set(['byline', 'text', 'rel', 'microdata']);
  let fallback: Found<string[]> | undefined;
  for (const { value, source } of authorCandidates(page, heading, zone, piece)) {
    const people = value.filter((name) => !isPublisher(name, names));
    if (people.length === 0) {
      if (seen.has(source) && piece.stated) fallback ??= { value, source };
      continue;
    }
    if (people.length === 1 && isLogin(people[0]) && piece.postings.length === 0) {
      fallback ??= { value: people, source };
      continue;
    }
    return { value: people, source };
  }
  return fallback;
}
