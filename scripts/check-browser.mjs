// Bundles the built core for browsers and runs the bundle where nothing of Node is to be had.
//
//   node scripts/check-browser.mjs      (after npm run build)
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const bundle = await rolldown({ input: 'dist/index.js', platform: 'browser', logLevel: 'silent' });
const { output } = await bundle.generate({ format: 'iife', name: 'adstrip', minify: true });
await bundle.close();
const [chunk] = output;

const builtins = new Set(builtinModules);
const outside = [...chunk.imports, ...chunk.dynamicImports].filter(
  (name) => name.startsWith('node:') || builtins.has(name),
);
const cheerio = chunk.moduleIds.filter((id) => id.includes('/node_modules/cheerio/'));

// A browser's globals that the core may use, and none of Node's.
const context = createContext({ TextDecoder, TextEncoder, URL, atob });
let works = false;
try {
  runInContext(`${chunk.code}; globalThis.adstrip = adstrip;`, context);
  works = runInContext(
    `const page = '<p>One fine day.</p><ins class="adsbygoogle"></ins><p>Two fine days.</p>';
     const bytes = Uint8Array.from(page, (character) => character.charCodeAt(0));
     const { output, removed } = adstrip.strip(bytes);
     removed.length > 0 && adstrip.restore(output, removed) === page && adstrip.clean(page).text.includes('One fine day.')`,
    context,
  );
} catch (error) {
  console.error(String(error));
}

const size = Buffer.byteLength(chunk.code);
console.log(
  `browser bundle: ${size} bytes, ${gzipSync(chunk.code, { level: 9 }).length} gzipped, ${chunk.moduleIds.length} modules`,
);
for (const name of outside) console.error(`needs Node's ${name}`);
for (const id of cheerio) console.error(`has cheerio in it: ${id}`);
if (!works) console.error('does not work without Node');
process.exitCode = outside.length === 0 && cheerio.length === 0 && works ? 0 : 1;
