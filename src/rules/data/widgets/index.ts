import type { Rule } from '../../../types.ts';
import { CHAT_WIDGET_RULES } from './chat.ts';
import { COMMENTS_WIDGET_RULES } from './comments.ts';
import { EMBEDS_WIDGET_RULES } from './embeds.ts';
import { FORMS_WIDGET_RULES } from './forms.ts';
import { GALLERIES_WIDGET_RULES } from './galleries.ts';
import { NEWSLETTER_WIDGET_RULES } from './newsletter.ts';
import { NEWSLETTER_GENERIC_WIDGET_RULES } from './newsletter-generic.ts';
import { PAYWALLS_WIDGET_RULES } from './paywalls.ts';
import { PLAYERS_WIDGET_RULES } from './players.ts';
import { POPUPS_WIDGET_RULES } from './popups.ts';
import { PUSH_WIDGET_RULES } from './push.ts';
import { RELATED_WIDGET_RULES } from './related.ts';
import { RELATED_GENERIC_WIDGET_RULES } from './related-generic.ts';
import { SERVICES_WIDGET_RULES } from './services.ts';
import { SHARE_WIDGET_RULES } from './share.ts';
import { SHARE_GENERIC_WIDGET_RULES } from './share-generic.ts';

/** All rules of category 'widget'. */
export const WIDGET_RULES: readonly Rule[] = [
  ...CHAT_WIDGET_RULES,
  ...COMMENTS_WIDGET_RULES,
  ...EMBEDS_WIDGET_RULES,
  ...FORMS_WIDGET_RULES,
  ...GALLERIES_WIDGET_RULES,
  ...NEWSLETTER_WIDGET_RULES,
  ...PAYWALLS_WIDGET_RULES,
  ...PLAYERS_WIDGET_RULES,
  ...POPUPS_WIDGET_RULES,
  ...PUSH_WIDGET_RULES,
  ...RELATED_WIDGET_RULES,
  ...SERVICES_WIDGET_RULES,
  ...SHARE_WIDGET_RULES,
  ...NEWSLETTER_GENERIC_WIDGET_RULES,
  ...RELATED_GENERIC_WIDGET_RULES,
  ...SHARE_GENERIC_WIDGET_RULES,
];
