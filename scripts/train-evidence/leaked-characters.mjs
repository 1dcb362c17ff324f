// Which characters of a dirty text leaked: those that its gold text does not account for.

/**
 * The most characters of gold that are looked for at once. Few find a piece too early, within code that says the same;
 * many too late, where leaks stand between all words: the first that accounts for all of gold is taken.
 */
const MOST = [256, 64, 24];

/**
 * A byte for each UTF-16 unit of `dirty`, 1 where it leaked; undefined where gold is not what is left of dirty. White
 * space is in neither. Gold is dirty with stretches taken out, so both are gone through together; where they part,
 * gold goes on where the longest piece of what is left of it comes next.
 */
export function leakedCharacters(dirty, gold) {
  const at = []; // offsets of the characters that are no white space
  for (let i = 0; i < dirty.length; i++) if (!isSpace(dirty.charCodeAt(i))) at.push(i);
  const from = dirty.replace(SPACE, '');
  const to = gold.replace(SPACE, '');
  if (from.length !== at.length) return undefined;
  for (const most of MOST) {
    const extra = align(from, to, most);
    if (extra === undefined) continue;
    const leaked = new Uint8Array(dirty.length);
    for (let i = 0; i < at.length; i++) leaked[at[i]] = extra[i];
    return leaked;
  }
  return undefined;
}

/** A byte for each character of `from`, 1 where `to` does not have it; undefined where it leaves a rest of `to`. */
function align(from, to, most) {
  const extra = new Uint8Array(from.length);
  let i = 0;
  let j = 0;
  while (i < from.length) {
    if (j < to.length && from.charCodeAt(i) === to.charCodeAt(j)) {
      i++;
      j++;
      continue;
    }
    const next = j < to.length ? findLongest(from, i, to, j, most) : from.length;
    if (next < 0) return undefined;
    while (i < next) extra[i++] = 1;
  }
  return j === to.length ? extra : undefined;
}

/** Where the longest prefix of `to` from `j`, up to `most` characters, next occurs in `from` at or after `i`. */
function findLongest(from, i, to, j, most) {
  let best = -1;
  let low = 1;
  let high = Math.min(most, to.length - j);
  while (low <= high) {
    const length = (low + high + 1) >> 1;
    const found = from.indexOf(to.slice(j, j + length), i);
    if (found < 0) {
      high = length - 1;
    } else {
      best = found;
      low = length + 1;
    }
  }
  return best;
}

const SPACE = /\s+/g;
const isSpace = (code) => (code <= 32 || code >= 128) && /\s/.test(String.fromCharCode(code));
