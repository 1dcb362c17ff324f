import { describe, expect, it } from 'vitest';
import { namesOfByline, namesOfValue, spokenName } from '../src/metadata/names.ts';

const byline = (line: string, language = 'en'): string[] => namesOfByline(line, { strict: true, language });

describe('names in a byline', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['BY JANE DOE', ['JANE DOE']],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, John Roe & Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['By Jane Doe, Staff Writer', ['Jane Doe']],
    ['By Jane Doe, MD, PhD', ['Jane Doe']],
    ['By Jane Doe | 17 May 2024', ['Jane Doe']],
    ['By Jane Doe May 17, 2024', ['Jane Doe']],
    ['By Jane Doe Published 17 May 2024', ['Jane Doe']],
    ['Written by: Ludwig van der Berg', ['Ludwig van der Berg']],
    ["By Seán O'Casey", ["Seán O'Casey"]],
    ['Von Maria Huber und Jan Opitz', ['Maria Huber', 'Jan Opitz']],
    ['Par Élodie Marchand et Luc Petit', ['Élodie Marchand', 'Luc Petit']],
    ['Por Lucía Benítez y Ana Sol', ['Lucía Benítez', 'Ana Sol']],
    ['Door Joost de Wit', ['Joost de Wit']],
    ['Автор: Анна Ветрова', ['Анна Ветрова']],
    ['文／高田みなと', ['高田みなと']],
    ['作者：王小明', ['王小明']],
  ] as const)('%s', (line, names) => {
    expect(byline(line)).toEqual(names);
  });

  it.each([
    'By the time the ferry left, it was noon.',
    'By noon',
    'Bye for now',
    'Von hier aus sieht man das Meer',
    'by 2024',
    'Byron Street',
    'Published by the harbour office in May',
    'By admin',
    '文章は短い',
  ])('are none: %s', (line) => {
    expect(byline(line)).toEqual([]);
  });
});

describe('names in a value', () => {
  it('are one, or a list', () => {
    expect(namesOfValue('Jane Doe')).toEqual(['Jane Doe']);
    expect(namesOfValue('Jane Doe, John Roe')).toEqual(['Jane Doe', 'John Roe']);
    expect(namesOfValue('Jane Doe; John Roe')).toEqual(['Jane Doe', 'John Roe']);
    expect(namesOfValue('by Jane Doe')).toEqual(['Jane Doe']);
    expect(namesOfValue('Doe & Daughters')).toEqual(['Doe & Daughters']);
    expect(namesOfValue('Jane Doe - The Gazette')).toEqual(['Jane Doe']);
  });

  it('are no addresses and nobody', () => {
    for (const value of ['https://a.example/jane', 'jane@a.example', 'admin', 'null', '', '42', 'x'.repeat(10_000)]) {
      expect(namesOfValue(value), value.slice(0, 30)).toEqual([]);
    }
  });

  it('of catalogues are turned round', () => {
    expect(spokenName('Doe, Jane')).toBe('Jane Doe');
    expect(spokenName('van der Meer, Joost')).toBe('Joost van der Meer');
    expect(spokenName('Jane Doe, MD')).toBe('Jane Doe, MD');
    expect(spokenName('Jane Doe')).toBe('Jane Doe');
  });
});
