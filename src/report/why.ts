import { builtInRules } from '../rules/built-in-rules.ts';
import type { Removal, Rule, Signature } from '../types.ts';
import { escapeText } from './escape.ts';

/** Signatures that are named for one removal. */
const MOST_NAMED = 3;
/** UTF-16 units of a removal that are searched for a signature's words: a start tag, the head of a script. */
const SEARCHED = 4000;

interface Sought {
  /** How the signature reads: `class adace-slot-*`. */
  readonly reads: string;
  /** What stands in whatever it matches, in small letters; empty where that cannot be said. */
  readonly words: readonly string[];
}

let ruleById: ReadonlyMap<string, Rule> | undefined;
const soughtByRule = new Map<Rule, readonly Sought[]>();

/** What the rule of a removal looks for, as HTML: the signatures whose words the removal holds. '' where not known. */
export function lookedFor({ rule: id, category, text }: Removal): string {
  const filter = id.startsWith('filter/') ? id.slice('filter/'.length) : undefined;
  if (filter !== undefined) return `filter <code>${escapeText(filter)}</code>`;
  ruleById ??= new Map(builtInRules().map((rule) => [rule.id, rule]));
  const rule = ruleById.get(id);
  if (rule === undefined || rule.category !== category) return '';
  const searched = text.slice(0, SEARCHED).toLowerCase();
  const found = soughtBy(rule).filter(
    ({ words }) => words.length > 0 && words.every((word) => searched.includes(word)),
  );
  found.sort((a, b) => lengthOf(b) - lengthOf(a));
  return found
    .slice(0, MOST_NAMED)
    .map(({ reads }) => `<code>${escapeText(reads)}</code>`)
    .join(', ');
}

function soughtBy(rule: Rule): readonly Sought[] {
  let sought = soughtByRule.get(rule);
  if (sought === undefined) {
    sought = ('length' in rule.match ? rule.match : [rule.match]).map(soughtOf);
    soughtByRule.set(rule, sought);
  }
  return sought;
}

function soughtOf(signature: Signature): Sought {
  const entries = Object.entries(signature);
  const words = entries
    .filter(([field]) => field !== 'tag')
    .map(([field, value]) => {
      if (field === 'selector') return '';
      const pieces =
        field === 'inlineStyle' ? value.slice(1).split('*') : value.split(field === 'text' ? /\{\w+\}/ : '*');
      return longest(pieces).toLowerCase();
    })
    .filter((word) => word !== '');
  return { reads: entries.map(([field, value]) => `${FIELD_WORDS.get(field) ?? field} ${value}`).join(', '), words };
}

const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ['attr', 'attribute'],
  ['inlineScript', 'script with'],
  ['inlineStyle', 'style rule for'],
  ['text', 'line'],
  ['address', 'address with'],
]);

function longest(pieces: readonly string[]): string {
  return pieces.reduce((best, piece) => (piece.trim().length > best.length ? piece.trim() : best), '');
}

function lengthOf({ words }: Sought): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}
