// Part of the build: puts the built-in rules and what compiling them comes to into one module as JSON, in place of the
// modules that they are written in, and removes those. JSON is read several times faster than JavaScript.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { asciiJson } from './ascii-json.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const MODULE = join(DIST, 'rules/built-in-rules.js');
/** The folders of src/rules/data that hold nothing but rules. */
const FOLDERS = ['ads', 'consent', 'labels', 'promo', 'trackers', 'widgets'];

const { BUILT_IN_RULES: rules, packedRules } = await import(MODULE);
const packed = packedRules();
const json = asciiJson({ rules, packed });
if (!isDeepStrictEqual(JSON.parse(json), { rules, packed })) throw new Error('JSON cannot hold the rules as they are');

const literal = `'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
writeFileSync(
  MODULE,
  `// Made by scripts/pack-rules.mjs of src/rules/data.
const { rules, packed } = JSON.parse(${literal});
export const BUILT_IN_RULES = rules;
export const packedRules = () => packed;
`,
);
rmSync(`${MODULE}.map`, { force: true });
for (const folder of FOLDERS) rmSync(join(DIST, 'rules/data', folder), { recursive: true });
