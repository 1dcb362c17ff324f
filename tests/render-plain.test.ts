import { describe, expect, it } from 'vitest';
import { plainToHtml, plainToText } from '../src/render/plain.ts';
import { judge } from './render-pages.ts';

describe('plainToText', () => {
  it("leaves an author's text as it is", () => {
    const text = 'Title\n\nOne line\nand the next:\n\n    code  here\n\n\n- item\n* *starred* &amp; <b>tagged</b>';
    expect(plainToText(text)).toBe(text);
  });

  it('drops blanks at the ends of lines and empty lines at both ends', () => {
    expect(plainToText('\n \n  a \t\n\nb\u00a0\n \n')).toBe('  a\n\nb');
  });

  it('ends lines in newlines', () => {
    expect(plainToText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne');
  });

  it('drops what no text should hold', () => {
    expect(plainToText('\ufeffa\0b\u001b[1mc\u00add\u200be \ud800f')).toBe('ab[1mcde \ufffdf');
    expect(plainToText('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧');
  });
});

describe('plainToHtml', () => {
  it('makes paragraphs of what stands between empty lines, and breaks of other ends of lines', () => {
    const html = plainToHtml('One & <b>\n  two\n\n \n"three"\u00a0x\n');
    expect(html).toBe('<p>One &amp; &lt;b&gt;<br>two</p><p>"three"&nbsp;x</p>');
    judge(html);
  });

  it('is nothing for nothing', () => {
    expect(plainToHtml(' \n\t\n')).toBe('');
  });
});
