import type { Feature } from '../evidence/feature-names.ts';

// Logistic weights of the evidence in evidence/features.ts, fitted on a development corpus of pages whose script and
// style content leaked. Positive: it leaked. Written by scripts/train-evidence, not by hand; `named` is 5 at least: a
// vendor's signature counts for more than the corpus, whose vendors were not named, can tell.

type Weights = Readonly<Record<Feature, number>>;

/** What a stretch of code says of itself. */
export const ALONE: { readonly bias: number; readonly named: number; readonly weights: Weights } = {
  bias: -2.23,
  named: 5,
  weights: {
    style: 2.51,
    json: 1,
    markup: -1.19,
    points: 1.34,
    length: 0.14,
    longLine: 0.22,
    hugeLine: 0.74,
    dense: 0.69,
    lines: -1.1,
    whole: 0.54,
    dom: 2.21,
    page: 0.38,
    sample: -1.49,
    foreign: -1.15,
    foreignSigns: -0.38,
    callout: 0.69,
    comments: 0.26,
    bareImport: -1.19,
    mustache: -0.12,
    pretty: 0.06,
    semicolons: 2.02,
    ellipsis: -0.3,
    hanging: 1.58,
    linkedData: 1.58,
    wrapped: 1.27,
    comment: 0.14,
    textShare: -0.72,
    midStart: -1.78,
    midEnd: -0.62,
    inline: -0.08,
    edge: 0.43,
    torn: -1.52,
    indent: 0.01,
    colon: -1.95,
    label: -1.25,
    talk: -1.46,
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
  bias: -0.2,
  named: 5,
  nearShown: -0.51,
  nearShownAlike: -0.54,
  nearLeaked: 0.21,
  unmoved: [
    ['dom', 0.77],
    ['longLine', 0.4],
    ['hugeLine', 0.37],
    ['json', -0.18],
    ['foreign', -0.33],
  ],
  weights: {
    style: 1.61,
    json: 0.39,
    markup: -1.13,
    points: 0.97,
    length: 0.01,
    longLine: -0.39,
    hugeLine: 0.72,
    dense: 0.43,
    lines: -1,
    whole: 0.33,
    dom: 1.41,
    page: 0.07,
    sample: -0.82,
    foreign: -0.45,
    foreignSigns: 0.05,
    callout: 0.65,
    comments: 0.3,
    bareImport: -0.6,
    mustache: -0.22,
    pretty: -0.01,
    semicolons: 1.73,
    ellipsis: -0.05,
    hanging: 1.43,
    linkedData: 1.11,
    wrapped: 0.51,
    comment: 0.06,
    textShare: -0.8,
    midStart: -1.42,
    midEnd: -0.81,
    inline: -0.3,
    edge: 0.46,
    torn: -0.65,
    indent: 0.13,
    colon: -1.07,
    label: -0.7,
    talk: -1.33,
  },
};
