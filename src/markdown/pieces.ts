/** As many pieces are joined at once. */
const CHUNK = 4096;
/** An array that is pushed to has room for so many entries from the first. */
const SPARE = 16;

/** Text that comes in pieces: strings put together one by one take 32 bytes for each piece of a character or two. */
export class Pieces {
  #pieces: string[] = [];
  readonly #chunks: string[] = [];

  add(piece: string): void {
    if (this.#pieces.push(piece) < CHUNK) return;
    this.#chunks.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  joined(): string {
    return this.#chunks.length === 0 ? this.#pieces.join('') : this.#chunks.join('') + this.#pieces.join('');
  }
}

/** The same list without room for more, which small ones have more of than entries. */
export function fitted<T>(list: T[]): T[] {
  return list.length < SPARE ? list.slice() : list;
}
