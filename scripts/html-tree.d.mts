import type { Quotations } from '../src/render/quotations.ts';

export function meantTree(html: string): string[];
export function parsedTree(html: string): string[];
export function treeDifference(expected: readonly string[], actual: readonly string[]): string | undefined;
export function wordDifference(tree: readonly string[], text: string, quotations: Quotations): string | undefined;
