import { ATTR, type AttributeName } from '../tree/attributes.ts';
import { KNOWN_TAGS, TAG_NAMES, tag } from '../tree/tags.ts';
import { attribute, attributeIndex, type Tree } from '../tree/tree.ts';
import { cleanLabel } from './characters.ts';
import { codeLanguage } from './code-language.ts';
import { ALLOWED_ELEMENTS } from './data/allow-list.ts';
import { embedAddress, embedTitle } from './embeds.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { Flow, IMPLIED, type Writer } from './flow.ts';
import { imageSource, isPixel } from './images.ts';
import { languageAttributes, ownDirection, ownLanguage, type Surroundings } from './language.ts';
import { findNotes, type Notes } from './notes.ts';
import { hasOtherMarks } from './quotations.ts';
import { RUN } from './roles.ts';
import { safeImage, safeLink, usableBase } from './urls.ts';

const A = tag('a');
const LI = tag('li');
const P = tag('p');
const PRE = tag('pre');
const Q = tag('q');
const RP = tag('rp');
const RT = tag('rt');
const RUBY = tag('ruby');

/** Longer captions and tooltips are cut: no reader sees them, and escaping could make six times as much of them. */
const MAX_LABEL = 1000;
/**
 * How many UTF-16 units start tags among words and addresses may cost beyond four times the page: links that are made
 * absolute, or opened again in every paragraph, must not swell the output. Past it they are left out.
 */
const SPARE_MARKUP = 65536;

/** What a `datetime` may be made of: https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value */
const DATE_OR_DURATION = /^[0-9PTWYMDHSZ:.+ -]{1,64}$/i;

/** Attributes by kind, but `dir` and `lang`, in the order in which they are written. */
const ATTRIBUTES: readonly (readonly number[])[] = TAG_NAMES.map((name) =>
  Object.hasOwn(ALLOWED_ELEMENTS, name)
    ? (ALLOWED_ELEMENTS[name].attributes ?? []).map((attributeName) => ATTR[attributeName as AttributeName])
    : [],
);

/** Pieces of markup that are put together at once: a million of them would take ten times the markup's room. */
const CHUNK = 4096;

class HtmlWriter implements Writer {
  readonly #tree: Tree;
  readonly #base: string | undefined;
  readonly #notes: Notes | undefined;
  /** The first note that has no element yet. */
  #nextNote = 0;
  readonly #parts: string[] = [];
  /** The parts before it are put together, or may still be filled in. */
  #joined = 0;
  #budget: number;
  // of each open container, the root first
  readonly #around: Surroundings[] = [{ direction: '', language: '' }];
  /** Where the tags of its first bare words would stand, 0 if there are none, -1 where words stand in paragraphs. */
  readonly #runStart: number[] = [-1];
  readonly #runEnd: number[] = [0];
  /** End tags of the open inline elements; empty for one that is left out. */
  readonly #inlineEnds: string[] = [];
  readonly #links = new Map<number, string>();
  #openLinks = 0;
  #leafIsRun = false;
  #inCode = false;
  /** Whether the page's own brackets stand in the open ruby. */
  #bracketed = false;
  /** Where the bracket before the open reading of a ruby would stand, if the page has none; or -1. */
  #reading = -1;
  /** Of the image or embedded page at hand. */
  #address: string | undefined;
  #lastImage: string | undefined;

  constructor(tree: Tree, base: string | undefined, notes: Notes | undefined) {
    this.#tree = tree;
    this.#base = usableBase(base);
    this.#notes = notes;
    this.#budget = tree.source.length * 4 + SPARE_MARKUP;
  }

  finish(): string {
    return this.#parts.join('');
  }

  /** Puts the newest parts together once they are many, around those that may still be filled in. */
  #join(): void {
    const joined = this.#joined;
    const parts = this.#parts;
    if (parts.length - joined < CHUNK) return;
    const newest = parts.splice(joined);
    let from = 0;
    const spare = (index: number): number => {
      const at = index - joined;
      if (at > from) parts.push(newest.slice(from, at).join(''));
      parts.push(newest[at]);
      from = at + 1;
      return parts.length - 1;
    };
    for (let level = 0; level < this.#runStart.length; level++) {
      const start = this.#runStart[level];
      const end = this.#runEnd[level];
      if (start <= 0) continue;
      if (start >= joined) this.#runStart[level] = spare(start);
      if (end > start && end >= joined) this.#runEnd[level] = spare(end);
    }
    if (this.#reading >= joined) this.#reading = spare(this.#reading);
    if (from < newest.length) parts.push(newest.slice(from).join(''));
    this.#joined = parts.length;
  }

  open(kind: number, node: number, flow: Flow): void {
    // What the page does not have says nothing of language: that of the words at hand need not be that of all in it.
    this.#join();
    const around = this.#around[this.#around.length - 1];
    const language = node === IMPLIED ? '' : this.#blockLanguage(flow);
    const id = kind !== LI ? '' : node === IMPLIED ? this.#noteId(flow.leaf, IMPLIED) : this.#noteId(node, node);
    this.#parts.push(startTag(kind, language + this.#attributes(node) + id));
    this.#around.push(node === IMPLIED ? around : { direction: flow.direction, language: flow.language });
    this.#runStart.push(0);
    this.#runEnd.push(0);
  }

