/**
 * The commonest words of languages that share a script, in small letters: enough to tell them apart in a page of text.
 * Words that several of them have are left out where others do.
 */
export const STOP_WORDS_BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  bg: ['и', 'на', 'се', 'за', 'от', 'че', 'са', 'който', 'това', 'със', 'като', 'ще', 'бъде'],
  cs: ['že', 'jsou', 'které', 'který', 'jako', 'podle', 'také', 'ale', 'jeho', 'při', 'než', 'aby', 'bylo'],
  da: ['og', 'det', 'ikke', 'af', 'til', 'der', 'er', 'på', 'blev', 'også', 'efter', 'hvor', 'meget'],
  de: ['der', 'die', 'und', 'das', 'nicht', 'ist', 'mit', 'für', 'auf', 'ein', 'eine', 'auch', 'dem', 'sich', 'wurde'],
  en: ['the', 'and', 'of', 'to', 'is', 'that', 'was', 'for', 'with', 'it', 'this', 'are', 'have', 'be', 'from'],
  es: ['el', 'los', 'las', 'una', 'con', 'del', 'se', 'por', 'que', 'para', 'su', 'más', 'pero', 'como', 'fue'],
  fi: ['ja', 'on', 'ei', 'että', 'oli', 'myös', 'joka', 'mutta', 'kun', 'ovat', 'hän', 'sen', 'ole', 'vuonna'],
  fr: ['les', 'des', 'est', 'une', 'dans', 'qui', 'pour', 'pas', 'sur', 'du', 'au', 'avec', 'sont', 'par', 'cette'],
  hr: ['je', 'se', 'su', 'koji', 'što', 'nije', 'ili', 'bio', 'kao', 'biti', 'ali', 'samo', 'može'],
  hu: ['és', 'hogy', 'nem', 'az', 'egy', 'volt', 'meg', 'csak', 'mint', 'már', 'ez', 'vagy', 'szerint'],
  id: ['yang', 'dan', 'di', 'dengan', 'untuk', 'pada', 'ini', 'dari', 'tidak', 'dalam', 'adalah', 'itu', 'juga'],
  it: ['il', 'che', 'della', 'per', 'non', 'di', 'sono', 'gli', 'nel', 'anche', 'più', 'alla', 'dei', 'è', 'stato'],
  nl: ['het', 'een', 'van', 'en', 'niet', 'zijn', 'dat', 'voor', 'met', 'ook', 'aan', 'maar', 'worden', 'naar', 'bij'],
  no: ['og', 'det', 'ikke', 'av', 'til', 'som', 'er', 'på', 'ble', 'også', 'etter', 'hvor', 'mye', 'fra'],
  pl: ['nie', 'się', 'jest', 'że', 'na', 'do', 'który', 'jak', 'oraz', 'przez', 'tym', 'był', 'ale', 'są'],
  pt: ['não', 'uma', 'com', 'os', 'para', 'do', 'da', 'em', 'mais', 'foi', 'dos', 'são', 'pelo', 'também', 'ao'],
  ro: ['și', 'în', 'este', 'care', 'din', 'nu', 'pentru', 'sunt', 'mai', 'cu', 'fost', 'dar', 'lui'],
  ru: ['и', 'в', 'не', 'что', 'он', 'на', 'это', 'как', 'был', 'из', 'его', 'для', 'также', 'или', 'были'],
  sv: ['och', 'det', 'att', 'inte', 'är', 'som', 'på', 'för', 'till', 'var', 'har', 'också', 'efter', 'från'],
  tr: ['ve', 'bir', 'bu', 'için', 'ile', 'olarak', 'da', 'çok', 'daha', 'olan', 'gibi', 'kadar', 'değil'],
  uk: ['і', 'що', 'не', 'та', 'в', 'на', 'це', 'як', 'був', 'його', 'від', 'або', 'також', 'є', 'були'],
  vi: ['và', 'của', 'là', 'có', 'không', 'được', 'cho', 'trong', 'những', 'với', 'các', 'một', 'người'],
};
