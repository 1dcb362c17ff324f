import type { Feature } from '../evidence/feature-names.ts';

// Logistic weights of the evidence in evidence/features.ts, fitted on a development corpus of pages whose script and
// style content leaked. Positive: it leaked. Written by a script, not by hand; only `named` is set, at 3 or more: a
// vendor's signature counts for more than the corpus, whose vendors were not named, can tell.

type Weights = Readonly<Record<Feature, number>>;

/** What a stretch of code says of itself. */
export const ALONE: { readonly bias: number; readonly named: number; readonly weights: Weights } = {
  bias: -1.59,
  named: 3,
  weights: {
    style: 1.67,
    json: 0.65,
    markup: -0.79,
    points: 1.06,
    length: 0.43,
    longLine: 0.42,
    hugeLine: 0.16,
    dense: 0.53,
    lines: -0.56,
    whole: 0.44,
    dom: 1.44,
    page: 0.52,
    sample: -1.07,
    foreign: -0.76,
    foreignSigns: -0.42,
    callout: 0.66,
    comments: 0.1,
    bareImport: -0.57,
    mustache: -0.23,
    pretty: 0.11,
    semicolons: 1.23,
    ellipsis: -0.22,
    hanging: 1,
    linkedData: 0.75,
    textShare: -0.28,
    midStart: -1.22,
    midEnd: -0.24,
    inline: -0.09,
    edge: 0.53,
    torn: -1.12,
    indent: -0.21,
    colon: -1.24,
    label: -0.91,
    talk: -1.21,
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
  bias: 0.04,
  named: 3,
  nearShown: -0.58,
  nearShownAlike: -0.64,
  nearLeaked: 0.28,
  unmoved: [
    ['dom', 0.82],
    ['longLine', 0.29],
    ['hugeLine', 0.19],
    ['json', -0.03],
    ['foreign', -0.34],
  ],
  weights: {
    style: 0.94,
    json: 0.07,
    markup: -0.49,
    points: 0.62,
    length: 0.27,
    longLine: 0.18,
    hugeLine: 0.18,
    dense: 0.23,
    lines: -0.39,
    whole: 0.21,
    dom: 0.86,
    page: 0.45,
    sample: -0.38,
    foreign: -0.27,
    foreignSigns: -0.2,
    callout: 0.51,
    comments: 0.19,
    bareImport: -0.33,
    mustache: -0.38,
    pretty: -0.06,
    semicolons: 1.16,
    ellipsis: -0.06,
    hanging: 0.77,
    linkedData: 0.51,
    textShare: -0.17,
    midStart: -0.8,
    midEnd: -0.27,
    inline: -0.16,
    edge: 0.67,
    torn: -0.5,
    indent: -0.02,
    colon: -0.59,
    label: -0.43,
    talk: -0.9,
  },
};
