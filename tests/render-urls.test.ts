import { describe, expect, it } from 'vitest';
import { documentBase, safeImage, safeLink } from '../src/render/urls.ts';
import { parse } from '../src/tree/parse.ts';

describe('documentBase', () => {
  const base = (source: string, url?: string): string | undefined => documentBase(parse(source), url);

  it("is the page's address, as its first <base href> changes it", () => {
    expect(base('<p>', 'https://a.example/b/c')).toBe('https://a.example/b/c');
    expect(base('<base target=x><base href="/d/"><base href="/e/">', 'https://a.example/b/c')).toBe(
      'https://a.example/d/',
    );
    expect(base('<base href="https://d.example/">')).toBe('https://d.example/');
  });

  it('is never anything but a web address', () => {
    expect(base('<base href="javascript:alert(1)//">', 'https://a.example/')).toBe('https://a.example/');
    expect(base('<base href="data:text/html,x">')).toBeUndefined();
    expect(base('<p>', 'javascript:alert(1)')).toBeUndefined();
    expect(base('<p>', 'not an address')).toBeUndefined();
    expect(base('<base href="/relative">')).toBeUndefined();
  });
});

describe('safeLink', () => {
  it('reads an address as a browser does before it judges', () => {
    for (const address of [
      'javascript:alert(1)',
      ' \u0001\t JaVa\nScRiPt\t:alert(1)',
      'java\u0000script:alert(1)',
      'java\u00adscript:alert(1)',
      '\ufeffjavascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>',
      'blob:https://a.example/1',
      'file:///etc/passwd',
      'filesystem:https://a.example/x',
      'view-source:https://a.example/',
      'about:blank',
      'x-unknown:y',
      'https://',
      'http://[',
      '',
      ' ',
    ]) {
      expect(safeLink(address, undefined), address).toBeUndefined();
      expect(safeLink(address, 'https://b.example/') ?? 'https:', address).toMatch(/^https:/);
    }
  });

  it('keeps an address that cannot be resolved as it is', () => {
    expect(safeLink('a b?c#d', undefined)).toBe('a b?c#d');
    expect(safeLink('/a', undefined)).toBe('/a');
    expect(safeLink('//c.example/a', undefined)).toBe('https://c.example/a');
    expect(safeLink('#here', undefined)).toBeUndefined();
  });

  it('drops tracking parameters whatever their case, alone or among others', () => {
    expect(safeLink('https://a.example/?UTM_Source=1', undefined)).toBe('https://a.example/');
    expect(safeLink('https://a.example/?a=1&amp;utm_medium=2&b', undefined)).toBe('https://a.example/?a=1&b');
    expect(safeLink('https://a.example/?automatic=1', undefined)).toBe('https://a.example/?automatic=1');
  });

  it('takes no address without end', () => {
    expect(safeLink(`https://a.example/${'a'.repeat(10000)}`, undefined)).toBeUndefined();
  });
});

describe('safeImage', () => {
  it('takes web addresses only', () => {
    expect(safeImage('a.png', 'https://a.example/b/c')).toBe('https://a.example/b/a.png');
    expect(safeImage('mailto:a@b.example', undefined)).toBeUndefined();
    expect(safeImage('data:image/svg+xml,<svg onload=alert(1)>', undefined)).toBeUndefined();
  });
});
