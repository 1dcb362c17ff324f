// Holds what the package depends on against what is promised of it, and docs/DEPENDENCIES.md against what is installed:
//
//   node scripts/check-dependencies.mjs [--write]
//
// - a regular dependency, and all that it brings along, has a licence of the list, and no script that runs when it is
//   installed; optional peers may be under MPL as well;
// - every Node that package.json allows is allowed by each of them, as far as they say;
// - the table in the docs is that of package-lock.json and the installed files; --write writes it.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = 'docs/DEPENDENCIES.md';
const LICENCES = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);
/** A waiver of all rights, for data: that of MDN on CSS. */
const DATA_LICENCES = new Map([['mdn-data', 'CC0-1.0']]);
const PEER_LICENCES = new Set([...LICENCES, 'MPL-2.0', 'Zlib']);
/** Read when a package is installed: the lock file says so of the scripts, node-gyp needs this file. */
const NATIVE = 'binding.gyp';

/** What each one is for. One that is not named here has not been thought about. */
const PURPOSES = {
  '@exodus/bytes': 'decodes bytes as the standard says, where the decoders of Node 20 and 22 do not',
  '@ghostery/adblocker': 'parses filter lists and matches requests, for `adstrip/filters`',
  cheerio: 'the document that `adstrip/cheerio` works on',
  'cli-progress': 'the progress bar of the command line',
  'css-select': 'rules that are CSS selectors',
  'css-tree': 'reads style sheets, in pages and leaked into text',
  'css-what': 'parses the selectors of rules and filters',
  'encoding-sniffer': 'finds the `<meta>` or XML declaration of bytes',
  entities: 'decodes character references',
  htmlparser2: 'its tokenizer reads HTML',
  'js-tokens': 'reads scripts, in pages and leaked into text',
  'mdast-util-gfm': 'tables and strikethrough of Markdown',
  'mdast-util-to-markdown': 'writes Markdown',
  bullmq: 'queues of jobs that name shards of input, for `adstrip/bullmq`; never loaded, as the caller brings it along',
  warcio: 'reads and writes web archives (WARC), for the command line',
};

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const failures = [];

/** Where a package finds another, as Node looks for it. */
function resolved(name, from) {
  for (let folder = from; ; ) {
    const path = join(folder, 'node_modules', name);
    if (packages[path] !== undefined) return path;
    if (folder === '') return undefined;
    const up = folder.lastIndexOf('/node_modules/');
    folder = up < 0 ? '' : folder.slice(0, up);
  }
}

/** A package and all that it brings along, as paths. */
function closure(name) {
  const seen = new Set();
  const open = [[name, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const path = resolved(...next);
    if (path === undefined) failures.push(`${next[0]} is not in package-lock.json`);
    else if (!seen.has(path)) {
      seen.add(path);
      for (const other of Object.keys(packages[path].dependencies ?? {})) open.push([other, path]);
    }
  }
  return seen;
}

/** Bytes of a package's own files. */
function size(path) {
  let bytes = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const inside = join(path, entry.name);
    bytes += entry.isDirectory() ? size(inside) : statSync(inside).size;
  }
  return bytes;
}

/** Whether an SPDX expression, as packages have them, gives a choice that is allowed. */
const isAllowed = (expression, licences) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => licences.has(licence)));

function check(path, licences) {
  const { license, hasInstallScript, engines } = packages[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 13);
  if (!isAllowed(license ?? 'none', licences) && DATA_LICENCES.get(name) !== license)
    failures.push(`${name}: licence ${license}`);
  if (hasInstallScript || readdirSync(path).includes(NATIVE))
    failures.push(`${name}: runs a script when it is installed`);
  const least = /(?:>=|\^)\s*(\d+)(?:\.(\d+))?/.exec(engines?.node ?? '');
  const [, major, minor] = /(\d+)\.(\d+)/.exec(manifest.engines.node);
  if (least && (Number(least[1]) > Number(major) || (least[1] === major && Number(least[2] ?? 0) > Number(minor))))
    failures.push(`${name}: needs Node ${engines.node}, the package promises ${manifest.engines.node}`);
}

const kilobytes = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e4) * 10} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function row(name, licences, optional) {
  const all = closure(name);
  for (const path of all) check(path, licences);
  const { license, engines } = packages[resolved(name, '')];
  const with_ = [...all].reduce((sum, path) => sum + size(path), 0);
  if (PURPOSES[name] === undefined)
    failures.push(`${name}: scripts/check-dependencies.mjs does not say what it is for`);
  return (
    `| ${name}${optional ? ' (optional peer)' : ''} | ${PURPOSES[name]} | ${kilobytes(size(resolved(name, '')))} | ` +
    `${kilobytes(with_)} in ${all.size} | ${license} | ${(engines?.node ?? 'any').replaceAll('||', 'or')} |`
  );
}

const regular = Object.keys(manifest.dependencies ?? {}).sort();
const peers = Object.keys(manifest.peerDependencies ?? {}).sort();
const table = [
  '| package | what for | itself | with what it needs | licence | Node |',
  '| --- | --- | --- | --- | --- | --- |',
  ...regular.map((name) => row(name, LICENCES, false)),
  ...peers.map((name) => row(name, PEER_LICENCES, true)),
].join('\n');
const everything = new Set(regular.flatMap((name) => [...closure(name)]));
const total = [...everything].reduce((sum, path) => sum + size(path), 0);
const text = `# Dependencies

Written by \`node scripts/check-dependencies.mjs --write\`; \`.ci/run\` fails where it is not so any more.

${table}

Together ${everything.size} packages, ${kilobytes(total)} on disk (they share some). Licences allowed: ${[...LICENCES].join(', ')}; for data also
CC0-1.0 (\`mdn-data\`, which css-tree brings along); for optional peers also MPL-2.0 and Zlib. None runs a script when it is
installed, none is native code, and none of them goes to the network for \`clean\`, \`strip\` or \`restore\`.

The command line is bundled and holds those it needs as they were when it was built; their licences are in
\`dist/command/LICENSES.txt\`. The library imports its packages.
`;
if (process.argv.includes('--write')) writeFileSync(DOCS, text);
else if (readFileSync(DOCS, 'utf8') !== text)
  failures.push(`${DOCS} is out of date: node scripts/check-dependencies.mjs --write`);
for (const failure of new Set(failures)) console.log(`FAILED  ${failure}`);
console.log(
  `${regular.length} dependencies, ${everything.size} packages, ${kilobytes(total)}: ${new Set(failures).size} failures`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
