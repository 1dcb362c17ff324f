import type { SafeConfig, State } from 'mdast-util-to-markdown';
import { firstCharacter, isDigit, isLineBreak, isTabOrSpace, kindOf, LETTER, lastCharacter } from './characters.ts';
import { ANYWHERE, AT_ENDS, type Sign, type SignsAt } from './patterns.ts';

const ASCII = 128;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
/** CommonMark: a backslash before one of these is no backslash. */
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const BACKSLASHES = /\\(?=[!-/:-@[-`{-~])/g;
const ATTENTION = /[*_]/;

/** What is unsafe in one text: where, and whether that takes what is before it, or behind it. */
interface Findings {
  readonly positions: number[];
  readonly before: boolean[];
  readonly after: boolean[];
}

/**
 * The serialiser's `safe` with the patterns that it has: the same escapes, in one walk over the text instead of a search
 * for each of a hundred patterns. Undefined for what it does not know, such as text with line breaks.
 *
 * @param value one line of text, or an address.
 * @param config what it will stand between.
 */
export function escaped(state: State, signsAt: SignsAt, value: string, config: SafeConfig): string | undefined {
  const signs = config.encode ? undefined : signsAt(state.stack);
  if (signs === undefined) return undefined;
  const { of, where } = signs;
  const last = value.length - 1;
  let line: Line | undefined;
  let found: Findings | undefined;
  let backslashes = false;
  for (let i = 0; i <= last; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= ASCII) continue;
    if (isLineBreak(unit)) return undefined;
    if (unit === BACKSLASH) backslashes = true;
    if (where[unit] !== ANYWHERE && (where[unit] !== AT_ENDS || (i > 0 && i < last))) continue;
    line ??= new Line(value, config.before, config.after);
    for (const sign of of[unit]) {
      if (!line.has(sign, i)) continue;
      found ??= { positions: [], before: [], after: [] };
      if (found.positions.at(-1) !== i) {
        found.positions.push(i);
        found.before.push(sign.before);
        found.after.push(sign.after);
      } else {
        if (!sign.before) found.before[found.before.length - 1] = false;
        if (!sign.after) found.after[found.after.length - 1] = false;
      }
    }
  }
  if (found !== undefined) return written(value, config.before, config.after, found);
  return backslashes ? doubled(value, config.after) : value;
}

/** A text between what stands before it and behind it. */
class Line {
  readonly #value: string;
  readonly #before: string;
  readonly #after: number;
  /** Where it begins, less blanks, and where a number ends that it begins with; before everything where no line begins. */
  readonly #start: number;
  readonly #number: number;
  /** Where the last match of a sign ended. */
  #ends: Map<Sign, number> | undefined;

  constructor(value: string, before: string, after: string) {
    this.#value = value;
    this.#before = before;
    this.#after = after.charCodeAt(0);
    let start = before.length;
    while (start > 0 && isTabOrSpace(before.charCodeAt(start - 1))) start--;
    const begins = start > 0 && isLineBreak(before.charCodeAt(start - 1));
    start = 0;
    while (begins && isTabOrSpace(value.charCodeAt(start))) start++;
    let number = start;
    while (begins && isDigit(value.charCodeAt(number))) number++;
    this.#start = begins ? start : -1;
    this.#number = begins && number > start ? number : -1;
  }

  has(sign: Sign, i: number): boolean {
    if (sign.at !== 'anywhere' && i !== (sign.at === 'start' ? this.#start : this.#number)) return false;
    const { followers, leaders, count } = sign;
    let end = i + 1;
    if (followers !== undefined) {
      const next = end < this.#value.length ? this.#value.charCodeAt(end) : this.#after;
      if (followers[next] === 1) end++;
      else if (!sign.atEnd || !Number.isNaN(next)) return false;
    }
    if (leaders === undefined) return true;
    for (let k = 1; k <= count; k++) if (leaders[this.#unitAt(i - k)] !== 1) return false;
    if (followers === undefined) return true;
    if ((this.#ends?.get(sign) ?? -count) > i - count) return false;
    this.#ends ??= new Map();
    this.#ends.set(sign, end);
    return true;
  }

  #unitAt(i: number): number {
    return i >= 0 ? this.#value.charCodeAt(i) : this.#before.charCodeAt(this.#before.length + i);
  }
}

/** The text with escapes where they are needed: one beside another that will be there in any case is not. */
function written(value: string, outsideBefore: string, outsideAfter: string, found: Findings): string {
  const { positions, before, after } = found;
  const length = value.length;
  let result = '';
  let start = 0;
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index];
    if (value.charCodeAt(position) === UNDERSCORE) {
      const end = insideWord(value, outsideBefore, outsideAfter, positions, index);
      if (end > position) {
        index += end - position - 1;
        continue;
      }
    }
    const next = position + 1 < length && positions[index + 1] === position + 1;
    const previous = index > 0 && positions[index - 1] === position - 1;
    if (
      (next && after[index] && !before[index + 1] && !after[index + 1]) ||
      (previous && before[index] && !before[index - 1] && !after[index - 1])
    )
      continue;
    if (start !== position) result += doubled(value.slice(start, position), '\\');
    start = position + 1;
    const character = value.charAt(position);
    result += PUNCTUATION.test(character)
      ? `\\${character}`
      : `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  }
  return result + doubled(value.slice(start), outsideAfter);
}

/** Where a run of underscores ends that is within a word and so means nothing; -1 where it is not. */
function insideWord(value: string, before: string, after: string, positions: readonly number[], index: number): number {
  const position = positions[index];
  const previous = position > 0 ? value.charCodeAt(position - 1) : before.charCodeAt(before.length - 1);
  if (!isLetter(previous) || positions[index - 1] === position - 1) return -1;
  // The characters beside marks may become references, also those of two units, of which the serialiser does not think.
  if (position === firstCharacter(value).length && ATTENTION.test(before.slice(-1))) return -1;
  let end = position + 1;
  while (value.charCodeAt(end) === UNDERSCORE) end++;
  const last = index + end - position - 1;
  const next = end < value.length ? value.charCodeAt(end) : after.charCodeAt(0);
  if (positions[last] !== end - 1 || !isLetter(next) || positions[last + 1] === end) return -1;
  return end === value.length - lastCharacter(value).length && ATTENTION.test(after.charAt(0)) ? -1 : end;
}

/** With two backslashes for one where one would escape what follows it. */
function doubled(value: string, after: string): string {
  if (!value.includes('\\')) return value;
  const next = after.slice(0, 1);
  const all = (value + next).replace(BACKSLASHES, '\\\\');
  return next === '' ? all : all.slice(0, -1);
}

function isLetter(unit: number): boolean {
  return !Number.isNaN(unit) && kindOf(unit) === LETTER;
}
