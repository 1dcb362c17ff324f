import type { Feature } from '../evidence/feature-names.ts';

// Logistic weights of the evidence in evidence/features.ts, fitted on a development corpus of pages whose script and
// style content leaked. Positive: it leaked. Written by scripts/train-evidence, not by hand; `named` is 3 at least: a
// vendor's signature counts for more than the corpus, whose vendors were not named, can tell.

type Weights = Readonly<Record<Feature, number>>;

/** What a stretch of code says of itself. */
export const ALONE: { readonly bias: number; readonly named: number; readonly weights: Weights } = {
  bias: -1.62,
  named: 3,
  weights: {
    style: 1.8,
    json: 0.8,
    markup: -0.89,
    points: 1.08,
    length: 0.31,
    longLine: 0.34,
    hugeLine: 0.39,
    dense: 0.43,
    lines: -0.79,
    whole: 0.48,
    dom: 1.48,
    page: 0.48,
    sample: -1,
    foreign: -0.8,
    foreignSigns: -0.53,
    callout: 0.54,
    comments: 0.07,
    bareImport: -0.8,
    mustache: -0.25,
    pretty: 0.1,
    semicolons: 1.53,
    ellipsis: -0.17,
    hanging: 1.02,
    linkedData: 0.9,
    textShare: -0.36,
    midStart: -1.32,
    midEnd: -0.39,
    inline: -0.07,
    edge: 0.53,
    torn: -1.22,
    indent: -0.08,
    colon: -1.24,
    label: -0.65,
    talk: -1.27,
  },
};

/**
 * The same beside what the code near by says, as logarithms of sums of clipped logits: code that is shown, such code of
 * the same language, code that leaked. `unmoved` weighs features of code that shown code near by does not speak for.
 */
export const TOGETHER: {
  readonly bias: number;
  readonly named: number;
  readonly nearShown: number;
  readonly nearShownAlike: number;
  readonly nearLeaked: number;
  readonly unmoved: readonly (readonly [Feature, number])[];
  readonly weights: Weights;
} = {
  bias: 0.19,
  named: 3,
  nearShown: -0.45,
  nearShownAlike: -0.69,
  nearLeaked: 0.14,
  unmoved: [
    ['dom', 0.75],
    ['longLine', 0.26],
    ['hugeLine', 0.21],
    ['json', -0.01],
    ['foreign', -0.34],
  ],
  weights: {
    style: 1.08,
    json: 0.26,
    markup: -0.67,
    points: 0.73,
    length: 0.21,
    longLine: 0.09,
    hugeLine: 0.36,
    dense: 0.29,
    lines: -0.6,
    whole: 0.23,
    dom: 0.94,
    page: 0.3,
    sample: -0.39,
    foreign: -0.32,
    foreignSigns: -0.24,
    callout: 0.42,
    comments: 0.18,
    bareImport: -0.43,
    mustache: -0.3,
    pretty: -0.12,
    semicolons: 1.35,
    ellipsis: -0.03,
    hanging: 0.85,
    linkedData: 0.63,
    textShare: -0.29,
    midStart: -0.9,
    midEnd: -0.45,
    inline: -0.21,
    edge: 0.56,
    torn: -0.52,
    indent: 0,
    colon: -0.58,
    label: -0.39,
    talk: -1.07,
  },
};
