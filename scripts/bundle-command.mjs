// Part of the build: the command line in a few files, since hundreds of modules take longer to load than a page to clean.
// The packages in it are named, with their licences, in dist/command/LICENSES.txt; the library itself imports its packages.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { asciiJson } from './ascii-json.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const FOLDER = join(DIST, 'command');
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** The rules and their index: a file is read faster than a module that holds the same as a text. */
const RULES = join(DIST, 'rules/built-in-rules.js');
const RULES_FROM_FILE = `
import { readFileSync } from 'node:fs';
const { rules, packed } = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'latin1'));
export const BUILT_IN_RULES = rules;
export const packedRules = () => packed;
`;

const { peerDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

rmSync(FOLDER, { recursive: true, force: true });
const bundle = await rolldown({
  // Threads are started by the name of their file, beside the one that starts them.
  input: {
    adstrip: join(DIST, 'shells/cli.js'),
    thread: join(DIST, 'shells/batch/thread.js'),
    'pool-thread': join(DIST, 'shells/pool-thread.js'),
  },
  platform: 'node',
  plugins: [{ name: 'rules', load: (id) => (id === RULES ? RULES_FROM_FILE : null) }],
  external: Object.keys(peerDependencies),
});
const { output } = await bundle.write({
  dir: FOLDER,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  minify: true,
  // What a document needs, in one file.
  codeSplitting: {
    groups: [
      {
        name: 'library',
        test: (id) => !/[\\/](?:shells|report|markdown|filters|mdast|micromark|cli-progress)/.test(id),
      },
    ],
  },
});
const { BUILT_IN_RULES: rules, packedRules } = await import(RULES);
writeFileSync(join(FOLDER, 'rules.json'), asciiJson({ rules, packed: packedRules() }));
await bundle.close();

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
const folders = new Set(modules.map((id) => PACKAGE.exec(id)?.[1]).filter((folder) => folder !== undefined));
writeFileSync(
  join(FOLDER, 'LICENSES.txt'),
  [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);

/** A package's name, version and licence text. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (file === undefined && license === undefined) throw new Error(`${name} names no licence`);
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
