/**
 * A string from a page made fit for one line of a terminal: white space becomes single blanks, and characters that
 * would move the cursor, change the colour, turn the direction of writing or show nothing are written as escapes.
 *
 * @param limit UTF-16 units of the string that are shown; a longer one ends in an ellipsis
 */
export function visible(text: string, limit: number): string {
  let shown = '';
  let blank = false;
  let index = 0;
  for (const character of text) {
    if (shown.length >= limit) break;
    index += character.length;
    if (/\s/.test(character)) {
      blank = shown !== '';
      continue;
    }
    if (blank) shown += ' ';
    blank = false;
    shown += /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(character) ? escaped(character) : character;
  }
  return text.slice(index).trim() === '' ? shown : `${shown}…`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
