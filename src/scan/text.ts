import { confirm } from './confirm.ts';
import { compare, reasonOf, type Stretch, weigh } from './evidence/judge.ts';
import { CODE_POINTS, findRegions } from './regions.ts';
import { settle } from './settle.ts';
import type { CodeNamer, Leak } from './types.ts';
import type { Unit } from './units.ts';

/** Evidence, as a logit, below which the language's own parser has to take the code as well. */
const DOUBT = 2;

/** The spans of leaked code in a text whose tags are gone: sorted, disjoint, without white space around them. */
export function scanText(source: string, namer: CodeNamer): Leak[] {
  return settle(source, (text) => scanOnce(text, namer));
}

/** The stretches of code in a text, leaked and shown alike, each with the evidence from itself alone. */
export function findStretches(source: string, namer: CodeNamer): Stretch[] {
  const stretches: Stretch[] = [];
  let previous = 0;
  for (const units of findRegions(source)) {
    if (!units.some((unit) => unit.points >= CODE_POINTS)) continue;
    const stretch = weigh(source, units, previous, namer);
    stretches.push(stretch);
    previous = stretch.end;
  }
  return stretches;
}

function scanOnce(source: string, namer: CodeNamer): Leak[] {
  const stretches = findStretches(source, namer);
  compare(stretches);
  const leaks: Leak[] = [];
  for (const stretch of stretches) {
    if (stretch.logit <= 0 || (stretch.logit < DOUBT && stretch.units.some((unit) => confirm(source, unit) < 0)))
      continue;
    const score = 1 / (1 + Math.exp(-stretch.logit));
    const reason = reasonOf(stretch);
    for (const [index, unit] of stretch.units.entries()) {
      const named = stretch.names[index];
      leaks.push({
        start: unit.start,
        end: unit.end,
        kind: unit.kind,
        rule: named?.rule ?? ruleOf(unit),
        category: named?.category ?? unit.kind,
        score,
        reason,
      });
    }
  }
  return leaks;
}

function ruleOf(unit: Unit): string {
  if (unit.kind === 'style') return 'style/rule';
  if (unit.kind === 'script') return 'script/statement';
  return unit.markup ? 'data/markup' : 'data/json';
}
