import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, merge, restore } from '../src/removals.ts';
import { readStyle } from '../src/scan/css.ts';
import { readScript } from '../src/scan/js.ts';
import { readJson } from '../src/scan/json.ts';
import { createMemo } from '../src/scan/literals.ts';
import { readMarkup } from '../src/scan/markup.ts';
import { closeSeams } from '../src/scan/seams.ts';
import { scanText } from '../src/scan/text.ts';
import type { CodeNamer, Leak } from '../src/scan/types.ts';

/** Knows one vendor, so that the tests need no rule of the project's. */
const namer: CodeNamer = {
  script: (source, start, end) =>
    source.slice(start, end).includes('adsbygoogle') ? { rule: 'vendor/push', category: 'ad' } : undefined,
  style: () => undefined,
};

const RULES = { style: 'style/rule', script: 'script/statement' };

function strip(source: string): { output: string; leaks: Leak[] } {
  const leaks = scanText(source, namer);
  let last = 0;
  for (const { start, end, score } of leaks) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(source.slice(start, end).trim()).toHaveLength(end - start);
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThanOrEqual(1);
    last = end;
  }
  const removed = merge(source, closeSeams(source, leaks));
  const output = cut(source, removed);
  expect(restore(output, removed)).toBe(source);
  return { output, leaks };
}

function kept(source: string): void {
  expect(strip(source).output).toBe(source);
}

const BEFORE = 'The ferry to the outer islands will sail twice a day from May, the harbour master said.';
const AFTER = 'Children under six travel free, and so do bicycles on weekdays.';

const LEAKS: Record<string, string> = {
  media: '@media(max-width: 600px) {.slot_5a24 {display:block !important;}}',
  rule: '.promo-box{float:right;width:300px}.promo-box a{color:#c00}',
  push: '(adsbygoogle = window.adsbygoogle || []).push({});',
  loader: "window.tags = window.tags || [];\ntags.push({ slot: 'below', el: document.getElementById('b') });",
  iife: '(function(d, s) { var js = d.createElement(s); js.src = "//x.example/w.js"; d.body.appendChild(js); })(document, "script");',
  cdata: '/* <![CDATA[ */\nvar p = {"ajaxurl":"\\/wp-admin\\/admin-ajax.php"};\n/* ]]> */',
  json: '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry, twice a day"}',
};

describe('a leak between two paragraphs', () => {
  it.each(Object.entries(LEAKS))('goes with its empty line: %s', (_, code) => {
    expect(strip(`${BEFORE}\n\n${code}\n\n${AFTER}`).output).toBe(`${BEFORE}\n\n${AFTER}`);
  });

  it.each(Object.entries(LEAKS))('goes from the end of a sentence before it: %s', (_, code) => {
    expect(strip(`${BEFORE} ${code}\n${AFTER}`).output).toBe(`${BEFORE}\n${AFTER}`);
  });

  it.each(Object.entries(LEAKS))('goes from the beginning of a sentence after it: %s', (_, code) => {
    expect(strip(`${BEFORE}\n${code} ${AFTER}`).output).toBe(`${BEFORE}\n${AFTER}`);
  });

  it.each(Object.entries(LEAKS))('goes from the end of a text: %s', (_, code) => {
    expect(strip(`${BEFORE}\n\n${AFTER}\n\n${code}\n`).output).toBe(`${BEFORE}\n\n${AFTER}\n`);
  });
});

describe('what a leak is called', () => {
  it('by the rule that the caller knows it under', () => {
    expect(strip(`${BEFORE}\n\n${LEAKS.push}`).leaks).toMatchObject([{ rule: 'vendor/push', category: 'ad' }]);
  });

  it.each([
    ['rule', 'style', RULES.style],
    ['iife', 'script', RULES.script],
    ['json', 'data', 'data/json'],
  ])('else by its language: %s', (name, category, rule) => {
    expect(strip(`${BEFORE}\n\n${LEAKS[name]}`).leaks).toMatchObject([{ rule, category, kind: category }]);
  });

  it('and why', () => {
    expect(strip(`${BEFORE}\n\n${LEAKS.loader}`).leaks[0].reason).toMatch(/\bdom\b/);
  });
});

