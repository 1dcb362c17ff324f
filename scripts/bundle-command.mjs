// Part of the build: the command line in a few files, since hundreds of modules take longer to load than a page to clean.
// The packages in it are named, with their licences, in dist/command/LICENSES.txt; the library itself imports its packages.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { moduleOf, packedText } from './packed-rules.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const FOLDER = join(DIST, 'command');
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** The built-in rules are read from a file: that is faster than a module that holds the same as a text. */
const RULES = join(DIST, 'rules/built-in-rules.js');
/** The tables of Asian encodings, 190 kB that few documents need. */
const ENCODINGS = './multi-byte.encodings.cjs';
const ENCODINGS_FROM_FILE = '\0encodings';

/** The library, less what only some formats need, and the packages that it imports. */
const LIBRARY =
  /[\\/]dist[\\/](?:(?:extract|metadata|model|render|rules|scan|tree)[\\/].*|[^\\/]+)\.js$|[\\/]node_modules[\\/](?:@exodus|boolbase|css-select|css-tree|css-what|dom[^\\/]+|encoding-sniffer|entities|htmlparser2|js-tokens|nth-check)[\\/]|^\0encodings$/;

/** What is read from files beside the bundle. */
const fromFiles = {
  name: 'from-files',
  resolveId: (id) => (id === ENCODINGS ? ENCODINGS_FROM_FILE : null),
  load(id) {
    if (id === RULES) return `import { readFileSync } from 'node:fs';${moduleOf(read('rules.jsonl'))}`;
    if (id === ENCODINGS_FROM_FILE) return FROM_ENCODINGS;
    return null;
  },
};
const read = (file) => `readFileSync(new URL('./${file}', import.meta.url), 'latin1')`;
const FROM_ENCODINGS = `
import { readFileSync } from 'node:fs';
export default () => JSON.parse(${read('encodings.json')});
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
  plugins: [fromFiles],
  external: Object.keys(peerDependencies),
});
const { output } = await bundle.write({
  dir: FOLDER,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  minify: true,
  // What every document needs is in one file.
  codeSplitting: { groups: [{ name: 'library', test: LIBRARY }] },
});
writeFileSync(join(FOLDER, 'rules.jsonl'), packedText(await import(RULES)));
const encodings = createRequire(import.meta.url)
  .resolve('@exodus/bytes/encoding.js')
  .replace(/encoding\.js$/, 'fallback/multi-byte.encodings.json');
writeFileSync(join(FOLDER, 'encodings.json'), JSON.stringify(JSON.parse(readFileSync(encodings, 'utf8'))));
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
