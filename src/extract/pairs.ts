import { IntStack } from '../tree/int-stack.ts';

/**
 * Numbers for pairs of integers, from 0 on, in the order in which they first come. The table grows with the number of
 * different pairs: a flood of blocks is of a few kinds.
 */
export class PairNumbers {
  readonly #firsts: IntStack = new IntStack();
  readonly #seconds: IntStack = new IntStack();
  /** Numbers + 1, at most half full; the length is a power of two. */
  #table: Int32Array = new Int32Array(64);

  get size(): number {
    return this.#firsts.length;
  }

  numberOf(first: number, second: number): number {
    const mask = this.#table.length - 1;
    let at = hashOf(first, second) & mask;
    for (let found = this.#table[at]; found > 0; found = this.#table[at]) {
      if (this.#firsts.at(found - 1) === first && this.#seconds.at(found - 1) === second) return found - 1;
      at = (at + 1) & mask;
    }
    this.#firsts.push(first);
    this.#seconds.push(second);
    this.#table[at] = this.size;
    if (this.size * 2 > mask) this.#grow();
    return this.size - 1;
  }

  #grow(): void {
    const mask = this.#table.length * 2 - 1;
    const table = new Int32Array(mask + 1);
    for (let number = 0; number < this.size; number++) {
      let at = hashOf(this.#firsts.at(number), this.#seconds.at(number)) & mask;
      while (table[at] > 0) at = (at + 1) & mask;
      table[at] = number + 1;
    }
    this.#table = table;
  }
}

function hashOf(first: number, second: number): number {
  return Math.imul(first ^ Math.imul(second + 1, 0x9e3779b1), 0x85ebca6b) >>> 7;
}
