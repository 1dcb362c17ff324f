import type { Rule } from '../../../types.ts';

/** What Arabic pages print beside ads. */
export const ARABIC_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-ar',
    category: 'label',
    match: [
      { label: 'إعلان' },
      { label: 'إعلان إعلان' },
      { label: 'مساحة إعلانية' },
      { label: 'إعلانات جوجل' },
      { label: 'إعلانات Google' },
      { label: 'روابط ممولة' },
      { label: 'روابط دعائية' },
      { label: 'إغلاق الإعلان' },
      { label: 'تخطي الإعلان' },
      { label: 'تخطى الإعلان' },
      { label: 'إخفاء الإعلان' },
      { label: 'الإبلاغ عن الإعلان' },
      { label: 'نهاية الإعلان' },
      { label: 'فاصل إعلاني' },
    ],
  },
  {
    id: 'label/continue-below-ar',
    category: 'label',
    match: [
      { label: 'المقال يستمر بعد الإعلان' },
      { label: 'يستمر المقال بعد الإعلان' },
      { label: 'تابع القراءة بعد الإعلان' },
      { label: 'أكمل القراءة بعد الإعلان' },
      { label: 'يتبع بعد الإعلان' },
      { label: 'الخبر يستمر بعد الإعلان' },
      { label: 'مرر للمتابعة' },
      { label: 'المحتوى يستمر بعد الإعلان' },
      { label: 'تابع القراءة أدناه' },
      { label: 'استمر في القراءة بعد الإعلان' },
    ],
  },
  {
    id: 'label/sponsored-ar',
    category: 'label',
    match: [
      { label: 'ممول' },
      { label: 'إعلان ممول' },
      { label: 'محتوى ممول' },
      { label: 'محتوى مدفوع' },
      { label: 'محتوى برعاية' },
      { label: 'مقال دعائي' },
      { label: 'مادة إعلانية' },
      { label: 'محتوى إعلاني' },
      { label: 'شراكة مدفوعة' },
      { label: 'منشور ممول' },
      { label: 'إعلان مدفوع' },
    ],
  },
];
