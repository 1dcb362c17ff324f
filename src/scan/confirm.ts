import jsTokens from 'js-tokens';
import { parseStyleSheet } from './style-sheet.ts';
import type { Unit } from './units.ts';

/** How much of a piece of code the parsers are shown: css-tree takes time with the square of what is unbalanced. */
const MOST = 4000;

/**
 * What the language's own parser says of a whole piece of code: 1 where it takes all of it, -1 where it stumbles, 0
 * where there is nothing to ask it (data, code that is cut off or too long).
 */
export function confirm(source: string, { start, end, kind, whole }: Unit): number {
  if (!whole || end - start > MOST || kind === 'data') return 0;
  const code = source.slice(start, end);
  return (kind === 'style' ? isStyleSheet(code) : isTokenised(code)) ? 1 : -1;
}

function isStyleSheet(code: string): boolean {
  let sound = true;
  try {
    parseStyleSheet(code, {
      parseValue: false,
      parseCustomProperty: false,
      onParseError: () => {
        sound = false;
      },
    });
  } catch {
    // css-tree throws on what it cannot recover from, and recurses over nesting: not what a style sheet looks like.
    return false;
  }
  return sound;
}

/** Whether all of a script falls into tokens that are closed, as brackets are; some may be left of what was cut off. */
function isTokenised(code: string): boolean {
  let depth = 0;
  for (const token of jsTokens(code)) {
    if (token.type === 'Invalid') return false;
    if ('closed' in token && !token.closed) return false;
    if (token.type !== 'Punctuator') continue;
    if (token.value === '(' || token.value === '[' || token.value === '{') depth++;
    else if (token.value === ')' || token.value === ']' || token.value === '}') depth--;
  }
  return depth <= 0;
}
