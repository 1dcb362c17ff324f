// Reads a residue corpus: a .jsonl.gz of { id, dirty, gold, kind, code? }, an id being `page:kind`.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** All items with their fold; what comes of one page is in one fold. */
export function readCorpus(file, folds) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const item = JSON.parse(line);
      return { ...item, fold: hash(item.id.split(':')[0]) % folds };
    });
}

/** FNV-1a with a final mix, so that ids that count up fall into all folds. */
function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}
