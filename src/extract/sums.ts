import type { Page } from './blocks.ts';

/** A paragraph has at least so many words, less than half of them in links (Kohlschütter et al., WSDM 2010: 10). */
const PARAGRAPH_WORDS = 8;

export function isParagraph(page: Page, block: number): boolean {
  return page.words[block] >= PARAGRAPH_WORDS && page.linkWords[block] * 2 < page.words[block];
}

/** Sums over blocks: entry `b` is the sum over the blocks before `b`, so that a box costs one subtraction. */
export interface Sums {
  readonly words: Int32Array;
  readonly linkWords: Int32Array;
  /** Words of blocks outside the excluded zones. */
  readonly shown: Int32Array;
  /** Words of paragraphs outside the excluded zones. */
  readonly paragraphs: Int32Array;
  readonly images: Int32Array;
  readonly currencies: Int32Array;
  readonly stops: Int32Array;
}

export function sumBlocks(page: Page, excluded: number): Sums {
  const column = (): Int32Array => new Int32Array(page.blocks + 1);
  const words = column();
  const linkWords = column();
  const shown = column();
  const paragraphs = column();
  const images = column();
  const currencies = column();
  const stops = column();
  for (let b = 0; b < page.blocks; b++) {
    const inside = (page.zone[page.box[b]] & excluded) === 0;
    const w = page.words[b];
    words[b + 1] = words[b] + w;
    linkWords[b + 1] = linkWords[b] + page.linkWords[b];
    shown[b + 1] = shown[b] + (inside ? w : 0);
    paragraphs[b + 1] = paragraphs[b] + (inside && isParagraph(page, b) ? w : 0);
    images[b + 1] = images[b] + page.images[b];
    currencies[b + 1] = currencies[b] + page.currencies[b];
    stops[b + 1] = stops[b] + page.stops[b];
  }
  return { words, linkWords, shown, paragraphs, images, currencies, stops };
}
