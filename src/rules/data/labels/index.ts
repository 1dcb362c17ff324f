import type { Rule } from '../../../types.ts';
import { ARABIC_LABELS } from './ar.ts';
import { BULGARIAN_LABELS } from './bg.ts';
import { CATALAN_LABELS } from './ca.ts';
import { CZECH_LABELS } from './cs.ts';
import { DANISH_LABELS } from './da.ts';
import { GERMAN_LABELS } from './de.ts';
import { GREEK_LABELS } from './el.ts';
import { ENGLISH_LABELS } from './en.ts';
import { SPANISH_LABELS } from './es.ts';
import { PERSIAN_LABELS } from './fa.ts';
import { FINNISH_LABELS } from './fi.ts';
import { FRENCH_LABELS } from './fr.ts';
import { HEBREW_LABELS } from './he.ts';
import { HINDI_LABELS } from './hi.ts';
import { CROATIAN_LABELS } from './hr.ts';
import { HUNGARIAN_LABELS } from './hu.ts';
import { INDONESIAN_LABELS } from './id.ts';
import { ITALIAN_LABELS } from './it.ts';
import { JAPANESE_LABELS } from './ja.ts';
import { KOREAN_LABELS } from './ko.ts';
import { DUTCH_LABELS } from './nl.ts';
import { NORWEGIAN_LABELS } from './no.ts';
import { POLISH_LABELS } from './pl.ts';
import { PORTUGUESE_LABELS } from './pt.ts';
import { ROMANIAN_LABELS } from './ro.ts';
import { RUSSIAN_LABELS } from './ru.ts';
import { SLOVAK_LABELS } from './sk.ts';
import { SERBIAN_LABELS } from './sr.ts';
import { SWEDISH_LABELS } from './sv.ts';
import { THAI_LABELS } from './th.ts';
import { TURKISH_LABELS } from './tr.ts';
import { UKRAINIAN_LABELS } from './uk.ts';
import { VIETNAMESE_LABELS } from './vi.ts';
import { SIMPLIFIED_CHINESE_LABELS } from './zh-hans.ts';
import { TRADITIONAL_CHINESE_LABELS } from './zh-hant.ts';

/** The built-in labels, by language. A word that two languages share goes by the name of the first. */
export const LABEL_RULES: readonly Rule[] = [
  ...ENGLISH_LABELS,
  ...GERMAN_LABELS,
  ...FRENCH_LABELS,
  ...SPANISH_LABELS,
  ...PORTUGUESE_LABELS,
  ...ITALIAN_LABELS,
  ...DUTCH_LABELS,
  ...SWEDISH_LABELS,
  ...NORWEGIAN_LABELS,
  ...DANISH_LABELS,
  ...FINNISH_LABELS,
  ...RUSSIAN_LABELS,
  ...UKRAINIAN_LABELS,
  ...POLISH_LABELS,
  ...CZECH_LABELS,
  ...SLOVAK_LABELS,
  ...HUNGARIAN_LABELS,
  ...ROMANIAN_LABELS,
  ...BULGARIAN_LABELS,
  ...GREEK_LABELS,
  ...TURKISH_LABELS,
  ...VIETNAMESE_LABELS,
  ...INDONESIAN_LABELS,
  ...THAI_LABELS,
  ...SIMPLIFIED_CHINESE_LABELS,
  ...TRADITIONAL_CHINESE_LABELS,
  ...JAPANESE_LABELS,
  ...KOREAN_LABELS,
  ...ARABIC_LABELS,
  ...PERSIAN_LABELS,
  ...HEBREW_LABELS,
  ...HINDI_LABELS,
  ...CATALAN_LABELS,
  ...CROATIAN_LABELS,
  ...SERBIAN_LABELS,
];
