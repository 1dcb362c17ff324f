/** Words of class and id names that say what an element holds. Compared as whole words of a name, without letter case. */

/** Who wrote it. */
export const AUTHOR_WORDS: readonly string[] = [
  'author',
  'authors',
  'authorname',
  'auteur',
  'autor',
  'autore',
  'autoren',
  'byline',
  'bylines',
  'contributor',
  'contributors',
  'creator',
  'journalist',
  'verfasser',
  'writer',
  'writers',
  'username',
  'bigusername',
];

/** When it came out. */
export const DATE_WORDS: readonly string[] = [
  'date',
  'dateline',
  'datetime',
  'datum',
  'fecha',
  'postdate',
  'publication',
  'time',
  'timestamp',
];

/** The same, in words that leave no doubt. */
export const PUBLISHED_WORDS: readonly string[] = [
  'created',
  'posted',
  'pubdate',
  'publish',
  'published',
  'publishdate',
];

/** When it was changed. */
export const MODIFIED_WORDS: readonly string[] = [
  'edited',
  'lastmod',
  'lastupdated',
  'modified',
  'modification',
  'revised',
  'reviewed',
  'update',
  'updated',
];

/** Parts of a page that speak of other things than its own piece. */
export const OTHER_PART_WORDS: readonly string[] = [
  'breadcrumb',
  'breadcrumbs',
  'carousel',
  'comment',
  'commentlist',
  'comments',
  'disqus',
  'latest',
  'mega',
  'menu',
  'nav',
  'navbar',
  'navigation',
  'newsletter',
  'popular',
  'popup',
  'modal',
  'promo',
  'recent',
  'recommended',
  'recommendations',
  'related',
  'replies',
  'reply',
  'respond',
  'review',
  'reviews',
  'sidebar',
  'slider',
  'suggested',
  'teaser',
  'testimonial',
  'testimonials',
  'trending',
  'upcoming',
  'event',
  'todays', // "todays-date"
  'events',
];

/** Parts of a byline that are not the name. */
export const BESIDE_NAME_WORDS: readonly string[] = [
  'avatar',
  'bio',
  'biography',
  'description',
  'follow',
  'image',
  'img',
  'job',
  'photo',
  'picture',
  'position',
  'role',
  'social',
];

/** The headline of the page's piece. */
export const HEADLINE_WORDS: readonly string[] = ['headline', 'entry', 'title', 'heading', 'article', 'post', 'topic'];

/** The name of the site. */
export const SITE_WORDS: readonly string[] = ['logo', 'brand', 'branding', 'sitename', 'masthead'];
