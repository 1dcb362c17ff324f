import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strip } from '../dist/index.js';
import { texts } from './inputs.mjs';
import { medians } from './measure.mjs';

function onePass(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

/** Inputs made to be slow, of about `length` units each. */
const HOSTILE = {
  'open braces': (length) => '{'.repeat(length),
  'a{ repeated': (length) => 'a{'.repeat(length / 2),
  'a{}} repeated': (length) => 'a{}}'.repeat(length / 4),
  '@media repeated': (length) => '@media '.repeat(length / 7),
  'one line of var a=1;': (length) => 'var a=1;'.repeat(length / 8),
  'nested templates': (length) => '`${'.repeat(length / 3),
  'open strings': (length) => 'x = "\n'.repeat(length / 6),
  'open comments': (length) => '/* '.repeat(length / 3),
  'open calls': (length) => '(adsbygoogle = window.adsbygoogle || []).push({'.repeat(length / 47),
  'open JSON': (length) => '{"a":['.repeat(length / 6),
  'escaped markup': (length) => '&lt;div '.repeat(length / 8),
  labels: (length) => 'Advertisement\n'.repeat(length / 14),
};

/** Peak memory in MB of a process that strips 64 M units of prose, or only holds them. */
function peak(mode) {
  const script = fileURLToPath(new URL('./peak-memory.mjs', import.meta.url));
  return Number(spawnSync(process.execPath, [script, mode], { encoding: 'utf8' }).stdout);
}

/**
 * What `strip` costs on text: as multiples of one pass of charCodeAt over the same string, as growth on inputs made to
 * be slow, and in memory beside input and output.
 */
export function benchText() {
  const { clean, leaky } = texts(8_000_000);
  const times = medians({
    'one pass': () => onePass(clean),
    'no leaks': () => strip(clean, { type: 'text' }),
    leaky: () => strip(leaky, { type: 'text' }),
  });
  console.log(`text: ${(clean.length / 1e6).toFixed(1)} M units`);
  for (const [name, ms] of Object.entries(times)) {
    const speed = clean.length / 1e3 / ms;
    console.log(
      `  ${name.padEnd(22)} ${speed.toFixed(0).padStart(6)} MB/s  ${(ms / times['one pass']).toFixed(1)} passes`,
    );
  }
  console.log('text made to be slow: 0.25 M units, and growth from there to 1 M (linear: 4)');
  for (const [name, make] of Object.entries(HOSTILE)) {
    const [small, large] = [make(250_000), make(1_000_000)];
    const { a, b } = medians({ a: () => strip(small, { type: 'text' }), b: () => strip(large, { type: 'text' }) }, 3);
    console.log(`  ${name.padEnd(22)} ${a.toFixed(0).padStart(6)} ms    × ${(b / a).toFixed(1)}`);
  }
  const [holding, stripping] = [peak('hold'), peak('strip')];
  console.log(`memory: ${stripping - holding} MB beside input and output of 64 M units (holding them: ${holding} MB)`);
}
