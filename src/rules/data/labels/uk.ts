import type { Rule } from '../../../types.ts';

/** What Ukrainian pages print beside ads. */
export const UKRAINIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-uk',
    category: 'label',
    match: [
      { label: 'Реклама' },
      { label: 'На правах реклами' },
      { label: 'Рекламний блок' },
      { label: 'Рекламне оголошення' },
      { label: 'Реклама від Google' },
      { label: 'Кінець реклами' },
      { label: 'Закрити рекламу' },
      { label: 'Пропустити рекламу' },
      { label: 'Приховати рекламу' },
      { label: 'Поскаржитися на рекламу' },
      { label: 'Спонсорські посилання' },
      { label: 'Місце для реклами' },
      { label: 'Ваша реклама тут' },
    ],
  },
  {
    id: 'label/continue-below-uk',
    category: 'label',
    match: [
      { label: 'Продовження після реклами' },
      { label: 'Продовження статті після реклами' },
      { label: 'Стаття продовжується після реклами' },
      { label: 'Продовження нижче' },
      { label: 'Читайте далі після реклами' },
      { label: 'Матеріал продовжується після реклами' },
      { label: 'Стаття продовжується нижче' },
      { label: 'Продовження тексту після реклами' },
      { label: 'Продовження новини після реклами' },
    ],
  },
  {
    id: 'label/sponsored-uk',
    category: 'label',
    match: [
      { label: 'Спонсорований матеріал' },
      { label: 'Спонсорський контент' },
      { label: 'Партнерський матеріал' },
      { label: 'Партнерський проєкт' },
      { label: 'Партнерський проект' },
      { label: 'Рекламний матеріал' },
      { label: 'Спонсоровано' },
      { label: 'Оплачений матеріал' },
    ],
  },
];
