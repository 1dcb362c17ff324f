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
}

export function sumBlocks(page: Page, excluded: number): Sums {
  const column = (): Int32Array => new Int32Array(page.blocks + 1);
  const words = column();
  const linkWords = column();
  const shown = column();
  const paragraphs = column();
  let links = 0;
  for (let b = 0; b < page.blocks; b++) {
    const inside = (page.zone[page.box[b]] & excluded) === 0;
    const w = page.words[b];
    words[b + 1] = words[b] + w;
    links += page.linkWords[b];
    if (links > 0) linkWords[b + 1] = links; // nothing written is no room taken
    shown[b + 1] = shown[b] + (inside ? w : 0);
    paragraphs[b + 1] = paragraphs[b] + (inside && isParagraph(page, b) ? w : 0);
  }
  return { words, linkWords, shown, paragraphs };
}
