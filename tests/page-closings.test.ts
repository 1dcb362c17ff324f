import { describe, expect, it } from 'vitest';
import { clean } from '../src/index.ts';

const SENTENCE = 'The ferry to the northern islands leaves at seven, and whoever comes late waits for the next one. ';
const PROSE = Array.from({ length: 5 }, (_, i) => `<p>${i} ${SENTENCE.repeat(3)}</p>`).join('');

/** The rules of what was taken out of an article, and what is left of it. */
function cleaned(before: string, after: string, options: { url?: string } = {}): { rules: string[]; text: string } {
  const html = `<!doctype html><html lang="en"><head><title>By ferry to the islands</title>
    <meta property="og:type" content="article"><meta property="og:site_name" content="Harbour Post">
    <meta name="author" content="Ines Corvo"><meta property="article:published_time" content="2024-05-17">
    </head><body><main><article><h1>By ferry to the islands</h1>${before}${PROSE}${after}</article></main></body></html>`;
  const { removed, text } = clean(html, options);
  return { rules: removed.map(({ rule }) => rule), text };
}

describe('lines in the head of an article that say what its metadata says', () => {
  it.each([
    ['label/byline', 'By Ines Corvo'],
    ['label/byline', 'Ines Corvo | Friday, May 17, 2024, 10:30 am | 4 min read'],
    ['label/byline', '<span>Written by Ines Corvo</span><span>Updated 17 May 2024</span>'],
    ['label/dateline', 'Published on: May 17, 2024'],
    ['label/reading-time', 'Reading time: 7 minutes'],
    ['label/reading-time', '| 3 MIN. READ'],
    ['label/reading-time', 'Temps de lecture : 5 minutes'],
    ['label/reading-time', 'Время чтения: 5 минут'],
    ['label/reading-time', 'この記事は約5分で読めます'],
    ['label/reading-time', '阅读时间：5分钟'],
  ])('%s: %s', (rule, line) => {
    const { rules, text } = cleaned(`<div>${line}</div>`, '');
    expect(new Set(rules)).toEqual(new Set([rule]));
    expect(text).toContain('0 The ferry');
  });

  it.each([
    'Ines Corvo and the sea',
    'By Ines Corvo, who was there',
    'Published on: May 18, 2024',
    'May 17, 2024, was a Friday without wind',
    'Seven minutes',
    'Read the minutes of the meeting: 5 pages',
    'In 5 minutes',
  ])('keep what is more than that: %s', (line) => {
    expect(cleaned(`<div>${line}</div>`, '').text).toContain(line);
  });

  it('are none in tables, in headings, below the head, or where several follow each other', () => {
    expect(cleaned('<h2>May 17, 2024</h2>', '').rules).toEqual([]);
    expect(cleaned('<table><tr><td>Ines Corvo</td><td>first</td></tr></table>', '').rules).toEqual([]);
    expect(cleaned('', '<p>By Ines Corvo</p>').rules).toEqual([]);
    expect(cleaned('<p>May 17, 2024</p><p>A boat.</p><p>17 May 2024</p>', '').rules).toEqual([]);
  });

  it('stay where labels are not to be removed', () => {
    const html = `<html><title>By ferry</title><h1>By ferry</h1><p>By Ines Corvo</p>${PROSE}`;
    expect(clean(html, { remove: ['ad'] }).text).toContain('By Ines Corvo');
    expect(clean(html).text).not.toContain('By Ines Corvo');
  });
});

describe('what an article says at its end of its author and site', () => {
  it.each([
    ['widget/about-author', 'About the Author', 'She writes about boats.'],
    ['widget/about-author', 'About Ines', 'Ines writes about boats.'],
    ['widget/about-author', 'Über die Autorin', 'Sie schreibt über Boote.'],
    ['widget/about-author', 'À propos de l’auteur', 'Elle écrit.'],
    ['widget/about-author', 'Об авторе', 'Пишет о лодках.'],
    ['widget/about-author', '关于作者', '她写船。'],
    ['widget/about-site', 'About Harbour Post', 'Harbour Post is a weekly.'],
    ['widget/about-site', 'About us', 'We print on Thursdays.'],
  ])('%s: %s', (rule, heading, below) => {
    const { rules, text } = cleaned('', `<h3>${heading}</h3><p>${below}</p><p>More of it.</p>`);
    expect(new Set(rules)).toEqual(new Set([rule]));
    expect(text).not.toContain(below);
    expect(text).toContain('4 The ferry');
  });

  it('goes with its box, whatever it begins with, and nothing behind the box', () => {
    const box = '<div class="saboxplugin-wrap"><b>Ines Corvo</b><p>She writes about boats.</p></div>';
    const { rules, text } = cleaned('', `${box}<p>Corrected on Friday: the ferry is blue.</p>`);
    expect(new Set(rules)).toEqual(new Set(['widget/author-box']));
    expect(text).toMatch(/Corrected on Friday: the ferry is blue\.$/);
    expect(
      cleaned('', '<div class="author-box-office"><p>Tickets for the ferry are sold here.</p></div>').text,
    ).toContain('Tickets');
  });

  it('stays where it is of somebody else, or long, or without an end', () => {
    expect(cleaned('', '<h3>About the boat</h3><p>The boat is blue.</p>').text).toContain('The boat is blue.');
    expect(cleaned('', '<h3>About Ines</h3><p>She writes about boats.</p>').text).toContain('She writes about boats.');
    expect(cleaned('', `<h3>About the author</h3>${PROSE}`).text).toContain('About the author');
    expect(cleaned('', '<h3>About the author</h3>').text).toContain('About the author');
  });

  it('stays in a press release, as far as it is of the site', () => {
    const about = '<h3>About Harbour Post</h3><p>Harbour Post is a weekly.</p>';
    const { text } = cleaned('', about, { url: 'https://a.example/press-releases/new-ferry' });
    expect(text).toContain('Harbour Post is a weekly.');
  });
});
