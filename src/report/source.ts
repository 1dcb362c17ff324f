import { createLocator, type Position, visibleStart } from '../positions.ts';
import type { BlockDecision, Removal } from '../types.ts';
import { chooseShown } from './choice.ts';
import { escapeSource, escapeText, excerpt, wholeCharacter } from './escape.ts';
import { count, counted, score } from './numbers.ts';
import { type RuleSum, ruleKey, type Tally } from './tally.ts';
import { lookedFor } from './why.ts';

/** UTF-16 units of kept source that are shown on either side of a removal; between near ones all is shown. */
const CONTEXT = 160;
/** A removal longer than this shows its two ends and holds the rest folded. */
const LONG_REMOVAL = 1400;
const LONG_HEAD = 480;
const LONG_TAIL = 160;
/** Of one folded stretch so much is in the report: its beginning. */
const MOST_OF_A_FOLD = 50_000;
/** Of all folded stretches together: what a browser opens and searches without a pause. */
const MOST_FOLDED = 1 << 20;

/** The source of a page with its removals marked in place, and what stands between them folded. */
export function sourceView(
  source: string,
  removed: readonly Removal[],
  sums: Tally,
  blocks: readonly BlockDecision[] | undefined,
): string {
  const { shown, count: shownCount, ofEachRule } = chooseShown(removed, sums.rules);
  const reasons = new Map(
    (blocks ?? []).filter(({ kept }) => !kept).map((block) => [`${block.start} ${block.end}`, block]),
  );
  const locate = createLocator(source);
  const fold = createFolder(source);
  const parts: string[] = [];
  let hunk: { names: Set<string>; inside: string[]; first: Position } | undefined;

  const closeHunk = (): void => {
    if (hunk === undefined) return;
    parts.push(
      `<div class="hunk ${[...hunk.names].join(' ')}"><span class="ln">${count(hunk.first.line)}</span>` +
        `<div class="src">${hunk.inside.join('')}</div></div>`,
    );
    hunk = undefined;
  };

  let at = 0; // up to where the source is written
  let skipped = 0; // removals since then that are not shown
  let skippedFrom = 0;
  let skippedTo = 0;
  /** Writes the kept source up to the next shown removal, or to the end. */
  const bridge = (to: number, isEnd: boolean): void => {
    const near = hunk === undefined ? at : contextEnd(source, at, skipped > 0 ? skippedFrom : to);
    const next = isEnd ? to : contextStart(source, to, Math.max(near, skipped > 0 ? skippedTo : near));
    if (hunk !== undefined && skipped === 0 && next - near <= CONTEXT / 2) {
      hunk.inside.push(escapeSource(source.slice(at, to)));
      if (isEnd) closeHunk();
      return;
    }
    if (hunk !== undefined) {
      hunk.inside.push(escapeSource(source.slice(at, near)));
      closeHunk();
    }
    if (skipped > 0) {
      parts.push(
        `<p class="gap">${counted(skipped, 'more removal')} in ${counted(next - near, 'character')}, not shown</p>`,
      );
    } else if (next > near) {
      const from = locate(near).line;
      const line = locate(next - 1).line;
      const lines = line > from ? `lines ${count(from)}–${count(line)}, ` : `line ${count(from)}, `;
      parts.push(fold('gap', `${lines}${counted(next - near, 'character')} kept`, near, next));
    }
    if (isEnd) return;
    hunk = { names: new Set(), inside: [], first: locate(next) };
    hunk.inside.push(escapeSource(source.slice(next, to)));
  };

  removed.forEach((removal, i) => {
    if (shown[i] === 0) {
      if (skipped++ === 0) skippedFrom = removal.start;
      skippedTo = removal.end;
      return;
    }
    bridge(removal.start, false);
    skipped = 0;
    if (hunk === undefined) return;
    const sum = sums.byKey.get(ruleKey(removal));
    const slot = sum?.slot ?? 0;
    hunk.names.add(`c-${removal.category}`).add(`r${slot}`);
    hunk.inside.push(
      `<del class="c-${removal.category} r${slot}" tabindex="0" id="x${i}" aria-describedby="t${i}" ` +
        `data-rule="${excerpt(removal.rule, 60)}">${removedText(removal, fold)}` +
        `${tip(removal, i, locate, sums.wordsOf[i], sum, reasons.get(`${removal.start} ${removal.end}`))}</del>`,
    );
    at = removal.end;
  });
  bridge(source.length, true);

  const cap =
    shownCount < removed.length
      ? `<p class="cap">${count(shownCount)} of ${count(removed.length)} removals are shown, the first of each rule ` +
        `(at most ${count(ofEachRule)} of one); the figures count all of them.</p>`
      : '';
  return `${cap}<div class="source">${parts.join('\n')}</div>`;
}

