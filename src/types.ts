/** What kind of thing a removed span was. */
export type Category =
  /** Ad slots, ad loaders, sponsored and affiliate boxes. */
  | 'ad'
  /** Analytics, pixels, tag managers. */
  | 'tracker'
  /** Cookie and privacy banners. */
  | 'consent'
  /** Share bars, related-links and newsletter boxes, comment-system loaders. */
  | 'widget'
  /** "Advertisement", "Continue reading below". */
  | 'label'
  /** "The post X appeared first on Y.", "Originally appeared on Z", subscription calls, trailing related links. */
  | 'promo'
  /** Leaked CSS that no ad rule knows. */
  | 'style'
  /** Leaked JavaScript that no ad rule knows. */
  | 'script'
  /** Leaked JSON, serialised state, markup fragments. */
  | 'data';

/**
 * What an element must hold beside its name, for a rule whose name says too little alone: no text longer than a label; a
 * short text all of whose links leave the site or are marked `nofollow` or `sponsored`; at least one form field.
 */
export type Holding = 'label' | 'paid-links' | 'field';

/**
 * One thing that a rule looks for. Words are compared without letter case. In `class`, `id`, `attr` and `value` one `*`
 * behind the first two characters stands for anything ("adthrive-*", "unit_*_native"). A `class` or `id` may also be the
 * last part of a word ("*-ad", which also stands for "*_ad").
 */
export type Signature =
  /** A whole class token, or its beginning with a trailing `*`, or its last part with a leading one. */
  | { readonly class: string; readonly tag?: string; readonly holding?: Holding }
  /** A whole id, or its beginning with a trailing `*`, or its last part with a leading one. */
  | { readonly id: string; readonly tag?: string; readonly holding?: Holding }
  /** An attribute by name (trailing `*` allowed), with its whole value or the beginning of it if given. */
  | { readonly attr: string; readonly value?: string; readonly tag?: string; readonly holding?: Holding }
  /** The host of `src`, `href` or `data-src` on a script, iframe, img, link, embed or a element; subdomains included. */
  | { readonly host: string; readonly path?: string; readonly tag?: string }
  /** A part of `src`, `href`, `data-src` or `action` on the same elements and on forms ("/www/delivery/ajs.php"). */
  | { readonly address: string; readonly tag?: string }
  /** An inline script, or a leaked one in text, that holds this identifier or dotted name ("googletag.cmd.push"). */
  | { readonly inlineScript: string }
  /** A style rule all of whose selectors name this class or id (trailing `*` allowed), written ".x" or "#x". */
  | { readonly inlineStyle: string }
  /** A comment that holds these words. */
  | { readonly comment: string }
  /** An element, or a line of text, whose whole text is this label. */
  | { readonly label: string }
  /** A line of text of this form: words with `{title}`, `{site}` or `{any}` as gaps, anchored at both ends. */
  | { readonly text: string }
  /** A CSS selector, for what nothing simpler can say; it must name at least one class, id or attribute. */
  | { readonly selector: string };

/** One piece of knowledge about injected markup. Rules are data: nothing in them is executed. */
export interface Rule {
  /** `family/what`, e.g. `adace/slot`. Stable: it is what `Removal.rule` says. */
  readonly id: string;
  readonly category: Category;
  /** Any of these signatures matches. */
  readonly match: Signature | readonly Signature[];
  /** Any of these on the same element, script or line vetoes. */
  readonly unless?: readonly Signature[];
}

/** A span that was taken out of the input. */
export interface Removal {
  /** The rule that took it: `adace/media-block`, `adsense/push`, `style/rule`, … */
  rule: string;
  category: Category;
  /** UTF-16 offset into the (decoded) input, inclusive. */
  start: number;
  /** UTF-16 offset into the (decoded) input, exclusive. Removals are sorted, never overlap and are never empty. */
  end: number;
  /** `input.slice(start, end)`. */
  text: string;
}

