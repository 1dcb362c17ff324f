import { readInput } from '../input.ts';
import { rulesFor } from '../rules/built-in.ts';
import { createTextStripper } from '../text-stream.ts';
import type { StripOptions } from '../types.ts';

/**
 * Takes leaked code, labels and promo lines out of a text that comes in chunks of any size, in bounded memory; what
 * comes out is what `strip` gives for the whole. Without `maxLength` a text may be of any length.
 *
 * @throws {TypeError} where an option is of the wrong type, or `type` is not 'text': pages need the whole source.
 */
export function stripStream(options: StripOptions & { type: 'text' }): TransformStream<string, string> {
  const { options: given } = readInput('stripStream', '', options);
  if (given.type !== 'text') throw new TypeError("stripStream: options.type must be 'text'");
  const { remove, maxLength = Number.POSITIVE_INFINITY } = given;
  const stripper = createTextStripper(rulesFor(given.rules), (category) => remove?.includes(category) ?? true);
  let room = maxLength;
  return new TransformStream<string, string>({
    transform(chunk, controller) {
      if (typeof chunk !== 'string') throw new TypeError(`stripStream: chunks must be strings, got ${typeof chunk}`);
      const read = chunk.slice(0, room);
      room -= read.length;
      const output = stripper.push(read);
      if (output !== '') controller.enqueue(output);
    },
    flush(controller) {
      const output = stripper.end();
      if (output !== '') controller.enqueue(output);
    },
  });
}
