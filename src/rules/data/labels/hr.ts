import type { Rule } from '../../../types.ts';

/** What Croatian pages print beside ads. */
export const CROATIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-hr',
    category: 'label',
    match: [
      { label: 'Oglas' },
      { label: 'Reklama' },
      { label: 'Oglasni prostor' },
      { label: 'Sponzorirani linkovi' },
      { label: 'Zatvori oglas' },
      { label: 'Preskoči oglas' },
      { label: 'Tekst se nastavlja ispod oglasa' },
    ],
  },
  {
    id: 'label/continue-below-hr',
    category: 'label',
    match: [
      { label: 'Članak se nastavlja ispod oglasa' },
      { label: 'Članak se nastavlja nakon oglasa' },
      { label: 'Nastavak članka ispod oglasa' },
      { label: 'Nastavlja se nakon oglasa' },
      { label: 'Članak se nastavlja ispod' },
      { label: 'Nastavak teksta ispod oglasa' },
    ],
  },
  {
    id: 'label/sponsored-hr',
    category: 'label',
    match: [
      { label: 'Sponzorirano' },
      { label: 'Sponzorirani sadržaj' },
      { label: 'Sponzorirani članak' },
      { label: 'Plaćeni sadržaj' },
      { label: 'PR članak' },
    ],
  },
  { id: 'label/sponsored-by-hr', category: 'label', match: [{ text: 'Sponzorirano od {any}' }] },
];
