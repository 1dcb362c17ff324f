import { STOP_WORDS_BY_LANGUAGE } from './data/stop-words.ts';

/** How much of a text is looked at, in UTF-16 units, and how many words of it are the least that can be judged. */
const SAMPLE = 6000;
const FEWEST_WORDS = 30;
/** The share of words that must be stop words of the language, and how many times those of the next one. */
const SHARE = 0.08;
const LEAD = 1.5;

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS_BY_LANGUAGE)) {
  for (const word of words) {
    const languages = languagesByWord.get(word);
    if (languages === undefined) languagesByWord.set(word, [language]);
    else languages.push(language);
  }
}

/** Scripts that one language of the web all but owns, by their first and last code unit. */
const SCRIPTS: readonly (readonly [language: string, first: number, last: number])[] = [
  ['el', 0x370, 0x3ff],
  ['hy', 0x531, 0x58f],
  ['he', 0x5d0, 0x5ea],
  ['th', 0xe01, 0xe5b],
  ['ka', 0x10d0, 0x10ff],
  ['ja', 0x3040, 0x30ff],
  ['ko', 0xac00, 0xd7a3],
];

function languageOfScript(text: string): string | undefined {
  const counts = new Array<number>(SCRIPTS.length).fill(0);
  let han = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x41) continue;
    letters++;
    if (unit < 0x370) continue;
    if (unit >= 0x4e00 && unit <= 0x9fff) han++;
    for (const [index, [, first, last]] of SCRIPTS.entries()) if (unit >= first && unit <= last) counts[index]++;
  }
  if (letters < FEWEST_WORDS) return undefined;
  for (const [index, [language]] of SCRIPTS.entries()) {
    // Japanese is written in Chinese characters too.
    const own = language === 'ja' ? counts[index] + (counts[index] * 20 > letters ? han : 0) : counts[index];
    if (own > letters / 2) return language;
  }
  return han > letters / 2 ? 'zh' : undefined;
}

/** The language of a text as a BCP 47 tag, where its script or its commonest words leave no doubt. */
export function languageOfText(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const script = languageOfScript(sample);
  if (script !== undefined) return script;
  const words = sample.toLowerCase().split(/[^\p{L}\p{M}]/u);
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    if (word === '') continue;
    total++;
    for (const language of languagesByWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  if (total < FEWEST_WORDS) return undefined;
  const [best, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < total * SHARE) return undefined;
  return next === undefined || best[1] >= next[1] * LEAD ? best[0] : undefined;
}
