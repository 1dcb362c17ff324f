/** Class prefixes that name the language of a code sample: Prism and the HTML standard, highlight.js, GitHub. */
export const LANGUAGE_CLASSES: readonly string[] = ['language-', 'lang-', 'highlight-source-', 'brush:', 'sourcecode-'];

/** Names of that form which are no languages. */
export const NO_LANGUAGES: ReadonlySet<string> = new Set(['none', 'plain', 'plaintext', 'text', 'txt', 'nohighlight']);

/** File names of images that only hold the place of one that a script loads later. */
export const PLACEHOLDER_IMAGES: ReadonlySet<string> = new Set([
  '1x1',
  'blank',
  'clear',
  'dot',
  'empty',
  'grey',
  'gray',
  'lazy',
  'lazyload',
  'loader',
  'loading',
  'pixel',
  'placeholder',
  'spacer',
  'trans',
  'transparent',
]);
