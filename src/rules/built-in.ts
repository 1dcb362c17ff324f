import type { Rule } from '../types.ts';
import { type CompiledRules, compileRules } from './compile.ts';
import { AD_RULES } from './data/ads/index.ts';
import { CONSENT_RULES } from './data/consent/index.ts';
import { LABEL_RULES } from './data/labels/index.ts';
import { PROMO_RULES } from './data/promo/index.ts';
import { TRACKER_RULES } from './data/trackers/index.ts';
import { WIDGET_RULES } from './data/widgets/index.ts';

/** All rules that come with the product. Of two that match the same thing, the first names it. */
export const BUILT_IN_RULES: readonly Rule[] = [
  ...AD_RULES,
  ...TRACKER_RULES,
  ...CONSENT_RULES,
  ...WIDGET_RULES,
  ...LABEL_RULES,
  ...PROMO_RULES,
];

let builtIn: CompiledRules | undefined;
const withOwn = new WeakMap<readonly Rule[], CompiledRules>();

/**
 * The built-in rules, or those with a caller's own before them, compiled. The built-in ones are compiled at the first
 * call; a caller's array is compiled once and must not be changed afterwards.
 */
export function rulesFor(own: readonly Rule[] | undefined): CompiledRules {
  if (own === undefined || own.length === 0) {
    builtIn ??= compileRules(BUILT_IN_RULES);
    return builtIn;
  }
  let compiled = withOwn.get(own);
  if (compiled === undefined) {
    compiled = compileRules([...own, ...BUILT_IN_RULES]);
    withOwn.set(own, compiled);
  }
  return compiled;
}
