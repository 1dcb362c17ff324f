import type { Rule, Signature } from '../types.ts';
import { addNumber, type ByHash, byHash, type HashPairs, pairsOf } from './by-hash.ts';
import { type Folded, fold, foldText, IGNORED, isUnspaced, isWord } from './fold.ts';
import {
  firstWord,
  hashPair,
  hashText,
  hashWord,
  isOnlyWord,
  lastUnits,
  lastWordStart,
  UNIT_SLOTS,
} from './line-hash.ts';
import { type SignatureList, signatureAt, signatureList, signaturesOf } from './signature-list.ts';

/** A gap of a pattern: `{title}`, `{site}` or `{any}`. */
export type GapName = 'title' | 'site' | 'any';

/** One `{label}` or `{text}` signature, folded and cut at its gaps: literals[0] gap[0] literals[1] gap[1] … */
export interface LinePattern {
  readonly rule: Rule;
  /** Folded, without the blanks and punctuation at the pattern's two ends; the first or last is '' beside an outer gap. */
  readonly literals: readonly string[];
  /** One fewer than the literals. */
  readonly gaps: readonly GapName[];
  /** Whether the words on both sides of gap i are apart from it. */
  readonly apart: readonly (readonly [before: boolean, after: boolean])[];
  readonly label: boolean;
  /** Place in the rule list: of two that match, the earlier wins. */
  readonly order: number;
}

/** Line rules by what a line must begin or end with. */
export interface LineIndex {
  /** Patterns without gaps, by the hash of their folded words. */
  readonly whole: ByHash<LinePattern>;
  /** Patterns that begin with words, by the hash of the first two, or of the only one. */
  readonly first: ByHash<LinePattern>;
  /** Patterns that begin with a gap and end with words, by the hash of the last one. */
  readonly last: ByHash<LinePattern>;
  /** Patterns with gaps at both ends: tried on every line, so no built-in rule has one. */
  readonly inner: readonly LinePattern[];
  /**
   * Patterns that may end a paragraph: those with a title and a site. By the hash of the last word before the site, or
   * of their last word where the site is not the end.
   */
  readonly joint: ByHash<LinePattern>;
  /** Flags by the hash of a line's first word, of its first two words, and of its last word. */
  readonly openings: Uint8Array;
  readonly pairs: Uint8Array;
  readonly endings: Uint8Array;
  /** 1 for the last two units of each word in `endings`. */
  readonly endUnits: Uint8Array;
  /** What vetoes a rule. */
  readonly vetoesOf: (rule: Rule) => LineIndex | undefined;
}

/** A line index as numbers alone: hashes, and the numbers of signatures in their list. */
export interface PackedLines {
  readonly whole: HashPairs;
  readonly first: HashPairs;
  readonly last: HashPairs;
  readonly joint: HashPairs;
  readonly inner: readonly number[];
  /** `[slot, flags, slot, flags, …]`. */
  readonly openings: readonly number[];
  readonly endings: readonly number[];
  /** The bits that are set. */
  readonly pairs: readonly number[];
  /** The slots that are set. */
  readonly endUnits: readonly number[];
}

/** Flags of a line's first word. */
const GATE = 1; // patterns begin with this word and another one
const ALONE = 2; // it is a label by itself, or the beginning of one in a script without blanks
const OPEN = 4; // a gap follows this word
/** Flags of a line's last word. */
const LAST = 1;
const JOINT = 2;

const SLOTS = 1 << 16;
/** More bits than slots, since nearly every pair of words must be told from those of the rules. */
const PAIR_BITS = 1 << 18;

function setBit(bits: Uint8Array, bit: number): void {
  bits[bit >> 3] |= 1 << (bit & 7);
}

function holdsPair(bits: Uint8Array, hash: number): boolean {
  const bit = hash & (PAIR_BITS - 1);
  return (bits[bit >> 3] & (1 << (bit & 7))) !== 0;
}

/** Longest label in a script without blanks, where one word cannot be told from the next. Units. */
const UNSPACED_LABEL = 60;

/** Whether any pattern may begin as the line does. The span has no blanks at its ends. */
export function mayOpen(index: LineIndex, source: string, start: number, end: number): boolean {
  const at = firstWord(source, start, end);
  if (at < 0) return false;
  let flags = index.openings[hashWord(source, at, end) & (SLOTS - 1)];
  if (isUnspaced(source.charCodeAt(at))) {
    flags |= index.openings[hashWord(source, at, end, true) & (SLOTS - 1)];
    return (flags & OPEN) !== 0 || ((flags & ALONE) !== 0 && end - at <= UNSPACED_LABEL);
  }
  if (flags === 0) return false;
  if ((flags & OPEN) !== 0 && index.first.get(hashWord(source, at, end)) !== undefined) return true;
  if ((flags & ALONE) !== 0 && end - at <= LABEL_LIMIT && isOnlyWord(source, at, end)) return true;
  if ((flags & GATE) === 0) return false;
  const pair = hashPair(source, at, end);
  if (!holdsPair(index.pairs, pair)) return false;
  if (end - at <= LABEL_LIMIT) return true;
  const patterns = index.first.get(pair);
  return patterns?.some(({ literals }) => opensWith(source, at, end, literals[0])) ?? false;
}

