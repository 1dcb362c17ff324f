import { clean, strip } from '../index.ts';
import { readInput } from '../input.ts';
import { typeName } from '../removals.ts';
import { rulesFor } from '../rules/built-in.ts';
import { createTextStripper, type TextStripper } from '../text-stream.ts';
import type { CleanOptions, CleanResult, StripOptions, StripResult } from '../types.ts';
import { type Cleaner, cleanRecord, type FailedRecord, type InputRecord, type OutputRecord } from './records.ts';

export type { FailedRecord, InputRecord, OutputRecord };

/**
 * Records in, records with the fields of `clean`'s result out: one for one, in order, and no faster than they are read.
 * A record for which there is no result comes out as `{ id, error }`, and the others go on.
 *
 * @throws {TypeError} where an option is of the wrong type.
 */
export function cleanStream(
  options: CleanOptions = {},
): TransformStream<InputRecord, OutputRecord<CleanResult> | FailedRecord> {
  readInput('cleanStream', '', options);
  return recordStream(clean, options);
}

/**
 * Takes leaked code, labels and promo lines out of a text that comes in chunks of any size, in bounded memory; what
 * comes out is what `strip` gives for the whole. Without `maxLength` a text may be of any length.
 *
 * @throws {TypeError} where an option is of the wrong type.
 */
export function stripStream(options: StripOptions & { type: 'text' }): TransformStream<string, string>;
/**
 * Records in, where the first chunk is no string: records with the fields of `strip`'s result out: one for one, in order, and no faster than they are read.
 * A record for which there is no result comes out as `{ id, error }`, and the others go on.
 *
 * @throws {TypeError} where an option is of the wrong type.
 */
export function stripStream(
  options?: StripOptions,
): TransformStream<InputRecord, OutputRecord<StripResult> | FailedRecord>;
export function stripStream(options: StripOptions = {}): TransformStream<unknown, unknown> {
  const { options: given } = readInput('stripStream', '', options);
  return given.type === 'text' ? textStream(given) : recordStream(strip, options);
}

function recordStream<Options extends StripOptions, Result extends object>(
  cleaner: Cleaner<Options, Result>,
  options: Options,
): TransformStream<unknown, OutputRecord<Result> | FailedRecord> {
  return new TransformStream({
    transform(record, controller) {
      controller.enqueue(cleanRecord<Options, Result>(record, cleaner, options));
    },
  });
}

/** The first chunk says whether a text comes in chunks or whether texts come in records. */
function textStream(options: StripOptions): TransformStream<unknown, unknown> {
  const { remove, maxLength = Number.POSITIVE_INFINITY } = options;
  const stripper: TextStripper = createTextStripper(
    rulesFor(options.rules),
    (category) => remove?.includes(category) ?? true,
  );
  let room = maxLength;
  let first: 'text' | 'records' | undefined;
  return new TransformStream<unknown, unknown>({
    transform(chunk, controller) {
      first ??= typeof chunk === 'string' ? 'text' : 'records';
      if (first === 'records') {
        controller.enqueue(cleanRecord<StripOptions, StripResult>(chunk, strip, options));
        return;
      }
      if (typeof chunk !== 'string') throw new TypeError(`stripStream: chunks must be strings, got ${typeName(chunk)}`);
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
