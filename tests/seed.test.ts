import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedClean, FIXTURES } from './fixture.ts';

const read = (name: string): string => readFileSync(join(FIXTURES, 'seed', name), 'utf8');
const text = read('text/input.txt');

/** What an ad server, a syndication plugin and a related-links plugin put into the text: every line that must go. */
const isInjected = (line: string): boolean =>
  /^(?:@media|\(adsbygoogle|Originally appeared on|LAVROV TO US|The post )/.test(line);
const article = text
  .split('\n')
  .filter((line) => !isInjected(line))
  .join('\n')
  .replace(/\n{3,}/g, '\n\n')
  .trim();

describe('the text that started the project', () => {
  const result = checkedClean(text);

  it('is its title and its own paragraphs, in order and unchanged', () => {
    expect(result.text).toBe(article);
  });

  it('says what its promo lines knew', () => {
    expect(result.metadata).toMatchObject({
      title: 'Russia refuses to sever ties with DPRK – Trump goes on Twitter rampage',
      site: 'The Duran',
      originalSource: 'RussiaFeed',
    });
  });

  it('names a rule and an exact span for each removal', () => {
    const rules = result.removed.map(({ rule }) => rule);
    expect(rules).toEqual([
      'adace/media-block',
      'adsense/push',
      'promo/originally-published-en',
      'adace/media-block',
      'promo/trailing-headline',
      'promo/appeared-first-on-en',
    ]);
    for (const { start, end, text: removed } of result.removed) expect(text.slice(start, end)).toBe(removed);
  });
});

describe('the same article in a page', () => {
  it.each(['page', 'classic-theme'])('gives the same paragraphs from HTML: %s', (name) => {
    const { text: fromPage, metadata } = checkedClean(read(`${name}/input.html`), { type: 'html' });
    const lines = (whole: string): string[] =>
      whole
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .filter((line) => line !== '');
    // The headline of an article is metadata.title; a text without tags has no other place for it.
    expect([metadata.title, ...lines(fromPage).filter((line) => line !== metadata.title)]).toEqual(lines(article));
  });

  it('says the same about itself', () => {
    expect(checkedClean(read('classic-theme/input.html'), { type: 'html' }).metadata).toMatchObject({
      title: 'Russia refuses to sever ties with DPRK – Trump goes on Twitter rampage',
      site: 'The Duran',
      originalSource: 'RussiaFeed',
    });
  });
});
