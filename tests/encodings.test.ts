import { describe, expect, it } from 'vitest';
import { clean } from '../src/index.ts';
import { encode } from './encoders.ts';

/** Articles of a title and four paragraphs, each in all encodings that have its letters. */
const ARTICLES: Readonly<Record<string, { lang: string; title: string; paragraphs: readonly string[] }>> = {
  German: {
    lang: 'de',
    title: 'Die Fähre blieb im Hafen',
    paragraphs: [
      'Die Fähre zu den nördlichen Inseln fuhr am Dienstag nicht, weil niemand der Mannschaft gesagt hatte, dass der Hafen morgens ausgebaggert würde.',
      'Ein Dutzend Fahrgäste wartete mit Rädern und Kisten auf der Mole, und der Hafenmeister brachte ihnen Kaffee und süßes Gebäck, während er die Reederei anrief.',
      'Gegen Mittag war klar, dass das nächste Schiff frühestens am Mittwoch ablegen und die Gesellschaft für Zimmer im Gasthaus an der Straße zahlen würde.',
      'Am Mittwoch lag die See glatt, und das erste Schiff fuhr voll besetzt, mit drei schlafenden Hunden unter den Bänken des Oberdecks, über den Sund.',
    ],
  },
  Russian: {
    lang: 'ru',
    title: 'Паром остался в гавани',
    paragraphs: [
      'Паром на северные острова во вторник не вышел, потому что никто не сказал команде, что утром в гавани будут углублять дно.',
      'Дюжина пассажиров ждала на причале с велосипедами и ящиками, и начальник порта принёс им кофе, пока звонил в компанию.',
      'К полудню стало ясно, что следующее судно пойдёт не раньше среды и что компания заплатит за комнаты в гостинице.',
      'В среду море было спокойно, и первое судно ушло полным, с тремя собаками, которые спали под скамьями верхней палубы.',
    ],
  },
  Greek: {
    lang: 'el',
    title: 'Το καράβι έμεινε στο λιμάνι',
    paragraphs: [
      'Το καράβι για τα βόρεια νησιά δεν έφυγε την Τρίτη, γιατί κανείς δεν είχε πει στο πλήρωμα ότι το λιμάνι θα καθαριζόταν το πρωί.',
      'Δώδεκα επιβάτες περίμεναν στην προβλήτα με ποδήλατα και κιβώτια, και ο λιμενάρχης τους έφερε καφέ όσο τηλεφωνούσε στην εταιρεία.',
      'Το μεσημέρι ήταν φανερό ότι το επόμενο πλοίο θα έφευγε την Τετάρτη και ότι η εταιρεία θα πλήρωνε τα δωμάτια στο πανδοχείο.',
      'Την Τετάρτη η θάλασσα ήταν ήρεμη και το πρώτο πλοίο έφυγε γεμάτο, με τρία σκυλιά να κοιμούνται κάτω από τους πάγκους.',
    ],
  },
  Polish: {
    lang: 'pl',
    title: 'Prom został w porcie',
    paragraphs: [
      'Prom na północne wyspy we wtorek nie wypłynął, bo nikt nie powiedział załodze, że rano w porcie będą pogłębiać dno.',
      'Tuzin pasażerów czekał na nabrzeżu z rowerami i skrzynkami, a kapitan portu przyniósł im kawę, gdy dzwonił do spółki żeglugowej.',
      'Koło południa było już jasne, że następny statek odpłynie najwcześniej w środę i że spółka zapłaci za pokoje w gospodzie.',
      'W środę morze było gładkie, a pierwszy statek odpłynął pełny, z trzema psami śpiącymi pod ławkami górnego pokładu.',
    ],
  },
  Turkish: {
    lang: 'tr',
    title: 'Vapur limanda kaldı',
    paragraphs: [
      'Kuzey adalarına giden vapur salı günü kalkmadı, çünkü kimse mürettebata sabah limanın temizleneceğini söylememişti.',
      'Bir düzine yolcu bisikletleri ve sandıklarıyla rıhtımda bekledi, liman müdürü de şirketi ararken onlara kahve getirdi.',
      'Öğleye doğru bir sonraki vapurun en erken çarşamba günü kalkacağı ve şirketin handaki odaların parasını ödeyeceği anlaşıldı.',
      'Çarşamba günü deniz dümdüzdü ve ilk vapur ağzına kadar dolu kalktı, üst güvertenin sıraları altında üç köpek uyuyordu.',
    ],
  },
  Hebrew: {
    lang: 'he',
    title: 'המעבורת נשארה בנמל',
    paragraphs: [
      'המעבורת לאיים הצפוניים לא יצאה ביום שלישי, כי איש לא אמר לצוות שבבוקר יעמיקו את קרקעית הנמל.',
      'תריסר נוסעים חיכו על הרציף עם אופניים וארגזים, ומנהל הנמל הביא להם קפה בזמן שהתקשר לחברה.',
      'לקראת הצהריים היה ברור שהאונייה הבאה תצא לכל המוקדם ביום רביעי ושהחברה תשלם על החדרים בפונדק.',
      'ביום רביעי היה הים חלק, והאונייה הראשונה יצאה מלאה, ושלושה כלבים ישנו מתחת לספסלים של הסיפון העליון.',
    ],
  },
  Arabic: {
    lang: 'ar',
    title: 'بقيت العبارة في الميناء',
    paragraphs: [
      'لم تغادر العبارة إلى الجزر الشمالية يوم الثلاثاء لأن أحدا لم يخبر الطاقم بأن الميناء سيجري تعميقه في الصباح.',
      'انتظر اثنا عشر راكبا على الرصيف مع دراجاتهم وصناديقهم، وأحضر لهم مدير الميناء القهوة بينما كان يتصل بالشركة.',
      'وعند الظهر صار واضحا أن السفينة التالية لن تبحر قبل يوم الأربعاء وأن الشركة ستدفع أجرة الغرف في النزل.',
      'وفي يوم الأربعاء كان البحر هادئا، وأبحرت السفينة الأولى ممتلئة وثلاثة كلاب نائمة تحت مقاعد السطح العلوي.',
    ],
  },
  Thai: {
    lang: 'th',
    title: 'เรือข้ามฟากยังอยู่ในท่า',
    paragraphs: [
      'เรือข้ามฟากไปยังหมู่เกาะทางเหนือไม่ได้ออกในวันอังคาร เพราะไม่มีใครบอกลูกเรือว่าจะมีการขุดลอกท่าเรือในตอนเช้า',
      'ผู้โดยสารสิบสองคนรออยู่บนท่าพร้อมจักรยานและลังไม้ และนายท่าเรือนำกาแฟมาให้ระหว่างที่เขาโทรศัพท์ไปยังบริษัท',
      'ราวเที่ยงวันก็ชัดเจนว่าเรือลำต่อไปจะออกได้เร็วที่สุดในวันพุธ และบริษัทจะจ่ายค่าห้องพักที่โรงแรมเล็กๆ ให้',
      'ในวันพุธทะเลสงบ และเรือลำแรกออกไปโดยมีคนนั่งเต็มทุกที่ กับสุนัขสามตัวนอนหลับอยู่ใต้ม้านั่งบนดาดฟ้าชั้นบน',
    ],
  },
  Japanese: {
    lang: 'ja',
    title: '渡し船は港に残った',
    paragraphs: [
      '北の島々へ向かう渡し船は火曜日には出なかった。朝のうちに港の底を掘り下げることを、誰も乗組員に知らせていなかったからである。',
      '十二人の乗客が自転車や箱を持って桟橋で待ち、港長は会社に電話をかけながら、彼らにコーヒーを運んできた。',
      '昼ごろには、次の船が出るのは早くても水曜日で、会社が宿の部屋代を払うということがはっきりした。',
      '水曜日の海は静かで、最初の船は満員で出ていった。上甲板のベンチの下では三匹の犬が眠っていた。',
    ],
  },
  Chinese: {
    lang: 'zh-CN',
    title: '渡船留在了港口',
    paragraphs: [
      '开往北方岛屿的渡船星期二没有开出，因为没有人告诉船员，那天早上要疏浚港口。',
      '十二位乘客带着自行车和箱子在码头上等候，港务长一边给公司打电话，一边给他们送来了咖啡。',
      '到了中午，大家都明白下一班船最早要到星期三才开，公司会支付旅馆房间的费用。',
      '星期三海面平静，第一班船坐满了人，三条狗在上层甲板的长椅下面睡着了。',
    ],
  },
  Taiwanese: {
    lang: 'zh-TW',
    title: '渡船留在了港口',
    paragraphs: [
      '開往北方島嶼的渡船星期二沒有開出，因為沒有人告訴船員，那天早上要疏浚港口。',
      '十二位乘客帶著自行車和箱子在碼頭上等候，港務長一邊給公司打電話，一邊給他們送來了咖啡。',
      '到了中午，大家都明白下一班船最早要到星期三才開，公司會支付旅館房間的費用。',
      '星期三海面平靜，第一班船坐滿了人，三條狗在上層甲板的長椅下面睡著了。',
    ],
  },
  Korean: {
    lang: 'ko',
    title: '나룻배는 항구에 남았다',
    paragraphs: [
      '북쪽 섬으로 가는 나룻배는 화요일에 떠나지 않았다. 아침에 항구 바닥을 파낸다는 것을 아무도 선원들에게 말해 주지 않았기 때문이다.',
      '열두 명의 승객이 자전거와 상자를 들고 부두에서 기다렸고, 항만장은 회사에 전화를 거는 동안 그들에게 커피를 가져다주었다.',
      '정오 무렵에는 다음 배가 빨라야 수요일에 떠나고 회사가 여관 방값을 낼 것이라는 사실이 분명해졌다.',
      '수요일의 바다는 잔잔했고, 첫 배는 자리가 모두 찬 채로 떠났으며, 개 세 마리가 위층 갑판 의자 밑에서 자고 있었다.',
    ],
  },
};

