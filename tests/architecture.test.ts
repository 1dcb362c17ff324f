import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * The units of src, a folder or a file each, from the bottom up. A unit may import from itself and from those below,
 * never from its neighbours on the same line. A new unit needs a place here.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['types', 'pieces', 'joined-text', 'partition-point'],
  ['removals', 'positions', 'encodings', 'mentioned-tags', 'tree', 'model'],
  ['guess-encoding', 'survey-tags', 'scan'],
  ['decode', 'detect', 'rules'],
  ['extract', 'metadata', 'render', 'article-lines'],
  ['results', 'input', 'bare-tags', 'page-endings', 'page-filters', 'leaked-code', 'text-confidence', 'markdown'],
  ['page-bylines', 'page-abouts'],
  ['extract', 'metadata', 'render', 'filters'],
  ['results', 'input', 'page-endings', 'page-filters', 'leaked-code', 'text-confidence'],
  ['page-leaks', 'text-blocks', 'text-findings'],
  ['page', 'plain', 'text-stream'],
  ['index', 'report'],
  ['shells'],
];
const SHELLS = LAYERS.length - 1;
/** Lines of a source file; files of data alone are exempt. */
const LONGEST_FILE = 500;
const NODE_GLOBALS = new Set(['Buffer', 'process', 'require', 'module', '__dirname', '__filename', 'setImmediate']);
/** Page structure is ours: these would bring a second tree into the core. */
const NOT_IN_CORE = ['cheerio', 'domhandler', 'domutils', 'dom-serializer', 'parse5'];

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface SourceFile {
  path: string;
  text: string;
  /** Paths of the files of src that it imports. */
  internal: string[];
  /** Packages and built-ins that it imports. */
  external: string[];
}

function readSources(): SourceFile[] {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.sort().map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    return {
      path,
      text,
      internal: imported
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(SRC, join(SRC, dirname(path), name))),
      external: imported.filter((name) => !name.startsWith('.')),
    };
  });
}

const unitOf = (path: string): string => path.split('/')[0]?.replace(/\.(?:ts|json)$/, '') ?? '';
const layerOf = (path: string): number => LAYERS.findIndex((units) => units.includes(unitOf(path)));
const isData = (path: string): boolean =>
  path.includes('/data/') || path.startsWith('model/') || path === 'encodings.ts';

const SOURCES = readSources();
const CORE = SOURCES.filter(({ path }) => layerOf(path) < SHELLS);

describe('the architecture', () => {
  it('gives every unit of src a layer', () => {
    expect(SOURCES.map(({ path }) => path).filter((path) => layerOf(path) < 0)).toEqual([]);
  });

  it('has imports that point downwards only', () => {
    const upwards = SOURCES.flatMap(({ path, internal }) =>
      internal
        .filter((target) => unitOf(target) !== unitOf(path) && layerOf(target) >= layerOf(path))
        .map((target) => `${path} → ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  it('has no cycle', () => {
    expect(cyclesOf(new Map(SOURCES.map(({ path, internal }) => [path, internal])))).toEqual([]);
  });

  it('finds a cycle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['b']],
      ['d', []],
    ]);
    expect(cyclesOf(graph)).toEqual(['c → b']);
  });

  it("uses none of Node's modules below the shells", () => {
    const builtins = new Set(builtinModules);
    const found = CORE.flatMap(({ path, external }) =>
      external.filter((name) => name.startsWith('node:') || builtins.has(name)).map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it("uses none of Node's globals below the shells", () => {
    expect(CORE.flatMap(({ path, text }) => globalsIn(path, text))).toEqual([]);
  });

  it('has no second tree in the core', () => {
    const found = CORE.flatMap(({ path, external }) =>
      external.filter((name) => NOT_IN_CORE.includes(name.split('/')[0] ?? '')).map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it(`has no source file over ${LONGEST_FILE} lines`, () => {
    const long = SOURCES.filter(({ path }) => !isData(path))
      .map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`)
      .filter((entry) => Number(entry.split(': ')[1]) > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});

/** The imports that close a cycle, found by a walk in depth. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const closing: string[] = [];
  for (const start of graph.keys()) {
    const way: { path: string; next: number }[] = done.has(start) ? [] : [{ path: start, next: 0 }];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const target = graph.get(step.path)?.[step.next++];
      if (target === undefined) {
        done.add(step.path);
        way.pop();
      } else if (way.some(({ path }) => path === target)) closing.push(`${step.path} → ${target}`);
      else if (!done.has(target)) way.push({ path: target, next: 0 });
    }
  }
  return closing;
}

/** Uses of Node's globals as values: names of members and of declarations are none. */
function globalsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text) && isValue(node)) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isValue(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  return !('name' in parent && parent.name === name);
}
