// What an answer is worth: bags of words, since an answer may flow differently; and whether it is gold itself.

const WORD = /[\p{L}\p{N}_]+/gu;
const normal = (text) => text.replace(/\s+/g, ' ').trim();

function bag(text) {
  const counts = new Map();
  for (const word of text.toLowerCase().match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function size(counts) {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** Pairs two bags, word by word of the first. */
function combine(a, b, choose) {
  const result = new Map();
  for (const [word, count] of a) {
    const chosen = choose(count, b.get(word) ?? 0);
    if (chosen > 0) result.set(word, chosen);
  }
  return result;
}
const shared = (a, b) => combine(a, b, Math.min);
const beyond = (a, b) => combine(a, b, (x, y) => x - y);

/** One answer's figures, as shares; null where there is nothing to ask for. */
export function judge({ dirty, gold, code, kind }, answer) {
  const prose = bag(gold);
  const left = bag(answer);
  const leaked = beyond(bag(dirty), prose);
  const shown = code ? shared(bag(code), prose) : undefined;
  const share = (part, whole) => (size(whole) === 0 ? null : size(part) / size(whole));
  const remains = share(shared(beyond(left, prose), leaked), leaked);
  return {
    kind,
    removed: remains === null ? null : 1 - remains,
    leaked: size(leaked),
    left: size(shared(beyond(left, prose), leaked)),
    kept: share(shared(left, prose), prose),
    codeKept: shown ? share(shared(left, shown), shown) : null,
    exact: normal(answer) === normal(gold) ? 1 : 0,
  };
}

/** Means over items as a line of text; the residue also by words, as a share of all that leaked. */
export function summary(label, judged) {
  const mean = (key) => {
    const values = judged.map((one) => one[key]).filter((value) => value !== null);
    return values.length === 0
      ? '     –'
      : ((100 * values.reduce((a, b) => a + b, 0)) / values.length).toFixed(2).padStart(6);
  };
  const total = (key) => judged.reduce((sum, one) => sum + one[key], 0);
  const byWords = total('leaked') === 0 ? '–' : (100 * (1 - total('left') / total('leaked'))).toFixed(2);
  return (
    `${label.padEnd(8)} ${String(judged.length).padStart(5)} items  residue removed ${mean('removed')} (by words ${byWords})  ` +
    `prose kept ${mean('kept')}  code kept ${mean('codeKept')}  exact ${mean('exact')}`
  );
}
