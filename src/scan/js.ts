import { BLANK, CLASS, IDENTIFIER, isBlank, isNameChar, isSpace } from './chars.ts';
import { BROWSER_WORDS, CALLED_WORDS, HEAD_WORDS, OPERATOR_WORDS } from './data/script-words.ts';
import {
  declares,
  endsAsCode,
  holdsCode,
  isChainDot,
  isCoined,
  isDigit,
  isInfix,
  isOperator,
  isPlural,
  isQueryArgument,
  objectGoesOn,
  opens,
} from './js-shapes.ts';
import { lineEnd, type Memo, skipComment, skipQuoted, skipRegExp, skipTemplate } from './literals.ts';
import type { Reading } from './types.ts';

// What the previous token was.
const START = 0;
const WORD = 1;
const KEYWORD = 2;
const VALUE = 3;
const OPERATOR = 4;
const OPEN = 5;
const CLOSE = 6; // ) or ]
const BRACE = 7; // }
const HEAD_CLOSE = 8; // ) of if (…)

const PAREN = 40;

/** How deep brackets are told apart; deeper ones are only counted. */
const MAX_DEPTH = 4096;
/** For each open bracket, what it is. Each is written before it is read. */
const BRACKETS = new Uint8Array(MAX_DEPTH);

/**
 * Reads statements of JavaScript from `start` up to an empty line at bracket depth 0, or to where the tokens make no
 * sense as a script any more. Lenient inside brackets, strict outside: a word beside a word ends it.
 */