/** Lines up to this are looked up whole, since few are so short; of longer ones the beginning is compared first. */
const LABEL_LIMIT = 160;

/** Whether the folded source begins with `literal` at `at`, compared unit by unit without folding the line. */
function opensWith(source: string, at: number, end: number, literal: string): boolean {
  let taken = 0;
  for (let i = at; i < end && taken < literal.length; i++) {
    const code = fold(source.charCodeAt(i));
    if (code === IGNORED || (code === 0x20 && literal.charCodeAt(taken - 1) === 0x20)) continue;
    if (code === 0x20 && ':;!?'.includes(literal[taken])) continue; // as foldSpan has it
    if (code !== literal.charCodeAt(taken)) return false;
    taken++;
  }
  return taken === literal.length;
}

/** Whether any pattern that begins with a gap may end with the word of this hash. */
export function mayEnd(index: LineIndex, hash: number): boolean {
  return (index.endings[hash & (SLOTS - 1)] & LAST) !== 0;
}

/** Whether a site's name may follow the word of this hash, or the word close a feed's tail. */
export function mayJoin(index: LineIndex, hash: number): boolean {
  return (index.endings[hash & (SLOTS - 1)] & JOINT) !== 0;
}

/** The patterns that a folded line which begins at `from` may obey, apart from labels. */
export function patternsAt(index: LineIndex, text: string, from: number, to: number): readonly LinePattern[] {
  const found: LinePattern[] = [];
  for (const key of [hashPair(text, from, to), hashWord(text, from, to), hashWord(text, from, to, true)]) {
    const patterns = index.first.get(key);
    if (patterns !== undefined && patterns[0] !== found[0]) found.push(...patterns);
  }
  return found;
}

/**
 * The rules' `{label}` and `{text}` signatures as an index; other signatures are ignored.
 *
 * @throws {TypeError} where a pattern has no literal word to be found by, naming the rule.
 */
export function compileLines(rules: readonly Rule[]): LineIndex {
  return openLines(signatureList(rules), packLines(rules));
}

/**
 * The part of the compiling that takes its time.
 *
 * @throws {TypeError} as `compileLines` does.
 */
export function packLines(rules: readonly Rule[]): PackedLines {
  const whole = new Map<number, number[]>();
  const first = new Map<number, number[]>();
  const last = new Map<number, number[]>();
  const joint = new Map<number, number[]>();
  const inner: number[] = [];
  const openings = new Map<number, number>();
  const endings = new Map<number, number>();
  const pairs = new Set<number>();
  const endUnits = new Set<number>();
  const flag = (flags: Map<number, number>, hash: number, flag: number): void => {
    const slot = hash & (SLOTS - 1);
    flags.set(slot, (flags.get(slot) ?? 0) | flag);
  };
  const addJoint = (literal: string, number: number): void => {
    const end = trimEnd(literal);
    const start = lastWordStart(literal, 0, end);
    const hash = hashWord(literal, start, end);
    const pairStart = lastWordStart(literal, 0, trimEnd(literal.slice(0, start)));
    const pair = pairStart < start ? hashPair(literal, pairStart, end) : 0;
    addNumber(joint, pair === 0 ? hash : pair, number);
    flag(endings, hash, JOINT);
    endUnits.add(lastUnits(literal, end));
  };
  let number = -1;
  for (const rule of rules) {
    for (const signature of signaturesOf(rule)) {
      number++;
      const pattern = readPattern(rule, signature, number);
      if (pattern === undefined) continue;
      const { literals, gaps } = pattern;
      const opening = literals[0];
      const ending = literals[literals.length - 1];
      if (gaps.length === 0) {
        addNumber(whole, hashText(opening), number);
        const start = wordStart(opening);
        const pair = hashPair(opening, start, opening.length);
        flag(openings, hashWord(opening, start, opening.length), pair === 0 ? ALONE : GATE);
        if (pair !== 0) pairs.add(pair & (PAIR_BITS - 1));
      } else if (wordStart(opening) < opening.length) {
        const pair = hasTwoWords(pattern) ? hashPair(opening, wordStart(opening), opening.length) : 0;
        addNumber(first, pair === 0 ? keyOf(opening) : pair, number);
        flag(openings, keyOf(opening), pair === 0 ? OPEN : GATE);
        if (pair !== 0) pairs.add(pair & (PAIR_BITS - 1));
        if (endsParagraphs(pattern)) addJoint(ending === '' ? literals[literals.length - 2] : ending, number);
      } else if (ending !== '') {
        const hash = hashWord(ending, lastWordStart(ending, 0, ending.length), ending.length);
        addNumber(last, hash, number);
        flag(endings, hash, LAST);
        endUnits.add(lastUnits(ending, ending.length));
      } else {
        if (endsParagraphs(pattern)) addJoint(literals[literals.length - 2], number);
        else inner.push(number);
      }
    }
  }
  return {
    whole: pairsOf(whole),
    first: pairsOf(first),
    last: pairsOf(last),
    joint: pairsOf(joint),
    inner,
    openings: [...openings].flat(),
    endings: [...endings].flat(),
    pairs: [...pairs],
    endUnits: [...endUnits],
  };
}