/** The end of the context behind a removal: whole lines where they are short. */
function contextEnd(source: string, from: number, limit: number): number {
  const end = Math.min(limit, from + CONTEXT);
  if (end === limit) return end;
  // Searched within the slice: the line may have begun far before.
  const lineEnd = source.slice(from, end).lastIndexOf('\n');
  return lineEnd > 0 ? from + lineEnd + 1 : wholeCharacter(source, end);
}

/** The beginning of the context before a removal. */
function contextStart(source: string, to: number, limit: number): number {
  const start = Math.max(limit, to - CONTEXT);
  if (start === limit) return start;
  // Searched within the slice: the next line may begin far behind.
  const lineEnd = source.slice(start, to).indexOf('\n');
  return lineEnd >= 0 && start + lineEnd + 1 < to ? start + lineEnd + 1 : wholeCharacter(source, start);
}

type Fold = (name: string, summary: string, from: number, to: number) => string;

/** Makes stretches of source that a reader can unfold, up to a sum of text that a browser bears. */
function createFolder(source: string): Fold {
  let room = MOST_FOLDED;
  return (name, summary, from, to) => {
    const length = Math.min(to - from, MOST_OF_A_FOLD, room);
    if (length < to - from && length < CONTEXT) {
      return `<p class="${name}">${escapeText(summary)}, not in this report</p>`;
    }
    room -= length;
    const end = from + length === to ? to : wholeCharacter(source, from + length);
    const rest = end < to ? `<p class="cap">${counted(to - end, 'more character')}, not in this report</p>` : '';
    return (
      `<details class="${name}"><summary>${escapeText(summary)}</summary>` +
      `<div class="src">${escapeSource(source.slice(from, end))}</div>${rest}</details>`
    );
  };
}

function removedText({ start, text }: Removal, fold: Fold): string {
  if (text.length <= LONG_REMOVAL) return escapeSource(text);
  const head = wholeCharacter(text, LONG_HEAD);
  const tail = wholeCharacter(text, text.length - LONG_TAIL);
  const middle = fold('more', `${counted(tail - head, 'more character')}`, start + head, start + tail);
  return `${escapeSource(text.slice(0, head))}${middle}${escapeSource(text.slice(tail))}`;
}

/** What hover or focus shows of a removal. */
function tip(
  removal: Removal,
  index: number,
  locate: (offset: number) => Position,
  words: number,
  sum: RuleSum | undefined,
  block: BlockDecision | undefined,
): string {
  const { rule, category, start, end, text } = removal;
  const from = locate(visibleStart(start, text));
  const to = locate(end - 1);
  const place = `${count(from.line)}:${count(from.column)}${to.line > from.line ? ` to line ${count(to.line)}` : ''}`;
  const looked = lookedFor(removal);
  const why = [
    looked === '' ? '' : `<span>looks for ${looked}</span>`,
    block === undefined ? '' : `<span>score ${score(block.score)}: ${excerpt(block.reason, 200)}</span>`,
  ].join('');
  const size = [counted(text.length, 'character')];
  if (words > 0) size.push(counted(words, 'word'));
  if ((sum?.removals ?? 1) > 1) size.push(`one of ${count(sum?.removals ?? 1)} by this rule`);
  return (
    `<span class="tip" role="tooltip" id="t${index}"><b>${excerpt(rule, 120)}</b><span class="k">${category}</span>` +
    `<span>line ${place}</span><span>offsets ${start}–${end}</span><span>${size.join(', ')}</span>${why}</span>`
  );
}
