import type { Rule } from '../../../types.ts';
import { AD_INSERTER_RULES } from './ad-inserter.ts';
import { AD_SERVER_RULES } from './ad-servers.ts';
import { ADACE_RULES } from './adace.ts';
import { ADSENSE_RULES } from './adsense.ts';
import { ADTECH_SERVICE_RULES } from './adtech-services.ts';
import { ADVANCED_ADS_RULES } from './advanced-ads.ts';
import { AFFILIATE_RULES } from './affiliate.ts';
import { AMAZON_RULES } from './amazon.ts';
import { AMP_RULES } from './amp.ts';
import { DEVELOPER_AD_RULES } from './developer-ads.ts';
import { FORUM_RULES } from './forums.ts';
import { GENERIC_RULES } from './generic.ts';
import { GENERIC_LAST_PART_RULES } from './generic-last-part.ts';
import { GENERIC_PLACE_RULES } from './generic-places.ts';
import { HEADER_BIDDING_RULES } from './header-bidding.ts';
import { MANAGED_NETWORK_RULES } from './managed-networks.ts';
import { OTHER_NETWORK_RULES } from './other-networks.ts';
import { PLATFORM_RULES } from './platforms.ts';
import { PUBLISHER_TAG_RULES } from './publisher-tag.ts';
import { PUBLISHER_RULES } from './publishers.ts';
import { RECOMMENDATION_RULES } from './recommendation.ts';
import { VIDEO_AD_RULES } from './video-ads.ts';
import { WORDPRESS_INSERTER_RULES } from './wordpress-inserters.ts';

/**
 * The built-in rules of category `ad`. Of two rules that take the same element the earlier names it, so makers' own
 * markup comes before what anybody may write.
 */
export const AD_RULES: readonly Rule[] = [
  ...ADACE_RULES,
  ...AD_INSERTER_RULES,
  ...ADVANCED_ADS_RULES,
  ...WORDPRESS_INSERTER_RULES,
  ...AMP_RULES,
  ...ADSENSE_RULES,
  ...MANAGED_NETWORK_RULES,
  ...DEVELOPER_AD_RULES,
  ...RECOMMENDATION_RULES,
  ...VIDEO_AD_RULES,
  ...OTHER_NETWORK_RULES,
  ...ADTECH_SERVICE_RULES,
  ...AMAZON_RULES,
  ...AFFILIATE_RULES,
  ...HEADER_BIDDING_RULES,
  ...AD_SERVER_RULES,
  ...FORUM_RULES,
  ...PLATFORM_RULES,
  ...PUBLISHER_RULES,
  ...PUBLISHER_TAG_RULES,
  ...GENERIC_RULES,
  ...GENERIC_PLACE_RULES,
  ...GENERIC_LAST_PART_RULES,
];
