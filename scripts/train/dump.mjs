#!/usr/bin/env node
// Writes what train.py learns from: features by the library's own code, labels, and the words to score with.
//   npm run build && node scripts/train/dump.mjs CORPUS OUT [DIST]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCorpus, words } from './corpus.mjs';
import { learnDictionary, tokenStatistics } from './dictionary.mjs';
import { labelBlocks } from './labels.mjs';

const [corpus, out, dist = 'dist'] = process.argv.slice(2);
if (!corpus || !out) throw new Error('usage: dump.mjs CORPUS OUT [DIST]');
const load = (file) => import(pathToFileURL(resolve(dist, file)).href);
const { parse } = await load('tree/parse.js');
const { textData } = await load('tree/tree.js');
const { inlineOf, segment } = await load('extract/blocks.js');
const { readFacts } = await load('extract/facts.js');
const { allRows, blockFeatures, FEATURE_NAMES, FEATURES } = await load('extract/features.js');
const { findAlike } = await load('extract/alike.js');
const { makeDictionary } = await load('extract/dictionary.js');
const tools = {
  inlineOf,
  ...(await load('extract/tokens.js')),
  ...(await load('extract/words.js')),
  HEADING: (await load('extract/blocks.js')).HEADING,
};
const { HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT } = await load('tree/tags.js');

const { rulesFor } = await load('rules/built-in.js');
const { matchPage } = await load('rules/match.js');
const { matchPageLines } = await load('rules/page-lines.js');
const { findPageLeaks } = await load('page-leaks.js');

const FOLDS = 5;
const EMPTY = makeDictionary(new Int32Array(0), new Int8Array(0));
const pages = readCorpus(corpus, FOLDS);
mkdirSync(out, { recursive: true });

const segmentPage = (tree, removed, facts, dictionary) => segment(tree, removed, { marked: facts.marked, dictionary });

/** What the rules take out before extraction, as `clean` has it done. */
function removedNodes(tree, url) {
  const rules = rulesFor(undefined);
  const wanted = () => true;
  const matches = matchPage(tree, rules, { url, wanted });
  for (const [node, text] of findPageLeaks(tree, rules, matches, wanted).remainders) tree.remainders.set(node, text);
  for (const { node } of matchPageLines(tree, rules.lines, matches, wanted)) matches.removed[node] = 1;
  return matches.removed;
}

function blockText(page, b) {
  let text = '';
  for (let i = page.first[b]; i < page.behind[b]; ) {
    const k = page.tree.kind[i];
    if (k > TEXT && k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0) {
      i = page.tree.last[i];
      continue;
    }
    if (k === TEXT) text += textData(page.tree, i);
    else if (page.tree.names[k] === 'br') text += ' ';
    i++;
  }
  return text;
}

// 1. Trees, labels and what the dictionary learns from.
const ids = new Map();
function idOf(word) {
  let id = ids.get(word);
  if (id === undefined) {
    id = ids.size;
    ids.set(word, id);
  }
  return id;
}
const blockCounts = [];
const labels = [];
const weights = [];
const streams = [];
const streamLengths = [];
const truths = [];
console.time('labels');
for (const page of pages) {
  const tree = parse(page.html());
  const facts = readFacts(tree, page.url);
  const segmented = segmentPage(tree, removedNodes(tree, page.url), facts, EMPTY);
  const texts = Array.from({ length: segmented.blocks }, (_, b) => blockText(segmented, b));
  const blocks = texts.map(words);
  const truth = words(page.truth);
  const label = labelBlocks(
    blocks,
    truth,
    page.truth
      .split('\n')
      .map((line) => words(line).join(' '))
      .filter(Boolean),
  );
  page.statistics = tokenStatistics(segmented, texts, label, tools);
  blockCounts.push(segmented.blocks);
  labels.push(label);
  weights.push(Float32Array.from(blocks, (block) => block.length));
  for (const block of blocks) streamLengths.push(block.length);
  streams.push(Int32Array.from(blocks.flat(), idOf));
  truths.push(Int32Array.from(truth, idOf));
}
console.timeEnd('labels');

