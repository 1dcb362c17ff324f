/**
 * The marks of quotations by language, outer and inner, as Unicode's CLDR gives them (`delimiters` of each locale). A tag
 * of a language and a region or script goes before that of the language; the marks of English stand for all others.
 */
export const DEFAULT_MARKS = '“”‘’';

export const QUOTATION_MARKS: Readonly<Record<string, string>> = {
  '„“‚‘': 'cs de dsb hr hsb is lb sk sl',
  '„“„“': 'bg lt',
  '„“’‘': 'mk',
  '„“«»': 'et ka',
  '„”’’': 'sr',
  '„”‘’': 'bs',
  '„”«»': 'pl ro',
  '„”»«': 'hu',
  '””’’': 'fi he sv',
  '‘’“”': 'nl cy',
  '«»«»': 'fr hy',
  '«»“”': 'ca el es eu it pt-pt sq lv',
  '«»„“': 'be ru uk',
  '«»‘’': 'nb nn no',
  '«»‹›': 'de-ch de-li fa fr-ch it-ch rm',
  '”“’‘': 'ar ur',
  '「」『』': 'ja zh-hant zh-hk zh-mo zh-tw',
};