/** A compiled set of EasyList-style filters, made by `adstrip/filters`. */
export interface FilterEngine {
  /** The elements of a page that the filters hide or block, in document order. `strip` and `clean` ask once a page. */
  match(page: FilterPage): readonly FilterMatch[];
  /** The engine as bytes, to be loaded again with `deserializeFilters`. */
  serialize(): Uint8Array;
}

/** What a filter engine is shown of a page. */
export interface FilterPage {
  readonly url: string | undefined;
  /** The parsed page, in a form that only engines of the same version of this package can read. */
  readonly tree: object;
  /** Per node of the tree: 1 for the root of each subtree that the rules have taken already. */
  readonly removed: Uint8Array;
}

/** An element that a filter takes out. */
export interface FilterMatch {
  /** Its number in the tree. */
  readonly index: number;
  /** The filter's line, a long one shortened. */
  readonly filter: string;
}

export interface StripOptions {
  /** What the input is. Default `'auto'`: looks at the input. */
  type?: 'auto' | 'html' | 'text';
  /** The page's address: first- or third-party, relative links, site rules. */
  url?: string;
  /** The categories to remove. Default: all. */
  remove?: readonly Category[];
  /** Rules of the caller's own, beside the built-in ones. */
  rules?: readonly Rule[];
  /** EasyList-style lists, from `adstrip/filters`. */
  filters?: FilterEngine;
  /** The HTTP Content-Type header, for bytes: decides the encoding before `<meta>` and sniffing. */
  contentType?: string;
  /** How many UTF-16 units are looked at. Default 16 Mi; the rest is left out and `truncated` is true. */
  maxLength?: number;
}

export interface CleanOptions extends StripOptions {
  /** What a doubtful block is taken for. Default `'balance'`. */
  favor?: 'balance' | 'precision' | 'recall';
  /** Adds `blocks` to the result. */
  explain?: boolean;
}

export interface StripResult {
  /** The input with the removed spans cut out and nothing else changed. */
  output: string;
  /** `restore(output, removed)` is the input, always. */
  removed: Removal[];
  type: 'html' | 'text';
  /** The encoding of an input of bytes, as a WHATWG label; `input` is then the decoded string. */
  encoding?: string;
  /** Whether the input was longer than `maxLength`. */
  truncated: boolean;
}

/** Facts about the document. A field without evidence is absent (a list is empty). */
export interface Metadata {
  title?: string;
  authors: string[];
  /** ISO 8601, as exact as the page is. */
  published?: string;
  /** ISO 8601, as exact as the page is. */
  modified?: string;
  description?: string;
  site?: string;
  /** BCP 47. */
  language?: string;
  canonicalUrl?: string;
  image?: string;
  section?: string;
  tags: string[];
  /** Where a syndicated piece first appeared. */
  originalSource?: string;
  license?: string;
  /** Where each value came from: `'json-ld'`, `'og'`, `'meta'`, `'byline'`, `'text'`, … */
  sources: Partial<Record<keyof Metadata, string>>;
}

export type PageType =
  | 'article'
  | 'documentation'
  | 'forum'
  | 'product'
  | 'listing'
  | 'collection'
  | 'service'
  | 'other';

/** What became of one block of the page. */
export interface BlockDecision {
  /** UTF-16 offset into the (decoded) input, inclusive. */
  start: number;
  /** UTF-16 offset into the (decoded) input, exclusive. */
  end: number;
  kept: boolean;
  /** 0..1: how sure it is that the block belongs to the content. */
  score: number;
  /** The main reasons, in words. */
  reason: string;
  text: string;
}

export interface CleanResult extends Omit<StripResult, 'output'> {
  /** The article: paragraphs apart by a blank line; list items, table rows and verse lines one a line; code as it stands. */
  text: string;
  /** The article as safe HTML: allow-listed elements, attributes and URL schemes, links absolute where `url` is known. */
  html: string;
  metadata: Metadata;
  pageType: PageType;
  /** 0..1: the expected word-F1 of `text`. */
  confidence: number;
  /** Words of `text`, by Unicode word boundaries. */
  wordCount: number;
  /** With `explain`: every block of the page, in order. */
  blocks?: BlockDecision[];
}
