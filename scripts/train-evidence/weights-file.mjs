// Writes weights as src/scan/data/evidence-weights.ts has them.

/** The file's text; `npx biome check --write` has nothing to change in it. */
export function weightsFile({ alone, together }) {
  return `import type { Feature } from '../evidence/feature-names.ts';

// Logistic weights of the evidence in evidence/features.ts, fitted on a development corpus of pages whose script and
// style content leaked. Positive: it leaked. Written by scripts/train-evidence, not by hand; \`named\` is 5 at least: a
// vendor's signature counts for more than the corpus, whose vendors were not named, can tell.

type Weights = Readonly<Record<Feature, number>>;

/** What a stretch of code says of itself. */
export const ALONE: { readonly bias: number; readonly named: number; readonly weights: Weights } = ${literal(alone)};

/**
 * The same beside what the code near by says, as logarithms of sums of clipped logits: code that is shown, such code of
 * the same language, code that leaked. \`unmoved\` weighs features of code that shown code near by does not speak for.
 */
export const TOGETHER: {
  readonly bias: number;
  readonly named: number;
  readonly nearShown: number;
  readonly nearShownAlike: number;
  readonly nearLeaked: number;
  readonly unmoved: readonly (readonly [Feature, number])[];
  readonly weights: Weights;
} = ${literal(together)};
`;
}

function literal(value, indent = '') {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value}'`;
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const lines = Object.entries(value).map(([name, part]) => `${inner}${name}: ${literal(part, inner)},\n`);
    return `{\n${lines.join('')}${indent}}`;
  }
  if (!value.some(Array.isArray)) return `[${value.map((part) => literal(part)).join(', ')}]`;
  return `[\n${value.map((part) => `${inner}${literal(part, inner)},\n`).join('')}${indent}]`;
}
