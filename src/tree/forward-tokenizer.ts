import { Tokenizer } from 'htmlparser2';

/**
 * htmlparser2's tokenizer, but it goes on to the next `<` of a script, or to the end of a long value, by the engine's own
 * search for a character: half of most pages is code that only has to be passed over.
 */
export class ForwardTokenizer extends Tokenizer {}

/** What is used of the tokenizer's own state, which its types keep to themselves. */
interface State {
  readonly buffer: string;
  /** What of the source was dropped before `buffer`. */
  readonly offset: number;
  index: number;
}

/** Values are mostly shorter than this, and quicker gone through than searched. */
const NEAR = 24;

/** Goes on to the next `unit` behind the index; to the last unit, and false, where there is none. */
function fastForwardTo(this: State, unit: number): boolean {
  const { buffer, offset } = this;
  let at = this.index + 1 - offset;
  const near = Math.min(buffer.length, at + NEAR);
  while (at < near && buffer.charCodeAt(at) !== unit) at++;
  if (at === near) at = buffer.indexOf(String.fromCharCode(unit), near);
  const found = at >= 0;
  this.index = (found ? at : buffer.length - 1) + offset;
  return found;
}

Object.defineProperty(ForwardTokenizer.prototype, 'fastForwardTo', { value: fastForwardTo });
