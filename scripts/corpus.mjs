// The documents of corpora: folders of pages, and files of records.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const read = (file) => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** Each document of a folder of pages (.html, .html.gz), or of a file of JSON records, one a line (.jsonl, .jsonl.gz). */
export function* inputs(path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) {
      if (/\.html?(\.gz)?$/.test(name)) yield { id: name, type: 'html', input: read(join(path, name)) };
    }
    return;
  }
  for (const [i, line] of read(path).split('\n').entries()) {
    if (line === '') continue;
    for (const [field, value] of Object.entries(JSON.parse(line))) {
      if (typeof value === 'string' && value.length > 40) {
        yield { id: `${i + 1}:${field}`, type: field === 'html' ? 'html' : 'text', input: value };
      }
    }
  }
}
