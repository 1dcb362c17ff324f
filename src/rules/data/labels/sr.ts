import type { Rule } from '../../../types.ts';

/** What Serbian pages print beside ads. */
export const SERBIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-sr',
    category: 'label',
    match: [
      { label: 'Реклама' },
      { label: 'Оглас' },
      { label: 'Reklama' },
      { label: 'Затвори рекламу' },
      { label: 'Прескочи рекламу' },
      { label: 'Спонзорисани линкови' },
    ],
  },
  {
    id: 'label/continue-below-sr',
    category: 'label',
    match: [
      { label: 'Чланак се наставља после рекламе' },
      { label: 'Текст се наставља после рекламе' },
      { label: 'Наставак текста после рекламе' },
      { label: 'Članak se nastavlja posle reklame' },
      { label: 'Tekst se nastavlja posle reklame' },
      { label: 'Nastavak teksta posle reklame' },
      { label: 'Наставља се после рекламе' },
    ],
  },
  {
    id: 'label/sponsored-sr',
    category: 'label',
    match: [
      { label: 'Спонзорисано' },
      { label: 'Спонзорисани садржај' },
      { label: 'Sponzorisano' },
      { label: 'Sponzorisani sadržaj' },
      { label: 'Плаћени садржај' },
      { label: 'Plaćeni sadržaj' },
    ],
  },
];
