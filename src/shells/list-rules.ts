import { builtInRules } from '../rules/built-in-rules.ts';
import type { Rule, Signature } from '../types.ts';
import { wrapped } from './wrapped.ts';

/** Up to so many rules are listed with all that they match, more of them with the first few things. */
const IN_FULL = 20;
const FEW = 3;
/** Columns of a line, where its words let it. */
const WIDTH = 100;

/**
 * The built-in rules of a name as text or JSON; undefined where there is none.
 *
 * @param name a rule's id, a family, or a part of an id; undefined for all rules
 */
export function listRules(name: string | undefined, format: 'text' | 'json'): string | undefined {
  const rules = rulesNamed(name);
  if (rules.length === 0) return undefined;
  if (format === 'json') return `${JSON.stringify(rules, undefined, 2)}\n`;
  const limit = rules.length > IN_FULL ? FEW : Number.POSITIVE_INFINITY;
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const categoryWidth = Math.max(...rules.map(({ category }) => category.length));
  const indent = ' '.repeat(idWidth + categoryWidth + 4);
  const lines = rules.flatMap(({ id, category, match, unless }) => {
    const matched = wrapped(inWords(Array.isArray(match) ? match : [match], limit), WIDTH - indent.length);
    const traps = unless ? wrapped(`unless ${inWords(unless, limit)}`, WIDTH - indent.length) : [];
    const [first, ...others] = [...matched, ...traps];
    return [
      `${id.padEnd(idWidth)}  ${category.padEnd(categoryWidth)}  ${first}`,
      ...others.map((line) => indent + line),
    ];
  });
  const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return `${lines.join('\n')}\n${count}\n`;
}

function rulesNamed(name: string | undefined): readonly Rule[] {
  const rules = builtInRules();
  if (name === undefined) return rules;
  const wanted = name.toLowerCase();
  const tests: ((id: string) => boolean)[] = [
    (id) => id === wanted,
    (id) => id.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`),
    (id) => id.includes(wanted),
  ];
  for (const test of tests) {
    const found = rules.filter(({ id }) => test(id));
    if (found.length > 0) return found;
  }
  return [];
}

function inWords(signatures: readonly Signature[], limit: number): string {
  const shown = signatures.slice(0, limit).map(signatureInWords).join('; ');
  return signatures.length > limit ? `${shown}; ${signatures.length - limit} more` : shown;
}

function signatureInWords(signature: Signature): string {
  const on = 'tag' in signature && signature.tag !== undefined ? ` on <${signature.tag}>` : '';
  if ('class' in signature) return `class ${signature.class}${on}`;
  if ('id' in signature) return `id ${signature.id}${on}`;
  if ('attr' in signature) {
    return `attribute ${signature.attr}${signature.value === undefined ? '' : `="${signature.value}"`}${on}`;
  }
  if ('host' in signature) return `address at ${signature.host}${signature.path ?? ''}${on}`;
  if ('address' in signature) return `address with ${signature.address}${on}`;
  if ('inlineScript' in signature) return `script with ${signature.inlineScript}`;
  if ('inlineStyle' in signature) return `style for ${signature.inlineStyle}`;
  if ('comment' in signature) return `comment with "${signature.comment}"`;
  if ('label' in signature) return `the words "${signature.label}"`;
  if ('text' in signature) return `the line "${signature.text}"`;
  return `selector ${signature.selector}`;
}
