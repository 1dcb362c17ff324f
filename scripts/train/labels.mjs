// Which blocks of a page belong to its truth: a soft label a block.
const GRAM = 4;

/**
 * @param blocks the words of each block
 * @param truth the words of the truth
 * @param lines the truth's lines, each as words joined by a space
 * @returns the share of each block's words that stand in the truth
 */
export function labelBlocks(blocks, truth, lines) {
  const grams = new Set();
  for (let i = 0; i + GRAM <= truth.length; i++) grams.add(truth.slice(i, i + GRAM).join(' '));
  const stream = blocks.flat();
  // A word counts as found where a run of four words of the page that holds it stands in the truth: inside its block
  // or, for short blocks, across the borders to the neighbours.
  const inside = new Uint8Array(stream.length);
  const across = new Uint8Array(stream.length);
  const blockOf = new Int32Array(stream.length);
  let at = 0;
  blocks.forEach((words, b) => {
    blockOf.fill(b, at, at + words.length);
    at += words.length;
  });
  for (let i = 0; i + GRAM <= stream.length; i++) {
    if (!grams.has(stream.slice(i, i + GRAM).join(' '))) continue;
    across.fill(1, i, i + GRAM);
    if (blockOf[i] === blockOf[i + GRAM - 1]) inside.fill(1, i, i + GRAM);
  }
  const lineCounts = new Map();
  for (const line of lines) lineCounts.set(line, (lineCounts.get(line) ?? 0) + 1);
  const labels = new Float32Array(blocks.length);
  const found = new Float32Array(blocks.length);
  at = 0;
  blocks.forEach((words, b) => {
    let n = 0;
    let acrossN = 0;
    for (let i = at; i < at + words.length; i++) {
      n += inside[i];
      acrossN += across[i];
    }
    at += words.length;
    if (words.length === 0) return;
    found[b] = acrossN / words.length;
    if (words.length >= GRAM) labels[b] = n / words.length;
    else if (acrossN === words.length) labels[b] = 1;
    else if (lineCounts.has(words.join(' '))) labels[b] = -1; // to be confirmed by its neighbours
  });
  for (let b = 0; b < blocks.length; b++) {
    if (labels[b] !== -1) continue;
    let near = 0;
    let all = 0;
    for (let o = Math.max(0, b - 4); o < Math.min(blocks.length, b + 5); o++) {
      if (o === b || blocks[o].length === 0) continue;
      all++;
      if (labels[o] === -1) near += 0.5;
      else if (labels[o] >= 0.5) near++;
    }
    found[b] = all > 0 && near / all >= 0.3 ? 1 : 0;
  }
  for (let b = 0; b < blocks.length; b++) if (labels[b] === -1) labels[b] = found[b];

  // A text that stands on the page more often than in the truth is right only so often: where its neighbours are.
  const text = ` ${truth.join(' ')} `;
  const same = new Map();
  blocks.forEach((words, b) => {
    if (labels[b] < 0.5) return;
    const key = words.join(' ');
    same.set(key, [...(same.get(key) ?? []), b]);
  });
  for (const [key, places] of same) {
    if (places.length < 2) continue;
    let count = 0;
    for (let i = text.indexOf(` ${key} `); i >= 0; i = text.indexOf(` ${key} `, i + key.length + 1)) count++;
    if (count >= places.length) continue;
    const support = (b) => {
      let sum = 0;
      for (let o = Math.max(0, b - 3); o < Math.min(blocks.length, b + 4); o++)
        if (o !== b) sum += labels[o] >= 0.5 ? 1 : 0;
      return sum;
    };
    const ranked = places.map((b) => [support(b), b]).sort((x, y) => y[0] - x[0] || x[1] - y[1]);
    for (const [, b] of ranked.slice(Math.max(1, count))) labels[b] = 0;
  }
  return labels;
}
