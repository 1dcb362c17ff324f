import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTrees } from '../scripts/tree-less.mjs';
import { type Rule, strip } from '../src/index.ts';
import { page } from './disorder.ts';
import { checkedStrip, fixtures } from './fixture.ts';

/** How often a property is tried: so often, or as `RUNS` says for a deeper look. */
const runs = (usual: number): number => Number(process.env.RUNS ?? usual);

/** Makes an ad of any element, so that every element's way of opening and closing is tried. */
const RULES: readonly Rule[] = [{ id: 'test/ad', category: 'ad', match: { class: 'test-ad' } }];

/** Asserts that parse5's tree of the stripped page is its tree of the page less what was removed. */
function expectSameTree(page: string): void {
  const { output, removed } = checkedStrip(page, { type: 'html', rules: RULES });
  const { same, expected, actual } = compareTrees(page, output, removed);
  if (same === false) expect(`${actual?.join('\n')}\n\n${output}`).toBe(`${expected?.join('\n')}\n\n${page}`);
}

describe('a cut', () => {
  it('leaves the tree of what stands around it as it was, in every fixture', () => {
    for (const { input, options } of fixtures()) if (options.type === 'html') expectSameTree(input);
  });

  it('leaves the tree of what stands around it as it was, in any page', () => {
    fc.assert(fc.property(page, expectSameTree), { numRuns: runs(500) });
  });
});

const AD = '<div class="test-ad">Buy</div>';

describe('the bare tags of an ad stay', () => {
  const stripped = (page: string): string => {
    expectSameTree(page);
    return strip(page, { type: 'html', rules: RULES }).output;
  };
  const start = '<!DOCTYPE html><title>t</title><body>';

  it('where they end a paragraph that the following text is not in', () => {
    expect(stripped(`${start}<p>One${AD}two`)).toBe(`${start}<p>One<div></div>two`);
  });

  it('where they end the head', () => {
    expect(stripped(`<head><title>t</title>${AD}<link rel="icon"></head><p>One`)).toBe(
      '<head><title>t</title><div></div><link rel="icon"></head><p>One',
    );
  });

  it('where an end tag in it ends a formatting element that was opened before it', () => {
    expect(stripped(`${start}<b>One<div class="test-ad">Buy</b></div>two`)).toBe(`${start}<b>One<div></b></div>two`);
    expect(stripped(`${start}<a href="/a">One<div class="test-ad"><a href="/b">Buy</a></div>two`)).toBe(
      `${start}<a href="/a">One<div><a></a></div>two`,
    );
  });

  it('and nowhere else', () => {
    expect(stripped(`${start}<p>One${AD}<p>two`)).toBe(`${start}<p>One<p>two`);
    expect(stripped(`${start}<p>One${AD}</p>two`)).toBe(`${start}<p>One</p>two`);
    expect(stripped(`${start}<p>One</p>${AD}two`)).toBe(`${start}<p>One</p>two`);
    expect(stripped(`${start}<ul><li>One<li class="test-ad">Buy<li>two</ul>`)).toBe(`${start}<ul><li>One<li>two</ul>`);
    expect(stripped(`<head><title>t</title>${AD}</head><body>One`)).toBe('<head><title>t</title></head><body>One');
  });

  it('but not of a form that blocks are still open in at its end tag', () => {
    const form = '<form class="test-ad"><div>Buy</form></div>';
    expect(stripped(`${start}<div>One${form}two</div>three`)).toBe(`${start}<div>Onetwo</div>three`);
  });

  it('so that restore gives the page back', () => {
    checkedStrip(`${start}<p>One${AD}two<p>three<h2 class="test-ad" id=a>Buy</h2>four`, { type: 'html', rules: RULES });
  });
});
