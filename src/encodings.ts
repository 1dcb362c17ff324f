/**
 * What tells legacy encodings apart when nothing declares them: for each language the letters outside ASCII that its
 * texts are made of, and the encodings it was written in. Encodings are tried in this order; of equals the first wins.
 * The letters are those of the languages' alphabets; the encodings are the defaults that the HTML standard's table of
 * locales gives ("determining the character encoding"), and the other WHATWG encodings that were in use for them.
 */
export interface LegacyLanguage {
  /** Lower-case letters outside ASCII. */
  readonly letters: string;
  /** Of scripts other than Latin, the letters that half of a text or more is made of. */
  readonly frequent?: string;
  /** WHATWG names. */
  readonly encodings: readonly string[];
}

const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];

export const LEGACY_LANGUAGES: readonly LegacyLanguage[] = [
  { letters: 'àâæçèéêëîïôùûüÿœ', encodings: WESTERN }, // French
  { letters: 'äöüß', encodings: WESTERN }, // German
  { letters: 'áéíñóúüªº', encodings: WESTERN }, // Spanish
  { letters: 'áâãàçéêíóôõúüªº', encodings: WESTERN }, // Portuguese
  { letters: 'àèéìíòóùú', encodings: WESTERN }, // Italian
  { letters: 'æøåéäöü', encodings: [...WESTERN, 'iso-8859-10'] }, // Danish, Norwegian, Swedish, Finnish
  { letters: 'áéëèïíóöüú', encodings: WESTERN }, // Dutch
  { letters: 'áðéíóúýþæö', encodings: WESTERN }, // Icelandic
  { letters: 'ąćęłńóśźż', encodings: CENTRAL }, // Polish
  { letters: 'áčďéěíňóřšťúůýžľĺŕäô', encodings: CENTRAL }, // Czech, Slovak
  { letters: 'áéíóöőúüű', encodings: CENTRAL }, // Hungarian
  { letters: 'čćđšž', encodings: CENTRAL }, // Croatian, Bosnian, Slovene
  { letters: 'ăâîşţșț', encodings: [...CENTRAL, 'iso-8859-16'] }, // Romanian
  { letters: 'çğıöşüâîû', encodings: ['windows-1254'] }, // Turkish
  { letters: 'ąčęėįšųūž', encodings: ['windows-1257', 'iso-8859-13', 'iso-8859-4'] }, // Lithuanian
  { letters: 'āčēģīķļņšūž', encodings: ['windows-1257', 'iso-8859-13', 'iso-8859-4'] }, // Latvian
  { letters: 'äöõüšž', encodings: ['windows-1257', 'iso-8859-13', 'iso-8859-4'] }, // Estonian
  { letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё', frequent: 'оеаинтсрвл', encodings: CYRILLIC }, // Russian, Bulgarian
  { letters: 'абвгдежзийклмнопрстуфхцчшщьюяєіїґ', frequent: 'оаниетврісл', encodings: CYRILLIC }, // Ukrainian
  { letters: 'абвгдежзийклмнопрстуфхцчшђѓјљњќћџѕ', frequent: 'аоиенрстјвкл', encodings: CYRILLIC }, // Serbian, Macedonian
  {
    letters: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
    frequent: 'αοιετσνηυρπκ',
    encodings: ['windows-1253', 'iso-8859-7'],
  }, // Greek
  { letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת', frequent: 'יוהלאמרתבנש', encodings: ['windows-1255', 'iso-8859-8'] }, // Hebrew
  {
    letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکی،؟',
    frequent: 'املنيوهرتبعدی',
    encodings: ['windows-1256', 'iso-8859-6'],
  }, // Arabic, Persian
  {
    letters: 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืฺุูเแโใไๆ็่้๊๋์ฯ',
    frequent: 'านรอกเงมยล่วดท้ิี',
    encodings: ['windows-874'],
  }, // Thai
];

/** An encoding of one or two bytes a character, as ranges: enough to see whether bytes are its everyday characters. */
export interface TwoByteEncoding {
  readonly encoding: string;
  /** First bytes of a pair: inclusive ranges, low and high in turn. */
  readonly leads: readonly number[];
  /** Second bytes of a pair. */
  readonly trails: readonly number[];
  /** First bytes of the characters that everyday text is made of; second bytes from `everydayTrail` on. */
  readonly everyday: readonly number[];
  readonly everydayTrail: number;
  /** First bytes of its Greek and Cyrillic letters: what a text in such an alphabet is made of, if that is declared. */
  readonly alphabets: readonly number[];
}

/** Everyday characters are the first level of each standard (JIS X 0208, KS X 1001, GB 2312, Big5), kana and punctuation. */
export const TWO_BYTE_ENCODINGS: readonly TwoByteEncoding[] = [
  {
    encoding: 'euc-kr',
    leads: [0x81, 0xfe],
    trails: [0x41, 0x5a, 0x61, 0x7a, 0x81, 0xfe],
    everyday: [0xa1, 0xa3, 0xb0, 0xc8],
    everydayTrail: 0xa1,
    alphabets: [0xa5, 0xa5, 0xac, 0xac],
  },
  {
    encoding: 'euc-jp',
    leads: [0xa1, 0xfe],
    trails: [0xa1, 0xfe],
    everyday: [0xa1, 0xa1, 0xa3, 0xa5, 0xb0, 0xcf],
    everydayTrail: 0xa1,
    alphabets: [0xa6, 0xa7],
  },
  {
    encoding: 'gbk',
    leads: [0x81, 0xfe],
    trails: [0x40, 0x7e, 0x80, 0xfe],
    everyday: [0xa1, 0xa1, 0xa3, 0xa3, 0xb0, 0xd7],
    everydayTrail: 0xa1,
    alphabets: [0xa6, 0xa7],
  },
  {
    encoding: 'big5',
    leads: [0x81, 0xfe],
    trails: [0x40, 0x7e, 0xa1, 0xfe],
    everyday: [0xa1, 0xc6],
    everydayTrail: 0x40,
    alphabets: [0xa3, 0xa3, 0xc7, 0xc8],
  },
  {
    encoding: 'shift_jis',
    leads: [0x81, 0x9f, 0xe0, 0xfc],
    trails: [0x40, 0x7e, 0x80, 0xfc],
    everyday: [0x81, 0x83, 0x88, 0x97],
    everydayTrail: 0x40,
    alphabets: [0x83, 0x84],
  },
];
