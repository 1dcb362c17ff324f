import type { Rule } from '../../../types.ts';

/** What Catalan pages print beside ads. */
export const CATALAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-ca',
    category: 'label',
    match: [
      { label: 'Publicitat' },
      { label: 'Espai publicitari' },
      { label: 'Anunci publicitari' },
      { label: 'Tanca l’anunci' },
      { label: 'Enllaços patrocinats' },
    ],
  },
  {
    id: 'label/continue-below-ca',
    category: 'label',
    match: [
      { label: 'Continua després de la publicitat' },
      { label: 'L’article continua després de la publicitat' },
      { label: 'Segueix llegint després de la publicitat' },
    ],
  },
  {
    id: 'label/sponsored-ca',
    category: 'label',
    match: [
      { label: 'Patrocinat' },
      { label: 'Contingut patrocinat' },
      { label: 'Publireportatge' },
      { label: 'Contingut de marca' },
    ],
  },
  { id: 'label/sponsored-by-ca', category: 'label', match: [{ text: 'Patrocinat per {any}' }] },
];
