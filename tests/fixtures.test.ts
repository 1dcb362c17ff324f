import { describe, expect, it } from 'vitest';
import { checkedClean, checkedStrip, fixtures, shownRemovals } from './fixture.ts';

describe.each(fixtures())('$name', ({ name, dir, input, options }) => {
  it('comes out as its expected.txt, removed.txt and metadata.json say', async () => {
    const { text, metadata } = checkedClean(input, options);
    const { removed } = checkedStrip(input, options);
    await expect(`${text}\n`).toMatchFileSnapshot(`${dir}/expected.txt`);
    await expect(shownRemovals(removed)).toMatchFileSnapshot(`${dir}/removed.txt`);
    await expect(`${JSON.stringify(metadata, null, 2)}\n`).toMatchFileSnapshot(`${dir}/metadata.json`);
  });

  it('has nothing more to remove once it is stripped', () => {
    const { output } = checkedStrip(input, options);
    expect(shownRemovals(checkedStrip(output, options).removed)).toBe('');
  });

  if (name.startsWith('traps/')) {
    it('is a trap: nothing may be removed', () => {
      expect(shownRemovals(checkedStrip(input, options).removed)).toBe('');
    });
  }
});
