#!/usr/bin/env node
// Fits the evidence's weights to a residue corpus, after printing what they are worth on pages they have not seen.
//   npm run build && node scripts/train-evidence/train.mjs CORPUS.jsonl.gz [--out FILE] [--dist DIR]
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.mjs';
import { judge, summary } from './figures.mjs';
import { fitStages } from './stages.mjs';
import { labelledStretches } from './stretches.mjs';
import { weightsFile } from './weights-file.mjs';

const FOLDS = 5;
/** What is asked of the scanner: the code, nothing else. */
const REMOVE = ['ad', 'tracker', 'style', 'script', 'data'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'src/scan/data/evidence-weights.ts' },
    dist: { type: 'string', default: 'dist' },
  },
});
const [corpus] = positionals;
if (!corpus) throw new Error('usage: train.mjs CORPUS.jsonl.gz [--out FILE] [--dist DIR]');

const load = (file) => import(pathToFileURL(resolve(values.dist, file)).href);
const { strip } = await load('index.js');
const { findStretches } = await load('scan/text.js');
const { eachNeighbourhood } = await load('scan/evidence/judge.js');
const { FEATURES } = await load('scan/evidence/feature-names.js');
const { ALONE, TOGETHER } = await load('scan/data/evidence-weights.js');
const { codeNamer } = await load('rules/name-code.js');
const { rulesFor } = await load('rules/built-in.js');

/** Has the loaded library work with other weights: it reads them from these two objects. */
function use({ alone, together }) {
  Object.assign(ALONE, alone);
  Object.assign(TOGETHER, together);
}

const judgeAll = (items) =>
  items.map((item) => judge(item, strip(item.dirty, { type: 'text', remove: REMOVE }).output));

function print(title, judged) {
  console.log(title);
  for (const kind of [...new Set(judged.map((one) => one.kind))].sort()) {
    console.log(
      summary(
        kind,
        judged.filter((one) => one.kind === kind),
      ),
    );
  }
  console.log(summary('all', judged));
}

const items = readCorpus(corpus, FOLDS);
const { documents, unaligned } = labelledStretches(items, { findStretches, namer: codeNamer(rulesFor(undefined)) });
const stretches = documents.flatMap((document) => document.stretches);
console.log(
  `${items.length} items (${unaligned} not aligned), ${stretches.length} stretches of code, ` +
    `${stretches.filter(({ leaked }) => leaked === 1).length} of them leaked`,
);

const unseen = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const others = documents.filter((document) => document.fold !== fold);
  use(fitStages(others, { FEATURES, eachNeighbourhood }));
  const judged = judgeAll(items.filter((item) => item.fold === fold));
  console.log(summary(`fold ${fold}`, judged));
  unseen.push(...judged);
}
print('cross-validated, by page:', unseen);

const weights = fitStages(documents, { FEATURES, eachNeighbourhood });
use(weights);
print('on the pages it was fitted to:', judgeAll(items));
writeFileSync(values.out, weightsFile(weights));
