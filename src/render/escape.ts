import { inPieces } from '../pieces.ts';

/**
 * Escapes as https://html.spec.whatwg.org/multipage/parsing.html#escapingString says for attribute values and, less the
 * quotation mark, for text, so that a standard serialiser writes the same.
 */
const IN_TEXT = /[&<>\u00a0]/g;
const IN_ATTRIBUTE = /[&<>"\u00a0]/g;
// The same without a state of their own, for the test that mostly ends the work.
const ANY_IN_TEXT = /[&<>\u00a0]/;
const ANY_IN_ATTRIBUTE = /[&<>"\u00a0]/;

function reference(unit: string): string {
  if (unit === '&') return '&amp;';
  if (unit === '<') return '&lt;';
  if (unit === '>') return '&gt;';
  return unit === '"' ? '&quot;' : '&nbsp;';
}

export function escapeText(text: string): string {
  return ANY_IN_TEXT.test(text) ? inPieces(text, (piece) => piece.replace(IN_TEXT, reference)) : text;
}

/** For a value between double quotation marks. */
export function escapeAttribute(value: string): string {
  return ANY_IN_ATTRIBUTE.test(value) ? inPieces(value, (piece) => piece.replace(IN_ATTRIBUTE, reference)) : value;
}
