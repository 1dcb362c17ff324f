import type { Rule } from '../../../types.ts';
import { FRAMEWORKS_CONSENT_RULES } from './frameworks.ts';
import { GENERIC_CONSENT_RULES } from './generic.ts';
import { PLATFORMS_CONSENT_RULES } from './platforms.ts';
import { PLUGINS_CONSENT_RULES } from './plugins.ts';

/** All rules of category 'consent'. */
export const CONSENT_RULES: readonly Rule[] = [
  ...FRAMEWORKS_CONSENT_RULES,
  ...PLATFORMS_CONSENT_RULES,
  ...PLUGINS_CONSENT_RULES,
  ...GENERIC_CONSENT_RULES,
];
