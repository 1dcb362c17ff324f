/**
 * The ids that safe HTML has for footnotes, and nothing else: made of a prefix of ours and a number, so that none can
 * shadow a member of `document` or meet an id of the page that the article is put into.
 */
const NOTE = 'adstrip-note-';
const REFERENCE = 'adstrip-ref-';

/** @param number of the note, in the order of their first references; from 1. */
export function noteId(number: number): string {
  return NOTE + number;
}

/** @param number of the reference, in document order; from 1. */
export function referenceId(number: number): string {
  return REFERENCE + number;
}

/** Whether an id is that of a note. */
export function isNoteId(id: string): boolean {
  return id.startsWith(NOTE);
}

/** The id of the note that a link goes to, or undefined. */
export function noteLink(href: string): string | undefined {
  return href.startsWith(`#${NOTE}`) ? href.slice(1) : undefined;
}

/** Whether a link goes back to a reference. */
export function isBackLink(href: string): boolean {
  return href.startsWith(`#${REFERENCE}`);
}

/** Whether HTML may hold footnotes at all. */
export function mayHoldNotes(html: string): boolean {
  return html.includes(` id="${NOTE}`);
}

/** A digit of any script, a letter between brackets or not, a sign of the printers': what a reference shows. */
const MARK =
  /^(?:(?:\p{L}{1,9}\.?[ -]?)?\p{Nd}{1,4}\p{Ll}?|\p{L}{1,2}|[ivxlc]{1,7}|[*∗†‡‖⁂※✝⁑]{1,4}|[⁰¹²³⁴-⁹]{1,4}|[①-⑳])$/u;
const MAX_MARK = 24;
const DIGIT = /\p{Nd}/u;

/** The mark of a note without brackets around it and stops behind it, or undefined where words are none. */
export function noteMark(words: string): string | undefined {
  if (words.length > MAX_MARK) return undefined;
  const bare = words
    .trim()
    .replace(/^[[({（［〔]/, '')
    .replace(/[.:]$/, '')
    .replace(/[\])}）］〕]$/, '')
    .trim();
  return MARK.test(bare) ? bare : undefined;
}

/** Whether a link back shows the note's own number, which is read; an arrow, or one with the number of a reference, is not. */
export function showsNumber(words: string): boolean {
  return DIGIT.test(noteMark(words) ?? '');
}
