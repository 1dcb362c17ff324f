import { parseDocument } from 'htmlparser2';
import { clean, strip } from '../dist/index.js';
import { pages } from './inputs.mjs';
import { medians } from './measure.mjs';

/** What `clean` and `strip` cost, as multiples of what htmlparser2 needs to parse the same pages into its own tree. */
export function benchHtml(dir) {
  const sources = pages(dir);
  const each = (work) => () => {
    for (const source of sources) work(source);
  };
  const times = medians({
    parseDocument: each((source) => parseDocument(source)),
    strip: each((source) => strip(source, { type: 'html' })),
    clean: each((source) => clean(source, { type: 'html' })),
  });
  const mean = sources.reduce((sum, { length }) => sum + length, 0) / sources.length;
  console.log(`html: ${sources.length} pages, ${Math.round(mean / 1000)} kB each`);
  for (const [name, ms] of Object.entries(times)) {
    const perPage = (ms / sources.length).toFixed(2);
    console.log(`  ${name.padEnd(14)} ${perPage.padStart(8)} ms/page  ${(ms / times.parseDocument).toFixed(2)} parses`);
  }
}
