import type { Rule } from '../../../types.ts';

/** The line that a WordPress feed plugin's translated default adds to each post: what was posted, and where it first stood. */
export const APPEARED_FIRST_ON_RULES: readonly Rule[] = [
  {
    id: 'promo/appeared-first-on-en',
    category: 'promo',
    match: [
      { text: 'The post {title} appeared first on {site}.' },
      { text: 'The post {title} first appeared on {site}.' },
      { text: '{title} was first published on {site}.' },
      { text: '{title} first appeared on {site}.' },
      { text: '{title} appeared first on {site}.' },
      { text: '{title} was originally published on {site}.' },
      { text: 'This post {title} appeared first on {site}.' },
      { text: 'The article {title} appeared first on {site}.' },
      { text: 'The article {title} first appeared on {site}.' },
      { text: 'The post {title} was first published on {site}.' },
      { text: 'The post {title} was originally published on {site}.' },
      { text: 'The post {title} originally appeared on {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-de',
    category: 'promo',
    match: [
      { text: 'Der Beitrag {title} erschien zuerst auf {site}.' },
      { text: 'Der Artikel {title} erschien zuerst auf {site}.' },
      { text: 'Der Beitrag {title} ist zuerst erschienen auf {site}.' },
      { text: 'Der Beitrag {title} erschien zuerst bei {site}.' },
      { text: 'Der Post {title} erschien zuerst auf {site}.' },
      { text: 'Der Beitrag {title} wurde zuerst auf {site} veröffentlicht.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-fr',
    category: 'promo',
    match: [
      { text: "L'article {title} est apparu en premier sur {site}." },
      { text: 'Cet article {title} est apparu en premier sur {site}.' },
      { text: "L'article {title} est paru en premier sur {site}." },
      { text: "L'article {title} a été publié en premier sur {site}." },
      { text: 'Le post {title} est apparu en premier sur {site}.' },
      { text: 'Cet article {title} a été publié en premier sur {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-es',
    category: 'promo',
    match: [
      { text: 'La entrada {title} se publicó primero en {site}.' },
      { text: 'La entrada {title} aparece primero en {site}.' },
      { text: 'La entrada {title} apareció primero en {site}.' },
      { text: 'El artículo {title} se publicó primero en {site}.' },
      { text: 'El post {title} apareció primero en {site}.' },
      { text: 'La entrada {title} se publicó originalmente en {site}.' },
      { text: 'La publicación {title} apareció primero en {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-pt',
    category: 'promo',
    match: [
      { text: 'O post {title} apareceu primeiro em {site}.' },
      { text: 'O conteúdo {title} aparece primeiro em {site}.' },
      { text: 'O artigo {title} aparece primeiro em {site}.' },
      { text: 'O artigo {title} apareceu primeiro em {site}.' },
      { text: 'O conteúdo {title} apareceu primeiro em {site}.' },
      { text: 'A postagem {title} apareceu primeiro em {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-it',
    category: 'promo',
    match: [
      { text: "L'articolo {title} proviene da {site}." },
      { text: "L'articolo {title} sembra essere il primo su {site}." },
      { text: "L'articolo {title} è apparso per primo su {site}." },
      { text: "L'articolo {title} è stato pubblicato per la prima volta su {site}." },
      { text: 'Il post {title} proviene da {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-nl',
    category: 'promo',
    match: [
      { text: 'Het bericht {title} verscheen eerst op {site}.' },
      { text: 'Het bericht {title} is geplaatst op {site}.' },
      { text: 'Het artikel {title} verscheen eerst op {site}.' },
      { text: 'Dit bericht {title} verscheen eerst op {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-sv',
    category: 'promo',
    match: [
      { text: 'Inlägget {title} dök först upp på {site}.' },
      { text: 'Inlägget {title} publicerades först på {site}.' },
      { text: 'Artikeln {title} dök först upp på {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-no',
    category: 'promo',
    match: [
      { text: 'Innlegget {title} dukket først opp på {site}.' },
      { text: 'Innlegget {title} ble først publisert på {site}.' },
      { text: 'Artikkelen {title} dukket først opp på {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-da',
    category: 'promo',
    match: [
      { text: 'Indlægget {title} blev først udgivet på {site}.' },
      { text: 'Indlægget {title} dukkede først op på {site}.' },
      { text: 'Artiklen {title} blev først udgivet på {site}.' },
      { text: 'Indlægget {title} blev vist første gang på {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-fi',
    category: 'promo',
    match: [
      { text: 'Artikkeli {title} julkaistiin ensimmäisen kerran {site}.' },
      { text: 'Julkaisu {title} ilmestyi ensimmäisenä {site}.' },
      { text: 'Artikkeli {title} ilmestyi ensin sivustolla {site}.' },
      { text: 'Kirjoitus {title} julkaistiin ensimmäisen kerran {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-pl',
    category: 'promo',
    match: [
      { text: 'Artykuł {title} pochodzi z serwisu {site}.' },
      { text: 'Post {title} pojawił się poraz pierwszy w {site}.' },
      { text: 'Post {title} pojawił się po raz pierwszy w {site}.' },
      { text: 'Artykuł {title} pojawił się poraz pierwszy w {site}.' },
      { text: 'Wpis {title} pojawił się po raz pierwszy w {site}.' },
      { text: 'Wpis {title} pochodzi z serwisu {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-cs',
    category: 'promo',
    match: [
      { text: 'Příspěvek {title} pochází z {site}' },
      { text: 'Článek {title} se nejdříve objevil na {site}.' },
      { text: 'Článek {title} pochází z {site}.' },
      { text: 'Příspěvek {title} se nejdříve objevil na {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-sk',
    category: 'promo',
    match: [
      { text: 'Príspevok {title} zobrazený najskôr {site}.' },
      { text: 'Článok {title} sa najskôr objavil na {site}.' },
      { text: 'Článok {title} zobrazený najskôr {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-hu',
    category: 'promo',
    match: [
      { text: 'A(z) {title} bejegyzés először {site}-én jelent meg.' },
      { text: '{title} bejegyzés először {site}-én jelent meg.' },
      { text: 'A(z) {title} bejegyzés először itt jelent meg: {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ro',
    category: 'promo',
    match: [
      { text: 'Articolul {title} apare prima dată în {site}.' },
      { text: 'Articolul {title} a apărut prima dată pe {site}.' },
      { text: 'Articolul {title} apare prima dată pe {site}.' },
      { text: 'Postarea {title} apare prima dată în {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-bg',
    category: 'promo',
    match: [
      { text: 'Публикацията {title} се появи първо на {site}.' },
      { text: 'Материалът {title} е публикуван за пръв път на {site}.' },
      { text: 'Статията {title} се появи първо на {site}.' },
      { text: 'Публикацията {title} се появи за първи път на {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ru',
    category: 'promo',
    match: [
      { text: 'Сообщение {title} появились сначала на {site}.' },
      { text: 'Сообщение {title} появились сначала {site}.' },
      { text: 'Сообщение {title} появилось сначала на {site}.' },
      { text: 'Запись {title} впервые появилась {site}.' },
      { text: 'Запись {title} впервые появилась на {site}.' },
      { text: 'Статья {title} впервые появилась на {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-uk',
    category: 'promo',
    match: [
      { text: "Повідомлення {title} з'явилися спочатку на {site}." },
      { text: "Запис {title} спершу з'явиться на {site}." },
      { text: "Запис {title} вперше з'явився на {site}." },
      { text: "Стаття {title} вперше з'явилася на {site}." },
      { text: "Повідомлення {title} з'явилися спочатку {site}." },
    ],
  },
  {
    id: 'promo/appeared-first-on-el',
    category: 'promo',
    match: [
      { text: 'Το άρθρο {title} δημοσιεύτηκε πρώτα στο {site}.' },
      { text: 'Το άρθρο {title} εμφανίστηκε πρώτα στο {site}.' },
      { text: 'Το {title} εμφανίστηκε πρώτα στο {site}.' },
      { text: 'Η δημοσίευση {title} εμφανίστηκε πρώτα στο {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-tr',
    category: 'promo',
    match: [
      { text: '{title} yazısı ilk önce {site} üzerinde ortaya çıktı.' },
      { text: '{title} yazısı ilk önce {site} üzerinde göründü.' },
      { text: '{title} ilk olarak {site} üzerinde yayınlandı.' },
      { text: '{title} yazısı ilk olarak {site} sitesinde yayınlandı.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-vi',
    category: 'promo',
    match: [
      { text: 'Bài viết {title} đã xuất hiện đầu tiên vào ngày {site}.' },
      { text: 'Bài viết {title} đã xuất hiện đầu tiên trên {site}.' },
      { text: 'Bài đăng {title} xuất hiện đầu tiên trên {site}.' },
      { text: 'The post {title} xuất hiện đầu tiên trên {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-id',
    category: 'promo',
    match: [
      { text: 'Artikel {title} pertama kali tampil pada {site}.' },
      { text: 'Postingan {title} muncul pertama kali di {site}.' },
      { text: 'Pos {title} muncul pertama kali di {site}.' },
      { text: 'Artikel {title} pertama kali muncul di {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-th',
    category: 'promo',
    match: [
      { text: 'โพสต์ {title} ปรากฏครั้งแรกเมื่อ {site}' },
      { text: 'โพสต์ {title} ปรากฏครั้งแรกบน {site}' },
      { text: 'บทความ {title} ปรากฏครั้งแรกบน {site}' },
    ],
  },
  {
    id: 'promo/appeared-first-on-zh-Hans',
    category: 'promo',
    match: [
      { text: '{title}最先出现在{site}。' },
      { text: '{title} 最先出现在 {site}。' },
      { text: '文章 {title} 最先出现在 {site}。' },
      { text: '帖子 {title} 首先出现在 {site}。' },
      { text: '文章《{title}》首发于{site}。' },
      { text: '{title}首先出现在{site}。' },
      { text: '本文《{title}》首发于{site}。' },
    ],
  },
  {
    id: 'promo/appeared-first-on-zh-Hant',
    category: 'promo',
    match: [
      { text: '〈{title}〉這篇文章最早發佈於《{site}》。' },
      { text: '這篇文章 {title} 最早出現於 {site}。' },
      { text: '{title} 最早出現於 {site}。' },
      { text: '〈{title}〉這篇文章最早出現於《{site}》。' },
      { text: '《{title}》最早出現於{site}。' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ja',
    category: 'promo',
    match: [
      { text: '投稿 {title} は {site} に最初に表示されました。' },
      { text: '投稿「{title}」は{site}に最初に表示されました。' },
      { text: '{title} は {site} に最初に表示されました。' },
      { text: '記事 {title} は {site} に最初に表示されました。' },
      { text: '投稿 {title} は最初に {site} に掲載されました。' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ko',
    category: 'promo',
    match: [
      { text: '{title} 게시물이 {site}에 처음 등장했습니다.' },
      { text: '게시물 {title}이 {site}에 처음 나타났습니다.' },
      { text: '{title} 포스트는 {site}에 처음 등장했습니다.' },
      { text: '{title} 글은 {site}에 처음 게시되었습니다.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ar',
    category: 'promo',
    match: [
      { text: 'ظهرت المقالة {title} أولاً على {site}.' },
      { text: 'ظهر المقال {title} أولاً على {site}.' },
      { text: 'التدوينة {title} ظهرت أولاً على {site}.' },
      { text: 'المقالة {title} ظهرت أولا على {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-fa',
    category: 'promo',
    match: [
      { text: 'نوشته {title} اولین بار در {site}. پدیدار شد.' },
      { text: 'نوشته {title} اولین بار در {site} پدیدار شد.' },
      { text: 'پست {title} اولین بار در {site} منتشر شد.' },
      { text: 'مطلب {title} اولین بار در {site} منتشر شد.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-he',
    category: 'promo',
    match: [
      { text: 'הפוסט {title} הופיע לראשונה ב-{site}.' },
      { text: 'הפוסט {title} הופיע לראשונה ב{site}.' },
      { text: 'הפוסט {title} הופיע לראשונה באתר {site}.' },
      { text: 'הכתבה {title} הופיעה לראשונה ב-{site}.' },
      { text: 'המאמר {title} הופיע לראשונה באתר {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-hi',
    category: 'promo',
    match: [
      { text: 'पोस्ट {title} पहली बार {site} पर दिखाई दी।' },
      { text: '{title} पोस्ट सबसे पहले {site} पर दिखाई दी।' },
      { text: 'The post {title} पहली बार {site} पर दिखाई दी।' },
    ],
  },
  {
    id: 'promo/appeared-first-on-ca',
    category: 'promo',
    match: [
      { text: "L'entrada {title} ha aparegut primer a {site}." },
      { text: "L'entrada {title} s'ha publicat primer a {site}." },
    ],
  },
  {
    id: 'promo/appeared-first-on-hr',
    category: 'promo',
    match: [
      { text: 'Objava {title} pojavila se prvi puta na {site}.' },
      { text: 'Članak {title} prvi se put pojavio na {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-sr',
    category: 'promo',
    match: [
      { text: 'Чланак {title} се појавио прво на {site}.' },
      { text: 'Članak {title} se pojavio prvo na {site}.' },
    ],
  },
  {
    id: 'promo/appeared-first-on-sl',
    category: 'promo',
    match: [
      { text: 'Objava {title} se je pojavila na {site}.' },
      { text: 'Prispevek {title} je bil najprej objavljen na {site}.' },
    ],
  },
];