describe('where code ends', () => {
  it('an unclosed bracket does not take the article along', () => {
    const open = `${BEFORE}\n\nwindow.q = window.q || [];\nq.push(function() { q.show(\n${AFTER}\n\n${BEFORE}`;
    expect(strip(open).output).toContain(`${AFTER}\n\n${BEFORE}`);
  });

  it('an apostrophe in the prose after it opens no string', () => {
    const { output } = strip(
      `${BEFORE}\n\n${LEAKS.loader}\nIt isn't the captain's fault, and it won't be.\n\n${AFTER}`,
    );
    expect(output).toBe(`${BEFORE}\n\nIt isn't the captain's fault, and it won't be.\n\n${AFTER}`);
  });

  it('comments and selector lists within a style sheet go with it', () => {
    const css = '/* Boxes of the harbour */\n.a,\n.b > p,\n#c li\n{\n  color: red;\n}\n\n/* End */';
    expect(strip(`${BEFORE}\n\n${css}\n\n${AFTER}`).output).toBe(`${BEFORE}\n\n${AFTER}`);
  });

  it('a lone word between two leaks stays', () => {
    expect(strip('.x1{color:red;margin:0} Timetable .x2{color:blue;margin:0}').output).toContain('Timetable');
    expect(strip('.x1{color:red;margin:0}\n\n$197.49\n\n.x2{color:blue;margin:0}').output).toContain('$197.49');
  });
});

describe('code that the writer shows', () => {
  it('in a fence', () => kept(`Write this:\n\n\`\`\`html\n${LEAKS.push}\n\`\`\`\n\nand save.`));
  it('but not in a fence that is never closed', () => {
    expect(strip(`\`\`\`\n${BEFORE}\n\n${LEAKS.push}\n\n${AFTER}`).output).not.toContain('adsbygoogle');
  });
  it('between backticks', () => kept('Call `document.getElementById("a").focus()` and `b.c({ d: 1 });` in turn.'));
  it('in the middle of a sentence', () => kept(`Many ask what ${LEAKS.push.slice(0, -1)} does to a page.`));
  it('in an indented block', () =>
    kept('Type:\n\n    const a = b.map((c) => c + 1);\n    console.log(a);\n\nIt prints.'));
  it('under the name of its language', () =>
    kept('The rule centres a box:\n\ncss\n\n.parent {\n  display: flex;\n}\n\nTry it.'));
});

describe('the readers', () => {
  const at = (source: string, word: string): number => source.indexOf(word);

  it('a script ends after its last statement', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read
    const source = "a.b('c'); function d() { return [1, `x${`}`}`, /[/]}/]; } Free trial";
    expect(readScript(source, 0, source.length, createMemo()).end).toBe(at(source, ' Free'));
  });

  it('a script that a forgotten semicolon joins to prose ends before the prose', () => {
    const source = 'document.body.classList.add("open") Free trial';
    expect(readScript(source, 0, source.length, createMemo()).end).toBe(at(source, ' Free'));
  });

  it('prose is no script', () => {
    for (const prose of [
      'Table of Contents',
      'Note: see below',
      'The set {a, b}',
      'Red, green, blue',
      'A (b)',
      'it’s',
    ]) {
      expect(readScript(prose, 0, prose.length, createMemo()).points).toBeLessThan(4);
    }
  });

  it('a style sheet ends with its last rule', () => {
    const source = '@media x{.a{b:url(data:x;y)}}.c:not(.d,[e="}"])>f{g:h}}Sputnik reports';
    expect(readStyle(source, 0, source.length, false, createMemo()).end).toBe(at(source, 'Sputnik'));
  });

  it('a call is no selector', () => {
    const source = "P.when('x').execute(function(S) { a: b; })";
    expect(readStyle(source, 0, source.length, false, createMemo()).points).toBeLessThan(3);
  });

  it('JSON ends with its brackets, and where it is cut off with its line', () => {
    const whole = '[{"a":"b}]","c":[1,null]}] and so on';
    expect(readJson(whole, 0, whole.length)).toMatchObject({ end: at(whole, ' and'), whole: true });
    const open = '{"a":{"b":"c d\nProse.';
    expect(readJson(open, 0, open.length)).toMatchObject({ end: at(open, '\nProse'), whole: false });
    const escaped = '{&quot;a&quot;:&quot;b&quot;} c';
    expect(readJson(escaped, 0, escaped.length)).toMatchObject({ end: at(escaped, ' c'), whole: true });
  });

  it('markup ends with the element that it began with', () => {
    const source = '<div class="a"><p>b</p><br></div> c';
    expect(readMarkup(source, 0, source.length, createMemo()).end).toBe(source.lastIndexOf(' c'));
  });
});

