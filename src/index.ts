import { type Input, readInput } from './input.ts';
import { cleanPage, stripPage } from './page.ts';
import { cleanText, stripText } from './plain.ts';
import { countWords } from './render/words.ts';
import type { Category, CleanOptions, CleanResult, StripOptions, StripResult } from './types.ts';

export { restore } from './removals.ts';
export type * from './types.ts';

/**
 * The article of a page, or of a text whose tags are gone, and what is known about it. Synchronous, pure and
 * deterministic; no content is ever an error.
 *
 * @throws {TypeError} where an argument is of the wrong type; the message says what was expected and what came.
 */
export function clean(input: string | Uint8Array, options: CleanOptions = {}): CleanResult {
  const { options: given, ...read } = readInput('clean', input, options);
  const cleanOne = read.type === 'html' ? cleanPage : cleanText;
  const { removed, text, html, metadata, pageType, confidence, blocks } = cleanOne(read.source, given, wanted(given));
  return {
    ...about(read),
    removed,
    text,
    html,
    metadata,
    pageType,
    confidence,
    wordCount: countWords(text),
    ...(given.explain === true && { blocks: blocks ?? [] }),
  };
}

/**
 * The input itself, less the injected markup: spans are cut out and nothing else is changed, so that
 * `restore(output, removed)` is the input. Synchronous, pure and deterministic; no content is ever an error.
 *
 * @throws {TypeError} where an argument is of the wrong type; the message says what was expected and what came.
 */
export function strip(input: string | Uint8Array, options: StripOptions = {}): StripResult {
  const { options: given, ...read } = readInput('strip', input, options);
  const stripOne = read.type === 'html' ? stripPage : stripText;
  return { ...stripOne(read.source, given, wanted(given)), ...about(read) };
}

function about({
  type,
  encoding,
  truncated,
}: Omit<Input, 'options'>): Pick<StripResult, 'type' | 'encoding' | 'truncated'> {
  return { type, ...(encoding !== undefined && { encoding }), truncated };
}

/** Whether a category is to be removed: those named, or all. */
function wanted({ remove }: StripOptions): (category: Category) => boolean {
  return remove === undefined ? () => true : (category) => remove.includes(category);
}
