import type { BlockDecision, Metadata, PageType, Removal } from './types.ts';

/** What stripping gives, before the facts about the input are added. */
export interface Stripped {
  readonly output: string;
  readonly removed: Removal[];
}

/** What cleaning gives, before the facts about the input are added. */
export interface Article {
  readonly removed: Removal[];
  readonly text: string;
  readonly html: string;
  readonly metadata: Metadata;
  readonly pageType: PageType;
  readonly confidence: number;
  readonly blocks: BlockDecision[] | undefined;
}
