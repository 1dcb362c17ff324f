import { isoDay, isoZone, two } from './calendar.ts';
import { findDate } from './visible-dates.ts';

/** How much of a value is read, in UTF-16 units. */
const READ_LENGTH = 240;

const ISO =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ]{1,2}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?![\d])/i;

function clock(hours: string | undefined, minutes: string | undefined, seconds: string | undefined): string {
  if (hours === undefined || minutes === undefined) return '';
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? '0') > 60) return '';
  return `T${two(Number(hours))}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`;
}

/**
 * The date of a machine-readable value: ISO 8601 in its usual forms, seconds or milliseconds since 1970, else whatever
 * is written as for people. Dates that stand for "not set" (1970-01-01, the year 1) are none.
 */
export function machineDate(value: string, language: string | undefined): string | undefined {
  const text = value.trim().slice(0, READ_LENGTH);
  if (text.length < 4) return undefined;
  let iso: string | undefined;
  const parts = ISO.exec(text);
  if (parts !== null) {
    const [, year, month, dayOfMonth, hours, minutes, seconds, offset] = parts;
    // Six digits alone may be anything.
    if (dayOfMonth !== undefined || text[4] === '-') {
      iso = isoDay(Number(year), Number(month), dayOfMonth === undefined ? 0 : Number(dayOfMonth));
      if (iso !== undefined && dayOfMonth !== undefined) {
        const time = clock(hours, minutes, seconds);
        if (time !== '') iso += time + isoZone(offset);
      }
    } else if (/^\d{10}$/.test(text)) {
      iso = epoch(Number(text) * 1000);
    }
  } else if (/^\d{10}(?:\d{3})?(?:\.\d{1,6})?$/.test(text)) {
    const number = Number(text);
    iso = epoch(number < 1e11 ? number * 1000 : number);
  } else if (/^\d{4}$/.test(text)) {
    iso = Number(text) >= 1400 && Number(text) <= 2199 ? text : undefined;
  }
  iso ??= /^\d{4}-\d{2}-\d{2}/.test(text) ? undefined : findDate(text, language)?.iso;
  return iso === undefined || iso.startsWith('1970-01-01') ? undefined : iso;
}

/** Years 1995 to 2100: a number outside of them is no date of a web page. */
function epoch(milliseconds: number): string | undefined {
  if (!(milliseconds > 788918400000 && milliseconds < 4102444800000)) return undefined;
  return new Date(milliseconds).toISOString().replace('.000', '');
}
