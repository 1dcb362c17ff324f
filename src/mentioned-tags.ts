/** Units that all searches for the end of a tag may take together, for one in the text: quotes can make them overlap. */
const SEARCH_BUDGET = 4;

const TAB = 0x09;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const BACKTICK = 0x60;

/** Elements whose content is not text of the page. */
const RAW = new Set(['script', 'style']);

/** A tag, or a comment, in a string that may be markup or a text that mentions some. */
export interface MentionedTag {
  kind: 'start' | 'end' | 'comment';
  /** In lower case; empty for a comment. */
  name: string;
  /** `<br/>`: it has no content. */
  isEmpty: boolean;
  hasAttributes: boolean;
  /** Where the text before it begins: after the tag or comment before. */
  textStart: number;
  start: number;
  end: number;
  /** Where the text after it begins: after the content of a script or style. */
  next: number;
}

/** Where the reading of tags has got to: what it has spent, and what is ahead (-1: nothing any more, -2: not known). */
interface Reading {
  spent: number;
  double: number;
  single: number;
  /** Elements of raw text that have no end tag ahead. */
  endless: Set<string>;
}

/**
 * The tags and comments of a text in order. What scripts and styles contain is left out, and so are tags in the strings
 * of code, which a quote stands before. Linear.
 *
 * @param cutOff whether more text follows: a script without its end tag then goes on to the end
 */
export function* readTags(text: string, cutOff: boolean): Generator<MentionedTag> {
  const reading: Reading = { spent: 0, double: -2, single: -2, endless: new Set() };
  let textStart = 0;
  let stringEnd = -1; // where a tag in a string of code ended: one that follows at once is in the same string
  for (let start = text.indexOf('<'); start >= 0; ) {
    if (text.startsWith('<!--', start)) {
      const closer = text.indexOf('-->', start + 4);
      if (closer < 0) return;
      const end = closer + 3;
      yield { kind: 'comment', name: '', isEmpty: true, hasAttributes: false, textStart, start, end, next: end };
      textStart = end;
      start = text.indexOf('<', end);
      continue;
    }
    const end = tagEnd(text, start, reading);
    if (end < 0) {
      start = text.indexOf('<', start + 1);
      continue;
    }
    if (start === stringEnd || isQuote(text.charCodeAt(start - 1))) {
      stringEnd = end;
      start = text.indexOf('<', end);
      continue;
    }
    const kind = text.charCodeAt(start + 1) === SLASH ? 'end' : 'start';
    const name = nameAt(text, kind === 'end' ? start + 2 : start + 1);
    const next = kind === 'start' && RAW.has(name) ? rawEnd(text, end, name, cutOff, reading) : end;
    const isEmpty = text.charCodeAt(end - 2) === SLASH;
    const hasAttributes = end - start > name.length + 2;
    yield { kind, name, isEmpty, hasAttributes, textStart, start, end, next };
    textStart = next;
    start = text.indexOf('<', next);
  }
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === APOSTROPHE || code === BACKTICK;
}

function nameAt(text: string, from: number): string {
  let end = from;
  while (isNameCharacter(text.charCodeAt(end))) end++;
  return text.slice(from, end).toLowerCase();
}

/** Where the end tag of a script or style element begins; without one it is a mention, or cut off. */
function rawEnd(text: string, from: number, name: string, cutOff: boolean, reading: Reading): number {
  if (!reading.endless.has(name)) {
    const lower = text.indexOf(`</${name}`, from);
    const closer = lower >= 0 ? lower : text.indexOf(`</${name.toUpperCase()}`, from);
    if (closer >= 0) return closer;
    reading.endless.add(name);
  }
  return cutOff ? text.length : from;
}

/** The position of the next such quote. Remembered, so that many quotes without a partner cost one search. */
function closingQuote(text: string, quote: number, from: number, reading: Reading): number {
  if (quote === DOUBLE_QUOTE) {
    if (reading.double !== -1 && reading.double < from) reading.double = text.indexOf('"', from);
    return reading.double;
  }
  if (reading.single !== -1 && reading.single < from) reading.single = text.indexOf("'", from);
  return reading.single;
}

/**
 * After the `>` of the tag that begins at `at`, or -1 if what begins there is no tag: a name comes first, then nothing
 * but attributes, whose values may be quoted. A tag that the end of the text cuts off ends there.
 */
function tagEnd(text: string, at: number, reading: Reading): number {
  const nameStart = text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
  if (!isLetter(text.charCodeAt(nameStart)) || reading.spent > SEARCH_BUDGET * text.length) return -1;
  let i = nameStart + 1;
  while (isNameCharacter(text.charCodeAt(i))) i++;
  let previous = text.charCodeAt(i);
  if (previous !== GREATER_THAN && previous !== SLASH && !isBlank(previous)) return -1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === GREATER_THAN) return i + 1;
    if (code === LESS_THAN) break;
    if ((code === DOUBLE_QUOTE || code === APOSTROPHE) && previous === EQUALS) {
      const closing = closingQuote(text, code, i + 1, reading);
      if (closing < 0) return text.length;
      i = closing;
    }
    if (!isBlank(code)) previous = code;
  }
  reading.spent += i - at;
  return -1;
}

export function isBlank(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 0x0d);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f;
}
