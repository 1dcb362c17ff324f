import type { Rule, Signature } from '../types.ts';

/** All signatures of a list of rules, numbered one after the other from 0 on. */
export interface SignatureList {
  /** The rule at a place in the list. */
  readonly ruleAt: (order: number) => Rule;
  /** The number of each rule's first signature. */
  readonly starts: readonly number[];
}

/** The signatures of a rule as a list. */
export function signaturesOf({ match }: Rule): readonly Signature[] {
  return Array.isArray(match) ? (match as readonly Signature[]) : [match as Signature];
}

export function signatureList(rules: readonly Rule[]): SignatureList {
  const starts: number[] = [];
  let next = 0;
  for (const rule of rules) {
    starts.push(next);
    next += signaturesOf(rule).length;
  }
  return { ruleAt: (order) => rules[order], starts };
}

/** A signature with its rule; `order` is the rule's place in the list. */
export interface ListedSignature {
  readonly rule: Rule;
  readonly order: number;
  readonly signature: Signature;
}

/** The signature of a number. */
export function signatureAt({ ruleAt, starts }: SignatureList, number: number): ListedSignature {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  const rule = ruleAt(low);
  return { rule, order: low, signature: signaturesOf(rule)[number - starts[low]] };
}
