import { cascade } from './cascade.ts';
import { confirm } from './confirm.ts';
import { compare, reasonOf, type Stretch, weigh } from './evidence/judge.ts';
import { CODE_POINTS, findRegions } from './regions.ts';
import { type Found, settle } from './settle.ts';
import type { CodeNamer, Leak, NamedCode } from './types.ts';
import type { Unit } from './units.ts';

/** Evidence, as a logit, below which the language's own parser has to take the code as well. */
const DOUBT = 2;

/**
 * The spans of leaked code in a text whose tags are gone: sorted, disjoint, without white space around them. Those that
 * are not wanted stay, also for what is looked for in the text that the others leave.
 */
export function scanText(source: string, namer: CodeNamer, isWanted: (leak: Leak) => boolean = () => true): Leak[] {
  return settle(source, (text, late) => scanOnce(text, namer, isWanted, late));
}

/** The stretches of code in a text, leaked and shown alike, each with the evidence from itself alone. */
export function findStretches(source: string, namer: CodeNamer): Stretch[] {
  const stretches: Stretch[] = [];
  let previous = 0;
  for (const region of findRegions(source)) {
    if (!region.some((unit) => unit.points >= CODE_POINTS)) continue; // nor has any part of it
    for (const { units, names } of splitAtEmptyLines(source, region, namer)) {
      if (!units.some((unit) => unit.points >= CODE_POINTS)) continue;
      const stretch = weigh(source, units, names, previous);
      stretches.push(stretch);
      previous = stretch.end;
    }
  }
  return stretches;
}

interface NamedUnits {
  readonly units: Unit[];
  readonly names: (NamedCode | undefined)[];
}

/**
 * The parts of a region between which an empty line stands and which are of different make: scripts and styles, or a
 * vendor's code, which has a name, beside code that the writer shows, which has none.
 */
function splitAtEmptyLines(source: string, region: readonly Unit[], namer: CodeNamer): NamedUnits[] {
  const parts: NamedUnits[] = [];
  let from = 0;
  let part: NamedUnits | undefined;
  let named = false;
  for (const unit of region) {
    const { start, end, kind } = unit;
    const name = kind === 'style' ? namer.style(source, start, end) : namer.script(source, start, end);
    if (
      part === undefined ||
      ((named !== (name !== undefined) || kind !== part.units[part.units.length - 1].kind) &&
        hasEmptyLine(source, from, start))
    ) {
      part = { units: [], names: [] };
      parts.push(part);
      named = false;
    }
    named ||= name !== undefined;
    part.units.push(unit);
    part.names.push(name);
    from = end;
  }
  return parts;
}

/** Whether the white space between two offsets holds two line breaks. */
function hasEmptyLine(source: string, from: number, to: number): boolean {
  const first = source.indexOf('\n', from);
  if (first < 0 || first >= to) return false;
  const second = source.indexOf('\n', first + 1);
  return second >= 0 && second < to;
}

function scanOnce(source: string, namer: CodeNamer, isWanted: (leak: Leak) => boolean, late: boolean): Found {
  const stretches = findStretches(source, namer);
  compare(stretches);
  const isLeak = (stretch: Stretch): boolean =>
    stretch.logit > 0 && (stretch.logit >= DOUBT || stretch.units.every((unit) => confirm(source, unit) >= 0));
  const leaksOf = (stretch: Stretch): Leak[] => (isLeak(stretch) ? unitsOf(stretch).filter(isWanted) : []);
  const goesWhole = (stretch: Stretch): boolean => leaksOf(stretch).length === stretch.units.length;
  const read = late ? cascade(source, stretches, goesWhole) : 0;
  return { leaks: stretches.flatMap(leaksOf), read };
}

/** The units of a stretch as leaks. */
function unitsOf(stretch: Stretch): Leak[] {
  const score = 1 / (1 + Math.exp(-stretch.logit));
  const reason = reasonOf(stretch);
  return stretch.units.map((unit, index) => {
    const named = stretch.names[index];
    const { start, end, kind } = unit;
    return { start, end, kind, rule: named?.rule ?? ruleOf(unit), category: named?.category ?? kind, score, reason };
  });
}

function ruleOf(unit: Unit): string {
  if (unit.kind === 'style') return 'style/rule';
  if (unit.kind === 'script') return 'script/statement';
  return unit.markup ? 'data/markup' : 'data/json';
}
