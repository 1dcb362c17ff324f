import { strip } from '../dist/index.js';
import { texts } from './inputs.mjs';
import { medians } from './measure.mjs';

function onePass(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

/** What `strip` costs on text, as multiples of one pass of charCodeAt over the same string. */
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
      `  ${name.padEnd(14)} ${speed.toFixed(0).padStart(6)} MB/s  ${(ms / times['one pass']).toFixed(1)} passes`,
    );
  }
}
