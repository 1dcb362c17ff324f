import type { Rule } from '../../../types.ts';

/** Calls for donations at the end of a piece; where the text is about donations, they are content. */
export const DONATE_RULES: readonly Rule[] = [
  {
    id: 'promo/donate-en',
    category: 'promo',
    match: [
      { text: 'Donate to {site}' },
      { text: 'Support {site} with a donation' },
      { text: 'Please consider donating to {site}' },
      { text: 'Please consider making a donation to {site}' },
      { text: 'Please consider supporting {site}' },
      { label: 'Please consider making a donation' },
      { label: 'Please consider a donation' },
      { label: 'Please donate today' },
      { label: 'Donate today' },
      { label: 'Donate now' },
      { label: 'Chip in' },
      { text: 'If you value our {any}, please {any}' },
    ],
  },
  {
    id: 'promo/donate-de',
    category: 'promo',
    match: [
      { label: 'Jetzt spenden' },
      { label: 'Unterstützen Sie uns mit einer Spende' },
      { label: 'Spenden Sie jetzt' },
    ],
  },
  {
    id: 'promo/donate-fr',
    category: 'promo',
    match: [{ label: 'Faites un don' }, { label: 'Faire un don' }, { label: 'Je fais un don' }],
  },
  {
    id: 'promo/donate-es',
    category: 'promo',
    match: [{ label: 'Haz una donación' }, { label: 'Haz tu donación' }, { label: 'Dona ahora' }],
  },
  {
    id: 'promo/donate-pt',
    category: 'promo',
    match: [{ label: 'Faça uma doação' }, { label: 'Doe agora' }, { label: 'Faça um donativo' }],
  },
  { id: 'promo/donate-it', category: 'promo', match: [{ label: 'Fai una donazione' }, { label: 'Dona ora' }] },
  { id: 'promo/donate-nl', category: 'promo', match: [{ label: 'Doneer nu' }, { label: 'Steun ons met een donatie' }] },
  { id: 'promo/donate-pl', category: 'promo', match: [{ label: 'Wesprzyj nas' }, { label: 'Przekaż darowiznę' }] },
  {
    id: 'promo/donate-ru',
    category: 'promo',
    match: [{ label: 'Сделать пожертвование' }, { label: 'Поддержать проект' }],
  },
];
