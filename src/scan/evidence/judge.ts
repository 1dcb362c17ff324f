import { ALONE, TOGETHER } from '../data/evidence-weights.ts';
import type { NamedCode } from '../types.ts';
import type { Unit } from '../units.ts';
import { FEATURES, type Feature } from './feature-names.ts';
import { measure } from './features.ts';

/** A stretch of code with what is known of it. */
export interface Stretch {
  units: readonly Unit[];
  start: number;
  end: number;
  /** What the caller's rules call each of its units. */
  names: readonly (NamedCode | undefined)[];
  named: boolean;
  features: Record<Feature, number>;
  /** Most of it is 0 script, 1 style, 2 JSON, 3 markup. */
  language: number;
  /** Evidence that it leaked rather than is shown, from itself alone: a logit. */
  alone: number;
  /** The same with what the code near by says. */
  logit: number;
}

/** How far, in characters, code that the writer shows speaks for the code around it. */
export const NEIGHBOURHOOD: number = 20_000;
/** What the corpus cannot tell, since its pages are no Markdown: an indented block, code in the middle of a sentence. */
const SHOWN_BLOCK = -2.5;
const SHOWN_INLINE = -6;
/** A line above it that names its language, as documentation has it: rarer in the corpus than in the world. */
const SHOWN_LABEL = -1.5;
/** Markup around prose, as in a box that offers an article's source: what leaks is mostly tags, in the whole corpus. */
const SHOWN_PROSE = -5;
const PROSE_SHARE = 0.35;
/** HTML comments and nothing else: nobody shows them without other markup, and the corpus has few. */
const LEAKED_COMMENT = 2.5;
/** A CDATA section without the tag around it: who shows one shows the tag as well. */
const LEAKED_SECTION = 2;
/** How much one neighbour may say. */
const MOST = 3;

const ALONE_VECTOR = FEATURES.map((name) => ALONE.weights[name]);
const TOGETHER_VECTOR = FEATURES.map((name) => TOGETHER.weights[name]);

/** Measures a stretch of code; `names` are those of its units, `previous` is where the one before it ends. */
export function weigh(
  source: string,
  units: readonly Unit[],
  names: readonly (NamedCode | undefined)[],
  previous: number,
): Stretch {
  const features = measure(source, units, previous);
  const named = names.some((name) => name !== undefined);
  const { style, json, markup } = features;
  const most = Math.max(style, json, markup, 1 - style - json - markup);
  const language = most === style ? 1 : most === json ? 2 : most === markup ? 3 : 0;
  const alone = ALONE.bias + (named ? ALONE.named : 0) + sum(ALONE_VECTOR, features);
  const [{ start }] = units;
  const { end } = units[units.length - 1];
  return { units, start, end, names, named, features, language, alone, logit: alone };
}

/** Lets neighbours speak: sets `logit` of every stretch. They are in order. */
export function compare(stretches: readonly Stretch[]): void {
  eachNeighbourhood(stretches, decide);
}

/** Sets `logit` of a stretch by what the others near it say, as `eachNeighbourhood` gives it. */
export function decide(stretch: Stretch, near: number, nearAlike: number, nearLeaked: number): void {
  let logit = TOGETHER.bias + (stretch.named ? TOGETHER.named : 0) + sum(TOGETHER_VECTOR, stretch.features);
  logit += TOGETHER.nearShown * near;
  logit += TOGETHER.nearShownAlike * nearAlike;
  logit += TOGETHER.nearLeaked * nearLeaked;
  for (const [feature, weight] of TOGETHER.unmoved) logit += weight * near * stretch.features[feature];
  const { comment, indent, inline, label, markup, textShare, wrapped } = stretch.features;
  if (markup > 0.9 && textShare > PROSE_SHARE) logit += SHOWN_PROSE;
  logit += SHOWN_BLOCK * indent + SHOWN_INLINE * inline + SHOWN_LABEL * label;
  stretch.logit = logit + LEAKED_COMMENT * comment + LEAKED_SECTION * wrapped;
}

/**
 * Gives each stretch with what the others near it say of themselves: that they are shown, that they are shown and of
 * its language, that they leaked; logarithms of sums of clipped logits. Two moving ends make it linear.
 */
export function eachNeighbourhood(
  stretches: readonly Stretch[],
  visit: (stretch: Stretch, nearShown: number, nearShownAlike: number, nearLeaked: number) => void,
): void {
  const shown = new Float64Array(4); // by language
  let leaked = 0;
  let from = 0;
  let to = 0;
  const count = ({ alone, language }: Stretch, sign: number): void => {
    shown[language] += sign * clip(-alone);
    leaked += sign * clip(alone);
  };
  for (const stretch of stretches) {
    while (to < stretches.length && stretches[to].start < stretch.end + NEIGHBOURHOOD) count(stretches[to++], 1);
    while (stretches[from].end <= stretch.start - NEIGHBOURHOOD) count(stretches[from++], -1);
    const own = clip(-stretch.alone);
    visit(
      stretch,
      logarithm(shown[0] + shown[1] + shown[2] + shown[3] - own),
      logarithm(shown[stretch.language] - own),
      logarithm(leaked - clip(stretch.alone)),
    );
  }
}

/** What spoke loudest for the decision, in words. */
export function reasonOf({ features, named, logit }: Stretch): string {
  const sign = logit > 0 ? 1 : -1;
  const loudest = FEATURES.map((name) => ({
    name: name as string,
    share: TOGETHER.weights[name] * features[name] * sign,
  }))
    .concat({ name: 'named', share: named ? TOGETHER.named * sign : 0 })
    .filter(({ share }) => share > 0.2)
    .sort((a, b) => b.share - a.share);
  return loudest
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
}

/** `weights` are in the order of `FEATURES`. */
function sum(weights: readonly number[], features: Readonly<Record<Feature, number>>): number {
  let total = 0;
  for (let i = 0; i < FEATURES.length; i++) total += weights[i] * features[FEATURES[i]];
  return total;
}

/** What one stretch says, of the logit it has from itself alone. */
export function clip(value: number): number {
  return Math.max(0, Math.min(MOST, value));
}

/** What all near by say together. */
export function logarithm(value: number): number {
  return Math.log2(1 + Math.max(0, value));
}
