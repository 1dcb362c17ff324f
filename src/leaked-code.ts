import type { CompiledRules } from './rules/compile.ts';
import { codeNamer } from './rules/name-code.ts';
import { scanText } from './scan/text.ts';
import type { Leak } from './scan/types.ts';
import type { Category } from './types.ts';

/**
 * The leaked code in a text that is to go. Code of an ad or a tracker goes with its category; that of a widget or a
 * consent layer, which is in the text for no purpose either, also with its language's (`style`, `script`, `data`).
 */
export function findLeakedCode(text: string, rules: CompiledRules, wanted: (category: Category) => boolean): Leak[] {
  return scanText(
    text,
    codeNamer(rules),
    ({ category, kind }) => wanted(category) || (category !== 'ad' && category !== 'tracker' && wanted(kind)),
  );
}
