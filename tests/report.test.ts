import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type CleanResult, clean, type Removal, type Rule, strip } from '../src/index.ts';
import { FILTER_SLOTS, STYLESHEET, STYLESHEET_HASH } from '../src/report/data/stylesheet.ts';
import { renderReport } from '../src/report/index.ts';
import { explain } from '../src/shells/explain.ts';
import { FIXTURES, fixtures } from './fixture.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** The elements of a page in document order, by a walk that needs no stack of calls. */
function elementsOf(root: { childNodes: Node[] }): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    waiting.push(...[...node.childNodes].reverse());
  }
  return found;
}

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;
const classesOf = (element: Element): string[] => attributeOf(element, 'class')?.split(' ') ?? [];
const read = (html: string): Element[] => elementsOf(parse(html));
const byClass = (elements: Element[], name: string): Element[] =>
  elements.filter((element) => classesOf(element).includes(name));
const marksIn = (elements: Element[]): Element[] => elements.filter(({ tagName }) => tagName === 'del');

/** The texts below an element in document order, less those below what is not wanted. */
function textsIn(root: Element, wanted: (element: Element) => boolean): string[] {
  const texts: string[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    else if (isElement(node) && wanted(node)) waiting.push(...[...node.childNodes].reverse());
  }
  return texts;
}

/** What a report shows of a source: less tips, summaries, notes and line numbers. */
function sourceText(element: Element): string {
  const isNote = (name: string): boolean => ['tip', 'cap', 'ln'].includes(name);
  return textsIn(element, (inner) => inner.tagName !== 'summary' && !classesOf(inner).some(isNote)).join('');
}

function textOf(elements: Element[], id: string): string {
  const element = elements.find((candidate) => attributeOf(candidate, 'id') === id);
  if (element === undefined) throw new Error(`there is no #${id}`);
  return textsIn(element, () => true).join(' ');
}

function tipOf(elements: Element[], index: number): string {
  return textOf(elements, `t${index}`).replace(/\s+/g, ' ');
}

/** A browser reads line breaks of any kind as one. */
const normalised = (text: string): string => text.replace(/\r\n?/g, '\n');

const SENTENCES = [
  'The ferry was late, and nobody on the quay seemed to mind, for the evening was warm and the sea lay still.',
  'A boy sold lemonade from a tin bucket, and the gulls watched him as if he were the one thing that changed.',
  'When the boat came at last, its lamps were lit, and the captain shouted the names of the islands twice.',
];
const AD = '<ins class="adsbygoogle"></ins>';
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>On the quay</title></head><body><article><h1>On the quay</h1>
${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join(`\n${AD}\n`)}
</article></body></html>`;

const HOSTILE = `"'></style></title></textarea></del></section><script>x()</script><img src=x onerror="x()"><!--`;

