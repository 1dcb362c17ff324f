import type { Rule } from '../../../types.ts';

/** What Traditional Chinese pages print beside ads. */
export const TRADITIONAL_CHINESE_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-zh-Hant',
    category: 'label',
    match: [
      { label: '廣告' },
      { label: '廣告廣告' },
      { label: '廣告版位' },
      { label: 'Google 廣告' },
      { label: '贊助商連結' },
      { label: '贊助連結' },
      { label: '關閉廣告' },
      { label: '跳過廣告' },
      { label: '略過廣告' },
      { label: '隱藏廣告' },
      { label: '檢舉廣告' },
      { label: '廣告結束' },
      { label: '以下為廣告' },
      { label: '以上為廣告' },
    ],
  },
  {
    id: 'label/continue-below-zh-Hant',
    category: 'label',
    match: [
      { label: '廣告之後繼續閱讀' },
      { label: '廣告後繼續閱讀' },
      { label: '請繼續往下閱讀' },
      { label: '繼續往下閱讀' },
      { label: '文章繼續往下' },
      { label: '文章在廣告後繼續' },
      { label: '[廣告] 請繼續往下閱讀' },
      { label: '（廣告 請繼續閱讀本文）' },
      { label: '廣告，請繼續閱讀' },
      { label: '請往下滾動繼續閱讀' },
      { label: '內容在廣告後繼續' },
      { label: '↓下滑看更多' },
    ],
  },
  {
    id: 'label/sponsored-zh-Hant',
    category: 'label',
    match: [
      { label: '贊助' },
      { label: '贊助內容' },
      { label: '贊助文章' },
      { label: '廣編特輯' },
      { label: '廣編' },
      { label: '業配' },
      { label: '特約內容' },
      { label: '付費內容' },
    ],
  },
  {
    id: 'label/sponsored-by-zh-Hant',
    category: 'label',
    match: [{ text: '本文由{any}贊助' }, { text: '由 {any} 贊助' }],
  },
];
