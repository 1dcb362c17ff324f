// The pages of a folder, for the checks that run over whole corpora.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** `{ path, source }` of a page, or of every page in a folder and those below it (.html, .html.gz). */
export function* pages(path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) yield* pages(join(path, name));
  } else if (/\.html?(\.gz)?$/.test(path)) {
    const bytes = readFileSync(path);
    yield { path, source: (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') };
  }
}
