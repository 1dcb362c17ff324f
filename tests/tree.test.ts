import fc from 'fast-check';
import { parse as parse5 } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/tree/parse.ts';
import { COMMENT, DOCTYPE, TEXT } from '../src/tree/tags.ts';
import { commentData, type Tree, textContent } from '../src/tree/tree.ts';

/** The tree as indented lines, each node with its source span. */
function outlineOf(source: string): string[] {
  const tree = parse(source);
  const lines: string[] = [];
  for (let node = 1; node < tree.count; node++) {
    let depth = 0;
    for (let up = tree.parent[node]; up > 0; up = tree.parent[up]) depth++;
    const kind = tree.kind[node];
    const name =
      kind === TEXT ? '#text' : kind === COMMENT ? '#comment' : kind === DOCTYPE ? '#doctype' : tree.names[kind];
    lines.push(`${'  '.repeat(depth)}${name} ${source.slice(tree.start[node], tree.end[node])}`);
  }
  return lines;
}

/** Every promise that a tree makes about its spans. */
function checkSpans(tree: Tree): void {
  for (let node = 1; node < tree.count; node++) {
    const parent = tree.parent[node];
    const [start, openEnd, closeStart, end] = [tree.start, tree.openEnd, tree.closeStart, tree.end].map((a) => a[node]);
    expect(start).toBeLessThanOrEqual(openEnd);
    expect(openEnd).toBeLessThanOrEqual(closeStart);
    expect(closeStart).toBeLessThanOrEqual(end);
    expect(parent).toBeLessThan(node);
    expect(tree.last[node]).toBeLessThanOrEqual(tree.last[parent]);
    expect(start).toBeGreaterThanOrEqual(tree.openEnd[parent]);
    expect(end).toBeLessThanOrEqual(tree.closeStart[parent]);
    const next = tree.last[node];
    if (next < tree.last[parent]) expect(tree.start[next]).toBeGreaterThanOrEqual(end);
  }
}

describe('what a comment holds', () => {
  it.each([
    ['<!-- a -->', ' a '],
    ['<!---->', ''],
    ['<!-->', ''],
    ['<!--->', ''],
    ['<!--a--!>', 'a'],
    ['<!---- >-->', '-- >'],
    ['<!--a--', 'a'],
    ['<!--!', '!'],
    ['<!-- <!-- -->', ' <!-- '],
    ['<?php a ?>', '?php a ?'],
    ['</1>', '1'],
    ['<!a>', 'a'],
  ])('of %s is %j', (source, inside) => {
    const tree = parse(source);
    expect(commentData(tree, tree.kind.indexOf(COMMENT))).toBe(inside);
  });
});

describe('spans', () => {
  it('end an element where another start tag ends it, not behind that tag', () => {
    expect(outlineOf('<p class=ad>foo<div>bar</div>baz')).toEqual([
      'p <p class=ad>foo',
      '  #text foo',
      'div <div>bar</div>',
      '  #text bar',
      '#text baz',
    ]);
  });

  it('end all that is open where an end tag closes an outer element', () => {
    expect(outlineOf('<div><ul><li>one<li>two</div>after')).toEqual([
      'div <div><ul><li>one<li>two</div>',
      '  ul <ul><li>one<li>two',
      '    li <li>one',
      '      #text one',
      '    li <li>two',
      '      #text two',
      '#text after',
    ]);
  });

  it('take in the white space and attributes that an end tag may have', () => {
    expect(outlineOf('<b>x</b \n y="1">z')).toEqual(['b <b>x</b \n y="1">', '  #text x', '#text z']);
  });

  it('keep text apart where an end tag without an element was swallowed', () => {
    expect(outlineOf('<p>two</ul>tail</p>')).toEqual(['p <p>two</ul>tail</p>', '  #text two', '  #text tail']);
  });

  it('are those of the source also where the text has character references', () => {
    const tree = parse('<p>a &amp; b &lt;i&gt;</p>');
    expect(tree.source.slice(tree.start[2], tree.end[2])).toBe('a &amp; b &lt;i&gt;');
    expect(textContent(tree, 1)).toBe('a & b <i>');
  });

  it('hold for comments of every form', () => {
    expect(outlineOf('<!-- a --><!b><?c?></ d><!doctype html><!--e')).toEqual([
      '#comment <!-- a -->',
      '#comment <!b>',
      '#comment <?c?>',
      '#comment </ d>',
      '#doctype <!doctype html>',
      '#comment <!--e',
    ]);
  });
});

