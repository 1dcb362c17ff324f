// Runs html5lib's public tests (https://github.com/html5lib/html5lib-tests, MIT) through the built package:
//
//   node scripts/check-html5lib.mjs FOLDER        (with tokenizer/*.test and encoding/*.dat in it)
//
// Every input has to keep the promises (no exception, restore, safe HTML): one that does not fails. How far our tree and
// decode() agree with the standard is printed, with the disagreements by cause. The tests are not part of this project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeEncoding } from '@exodus/bytes/encoding.js';
import { decode } from '../dist/decode.js';
import { parse } from '../dist/tree/parse.js';
import { COMMENT, DOCTYPE, RAW, TAG_FLAGS, TAG_NAMES, TEXT } from '../dist/tree/tags.js';
import { attributeValue, commentData, textData } from '../dist/tree/tree.js';
import { checkAll } from './promises.mjs';

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'tokenizer'))) {
  console.log('SKIPPED: no folder of html5lib-tests was given (node scripts/check-html5lib.mjs FOLDER)');
  process.exit(0);
}

let inputs = 0;
const broken = [];
function promise(input, options) {
  inputs++;
  try {
    checkAll(input, options, true);
  } catch (error) {
    broken.push(
      `${JSON.stringify(typeof input === 'string' ? input : Buffer.from(input).toString('latin1')).slice(0, 200)}: ${error.message}`,
    );
  }
}

// Tokens

const unescaped = (text) =>
  text.replace(/\\u([0-9A-Fa-f]{4})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
const deeplyUnescaped = (value) =>
  typeof value === 'string'
    ? unescaped(value)
    : Array.isArray(value)
      ? value.map(deeplyUnescaped)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [unescaped(key), deeplyUnescaped(one)]))
        : value;

/** What the tokenizer makes of a source, as a tree shows it: start tags, texts that are one, comments, doctypes. */
function tokensOfTree(source) {
  const tree = parse(source);
  const tokens = [];
  for (let node = 1; node < tree.count; node++) {
    const kind = tree.kind[node];
    if (kind === TEXT) {
      tokens.push(['Character', textData(tree, node)]);
    } else if (kind === COMMENT) tokens.push(['Comment', commentData(tree, node)]);
    else if (kind === DOCTYPE) tokens.push(['DOCTYPE']);
    else {
      const attributes = {};
      for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
        const name = tree.attributeNames[tree.attributeName[i]];
        if (!Object.hasOwn(attributes, name))
          Object.defineProperty(attributes, name, { value: attributeValue(tree, i), enumerable: true });
      }
      tokens.push(['StartTag', tree.names[kind], attributes]);
    }
  }
  return tokens;
}

/** The same of the test's tokens; end tags show in the tree by what they end only. */
const expectedTokens = (output) =>
  output.flatMap((token) =>
    token[0] === 'EndTag'
      ? []
      : token[0] === 'DOCTYPE'
        ? [['DOCTYPE']]
        : [token[0] === 'StartTag' ? token.slice(0, 3) : token],
  );

/** One text where there were several, and attributes in one order. */
function shown(tokens) {
  const list = [];
  for (const [type, name, attributes] of tokens) {
    const last = list[list.length - 1];
    if (type === 'Character' && last?.[0] === 'Character') last[1] += name;
    else
      list.push(
        type === 'StartTag'
          ? [type, name, ...Object.entries(attributes).sort().flat()]
          : name === undefined
            ? [type]
            : [type, name],
      );
  }
  return list.map((token) => JSON.stringify(token));
}

const RAW_NAMES = new Set(TAG_NAMES.filter((_, kind) => (TAG_FLAGS[kind] & RAW) !== 0));

