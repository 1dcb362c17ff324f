import { PIECE_WORDS, THREAD_WORDS } from './data/url-words.ts';
import { findDate } from './visible-dates.ts';

/** The date in an address such as /2024/05/17/ or /2024-05-17-title, as `2024-05-17`. */
export function dateOfPath(path: string): string | undefined {
  const match = /[/_-](20\d\d|19[89]\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  if (match === null) return namedDateOfPath(path);
  const [, year, , month, day] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // 31 June is the first of July to a Date.
  return date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : undefined;
}

/** The date in an address such as /2024/may/17/title. */
function namedDateOfPath(path: string): string | undefined {
  const match = /\/(?:20\d\d|19[89]\d)\/\p{L}{3,12}\/\d{1,2}(?=\/|$)/u.exec(path);
  if (match === null) return undefined;
  const date = findDate(match[0].replaceAll('/', ' ').trim(), undefined)?.iso;
  return date === undefined || date.length < 10 ? undefined : date;
}

/** The month in an address such as /2024/05/title, as `2024-05`. */
export function monthOfPath(path: string): string | undefined {
  const match = /\/(20\d\d|19[89]\d)\/(0[1-9]|1[0-2])\//.exec(path);
  return match === null ? undefined : `${match[1]}-${match[2]}`;
}

/** The words of an address's last part: what is often made of the title. */
export function slugWords(path: string): string[] {
  const parts = path.split('/');
  let slug = '';
  for (const part of parts) if (part.split(/[-_]/).length >= slug.split(/[-_]/).length && part !== '') slug = part;
  return slug
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
}

/** As much of an address's path as is read; '' without an address. */
export function pathOf(address: URL | undefined): string {
  if (address === undefined) return '';
  // Forums without rewritten addresses: /index.php?/topic/123-title
  const { pathname, search } = address;
  return (search.startsWith('?/') ? pathname + search.slice(1) : pathname).slice(0, 600);
}

const pieces = new Set(PIECE_WORDS);
const threads = new Set(THREAD_WORDS);

/** Whether an address speaks of one thread, or of one piece of a blog or newspaper: a folder for them and a long name. */
export function namesPiece(path: string): boolean {
  const parts = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const folder = parts.findIndex((part) => threads.has(part));
  // /topic/software is a list of pieces: a thread has a number or a headline.
  if (folder >= 0 && (/\d/.test(parts.slice(folder + 1).join('') + name) || name.split(/[-_+]/).length > 2))
    return true;
  if (threads.has(name.replace(/\.\w{2,5}$/, ''))) return name !== '';
  return parts.some((part) => pieces.has(part)) && name.split(/[-_+]/).length > 2;
}
