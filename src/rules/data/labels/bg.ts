import type { Rule } from '../../../types.ts';

/** What Bulgarian pages print beside ads. */
export const BULGARIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-bg',
    category: 'label',
    match: [
      { label: 'Реклама' },
      { label: 'Реклами от Google' },
      { label: 'Рекламно съобщение' },
      { label: 'Спонсорирани връзки' },
      { label: 'Затвори рекламата' },
      { label: 'Пропусни рекламата' },
      { label: 'Скрий рекламата' },
      { label: 'Край на рекламата' },
      { label: 'Платена реклама' },
      { label: 'Рекламно каре' },
    ],
  },
  {
    id: 'label/continue-below-bg',
    category: 'label',
    match: [
      { label: 'Статията продължава след рекламата' },
      { label: 'Статията продължава под рекламата' },
      { label: 'Текстът продължава след рекламата' },
      { label: 'Текстът продължава под рекламата' },
      { label: 'Продължава след рекламата' },
      { label: 'Продължете да четете след рекламата' },
      { label: 'Новината продължава след рекламата' },
      { label: 'Статията продължава по-долу' },
    ],
  },
  {
    id: 'label/sponsored-bg',
    category: 'label',
    match: [
      { label: 'Спонсорирано' },
      { label: 'Спонсорирано съдържание' },
      { label: 'Спонсорирана публикация' },
      { label: 'Спонсорирана статия' },
      { label: 'Платено съдържание' },
      { label: 'Платена публикация' },
      { label: 'Рекламна публикация' },
      { label: 'Промотирано' },
      { label: 'ПР статия' },
    ],
  },
  { id: 'label/sponsored-by-bg', category: 'label', match: [{ text: 'Спонсорирано от {any}' }] },
];
