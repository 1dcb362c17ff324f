import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { type Handle, toMarkdown as serialize, type Unsafe } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { articleTree } from '../src/markdown/article-tree.ts';
import { signsOf } from '../src/markdown/patterns.ts';
import { OPTIONS } from '../src/markdown/serializer.ts';
import { toMarkdown } from '../src/markdown/to-markdown.ts';

/** More are run by hand: RUNS=100000. */
const RUNS = Number(process.env.RUNS ?? 500);

/** What the serialiser gives with none of our handlers. */
const alone = (html: string): string => serialize(withBreaks(articleTree(html)) as Root, { ...OPTIONS, handlers: {} });

/** The tree as mdast has it, where each hard break is a node of its own. */
function withBreaks(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child: Nodes): Nodes[] => {
    if (child.type !== 'lines') return [withBreaks(child)];
    const lines = child.before.flatMap((value): Nodes[] => [{ type: 'text', value }, { type: 'break' }]);
    return [...lines, { type: 'text', value: child.value } as const].filter(
      (line) => line.type !== 'text' || line.value !== '',
    );
  });
  return { ...node, children } as Nodes;
}

/** The serialiser takes half a character beside an underscore for all of it, and lets that mean something. */
const HALVED = /[\u{10000}-\u{10ffff}]_|_[\u{10000}-\u{10ffff}]/u;

function expectSame(html: string): void {
  if (HALVED.test(html.replace(/<[^>]*>/g, ''))) return;
  expect(toMarkdown({ html })).toBe(alone(html));
}

/** What Markdown may be made of. "www." before a blank is left out: it is escaped only where something else is. */
const SIGNS = [
  ...'#&*<@[\\]_`|~.-+=>!()01aWwps:/"\' \t,;é。😀“\u00a0\ud800\u0301',
  ...['```', '~~~', '# ', '- ', '* ', '+ ', '1. ', '12) ', '[x]', '[a](b)', '![', '](', '][', '[^1]', '| ', '|-', ':-'],
  ...['<b>', '<!--', '<a@b.c>', '&amp;', '&#1;', '--', '---', '**', '__', 'a_b', '_a', 'www.a', 'WWW.!', 'w.w.w'],
  ...['http://a.b', 's://', 'p:/', 'a@b.c', 'a@b@c@d', '999999999.', '\\\\', '\\*', '==', 'The boat left.', 'a ', ' b'],
];
const escaped = (text: string): string => text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);
const words = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 4 })
  .map((signs) => escaped(signs.join('')));
const { inline } = fc.letrec<{ inline: string; node: string }>((tie) => ({
  node: fc.oneof(
    { withCrossShrink: true, maxDepth: 4 },
    { weight: 5, arbitrary: words },
    { weight: 2, arbitrary: fc.constant('<br>') },
    { weight: 1, arbitrary: words.map((alt) => `<img src="/a_b(c)" alt="${alt}" title="${alt}">`) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('b', 'i', 's', 'code', 'sub', 'q', 'u'), tie('inline'))
        .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('https://a.example/', '/a b', '*_(', ''), words, tie('inline'))
        .map(([url, title, inside]) => `<a href="${url}" title="${title}">${inside}</a>`),
    },
    { weight: 1, arbitrary: fc.constant('<a href="https://a.example/">https://a.example/</a>') },
  ),
  inline: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
}));

describe('the parts of the serialiser that are quicker here', () => {
  it.each([
    ['paragraphs', (inside: string) => `<p>${inside}</p><p>${inside}</p>`],
    ['headings', (inside: string) => `<h1>${inside}</h1><h3>${inside}</h3>`],
    ['cells', (inside: string) => `<table><tr><th>${inside}<th>a<tr><td><td>${inside}<tr><td></table>`],
    [
      'items',
      (inside: string) => `<ul><li>${inside}<li><p>${inside}<p>a<ol start=9><li>${inside}<li></ol></ul><ul><li>a</ul>`,
    ],
    [
      'quotations',
      (inside: string) => `<blockquote>${inside}<pre lang="${'a*b'}">${inside}</pre><hr>${inside}</blockquote>`,
    ],
  ])('write the same: %s', (_, block) => {
    fc.assert(
      fc.property(inline, (inside) => expectSame(block(inside))),
      { numRuns: RUNS },
    );
  });

  it('know the form of each pattern that the serialiser has, so that none of its searches is needed', () => {
    let patterns: Unsafe[] = [];
    const root: Handle = (_, __, { unsafe }) => {
      patterns = unsafe;
      return '';
    };
    serialize({ type: 'root', children: [] }, { ...OPTIONS, handlers: { root } });
    expect(patterns.length).toBeGreaterThan(50);
    const signsAt = signsOf(patterns);
    for (const scope of ['phrasing', 'headingAtx', 'tableCell', 'label', 'destinationRaw', 'titleQuote'] as const)
      expect(signsAt(['phrasing', scope]), scope).toBeDefined();
  });

  it('write the same where marks and letters stand side by side', () => {
    const marked = fc.letrec<{ all: string; part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', ' ', '.', 'a ', ' a', '(', '*', '_', '\\', 'é', '。', '😀', '<br>'),
        fc.tuple(fc.constantFrom('b', 'i', 's'), tie('all')).map(([name, inside]) => `<${name}>${inside}</${name}>`),
      ),
      all: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    })).all;
    fc.assert(
      fc.property(marked, (inside) => expectSame(`<p>${inside}</p>`)),
      { numRuns: RUNS },
    );
  });

  it('write the same lines, whatever sign each of them begins or ends with', () => {
    for (const first of SIGNS) {
      for (const second of SIGNS) {
        const [one, other] = [escaped(first), escaped(second)];
        expectSame(`<p>${one}<br>${other}${one}<br><b>${other}</b>${one}<i>${other}${one}</i></p>`);
      }
    }
  });
});
