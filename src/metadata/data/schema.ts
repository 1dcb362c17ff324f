/** Types of schema.org (https://schema.org/docs/full.html), without letter case, by what they mean for a page. */

/** One dated piece by somebody. */
export const ARTICLE_SCHEMAS: readonly string[] = [
  'advertisercontentarticle',
  'analysisnewsarticle',
  'article',
  'askpublicnewsarticle',
  'backgroundnewsarticle',
  'blogposting',
  'claimreview',
  'criticreview',
  'liveblogposting',
  'medicalscholarlyarticle',
  'medicalwebpage',
  'newsarticle',
  'opinionnewsarticle',
  'recipe',
  'report',
  'reportagenewsarticle',
  'reviewnewsarticle',
  'satiricalarticle',
  'scholarlyarticle',
  'techarticle',
  'thesis',
];

/** What may be a page's piece where nothing of the above is there: all of them also stand beside something else. */
export const WEAK_ARTICLE_SCHEMAS: readonly string[] = ['creativework', 'howto', 'learningresource', 'review'];

/** A thread: its author and date are those of the opening post. */
export const POSTING_SCHEMAS: readonly string[] = ['discussionforumposting', 'question', 'socialmediaposting'];

/** A page that holds a question or thread as its main entity. */
export const PAGE_SCHEMAS: readonly string[] = [
  'aboutpage',
  'collectionpage',
  'contactpage',
  'faqpage',
  'itempage',
  'medicalwebpage',
  'profilepage',
  'qapage',
  'webpage',
];

export const SITE_SCHEMAS: readonly string[] = ['website'];

/** Things for sale: their makers are no authors and their release is no publication. */
export const PRODUCT_SCHEMAS: readonly string[] = [
  'product',
  'productgroup',
  'individualproduct',
  'productmodel',
  'vehicle',
  'car',
];

/** Microdata scopes whose authors and dates are not the page's. */
export const FOREIGN_SCOPES: readonly string[] = [
  'answer',
  'comment',
  'offer',
  'product',
  'review',
  'usercomments',
  'imageobject',
  'videoobject',
  'event',
  'aggregaterating',
];

export const ORGANIZATION_SCHEMAS: readonly string[] = [
  'airline',
  'collegeoruniversity',
  'corporation',
  'educationalorganization',
  'governmentorganization',
  'localbusiness',
  'medicalorganization',
  'newsmediaorganization',
  'ngo',
  'onlinebusiness',
  'onlinestore',
  'organization',
  'professionalservice',
];
