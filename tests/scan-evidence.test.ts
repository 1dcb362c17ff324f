import { describe, expect, it } from 'vitest';
import { ALONE, TOGETHER } from '../src/scan/data/evidence-weights.ts';
import { FEATURES } from '../src/scan/evidence/feature-names.ts';
import { eachNeighbourhood } from '../src/scan/evidence/judge.ts';
import { findStretches } from '../src/scan/text.ts';

const NAMELESS = { script: () => undefined, style: () => undefined };
const SHOWN = 'In this example the function logs a word:\n\nfunction foo() {\n  console.log("bar");\n}\n\n';
const PROSE = 'The boats lay in the harbour until the wind had turned. '.repeat(5);

function shownNear(text: string): number[] {
  const near: number[] = [];
  eachNeighbourhood(findStretches(text, NAMELESS), (_, shown) => near.push(shown));
  return near;
}

describe('the evidence', () => {
  it('has a weight for each feature, in their order, in both stages', () => {
    expect(Object.keys(ALONE.weights)).toEqual([...FEATURES]);
    expect(Object.keys(TOGETHER.weights)).toEqual([...FEATURES]);
  });

  it('lets code that is shown speak for the code near by, not for itself', () => {
    expect(shownNear(SHOWN)).toEqual([0]);
    const [first, second] = shownNear(`${SHOWN}${PROSE}\n\n${SHOWN}`);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
  });

  it('lets no code speak for code that is far away', () => {
    expect(shownNear(`${SHOWN}${PROSE.repeat(100)}\n\n${SHOWN}`)).toEqual([0, 0]);
  });
});
