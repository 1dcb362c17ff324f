import type { Rule } from '../../../types.ts';

/** What Greek pages print beside ads. */
export const GREEK_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-el',
    category: 'label',
    match: [
      { label: 'Διαφήμιση' },
      { label: 'ΔΙΑΦΗΜΙΣΗ' },
      { label: 'Διαφήμιση Διαφήμιση' },
      { label: 'Διαφημιστικός χώρος' },
      { label: 'Διαφημίσεις Google' },
      { label: 'Διαφημίσεις από την Google' },
      { label: 'Χορηγούμενοι σύνδεσμοι' },
      { label: 'Κλείσιμο διαφήμισης' },
      { label: 'Παράλειψη διαφήμισης' },
      { label: 'Απόκρυψη διαφήμισης' },
      { label: 'Τέλος διαφήμισης' },
      { label: 'Αναφορά διαφήμισης' },
    ],
  },
  {
    id: 'label/continue-below-el',
    category: 'label',
    match: [
      { label: 'Το άρθρο συνεχίζεται μετά τη διαφήμιση' },
      { label: 'Το άρθρο συνεχίζεται μετά την διαφήμιση' },
      { label: 'Το άρθρο συνεχίζεται κάτω από τη διαφήμιση' },
      { label: 'Η συνέχεια μετά τη διαφήμιση' },
      { label: 'Συνέχεια μετά τη διαφήμιση' },
      { label: 'Συνεχίστε την ανάγνωση μετά τη διαφήμιση' },
      { label: 'Διαβάστε περισσότερα μετά τη διαφήμιση' },
      { label: 'Το κείμενο συνεχίζεται μετά τη διαφήμιση' },
      { label: 'Το άρθρο συνεχίζεται παρακάτω' },
    ],
  },
  {
    id: 'label/sponsored-el',
    category: 'label',
    match: [
      { label: 'Χορηγούμενο' },
      { label: 'Χορηγούμενο περιεχόμενο' },
      { label: 'Χορηγούμενη δημοσίευση' },
      { label: 'Χορηγούμενο άρθρο' },
      { label: 'Διαφημιστικό άρθρο' },
      { label: 'Προωθούμενο' },
      { label: 'Προωθούμενο περιεχόμενο' },
      { label: 'Πληρωμένη καταχώριση' },
      { label: 'Πληρωμένη συνεργασία' },
      { label: 'Διαφημιστική καταχώρηση' },
    ],
  },
  { id: 'label/sponsored-by-el', category: 'label', match: [{ text: 'Με τη χορηγία της {any}' }] },
];
