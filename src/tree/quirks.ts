/**
 * How the public identifiers begin that put a page into quirks mode: those of them that pages still have.
 * https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
 */
const QUIRKY =
  /^-\/\/(?:w3c\/\/dtd html (?:3|4\.0 (?:frameset|transitional)|experimental)|w3c\/\/dtd w3 html|ietf\/\/dtd html|microsoft\/\/dtd|netscape comm)/;
/** Those that do so only where no system identifier follows. */
const QUIRKY_ALONE = /^-\/\/w3c\/\/dtd html 4\.01 (?:frameset|transitional)\/\//;
const PUBLIC_ID = /^<!doctype\s{0,20}html\s{0,20}public\s{0,20}["']([^"'>]{0,200})["']([^>]{0,200})/;

/** Whether a page has no doctype that says that it keeps to the standard: a table does not end a paragraph there. */
export function isInQuirksMode(source: string): boolean {
  let at = 0;
  for (;;) {
    while (at < source.length && (source.charCodeAt(at) <= 32 || source.charCodeAt(at) === 0xfeff)) at++;
    if (!source.startsWith('<!--', at) && !source.startsWith('<?', at)) break;
    const end = source.indexOf(source[at + 1] === '?' ? '>' : '-->', at + 2);
    if (end < 0) return true;
    at = end + 1;
    while (at < source.length && source[at - 1] !== '>') at++;
  }
  const doctype = source.slice(at, at + 600).toLowerCase();
  if (!/^<!doctype\s{0,20}html\b/.test(doctype)) return true;
  const [, publicId = '', rest = ''] = PUBLIC_ID.exec(doctype) ?? [];
  return QUIRKY.test(publicId) || (QUIRKY_ALONE.test(publicId) && !/["']/.test(rest));
}
