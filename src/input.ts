import { decode } from './decode.ts';
import { detectType } from './detect.ts';
import { typeName } from './removals.ts';
import type { CleanOptions } from './types.ts';

/** UTF-16 units that are looked at where the caller sets no `maxLength`. */
export const MAX_LENGTH: number = 16 * 1024 * 1024;
const CATEGORIES = new Set(['ad', 'tracker', 'consent', 'widget', 'label', 'promo', 'style', 'script', 'data']);

/** A checked and decoded input. */
export interface Input {
  readonly source: string;
  readonly type: 'html' | 'text';
  /** Only where the input was bytes. */
  readonly encoding: string | undefined;
  readonly truncated: boolean;
  /** The options without those that are null: JSON has no other word for what is not there. */
  readonly options: CleanOptions;
}

/**
 * Checks the arguments of `clean` and `strip`, decodes bytes, cuts off what is too long and finds out what it is.
 *
 * @throws {TypeError} that says what was expected and what came.
 */
export function readInput(name: string, input: unknown, given: CleanOptions): Input {
  if (typeof input !== 'string' && !isBytes(input)) {
    throw new TypeError(`${name}: input must be a string or Uint8Array, got ${typeName(input)}`);
  }
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`${name}: options must be an object, got ${typeName(given)}`);
  }
  const options: CleanOptions = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  checkOptions(name, options);
  const { type = 'auto', maxLength = MAX_LENGTH, contentType } = options;
  // A code unit takes four bytes at most: no more need be decoded than can be looked at.
  const decoded =
    typeof input === 'string'
      ? undefined
      : decode(input.subarray(0, Math.min(input.length, maxLength * 4 + 4)), contentType);
  const whole = typeof input === 'string' ? input : (decoded?.text ?? '');
  const source = whole.length > maxLength ? whole.slice(0, maxLength) : whole;
  return {
    source,
    type: type === 'auto' ? detectType(source) : type,
    encoding: decoded?.encoding,
    truncated: whole.length > maxLength,
    options,
  };
}

/** Whether a value is a Uint8Array (or a Buffer), also one of another realm: a frame, a vm, a test runner. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

function checkOptions(name: string, options: CleanOptions): void {
  const expect = (field: keyof CleanOptions, good: boolean, expected: string): void => {
    if (!good) throw new TypeError(`${name}: options.${field} must be ${expected}, got ${shown(options[field])}`);
  };
  const { type, url, remove, rules, filters, contentType, maxLength, favor, explain } = options;
  expect('type', type === undefined || ['auto', 'html', 'text'].includes(type), "'auto', 'html' or 'text'");
  expect('url', url === undefined || typeof url === 'string', 'a string');
  expect(
    'remove',
    remove === undefined || (Array.isArray(remove) && remove.every((category) => CATEGORIES.has(category))),
    `an array of categories (${[...CATEGORIES].join(', ')})`,
  );
  expect('rules', rules === undefined || Array.isArray(rules), 'an array of rules');
  expect('filters', filters === undefined || typeof filters?.match === 'function', "an engine of 'adstrip/filters'");
  expect('contentType', contentType === undefined || typeof contentType === 'string', 'a string');
  expect('maxLength', maxLength === undefined || (Number.isInteger(maxLength) && maxLength >= 0), 'a whole number');
  expect(
    'favor',
    favor === undefined || ['balance', 'precision', 'recall'].includes(favor),
    "'balance', 'precision' or 'recall'",
  );
  expect('explain', explain === undefined || typeof explain === 'boolean', 'a boolean');
}

/** A wrong value as an error message shows it: a short string as it is, anything else by its type. */
function shown(value: unknown): string {
  return typeof value === 'string' && value.length <= 40 ? `'${value}'` : typeName(value);
}
