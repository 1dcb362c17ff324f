import { CLASS, IDENTIFIER, isNameChar, isSpace, LETTER } from './chars.ts';

const PAREN = 40;

/** Whether a dot at depth 0 joins a member to the word before it, or begins a line of a chain of calls. */
export function isChainDot(source: string, at: number, wordEnd: number, chained: boolean, limit: number): boolean {
  if (!isNameChar(source.charCodeAt(at + 1))) return false;
  if (wordEnd === at) return at > 0;
  if (!chained) return false;
  const end = skipName(source, at + 1, limit);
  const next = source.charCodeAt(end);
  return next === PAREN || next === 46 || next === 91 || (next === 32 && source.charCodeAt(end + 1) === 61);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isOperator(code: number): boolean {
  return (
    code === 61 ||
    code === 38 ||
    code === 124 ||
    code === 43 ||
    code === 45 ||
    code === 62 ||
    code === 60 ||
    code === 63 ||
    code === 42
  );
}

/** Whether a reserved word may stand between two operands; outside of brackets only in the head of a class or module. */
export function isInfix(word: string, depth: number, head: boolean): boolean {
  switch (word) {
    case 'instanceof':
      return true;
    case 'in':
    case 'of':
      return depth > 0;
    case 'as':
    case 'from':
    case 'extends':
      return depth > 0 || head;
    default:
      return false;
  }
}

/** Whether `name =`, `name;`, `name,` or a pattern follows: what a declaration looks like. */
export function declares(source: string, from: number, limit: number): boolean {
  let i = from;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  const c = source.charCodeAt(i);
  if (c === 123 || c === 91) return true;
  if (!(c < 128 && (CLASS[c] & IDENTIFIER) !== 0)) return false;
  while (i < limit && isNameChar(source.charCodeAt(i))) i++;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  const d = source.charCodeAt(i);
  return d === 61 || d === 59 || d === 44;
}

/** How long the parameters of a function may be. */
const MAX_PARAMETERS = 400;

/** Whether `(…) {` or `name(…) {` follows: what a function looks like. */
export function opens(source: string, from: number, limit: number): boolean {
  let i = from;
  while (i < limit && (isSpace(source.charCodeAt(i)) || source.charCodeAt(i) === 42)) i++;
  i = skipName(source, i, limit);
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  if (source.charCodeAt(i) !== PAREN) return false;
  const far = Math.min(limit, i + MAX_PARAMETERS);
  let depth = 0;
  for (; i < far; i++) {
    const c = source.charCodeAt(i);
    if (c === PAREN) depth++;
    else if (c === 41 && --depth === 0) break;
  }
  i++;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  return source.charCodeAt(i) === 123;
}

/** Whether the expression goes on after a closing brace: `}.x`, `})`, `},`, `}(`, `} else`. */
export function objectGoesOn(source: string, from: number, limit: number): boolean {
  let i = from;
  while (i < limit && isSpace(source.charCodeAt(i))) i++;
  const c = source.charCodeAt(i);
  if (c === 46) return (CLASS[source.charCodeAt(i + 1)] & LETTER) !== 0 && i === from;
  if (c === 41 || c === 93 || c === 44 || c === 59 || c === 63) return true;
  if (c === PAREN) return i === from;
  if (c === 101) return source.startsWith('else', i);
  if (c === 99) return source.startsWith('catch', i);
  if (c === 102)
    return source.startsWith('finally', i) || source.startsWith('from ', i) || source.startsWith('from"', i);
  if (c === 119) return source.startsWith('while', i) && source.charCodeAt(skipName(source, i, limit)) !== 32;
  return c === 124 || c === 38;
}

function skipName(source: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isNameChar(source.charCodeAt(i))) i++;
  return i;
}

/** Whether what a query function is called with follows: a string, a function or a global. */
export function isQueryArgument(source: string, at: number): boolean {
  const c = source.charCodeAt(at);
  return (
    c === 34 ||
    c === 39 ||
    c === 40 ||
    c === 41 ||
    /^(?:document|window|this|function)\b/.test(source.slice(at, at + 10))
  );
}

/** Whether a line that is cut at an open quotation mark ends as code does. */
export function endsAsCode(source: string, from: number, to: number): boolean {
  let i = to;
  while (i > from && isSpace(source.charCodeAt(i - 1))) i--;
  const c = source.charCodeAt(i - 1);
  return c === 59 || c === 123 || c === 125 || (c === 44 && source.charCodeAt(i - 2) !== 32);
}

/** Whether a comment holds code that was switched off. */
export function holdsCode(source: string, from: number, to: number): boolean {
  let i = to;
  while (i > from && isSpace(source.charCodeAt(i - 1))) i--;
  const c = source.charCodeAt(i - 1);
  return c === 59 || c === 123 || c === 125 || c === 41;
}

/** Whether a parenthesis after a word marks its plural: `location(s)`. */
export function isPlural(source: string, at: number): boolean {
  return source.startsWith('(s)', at) || source.startsWith('(es)', at) || source.startsWith('(S)', at);
}

/** Whether a name is made as names in code are: with _ or a capital within. */
export function isCoined(word: string): boolean {
  return /[a-z0-9][A-Z]|_/.test(word);
}