describe('the standard where htmlparser2 differs', () => {
  it('ends <![CDATA[ in HTML at the first >, so that the page behind it is not swallowed', () => {
    expect(outlineOf('<p>a<![CDATA[ <b>x</b> ]]>c</p>').map((line) => line.trim())).toEqual([
      'p <p>a<![CDATA[ <b>x</b> ]]>c</p>',
      '#text a',
      '#comment <![CDATA[ <b>',
      '#text x',
      '#text  ]]>c',
    ]);
    expect(textContent(parse('<p>a<![CDATA[ never closed ><p>the rest'), 0)).toBe('athe rest');
  });

  it('lets an unclosed head end at the first thing that cannot stand in it', () => {
    expect(outlineOf('<html><head><title>t</title><div>x</div>')).toEqual([
      'html <html><head><title>t</title><div>x</div>',
      '  head <head><title>t</title>',
      '    title <title>t</title>',
      '      #text t',
      '  div <div>x</div>',
      '    #text x',
    ]);
  });

  it('takes an unclosed script for a script up to the end', () => {
    expect(outlineOf('<p>a</p><script>if (a < b) {</p>')).toEqual([
      'p <p>a</p>',
      '  #text a',
      'script <script>if (a < b) {</p>',
      '  #text if (a < b) {</p>',
    ]);
  });

  it('keeps what follows </body> and </html>', () => {
    expect(textContent(parse('<html><body><p>a</body></html><p>b'), 0)).toBe('ab');
  });

  it('closes an inline element whose end tag came too early with the block that it held', () => {
    expect(outlineOf('<div><b><p>x</b>y</p>z</div>')).toEqual([
      'div <div><b><p>x</b>y</p>z</div>',
      '  b <b><p>x</b>y</p>',
      '    p <p>x</b>y</p>',
      '      #text x',
      '      #text y',
      '  #text z',
    ]);
  });

  it('does not let an end tag in a table cell close what lies around the table', () => {
    expect(outlineOf('<div><table><tr><td></div>x</table>y</div>')).toEqual([
      'div <div><table><tr><td></div>x</table>y</div>',
      '  table <table><tr><td></div>x</table>',
      '    tr <tr><td></div>x',
      '      td <td></div>x',
      '        #text x',
      '  #text y',
    ]);
  });

  it('ends svg at an HTML element, and keeps <style> in it from swallowing markup', () => {
    expect(outlineOf('<svg><path/><div>x</div>')).toEqual([
      'svg <svg><path/>',
      '  path <path/>',
      'div <div>x</div>',
      '  #text x',
    ]);
  });
});

describe('size', () => {
  it('of nesting does not matter: 160,000 open elements', () => {
    const tree = parse('<div>'.repeat(160_000));
    expect(tree.count).toBe(160_001);
    expect(tree.parent[160_000]).toBe(159_999);
  });

  it('of stray end tags under a deep stack does not matter', () => {
    const tree = parse(`${'<b>'.repeat(50_000)}${'</i>'.repeat(50_000)}<u>x</u>`);
    expect(textContent(tree, 0)).toBe('x');
  });

  it('of a flood of openings, comments and CDATA does not matter', () => {
    for (const piece of ['<', '</', '<!--', '<![CDATA[', '&', '&#', '<a ', '<a href="', '<p></b>', '<table><td>']) {
      checkSpansFast(parse(piece.repeat(20_000)));
    }
  });
});

/** The cheaper half of `checkSpans`, for large trees. */
function checkSpansFast(tree: Tree): void {
  let wrong = 0;
  for (let node = 1; node < tree.count; node++) {
    if (tree.end[node] < tree.start[node] || tree.end[node] > tree.closeStart[tree.parent[node]]) wrong++;
  }
  expect(wrong).toBe(0);
}

const NAMES = [
  'div',
  'p',
  'b',
  'a',
  'i',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'h2',
  'svg',
  'title',
  'script',
  'x-y',
  'br',
  'form',
];
const token = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => `<${name}>`),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom('text ', '&amp;', '<!-- c -->', '<![CDATA[x]]>', '<', '>', '<p class="a', '\u0000', '\ud800', ' '),
);

describe('any source', () => {
  it('gives siblings that never overlap and children that lie in their parents', () => {
    fc.assert(fc.property(fc.array(token, { maxLength: 40 }), (tokens) => checkSpans(parse(tokens.join('')))));
  });

  it('gives the words of the standard tree, in their order, where no element is foreign or raw', () => {
    const plain = NAMES.filter((name) => !['svg', 'title', 'script', 'table', 'tr', 'td', 'form'].includes(name));
    const tokens = fc.array(
      fc.oneof(
        fc.constantFrom(...plain).map((name) => `<${name}>`),
        fc.constantFrom(...plain).map((name) => `</${name}>`),
        fc.constantFrom('one ', 'two ', 'three '),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tokens, (list) => {
        const source = `<body>${list.join('')}`;
        expect(textContent(parse(source), 0)).toBe(standardText(source));
      }),
    );
  });
});

/** All text of parse5's tree. */
function standardText(source: string): string {
  let text = '';
  const walk = (node: object): void => {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) for (const child of node.childNodes as object[]) walk(child);
  };
  walk(parse5(source));
  return text;
}
