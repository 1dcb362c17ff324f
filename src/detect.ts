import { isBlank, isNameCharacter } from './mentioned-tags.ts';
import { surveyTags } from './survey-tags.ts';

/** UTF-16 units looked at: a page shows what it is in its first kilobytes, and a text that mentions tags does as well. */
const PREFIX = 65536;
/** The share of the letters that have to stand inside elements. */
const COVERED = 0.5;
/** The same for input that begins with words: text far more often than not. */
const COVERED_AFTER_WORDS = 0.67;

/** Elements without their end tag that markup may have for one with it, and that a text may have before it is one. */
const SLOPPY = 1;
const SLOPPY_AFTER_WORDS = 0.25;

/**
 * Whether a string is markup or text. Markup is what has most of its letters inside elements that begin and end; a text
 * that names tags, quotes a code sample or has scripts with markup in their strings has most of them outside.
 * Linear in a bounded prefix.
 */
export function detectType(text: string): 'html' | 'text' {
  const start = skipComments(text);
  if (start >= text.length || looksLikeJson(text, start)) return 'text';
  const beginsAsMarkup = text.charCodeAt(start) === LESS_THAN;
  if (beginsAsMarkup && declaresMarkup(text, start)) return 'html';

  const prefix = text.slice(start, start + PREFIX);
  if (!prefix.includes('<')) return 'text';
  const afterWords = !beginsAsMarkup && !endsAsPage(text);
  const survey = surveyTags(prefix, !afterWords, text.length > start + PREFIX);
  const sloppy = afterWords ? SLOPPY_AFTER_WORDS : SLOPPY;
  if (survey.tags === 0 || survey.unclosed > sloppy * (survey.closed + survey.voids)) return 'text';
  return survey.covered >= (afterWords ? COVERED_AFTER_WORDS : COVERED) * survey.letters ? 'html' : 'text';
}

const LESS_THAN = 0x3c;
const BYTE_ORDER_MARK = 0xfeff;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === BYTE_ORDER_MARK)) at++;
  return at;
}

/** Where something other than blanks and comments begins. */
function skipComments(text: string): number {
  let at = skipBlanks(text, 0);
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return at;
    at = skipBlanks(text, end + 3);
  }
  return at;
}

/** `{"…`, `{}`, `[{…`, `[1`: markup in JSON stands in its strings. */
function looksLikeJson(text: string, start: number): boolean {
  const open = text[start];
  if (open !== '{' && open !== '[') return false;
  const next = text[skipBlanks(text, start + 1)] ?? '';
  return open === '{' ? next === '"' || next === '}' : '{["]-0123456789'.includes(next);
}

/** A document type, an XML declaration or the root element at the very beginning. */
function declaresMarkup(text: string, start: number): boolean {
  const head = text.slice(start, start + 10).toLowerCase();
  if (head.startsWith('<!doctype') || head.startsWith('<?xml')) return true;
  return head.startsWith('<html') && !isNameCharacter(head.charCodeAt(5));
}

/** A page after words that do not belong to it: a server's warning, a header. */
function endsAsPage(text: string): boolean {
  const tail = text.slice(-64).trimEnd().toLowerCase();
  return tail.endsWith('</html>') || tail.endsWith('</body>');
}
