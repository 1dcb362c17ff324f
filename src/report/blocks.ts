import { createLocator, visibleStart } from '../positions.ts';
import type { BlockDecision, Removal } from '../types.ts';
import { excerpt } from './escape.ts';
import { count, counted, score } from './numbers.ts';

/** Blocks that are listed; there are some 300 on a page. */
const MOST_BLOCKS = 3000;
const EXCERPT = 220;
/** Scores between these are close calls: where the model was least sure. */
const CLOSE_FROM = 0.25;
const CLOSE_TO = 0.75;

/** The blocks of a page in order: kept against dropped, with scores and reasons. */
export function blocksView(source: string, blocks: readonly BlockDecision[], removed: readonly Removal[]): string {
  if (blocks.length === 0) return '<p class="note">There are none.</p>';
  const listed = blocks.slice(0, MOST_BLOCKS);
  const locate = createLocator(source);
  let line = 1;
  let place = 0;
  let r = 0;
  const items = listed.map(({ start, end, kept, score: value, reason, text }) => {
    // In order; where they should not be, the line stays that of the block before.
    const from = visibleStart(start, text);
    if (from >= place) {
      place = Math.min(from, source.length);
      line = locate(place).line;
    }
    while (r < removed.length && removed[r].end <= start) r++;
    const cutBy = kept && r < removed.length && removed[r].start < end ? removed[r].rule : undefined;
    const close = value >= CLOSE_FROM && value <= CLOSE_TO;
    const why =
      cutBy === undefined ? excerpt(reason, 240) : `${excerpt(reason, 240)}; cut by <code>${excerpt(cutBy, 60)}</code>`;
    return (
      `<li class="${kept ? 'yes' : 'no'}${close ? ' close' : ''}"><span class="is">${kept ? 'kept' : 'dropped'}</span>` +
      `<span class="num">${score(value)}</span><span class="text">${text.trim() === '' ? '<span class="n">no text</span>' : excerpt(text, EXCERPT)}</span>` +
      `<span class="why">${why} <span class="n">· line ${count(line)}</span></span></li>`
    );
  });
  const kept = blocks.reduce((sum, block) => sum + (block.kept ? 1 : 0), 0);
  const close = listed.reduce((sum, { score: value }) => sum + (value >= CLOSE_FROM && value <= CLOSE_TO ? 1 : 0), 0);
  const cap =
    blocks.length > MOST_BLOCKS
      ? `<p class="cap">The first ${count(MOST_BLOCKS)} of ${count(blocks.length)} blocks are listed.</p>`
      : '';
  return (
    `${ribbon(listed)}<p class="ends n"><span>every block in the order of the page, as high as its score</span></p>` +
    '<form autocomplete="off"><fieldset class="pick"><legend class="skip">Blocks to list</legend>' +
    `${radio('all', `all ${count(blocks.length)}`, true)}${radio('yes', `${counted(kept, 'kept', 'kept')}`, false)}` +
    `${radio('no', `${count(blocks.length - kept)} dropped`, false)}${radio('close', `${counted(close, 'close call')}`, false)}` +
    `</fieldset></form>${cap}<ol class="blocks">${items.join('\n')}</ol>`
  );
}

function radio(name: string, label: string, checked: boolean): string {
  return `<label><input type="radio" name="b" id="b-${name}"${checked ? ' checked' : ''}>${label}</label>`;
}

/** One thin bar a block. */
function ribbon(blocks: readonly BlockDecision[]): string {
  const path = (wanted: boolean): string =>
    blocks
      .map(({ kept, score: value }, i) => {
        if (kept !== wanted) return '';
        const height = Math.max(1, Math.min(100, Math.round(value * 100)));
        return `M${i} 100v-${height}h.8v${height}z`;
      })
      .join('');
  return (
    `<svg class="ribbon" viewBox="0 0 ${Math.max(1, blocks.length)} 100" preserveAspectRatio="none" role="img" ` +
    `aria-label="The scores of all blocks"><path class="no" d="${path(false)}"/><path class="yes" d="${path(true)}"/></svg>`
  );
}
