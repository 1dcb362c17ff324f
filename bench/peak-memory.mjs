// Prints the peak memory of this process in MB: `strip` strips 64 M units of prose, `hold` only holds them. Prose comes
// back as the string that it was, so that all beyond `hold` is what stripping needs beside input and output.
import { strip } from '../dist/index.js';
import { texts } from './inputs.mjs';

const { clean } = texts(4_000_000);
const text = clean.repeat(Math.floor(64_000_000 / clean.length));
text.charCodeAt(0); // one flat string
strip('a short text', { type: 'text' });
if (process.argv[2] === 'strip') strip(text, { type: 'text', maxLength: text.length });
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
