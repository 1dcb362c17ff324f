import type { Rule } from '../../../types.ts';

/** What Turkish pages print beside ads. */
export const TURKISH_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-tr',
    category: 'label',
    match: [
      { label: 'Reklam' },
      { label: 'Reklam Reklam' },
      { label: 'Reklam alanı' },
      { label: 'Google reklamları' },
      { label: 'Sponsorlu bağlantılar' },
      { label: 'Sponsorlu bağlantı' },
      { label: 'Reklamı kapat' },
      { label: 'Reklamı geç' },
      { label: 'Reklamı atla' },
      { label: 'Reklamı gizle' },
      { label: 'Reklamın sonu' },
      { label: 'Reklamı bildir' },
      { label: 'Reklam yükleniyor' },
    ],
  },
  {
    id: 'label/continue-below-tr',
    category: 'label',
    match: [
      { label: 'Haberin devamı reklamdan sonra' },
      { label: 'Yazının devamı reklamdan sonra' },
      { label: 'Reklamdan sonra devam ediyor' },
      { label: 'Haber reklamdan sonra devam ediyor' },
      { label: 'Makale reklamdan sonra devam ediyor' },
      { label: 'Devamı reklamdan sonra' },
      { label: 'Okumaya reklamdan sonra devam edin' },
      { label: 'Haberin devamı aşağıda' },
      { label: 'Yazının devamı aşağıda' },
      { label: 'Haberin devamı için aşağı kaydırın' },
      { label: 'Devam etmek için kaydırın' },
    ],
  },
  {
    id: 'label/sponsored-tr',
    category: 'label',
    match: [
      { label: 'Sponsorlu' },
      { label: 'Sponsorlu içerik' },
      { label: 'Sponsorlu yazı' },
      { label: 'Sponsorlu haber' },
      { label: 'Advertorial' },
      { label: 'Reklam içeriği' },
      { label: 'Tanıtım yazısı' },
      { label: 'Ücretli ortaklık' },
      { label: 'Ücretli içerik' },
    ],
  },
];
