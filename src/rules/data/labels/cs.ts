import type { Rule } from '../../../types.ts';

/** What Czech pages print beside ads. */
export const CZECH_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-cs',
    category: 'label',
    match: [
      { label: 'Reklama' },
      { label: 'Inzerce' },
      { label: 'Placená inzerce' },
      { label: 'Komerční sdělení' },
      { label: 'Konec reklamy' },
      { label: 'Reklama Reklama' },
      { label: 'Reklamy Google' },
      { label: 'Sponzorované odkazy' },
      { label: 'Sponzorovaný odkaz' },
      { label: 'Zavřít reklamu' },
      { label: 'Přeskočit reklamu' },
      { label: 'Skrýt reklamu' },
      { label: 'Nahlásit reklamu' },
    ],
  },
  {
    id: 'label/continue-below-cs',
    category: 'label',
    match: [
      { label: 'Článek pokračuje pod reklamou' },
      { label: 'Text pokračuje pod reklamou' },
      { label: 'Článek pokračuje po reklamě' },
      { label: 'Pokračování článku pod reklamou' },
      { label: 'Článek pokračuje pod inzercí' },
      { label: 'Pokračujte ve čtení pod reklamou' },
      { label: 'Článek pokračuje níže' },
      { label: 'Článek pokračuje pod videem' },
      { label: 'Článek pokračuje pod fotogalerií' },
      { label: 'Čtěte dál pod reklamou' },
    ],
  },
  {
    id: 'label/sponsored-cs',
    category: 'label',
    match: [
      { label: 'Sponzorováno' },
      { label: 'Sponzorovaný obsah' },
      { label: 'Sponzorovaný článek' },
      { label: 'Sponzorovaný příspěvek' },
      { label: 'Placený obsah' },
      { label: 'Placená spolupráce' },
      { label: 'Komerční článek' },
      { label: 'Komerční prezentace' },
      { label: 'PR článek' },
      { label: 'Reklamní sdělení' },
      { label: 'Partnerský obsah' },
    ],
  },
];
