import type { Category } from '../types.ts';

/** A span of leaked code in a text whose tags are gone. */
export interface Leak {
  /** UTF-16 offset of the first character of the code, white space before it not included. */
  start: number;
  /** UTF-16 offset after the last character of the code. */
  end: number;
  kind: Kind;
  /** The rule that names it: a vendor's, or `style/rule`, `script/statement`, `data/json`, `data/markup`. */
  rule: string;
  category: Category;
  /** How sure it is that this code leaked and is not shown by the writer: 0..1. */
  score: number;
  /** The main reasons, in words. */
  reason: string;
}

/** The language of a leak: CSS, JavaScript, or data (JSON, serialised state, markup). */
export type Kind = 'style' | 'script' | 'data';

/** What a rule calls a piece of code. */
export interface NamedCode {
  rule: string;
  category: Category;
}

/** Knows the signatures of vendors; given by the caller so that no vendor's name stands in the scanner. */
export interface CodeNamer {
  /** The rule that a span of script or JSON falls under, if any. */
  script(source: string, start: number, end: number): NamedCode | undefined;
  /** The rule that a span of CSS falls under, if any. */
  style(source: string, start: number, end: number): NamedCode | undefined;
}

/** What a reader made of the text at an offset. */
export interface Reading {
  /** Offset after the last character that belongs to the code; equal to the start where there is none. */
  end: number;
  /** Evidence that this is code and no prose, in points; CODE_POINTS and more are enough. */
  points: number;
  /** Whether the code is whole: brackets balanced, statement or rule ended. */
  whole: boolean;
}
