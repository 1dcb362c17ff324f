import { decodeHTML } from 'entities';

/** How much of one script is read, in UTF-16 units. */
const SCRIPT_LENGTH = 1 << 20;
const MOST_VALUES = 50;
/** Brackets open at once: what nests deeper is no description of a page. */
const MOST_OPEN = 200;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a SyntaxError: the caller repairs the text
  }
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff;
}

const ESCAPES = '"\\/bfnrtu';

/**
 * The JSON values that stand one after another in a text, each with the usual faults of hand-made JSON mended in one
 * pass: raw line breaks and control characters in strings, escapes that JSON does not know, trailing commas, comments,
 * missing closing brackets.
 */
function mended(text: string): string[] {
  const values: string[] = [];
  let parts: string[] = [];
  let from = 0; // text[from .. i) is to be copied as it stands
  const open: string[] = [];
  let inString = false;
  let i = 0;
  const { length } = text;
  const copy = (end: number, next: number): void => {
    if (end > from) parts.push(text.slice(from, end));
    from = next;
  };
  const finish = (): void => {
    values.push(parts.join(''));
    parts = [];
  };
  while (i < length && values.length < MOST_VALUES && open.length < MOST_OPEN) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === 34) {
        inString = false;
      } else if (unit === 92) {
        const escaped = text[i + 1] ?? '';
        const known = escaped !== '' && ESCAPES.includes(escaped) && (escaped !== 'u' || isHex(text, i + 2));
        if (!known) copy(i, i + 1); // the backslash goes
        i += known || escaped.charCodeAt(0) > 31 ? 2 : 1;
        continue;
      } else if (unit < 32) {
        copy(i, i + 1);
        parts.push(' ');
      }
    } else if (unit === 34) {
      inString = open.length > 0;
    } else if (open.length === 0 && isCdata(text, i)) {
      // the bracket of a mark, and no array
    } else if (unit === 123 || unit === 91) {
      if (open.length === 0) from = i;
      open.push(unit === 123 ? '}' : ']');
    } else if (unit === 125 || unit === 93) {
      const closing = text[i];
      if (open.includes(closing)) {
        copy(beforeComma(text, from, i), i + 1);
        while (open[open.length - 1] !== closing) parts.push(open.pop() ?? '');
        parts.push(open.pop() ?? '');
        if (open.length === 0) finish();
      } else {
        copy(i, i + 1); // it closes nothing
      }
    } else if (unit === 47 && open.length > 0) {
      const end = commentEnd(text, i);
      if (end > i) {
        copy(i, end);
        i = end;
        continue;
      }
    }
    i++;
  }
  if (open.length > 0 && open.length < MOST_OPEN) {
    copy(inString ? length : beforeComma(text, from, length), length);
    if (inString) parts.push('"');
    while (open.length > 0) parts.push(open.pop() ?? '');
    finish();
  }
  return values;
}

/** Whether the bracket at `i` is one of `<![CDATA[`. */
function isCdata(text: string, i: number): boolean {
  return text.charCodeAt(i) === 91 && (text.charCodeAt(i - 1) === 33 || text.slice(Math.max(i - 5, 0), i) === 'CDATA');
}

/** Where a trailing comma before `end` begins, or `end`. */
function beforeComma(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  return i > from && text.charCodeAt(i - 1) === 44 ? i - 1 : end;
}

function commentEnd(text: string, start: number): number {
  const kind = text.charCodeAt(start + 1);
  if (kind !== 42 && kind !== 47) return -1;
  const end = kind === 42 ? text.indexOf('*/', start + 2) : text.indexOf('\n', start);
  return end < 0 ? text.length : end + (kind === 42 ? 2 : 0);
}

function isHex(text: string, at: number): boolean {
  for (let i = at; i < at + 4; i++) {
    const unit = text.charCodeAt(i) | 32;
    if (!((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102))) return false;
  }
  return true;
}

/** The values of a script that holds JSON, or something near to it. Never throws; what cannot be read is left out. */
export function readLenientJson(script: string): unknown[] {
  const text = script.slice(0, SCRIPT_LENGTH);
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const values: unknown[] = [];
  for (const source of mended(text)) {
    const value = parsed(source);
    if (value !== undefined) values.push(value);
  }
  if (values.length === 0 && text.includes('&quot;')) {
    for (const source of mended(decodeHTML(text))) {
      const value = parsed(source);
      if (value !== undefined) values.push(value);
    }
  }
  return values;
}
