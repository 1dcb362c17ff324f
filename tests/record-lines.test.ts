import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedRecord, mergedRecord, rawMembers } from '../src/shells/record-lines.ts';
import { cleanRecord } from '../src/shells/records.ts';

const RESULT = { type: 'html', removed: [], text: 'a "text"', wordCount: 2 };

/** JSON of a value with blanks wherever they may stand, and characters as escapes here and there. */
const loosely = (value: unknown, blank: string): string => {
  if (Array.isArray(value))
    return `[${blank}${value.map((item) => loosely(item, blank)).join(`${blank},${blank}`)}${blank}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, item]) => `${escaped(name)}${blank}:${blank}${loosely(item, blank)}`,
    );
    return `{${blank}${members.join(`${blank},${blank}`)}${blank}}`;
  }
  return typeof value === 'string' ? escaped(value) : JSON.stringify(value);
};
const escaped = (text: string): string => JSON.stringify(text).replaceAll('a', '\\u0061').replaceAll('/', '\\/');

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('id', 'url', 'html', 'text', 'type', 'input', '__proto__', 'constructor', '1', 'a"\\{'),
);
const objects = fc.dictionary(names, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 });
const blanks = fc.constantFrom('', ' ', '\t', ' \r ');

describe('rawMembers', () => {
  it('finds the members that JSON.parse finds, as they are written', () => {
    fc.assert(
      fc.property(objects, blanks, (object, blank) => {
        const members = rawMembers(loosely(object, blank));
        expect([...members.keys()].sort()).toEqual(Object.keys(object).sort());
        for (const [name, member] of members) {
          expect(Object.entries(JSON.parse(`{${member}}`))).toEqual([[name, JSON.parse(JSON.stringify(object[name]))]]);
        }
      }),
    );
  });

  it('keeps numbers, escapes and the order of names to the letter', () => {
    const json = '{"z":12345678901234567890.10, "10":1e400,"a":"\\u00e9\\/" ,"2":[1.0, -0]}';
    expect([...rawMembers(json).values()]).toEqual([
      '"z":12345678901234567890.10',
      '"10":1e400',
      '"a":"\\u00e9\\/"',
      '"2":[1.0, -0]',
    ]);
  });

  it('takes the last of members with one name, at the place of the first', () => {
    expect([...rawMembers('{"a":1,"b":2,"\\u0061":3}').values()]).toEqual(['"\\u0061":3', '"b":2']);
  });

  it('takes linear time for many escapes', () => {
    const long = '\\\\'.repeat(500_000);
    expect(rawMembers(`{"a":"${long}","b":"${'\\"'.repeat(500_000)}","c":0}`).get('c')).toBe('"c":0');
  });
});

describe('mergedRecord', () => {
  const merged = (json: string, indent: 0 | 2): unknown => JSON.parse(mergedRecord(rawMembers(json), RESULT, indent));

  it('gives what cleanRecord gives', () => {
    fc.assert(
      fc.property(objects, blanks, (object, blank) => {
        const record = { ...JSON.parse(JSON.stringify(object)), html: '<p>x</p>', url: 'https://a.example/' };
        const json = loosely(record, blank);
        const expected = JSON.parse(JSON.stringify(cleanRecord(JSON.parse(json), () => RESULT, {})));
        expect(merged(json, 0)).toEqual(expected);
        expect(merged(json, 2)).toEqual(expected);
      }),
    );
  });

  it('is one line', () => {
    expect(mergedRecord(rawMembers('{"id":1,"text":"a\\nb"}'), { text: 'a\nb' }, 0)).toBe('{"id":1,"text":"a\\nb"}');
  });

  it('puts fields that are called like ours into input', () => {
    expect(mergedRecord(rawMembers('{"type":1.0,"input":{"a":2},"html":""}'), { type: 'html' }, 0)).toBe(
      '{"type":"html","input":{"type":1.0,"input":{"a":2}}}',
    );
  });
});

describe('failedRecord', () => {
  it('has the id as it was written, or null', () => {
    expect(failedRecord('"id":12345678901234567890', 'a "b"')).toBe('{"id":12345678901234567890,"error":"a \\"b\\""}');
    expect(failedRecord(undefined, 'x')).toBe('{"id":null,"error":"x"}');
  });
});
