import { placeOf } from './records.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/**
 * The members of a JSON object by their names, each as it is written (`"name":value`): numbers with all their digits,
 * escapes and blanks within values as they stand. Of members with the same name the last counts, at the place of the
 * first, as in `JSON.parse`.
 *
 * @param json an object that JSON.parse accepts; of any other text the answer means nothing
 */
export function rawMembers(json: string): Map<string, string> {
  const members = new Map<string, string>();
  let at = json.indexOf('{') + 1;
  while (at > 0) {
    const nameStart = json.indexOf('"', at);
    if (nameStart < 0) break;
    const nameEnd = stringEnd(json, nameStart);
    const valueStart = json.indexOf(':', nameEnd) + 1;
    const end = valueEnd(json, valueStart);
    const name = json.slice(nameStart, nameEnd);
    members.set(nameOf(name), `${name}:${json.slice(valueStart, end).trim()}`);
    at = json.charCodeAt(end) === COMMA ? end + 1 : 0;
  }
  return members;
}

/**
 * A record with the fields of its result: what `JSON.stringify(cleanRecord(…))` would give, but with the record's own
 * fields to the letter.
 *
 * @param members the record's own, of `rawMembers`
 * @param indent blanks before a member where each has a line of its own, 0 for one line
 */
export function mergedRecord(members: ReadonlyMap<string, string>, result: object, indent: 0 | 2): string {
  const own: string[] = [];
  const hidden: string[] = [];
  for (const [name, member] of members) {
    const place = placeOf(name, result);
    if (place !== 'dropped') (place === 'own' ? own : hidden).push(member);
  }
  const [before, after] = indent === 0 ? ['', ''] : [`\n${' '.repeat(indent)}`, '\n'];
  const written = JSON.stringify(result, undefined, indent).slice(1 + before.length, -1 - after.length);
  if (written !== '') own.push(written);
  if (hidden.length > 0) own.push(`"input":{${hidden.join(',')}}`);
  return `{${before}${own.join(`,${before}`)}${after}}`;
}

/**
 * What stands in the place of a record without a result.
 *
 * @param id the member as it is written, of `rawMembers`; undefined where the record has none
 */
export function failedRecord(id: string | undefined, error: string): string {
  return `{${id ?? '"id":null'},"error":${JSON.stringify(error)}}`;
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

/** Behind the closing quote of the string whose opening quote is at `start`. */
function stringEnd(json: string, start: number): number {
  let end = start;
  do {
    end = json.indexOf('"', end + 1);
    if (end < 0) return json.length;
  } while (isEscaped(json, end));
  return end + 1;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** The comma or brace behind the value that begins at `start`. */
function valueEnd(json: string, start: number): number {
  let depth = 0;
  for (let i = start; i < json.length; i++) {
    switch (json.charCodeAt(i)) {
      case QUOTE:
        i = stringEnd(json, i) - 1;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++;
        break;
      case CLOSE_BRACKET:
        depth--;
        break;
      case CLOSE_BRACE:
        if (depth === 0) return i;
        depth--;
        break;
      case COMMA:
        if (depth === 0) return i;
        break;
    }
  }
  return json.length;
}
