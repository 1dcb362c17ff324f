import type { Rule } from '../../../types.ts';

/** What Persian pages print beside ads. */
export const PERSIAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-fa',
    category: 'label',
    match: [
      { label: 'تبلیغات' },
      { label: 'تبلیغ' },
      { label: 'آگهی' },
      { label: 'تبلیغات تبلیغات' },
      { label: 'تبلیغات گوگل' },
      { label: 'محل تبلیغ شما' },
      { label: 'لینک‌های حمایت‌شده' },
      { label: 'بستن تبلیغ' },
      { label: 'رد کردن تبلیغ' },
      { label: 'رد کردن آگهی' },
      { label: 'بستن آگهی' },
      { label: 'پنهان کردن تبلیغ' },
      { label: 'پایان آگهی' },
      { label: 'پایان تبلیغ' },
      { label: 'جای تبلیغ شما' },
    ],
  },
  {
    id: 'label/continue-below-fa',
    category: 'label',
    match: [
      { label: 'ادامه مطلب پس از تبلیغ' },
      { label: 'ادامه مطلب بعد از تبلیغ' },
      { label: 'ادامه پس از آگهی' },
      { label: 'ادامه مقاله پس از آگهی' },
      { label: 'ادامه خبر پس از تبلیغ' },
      { label: 'ادامه در زیر' },
      { label: 'ادامه مطلب در زیر' },
      { label: 'برای ادامه اسکرول کنید' },
      { label: 'ادامه مطلب در ادامه تبلیغ' },
    ],
  },
  {
    id: 'label/sponsored-fa',
    category: 'label',
    match: [
      { label: 'رپورتاژ آگهی' },
      { label: 'رپرتاژ آگهی' },
      { label: 'محتوای حمایت‌شده' },
      { label: 'محتوای تبلیغاتی' },
      { label: 'حمایت شده' },
      { label: 'مطلب تبلیغاتی' },
      { label: 'تبلیغات متنی' },
      { label: 'محتوای اسپانسری' },
      { label: 'همکاری تجاری' },
    ],
  },
];