function causeOf(input, expected, got) {
  const at = expected.findIndex((token, i) => token !== got[i]);
  const wanted = expected[at] ?? '';
  const have = got[at] ?? '';
  const anywhere = `${wanted}${have}`;
  if (input.includes('\0'))
    return 'U+0000: the standard replaces or drops it, our tree keeps the source (the output has none)';
  if (/\r/.test(input))
    return 'carriage returns: the standard makes them line feeds beforehand, our tree keeps the source';
  if (wanted.startsWith('["DOCTYPE"') || have.startsWith('["DOCTYPE"'))
    return input.includes('>') ? 'doctypes' : 'doctypes that the end of the input cuts off, which our tree leaves out';
  if (wanted.startsWith('["Comment"') || have.startsWith('["Comment"')) return 'where comments begin and end';
  if ([...RAW_NAMES].some((name) => input.toLowerCase().includes(`<${name}`)))
    return 'elements of raw text: a tokenizer alone does not know them, a tree does';
  if (/<\/(?:br|p)\b/i.test(input)) return '</br> and </p>, which make elements in a tree';
  if (anywhere.includes('&') || input.includes('&')) return 'character references';
  if (/["'=/]/.test(input) && anywhere.includes('StartTag')) return 'attributes';
  return wanted === '' ? 'more than the standard has' : 'others';
}

const causes = new Map();
let compared = 0;
let agreed = 0;
let elsewhere = 0;
for (const name of readdirSync(join(folder, 'tokenizer'))
  .filter((file) => file.endsWith('.test'))
  .sort()) {
  const { tests = [], xmlViolationTests = [] } = JSON.parse(readFileSync(join(folder, 'tokenizer', name), 'utf8'));
  for (const test of [...tests, ...xmlViolationTests]) {
    const input = test.doubleEscaped ? unescaped(test.input) : test.input;
    const output = test.doubleEscaped ? deeplyUnescaped(test.output) : test.output;
    for (const type of ['html', 'text']) promise(input, { type });
    promise(`<article><h1>A title</h1><p>A sentence before.</p>${input}<p>A sentence behind.</p></article>`, {
      type: 'html',
    });
    const states = test.initialStates ?? ['Data state'];
    // XML's rules, and states that only a script or an element around the input brings about.
    if (xmlViolationTests.includes(test) || !states.includes('Data state')) {
      elsewhere++;
      continue;
    }
    compared++;
    const expected = shown(expectedTokens(output));
    const got = shown(tokensOfTree(input));
    if (expected.join() === got.join()) agreed++;
    else {
      const cause = causeOf(input, expected, got);
      const cases = causes.get(cause) ?? [];
      cases.push({ input, expected: expected.join(' '), got: got.join(' ') });
      causes.set(cause, cases);
    }
  }
}
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
console.log(
  `tokenizer: the tree agrees on ${share(agreed, compared)} cases; ${elsewhere} begin within an element or are of XML`,
);
for (const [cause, cases] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${String(cases.length).padStart(6)}  ${cause}`);
  for (const { input, expected, got } of cases.slice(0, process.argv.includes('--examples') ? 4 : 0))
    console.log(
      `          ${JSON.stringify(input).slice(0, 90)}\n            standard ${expected.slice(0, 120)}\n            tree     ${got.slice(0, 120)}`,
    );
}

// Encodings

function encodingCase(bytes, wanted, unsure) {
  promise(bytes, { type: 'html' });
  const { encoding } = decode(bytes, undefined);
  if (encoding === wanted) return true;
  const ascii = bytes.every((byte) => byte < 128);
  const cause = ascii
    ? wanted === 'windows-1252'
      ? 'ASCII only, nothing declared: windows-1252 in the standard, UTF-8 here, the text is the same'
      : 'ASCII only, another declaration taken; the text is the same'
    : 'the bytes tell another encoding than what is declared';
  const cases = unsure.get(cause) ?? [];
  cases.push(`${wanted}, here ${encoding}: ${JSON.stringify(Buffer.from(bytes).toString('latin1')).slice(0, 110)}`);
  unsure.set(cause, cases);
  return false;
}

const unsure = new Map();
let named = 0;
let encodings = 0;
const encodingFolder = join(folder, 'encoding');
for (const name of readdirSync(encodingFolder)
  .filter((file) => file.endsWith('.dat'))
  .sort()) {
  const file = readFileSync(join(encodingFolder, name)).toString('latin1');
  for (const part of file.split(/^#data\n/m).slice(1)) {
    const [data, encoding] = part.split(/^#encoding\n/m);
    const label = encoding.trim().split('\n')[0];
    const bytes = new Uint8Array(Buffer.from(data.replace(/\n$/, ''), 'latin1'));
    encodings++;
    if (encodingCase(bytes, normalizeEncoding(label) ?? label.toLowerCase(), unsure)) named++;
  }
}
console.log(`encodings: decode() names ${share(named, encodings)} cases as the standard does`);
for (const [cause, cases] of unsure) {
  console.log(`${String(cases.length).padStart(6)}  ${cause}`);
  if (process.argv.includes('--examples')) for (const one of cases.slice(0, 30)) console.log(`          ${one}`);
}

for (const one of broken.slice(0, 20)) console.log(`BROKEN  ${one}`);
console.log(`promises: ${inputs} inputs, ${broken.length} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
