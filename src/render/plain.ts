import { cleanCharacters, normalizeLineEnds } from './characters.ts';
import { escapeText } from './escape.ts';

/** The index behind the last unit of `start .. end` that is no blank. */
function withoutBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0;
}

/**
 * A plain text as its author wrote it, less what no text should hold: control characters, fillers of no width, lone
 * surrogates, blanks at the ends of lines, and empty lines at both ends. Lines end in a newline.
 */
export function plainToText(text: string): string {
  const clean = normalizeLineEnds(cleanCharacters(text));
  const lines: string[] = [];
  let written = 0; // up to where the text is in `lines`
  for (let start = 0; start <= clean.length; ) {
    let end = clean.indexOf('\n', start);
    if (end < 0) end = clean.length;
    const last = withoutBlanks(clean, start, end);
    if (last < end) {
      lines.push(clean.slice(written, last));
      written = end;
    }
    start = end + 1;
  }
  lines.push(clean.slice(written));
  const whole = lines.join('');
  let start = 0;
  while (start < whole.length && whole.charCodeAt(start) === 10) start++;
  let end = whole.length;
  while (end > start && whole.charCodeAt(end - 1) === 10) end--;
  return whole.slice(start, end);
}

/** Plain text as safe HTML: a paragraph for what stands between blank lines, `<br>` for the other ends of lines. */
export function plainToHtml(text: string): string {
  const plain = plainToText(text);
  const paragraphs: string[] = [];
  let lines: string[] = [];
  // Line by line: a list of all lines would take a text of empty ones eight times its room.
  for (let start = 0; start <= plain.length; ) {
    let end = plain.indexOf('\n', start);
    if (end < 0) end = plain.length;
    const words = end > start ? plain.slice(start, end).trim() : '';
    if (words !== '') {
      lines.push(escapeText(words));
    } else if (lines.length > 0) {
      paragraphs.push(`<p>${lines.join('<br>')}</p>`);
      lines = [];
    }
    start = end + 1;
  }
  if (lines.length > 0) paragraphs.push(`<p>${lines.join('<br>')}</p>`);
  return paragraphs.join('');
}
