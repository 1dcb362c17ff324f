import type { Rule } from '../../../types.ts';
import { AFFILIATE_RULES } from './affiliate.ts';
import { APPEARED_FIRST_ON_RULES } from './appeared-first-on.ts';
import { COMMENTS_RULES } from './comments.ts';
import { CONTINUE_READING_RULES } from './continue-reading.ts';
import { COOKIE_LINE_RULES } from './cookie-line.ts';
import { DONATE_RULES } from './donate.ts';
import { FILED_UNDER_RULES } from './filed-under.ts';
import { FOLLOW_RULES } from './follow.ts';
import { LISTEN_RULES } from './listen.ts';
import { ORIGINALLY_PUBLISHED_RULES } from './originally-published.ts';
import { READ_MORE_RULES } from './read-more.ts';
import { RELATED_RULES } from './related.ts';
import { RELATED_LIST_RULES } from './related-list.ts';
import { SHARE_BUTTON_RULES } from './share-button.ts';
import { SHARE_LINE_RULES } from './share-line.ts';
import { SUBSCRIBE_RULES } from './subscribe.ts';
import { TECHNICAL_RULES } from './technical.ts';

/** The built-in lines of promotion, by family. Of two that fit a line, the earlier names it. */
export const PROMO_RULES: readonly Rule[] = [
  ...APPEARED_FIRST_ON_RULES,
  ...ORIGINALLY_PUBLISHED_RULES,
  ...SHARE_BUTTON_RULES,
  ...TECHNICAL_RULES,
  ...AFFILIATE_RULES,
  ...COOKIE_LINE_RULES,
  ...COMMENTS_RULES,
  ...SUBSCRIBE_RULES,
  ...FOLLOW_RULES,
  ...DONATE_RULES,
  ...LISTEN_RULES,
  ...CONTINUE_READING_RULES,
  ...SHARE_LINE_RULES,
  ...FILED_UNDER_RULES,
  ...READ_MORE_RULES,
  ...RELATED_RULES,
  ...RELATED_LIST_RULES,
];
