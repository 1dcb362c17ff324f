/** 1234567 as "1,234,567", whatever the machine's language is. */
export function count(number: number): string {
  const digits = String(Math.round(number));
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`;
  return grouped;
}

/** "1 removal", "2 removals". */
export function counted(number: number, one: string, many: string = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A share as a percentage of at most one decimal place; what is not quite all or nothing is not rounded to it. */
export function percent(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0 %';
  const share = (100 * part) / whole;
  if (share < 0.1) return '< 0.1 %';
  if (share >= 99.95 && part < whole) return '> 99.9 %';
  return `${share >= 10 ? Math.round(share) : share.toFixed(1)} %`;
}

/** A score or confidence of 0..1 with two places. */
export function score(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}
