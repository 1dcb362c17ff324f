import { WALL_PHRASES } from './data/wall-phrases.ts';

/** A page of more words than this is no wall, whatever it says; nor is one that keeps more than `KEPT_WORDS`. */
const PAGE_WORDS = 300;
const KEPT_WORDS = 90;

/** Whether a page that holds next to nothing stands in the way of another: a bot check, a consent wall, an error. */
export function isWall(pageWords: number, keptWords: number, text: () => string): boolean {
  if (pageWords > PAGE_WORDS || keptWords > KEPT_WORDS || keptWords === 0) return false;
  const said = text().toLowerCase().replaceAll('’', "'");
  return WALL_PHRASES.some((phrase) => said.includes(phrase));
}
