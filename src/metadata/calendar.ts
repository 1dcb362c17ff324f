/** The calendar's facts that readers of dates need: which days exist, and how ISO 8601 writes them. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `2024-05-17`, or undefined for a day that does not exist. Day 0: the month alone. */
export function isoDay(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1000 || year > 2199) return undefined;
  if (dayOfMonth === 0) return month >= 1 && month <= 12 ? `${year}-${two(month)}` : undefined;
  return exists(year, month, dayOfMonth) ? `${year}-${two(month)}-${two(dayOfMonth)}` : undefined;
}

/** A zone of ISO 8601 as `Z` or `+02:00`; '' for none, and for one that does not exist. */
export function isoZone(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const first = text.charCodeAt(0);
  if (first !== 43 && first !== 45) return 'Z';
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 14 || minutes > 59) return '';
  return `${text[0]}${two(hours)}:${two(minutes)}`;
}
