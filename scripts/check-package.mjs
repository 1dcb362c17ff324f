// Packs the package as it would be published, installs it into an empty project, and uses it there as others would:
// from an ES module, from CommonJS, as a command, and from TypeScript of both kinds.
//
//   node scripts/check-package.mjs [adstrip-x.y.z.tgz]
//
// Needs the registry, or npm's cache, for the dependencies. Without a tarball it packs one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** What a published file may be; everything else is a mistake in `files`. */
const PUBLISHED =
  /^(?:dist\/[\w./-]+\.(?:d\.ts|js|json)|dist\/command\/(?:LICENSES\.txt|rules\.jsonl)|dist\/adstrip\.1|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;

const FILES = {
  'package.json': JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  'esm.mjs': `
    import { clean, restore, strip } from 'adstrip';
    import manifest from 'adstrip/package.json' with { type: 'json' };
    const page = '<p>One.</p><ins class="adsbygoogle"></ins><p>Two.</p>';
    const { output, removed } = strip(page);
    if (removed.length === 0 || restore(output, removed) !== page) throw new Error('strip');
    if (clean(new TextEncoder().encode(page)).encoding !== 'utf-8') throw new Error('clean');
    if (manifest.name !== 'adstrip') throw new Error('package.json');`,
  'subpaths.mjs': `
    import manifest from 'adstrip/package.json' with { type: 'json' };
    import { clean } from 'adstrip';
    import { loadClean } from 'adstrip/cheerio';
    import { loadFilters } from 'adstrip/filters';
    import { toMarkdown } from 'adstrip/markdown';
    import { createPool } from 'adstrip/pool';
    import { renderReport } from 'adstrip/report';
    import { cleanStream } from 'adstrip/stream';
    for (const subpath of Object.keys(manifest.exports)) {
      if (subpath !== './package.json') await import('adstrip' + subpath.slice(1));
    }
    const page = '<h1>A quay</h1><p>One fine day at the old quay, said the harbour master.</p><ins class="adsbygoogle"></ins>';
    const result = clean(page);
    if (loadClean(page)('ins').length > 0) throw new Error('cheerio');
    if (!toMarkdown(result).includes('One fine day')) throw new Error('markdown');
    if (!/^<!doctype html>/i.test(renderReport(page, result))) throw new Error('report');
    const pool = createPool({ threads: 1 });
    if ((await pool.clean(page)).text !== result.text) throw new Error('pool');
    await pool.close();
    const reader = ReadableStream.from([{ id: 1, html: page }]).pipeThrough(cleanStream()).getReader();
    if ((await reader.read()).value.text !== result.text) throw new Error('stream');
    let why = '';
    try { loadFilters(['##.x']); } catch (error) { why = error.message; }
    if (!why.includes('npm install @ghostery/adblocker')) throw new Error('filters: ' + why);`,
  'cjs.cjs': `
    const { clean, restore, strip } = require('adstrip');
    const text = 'One.\\n\\n(adsbygoogle = window.adsbygoogle || []).push({});\\n\\nTwo.';
    const { output, removed } = strip(text);
    if (removed.length === 0 || restore(output, removed) !== text) throw new Error('strip');
    if (typeof clean(text).confidence !== 'number') throw new Error('clean');`,
  'esm.ts': `
    import { type Category, type CleanOptions, type CleanResult, clean, type Removal, restore, type Rule, strip } from 'adstrip';
    const rules: readonly Rule[] = [{ id: 'own/box', category: 'ad', match: { class: 'own-*' } }];
    const options: CleanOptions = { type: 'html', rules, favor: 'recall', explain: true };
    const result: CleanResult = clean('<p>One</p>', options);
    const removed: Removal[] = strip(new Uint8Array()).removed;
    const categories: Category[] = removed.map((removal) => removal.category);
    export const title: string | undefined = result.metadata.title;
    export const whole: string = restore(result.text, removed) + categories.length;
    // @ts-expect-error: not an input
    clean(1);`,
  'cjs.cts': `
    import adstrip = require('adstrip');
    export const words: number = adstrip.clean('One').wordCount;`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      // No DOM and no Node: the declarations stand by themselves.
      lib: ['es2022'],
      types: [],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: ['esm.ts', 'cjs.cts'],
  }),
};

const folder = mkdtempSync(join(tmpdir(), 'adstrip-package-'));
try {
  const tarball = resolve(process.argv[2] ?? pack());
  const files = run('tar', ['-tzf', tarball]).trim().split('\n');
  const strangers = files.map((path) => path.replace('package/', '')).filter((path) => !PUBLISHED.test(path));
  if (strangers.length > 0) throw new Error(`must not be published: ${strangers.join(', ')}`);
  console.log(`${basename(tarball)}: ${files.length} files, ${statSync(tarball).size} bytes`);

  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball]);
  run(process.execPath, ['esm.mjs']);
  console.log('import: works');
  run(process.execPath, ['subpaths.mjs']);
  console.log('subpaths: work, and say which package is missing');
  run(process.execPath, ['cjs.cjs']);
  console.log('require: works');
  const version = run(join(folder, 'node_modules/.bin/adstrip'), ['--version']).trim();
  if (!basename(tarball).includes(`-${version}.tgz`)) throw new Error(`adstrip --version says ${version}`);
  console.log('command: works');
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  run(process.execPath, [tsc, '-p', '.']);
  console.log('types: work from ESM and CommonJS');
} catch (error) {
  console.error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack() {
  return join(
    folder,
    run('npm', ['pack', '--silent', '--pack-destination', folder], process.cwd()).trim().split('\n').at(-1),
  );
}

function run(command, args, cwd = folder) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
