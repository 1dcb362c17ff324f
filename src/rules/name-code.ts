import type { CodeNamer, NamedCode } from '../scan/types.ts';
import type { CompiledRules } from './compile.ts';
import { nameScript } from './script.ts';
import { nameStyle } from './style.ts';
import type { Entry } from './word-table.ts';

/** How much of a piece of code is searched for names: it says early whose it is. */
const MAX_SEARCHED = 4_000;

/** Names leaked code by what its names say about whose it is. */
export function codeNamer(rules: CompiledRules): CodeNamer {
  return {
    script: (source, start, end) =>
      named(nameScript(source, start, Math.min(end, start + MAX_SEARCHED), rules.scripts)),
    style: (source, start, end) => named(nameStyle(source, start, Math.min(end, start + MAX_SEARCHED), rules.styles)),
  };
}

const named = (entry: Entry | undefined): NamedCode | undefined =>
  entry && { rule: entry.rule.id, category: entry.rule.category };