const UNICODE = ['utf-8', 'utf-16le', 'utf-16be'];
/** The legacy encodings that have all letters of an article. The latter ones are known by a declaration only. */
const LEGACY: Readonly<Record<string, { told: readonly string[]; declared?: readonly string[] }>> = {
  German: {
    told: ['windows-1252', 'macintosh'],
    declared: [
      'windows-1250', 'windows-1254', 'windows-1257', 'windows-1258', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4',
      'iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-15', 'iso-8859-16', 'gb18030',
    ], // biome-ignore format: a list
  },
  Russian: {
    told: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic', 'iso-2022-jp'],
    declared: ['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
  },
  Greek: { told: ['windows-1253', 'iso-8859-7'] },
  Polish: { told: ['windows-1250', 'iso-8859-2'], declared: ['iso-8859-13', 'iso-8859-16', 'windows-1257'] },
  Turkish: { told: ['windows-1254'], declared: ['iso-8859-3'] },
  Hebrew: { told: ['windows-1255', 'iso-8859-8', 'iso-8859-8-i'] },
  Arabic: { told: ['windows-1256', 'iso-8859-6'] },
  Thai: { told: ['windows-874'] },
  Japanese: { told: ['shift_jis', 'euc-jp', 'iso-2022-jp'] },
  Chinese: { told: ['gbk', 'gb18030'] },
  Taiwanese: { told: ['big5'] },
  Korean: { told: ['euc-kr'] },
};

const pageOf = (language: string, head = ''): string => {
  const { lang, title, paragraphs } = ARTICLES[language];
  return (
    `<!DOCTYPE html>\n<html lang="${lang}"><head>${head}<title>${title}</title></head><body><nav><a href="/">Home</a></nav>` +
    `<article><h1>${title}</h1>\n${paragraphs.map((one) => `<p>${one}</p>\n`).join('')}</article></body></html>`
  );
};
const textOf = (input: string | Uint8Array, contentType?: string): string =>
  clean(input, { type: 'html', ...(contentType === undefined ? {} : { contentType }) }).text;

const meta = (label: string): string => `<meta charset="${label}">`;
const oldMeta = (label: string): string => `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`;

it('knows 36 encodings', () => {
  const all = Object.values(LEGACY).flatMap(({ told, declared = [] }) => [...told, ...declared]);
  expect(new Set([...UNICODE, ...all]).size).toBeGreaterThanOrEqual(36);
});

describe.each(Object.keys(ARTICLES))('the %s article is the same text', (language) => {
  const { paragraphs } = ARTICLES[language];
  const expected = textOf(pageOf(language));
  const { told, declared = [] } = LEGACY[language];

  it('as a string, with all its sentences', () => {
    for (const paragraph of paragraphs) expect(expected).toContain(paragraph);
  });

  describe.each([...UNICODE, ...told, ...declared])('in %s', (encoding) => {
    const header = (label: string): string => `text/html; charset=${label}`;
    const bytes = (head?: string): Uint8Array => encode(pageOf(language, head), encoding);

    it('named by the header', () => {
      expect(textOf(bytes(), header(encoding))).toBe(expected);
      expect(textOf(bytes(), `text/html;Charset='${encoding.toUpperCase()}'`)).toBe(expected);
    });

    it('named by the header, while the page says another', () => {
      expect(textOf(bytes(meta('utf-8')), header(encoding))).toBe(expected);
    });

    it('named by the page', () => {
      expect(textOf(bytes(meta(encoding)))).toBe(expected);
      expect(textOf(bytes(oldMeta(encoding)))).toBe(expected);
    });

    it('named by the page, while the header says what servers say of everything', () => {
      expect(textOf(bytes(meta(encoding)), header('iso-8859-1'))).toBe(expected);
    });

    it('as text/plain', () => {
      const text = paragraphs.join('\n\n');
      const { text: got } = clean(encode(text, encoding), {
        type: 'text',
        contentType: `text/plain; charset=${encoding}`,
      });
      expect(got).toBe(clean(text, { type: 'text' }).text);
    });
  });

  it.each(UNICODE)('in %s by its mark, whatever is declared', (encoding) => {
    const marked = encode(`\ufeff${pageOf(language, meta('windows-1251'))}`, encoding);
    expect(textOf(marked)).toBe(expected);
    expect(textOf(marked, 'text/html; charset=shift_jis')).toBe(expected);
  });

  it.each([...UNICODE, ...told])('in %s that nothing names', (encoding) => {
    expect(textOf(encode(pageOf(language), encoding))).toBe(expected);
  });

  it.each([...UNICODE, ...told])('in %s while header and page say utf-8', (encoding) => {
    expect(textOf(encode(pageOf(language, meta('utf-8')), encoding), 'text/html; charset=utf-8')).toBe(expected);
  });

  it.each(['windows-1252', 'iso-8859-1', 'windows-1251', 'shift_jis', 'gbk', 'euc-kr', 'big5', 'utf-16le', 'koi8-r'])(
    'in utf-8 while header and page say %s',
    (label) => {
      expect(textOf(encode(pageOf(language, meta(label)), 'utf-8'), `text/html; charset=${label}`)).toBe(expected);
    },
  );

  it.each(['utf-16le', 'utf-16be'])('in %s without a mark while header and page say utf-8', (encoding) => {
    expect(textOf(encode(pageOf(language, meta('utf-8')), encoding), 'text/html; charset=utf-8')).toBe(expected);
  });
});
