// Part of the build: puts the built-in rules and what compiling them comes to into one module as JSON, in place of the
// modules that they are written in, and removes those.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleOf, packedText } from './packed-rules.mjs';

const RULES = fileURLToPath(new URL('../dist/rules/', import.meta.url));
const MODULE = join(RULES, 'built-in-rules.js');
/** The folders of src/rules/data that hold nothing but rules. */
const FOLDERS = ['ads', 'consent', 'labels', 'promo', 'trackers', 'widgets'];

const text = packedText(await import(MODULE));
const literal = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
writeFileSync(MODULE, `// Made by scripts/pack-rules.mjs of src/rules/data.${moduleOf(`'${literal}'`)}`);
rmSync(`${MODULE}.map`, { force: true });
for (const folder of FOLDERS) rmSync(join(RULES, 'data', folder), { recursive: true });
