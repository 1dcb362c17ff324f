import type { Rule } from '../../../types.ts';

/** What Hindi pages print beside ads. */
export const HINDI_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-hi',
    category: 'label',
    match: [
      { label: 'विज्ञापन' },
      { label: 'विज्ञापन विज्ञापन' },
      { label: 'गूगल विज्ञापन' },
      { label: 'Google विज्ञापन' },
      { label: 'प्रायोजित लिंक' },
      { label: 'विज्ञापन बंद करें' },
      { label: 'विज्ञापन छोड़ें' },
      { label: 'विज्ञापन हटाएं' },
      { label: 'विज्ञापन छिपाएं' },
      { label: 'विज्ञापन की रिपोर्ट करें' },
      { label: 'विज्ञापन समाप्त' },
    ],
  },
  {
    id: 'label/continue-below-hi',
    category: 'label',
    match: [
      { label: 'लेख विज्ञापन के बाद जारी है' },
      { label: 'विज्ञापन के बाद जारी' },
      { label: 'खबर विज्ञापन के बाद जारी है' },
      { label: 'आगे पढ़ने के लिए स्क्रॉल करें' },
      { label: 'जारी रखने के लिए स्क्रॉल करें' },
      { label: 'लेख नीचे जारी है' },
      { label: 'कहानी विज्ञापन के बाद जारी है' },
      { label: 'विज्ञापन के बाद पढ़ना जारी रखें' },
      { label: 'खबर जारी है' },
    ],
  },
  {
    id: 'label/sponsored-hi',
    category: 'label',
    match: [
      { label: 'प्रायोजित' },
      { label: 'प्रायोजित सामग्री' },
      { label: 'प्रायोजित पोस्ट' },
      { label: 'प्रायोजित लेख' },
      { label: 'पेड कंटेंट' },
      { label: 'साझेदार सामग्री' },
      { label: 'प्रचारित' },
      { label: 'विज्ञापन सामग्री' },
      { label: 'सशुल्क सामग्री' },
      { label: 'ब्रांड कंटेंट' },
    ],
  },
  { id: 'label/sponsored-by-hi', category: 'label', match: [{ text: '{any} द्वारा प्रायोजित' }] },
];
