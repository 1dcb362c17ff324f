import type { Rule } from '../../../types.ts';

/** What Hungarian pages print beside ads. */
export const HUNGARIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-hu',
    category: 'label',
    match: [
      { label: 'Hirdetés' },
      { label: 'Reklám' },
      { label: 'Google-hirdetések' },
      { label: 'Google hirdetések' },
      { label: 'Szponzorált linkek' },
      { label: 'Hirdetés bezárása' },
      { label: 'Reklám bezárása' },
      { label: 'Hirdetés kihagyása' },
      { label: 'Reklám átugrása' },
      { label: 'Hirdetés vége' },
      { label: 'Hirdetés elrejtése' },
      { label: 'Hirdetés Hirdetés' },
      { label: 'Fizetett hirdetés' },
    ],
  },
  {
    id: 'label/continue-below-hu',
    category: 'label',
    match: [
      { label: 'A cikk a hirdetés után folytatódik' },
      { label: 'A cikk folytatódik a hirdetés után' },
      { label: 'A cikk folytatása a hirdetés után' },
      { label: 'A cikk a hirdetés alatt folytatódik' },
      { label: 'A szöveg a hirdetés után folytatódik' },
      { label: 'A folytatás a hirdetés után' },
      { label: 'Olvasson tovább a hirdetés után' },
      { label: 'Olvass tovább a hirdetés után' },
      { label: 'A hirdetés után folytatjuk' },
      { label: 'Görgessen tovább a folytatáshoz' },
      { label: 'A cikk lentebb folytatódik' },
    ],
  },
  {
    id: 'label/sponsored-hu',
    category: 'label',
    match: [
      { label: 'Szponzorált' },
      { label: 'Szponzorált tartalom' },
      { label: 'Szponzorált cikk' },
      { label: 'Támogatott tartalom' },
      { label: 'Fizetett tartalom' },
      { label: 'PR-cikk' },
      { label: 'Promóció' },
      { label: 'Szponzorált bejegyzés' },
      { label: 'Fizetett partnerség' },
      { label: 'Támogatói tartalom' },
    ],
  },
];
