import type { Rule } from '../types.ts';
import { builtInRules, packedRules } from './built-in-rules.ts';
import { type CompiledRules, compileRules, openRules } from './compile.ts';

let builtIn: CompiledRules | undefined;
const withOwn = new WeakMap<readonly Rule[], CompiledRules>();

/**
 * The built-in rules, or those with a caller's own before them, compiled. The built-in ones are compiled at the first
 * call; a caller's array is compiled once and must not be changed afterwards.
 */
export function rulesFor(own: readonly Rule[] | undefined): CompiledRules {
  if (own === undefined || own.length === 0) {
    if (builtIn === undefined) {
      const { list, packed } = packedRules();
      builtIn = openRules(list, packed);
    }
    return builtIn;
  }
  let compiled = withOwn.get(own);
  if (compiled === undefined) {
    compiled = compileRules([...own, ...builtInRules()]);
    withOwn.set(own, compiled);
  }
  return compiled;
}
