// The dictionary: what share of the truth stands under an element that calls itself so, as log-odds.

/** A token must stand on so many pages to be learnt. */
const MIN_PAGES = 12;
/** What is supposed of a token before any page is seen: so many pages, of which so much is truth. */
const PRIOR_PAGES = 2;
const PRIOR_SHARE = 0.35;
/** Log-odds are stored as integers of this fraction of one. */
export const SCALE = 25;
/** Blocks of at most so many words teach what short texts say. */
const SHORT_WORDS = 10;
/** A token that speaks for so few words of a page says nothing of it. */
const MIN_WORDS = 1;

/** For one page: token hash -> [words that stand under it, words of them that are truth]. */
export function tokenStatistics(
  page,
  texts,
  labels,
  { tokenHashes, wordHashes, MAX_TOKENS, SHORT_SEED, HEADING_SEED, HEADING, inlineOf },
) {
  const upWords = new Float64Array(page.blocks + 1);
  const upTruth = new Float64Array(page.blocks + 1);
  for (let b = 0; b < page.blocks; b++) {
    upWords[b + 1] = upWords[b] + page.words[b];
    upTruth[b + 1] = upTruth[b] + page.words[b] * labels[b];
  }
  const statistics = new Map();
  const add = (hash, n, truth) => {
    const entry = statistics.get(hash);
    if (entry === undefined) statistics.set(hash, [n, truth]);
    else {
      entry[0] += n;
      entry[1] += truth;
    }
  };
  const hashes = new Int32Array(MAX_TOKENS + 1);
  const ends = new Map(); // token -> the block up to which it is counted
  const addRange = (node, from, to) => {
    const n = tokenHashes(page.tree, node, hashes);
    for (let i = 0; i < n; i++) {
      const begin = Math.max(from, ends.get(hashes[i]) ?? 0);
      if (begin >= to) continue;
      ends.set(hashes[i], to);
      add(hashes[i], upWords[to] - upWords[begin], upTruth[to] - upTruth[begin]);
    }
  };
  for (let x = 1; x < page.boxes; x++) addRange(page.node[x], page.from[x], page.to[x]);
  ends.clear();
  let heading = -1;
  for (let b = 0; b <= page.blocks; b++) {
    const isHeading = b < page.blocks && page.words[b] > 0 && (page.zone[page.box[b]] & HEADING) !== 0;
    if ((isHeading || b === page.blocks) && heading >= 0) {
      const n = upWords[b] - upWords[heading + 1];
      const truth = upTruth[b] - upTruth[heading + 1];
      if (n > 0) for (const hash of new Set(wordHashes(texts[heading]))) add(hash ^ HEADING_SEED, n, truth);
    }
    if (isHeading) heading = b;
    if (b === page.blocks) break;
    const inline = inlineOf(page, b);
    if (inline >= 0) addRange(inline, b, b + 1);
    if (page.words[b] > 0 && page.words[b] <= SHORT_WORDS) {
      for (const hash of new Set(wordHashes(texts[b])))
        add(hash ^ SHORT_SEED, page.words[b], page.words[b] * labels[b]);
    }
  }
  return statistics;
}

/** Log-odds of the truth for every token of these pages; a domain's pages count less the more there are of them. */
export function learnDictionary(pages) {
  const sums = new Map();
  const perDomain = new Map();
  for (const page of pages) perDomain.set(page.domain, (perDomain.get(page.domain) ?? 0) + 1);
  for (const page of pages) {
    const weight = 1 / Math.sqrt(perDomain.get(page.domain));
    for (const [hash, [n, truth]] of page.statistics) {
      if (n < MIN_WORDS || hash === 0) continue;
      let entry = sums.get(hash);
      if (entry === undefined) {
        entry = [0, 0, 0];
        sums.set(hash, entry);
      }
      entry[0]++;
      entry[1] += weight;
      entry[2] += weight * (truth / n);
    }
  }
  const hashes = [];
  const scores = [];
  for (const [hash, [count, n, truth]] of [...sums].sort((a, b) => a[0] - b[0])) {
    if (count < MIN_PAGES) continue;
    const yes = truth + PRIOR_PAGES * PRIOR_SHARE;
    const no = n - truth + PRIOR_PAGES * (1 - PRIOR_SHARE);
    const score = Math.round(SCALE * Math.log(yes / no));
    hashes.push(hash);
    scores.push(Math.max(-127, Math.min(127, score)));
  }
  return { hashes: Int32Array.from(hashes), scores: Int8Array.from(scores) };
}
