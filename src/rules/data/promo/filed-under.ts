import type { Rule } from '../../../types.ts';

/** Where a blog says how it filed the post. */
export const FILED_UNDER_RULES: readonly Rule[] = [
  {
    id: 'promo/filed-under-en',
    category: 'promo',
    match: [
      { text: 'Filed under: {any}' },
      { text: 'Filed Under {any}' },
      { text: 'Filed in: {any}' },
      { text: 'Posted in {any} | Tagged {any}' },
      { text: 'Posted in: {any}' },
      { text: 'Tagged as: {any}' },
      { text: 'This entry was posted in {any}. Bookmark the permalink.' },
      { text: 'This entry was posted in {any} and tagged {any}. Bookmark the permalink.' },
      { text: 'This entry was posted in {any} by {any}. Bookmark the permalink.' },
    ],
  },
  {
    id: 'promo/filed-under-de',
    category: 'promo',
    match: [{ text: 'Abgelegt unter: {any}' }, { text: 'Veröffentlicht unter {any} | Verschlagwortet mit {any}' }],
  },
  {
    id: 'promo/filed-under-fr',
    category: 'promo',
    match: [
      { text: 'Classé sous : {any}' },
      { text: 'Classé dans : {any}' },
      { text: 'Publié dans {any} | Marqué avec {any}' },
    ],
  },
  {
    id: 'promo/filed-under-es',
    category: 'promo',
    match: [{ text: 'Archivado en: {any}' }, { text: 'Archivado bajo: {any}' }],
  },
  {
    id: 'promo/filed-under-pt',
    category: 'promo',
    match: [{ text: 'Arquivado em: {any}' }, { text: 'Arquivado sob: {any}' }],
  },
  { id: 'promo/filed-under-it', category: 'promo', match: [{ text: 'Archiviato in: {any}' }] },
  {
    id: 'promo/filed-under-nl',
    category: 'promo',
    match: [{ text: 'Geplaatst onder: {any}' }, { text: 'Opgeslagen onder: {any}' }],
  },
];