describe('seams', () => {
  const close = (text: string): string => {
    // [[ and ]] stand around what is cut
    const start = text.indexOf('[[');
    const end = text.indexOf(']]') - 2;
    const source = text.replace('[[', '').replace(']]', '');
    const cuts = closeSeams(source, [{ rule: 'r', category: 'ad', start, end }]);
    return cut(source, merge(source, cuts));
  };

  it.each([
    ['a\n\n[[x]]\n\nb', 'a\n\nb'],
    ['a\n[[x]]\nb', 'a\nb'],
    ['a [[x]]\nb', 'a\nb'],
    ['a\n[[x]] b', 'a\nb'],
    ['a [[x]] b', 'a b'],
    ['a\n\n[[x]]', 'a'],
    ['a\n\n[[x]]\n', 'a\n'],
    ['[[x]]\n\nb', 'b'],
    ['[[x]]\n\n   b', '   b'],
    ['a\n\n[[x]]\n\n    b', 'a\n\n    b'],
    ['a\n[[x]]\n\nb', 'a\n\nb'],
    ['a\n\n[[x]]\nb', 'a\n\nb'],
    ['[[x]]', ''],
  ])('%j closes to %j', (text, expected) => {
    expect(close(text)).toBe(expected);
  });

  it('neighbours close as one, overlaps are taken once, in any order', () => {
    const source = 'a\n\nxx\n\nyy\n\nb';
    const style = { rule: 'r', category: 'style' } as const;
    const cuts = closeSeams(source, [
      { ...style, start: 7, end: 9 },
      { ...style, start: 3, end: 5 },
      { ...style, start: 4, end: 5 },
    ]);
    expect(cut(source, merge(source, cuts))).toBe('a\n\nb');
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    ...'ferry window document function var media der Fähre 渡輪 паром, quay. “tide” (old) it’s if'.split(' '),
  );
  const sentence = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

  it('prose without signs of code is not touched', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
        kept(paragraphs.join('\n\n'));
      }),
      { numRuns: 2000 },
    );
  });

  it('a leak between two paragraphs gives the text back', () => {
    const code = fc.constantFrom(...Object.values(LEAKS));
    fc.assert(
      fc.property(paragraph, code, paragraph, (before, leak, after) => {
        expect(strip(`${before}\n\n${leak}\n\n${after}`).output).toBe(`${before}\n\n${after}`);
      }),
      { numRuns: 2000 },
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...Object.values(LEAKS),
      BEFORE,
      AFTER,
      '`',
      '```',
      '{',
      '}',
      '"',
      "'",
      '(',
      ');',
      '/*',
      '*/',
      '<!--',
    ),
    fc.constantFrom(
      '<div class="a">',
      '</div>',
      ' ',
      '\n',
      '\n\n',
      '@media',
      '.a{',
      'b:c;',
      'var a=1;',
      '{"a":',
      '“',
      '\\',
      '\ud800',
    ),
    fc.string({ maxLength: 8 }),
  );
  const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  it('restore holds on any input', () => {
    fc.assert(
      fc.property(soup, (source) => {
        strip(source);
      }),
      { numRuns: 3000 },
    );
  });

  it('a stripped text holds nothing more to strip', () => {
    fc.assert(
      fc.property(soup, (source) => {
        kept(strip(source).output);
      }),
      { numRuns: 3000 },
    );
  });
});
