import type { Rule } from '../../../types.ts';

/** What Romanian pages print beside ads. */
export const ROMANIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-ro',
    category: 'label',
    match: [
      { label: 'Publicitate' },
      { label: 'Reclamă' },
      { label: 'Reclame' },
      { label: 'Anunț publicitar' },
      { label: 'Anunțuri Google' },
      { label: 'Linkuri sponsorizate' },
      { label: 'Link-uri sponsorizate' },
      { label: 'Închide reclama' },
      { label: 'Sari peste reclamă' },
      { label: 'Ascunde reclama' },
      { label: 'Raportează reclama' },
      { label: 'Sfârșitul reclamei' },
      { label: 'Spațiu publicitar' },
    ],
  },
  {
    id: 'label/continue-below-ro',
    category: 'label',
    match: [
      { label: 'Articolul continuă după publicitate' },
      { label: 'Articolul continuă după reclamă' },
      { label: 'Articolul continuă mai jos' },
      { label: 'Continuă după publicitate' },
      { label: 'Citește mai departe după publicitate' },
      { label: 'Citiți mai departe după publicitate' },
      { label: 'Continuarea după publicitate' },
      { label: 'Știrea continuă după publicitate' },
      { label: 'Derulează pentru a continua' },
      { label: 'Articolul continuă după anunț' },
    ],
  },
  {
    id: 'label/sponsored-ro',
    category: 'label',
    match: [
      { label: 'Sponsorizat' },
      { label: 'Conținut sponsorizat' },
      { label: 'Articol sponsorizat' },
      { label: 'Conținut plătit' },
      { label: 'Advertorial' },
      { label: 'Conținut promovat' },
      { label: 'Promovat' },
      { label: 'Parteneriat plătit' },
    ],
  },
  {
    id: 'label/sponsored-by-ro',
    category: 'label',
    match: [{ text: 'Sponsorizat de {any}' }, { text: 'Conținut oferit de {any}' }],
  },
];
