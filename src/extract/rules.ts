import { ASIDE, BUTTON, CONCEALED, DIALOG, FOOTER, NAV, NOSCRIPT, type Page } from './blocks.ts';
import { isParagraph, type Sums, sumBlocks } from './sums.ts';

/** Zones whose text is hardly ever what a page is about. */
const EXCLUDED = NAV | FOOTER | ASIDE | DIALOG | BUTTON;
/** The main box holds this share of the paragraphs' words. */
const MAIN_SHARE = 0.7;
/** Fewer words than this, and less than this share of all, is a sign that the zones were not what they say. */
const LITTLE_WORDS = 60;
const LITTLE_SHARE = 0.08;
/** From this share of a page's words on, what stands in `<noscript>` is the page. */
const NOSCRIPT_SHARE = 0.4;

/** Which zones to leave out of a page: the excluded ones, unless next to nothing is left without them. */
export function excludedZones(page: Page): number {
  let all = 0;
  let noscript = 0;
  let rest = 0;
  let shown = 0;
  for (let b = 0; b < page.blocks; b++) {
    const zone = page.zone[page.box[b]];
    const words = page.words[b];
    all += words;
    if ((zone & NOSCRIPT) !== 0) noscript += words;
    if ((zone & EXCLUDED) !== 0) continue;
    rest += words;
    if ((zone & CONCEALED) === 0) shown += words;
  }
  const noscriptBit = noscript >= all * NOSCRIPT_SHARE ? 0 : NOSCRIPT;
  if (rest < LITTLE_WORDS && rest < all * LITTLE_SHARE) return noscriptBit;
  if (shown >= rest * 0.5) return EXCLUDED | noscriptBit | CONCEALED;
  return EXCLUDED | noscriptBit;
}

/** The deepest box that holds a share of what `upTo` sums up over the blocks. */
export function deepestBox(page: Page, upTo: Int32Array, share: number): number {
  const wanted = upTo[page.blocks] * share;
  let found = 0;
  // Boxes that hold more than half lie inside one another, so the last of them in document order is the deepest.
  for (let x = 0; x < page.boxes; x++) {
    const words = upTo[page.to[x]] - upTo[page.from[x]];
    if (words > 0 && words >= wanted) found = x;
  }
  return found;
}

/** A box that holds nothing but links is no container of text. */
const CONTAINER_LINKS = 0.5;

/**
 * The box whose own paragraphs weigh most: each paragraph counts in full for the box round its own and half for the
 * next one (the idea is Readability's: scores go to parent and grandparent, scaled down by link density).
 */
export function containerBox(page: Page, sums: Sums, excluded: number): number {
  const scores = new Float32Array(page.boxes);
  for (let b = 0; b < page.blocks; b++) {
    if ((page.zone[page.box[b]] & excluded) !== 0 || !isParagraph(page, b)) continue;
    const score = 1 + page.commas[b] + Math.min(3, page.chars[b] / 100);
    const up = page.parent[page.box[b]];
    if (up < 0) continue;
    scores[up] += score;
    if (page.parent[up] >= 0) scores[page.parent[up]] += score / 2;
  }
  let best = 0;
  let bestScore = 0;
  for (let x = 1; x < page.boxes; x++) {
    if (scores[x] === 0) continue;
    const words = sums.words[page.to[x]] - sums.words[page.from[x]];
    const density = (sums.linkWords[page.to[x]] - sums.linkWords[page.from[x]]) / Math.max(1, words);
    const score = scores[x] * (1 - density);
    if (density < CONTAINER_LINKS && score > bestScore) {
      best = x;
      bestScore = score;
    }
  }
  return best;
}

/** The blocks that these rules alone would keep: 1 for each of them. */
export function keepByRules(page: Page): Uint8Array {
  const kept = new Uint8Array(page.blocks);
  const excluded = excludedZones(page);
  const main = deepestBox(page, sumBlocks(page, excluded).paragraphs, MAIN_SHARE);
  for (let b = page.from[main]; b < page.to[main]; b++) {
    if ((page.zone[page.box[b]] & excluded) === 0 && page.words[b] > 0) kept[b] = 1;
  }
  return kept;
}
