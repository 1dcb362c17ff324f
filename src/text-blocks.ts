import type { Leak } from './scan/types.ts';
import { textConfidence } from './text-confidence.ts';
import type { BlockDecision, Removal } from './types.ts';

/** What became of each part of a text whose tags are gone: its paragraphs, and what stood between them, in order. */
export function textBlocks(source: string, removed: readonly Removal[], leaks: readonly Leak[]): BlockDecision[] {
  const blocks: BlockDecision[] = [];
  let from = 0;
  let leak = 0;
  for (const { start, end, rule, category, text } of removed) {
    addParagraphs(blocks, source, from, start);
    while (leak < leaks.length && leaks[leak].end <= start) leak++;
    const code = leak < leaks.length && leaks[leak].start < end ? leaks[leak] : undefined;
    const score = code === undefined ? 0 : 1 - code.score;
    const reason = code === undefined ? `${category}: ${rule}` : `leaked code, ${rule}: ${code.reason}`;
    blocks.push({ start, end, kept: false, score, reason, text });
    from = end;
  }
  addParagraphs(blocks, source, from, source.length);
  return blocks;
}

/** Adds the paragraphs of `source.slice(from, to)`, which blank lines part. */
function addParagraphs(blocks: BlockDecision[], source: string, from: number, to: number): void {
  let start = -1;
  let end = from;
  const close = (): void => {
    if (start < 0) return;
    const text = source.slice(start, end);
    const reason = text.includes('. ') || text.length >= 100 ? 'a paragraph' : 'a short line';
    blocks.push({ start, end, kept: true, score: textConfidence(text), reason, text });
    start = -1;
  };
  for (let line = from; line < to; ) {
    const eol = source.indexOf('\n', line);
    const next = eol < 0 || eol >= to ? to : eol;
    let a = line;
    let b = next;
    while (a < b && source.charCodeAt(a) <= 32) a++;
    while (b > a && source.charCodeAt(b - 1) <= 32) b--;
    if (a === b) {
      close();
    } else {
      if (start < 0) start = a;
      end = b;
    }
    line = next + 1;
  }
  close();
}