/** The lines that were packed from the same list of rules, ready for use. */
export function openLines(list: SignatureList, packed: PackedLines): LineIndex {
  const patternAt = (number: number): LinePattern => {
    const { rule, signature } = signatureAt(list, number);
    const pattern = readPattern(rule, signature, number);
    if (pattern === undefined) throw new Error(`rule ${rule.id}: signature ${number} is no line`);
    return pattern;
  };
  const openings = new Uint8Array(SLOTS);
  for (let i = 0; i < packed.openings.length; i += 2) openings[packed.openings[i]] = packed.openings[i + 1];
  const endings = new Uint8Array(SLOTS);
  for (let i = 0; i < packed.endings.length; i += 2) endings[packed.endings[i]] = packed.endings[i + 1];
  const pairs = new Uint8Array(PAIR_BITS / 8);
  for (const bit of packed.pairs) setBit(pairs, bit);
  const endUnits = new Uint8Array(UNIT_SLOTS);
  for (const slot of packed.endUnits) endUnits[slot] = 1;
  const vetoes = new Map<Rule, LineIndex>();
  return {
    whole: byHash(packed.whole, patternAt),
    first: byHash(packed.first, patternAt),
    last: byHash(packed.last, patternAt),
    joint: byHash(packed.joint, patternAt),
    inner: packed.inner.map(patternAt),
    openings,
    pairs,
    endings,
    endUnits,
    vetoesOf(rule: Rule): LineIndex | undefined {
      const lines = (rule.unless ?? []).filter((signature) => 'label' in signature || 'text' in signature);
      if (lines.length === 0) return undefined;
      const index =
        vetoes.get(rule) ?? compileLines([{ id: `${rule.id} unless`, category: rule.category, match: lines }]);
      vetoes.set(rule, index);
      return index;
    },
  };
}

/** A feed's tail says both what was posted and where: distinctive enough to be cut off the end of a paragraph. */
function endsParagraphs({ literals, gaps }: LinePattern): boolean {
  return gaps.length === 2 && gaps[0] === 'title' && gaps[1] === 'site' && literals[1] !== '';
}

/** Whether the first literal's first two words are whole: no gap is glued to the second. */
function hasTwoWords({ literals, apart }: LinePattern): boolean {
  const opening = literals[0];
  let words = 0;
  let inside = false;
  for (let i = 0; i < opening.length; i++) {
    const word = isWord(opening.charCodeAt(i));
    if (word && !inside) words++;
    inside = word;
  }
  return words > 2 || (words === 2 && (apart[0][0] || !inside));
}

/** A literal that is one unit of a script without blanks is found by that unit; every other by its first word. */
function keyOf(literal: string): number {
  const start = wordStart(literal);
  return hashWord(literal, start, literal.length, isLoneUnit(literal, start));
}

function isLoneUnit(literal: string, start: number): boolean {
  return (
    isUnspaced(literal.charCodeAt(start)) && (start + 1 >= literal.length || !isWord(literal.charCodeAt(start + 1)))
  );
}

