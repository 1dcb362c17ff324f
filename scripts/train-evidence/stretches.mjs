// The labelled stretches of code of a corpus, found and measured by the library itself.
import { leakedCharacters } from './leaked-characters.mjs';

/** From what share of its characters on a stretch of code counts as leaked. */
const LEAKED = 0.5;

/** For each item its stretches with `leaked` (0 or 1); `unaligned` counts items whose gold is not a part of dirty. */
export function labelledStretches(items, { findStretches, namer }) {
  const documents = [];
  let unaligned = 0;
  for (const { id, fold, dirty, gold } of items) {
    const leaked = leakedCharacters(dirty, gold);
    if (leaked === undefined) {
      unaligned++;
      continue;
    }
    const stretches = findStretches(dirty, namer);
    for (const stretch of stretches) stretch.leaked = shareOf(stretch.units, dirty, leaked) > LEAKED ? 1 : 0;
    if (stretches.length > 0) documents.push({ id, fold, stretches });
  }
  return { documents, unaligned };
}

function shareOf(units, dirty, leaked) {
  let all = 0;
  let gone = 0;
  for (const { start, end } of units) {
    for (let i = start; i < end; i++) {
      if (dirty.charCodeAt(i) <= 32) continue;
      all++;
      gone += leaked[i];
    }
  }
  return all === 0 ? 0 : gone / all;
}