export function readScript(source: string, start: number, limit: number, memo: Memo): Reading {
  let depth = 0;
  let i = start;
  let safe = start; // end of the last whole statement
  let points = 0; // of whole statements
  let pending = 0; // of the statement that is being read
  let previous = START;
  let tokenEnd = start;
  let word = '';
  let pairs = 0; // of words side by side on the current line
  let lineSigns = 0;
  let lineSafe = -1; // end of the last ; or } on the line
  let classHead = false; // whether a class's head is being read
  let moduleHead = false; // whether an import or export is being read
  let signEnd = start; // end of the last line that had a sign besides its words
  let signed = false; // whether the statement has a sign besides dots
  let statementPairs = 0; // the same in the statement, in brackets
  let ternary = false; // whether a ? waits for its :
  let head = false; // whether the next parenthesis belongs to if, for, while
  let newlines = 0;

  const commit = (end: number): boolean => {
    const sum = pending - 2 * statementPairs;
    if (sum <= 0 || !signed) return false;
    signed = false;
    ternary = false;
    statementPairs = 0;
    points += sum;
    pending = 0;
    safe = end;
    previous = START;
    classHead = false;
    moduleHead = false;
    return true;
  };
  const broken = (): Reading => {
    memo.reached = Math.max(memo.reached, i);
    if (depth === 0) {
      // What comes next does not belong to the statement; before it, the statement may be whole.
      if ((previous === CLOSE || previous === VALUE || previous === BRACE) && pending >= 3) commit(tokenEnd);
      return { end: safe, points, whole: safe > start };
    }
    const end = Math.max(lineSafe, signEnd);
    return end > safe && points + pending > 0
      ? { end, points: points + Math.max(0, pending), whole: false }
      : { end: safe, points, whole: safe > start };
  };
  const proseLine = (): boolean => pairs >= 3 || (pairs >= 1 && lineSigns <= pairs);

  while (i < limit) {
    const c = source.charCodeAt(i);
    if (c < 128 ? (CLASS[c] & BLANK) !== 0 : isBlank(c)) {
      i++;
      continue;
    }
    if (c === 10 || c === 0x2028 || c === 0x2029) {
      newlines++;
      i++;
      if (depth > 0 && pairs > 0 && proseLine()) return broken();
      if (newlines === 1) {
        if (lineSigns > 0) signEnd = tokenEnd;
        pairs = 0;
        lineSigns = 0;
        lineSafe = -1;
      }
      if (
        newlines > 1 &&
        depth === 0 &&
        previous !== OPERATOR &&
        previous !== KEYWORD &&
        (previous !== START || points > 0)
      ) {
        if (previous !== START) commit(tokenEnd);
        memo.reached = Math.max(memo.reached, i);
        return { end: safe, points, whole: safe > start };
      }
      continue;
    }
    const fresh = newlines > 0; // first token of a line
    newlines = 0;
    // A line that begins with a word or the like after a complete statement begins a new one.
    if (
      fresh &&
      depth === 0 &&
      previous !== START &&
      previous !== OPERATOR &&
      previous !== KEYWORD &&
      previous !== HEAD_CLOSE
    ) {
      const goesOn =
        c === 46 ||
        c === 63 ||
        c === 58 ||
        c === 61 ||
        c === 38 ||
        c === 124 ||
        c === 43 ||
        c === 42 ||
        c === 44 ||
        (c === 123 && previous === CLOSE);
      if (!goesOn && !commit(tokenEnd)) return broken();
    }
    // Comments.
    if (c === 47) {
      const next = source.charCodeAt(i + 1);
      if (next === 47 || next === 42) {
        const end = skipComment(source, i, limit, memo);
        if (end < 0) return broken();
        i = end;
        tokenEnd = end;
        if (depth === 0 && previous === START) {
          safe = end;
          points += next === 42 ? (points === 0 ? 4 : 1) : holdsCode(source, i, end) ? 2 : 1;
        }
        continue;
      }
    }
    if (c === 60 && source.startsWith('<!--', i)) {
      i = lineEnd(source, i, limit, memo);
      tokenEnd = i;
      if (depth === 0 && previous === START) safe = i;
      continue;
    }
    if (c === 60 && source.startsWith('<![CDATA[', i)) {
      i += 9;
      tokenEnd = i;
      pending += 2;
      continue;
    }
    if (c === 93 && depth === 0 && source.startsWith(']]>', i)) {
      i += 3;
      tokenEnd = i;
      if (previous === START && safe > start) safe = i;
      continue;
    }
    if (c === 45 && source.startsWith('-->', i)) {
      i += 3;
      tokenEnd = i;
      if (depth === 0 && previous === START) safe = i;
      continue;
    }
    // Words and numbers.
    if (c < 128 ? (CLASS[c] & IDENTIFIER) !== 0 : isNameChar(c)) {
      let end = i + 1;
      while (end < limit) {
        const d = source.charCodeAt(end);
        if (d < 128 ? (CLASS[d] & IDENTIFIER) === 0 : !isNameChar(d)) break;
        end++;
      }
      const numeric = c >= 48 && c <= 57;
      if (numeric && source.charCodeAt(end) === 46 && isDigit(source.charCodeAt(end + 1))) {
        end++;
        while (end < limit && isNameChar(source.charCodeAt(end))) end++;
      }
      word = end - i <= 20 ? source.slice(i, end) : '';
      const keyword = !numeric && OPERATOR_WORDS.has(word);
      if (word === 'class' && previous !== WORD) classHead = true;
      const afterDot = tokenEnd === i && source.charCodeAt(i - 1) === 46 && previous === OPERATOR;
      if (
        !fresh &&
        !afterDot &&
        (previous === WORD || previous === VALUE || previous === CLOSE) &&
        !(keyword && isInfix(word, depth, classHead || moduleHead))
      ) {
        if (depth === 0) {
          // Words after the end of the statement; a statement of two scripts on one line needs less to be one.
          if (keyword && previous === CLOSE && pending >= 2) commit(tokenEnd);
          return broken();
        }
        if (i > tokenEnd) pairs++;
        statementPairs++;
      }
      if (!afterDot && c >= 128) pending -= 1;
      tokenEnd = end;
      i = end;
      if (numeric) {
        previous = VALUE;
      } else if (afterDot) {
        pending += 1;
        previous = WORD;
      } else if (keyword) {
        previous = KEYWORD;
        if (word === 'import' || word === 'export') moduleHead = true;
        if (HEAD_WORDS.has(word)) head = true;
        if (word === 'var' || word === 'const' || word === 'let') pending += declares(source, end, limit) ? 3 : 0;
        else if (word === 'function') pending += opens(source, end, limit) ? 4 : 0;
      } else {
        previous = WORD;
        if (c === 36 && source.charCodeAt(end) === 40 && isQueryArgument(source, end + 1)) pending += 2;
        if (
          source.charCodeAt(end) === 46
            ? BROWSER_WORDS.has(word)
            : source.charCodeAt(end) === PAREN && CALLED_WORDS.has(word)
        )
          pending += 3;
        else if (source.charCodeAt(end) === PAREN && isCoined(word)) pending += 1;
      }
      continue;
    }
    // Strings.
    if (c === 34 || c === 39 || c === 96 || c === 0x2018 || c === 0x201c || c === 0x2019) {
      if (!fresh && (previous === WORD || previous === VALUE || previous === CLOSE) && c !== 96) {
        if (depth === 0) {
          return broken();
        }
        if (i > tokenEnd) pairs++;
        statementPairs++;
      }
      const end = c === 96 ? skipTemplate(source, i, limit, memo) : skipQuoted(source, i, limit, memo);
      if (end < 0) {
        // A template that is cut off: what comes after it is read anew.
        if (c === 96 && points + pending >= 3) return { end: i + 1, points: points + pending, whole: false };
        // A string that the end of the text cuts off.
        if (points + pending >= 3 && c !== 39 && lineEnd(source, i, limit, memo) === source.length)
          return { end: limit, points: points + pending, whole: false };
        // A quotation mark that somebody forgot: the line is code all the same if it ends as code does.
        const stop = lineEnd(source, i, limit, memo);
        if (depth === 0 || !endsAsCode(source, i, stop)) return broken();
        i = stop;
        tokenEnd = stop;
        previous = VALUE;
        continue;
      }
      signed = true;
      pending += (previous === OPERATOR || previous === OPEN) && c < 128 ? 1 : 0;
      i = end;
      tokenEnd = end;
      previous = VALUE;
      continue;
    }
    lineSigns++;
    if (c !== 46 && c !== 44) signed = true;
    switch (c) {
      case 40: // (
      case 91: // [
      case 123: {
        // {
        if (c === 123 && depth === 0 && previous === WORD && !fresh && !classHead) return broken();
        if (c === PAREN && previous === WORD && i === tokenEnd && !isPlural(source, i)) pending += 1;
        if (c === 123 && previous !== START && previous !== WORD && previous !== OPEN) pending += 1;
        if (depth < MAX_DEPTH) {
          BRACKETS[depth] = c === PAREN ? (head ? 1 : 2) : c === 91 ? 3 : 4;
        }
        if (c === PAREN) head = false;
        depth++;
        previous = OPEN;
        i++;
        tokenEnd = i;
        break;
      }
      case 41: // )
      case 93: // ]
      case 125: {
        // }
        i++;
        tokenEnd = i;
        const brace = c === 125;
        if (depth > 0) {
          depth--;
          const opener = depth < MAX_DEPTH ? BRACKETS[depth] : 0;
          previous = brace ? BRACE : c === 41 && opener === 1 ? HEAD_CLOSE : CLOSE;
        } else {
          // The end of something that was cut off before.
          pending += 1;
          previous = brace ? BRACE : CLOSE;
        }
        if (brace) {
          lineSafe = i;
          if (depth === 0 && !objectGoesOn(source, i, limit)) {
            if (!commit(i)) return broken();
          }
        }
        break;
      }
      case 59: {
        // ;
        i++;
        tokenEnd = i;
        lineSafe = i;
        if (depth === 0) {
          if (previous !== START || pending > 0) {
            pending += previous === CLOSE || previous === BRACE ? 2 : 1;
            if (!commit(i)) return broken();
          } else if (safe > start) {
            safe = i;
          }
        }
        previous = START;
        break;
      }
      case 47: {
        // /
        const operand = previous !== WORD && previous !== VALUE && previous !== CLOSE;
        const end = operand ? skipRegExp(source, i, limit, memo) : -1;
        if (end > 0) {
          i = end;
          previous = VALUE;
        } else {
          i++;
          previous = OPERATOR;
        }
        tokenEnd = i;
        break;
      }
      case 46: {
        // .
        if (
          depth === 0 &&
          (previous === START || previous === WORD || ((previous === CLOSE || previous === BRACE) && tokenEnd < i)) &&
          !isChainDot(source, i, tokenEnd, previous === CLOSE || (fresh && previous !== START), limit)
        )
          return broken();
        if (previous !== OPERATOR && depth === 0 && (i + 1 >= limit || isSpace(source.charCodeAt(i + 1))))
          return broken();
        i++;
        tokenEnd = i;
        previous = OPERATOR;
        break;
      }
      case 61: // =
      case 38: // &
      case 124: // |
      case 43: // +
      case 45: // -
      case 42: // *
      case 37: // %
      case 33: // !
      case 63: // ?
      case 58: // :
      case 44: // ,
      case 60: // <
      case 62: // >
      case 94: // ^
      case 126: {
        // ~
        const next = source.charCodeAt(i + 1);
        if (c === 33 && next !== 61 && depth === 0 && (previous === WORD || previous === VALUE)) return broken();
        if (c === 61) pending += next === 61 || next === 62 ? 2 : previous === WORD || previous === CLOSE ? 1 : 0;
        else if ((c === 38 && next === 38) || (c === 124 && next === 124)) pending += 2;
        else if (c === 63) ternary = true;
        else if (c === 58 && depth === 0 && !ternary) pending -= 3;
        else if (c === 44 && depth === 0) pending -= 1;
        i += 1;
        while (i < limit && isOperator(source.charCodeAt(i))) i++;
        tokenEnd = i;
        previous = OPERATOR;
        break;
      }
      default: {
        // No character of a script.
        if (depth === 0) return broken();
        pairs++;
        statementPairs++;
        i++;
        tokenEnd = i;
        previous = OPERATOR;
      }
    }
  }
  memo.reached = Math.max(memo.reached, i);
  if (depth === 0) {
    if (previous !== START && previous !== OPERATOR) commit(tokenEnd);
    return { end: safe, points, whole: true };
  }
  if (pairs > 0 && proseLine()) return broken();
  const total = points + Math.max(0, pending);
  return total > 0 ? { end: tokenEnd, points: total, whole: false } : { end: safe, points, whole: false };
}
