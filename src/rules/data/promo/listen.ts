import type { Rule } from '../../../types.ts';

/** What stands over a player that reads the article aloud. */
export const LISTEN_RULES: readonly Rule[] = [
  {
    id: 'widget/listen-en',
    category: 'widget',
    match: [
      { label: 'Listen to this article' },
      { label: 'Listen to this story' },
      { label: 'Listen to this post' },
      { label: 'Listen to the article' },
      { label: 'Listen to article' },
      { label: 'Listen to this article now' },
      { label: 'Prefer to listen?' },
    ],
  },
  {
    id: 'widget/listen-de',
    category: 'widget',
    match: [
      { label: 'Artikel anhören' },
      { label: 'Diesen Artikel anhören' },
      { label: 'Beitrag anhören' },
      { label: 'Artikel vorlesen' },
      { label: 'Diesen Artikel vorlesen lassen' },
    ],
  },
  {
    id: 'widget/listen-fr',
    category: 'widget',
    match: [{ label: 'Écouter cet article' }, { label: 'Écoutez cet article' }, { label: 'Écouter l’article' }],
  },
  {
    id: 'widget/listen-es',
    category: 'widget',
    match: [
      { label: 'Escuchar este artículo' },
      { label: 'Escucha este artículo' },
      { label: 'Escuchar artículo' },
      { label: 'Escuchar la noticia' },
    ],
  },
  {
    id: 'widget/listen-pt',
    category: 'widget',
    match: [
      { label: 'Ouvir este artigo' },
      { label: 'Ouça este artigo' },
      { label: 'Ouvir artigo' },
      { label: 'Ouça a notícia' },
      { label: 'Ouvir a matéria' },
    ],
  },
  {
    id: 'widget/listen-it',
    category: 'widget',
    match: [{ label: 'Ascolta l’articolo' }, { label: 'Ascolta questo articolo' }],
  },
  {
    id: 'widget/listen-nl',
    category: 'widget',
    match: [{ label: 'Luister naar dit artikel' }, { label: 'Beluister dit artikel' }],
  },
  {
    id: 'widget/listen-pl',
    category: 'widget',
    match: [{ label: 'Posłuchaj artykułu' }, { label: 'Posłuchaj tego artykułu' }, { label: 'Odsłuchaj artykuł' }],
  },
  {
    id: 'widget/listen-ru',
    category: 'widget',
    match: [{ label: 'Слушать статью' }, { label: 'Прослушать статью' }, { label: 'Послушать статью' }],
  },
  {
    id: 'widget/listen-ja',
    category: 'widget',
    match: [{ label: 'この記事を聴く' }, { label: 'この記事を聞く' }, { label: '記事を音声で聴く' }],
  },
  {
    id: 'widget/listen-zh',
    category: 'widget',
    match: [{ label: '收听本文' }, { label: '听这篇文章' }, { label: '收聽本文' }, { label: '聽這篇文章' }],
  },
  {
    id: 'widget/listen-ko',
    category: 'widget',
    match: [{ label: '기사 듣기' }, { label: '기사 들어보기' }, { label: '본문 듣기' }],
  },
];
