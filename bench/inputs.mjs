import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIXTURES = new URL('../fixtures', import.meta.url).pathname;

function fixtureInputs(ending, families = readdirSync(FIXTURES)) {
  return families.flatMap((family) =>
    readdirSync(join(FIXTURES, family))
      .map((name) => join(FIXTURES, family, name, `input.${ending}`))
      .flatMap((file) => {
        try {
          return [readFileSync(file, 'utf8')];
        } catch {
          return []; // the other kind of fixture
        }
      }),
  );
}

/**
 * Pages to measure on: those of a folder (`.html`, `.html.gz`), or else pages of about 300 kB made of the fixtures,
 * with the scripts and styles that make up most of a real page.
 */
export function pages(dir) {
  if (dir !== undefined) {
    return readdirSync(dir)
      .filter((name) => /\.html?(\.gz)?$/.test(name))
      .map((name) => {
        const bytes = readFileSync(join(dir, name));
        return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      });
  }
  const parts = fixtureInputs('html').map((html) => html.replace(/<\/?(?:html|head|body|!doctype)[^>]*>/gi, ''));
  const script = `<script>${'var state = {"id": 17, "items": [1, 2, 3], "open": true}; function step(a, b) { return a + b; }\n'.repeat(900)}</script>`;
  const style = `<style>${'.card > .title:hover { color: #123456; margin: 0 4px }\n'.repeat(700)}</style>`;
  const made = [];
  for (let first = 0; first < 24; first++) {
    let body = '';
    for (let i = first; body.length < 170_000; i++)
      body += `<section class="part-${i % 7}">${parts[i % parts.length]}</section>\n`;
    made.push(
      `<!doctype html><html><head><title>Page ${first}</title>${style}</head><body>${script}${body}</body></html>`,
    );
  }
  return made;
}

/** About `length` units of prose without leaks, and the same with the leaks of the text fixtures between paragraphs. */
export function texts(length) {
  const prose = readFileSync(join(FIXTURES, 'seed/text/expected.txt'), 'utf8');
  const leaks = fixtureInputs('txt', ['leaks']);
  let clean = '';
  while (clean.length < length) clean += `${prose}\n`;
  let leaky = '';
  for (let i = 0; leaky.length < length; i++) leaky += `${prose}\n${leaks[i % leaks.length]}\n`;
  return { clean, leaky };
}
