/**
 * A long text is rewritten piece by piece: what the engine notes of each match takes up to 30 times the room of a text
 * that is nothing but matches.
 */
const PIECE = 65536;
/**
 * So many rewritten pieces are put together at once: what `replace` and `+=` give is a chain of pieces, which takes as
 * much until it is joined. (`split` and `join` take as long as `replace` and give a plain string.)
 */
const BATCH = 4;

const SPACE = /[\s\x85]/;

/** Whether a cut before `at` tears neither a run of white space nor a character. */
function isBetween(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800;
  return !SPACE.test(text[at]);
}

/**
 * What `rewrite` makes of a text. Pieces end where `isBorder` says that `rewrite` sees nothing that spans the place; by
 * default that may be any but within a character or a run of white space.
 */
export function inPieces(
  text: string,
  rewrite: (piece: string) => string,
  isBorder: (text: string, at: number) => boolean = isBetween,
): string {
  if (text.length <= PIECE) return rewrite(text);
  const whole: string[] = [];
  let pieces: string[] = [];
  for (let from = 0, to = PIECE; from < text.length; from = to, to += PIECE) {
    while (to < text.length && !isBorder(text, to)) to++;
    pieces.push(rewrite(text.slice(from, to)));
    if (pieces.length < BATCH) continue;
    whole.push(pieces.join(''));
    pieces = [];
  }
  whole.push(...pieces);
  return whole.join('');
}
