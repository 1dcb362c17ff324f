// The two stages of the evidence: what a stretch of code says of itself, and that beside what its neighbours say.
import { fitLogistic, score } from './logistic.mjs';

/** Features that shown code near by does not speak for: each also enters multiplied by `nearShown`. */
const UNMOVED = ['dom', 'longLine', 'hugeLine', 'json', 'foreign'];
/** A vendor's signature counts for at least so much: few vendors of a corpus are named, and those of others are. */
const LEAST_NAMED = 5;
/** What a stretch that is shown counts against one that leaked: to lose the writer's words is the worse mistake. */
const SHOWN = 2.8;
/** Weights are written with so many digits after the point; both stages work with what is written. */
const round = (weight) => Number(weight.toFixed(2)) || 0;

/** ALONE and TOGETHER as `data/evidence-weights.ts` has them, learnt from documents of labelled stretches. */
export function fitStages(documents, { FEATURES, eachNeighbourhood }) {
  const row = ({ features, named }) => [...FEATURES.map((name) => features[name]), named ? 1 : 0];
  const labels = documents.flatMap(({ stretches }) => stretches.map(({ leaked }) => leaked));
  const importance = documents.flatMap(importanceOf);
  const named = (weights) => Object.fromEntries(FEATURES.map((name, i) => [name, round(weights[i])]));
  const atLeast = (weight) => Math.max(LEAST_NAMED, round(weight));

  const rows = documents.flatMap(({ stretches }) => stretches.map(row));
  const first = fitLogistic(rows, labels, importance).map(round);
  const n = FEATURES.length;
  const alone = { bias: first[n + 1], named: atLeast(first[n]), weights: named(first) };
  first[n] = alone.named;

  let r = 0;
  const wide = documents.flatMap(({ stretches }) => {
    for (const stretch of stretches) stretch.alone = score(first, rows[r++]);
    const found = [];
    eachNeighbourhood(stretches, (stretch, shown, shownAlike, leaked) => {
      const unmoved = UNMOVED.map((name) => shown * stretch.features[name]);
      found.push([...row(stretch), shown, shownAlike, leaked, ...unmoved]);
    });
    return found;
  });
  const second = fitLogistic(wide, labels, importance);
  const together = {
    bias: round(second[n + 4 + UNMOVED.length]),
    named: atLeast(second[n]),
    nearShown: round(second[n + 1]),
    nearShownAlike: round(second[n + 2]),
    nearLeaked: round(second[n + 3]),
    unmoved: UNMOVED.map((name, i) => [name, round(second[n + 4 + i])]),
    weights: named(second),
  };
  return { alone, together };
}

/** A document's stretches of a kind count as much as the root of their number: a page is full of what it is full of. */
function importanceOf({ stretches }) {
  const counts = [0, 0];
  for (const { leaked } of stretches) counts[leaked]++;
  return stretches.map(({ leaked }) => (leaked === 1 ? 1 : SHOWN) / Math.sqrt(counts[leaked]));
}
