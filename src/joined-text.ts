/** As many pieces are put together at once. */
const CHUNK = 4096;

/** A text that comes in pieces: a million of them would take ten times the text's room. */
export class JoinedText {
  #pieces: string[] = [];
  readonly #chunks: string[] = [];

  add(piece: string): void {
    if (this.#pieces.push(piece) < CHUNK) return;
    this.#chunks.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  joined(): string {
    const rest = this.#pieces.join('');
    return this.#chunks.length === 0 ? rest : this.#chunks.join('') + rest;
  }
}
