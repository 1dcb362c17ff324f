import { grown } from './grown.ts';

/** A stack of integers, four bytes each: a plain array takes eight, and twice that for a while whenever it grows. */
export class IntStack {
  length = 0;
  #items: Int32Array = new Int32Array(64);

  push(item: number): void {
    this.#items = grown(this.#items, this.length);
    this.#items[this.length++] = item;
  }

  /** To be called while there is something to take. */
  pop(): number {
    return this.#items[--this.length];
  }

  at(place: number): number {
    return this.#items[place];
  }

  set(place: number, item: number): void {
    this.#items[place] = item;
  }

  swap(a: number, b: number): void {
    const item = this.#items[a];
    this.#items[a] = this.#items[b];
    this.#items[b] = item;
  }
}
