// Prints the peak memory of this process in MB: `strip` strips 64 M units of prose, `hold` only holds and copies them.
import { strip } from '../dist/index.js';
import { texts } from './inputs.mjs';

const mode = process.argv[2];
const { clean } = texts(4_000_000);
const text = Buffer.from(clean.repeat(16), 'utf16le')
  .toString('utf16le')
  .slice(0, 16_000_000 * 4);
strip('a short text', { type: 'text' });
const output =
  mode === 'strip'
    ? strip(text, { type: 'text', maxLength: text.length }).output
    : Buffer.from(text, 'utf16le').toString('utf16le');
if (output.length === 0) throw new Error('nothing came back');
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
