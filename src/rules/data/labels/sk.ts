import type { Rule } from '../../../types.ts';

/** What Slovak pages print beside ads. */
export const SLOVAK_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-sk',
    category: 'label',
    match: [
      { label: 'Reklama' },
      { label: 'Inzercia' },
      { label: 'Platená inzercia' },
      { label: 'Komerčné oznámenie' },
      { label: 'Koniec reklamy' },
      { label: 'Sponzorované odkazy' },
      { label: 'Zavrieť reklamu' },
      { label: 'Zatvoriť reklamu' },
      { label: 'Preskočiť reklamu' },
      { label: 'Skryť reklamu' },
      { label: 'Nahlásiť reklamu' },
    ],
  },
  {
    id: 'label/continue-below-sk',
    category: 'label',
    match: [
      { label: 'Článok pokračuje pod reklamou' },
      { label: 'Text pokračuje pod reklamou' },
      { label: 'Článok pokračuje po reklame' },
      { label: 'Pokračovanie článku pod reklamou' },
      { label: 'Čítajte ďalej pod reklamou' },
      { label: 'Článok pokračuje nižšie' },
      { label: 'Článok pokračuje pod videom' },
      { label: 'Článok pokračuje pod inzerciou' },
    ],
  },
  {
    id: 'label/sponsored-sk',
    category: 'label',
    match: [
      { label: 'Sponzorované' },
      { label: 'Sponzorovaný obsah' },
      { label: 'Sponzorovaný článok' },
      { label: 'Platený obsah' },
      { label: 'Platená spolupráca' },
      { label: 'Reklamný článok' },
      { label: 'Partnerský obsah' },
      { label: 'PR článok' },
    ],
  },
];