// 2. Features: once with the dictionary of all folds but the page's own, and, for each fold that is tested, the
//    dictionary's columns once more without that fold's pages.
const learned = new Map();
function dictionaryWithout(...folds) {
  const key = [...new Set(folds)].sort().join();
  if (!learned.has(key)) {
    const entries = learnDictionary(pages.filter((page) => !key.split(',').map(Number).includes(page.fold)));
    learned.set(key, makeDictionary(entries.hashes, entries.scores));
  }
  return learned.get(key);
}
const total = blockCounts.reduce((a, b) => a + b, 0);
const fromDictionary = FEATURE_NAMES.flatMap((name, i) => (/score/i.test(name) ? [i] : []));
const main = new Float32Array(total * FEATURES);
const variants = Array.from({ length: FOLDS }, () => new Float32Array(total * fromDictionary.length));
const twins = [];
const alike = [];
let row = 0;
console.time('features');
for (const [p, page] of pages.entries()) {
  const tree = parse(page.html());
  // One page in ten goes without its address, so that the model also knows what to do without.
  const facts = readFacts(tree, p % 10 === 7 ? undefined : page.url);
  const removed = removedNodes(tree, page.url);
  const featuresWith = (dictionary) => {
    const segmented = segmentPage(tree, removed, facts, dictionary);
    const features = blockFeatures(segmented, facts, dictionary);
    return { segmented, boxes: features.boxes, rows: allRows(segmented, features), repeats: features.repeats };
  };
  const features = featuresWith(dictionaryWithout(page.fold));
  alike.push(findAlike(features.segmented, features.boxes));
  main.set(features.rows, row * FEATURES);
  const { twin } = features.repeats;
  twins.push(twin.length > 0 ? twin : new Int32Array(features.segmented.blocks).fill(-1));
  for (let tested = 0; tested < FOLDS; tested++) {
    if (tested === page.fold) continue;
    const { rows } = featuresWith(dictionaryWithout(page.fold, tested));
    for (let b = 0; b < blockCounts[p]; b++) {
      for (let c = 0; c < fromDictionary.length; c++) {
        variants[tested][(row + b) * fromDictionary.length + c] = rows[b * FEATURES + fromDictionary[c]];
      }
    }
  }
  row += blockCounts[p];
}
console.timeEnd('features');

const write = (name, array) =>
  writeFileSync(join(out, name), Buffer.from(array.buffer, array.byteOffset, array.byteLength));
const concat = (arrays, Type) => {
  const all = new Type(arrays.reduce((sum, a) => sum + a.length, 0));
  let at = 0;
  for (const a of arrays) {
    all.set(a, at);
    at += a.length;
  }
  return all;
};
write('features.f32', main);
for (const [fold, variant] of variants.entries()) write(`dictionary-columns-${fold}.f32`, variant);
write('labels.f32', concat(labels, Float32Array));
write('twins.i32', concat(twins, Int32Array));
write('alike.i32', concat(alike, Int32Array));
write('words.f32', concat(weights, Float32Array));
write('stream.i32', concat(streams, Int32Array));
write('stream-lengths.i32', Int32Array.from(streamLengths));
write('truth.i32', concat(truths, Int32Array));
const all = learnDictionary(pages);
write('dictionary-hashes.i32', all.hashes);
write('dictionary-scores.i8', all.scores);
writeFileSync(
  join(out, 'meta.json'),
  JSON.stringify({
    features: FEATURE_NAMES,
    dictionaryColumns: fromDictionary,
    vocabulary: ids.size,
    pages: pages.map((page, p) => ({
      id: page.id,
      url: page.url ?? null,
      type: page.type,
      fold: page.fold,
      blocks: blockCounts[p],
      words: streams[p].length,
      truth: truths[p].length,
    })),
  }),
);
console.log(`${pages.length} pages, ${total} blocks, ${FEATURES} features, dictionary of ${all.hashes.length}`);
