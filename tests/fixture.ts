import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CleanOptions,
  type CleanResult,
  clean,
  type Removal,
  restore,
  type StripResult,
  strip,
} from '../src/index.ts';

export const FIXTURES: string = new URL('../fixtures', import.meta.url).pathname;

/** A folder of `fixtures/` with an input. */
export interface Fixture {
  /** `family/case`. */
  name: string;
  dir: string;
  input: string;
  options: CleanOptions;
}

/** Every fixture, in the order of their names. */
export function fixtures(): Fixture[] {
  const found: Fixture[] = [];
  for (const family of readdirSync(FIXTURES).sort()) {
    for (const name of readdirSync(join(FIXTURES, family)).sort()) {
      const dir = join(FIXTURES, family, name);
      const html = existsSync(join(dir, 'input.html'));
      const options = existsSync(join(dir, 'options.json')) ? readFileSync(join(dir, 'options.json'), 'utf8') : '{}';
      found.push({
        name: `${family}/${name}`,
        dir,
        input: readFileSync(join(dir, html ? 'input.html' : 'input.txt'), 'utf8'),
        options: { type: html ? 'html' : 'text', ...JSON.parse(options) },
      });
    }
  }
  return found;
}

/** `strip`, with every promise that its result makes checked. */
export function checkedStrip(input: string, options: CleanOptions = {}): StripResult {
  const result = strip(input, options);
  checkRemovals(input, result.removed);
  if (restore(result.output, result.removed) !== input) throw new Error('restore(output, removed) is not the input');
  return result;
}

/** `clean`, with every promise that its result makes checked. */
export function checkedClean(input: string, options: CleanOptions = {}): CleanResult {
  const result = clean(input, options);
  checkRemovals(input, result.removed);
  if (!result.text.isWellFormed() || !result.html.isWellFormed()) throw new Error('a result is not well-formed');
  if (!(result.confidence >= 0 && result.confidence <= 1)) throw new Error(`confidence is ${result.confidence}`);
  return result;
}

function checkRemovals(input: string, removed: readonly Removal[]): void {
  let before = 0;
  for (const { rule, start, end, text } of removed) {
    if (start < before || end <= start) throw new Error(`${rule}: ${start}-${end} is empty or overlaps ${before}`);
    if (input.slice(start, end) !== text) throw new Error(`${rule}: ${start}-${end} is not its text`);
    before = end;
  }
}

/** Removals as lines that can be read in a diff. */
export function shownRemovals(removed: readonly Removal[]): string {
  const line = ({ rule, category, start, end, text }: Removal): string => {
    const excerpt = text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-24)}` : text;
    return `${rule} (${category}) ${start}-${end} ${JSON.stringify(excerpt)}\n`;
  };
  return removed.map(line).join('');
}
