import { describe, expect, it } from 'vitest';
import { checkedStrip } from './fixture.ts';

const PUSH = '(adsbygoogle = window.adsbygoogle || []).push({});';

/** What is left of a script or style sheet, white space aside. */
function rest(name: 'script' | 'style', code: string): string | undefined {
  const { output } = checkedStrip(`<p>One</p><${name}>${code}</${name}><p>two</p>`, { type: 'html' });
  return /<(?:script|style)>(.*?)<\//s.exec(output)?.[1].replace(/\s+/g, ' ').trim();
}

describe('a script that in part serves ads', () => {
  const left = (code: string): string | undefined => rest('script', code);

  it('loses those statements', () => {
    expect(left(`setUp();\n${PUSH}\nfinish();`)).toBe('setUp(); finish();');
  });

  it('loses an if or a loop together with what it rules, also without braces', () => {
    expect(left(`setUp();\nif (wide)\n  window.adsbygoogle.push({});\nfinish();`)).toBe('setUp(); finish();');
    expect(left(`setUp();\nfor (var i = 0; i < 3; i++)\n  adsbygoogle.push({});\nfinish();`)).toBe(
      'setUp(); finish();',
    );
    expect(left(`setUp();\nif (wide) adsbygoogle.push({});\nelse adsbygoogle.pause();\nfinish();`)).toBe(
      'setUp(); finish();',
    );
    expect(left(`setUp();\ndo adsbygoogle.push({}); while (more());\nfinish();`)).toBe('setUp(); finish();');
  });

  it('keeps the semicolon that the next statement needs', () => {
    expect(left('setUp()\nadsbygoogle.push({});\n(function () { finish(); })();')).toBe(
      'setUp() ; (function () { finish(); })();',
    );
  });

  it('keeps the brace that stands on a line of its own', () => {
    expect(left(`function setUp()\n{\n  menu();\n}\n${PUSH}\nsetUp();`)).toBe('function setUp() { menu(); } setUp();');
  });

  it('keeps the marks of CDATA in pairs', () => {
    expect(left(`//<![CDATA[\nsetUp();\n${PUSH}\n//]]>`)).toBe('//<![CDATA[ setUp(); //]]>');
  });
});

describe('a style sheet that in part speaks of ads', () => {
  it('loses those rules, and at-rules that hold nothing else', () => {
    const style = 'p { margin: 0 }\n.adsbygoogle { display: block }\n@media print { .adsbygoogle { display: none } }';
    expect(rest('style', style)).toBe('p { margin: 0 }');
    expect(rest('style', '@media print { p { color: red } .adsbygoogle { color: red } }')).toBe(
      '@media print { p { color: red } }',
    );
  });

  it('keeps a rule that speaks of other things as well', () => {
    expect(rest('style', 'p, .adsbygoogle { margin: 0 }')).toBe('p, .adsbygoogle { margin: 0 }');
  });
});