function wordStart(text: string): number {
  let at = 0;
  while (at < text.length && !isWord(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string): number {
  let end = text.length;
  while (end > 0 && !isWord(text.charCodeAt(end - 1))) end--;
  return end;
}

const GAP = /\{(title|site|any)\}/;

function readPattern(rule: Rule, signature: Signature, order: number): LinePattern | undefined {
  const label = 'label' in signature;
  const text = 'label' in signature ? signature.label : 'text' in signature ? signature.text : undefined;
  if (text === undefined) return undefined;
  const parts = label ? [text] : text.split(GAP);
  const literals: string[] = [];
  const gaps: GapName[] = [];
  const apart: [boolean, boolean][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const folded = foldText(parts[i]);
    let from = 0;
    let to = folded.length;
    // A bracket that opens a gap (`〈{title}〉`) is all that tells where the gap begins.
    if (i === 0 && (parts.length === 1 || wordStart(folded) < folded.length)) from = wordStart(folded);
    if (i === parts.length - 1) to = Math.max(from, edgeEnd(folded));
    literals.push(folded.slice(from, to));
    if (i + 1 < parts.length) {
      gaps.push(parts[i + 1] as GapName);
      apart.push([/\s$/.test(parts[i]), /^\s/.test(parts[i + 2])]);
    }
  }
  if (!literals.some((literal) => wordStart(literal) < literal.length)) {
    throw new TypeError(`rule ${rule.id}: the line "${text}" has no word to be found by`);
  }
  return { rule, literals, gaps, apart, label, order };
}

/** Closing marks that a site adds or leaves out at will. */
const LOOSE_END = new Set(
  Array.from(
    ' .:!;,-*~|)]}>\u2026\u00bb\u203a\u2192\u25ba\u25b6\u00b7\u2022\u3002\uff61\u3009\u300b\u3011\u300d\u300f\u0964',
    (c) => c.charCodeAt(0),
  ),
);

/** The end of a folded line without the closing marks that a site may or may not put there. */
export function edgeEnd(folded: string): number {
  let end = folded.length;
  while (end > 0 && (LOOSE_END.has(folded.charCodeAt(end - 1)) || isEmoji(folded.charCodeAt(end - 1)))) end--;
  return end;
}

/** Half of a surrogate pair, an arrow, a dingbat or a variation selector: what pictures before a line are made of. */
function isEmoji(code: number): boolean {
  return (code >= 0xd800 && code < 0xe000) || (code >= 0x2190 && code < 0x2c00) || (code >= 0xfe00 && code < 0xfe10);
}

/** Opening marks before a label or a promo line. Quotes, `#`, `>`, `<`, `=`, `/` and the like belong to prose or code. */
const LOOSE_START = new Set(
  Array.from(' -*~|([.:\u2026\u203a\u00b7\u2022\u3010\u300c\u300e\u25cf\u00a1\u00bf\u203b\u3008\u300a', (c) =>
    c.charCodeAt(0),
  ),
);

/** Where the words of a folded line begin, or -1 where what stands before them forbids a match. */
export function edgeStart(folded: string): number {
  let at = 0;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    if (isWord(code)) return at;
    if (code !== 0xbb && !LOOSE_START.has(code) && !isEmoji(code)) return -1;
    at++;
  }
  return -1;
}

/** What a pattern's gaps held, as offsets into the source. */
export interface Capture {
  readonly start: number;
  readonly end: number;
}

/** The gaps of `pattern` in the folded line between `from` and `to`, or undefined where it does not fit. */
export function fitGaps(pattern: LinePattern, line: Folded, from: number, to: number): Capture[] | undefined {
  const { literals, gaps, apart } = pattern;
  const text = line.text;
  const opening = literals[0];
  const ending = literals[literals.length - 1];
  if (!text.startsWith(opening, from)) return undefined;
  let at = from + opening.length;
  if (gaps.length === 0) return edgeEnd(text) === at ? [] : undefined;
  let limit = to;
  if (ending !== '') {
    const end = edgeEnd(text);
    if (end - ending.length < at || !text.startsWith(ending, end - ending.length)) return undefined;
    limit = end - ending.length;
  }
  const captures: Capture[] = [];
  for (let i = 0; i < gaps.length; i++) {
    const next = i + 1 === gaps.length ? limit : findLiteral(literals, i + 1, text, at, limit);
    if (next < 0) return undefined;
    if (!separated(text, at, apart[i][0], -1) || !separated(text, next, apart[i][1], 0)) return undefined;
    let start = at;
    let end = next;
    while (start < end && text.charCodeAt(start) === 0x20) start++;
    while (end > start && text.charCodeAt(end - 1) === 0x20) end--;
    if (start === end) return undefined;
    captures.push({ start: line.at[start], end: line.at[end - 1] + 1 });
    at = next + literals[i + 1].length;
  }
  return captures;
}

/** The last inner literal is looked for from the end, since a title may hold the same words; the others from the front. */
function findLiteral(literals: readonly string[], which: number, text: string, from: number, limit: number): number {
  const literal = literals[which];
  const closing = which === literals.length - 2 && literals[which + 1] === '';
  const found = closing ? text.lastIndexOf(literal, limit - literal.length) : text.indexOf(literal, from);
  return found < from || found + literal.length > limit ? -1 : found;
}

/** Whether a gap's edge at `at` is no word's middle, where the pattern has a blank there. */
function separated(text: string, at: number, wanted: boolean, side: -1 | 0): boolean {
  if (!wanted) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (at === 0 || at >= text.length) return true;
  const inside = side === -1 ? before : after;
  return isUnspaced(inside) || !isWord(before) || !isWord(after);
}
