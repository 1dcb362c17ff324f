import { DOCTYPE, HIDDEN, KNOWN_TAGS, TAG_FLAGS, TEXT, tag } from '../tree/tags.ts';
import { type Tree, textData } from '../tree/tree.ts';
import type { BlockDecision, CleanOptions, PageType } from '../types.ts';
import { type Page, segment } from './blocks.ts';
import { readFacts } from './facts.ts';
import { FEATURES, rowWriter, writePage } from './features.ts';
import { textOutsideMarkup } from './json-text.ts';
import { type Judgement, judge } from './judge.ts';
import { keepImages, keepLeaves } from './leaves.ts';
import { type Model, model } from './model.ts';
import { pathType } from './path-type.ts';
import { averageRow, reasonsFor } from './reasons.ts';
import { keepByRules } from './rules.ts';
import { isParagraph } from './sums.ts';
import { isWall } from './walls.ts';

export interface Extraction {
  /** One entry a node: 1 for each leaf (text, img, br, hr) that belongs to the content. */
  keep: Uint8Array;
  /** Paragraphs that the page gives outside its markup, where the markup holds next to nothing. */
  fallbackText?: string;
  pageType: PageType;
  /** 0..1: the expected word-F1 of what is kept. */
  confidence: number;
  /** With `explain`: every block in order. */
  blocks?: BlockDecision[];
}

export type ExtractOptions = Pick<CleanOptions, 'url' | 'favor' | 'explain'>;

const BODY = tag('body');
const HEAD = tag('head');
const HTML = tag('html');

/** With fewer kept words than this, and fewer than `POOR_PAGE_WORDS` on the page, the markup holds next to nothing. */
const POOR_WORDS = 25;
const POOR_PAGE_WORDS = 60;
/** The type model has seen whole pages only: of fewer words than this, it is no judge. */
const TYPED_WORDS = 200;
/** What may be expected at most of a page of fewer words than `POOR_PAGE_WORDS`: most of them are shells and walls. */
const POOR_CONFIDENCE = 0.4;
/** What is to be expected of a text from outside the markup. */
const FALLBACK_CONFIDENCE = 0.5;

/** The text of a block, white space collapsed. */
function blockText(page: Page, block: number): string {
  const { kind, last } = page.tree;
  let text = '';
  for (let i = page.first[block]; i < page.behind[block]; ) {
    const k = kind[i];
    if (k > TEXT && k < KNOWN_TAGS && (TAG_FLAGS[k] & HIDDEN) !== 0) {
      i = last[i];
      continue;
    }
    if (k === TEXT) text += textData(page.tree, i);
    i++;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function explainBlocks(page: Page, { scores, kept, features }: Judgement, { blocks: forest }: Model): BlockDecision[] {
  const average = averageRow(page, features);
  const row = new Float32Array(FEATURES);
  const write = rowWriter(page, features);
  writePage(features, row, 0);
  const decisions: BlockDecision[] = [];
  for (let b = 0; b < page.blocks; b++) {
    write(b, row, 0);
    decisions.push({
      start: page.tree.start[page.first[b]],
      end: page.tree.end[page.behind[b] - 1],
      kept: kept[b] === 1,
      score: scores[b],
      reason: reasonsFor(page, b, kept[b] === 1, row, average, forest),
      text: blockText(page, b),
    });
  }
  return decisions;
}

/** Whether the source is a piece of markup rather than a page. */
function isFragment(tree: Tree): boolean {
  for (let i = 1; i < tree.count; i++) {
    const kind = tree.kind[i];
    if (kind === DOCTYPE || kind === HTML || kind === BODY || kind === HEAD) return false;
  }
  return true;
}

/** Words of a page and of its kept blocks, those in running text among them. */
function countWords(page: Page, kept: Uint8Array): { all: number; kept: number; running: number } {
  const counts = { all: 0, kept: 0, running: 0 };
  for (let b = 0; b < page.blocks; b++) {
    counts.all += page.words[b];
    if (kept[b] === 0) continue;
    counts.kept += page.words[b];
    if (isParagraph(page, b)) counts.running += page.words[b];
  }
  return counts;
}

/**
 * The main content of a page: which of its leaves belong to it, what kind of page it is, how sure that is.
 *
 * @param room columns that nobody reads any more: what is made of the page is written over them.
 */
export function extract(
  tree: Tree,
  removed: Uint8Array,
  options: ExtractOptions = {},
  room: Int32Array[] = [],
): Extraction {
  const weights = model();
  const facts = readFacts(tree, options.url);
  const page = segment(tree, removed, { marked: facts.marked, dictionary: weights.dictionary }, room);
  const judgement = judge(page, facts, weights, options.favor ?? 'balance');
  const { kept } = judgement;
  let { pageType, confidence } = judgement;
  const words = countWords(page, kept);

  const keptText = (): string => {
    let text = facts.title;
    for (let b = 0; b < page.blocks; b++) if (kept[b] === 1) text += `\n${blockText(page, b)}`;
    return text;
  };
  if (isWall(words.all, words.kept, keptText)) {
    kept.fill(0);
    words.kept = 0;
  } else if (words.kept === 0 && isFragment(tree)) {
    // The model has seen whole pages only; of a piece of markup, all that is text was meant.
    kept.set(keepByRules(page));
    words.kept = countWords(page, kept).kept;
  }
  if (words.all < TYPED_WORDS) {
    pageType = pathType(options.url) ?? (words.running * 2 > words.all ? 'article' : 'other');
  }
  if (words.all < POOR_PAGE_WORDS) confidence = Math.min(confidence, POOR_CONFIDENCE);

  keepImages(page, kept);
  const extraction: Extraction = { keep: keepLeaves(page, removed, kept), pageType, confidence };
  const poor = words.kept < POOR_WORDS && words.all < POOR_PAGE_WORDS;
  const fallbackText = poor ? textOutsideMarkup(tree) : undefined;
  if (fallbackText !== undefined) {
    extraction.fallbackText = fallbackText;
    extraction.pageType = 'article';
    extraction.confidence = FALLBACK_CONFIDENCE;
  } else if (words.kept === 0) {
    extraction.pageType = 'other';
    extraction.confidence = 0;
  }
  if (options.explain === true) extraction.blocks = explainBlocks(page, judgement, weights);
  return extraction;
}
