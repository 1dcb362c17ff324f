import { HASH_START, hashUnit } from '../tree/hash.ts';
import { PAGE_STATE_NAMES } from './data/page-state.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type Entry, lookUp, type WordTable } from './word-table.ts';

/** A place in a script where a name stands that a rule knows. */
interface Hit {
  readonly entry: Entry;
  readonly at: number;
}

interface ScriptPart {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

export interface ScriptFinding {
  readonly parts: readonly ScriptPart[];
  /** Whether nothing but those parts is in the script. */
  readonly whole: boolean;
}

/** Longest script whose statements are looked at one by one; a longer one goes whole or not at all. */
const MAX_TOKENIZED = 8_000;
/** How much of a script is searched for names: a vendor's says early whose it is. */
const MAX_SEARCHED = 16_000;
/** A statement is a vendor's where a known name stands this near its beginning … */
const NEAR = 240;
/** … or one name comes to at most this many units of code. */
const UNITS_PER_HIT = 300;
/** A long script is a vendor's where both hold: a name near its beginning, and one in so many units from there on. */
const UNITS_PER_HIT_OF_LONG = 2_000;
/** How far into a script the name of a framework's page state says that the script holds content. */
const STATE_WITHIN = 300;

const WORD_UNIT = new Uint8Array(128);
for (const unit of '$_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  WORD_UNIT[unit.charCodeAt(0)] = 1;

/** Whether the dotted name of an entry stands at `at`; its first word does. */
function standsAt(source: string, at: number, { signature }: Entry): boolean {
  if (!('inlineScript' in signature)) return false;
  const name = signature.inlineScript;
  return name.endsWith('*') ? source.startsWith(name.slice(0, -1), at) : source.startsWith(name, at);
}

/** The known names in a script, at most `limit`: one pass, a hash a word. */
function hitsIn(source: string, start: number, end: number, scripts: WordTable, limit: number): Hit[] {
  const hits: Hit[] = [];
  const { bits, mask } = scripts;
  const found: Entry[] = [];
  let i = start;
  while (i < end) {
    let unit = source.charCodeAt(i);
    if (unit >= 128 || WORD_UNIT[unit] === 0) {
      i++;
      continue;
    }
    const from = i;
    let hash = HASH_START;
    let maybe = 0;
    do {
      hash = hashUnit(hash, unit);
      maybe |= bits[(hash ^ (hash >>> 15)) & mask];
      unit = source.charCodeAt(++i);
    } while (i < end && unit < 128 && WORD_UNIT[unit] === 1);
    if (maybe === 0) continue;
    found.length = 0;
    lookUp(scripts, source, from, i, found);
    for (const entry of found) {
      if (!standsAt(source, from, entry)) continue;
      hits.push({ entry, at: from });
      if (hits.length >= limit) return hits;
    }
  }
  return hits;
}

/** Where the code begins behind `<!--`, which hides a script from browsers that know none, up to its line's end. */
function afterOpeningComment(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && source.charCodeAt(at) <= 32) at++;
  if (!source.startsWith('<!--', at)) return start;
  const eol = source.indexOf('\n', at);
  return eol < 0 || eol > end ? start : eol;
}

function isVendors(hits: readonly Hit[], start: number, end: number): Hit | undefined {
  const inside = hits.filter(({ at }) => at >= start && at < end);
  if (inside.length === 0) return undefined;
  return inside[0].at - start <= NEAR || (end - start) / inside.length <= UNITS_PER_HIT ? first(inside) : undefined;
}

/** Of several known names, that of the rule that stands first in the list. */
function first(hits: readonly Hit[]): Hit {
  let best = hits[0];
  for (const hit of hits) if (hit.entry.order < best.entry.order) best = hit;
  return best;
}

/** What of an inline script, `source.slice(start, end)`, serves a vendor that the rules know. */
export function findInScript(
  source: string,
  start: number,
  end: number,
  scripts: WordTable,
): ScriptFinding | undefined {
  const hits = hitsIn(source, start, Math.min(end, start + MAX_SEARCHED), scripts, 200);
  if (hits.length === 0) return undefined;
  const beginning = source.slice(start, Math.min(end, start + STATE_WITHIN));
  if (PAGE_STATE_NAMES.some((name) => beginning.includes(name))) return undefined;
  if (end - start > MAX_TOKENIZED) {
    const searched = Math.min(end - start, MAX_SEARCHED);
    if (hits[0].at - start > NEAR || searched / hits.length > UNITS_PER_HIT_OF_LONG) return undefined;
    return { parts: [{ entry: first(hits).entry, start, end }], whole: true };
  }
  const parts: ScriptPart[] = [];
  let whole = true;
  let unended: Statement | undefined; // the last statement that stays, if only a line's end ends it
  const statements = statementsOf(source, afterOpeningComment(source, start, end), end);
  for (const [i, statement] of statements.entries()) {
    const vendor = isVendors(hits, statement.start, statement.end);
    if (vendor && !(statement.declares && vendor.at > statement.start + NEAR)) {
      // Its semicolon stays where the next statement would become a part of the one before.
      const next = statements[i + 1];
      const glues = unended !== undefined && next !== undefined && /[([`+*/.,-]/.test(source[next.start]);
      const keepsEnd = glues && source[statement.end - 1] === ';' ? 1 : 0;
      parts.push({ entry: vendor.entry, start: statement.start, end: statement.end - keepsEnd });
    } else {
      unended = source[statement.end - 1] === ';' ? undefined : statement;
      if (!statement.trivial) whole = false;
    }
  }
  return parts.length > 0 ? { parts, whole } : undefined;
}

/** The entry that names a piece of script by the names in it that the rules know. */
export function nameScript(source: string, start: number, end: number, scripts: WordTable): Entry | undefined {
  const hits = hitsIn(source, start, end, scripts, 12);
  return hits.length > 0 ? first(hits).entry : undefined;
}