describe('renderReport', () => {
  it.each(fixtures().map((fixture) => [fixture.name, fixture] as const))(
    'shows the whole source of %s, each removal in its place and in its colour',
    (_, { input, options }) => {
      const result = clean(input, { ...options, explain: true });
      const elements = read(renderReport(input, result));
      const marks = marksIn(elements);
      expect(marks.map((mark) => attributeOf(mark, 'data-rule'))).toEqual(result.removed.map(({ rule }) => rule));
      expect(marks.map((mark) => classesOf(mark)[0])).toEqual(result.removed.map(({ category }) => `c-${category}`));
      // Characters that would show nothing are written out, which has its own test.
      if (/(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/u.test(input)) return;
      expect(marks.map(sourceText)).toEqual(result.removed.map(({ text }) => normalised(text)));
      const [source] = byClass(elements, 'source');
      const shown = byClass([source, ...elementsOf(source)], 'source')
        .map(sourceText)
        .join('');
      expect(shown.replaceAll('\n', '')).toBe(normalised(input).replaceAll('\n', ''));
    },
  );

  it('loads nothing, runs nothing and allows one style sheet by its hash', () => {
    const input = readFileSync(join(FIXTURES, 'seed/page/input.html'), 'utf8');
    const report = renderReport(input, clean(input, { explain: true }));
    const elements = read(report);
    const loading = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'video', 'audio', 'base'];
    expect(elements.filter(({ tagName }) => loading.includes(tagName))).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^on|^style$|^src/.test(name))).toEqual([]);
    const hash = createHash('sha256').update(STYLESHEET).digest('base64');
    expect(STYLESHEET_HASH).toBe(hash);
    const policy = elements.find((element) => attributeOf(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attributeOf(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(report).toContain(`<style>${STYLESHEET}</style>`);
    expect(STYLESHEET).not.toMatch(/url\(|@import|@font-face/);
  });

  it('is the same for the same input', () => {
    const report = (): string => renderReport(PAGE, clean(PAGE, { explain: true }));
    expect(report()).toBe(report());
  });

  it('has no element twice under one id, and every mark described by its tip', () => {
    const input = readFileSync(join(FIXTURES, 'seed/page/input.html'), 'utf8');
    const elements = read(renderReport(input, clean(input, { explain: true })));
    const ids = elements.map((element) => attributeOf(element, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const mark of marksIn(elements)) {
      expect(attributeOf(mark, 'tabindex')).toBe('0');
      expect(ids).toContain(attributeOf(mark, 'aria-describedby'));
    }
  });
});

describe('what is said of a removal', () => {
  it('is its rule, category, line and column, offsets and size', () => {
    const input = readFileSync(join(FIXTURES, 'seed/text/input.txt'), 'utf8');
    const result = clean(input, { explain: true });
    const elements = read(renderReport(input, result));
    const lines = explain(input, result.removed, false).split('\n');
    expect(result.removed.length).toBeGreaterThan(3);
    result.removed.forEach(({ rule, category, start, end, text }, i) => {
      const tip = tipOf(elements, i);
      const place = lines[i].split(' ', 1)[0];
      expect(tip).toContain(rule);
      expect(tip).toContain(category);
      expect(tip).toContain(`line ${place}`);
      expect(tip).toContain(`offsets ${start}–${end}`);
      expect(tip).toContain(`${text.length} characters`);
    });
  });

  it('is what its rule looks for, as far as it is there', () => {
    const input = `<p>${SENTENCES[0]}</p><div class="adace-slot-wrapper">x</div>`;
    const tip = tipOf(read(renderReport(input, strip(input))), 0);
    expect(tip).toContain('looks for class adace-slot-wrapper');
    expect(tip).not.toContain('adace_adsense');
  });

  it('is the score and the reasons of leaked code', () => {
    const input = readFileSync(join(FIXTURES, 'seed/text/input.txt'), 'utf8');
    expect(tipOf(read(renderReport(input, clean(input, { explain: true }))), 0)).toMatch(/score 0\.00: leaked code/);
    expect(tipOf(read(renderReport(input, clean(input))), 0)).not.toContain('score');
  });

  it('counts the words that a reader would have seen', () => {
    const input = `<p>${SENTENCES[0]}</p><ins class="adsbygoogle" title="a b c">two&nbsp;words<script>var one, two, three;</script></ins>`;
    const result = strip(input);
    expect(result.removed).toHaveLength(1);
    expect(tipOf(read(renderReport(input, result)), 0)).toMatch(/ 2 words/);
  });
});

describe('figures', () => {
  it('count removals, characters and words by category', () => {
    const result = clean(PAGE);
    const figures = textOf(read(renderReport(PAGE, result)), 'figures').replace(/\s+/g, ' ');
    expect(figures).toContain(`removals ${result.removed.length} by 1 rule`);
    expect(figures).toContain(`characters removed ${2 * AD.length}`);
    expect(figures).toContain(`words kept ${result.wordCount}`);
    expect(figures).toContain(`confidence ${result.confidence.toFixed(2)}`);
    expect(figures).toContain(`page type ${result.pageType}`);
    expect(figures).toContain('ad slots, ad loaders');
  });

  it('name metadata with their sources, and what was not found', () => {
    const text = textOf(read(renderReport(PAGE, clean(PAGE))), 'figures').replace(/\s+/g, ' ');
    expect(text).toMatch(/title On the quay h1/);
    expect(text).toMatch(/not found [a-z, ]*authors/);
  });

  it('of a text without removals say so', () => {
    const report = renderReport(SENTENCES[0], clean(SENTENCES[0], { type: 'text' }));
    expect(report).toContain('nothing was taken out');
    expect(report).toContain(SENTENCES[0]);
  });
});

describe('filters', () => {
  it('are a checkbox a category and a rule, which the style sheet knows', () => {
    const input = readFileSync(join(FIXTURES, 'seed/page/input.html'), 'utf8');
    const { removed } = strip(input);
    const elements = read(renderReport(input, strip(input)));
    const boxes = byClass(elements, 'f').map((box) => attributeOf(box, 'id') ?? '');
    const wanted = new Set(removed.flatMap(({ rule, category }) => [`c-${category}`, rule]));
    expect(boxes).toHaveLength(wanted.size);
    for (const id of boxes) {
      const name = id.replace(/^f-/, '');
      expect(STYLESHEET).toContain(`body:has(#${id}:checked) del.${name}{`);
      expect(marksIn(byClass(elements, name)).length).toBeGreaterThan(0);
      expect(byClass(byClass(elements, name), 'hunk').length).toBeGreaterThan(0);
    }
  });

  it('are shared by the rarer ones of very many rules', () => {
    const many = FILTER_SLOTS + 20;
    const rules: Rule[] = Array.from({ length: many }, (_, i) => ({
      id: `own/rule-${i}`,
      category: 'ad',
      match: { class: `zz-own-${i}` },
    }));
    const input = rules.map((_, i) => `<p>${SENTENCES[i % 3]}</p><div class="zz-own-${i}">x</div>`).join('\n');
    const elements = read(renderReport(input, strip(input, { rules })));
    const labels = byClass(elements, 'f').map((box) => attributeOf(box, 'id'));
    expect(labels).toHaveLength(1 + FILTER_SLOTS);
    expect(textOf(elements, 'removed')).toContain(`${many - FILTER_SLOTS + 1} other rules`);
    expect(marksIn(byClass(elements, `r${FILTER_SLOTS - 1}`))).toHaveLength(many - FILTER_SLOTS + 1);
  });
});

describe('kept and dropped blocks', () => {
  it('stand there with scores and reasons where the result has them', () => {
    const result = clean(PAGE, { explain: true });
    const text = textOf(read(renderReport(PAGE, result)), 'blocks');
    for (const { score, text: block } of result.blocks ?? []) {
      expect(text).toContain(score.toFixed(2));
      expect(text).toContain(block.slice(0, 60));
    }
    expect(text).toContain(result.blocks?.[0]?.reason);
    expect(renderReport(PAGE, clean(PAGE))).not.toContain('id="blocks"');
  });

  it('that a rule cut afterwards say which', () => {
    const input = readFileSync(join(FIXTURES, 'endings/subscribe-line/input.html'), 'utf8');
    expect(renderReport(input, clean(input, { explain: true }))).toMatch(/cut by <code>promo\/[a-z-]+<\/code>/);
  });
});

describe('the article', () => {
  it('is shown as it was cleaned, links and all', () => {
    const input = PAGE.replace('A boy', '<a href="https://example.org/boy?a=1&amp;b=2">A boy</a>');
    const article = textOf(read(renderReport(input, clean(input))), 'article');
    for (const sentence of SENTENCES) expect(article.replace(/\s+/g, '')).toContain(sentence.replace(/\s+/g, ''));
    expect(renderReport(input, clean(input))).toContain('href="https://example.org/boy?a=1&amp;b=2"');
  });

  it('is built anew: whatever html the result holds, nothing in it is live', () => {
    const html = `<p id="x" style="color:red" onclick="x()">One</p><script>x()</script><style>p{}</style><iframe srcdoc="x"></iframe>
      <a href="javascript:x()">two</a><a href=" java\tscript:x()">three</a><img src="https://a.example/pixel.gif" alt="a harbour">
      <form action="https://a.example"><input></form></div></section><p>four</p><svg onload="x()"><p>five</p></svg>`;
    const report = renderReport(PAGE, { ...clean(PAGE), html });
    const elements = read(report);
    const [article] = byClass(elements, 'article');
    expect([...new Set(elementsOf(article).map(({ tagName }) => tagName))].sort()).toEqual(['p', 'span']);
    expect(elementsOf(article).flatMap(({ attrs }) => attrs)).toEqual([{ name: 'class', value: 'img' }]);
    expect(textOf(elements, 'article')).toMatch(/One.*two.*three.*a harbour.*four.*five/s);
  });

  it('bears any depth', () => {
    const deep = '<blockquote>'.repeat(50_000);
    expect(renderReport(PAGE, { ...clean(PAGE), html: deep }).length).toBeLessThan(100_000);
  });

  it('is not there for a result of strip', () => {
    expect(renderReport(PAGE, strip(PAGE))).not.toContain('id="article"');
  });
});

describe('hostile content', () => {
  it('stays text, wherever it stands', () => {
    const rules: Rule[] = [{ id: `own/${HOSTILE}`, category: 'widget', match: { class: 'zz-own' } }];
    const input = `<title>${HOSTILE}</title><p>${SENTENCES[0]} ${HOSTILE} --></p><p class="zz-own" title='${HOSTILE}'>x</p>${PAGE}`;
    const result = clean(input, { type: 'html', rules, explain: true });
    const metadata = {
      ...result.metadata,
      title: HOSTILE,
      canonicalUrl: `javascript:${HOSTILE}`,
      image: `https://a.example/${HOSTILE}`,
      authors: [HOSTILE],
      sources: { title: HOSTILE },
    };
    const blocks = [{ start: 0, end: 1, kept: true, score: 0.5, reason: HOSTILE, text: HOSTILE }];
    const elements = read(renderReport(input, { ...result, metadata, blocks, encoding: HOSTILE }));
    expect(elements.filter(({ tagName }) => ['script', 'img', 'textarea'].includes(tagName))).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'section')).toHaveLength(4);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([]);
    const hrefs = elements.map((element) => attributeOf(element, 'href')).filter((href) => href !== undefined);
    expect(hrefs.filter((href) => !/^(?:https?:\/\/|#)/.test(href))).toEqual([]);
    expect(textOf(elements, 'removed')).toContain('x()</script>');
  });

  it('is written out where it would be invisible or turn the direction of writing', () => {
    const input = `<p>one\u202etwo\u2066\u200b\0\ufeff\ud800three\udc00 \u{e0041}\ue000</p>${AD}<p>می\u200cروم 👩\u200d🚀</p>`;
    const report = renderReport(input, strip(input, { type: 'html' }));
    expect(report.isWellFormed()).toBe(true);
    for (const hidden of ['202e', '2066', '200b', '0', 'feff', 'd800', 'dc00', 'e0041', 'e000']) {
      expect(report).toContain(`<i class="hid">\\u{${hidden}}</i>`);
    }
    expect(report).toContain('می\u200cروم 👩\u200d🚀');
    expect(report).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0\ufeff]/);
  });

  it('is cut between characters, never within one', () => {
    const input = `${'😀'.repeat(1001)}${AD}${'😀'.repeat(1001)}${AD}x${'😀'.repeat(1001)}`;
    expect(renderReport(input, strip(input, { type: 'html' }))).not.toContain('\\u{d8');
  });
});

describe('very large inputs', () => {
  const removalsOf = (input: string, rules: string[]): Removal[] =>
    [...input.matchAll(/<x>/g)].map(({ index }, i) => ({
      rule: rules[i % rules.length],
      category: 'ad',
      start: index,
      end: index + 3,
      text: '<x>',
    }));

  it('are capped, with a line that says so, and figures that count all', () => {
    const input = `<x>${'a word or two '.repeat(8)}\n`.repeat(20_000);
    const removed = removalsOf(input, ['own/frequent']);
    removed[19_990].rule = 'own/rare';
    const report = renderReport(input, { output: '', removed, type: 'html', truncated: false });
    const marks = marksIn(read(report));
    expect(marks).toHaveLength(2000);
    expect(marks.map((mark) => attributeOf(mark, 'data-rule'))).toContain('own/rare');
    expect(report).toContain('2,000 of 20,000 removals are shown');
    expect(report).toMatch(/[\d,]+ more removals in [\d,]+ characters, not shown/);
    expect(report).toContain('<dd>20,000<small>by 2 rules');
    expect(report.length).toBeLessThan(3_000_000);
  });

  it('show something of every rule while there is room', () => {
    const input = '<x>word '.repeat(9000);
    const rules = Array.from({ length: 3000 }, (_, i) => `own/rule-${i}`);
    const report = renderReport(input, {
      output: '',
      removed: removalsOf(input, rules),
      type: 'html',
      truncated: false,
    });
    const shown = marksIn(read(report)).map((mark) => attributeOf(mark, 'data-rule'));
    expect(new Set(shown).size).toBe(2000);
  });

  it('fold what is kept and what is long, and hold so much of it as a browser bears', () => {
    const input = `${'kept text '.repeat(400_000)}<x>${'more text '.repeat(400_000)}`;
    const removed = removalsOf(input, ['own/rule']);
    const report = renderReport(input, { output: '', removed, type: 'html', truncated: false });
    expect(report.length).toBeLessThan(300_000);
    expect(report).toMatch(/[\d,]+ more characters, not in this report/);
    const all: Removal = { rule: 'own/all', category: 'data', start: 0, end: input.length, text: input };
    const whole = renderReport(input, { output: '', removed: [all], type: 'text', truncated: false });
    expect(whole.length).toBeLessThan(300_000);
    expect(sourceText(marksIn(read(whole))[0])).toContain('kept text');
  });

  it('list so many blocks', () => {
    const blocks = Array.from({ length: 5000 }, (_, i) => ({
      start: i,
      end: i + 1,
      kept: i % 2 === 0,
      score: i / 5000,
      reason: 'a reason',
      text: 'x',
    }));
    const input = 'x'.repeat(5000);
    const report = renderReport(input, { ...clean(input), blocks });
    expect(report).toContain('The first 3,000 of 5,000 blocks are listed.');
  });
});

describe('arguments', () => {
  it('may be bytes, decoded as clean did', () => {
    const bytes = Uint8Array.from(
      Buffer.concat([
        Buffer.from(`<p>${SENTENCES[0]}</p><p>`),
        Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
        Buffer.from(`</p>${AD}`),
      ]),
    );
    const result = strip(bytes, { type: 'html', contentType: 'text/html; charset=windows-1251' });
    expect(result.encoding).toBe('windows-1251');
    expect(renderReport(bytes, result)).toContain('Привет');
  });

  it('of the wrong type are a TypeError that says what was expected and what came', () => {
    const wrong = renderReport as (...args: unknown[]) => string;
    const result = strip(PAGE);
    expect(() => wrong(7, result)).toThrow(
      new TypeError('renderReport: input must be a string or Uint8Array, got number'),
    );
    expect(() => wrong(PAGE)).toThrow(
      new TypeError('renderReport: result must be a result of clean or strip, got undefined'),
    );
    expect(() => wrong(PAGE, {})).toThrow(/^renderReport: result must be a result of clean or strip, got object$/);
    expect(() => wrong(new Uint8Array(3), result)).toThrow(
      new TypeError('renderReport: result.encoding must be a string where input is bytes, got undefined'),
    );
    expect(() => wrong(new Uint8Array(3), { ...result, encoding: 'klingon' })).toThrow(/name of an encoding/);
  });

  it('that do not belong together are a TypeError', () => {
    const result = strip(PAGE);
    const { start, end } = result.removed[0];
    expect(() => renderReport(` ${PAGE}`, result)).toThrow(
      new TypeError(`renderReport: result.removed[0] (${start} to ${end}) does not belong to this input`),
    );
    const [first, second] = result.removed;
    expect(() => renderReport(PAGE, { ...result, removed: [second, first] })).toThrow(/does not belong/);
    const odd = { ...first, category: 'x" onclick="' } as unknown as Removal;
    expect(() => renderReport(PAGE, { ...result, removed: [odd] })).toThrow(/must have a rule and a category/);
  });

  it('say that the input was too long', () => {
    const result: CleanResult = clean(PAGE, { maxLength: 200 });
    expect(renderReport(PAGE, result)).toContain('longer than the maximum');
  });
});