  close(kind: number): void {
    this.#around.pop();
    this.#runStart.pop();
    this.#runEnd.pop();
    this.#parts.push(END_TAGS[kind]);
  }

  emptyCell(kind: number, node: number): void {
    this.#join();
    this.#parts.push(startTag(kind, this.#attributes(node)), END_TAGS[kind]);
  }

  openLeaf(kind: number, node: number, flow: Flow): void {
    const level = this.#runStart.length - 1;
    const start = this.#runStart[level];
    this.#leafIsRun = false;
    this.#inCode = kind === PRE;
    const id = this.#noteId(flow.leaf, IMPLIED);
    if (start === 0 && kind === RUN && id === '') {
      // Bare words stay bare where they are the only ones: the tags are filled in when others follow.
      this.#leafIsRun = true;
      this.#runStart[level] = this.#parts.length;
      this.#parts.push('');
      return;
    }
    if (start > 0) {
      this.#parts[start] = '<p>';
      this.#parts[this.#runEnd[level]] = '</p>';
    }
    this.#runStart[level] = -1;
    const name = TAG_NAMES[kind === RUN ? P : kind];
    if (kind === PRE && node !== IMPLIED) {
      const language = codeLanguage(this.#tree, node);
      if (language !== undefined) {
        this.#parts.push(`<${name} lang="${escapeAttribute(language)}"${id}>`);
        return;
      }
    }
    this.#parts.push(startTag(kind === RUN ? P : kind, this.#blockLanguage(flow) + id));
  }

  closeLeaf(kind: number): void {
    this.#inCode = false;
    if (this.#leafIsRun) {
      this.#runEnd[this.#runEnd.length - 1] = this.#parts.length;
      this.#parts.push('');
    } else {
      this.#parts.push(END_TAGS[kind === RUN ? P : kind]);
    }
  }

  openInline(kind: number, node: number, flow: Flow): void {
    const start = kind === A ? this.#link(node) : this.#inlineStart(kind, node, flow);
    if (start === '' || start === '<span>' || !this.#spend(start.length)) {
      this.#inlineEnds.push('');
      return;
    }
    if (kind === A) this.#openLinks++;
    if (kind === RUBY || kind === RP) this.#bracketed = kind === RP;
    if (kind === RT && !this.#bracketed) {
      this.#reading = this.#parts.length;
      this.#parts.push('');
    }
    this.#parts.push(start);
    this.#inlineEnds.push(END_TAGS[kind]);
  }

  closeInline(): void {
    const end = this.#inlineEnds.pop() ?? '';
    if (end === '') return;
    if (end === '</a>') this.#openLinks--;
    this.#parts.push(end);
    if (end !== '</rt>' || this.#reading < 0) return;
    if (this.#parts[this.#reading] !== '') this.#parts.push('<rp>)</rp>');
    this.#reading = -1;
  }

  text(text: string): void {
    this.#join();
    if (text !== ' ') {
      this.#lastImage = undefined;
      if (this.#reading >= 0) this.#parts[this.#reading] = '<rp>(</rp>';
    }
    this.#parts.push(escapeText(text));
  }

  breakLine(): void {
    this.#parts.push('<br>');
  }

  rule(): void {
    this.#parts.push('<hr>');
  }

  wants(node: number, embedded: boolean): boolean {
    if (embedded) {
      this.#address = embedAddress(this.#tree, node, this.#base);
    } else {
      this.#address = isPixel(this.#tree, node) ? undefined : imageSource(this.#tree, node, this.#base);
      // A lazy image is often followed by its copy for readers without scripts.
      if (this.#address === this.#lastImage) this.#address = undefined;
    }
    return this.#address !== undefined && this.#spend(this.#address.length);
  }

  replaced(node: number, embedded: boolean): void {
    const address = this.#address ?? '';
    if (embedded) {
      const title = escapeText(embedTitle(this.#tree, node) || address);
      this.#parts.push(this.#openLinks > 0 ? title : `<a href="${escapeAttribute(address)}">${title}</a>`);
      return;
    }
    this.#lastImage = address;
    const alt = inert(cleanLabel(attribute(this.#tree, node, ATTR.alt) ?? '', MAX_LABEL));
    let markup = `<img src="${escapeAttribute(address)}" alt="${escapeAttribute(alt)}"`;
    for (const name of [ATTR.title, ATTR.width, ATTR.height]) markup += this.#attribute(node, name);
    this.#parts.push(`${markup}>`);
  }

  #spend(length: number): boolean {
    if (length > this.#budget) return false;
    this.#budget -= length;
    return true;
  }

  // Attributes

  /** The id of a note that begins with an element or leaf, once. @param block the note's own element, if it is known. */
  #noteId(node: number, block: number): string {
    if (this.#notes === undefined) return '';
    const { blocks, ids } = this.#notes;
    while (this.#nextNote < blocks.length && this.#tree.last[blocks[this.#nextNote]] <= node) this.#nextNote++;
    const next = blocks[this.#nextNote];
    if (next === undefined || next > node || (block !== IMPLIED && next !== block)) return '';
    return ` id="${ids[this.#nextNote++]}"`;
  }

  #link(node: number): string {
    let start = this.#links.get(node);
    if (start === undefined) {
      const note = this.#notes?.links.get(node);
      const attributes =
        note === undefined ? this.#attributes(node) : written('href', note.href) + written('id', note.id);
      start = attributes.startsWith(' href=') ? `<a${this.#inlineLanguage(node)}${attributes}>` : '';
      // What the markup left does not pay for is never written: half a million long addresses are not kept for that.
      if (start.length > this.#budget) start = '';
      this.#links.set(node, start);
    }
    return start;
  }

  #attributes(node: number): string {
    if (node === IMPLIED || this.#tree.kind[node] >= KNOWN_TAGS) return '';
    let written = '';
    for (const name of ATTRIBUTES[this.#tree.kind[node]]) written += this.#attribute(node, name);
    return written;
  }

  #attribute(node: number, name: number): string {
    const index = attributeIndex(this.#tree, node, name);
    if (index < 0 || this.#tree.valueStart[index] === this.#tree.valueEnd[index]) return '';
    const value = attribute(this.#tree, node, name) ?? '';
    switch (name) {
      case ATTR.href:
        return written('href', safeLink(value, this.#base));
      case ATTR.cite: {
        const cite = safeImage(value, this.#base);
        return cite !== undefined && this.#spend(cite.length) ? written('cite', cite) : '';
      }
      case ATTR.colspan:
      case ATTR.rowspan:
        return written(name === ATTR.colspan ? 'colspan' : 'rowspan', number(value, 2, 1000));
      case ATTR.start:
        return written('start', number(value, -999999999, 999999999));
      case ATTR.width:
      case ATTR.height:
        return written(name === ATTR.width ? 'width' : 'height', number(value, 2, 99999));
      case ATTR.datetime:
        return DATE_OR_DURATION.test(value) ? written('datetime', value.trim()) : '';
      case ATTR.title:
        return written('title', inert(cleanLabel(value, MAX_LABEL)));
      default:
        return '';
    }
  }

  #blockLanguage({ direction, language }: Flow): string {
    if (direction === '' && language === '') return '';
    return languageAttributes(direction, language, this.#around[this.#around.length - 1]);
  }

  #inlineStart(kind: number, node: number, flow: Flow): string {
    let language = this.#inlineLanguage(node);
    if (kind === Q && !this.#inCode && ownLanguage(this.#tree, node) === '') {
      // Its marks go by a language that nothing else in the article need say.
      const known = flow.languageOf(node);
      if (known !== '' && (flow.language !== '' || hasOtherMarks(known))) language += ` lang="${known}"`;
    }
    return startTag(kind, language + this.#attributes(node));
  }

  #inlineLanguage(node: number): string {
    const direction = ownDirection(this.#tree, node);
    const language = ownLanguage(this.#tree, node);
    return (direction === '' ? '' : ` dir="${direction}"`) + (language === '' ? '' : ` lang="${language}"`);
  }
}

function written(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

/** Tags without attributes, by kind: one string each, however often they are written. */
const START_TAGS: readonly string[] = TAG_NAMES.map((name) => `<${name}>`);
const END_TAGS: readonly string[] = TAG_NAMES.map((name) => `</${name}>`);

const startTag = (kind: number, attributes: string): string =>
  attributes === '' ? START_TAGS[kind] : `<${TAG_NAMES[kind]}${attributes}>`;

/** What ends a comment, a CDATA section or an element of raw text. */
const BREAKOUT = /--!?>|\]>|<\//;

/**
 * A label in which nothing can end what it might come to stand in: browsers write `<` and `>` in attributes as they are,
 * so that a page that is serialised and put into other markup could be read in another way.
 */
function inert(label: string): string {
  return BREAKOUT.test(label) ? label.replace(/</g, '‹').replace(/>/g, '›') : label;
}

/** A whole number within bounds as it is written, or undefined. */
function number(value: string, least: number, most: number): string | undefined {
  if (value.length > 16 || !/^\s*-?\d+(?:px)?\s*$/.test(value)) return undefined;
  const whole = Number.parseInt(value, 10);
  return whole >= least && whole <= most ? String(whole) : undefined;
}

/**
 * The kept leaves as safe HTML: written anew from an allow-list, valid, and the same again when it is parsed and
 * serialised by the standard's rules.
 *
 * @param keep by node: 1 for each text, image, rule and embedded page that is wanted.
 * @param base what relative addresses are resolved against; without it they stay relative.
 * @param notes the footnotes among them, whose references and links back go to ids of ours.
 */
export function renderHtml(
  tree: Tree,
  keep: Uint8Array,
  base: string | undefined,
  notes: Notes | undefined = findNotes(tree, keep, base),
): string {
  const writer = new HtmlWriter(tree, base, notes);
  new Flow(tree, keep, writer).run();
  return writer.finish();
}
