import { describe, expect, it } from 'vitest';
import { machineDate } from '../src/metadata/machine-dates.ts';
import { findDate } from '../src/metadata/visible-dates.ts';

/** The seventeenth of May 2024 as it is written in many languages. */
const SEVENTEENTH_OF_MAY: readonly (readonly [language: string, written: string])[] = [
  ['ar', '17 مايو 2024'],
  ['bg', '17 май 2024 г.'],
  ['ca', '17 de maig de 2024'],
  ['cs', '17. května 2024'],
  ['da', '17. maj 2024'],
  ['de', 'Freitag, 17. Mai 2024'],
  ['el', '17 Μαΐου 2024'],
  ['el', '17 ΜΑΪΟΥ 2024'],
  ['en', 'May 17th, 2024'],
  ['en', '17 May 2024'],
  ['en', '17-May-2024'],
  ['es', '17 de mayo de 2024'],
  ['et', '17. mai 2024'],
  ['fi', '17. toukokuuta 2024'],
  ['fr', 'le 17 mai 2024'],
  ['he', '17 במאי 2024'],
  ['hi', '१७ मई २०२४'],
  ['hr', '17. svibnja 2024.'],
  ['hu', '2024. május 17.'],
  ['id', '17 Mei 2024'],
  ['it', '17 maggio 2024'],
  ['ja', '2024年5月17日'],
  ['ko', '2024년 5월 17일'],
  ['lt', '2024 m. gegužės 17 d.'],
  ['lv', '2024. gada 17. maijs'],
  ['nl', '17 mei 2024'],
  ['no', '17. mai 2024'],
  ['pl', '17 maja 2024'],
  ['pt', '17 de maio de 2024'],
  ['ro', '17 mai 2024'],
  ['ru', '17 мая 2024 г.'],
  ['sk', '17. mája 2024'],
  ['sl', '17. maja 2024'],
  ['sr', '17. мај 2024.'],
  ['sv', '17 maj 2024'],
  ['th', '17 พฤษภาคม 2567'],
  ['tr', '17 MAYIS 2024 Cuma'],
  ['uk', '17 травня 2024'],
  ['vi', '17 tháng 5 năm 2024'],
  ['zh', '2024年5月17日'],
  ['de', '17.05.2024'],
  ['sv', '2024-05-17'],
  ['en-US', '5/17/2024'],
];

describe('dates as people write them', () => {
  it.each(SEVENTEENTH_OF_MAY)('%s: %s', (language, written) => {
    expect(findDate(written, language)?.iso).toBe('2024-05-17');
    expect(findDate(`A B C ${written} | x`, language)?.iso).toBe('2024-05-17');
  });

  it('say where they stand', () => {
    const text = 'By Ines | 17 May 2024 | News';
    const { start, end } = findDate(text, 'en') ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('17 May 2024');
  });

  it('keep a time of day, and its zone if they give one', () => {
    expect(findDate('May 17, 2024 at 10:30 PM UTC', 'en')?.iso).toBe('2024-05-17T22:30Z');
    expect(findDate('17 mai 2024 à 9h05', 'fr')?.iso).toBe('2024-05-17T09:05');
    expect(findDate('2024년 5월 17일 오후 3:15', 'ko')?.iso).toBe('2024-05-17T15:15');
    expect(findDate('Fri, 17 May 2024 10:30:00 +0200', 'en')?.iso).toBe('2024-05-17T10:30:00+02:00');
  });

  it('are months alone where no day is given', () => {
    expect(findDate('Posted in May 2024', 'en')?.iso).toBe('2024-05');
  });

  it('are none where the day does not exist, nor a month in its place', () => {
    for (const text of ['30 February 2024', 'February 29, 2023', '31.04.2024', '99/99/9999', '0 May 2024']) {
      expect(findDate(text, 'de'), text).toBeUndefined();
    }
  });

  it('are none where a language would be needed to tell day from month', () => {
    expect(findDate('5/6/2024', undefined)).toBeUndefined();
    expect(findDate('25/6/2024', undefined)?.iso).toBe('2024-06-25');
    expect(findDate('1 listopada 2024', undefined)).toBeUndefined();
    expect(findDate('1 listopada 2024', 'pl')?.iso).toBe('2024-11-01');
    expect(findDate('1. listopada 2024', 'hr')?.iso).toBe('2024-10-01');
  });

  it('are not read out of prices, versions and sizes', () => {
    for (const text of ['$2,024.05', 'v20.05.2', '2024 x 17 x 5', 'May I have 17?', 'Room 5 of 2024 rooms']) {
      expect(findDate(text, 'en'), text).toBeUndefined();
    }
  });
});

describe('dates for machines', () => {
  it.each([
    ['2024-05-17T10:30:00+02:00', '2024-05-17T10:30:00+02:00'],
    ['2024-05-17T10:30:00+0200', '2024-05-17T10:30:00+02:00'],
    ['2024-05-17T10:30:00.123Z', '2024-05-17T10:30:00Z'],
    ['2024-05-17 10:30', '2024-05-17T10:30'],
    ['20240517', '2024-05-17'],
    ['2024-05', '2024-05'],
    ['2024', '2024'],
    ['1715941800', '2024-05-17T10:30:00Z'],
    ['1715941800000', '2024-05-17T10:30:00Z'],
    ['Fri, 17 May 2024 10:30:00 GMT', '2024-05-17T10:30:00Z'],
    ['May 17, 2024', '2024-05-17'],
    ['2024-05-17T25:00', '2024-05-17'],
  ])('%s', (value, iso) => {
    expect(machineDate(value, 'en')).toBe(iso);
  });

  it.each([
    '9999-99-99',
    '2023-02-29',
    '2024-13-01',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
    '',
    'never',
    '12',
    '-1',
  ])('are none: %s', (value) => {
    expect(machineDate(value, 'en')).toBeUndefined();
  });
});
