import { ATTR } from '../tree/attributes.ts';
import { TEXT } from '../tree/tags.ts';
import { attribute, textData } from '../tree/tree.ts';
import { BESIDE_NAME, type Candidate, MODIFIED, PUBLISHED } from './candidates.ts';
import { META_KEYS } from './data/meta-keys.ts';
import { type LdObject, property, textOf } from './json-ld.ts';
import { machineDate } from './machine-dates.ts';
import { lineOf, linesAfter } from './node-text.ts';
import type { Found, Page } from './page.ts';
import { inForeignScope, isOther } from './parts.ts';
import type { Piece } from './piece.ts';
import { dateOfPath, monthOfPath, pathOf } from './url-evidence.ts';
import { type DateKind, datesOfLine, isDateLabel, saysUpdated, type Zone } from './zone.ts';

const PUBLISHED_KEYS = ['datePublished', 'dateCreated', 'uploadDate'];

/** A meta element's name, in small letters, that ends in words for the date of publication. */
const PUBLISHED_NAME = /(?:^|[^a-z])(?:pub|publish|published|publication)[-_.:]?(?:date|time)$/;

function linkedDate(objects: readonly LdObject[], keys: readonly string[], page: Page): string | undefined {
  for (const object of objects) {
    for (const key of keys) {
      const date = machineDate(textOf(property(object, key)), page.language);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function metaDate(page: Page, field: 'published' | 'modified'): string | undefined {
  for (const key of META_KEYS[field]) {
    for (const value of page.found.meta.get(key) ?? []) {
      const date = machineDate(value, page.language);
      if (date !== undefined) return date;
    }
  }
  if (field === 'modified') return undefined;
  // A site's own name for it: "w-published-date", "acme:publishDate".
  for (const [key, values] of page.found.meta) {
    if (!PUBLISHED_NAME.test(key)) continue;
    const date = machineDate(values[0], page.language);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The longest word that only joins a label to its date, in UTF-16 units: "on", "am", "le". */
const CONNECTIVE = 3;

/** The text just before an element, if it is a label and no sentence. */
function labelBefore(page: Page, node: number): string {
  const { tree } = page;
  let label = '';
  for (let i = node - 1; i > 0 && i > node - 8; i--) {
    if (tree.kind[i] !== TEXT) continue;
    const text = textData(tree, i).trim();
    if (text === '') continue;
    if (text.length >= 40 || !/\p{L}/u.test(text)) break;
    label = `${text} ${label}`;
    if (text.length > CONNECTIVE) break; // "Last updated", "on", the date
  }
  return label.trim();
}

/** The date that an element holds, in `datetime`, `content` or `title`, else in its text, and what it is the date of. */
function dateOfNode(page: Page, { node, words }: Candidate): { iso: string; kind: DateKind } | undefined {
  const { tree } = page;
  const text = lineOf(tree, node, 200, -1, ' ', ' ');
  const label = labelBefore(page, node);
  const [shown] = text === '' ? [] : datesOfLine(text, isDateLabel(label) ? label : '', page.language);
  let kind: DateKind = shown?.kind ?? 'plain';
  const role = attribute(tree, node, ATTR.itemprop)?.toLowerCase();
  if ((words & PUBLISHED) !== 0 || role === 'datepublished')
    kind = 'published'; // even if the same element says "updated"
  else if (
    (words & MODIFIED) !== 0 ||
    role === 'datemodified' ||
    (shown === undefined && saysUpdated(`${label} ${text}`))
  )
    kind = 'modified';
  for (const name of [ATTR.datetime, ATTR.content, ATTR.title]) {
    const value = attribute(tree, node, name);
    const iso = value === undefined ? undefined : machineDate(value, page.language);
    if (iso !== undefined) return { iso, kind: kind === 'other' ? 'plain' : kind };
  }
  return shown === undefined ? undefined : { iso: shown.iso, kind };
}

function propertyDate(page: Page, heading: number, names: readonly string[]): string | undefined {
  for (const { node, name } of page.found.properties) {
    if (!names.includes(name) || isOther(page.found, node, heading) || inForeignScope(page, node)) continue;
    const date = dateOfNode(page, { node, words: 0 });
    if (date !== undefined) return date.iso;
  }
  return undefined;
}

/** The first date of an element list that is of the wanted kind and, unless `anywhere`, stands by the headline. */
function elementDate(
  page: Page,
  heading: number,
  zone: Zone,
  list: readonly Candidate[],
  options: { modified: boolean; anywhere: boolean },
): string | undefined {
  for (const candidate of list) {
    const { node } = candidate;
    const near = node >= zone.from && node <= zone.to;
    if ((!near && !options.anywhere) || isOther(page.found, node, heading)) continue;
    const date = dateOfNode(page, candidate);
    if (date === undefined || date.kind === 'other') continue;
    if ((date.kind === 'modified') === options.modified) return date.iso;
  }
  return undefined;
}

/** The date of elements anywhere that are of that kind, if all have the same: a list has one for each of its items. */
function loneDate(page: Page, heading: number, wanted: DateKind): string | undefined {
  let lone: string | undefined;
  for (const candidate of [...page.found.dates, ...page.found.times]) {
    if (isOther(page.found, candidate.node, heading)) continue;
    const date = dateOfNode(page, candidate);
    if (date?.kind !== wanted) continue;
    if (lone !== undefined && dayOf(lone) !== dayOf(date.iso)) return undefined;
    lone ??= date.iso;
  }
  return lone;
}

/** From how many different days on the `<time>`s of a page are those of a list's items. */
const LISTED_DAYS = 3;

/** Whether the page has `<time>`s of so many different days that it lists pieces, where nothing says that it is one. */
function listsDates({ tree, found }: Page, heading: number): boolean {
  const days = new Set<string>();
  for (const { node } of found.times) {
    if (isOther(found, node, heading)) continue;
    const value = attribute(tree, node, ATTR.datetime)?.trim() ?? '';
    if (/^\d{4}-\d{2}-\d{2}/.test(value)) days.add(dayOf(value));
  }
  return days.size >= LISTED_DAYS;
}

/** The date alone on one of the lines just behind a byline, on a page where that stands far from the headline. */
function dateByByline(page: Page, heading: number): string | undefined {
  for (const { node, words } of page.found.bylines) {
    if ((words & BESIDE_NAME) !== 0 || isOther(page.found, node, heading)) continue;
    for (const { text } of linesAfter(page.tree, node, page.removed).slice(0, BYLINE_LINES)) {
      const [date] = datesOfLine(text, '', page.language);
      if (date !== undefined && text.length < 60 && (date.kind === 'plain' || date.kind === 'published'))
        return date.iso;
    }
  }
  return undefined;
}

/** The byline's own line, a job, and the date. */
const BYLINE_LINES = 3;

/** The first `<time>` behind the headline of a thread, whatever its posts are called. */
function firstTime(page: Page, heading: number): string | undefined {
  for (const candidate of page.found.times) {
    if (candidate.node < heading) continue;
    const date = dateOfNode(page, candidate);
    if (date !== undefined && date.kind !== 'modified') return date.iso;
  }
  return undefined;
}

/** How many days later `b` is than `a`; 0 where one of them is no whole date. A day of difference may be the zone's. */
function daysBetween(a: string, b: string): number {
  if (a.length < 10 || b.length < 10) return 0;
  return (Date.parse(dayOf(b)) - Date.parse(dayOf(a))) / 864e5;
}

/** Whether a visible day is earlier than a moment in data, in whatever zone the page counts its days. */
function isBefore(day: string, moment: string): boolean {
  const days = daysBetween(day, moment);
  return days > 1 || (days === 1 && /T(?:1[3-9]|2\d)[\d:]*Z$/.test(moment));
}

const dayOf = (iso: string): string => iso.slice(0, 10);

/** Whether a text stands in an element that is called "updated" and the like. */
function inModified({ tree, found }: Page, text: number): boolean {
  const holds = ({ node, words }: Candidate): boolean =>
    (words & (MODIFIED | PUBLISHED)) === MODIFIED &&
    text > node &&
    text < tree.last[node] &&
    tree.last[node] - node < 12;
  return found.times.some(holds) || found.dates.some(holds);
}

/** How many lines from the headline a bare date may stand on a page that nothing else calls an article. */
const NEAR_LINES = 2;

/** The date of publication that a reader sees by the headline. */
function visibleDate(page: Page, heading: number, zone: Zone, trusted: boolean): Found<string> | undefined {
  const wanted = { modified: false, anywhere: false };
  const dates = zone.dates.filter(({ node }) => !inModified(page, node));
  const said = dates.find(({ kind }) => kind === 'published');
  const time = elementDate(page, heading, zone, page.found.times, wanted);
  if (time !== undefined && (said === undefined || dayOf(said.iso) === dayOf(time)))
    return { value: time, source: 'time' };
  if (said !== undefined) return { value: said.iso, source: 'text' };
  const element = elementDate(page, heading, zone, page.found.dates, wanted);
  if (element !== undefined) return { value: element, source: 'byline' };
  const plain = dates.find(({ kind, line }) => kind === 'plain' && (trusted || line <= NEAR_LINES));
  return plain === undefined ? undefined : { value: plain.iso, source: 'text' };
}

/** What the machine-readable sources say, the most trusted first. */
function statedDate(page: Page, heading: number, piece: Piece): Found<string> | undefined {
  const linked = linkedDate([...piece.articles, ...piece.postings], PUBLISHED_KEYS, page);
  if (linked !== undefined) return { value: linked, source: 'json-ld' };
  const meta = metaDate(page, 'published');
  if (meta !== undefined) return { value: meta, source: 'meta' };
  const microdata = propertyDate(page, heading, ['datepublished', 'datecreated']);
  return microdata === undefined ? undefined : { value: microdata, source: 'microdata' };
}

/**
 * When the piece came out. A date of change never stands in for it. Where a reader sees an earlier date by the headline
 * than the page's data gives, the visible one holds: data of moved pages has the date of the move.
 *
 * @param signed whether somebody is named as the author: such a page is one dated piece, whatever else it lacks.
 */
export function readPublished(
  page: Page,
  heading: number,
  zone: Zone,
  piece: Piece,
  signed: boolean,
): Found<string> | undefined {
  if (piece.denied) return undefined;
  const stated = statedDate(page, heading, piece);
  const isList = zone.isList || (!piece.stated && !signed && listsDates(page, heading));
  const visible = isList ? undefined : visibleDate(page, heading, zone, piece.stated || signed);
  const url = dateOfPath(pathOf(page.address));
  if (stated !== undefined) {
    const earlier = visible?.value ?? loneDate(page, heading, 'published');
    if (earlier !== undefined && piece.postings.length === 0 && isBefore(earlier, stated.value)) {
      return visible ?? { value: earlier, source: 'text' };
    }
    return stated;
  }
  const paged = linkedDate(page.data.pages, PUBLISHED_KEYS, page);
  if (paged !== undefined && (signed || visible !== undefined || url !== undefined)) {
    if (visible === undefined || daysBetween(visible.value, paged) < 2) {
      return { value: paged, source: 'json-ld' };
    }
  }
  if (url !== undefined) {
    return visible !== undefined && dayOf(visible.value) === url ? visible : { value: url, source: 'url' };
  }
  const said = loneDate(page, heading, 'published');
  if (visible !== undefined && (piece.stated || signed || visible.value.length >= 10)) {
    // "First published on …" below a piece whose headline has the date of the last change.
    return said !== undefined && piece.stated && daysBetween(said, visible.value) > 1
      ? { value: said, source: 'text' }
      : visible;
  }
  if (said !== undefined) return { value: said, source: 'text' };
  if (piece.stated || signed) {
    const wanted = { modified: false, anywhere: true };
    const time = elementDate(page, heading, zone, page.found.times, wanted);
    if (time !== undefined) return { value: time, source: 'time' };
    const element = elementDate(page, heading, zone, page.found.dates, wanted);
    if (element !== undefined) return { value: element, source: 'byline' };
    const month = monthOfPath(pathOf(page.address));
    if (month !== undefined) return { value: month, source: 'url' };
  }
  const beside = signed && piece.stated ? dateByByline(page, heading) : undefined;
  const changed = readModified(page, heading, zone, piece)?.value;
  if (beside !== undefined && (changed === undefined || dayOf(beside) !== dayOf(changed))) {
    return { value: beside, source: 'byline' };
  }
  const opened = piece.postings.length > 0 ? firstTime(page, heading) : undefined;
  if (opened !== undefined) return { value: opened, source: 'time' };
  const lone = loneDate(page, heading, 'plain');
  if (lone !== undefined) return { value: lone, source: 'text' };
  return undefined;
}

/** When the piece was last changed. */
export function readModified(page: Page, heading: number, zone: Zone, piece: Piece): Found<string> | undefined {
  const { data, found } = page;
  const linked = linkedDate([...piece.articles, ...piece.postings], ['dateModified'], page);
  if (linked !== undefined) return { value: linked, source: 'json-ld' };
  const meta = metaDate(page, 'modified');
  if (meta !== undefined) return { value: meta, source: 'meta' };
  const paged = linkedDate(data.pages, ['dateModified'], page);
  if (paged !== undefined) return { value: paged, source: 'json-ld' };
  const microdata = propertyDate(page, heading, ['datemodified', 'dateupdated']);
  if (microdata !== undefined) return { value: microdata, source: 'microdata' };
  const wanted = { modified: true, anywhere: false };
  const time = elementDate(page, heading, zone, found.times, wanted);
  if (time !== undefined) return { value: time, source: 'time' };
  const said = zone.dates.find(({ kind }) => kind === 'modified');
  if (said !== undefined) return { value: said.iso, source: 'text' };
  const element = elementDate(page, heading, zone, found.dates, wanted);
  return element === undefined ? undefined : { value: element, source: 'byline' };
}
