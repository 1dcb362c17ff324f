import type { Rule } from '../../../types.ts';
import { ANALYTICS_TRACKER_RULES } from './analytics.ts';
import { AUDIENCE_TRACKER_RULES } from './audience.ts';
import { BEHAVIOUR_TRACKER_RULES } from './behaviour.ts';
import { EXPERIMENTS_TRACKER_RULES } from './experiments.ts';
import { GOOGLE_TRACKER_RULES } from './google.ts';
import { HIDDEN_PIXELS_TRACKER_RULES } from './hidden-pixels.ts';
import { HINTS_TRACKER_RULES } from './hints.ts';
import { MARKETING_TRACKER_RULES } from './marketing.ts';
import { MONITORING_TRACKER_RULES } from './monitoring.ts';
import { PIXELS_TRACKER_RULES } from './pixels.ts';
import { REGIONAL_TRACKER_RULES } from './regional.ts';
import { WORDPRESS_TRACKER_RULES } from './wordpress.ts';

/** All rules of category 'tracker'. */
export const TRACKER_RULES: readonly Rule[] = [
  ...ANALYTICS_TRACKER_RULES,
  ...AUDIENCE_TRACKER_RULES,
  ...BEHAVIOUR_TRACKER_RULES,
  ...EXPERIMENTS_TRACKER_RULES,
  ...GOOGLE_TRACKER_RULES,
  ...MARKETING_TRACKER_RULES,
  ...MONITORING_TRACKER_RULES,
  ...PIXELS_TRACKER_RULES,
  ...REGIONAL_TRACKER_RULES,
  ...WORDPRESS_TRACKER_RULES,
  ...HIDDEN_PIXELS_TRACKER_RULES,
  ...HINTS_TRACKER_RULES,
];
