import type { CssNode, Rule as StyleRule } from 'css-tree';
import { parseStyleSheet } from '../scan/style-sheet.ts';
import { type Entry, lookUp, type WordTable } from './word-table.ts';

/** A part of a style sheet that only speaks of selectors that a rule knows. Offsets of the source, end exclusive. */
interface StylePart {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

export interface StyleFinding {
  readonly parts: readonly StylePart[];
  /** Whether nothing but those parts (and comments) is in the style sheet. */
  readonly whole: boolean;
}

/** Longest rule that is given to css-tree, whose time on broken input can grow with the square of its length. */
const MAX_PARSED = 20_000;
const MAX_BRACES = 40;
/** So many rules of at most so many units are remembered. */
const MAX_KNOWN = 200;

const isNameUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 48 && unit <= 57) ||
  unit === 45 ||
  unit === 95 ||
  unit > 127;

/** Whether any class or id selector of `source.slice(start, end)` may be one that the table knows. */
function firstHit(source: string, start: number, end: number, styles: WordTable): Entry | undefined {
  const found: Entry[] = [];
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit !== 46 && unit !== 35) continue; // . #
    const from = i + 1;
    let to = from;
    while (to < end && isNameUnit(source.charCodeAt(to))) to++;
    if (to > from) lookUp(styles, source, from, to, found);
    if (found.length > 0) return found[0];
    i = to - 1;
  }
  return undefined;
}

interface TopLevel {
  readonly start: number;
  readonly end: number;
  readonly braces: number;
}

/** The rules and at-rules of a style sheet by balanced braces, in one pass; comments between them are left out. */
function topLevelRules(source: string, start: number, end: number): TopLevel[] {
  const rules: TopLevel[] = [];
  let from = -1;
  let depth = 0;
  let deepest = 0;
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 47 && source.charCodeAt(i + 1) === 42) {
      const close = source.indexOf('*/', i + 2);
      i = close < 0 || close >= end ? end : close + 1;
      continue;
    }
    if (unit <= 32) continue;
    if (from < 0) {
      from = i;
      deepest = 0;
    }
    if (unit === 34 || unit === 39) {
      i = endOfString(source, i, end);
    } else if (unit === 92) {
      i++;
    } else if (unit === 123) {
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (unit === 125 || (unit === 59 && depth === 0)) {
      if (depth > 0) depth--;
      if (depth === 0) {
        rules.push({ start: from, end: i + 1, braces: deepest });
        from = -1;
      }
    }
  }
  if (from >= 0) rules.push({ start: from, end, braces: deepest });
  return rules;
}

/** The last unit of a string that opens at `at`; a line break ends a broken one. */
function endOfString(source: string, at: number, end: number): number {
  const quote = source.charCodeAt(at);
  for (let i = at + 1; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === quote || unit === 10) return i;
  }
  return end;
}

/** The entry that knows every selector of a style rule, if there is one for each. */
function entryOfRule(rule: StyleRule, styles: WordTable): Entry | undefined {
  if (rule.prelude.type !== 'SelectorList') return undefined;
  let first: Entry | undefined;
  for (const selector of rule.prelude.children) {
    if (selector.type !== 'Selector') return undefined;
    const found: Entry[] = [];
    for (const part of selector.children) {
      if (part.type === 'ClassSelector' || part.type === 'IdSelector') {
        lookUp(styles, part.name, 0, part.name.length, found);
      }
    }
    if (found.length === 0) return undefined;
    first ??= found[0];
  }
  return first;
}

/** The parts of one top-level rule that only speak of known selectors: the whole of it, or rules within. */
function partsOf(rule: string, styles: WordTable): StylePart[] {
  const sheet = parseStyleSheet(rule, {
    context: 'stylesheet',
    positions: true,
    parseValue: false,
    parseAtrulePrelude: false,
  });
  const parts: StylePart[] = [];
  const whole = sheet.type === 'StyleSheet' && collect(sheet.children.toArray(), styles, parts);
  return whole && parts.length > 0 ? [{ entry: parts[0].entry, start: 0, end: rule.length }] : parts;
}

/** Adds the parts among sibling nodes; says whether they are all of them. Bounded by `MAX_BRACES`, hence recursive. */
function collect(nodes: readonly CssNode[], styles: WordTable, parts: StylePart[]): boolean {
  let all = true;
  for (const node of nodes) {
    if (node.type === 'Comment') continue;
    const { loc } = node;
    let entry: Entry | undefined;
    if (node.type === 'Rule') {
      entry = entryOfRule(node, styles);
    } else if (node.type === 'Atrule' && node.block) {
      const inner: StylePart[] = [];
      if (collect(node.block.children.toArray(), styles, inner) && inner.length > 0) entry = inner[0].entry;
      else parts.push(...inner);
    }
    if (entry !== undefined && loc) parts.push({ entry, start: loc.start.offset, end: loc.end.offset });
    else all = false;
  }
  return all;
}

/** What of a style sheet, `source.slice(start, end)`, speaks only of selectors that the rules know. */
export function findInStyle(source: string, start: number, end: number, styles: WordTable): StyleFinding | undefined {
  if (firstHit(source, start, end, styles) === undefined) return undefined;
  const parts: StylePart[] = [];
  const known = new Map<string, StylePart[]>(); // by rule: css-tree takes long to begin
  let whole = true;
  for (const rule of topLevelRules(source, start, end)) {
    const bounded = rule.end - rule.start <= MAX_PARSED && rule.braces <= MAX_BRACES;
    let found: StylePart[] = [];
    if (bounded && firstHit(source, rule.start, rule.end, styles)) {
      const text = source.slice(rule.start, rule.end);
      const made = known.get(text) ?? partsOf(text, styles);
      if (text.length <= MAX_KNOWN && known.size < MAX_KNOWN) known.set(text, made);
      found = made.map(({ entry, start, end }) => ({ entry, start: start + rule.start, end: end + rule.start }));
    }
    parts.push(...found);
    if (found.length !== 1 || found[0].start !== rule.start || found[0].end !== rule.end) whole = false;
  }
  return parts.length > 0 ? { parts, whole } : undefined;
}

/** The entry that names a piece of CSS by the first selector that a rule knows. */
export function nameStyle(source: string, start: number, end: number, styles: WordTable): Entry | undefined {
  return firstHit(source, start, end, styles);
}
