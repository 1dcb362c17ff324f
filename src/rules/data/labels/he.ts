import type { Rule } from '../../../types.ts';

/** What Hebrew pages print beside ads. */
export const HEBREW_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-he',
    category: 'label',
    match: [
      { label: 'פרסומת' },
      { label: 'פרסומות' },
      { label: 'פרסומת פרסומת' },
      { label: 'מודעה' },
      { label: 'שטח פרסום' },
      { label: 'מודעות גוגל' },
      { label: 'מודעות Google' },
      { label: 'קישורים ממומנים' },
      { label: 'קישור ממומן' },
      { label: 'סגור פרסומת' },
      { label: 'סגירת הפרסומת' },
      { label: 'דלג על הפרסומת' },
      { label: 'דלג על פרסומת' },
      { label: 'הסתר מודעה' },
      { label: 'דווח על מודעה' },
      { label: 'סוף הפרסומת' },
    ],
  },
  {
    id: 'label/continue-below-he',
    category: 'label',
    match: [
      { label: 'הכתבה ממשיכה לאחר הפרסומת' },
      { label: 'הכתבה ממשיכה אחרי הפרסומת' },
      { label: 'המשך הכתבה לאחר הפרסומת' },
      { label: 'המשך לאחר הפרסומת' },
      { label: 'המשך אחרי הפרסומת' },
      { label: 'הטקסט ממשיך לאחר הפרסומת' },
      { label: 'המשך לקרוא אחרי הפרסומת' },
      { label: 'גללו להמשך' },
      { label: 'גלול להמשך קריאה' },
      { label: 'הכתבה ממשיכה למטה' },
    ],
  },
  {
    id: 'label/sponsored-he',
    category: 'label',
    match: [
      { label: 'ממומן' },
      { label: 'תוכן ממומן' },
      { label: 'תוכן שיווקי' },
      { label: 'בשיתוף פרסומי' },
      { label: 'תוכן מקודם' },
      { label: 'כתבה ממומנת' },
      { label: 'תוכן מסחרי' },
      { label: 'מודעה ממומנת' },
      { label: 'שיתוף פעולה מסחרי' },
    ],
  },
  { id: 'label/sponsored-by-he', category: 'label', match: [{ text: 'בחסות {any}' }] },
];
