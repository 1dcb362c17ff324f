import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/decode.ts';
import { encode, utf16 } from './encoders.ts';

const concat = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const ENGLISH = 'The ferry was late, and nobody on the quay seemed to mind. A boy sold lemonade from a tin bucket.';
const SENTENCES: Record<string, string> = {
  english: ENGLISH,
  french:
    'Le bateau était en retard, mais personne sur le quai ne s’en plaignait. À côté, un garçon vendait du thé glacé.',
  icelandic: 'Báturinn kom of seint, en enginn á bryggjunni virtist æðrast yfir því. Þar stóð strákur og seldi öl.',
  polish: 'Łódź przypłynęła późno, ale nikt na przystani się tym nie przejmował. Chłopiec sprzedawał świeżą lemoniadę.',
  czech:
    'Loď připlula pozdě, ale nikomu na nábřeží to zřejmě nevadilo. Chlapec prodával čerstvý šťavnatý třešňový džus.',
  turkish: 'Vapur geç kaldı, ama iskelede kimse aldırmıyordu. Küçük bir çocuk soğuk içecekler, ığdır üzümü satıyordu.',
  lithuanian:
    'Laivas vėlavo, bet krantinėje niekas dėl to nesijaudino. Šalia žvejų berniukas pardavinėjo šaltą gėrimą ąžuolų pavėsyje.',
  russian: 'Паром опоздал, но никто на причале не жаловался. Рядом мальчик продавал холодный лимонад из ведра.',
  ukrainian:
    'Пором запізнився, але ніхто на причалі не скаржився. Поряд їхній хлопець продавав холодний лимонад із відра.',
  greek: 'Το καράβι άργησε, αλλά κανείς στην προβλήτα δεν παραπονέθηκε. Δίπλα ένα αγόρι πουλούσε κρύα λεμονάδα.',
  hebrew: 'המעבורת איחרה, אבל איש על הרציף לא התלונן. לידם ילד מכר לימונדה קרה מתוך דלי.',
  arabic: 'تأخرت العبارة، لكن أحدا على الرصيف لم يشتك. وبجانبهم كان صبي يبيع عصير الليمون البارد.',
  thai: 'เรือข้ามฟากมาช้า แต่ไม่มีใครบนท่าเรือบ่น ข้างๆ กันมีเด็กชายขายน้ำมะนาวเย็นจากถัง',
  japanese: '渡し船は遅れたが、桟橋では誰も文句を言わなかった。その隣で少年が冷たいレモネードを売っていた。',
  chinese: '渡船晚点了，可是码头上没有人抱怨。旁边有一个男孩用铁桶卖着冰凉的柠檬水，大家都很高兴。',
  taiwanese: '渡船晚點了，可是碼頭上沒有人抱怨。旁邊有一個男孩用鐵桶賣著冰涼的檸檬水，大家都很高興。',
  korean: '나룻배가 늦었지만 부두에서 불평하는 사람은 없었다. 그 옆에서 한 소년이 시원한 레모네이드를 팔고 있었다.',
};
const CASES: [encoding: string, language: string][] = [
  ['utf-8', 'french'],
  ['utf-16le', 'russian'],
  ['utf-16be', 'chinese'],
  ['windows-1252', 'french'],
  ['iso-8859-15', 'icelandic'],
  ['macintosh', 'french'],
  ['windows-1250', 'polish'],
  ['iso-8859-2', 'czech'],
  ['windows-1254', 'turkish'],
  ['windows-1257', 'lithuanian'],
  ['iso-8859-13', 'lithuanian'],
  ['windows-1251', 'russian'],
  ['koi8-r', 'russian'],
  ['koi8-u', 'ukrainian'],
  ['iso-8859-5', 'russian'],
  ['ibm866', 'russian'],
  ['x-mac-cyrillic', 'russian'],
  ['windows-1253', 'greek'],
  ['iso-8859-7', 'greek'],
  ['windows-1255', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['windows-874', 'thai'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['iso-2022-jp', 'japanese'],
  ['gbk', 'chinese'],
  ['gb18030', 'chinese'],
  ['big5', 'taiwanese'],
  ['euc-kr', 'korean'],
];

const page = (sentence: string, charset?: string): string =>
  `<!DOCTYPE html><html><head>${charset === undefined ? '' : `<meta charset="${charset}">`}<title>Quay</title></head>` +
  `<body>${`<p>${sentence}</p>\n`.repeat(4)}</body></html>`;
const sentenceIn = (language: string): string =>
  (SENTENCES[language] ?? '').replaceAll('’', language === 'french' ? "'" : '’');

describe('decode', () => {
  describe.each(CASES)('%s', (encoding, language) => {
    const sentence = sentenceIn(language);
    it('is decoded when the header names it', () => {
      const bytes = encode(page(sentence), encoding);
      expect(decode(bytes, `text/html; Charset="${encoding}"`).text).toBe(page(sentence));
    });
    it('is decoded when <meta> names it', () => {
      const source = page(sentence, encoding);
      expect(decode(encode(source, encoding), undefined).text).toBe(source);
    });
    it('is decoded when nothing names it', () => {
      const source = page(sentence);
      expect(decode(encode(source, encoding), undefined).text).toBe(source);
    });
    it('is decoded when header and <meta> say utf-8', () => {
      const source = page(sentence, 'utf-8');
      expect(decode(encode(source, encoding), 'text/html; charset=utf-8').text).toBe(source);
    });
  });

  it('lets a byte order mark overrule all declarations, and leaves it out of the text', () => {
    const source = page('Žluťoučký kůň', 'windows-1250');
    const header = 'text/html; charset=iso-8859-1';
    const text = encode(`\ufeff${source}`, 'utf-8');
    expect(decode(text, header)).toEqual({ text: source, encoding: 'utf-8' });
    expect(decode(utf16(`\ufeff${source}`, true), header)).toEqual({ text: source, encoding: 'utf-16le' });
    expect(decode(utf16(`\ufeff${source}`, false), header)).toEqual({ text: source, encoding: 'utf-16be' });
  });

  it.each(['windows-1252', 'iso-8859-1', 'windows-1251', 'shift_jis'])(
    'takes utf-8 for utf-8 though %s is declared',
    (label) => {
      const source = page('Ein schöner Tag – für „alle“, die früh aufstehen', label);
      expect(decode(encode(source, 'utf-8'), `text/html; charset=${label}`)).toEqual({
        text: source,
        encoding: 'utf-8',
      });
    },
  );

  it("prefers the page's own declaration to the iso-8859-1 that servers send for everything", () => {
    const source = page(sentenceIn('russian'), 'windows-1251');
    const decoded = decode(encode(source, 'windows-1251'), 'text/html; charset=ISO-8859-1');
    expect(decoded).toEqual({ text: source, encoding: 'windows-1251' });
  });

  it('follows the header where it contradicts a <meta> and fits', () => {
    const source = page(sentenceIn('polish'), 'windows-1251');
    const decoded = decode(encode(source, 'iso-8859-2'), 'text/html; charset=iso-8859-2');
    expect(decoded).toEqual({ text: source, encoding: 'iso-8859-2' });
  });

  it('finds a <meta> far down', () => {
    const source = `<html><head><script>${'x();'.repeat(1000)}</script><meta charset="windows-1257"></head>žė`;
    expect(decode(encode(source, 'windows-1257'), undefined)).toEqual({ text: source, encoding: 'windows-1257' });
  });

  it('knows the curly quotes and the euro sign of windows-1252, which iso-8859-1 means as well', () => {
    const source = '<p>“It’s 5 €,” she said – twice…</p>';
    const bytes = encode(source, 'windows-1252');
    expect(decode(bytes, undefined).text).toBe(source);
    expect(decode(bytes, 'text/html; charset=iso-8859-1').text).toBe(source);
  });

  it('keeps utf-8 with a few broken bytes, and utf-8 cut off inside a character', () => {
    const text = 'Größe für Größe, '.repeat(40);
    const bytes = encode(text, 'utf-8');
    expect(decode(bytes.slice(0, -16 + 3), undefined).text.startsWith('Größe für Größe')).toBe(true);
    const cut = decode(encode('schön', 'utf-8').slice(0, 4), undefined);
    expect(cut.encoding).toBe('utf-8');
    const damaged = concat(bytes, Uint8Array.of(0xff), bytes);
    expect(decode(damaged, undefined)).toEqual({ text: `${text}\ufffd${text}`, encoding: 'utf-8' });
  });

  it('does not take zero bytes in a text for utf-16', () => {
    expect(decode(encode('hello\0wide\0\0world\0', 'utf-8'), undefined)).toEqual({
      text: 'hello\0wide\0\0world\0',
      encoding: 'utf-8',
    });
  });

  it('leaves short two-byte text to its declaration, though it happens to be valid utf-8', () => {
    const bytes = Uint8Array.of(0xc4, 0xa3); // 模 in GBK, ģ in UTF-8
    expect(decode(bytes, 'text/html; charset=gb2312').text).toBe('模');
  });

  it.each(['no-such-charset', '', ' ', 'utf-7', 'hz-gb-2312', 'x-user-defined', '"', "'utf-8", 'ütf-8', '\0'])(
    'gets over the label %j',
    (label) => {
      expect(decode(encode('<p>über</p>', 'utf-8'), `text/html; charset=${label}`).text).toBe('<p>über</p>');
      expect(decode(encode('<p>über</p>', 'windows-1252'), `text/html; charset=${label}`).text).toBe('<p>über</p>');
    },
  );

  it('decodes any bytes under any label to well-formed text', () => {
    const label = fc.oneof(fc.constantFrom(...CASES.map(([encoding]) => encoding), 'replacement'), fc.string());
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .tuple(fc.uint8Array({ maxLength: 8 }), fc.string())
        .map(([noise, text]) => concat(noise, encode(text, 'utf-8'))),
      fc.string({ unit: 'binary' }).map((text) => utf16(text, true)),
    );
    fc.assert(
      fc.property(bytes, fc.option(label, { nil: undefined }), (input, charset) => {
        const { text, encoding } = decode(input, charset === undefined ? undefined : `text/html;charset=${charset}`);
        expect(() => encodeURIComponent(text)).not.toThrow(); // throws on a lone surrogate
        expect(() => new StandardDecoder(encoding)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
