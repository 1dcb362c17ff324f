import { describe, expect, it } from 'vitest';
import { readTextMetadata } from '../src/metadata/text.ts';

const BODY = `The ferry to the island leaves at seven, long before the mist has lifted from the harbour, and most mornings it carries nobody but the postman and a crate of bread.

Last week it carried a piano. Four men had pushed it down the ramp the evening before, and the captain only asked whether it could swim.`;

describe('metadata of a text without tags', () => {
  it('takes a first line that stands over the text for the title', () => {
    const { title, sources } = readTextMetadata(`A piano for the island\n\n${BODY}`, {});
    expect(title).toBe('A piano for the island');
    expect(sources.title).toBe('text');
  });

  it('takes no sentence, label or lone line for it', () => {
    expect(readTextMetadata(BODY, {}).title).toBeUndefined();
    expect(readTextMetadata(`It was a piano.\n\n${BODY}`, {}).title).toBeUndefined();
    expect(readTextMetadata('A piano for the island', {}).title).toBeUndefined();
    expect(readTextMetadata(`* a piano\n\n${BODY}`, {}).title).toBeUndefined();
    expect(readTextMetadata('', {}).title).toBeUndefined();
  });

  it('takes the title from a promo line, as the text writes it if it does', () => {
    const hints = { title: 'A PIANO FOR THE ISLAND', site: 'Harbour Post', originalSource: 'Sound Lines' };
    expect(readTextMetadata(`A piano for the island\n\n${BODY}`, hints)).toMatchObject({
      title: 'A piano for the island',
      site: 'Harbour Post',
      originalSource: 'Sound Lines',
      sources: { title: 'text', site: 'promo', originalSource: 'promo' },
    });
    expect(readTextMetadata(BODY, hints)).toMatchObject({ title: hints.title, sources: { title: 'promo' } });
  });

  it('reads byline and dates near the top', () => {
    expect(
      readTextMetadata(
        `A piano for the island\n\nBy Ines Corvo\nPublished 17 May 2024 | Updated 3 June 2024\n\n${BODY}`,
        {},
      ),
    ).toMatchObject({
      authors: ['Ines Corvo'],
      published: '2024-05-17',
      modified: '2024-06-03',
    });
    expect(readTextMetadata(`A piano for the island\n\nBy\nInes Corvo\n\n${BODY}`, {}).authors).toEqual(['Ines Corvo']);
  });

  it('reads no date or name out of the text itself', () => {
    const { authors, published } = readTextMetadata(`${BODY}\n\nBy Ines Corvo\n17 May 2024`, {});
    expect(authors).toEqual([]);
    expect(published).toBeUndefined();
  });

  it.each([
    ['en', BODY],
    [
      'de',
      'Der Weg zum See ist nicht weit, und wer ihn mit dem Rad fährt, der ist nach einer Stunde auf der anderen Seite. Das Wasser ist kalt, und die Leute sind es auch, sagt man.',
    ],
    [
      'es',
      'El tren sale de la estación vieja a las seis y cuarto, cuando todavía no hay nadie en la plaza y los bares apenas levantan la persiana, y uno de los vagones va siempre vacío por la mañana.',
    ],
    [
      'fr',
      'La boulangerie du port ouvre à quatre heures, bien avant les premiers bateaux, et l’on dit que le fils a repris le four, que la mère est dans la boutique et que les gens sont contents pour eux.',
    ],
    [
      'ru',
      'Дорога к посёлку открыта только зимой, когда река встаёт и по льду можно проехать на грузовике. Летом сюда летает вертолёт, если позволяет погода, и в этот день на площади собирается весь посёлок, и это не праздник.',
    ],
    [
      'ja',
      '湖までの道は遠くありません。自転車で行けば一時間ほどで向こう岸に着きます。水は冷たいけれど、宿の人たちは親切です。',
    ],
    ['zh', '去湖边的路并不远，骑自行车一个小时就能到对岸。湖水很凉，可是客栈里的人都很和气，晚上还会给客人讲故事。'],
    ['ko', '섬으로 가는 배는 아침 일곱 시에 떠난다. 안개가 걷히기 전이라 손님은 우체부와 빵 한 상자뿐인 날이 많다.'],
    ['th', 'เรือไปเกาะออกตอนเจ็ดโมงเช้า ก่อนที่หมอกจะจางไปจากท่าเรือ วันส่วนใหญ่มีแต่บุรุษไปรษณีย์กับขนมปังหนึ่งลัง'],
  ])('knows %s by its script or commonest words', (language, text) => {
    expect(readTextMetadata(text, {}).language).toBe(language);
  });

  it('names no language where there is doubt', () => {
    expect(readTextMetadata('Lorem ipsum dolor', {}).language).toBeUndefined();
    expect(readTextMetadata('x1 y2 z3 '.repeat(100), {}).language).toBeUndefined();
  });
});
