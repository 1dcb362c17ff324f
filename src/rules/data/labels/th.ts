import type { Rule } from '../../../types.ts';

/** What Thai pages print beside ads. */
export const THAI_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-th',
    category: 'label',
    match: [
      { label: 'โฆษณา' },
      { label: 'พื้นที่โฆษณา' },
      { label: 'โฆษณาโดย Google' },
      { label: 'โฆษณาจาก Google' },
      { label: 'ลิงก์ผู้สนับสนุน' },
      { label: 'ลิงค์ผู้สนับสนุน' },
      { label: 'ปิดโฆษณา' },
      { label: 'ข้ามโฆษณา' },
      { label: 'ซ่อนโฆษณา' },
      { label: 'รายงานโฆษณา' },
      { label: 'จบโฆษณา' },
    ],
  },
  {
    id: 'label/continue-below-th',
    category: 'label',
    match: [
      { label: 'อ่านต่อหลังโฆษณา' },
      { label: 'เนื้อหาต่อหลังโฆษณา' },
      { label: 'บทความต่อด้านล่าง' },
      { label: 'เลื่อนเพื่ออ่านต่อ' },
      { label: 'เลื่อนลงเพื่ออ่านต่อ' },
      { label: 'อ่านต่อด้านล่างโฆษณา' },
      { label: 'เนื้อหาต่อด้านล่าง' },
    ],
  },
  {
    id: 'label/sponsored-th',
    category: 'label',
    match: [
      { label: 'ได้รับการสนับสนุน' },
      { label: 'เนื้อหาที่ได้รับการสนับสนุน' },
      { label: 'เนื้อหาผู้สนับสนุน' },
      { label: 'โพสต์ที่ได้รับการสนับสนุน' },
      { label: 'บทความประชาสัมพันธ์' },
      { label: 'บทความโฆษณา' },
      { label: 'สนับสนุนโดยผู้ลงโฆษณา' },
      { label: 'แอดเวอร์ทอเรียล' },
    ],
  },
  { id: 'label/sponsored-by-th', category: 'label', match: [{ text: 'สนับสนุนโดย {any}' }] },
];
