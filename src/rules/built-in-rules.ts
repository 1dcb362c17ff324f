import type { Rule } from '../types.ts';
import { type PackedRules, packRules } from './compile.ts';
import { AD_RULES } from './data/ads/index.ts';
import { CONSENT_RULES } from './data/consent/index.ts';
import { LABEL_RULES } from './data/labels/index.ts';
import { PROMO_RULES } from './data/promo/index.ts';
import { TRACKER_RULES } from './data/trackers/index.ts';
import { WIDGET_RULES } from './data/widgets/index.ts';
import { type SignatureList, signatureList } from './signature-list.ts';

// The build writes a module of this one's name and exports that holds all of it as JSON (scripts/pack-rules.mjs), since
// to load and compile the rules would take longer than to clean a page.

const RULES: readonly Rule[] = [
  ...AD_RULES,
  ...TRACKER_RULES,
  ...CONSENT_RULES,
  ...WIDGET_RULES,
  ...LABEL_RULES,
  ...PROMO_RULES,
];

/** All rules that come with the product. Of two that match the same thing, the first names it. */
export function builtInRules(): readonly Rule[] {
  return RULES;
}

/** The same, packed, with the list that the numbers are for. */
export function packedRules(): { list: SignatureList; packed: PackedRules } {
  return { list: signatureList(RULES), packed: packRules(RULES) };
}
