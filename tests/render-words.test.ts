import { describe, expect, it } from 'vitest';
import { countWords } from '../src/render/words.ts';

describe('countWords', () => {
  const cases: readonly (readonly [text: string, words: number, why: string])[] = [
    ['', 0, 'nothing'],
    [' \n\t— … !? ()', 0, 'signs'],
    ['one two\nthree', 3, 'blanks'],
    ['a-b a/b a—b', 6, 'dashes and slashes part'],
    ["can't it’s rock'n'roll 'quoted'", 4, 'apostrophes join within a word'],
    ['e.g. U.S.A. www.example.org end.next', 4, 'full stops between letters join'],
    ['3.14 1,000,000 1;2', 3, 'and between digits, with commas and semicolons'],
    ['a,b 3.a a.3', 6, 'but not between a letter and a digit, nor a comma between letters'],
    ['x86 3rd snake_case _a 10km²', 5, 'letters, digits and underscores are one word'],
    ['__ _ ___', 0, 'underscores alone are none'],
    ["don''t a..b", 4, 'two marks in a row part'],
    ['naïve cafe\u0301 Ångström', 3, 'accents, composed or not'],
    ['Привет мир γειά σου ሰላም', 5, 'any script with blanks'],
    ['안녕하세요 세계', 2, 'Hangul by blanks'],
    ['漢字かな', 4, 'ideographs and hiragana one by one'],
    ['カタカナ コーヒー', 2, 'katakana by runs'],
    ['สวัสดีครับ ราคา', 2, 'scripts without blanks by runs'],
    ['می\u200cخواهم', 1, 'a joiner is no boundary'],
    ['co\u00adoperate', 1, 'nor a soft hyphen'],
    ['😀 👩‍👧 ☎', 0, 'pictures'],
    ['𝒳𝒴 𐍈𐌰', 2, 'letters beyond U+FFFF'],
    ['צה"ל אמר "שלום"', 3, 'the mark of a Hebrew abbreviation'],
    ['١٬٢٣٤ ३३', 2, 'digits of any script'],
    ['a\ud800b', 2, 'half of a character'],
  ];
  for (const [text, words, why] of cases) {
    it(`counts ${words} in ${JSON.stringify(text)}: ${why}`, () => {
      expect(countWords(text)).toBe(words);
    });
  }

  it('agrees with the standard on prose', () => {
    const prose =
      "She'd sold 1,250 of them — at $3.50 each — by 5 o'clock; “Not bad,” said Mr. O’Neil (aged 70), “for a Tuesday!” " +
      'Žluťoučký kůň úpěl ďábelské ódy. Der Fluß ist 3,5 km breit. L’été s’en va. Δεν ξέρω. Он не пришёл, а жаль.';
    const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(prose)];
    expect(countWords(prose)).toBe(segments.filter((segment) => segment.isWordLike).length);
  });
});
