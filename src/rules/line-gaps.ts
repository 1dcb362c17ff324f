import { FOLLOWED_NAMES, NAME_JOINERS, NETWORK_NAMES } from './data/line-contexts.ts';
import { fold, foldSpan, isUnspaced, isWord } from './fold.ts';

/** Longest name of a site, in UTF-16 units and in words: no more than a masthead holds. */
const SITE_LENGTH = 80;
const SITE_WORDS = 9;
const TITLE_LENGTH = 300;
/** What a headline holds at least and at most; longer lines are sentences. */
const HEADLINE_LENGTH = 160;
const HEADLINE_WORDS = 3;
/** Units that carry as much as one word does, in scripts without blanks. */
const UNSPACED_WORD = 3;

/** Words of a text; runs of scripts without blanks count by length. */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = fold(text.charCodeAt(i));
    if (isUnspaced(code)) {
      unspaced++;
      inside = false;
    } else if (isWord(code)) {
      if (!inside) words++;
      inside = true;
    } else {
      inside = false;
    }
  }
  return words + Math.ceil(unspaced / UNSPACED_WORD);
}

/** Whether a text begins as names and headlines do: with a capital, a digit, a quote, or a letter that has no case. */
function beginsLikeName(text: string): boolean {
  let at = 0;
  while (at < text.length && at < 4 && OPENING.includes(text[at])) at++;
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (/\p{N}|\p{Lo}|\p{So}/u.test(first)) return true;
  return /\p{L}/u.test(first) && first === first.toUpperCase();
}

const OPENING = '"\'\u2018\u201c\u201e\u00ab\u2039([\u00bf\u00a1\u3008\u300a\u300c\u300e\u3010#@';

/** Whether a captured site is written like a name: `The Duran`, `example.com`, `朝日新聞`. */
export function isSiteName(site: string): boolean {
  if (site.length > SITE_LENGTH || countWords(site) > SITE_WORDS || countWords(site) === 0) return false;
  if (/[,;:?]\s|[.!]\s+\p{Lu}\p{Ll}+\s+\p{Ll}|[{}<>=]|\d{4}/u.test(site)) return false;
  return isHost(site) || beginsLikeName(site);
}

/** `example.com`: one word with a dot inside. */
function isHost(text: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(text);
}

/** Whether a captured title is written like one. A lower-case one must be known as the text's heading. */
export function isTitle(title: string): boolean {
  return title.length <= TITLE_LENGTH && beginsLikeName(title);
}

/** Whether a line is written like a headline: some words, a capital first, no sentence, list or code. */
export function isHeadline(line: string): boolean {
  if (line.length > HEADLINE_LENGTH || countWords(line) < HEADLINE_WORDS || !beginsLikeName(line)) return false;
  if (/[{}<>=;`|\\]|\(\)|:\/\/|[\p{Ll}\d]\.\s+\p{Lu}/u.test(line)) return false;
  if (/[.,;:।。、،]["'”’»)\]]?$/u.test(line) && !/(?:\.\.\.|…)$/.test(line)) return false;
  return !isEnumeration(line);
}

/** `one, two three, four`: pieces of a few words each. */
function isEnumeration(line: string): boolean {
  const pieces = line.split(/[,،、]/);
  return pieces.length > 2 && pieces.every((piece) => countWords(piece) <= 3);
}

/** Begins what a call to follow promises behind the names: "for the latest news". */
const PROMISE = / (?:for|to|so) /;

/** Whether a text is names of networks only: "Facebook, X and YouTube", "WhatsApp for the latest news". */
export function isNetworkList(text: string): boolean {
  if (text.length > HEADLINE_LENGTH) return false;
  const line = foldSpan(text, 0, text.length).text.split(PROMISE, 1)[0];
  const isName = (name: string): boolean => NETWORK_NAMES.has(name) || FOLLOWED_NAMES.has(name);
  for (const piece of line.split(/[,、，/&|·•+]/)) {
    const words = piece
      .trim()
      .replace(/[.!:]$/, '')
      .split(' ')
      .filter((word) => word !== '');
    for (let at = 0; at < words.length; ) {
      const three = isName(words.slice(at, at + 3).join(' ')) ? 3 : 0;
      const two = three || (isName(words.slice(at, at + 2).join(' ')) ? 2 : 0);
      const taken = two || (isName(words[at]) || NAME_JOINERS.has(words[at]) ? 1 : 0);
      if (taken === 0) return false;
      at += taken;
    }
  }
  return /[^\s,]/.test(line);
}
