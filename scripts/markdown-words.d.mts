import type { Root } from 'mdast';

export function read(markdown: string): Root;
export function firstDifference(text: string, markdown: string): { expected: string; got: string } | undefined;
