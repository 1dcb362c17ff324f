import { DEFAULT_MARKS, QUOTATION_MARKS } from './data/quotation-marks.ts';

/** Outer start and end, inner start and end. */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries(QUOTATION_MARKS).flatMap(([marks, languages]) =>
    languages.split(' ').map((language) => [language, marks]),
  ),
);
/** What an author who writes the marks himself begins a quotation with. */
const OWN_MARK = /^\s*[«»‘‚“”„‟‹›「『"]/;

function marksOf(language: string): string {
  const subtags = language.toLowerCase().split('-');
  for (const subtag of subtags.slice(1)) {
    const marks = MARKS.get(`${subtags[0]}-${subtag}`);
    if (marks !== undefined) return marks;
  }
  return MARKS.get(subtags[0]) ?? DEFAULT_MARKS;
}

/** Whether a language has other marks than those that a quotation without a language gets. */
export function hasOtherMarks(language: string): boolean {
  return marksOf(language) !== DEFAULT_MARKS;
}

/** The marks that a browser shows around `<q>` and text has to hold, while its words come in. */
export class Quotations {
  /** End marks of the open ones; empty for one whose author wrote the marks. */
  readonly #ends: string[] = [];
  /** Start marks of the innermost ones, which no words have followed yet. */
  readonly #waiting: string[] = [];

  open(language: string): void {
    const [start, end, innerStart, innerEnd] = marksOf(language);
    const inner = this.#ends.length > 0;
    this.#waiting.push(inner ? innerStart : start);
    this.#ends.push(inner ? innerEnd : end);
  }

  /** The words with the marks that stand before them. */
  marked(words: string): string {
    if (this.#waiting.length === 0) return words;
    const bare = words.trimStart();
    if (bare === '') return words;
    if (OWN_MARK.test(bare)) {
      this.#waiting.pop();
      this.#ends[this.#ends.length - 1] = '';
    }
    const marks = this.#waiting.join('');
    this.#waiting.length = 0;
    return words.slice(0, words.length - bare.length) + marks + bare;
  }

  /** The mark behind the quotation that was opened last. */
  close(): string {
    const end = this.#ends.pop() ?? '';
    return this.#waiting.pop() === undefined ? end : '';
  }
}
