import type { CleanResult, StripResult } from '../types.ts';
import type { Format } from './options.ts';

/** A result as the format has it, without anything that a record adds. It ends in a line's end unless it is empty. */
export async function formatted(result: CleanResult | StripResult, format: Format): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, undefined, 2)}\n`;
  if (format === 'jsonl') return `${JSON.stringify(result)}\n`;
  if ('output' in result) return result.output;
  // Loaded only where it is needed: it brings packages of its own with it.
  if (format === 'markdown') return (await import('../markdown/to-markdown.ts')).toMarkdown(result);
  const text = format === 'html' ? result.html : result.text;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
