// Reads a corpus in WCXB's layout: ground-truth/*.json beside html/*.html.gz.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const WORD = /[\p{L}\p{N}_]+/gu;

/** Lower-cased words as the benchmark counts them. */
export const words = (text) => text.toLowerCase().match(WORD) ?? [];

/** Second-level names under which domains are registered in two-letter top levels ("example.co.uk"). */
const SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'org', 'go', 'or', 'ne']);

export function registrableDomain(url) {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const labels = host.split('.');
  const short = labels.length > 2 && labels.at(-1).length === 2 && SECOND_LEVEL.has(labels.at(-2));
  return labels.slice(short ? -3 : -2).join('.');
}

const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 13)) >>> 0;
};

/** All pages with their fold: domains in the order of their hashes, each into the fold with fewest pages. */
export function readCorpus(dir, folds = 5) {
  const pages = readdirSync(join(dir, 'ground-truth'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const id = file.slice(0, -5);
      const {
        url,
        ground_truth: truth,
        _internal: internal,
      } = JSON.parse(readFileSync(join(dir, 'ground-truth', file), 'utf8'));
      const type = internal?.page_type?.primary ?? 'article';
      return {
        id,
        url: url ?? undefined,
        domain: registrableDomain(url) ?? id,
        type: type === 'category' ? 'collection' : type,
        truth: truth.main_content || '',
        html: () => {
          const base = join(dir, 'html', id);
          return existsSync(`${base}.html.gz`)
            ? gunzipSync(readFileSync(`${base}.html.gz`)).toString('utf8')
            : readFileSync(`${base}.html`, 'utf8');
        },
      };
    });
  const byDomain = new Map();
  for (const page of pages) byDomain.set(page.domain, [...(byDomain.get(page.domain) ?? []), page]);
  const sizes = new Array(folds).fill(0);
  for (const domain of [...byDomain.keys()].sort((a, b) => hash(a) - hash(b))) {
    const fold = sizes.indexOf(Math.min(...sizes));
    for (const page of byDomain.get(domain)) {
      page.fold = fold;
      page.ofDomain = byDomain.get(domain).length;
    }
    sizes[fold] += byDomain.get(domain).length;
  }
  return pages;
}
