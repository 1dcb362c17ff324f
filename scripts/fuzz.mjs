// Looks for an input that breaks a promise: mutates the fixtures' inputs, for a time.
//
//   node scripts/fuzz.mjs [--seconds 60] [--executions N] [--seed N] [--out FOLDER]
//   node scripts/fuzz.mjs --replay FILE
//
// Inputs whose removals or page type are new are mutated further, so that it gets away from the fixtures by itself. An
// input that breaks a promise (scripts/promises.mjs), or takes longer than a second per MB, is written to a file with
// its options, made smaller first; --replay runs it again. On the built package. Ends in 1 where something was found.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInRules } from '../dist/rules/built-in-rules.js';
import { firstDifference } from './markdown-words.mjs';
import { checkAll, checkedClean, checkFixed, demand } from './promises.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    executions: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    out: { type: 'string', default: 'fuzz-findings' },
    replay: { type: 'string' },
  },
});

/** Milliseconds for an input: a second per MB, and what a pause of the machine may take. */
const allowed = (length) => 250 + length / 1000;
/** Units of a window of a fixture: small inputs are many inputs. */
const WINDOW = 600;
const MAX_CORPUS = 4000;
const MAX_FINDINGS = 20;

const FIXTURES = new URL('../fixtures', import.meta.url).pathname;

/** mulberry32 (Tommy Ettinger, public domain): the numbers of a run are those of its seed. */
function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYNTAX = [
  '<', '>', '</', '/>', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '<!', '&', '&amp;', '&lt;', '&#', '&#x', '&#0;',
  '&#xD800;', '&quot;', '&nbsp;', '&shy;', '&notin', '"', "'", '`', '=', '{', '}', '(', ')', '[', ']', ';', ':', ',', '\\',
  '/*', '*/', '//', '/', '*', '_', '|', '#', '~', '-', '+', '!', '@media', '@media(max-width:1px){', '@import url(', '.a{b:c}',
  '!important', 'function(){', '=>{', 'var a=', 'window.', '.push(', '${', '`${', '{"a":', '"@type":', '"@graph":[',
  '{"@context":"https://schema.org","@type":"NewsArticle","headline":"a","datePublished":"2024-13-45"}', '__proto__',
  'constructor', '"__proto__":{"polluted":1}', 'toString', '<script>', '</script>', '<script type="application/ld+json">',
  '<style>', '</style>', '<noscript>', '</noscript>', '<template>', '<svg>', '<math>', '<foreignObject>', '<mtext>',
  '<title>', '<textarea>', '<xmp>', '<plaintext>', '<select>', '<option>', '<button>', '<form>', '<input>', '<a href="',
  '<a href="javascript:alert(1)">', '<img src=x onerror=alert(1)>', '<img srcset="a 1x, ', '<base href="', '<iframe src="',
  '<table>', '<tr>', '<td>', '<th colspan=9>', '</td>', '</table>', '<caption>', '<colgroup>', '<ul>', '<ol start=-5>',
  '<li>', '</ul>', '<dl>', '<dt>', '<dd>', '<p>', '</p>', '<div>', '</div>', '<span>', '<b>', '</i>', '<br>', '<hr>',
  '<h1>', '</h2>', '<pre>', '</pre>', '<code>', '<blockquote>', '<figure>', '<figcaption>', '<picture>', '<source srcset=',
  '<ruby>', '<rt>', '<rp>', '<sup>', '<time datetime=', '<article>', '</article>', '<main>', '<body>', '</body>', '<head>',
  '<html lang=', '<meta property="og:title" content="', '<meta name=author content=', '<link rel=canonical href=', ' class="',
  ' id="', ' style="', ' hidden', ' dir=rtl', ' lang=', ' role="', '\0', '\t', '\n', '\r', '\r\n', '\n\n', '\f', '\u001b[0m',
  '\u0085', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u202e', '\u2028', '\ufeff', '\uffff', '\ud800', '\udfff', '\u{1f600}',
  'İ', 'ß', '漢字', 'עברית', '```', '~~~', '    ', '1. ', '- ', '[^1]', '| a | b |', '|-|-|', '](', '![', 'http://', 'www.',
  'The post ', ' appeared first on ', 'Advertisement', 'Originally published', 'Read more: ', 'Related:', 'Share this:',
  'By ', 'Published ', '2024-05-06', 'A sentence that says what happened in town on Monday. ',
]; // biome-ignore format: a table

/** What the rules look for, in the form in which a page has it. */
function ruleTokens() {
  const tokens = [];
  for (const { match } of builtInRules()) {
    for (const signature of [match].flat()) {
      const tag = signature.tag ?? 'div';
      const bare = (pattern) => pattern.replace('*', 'x1');
      if ('class' in signature) tokens.push(`<${tag} class="${bare(signature.class)}">`, bare(signature.class));
      else if ('id' in signature) tokens.push(`<${tag} id="${bare(signature.id)}">`, `#${bare(signature.id)}{a:b}`);
      else if ('attr' in signature) tokens.push(`<${tag} ${bare(signature.attr)}="${bare(signature.value ?? '')}">`);
      else if ('host' in signature)
        tokens.push(`<script src="https://${signature.host}${signature.path ?? ''}"></script>`);
      else if ('address' in signature) tokens.push(`<img src="https://a.example${signature.address}">`);
      else if ('inlineScript' in signature) tokens.push(`${signature.inlineScript}({a:1});`, signature.inlineScript);
      else if ('inlineStyle' in signature) tokens.push(`${bare(signature.inlineStyle)}{display:none}`);
      else if ('comment' in signature) tokens.push(`<!-- ${signature.comment} -->`);
      else if ('label' in signature) tokens.push(`\n${signature.label}\n`, `<p>${signature.label}</p>`);
      else if ('text' in signature) tokens.push(`\n${signature.text.replace(/\{\w+\}/g, 'The Mill')}\n`);
      else if ('selector' in signature) tokens.push(signature.selector);
    }
  }
  return tokens;
}

function fixtureInputs() {
  return readdirSync(FIXTURES).flatMap((family) =>
    readdirSync(join(FIXTURES, family)).map((name) => {
      const folder = join(FIXTURES, family, name);
      const type = readdirSync(folder).includes('input.html') ? 'html' : 'text';
      return { type, text: readFileSync(join(folder, `input.${type === 'html' ? 'html' : 'txt'}`), 'utf8') };
    }),
  );
}

/** Makes inputs without end. */
class Mutator {
  #next;
  #seeds = fixtureInputs();
  #corpus = [];
  #tokens = ruleTokens();

  constructor(seed) {
    this.#next = random(seed);
  }

  below(n) {
    return Math.floor(this.#next() * n);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  keep(text, type) {
    if (text.length > 3 * WINDOW) return;
    if (this.#corpus.length < MAX_CORPUS) this.#corpus.push({ text, type });
    else this.#corpus[this.below(MAX_CORPUS)] = { text, type };
  }

  #base() {
    if (this.#corpus.length > 0 && this.below(2) === 0) return this.pick(this.#corpus);
    const { text, type } = this.pick(this.#seeds);
    if (text.length <= WINDOW) return { text, type };
    const from = this.below(text.length - WINDOW);
    return { text: text.slice(from, from + WINDOW), type };
  }

  #token() {
    return this.below(3) === 0 ? this.pick(this.#tokens) : this.pick(SYNTAX);
  }

  #mutate(text) {
    const at = this.below(text.length + 1);
    const length = this.below(2) === 0 ? this.below(12) : this.below(300);
    const before = text.slice(0, at);
    const behind = text.slice(at);
    switch (this.below(11)) {
      case 0:
        return before + behind.slice(length); // delete
      case 1:
        return before + behind.slice(0, length) + behind; // duplicate
      case 2:
        return (
          before + behind.slice(0, length).repeat(2 + this.below(this.below(8) === 0 ? 60 : 4)) + behind.slice(length)
        );
      case 3:
        return (
          before + String.fromCharCode(this.below(4) === 0 ? this.below(65536) : this.below(128)) + behind.slice(1)
        );
      case 4: {
        const other = this.#base().text; // splice
        const from = this.below(other.length + 1);
        return before + other.slice(from, from + length) + behind;
      }
      case 5: {
        const other = this.#base().text; // cross over
        return before + other.slice(this.below(other.length + 1));
      }
      case 6:
        return this.below(3) === 0 ? before : behind; // truncate
      case 7: {
        const to = this.below(text.length + 1); // move
        const piece = behind.slice(0, length);
        const rest = before + behind.slice(length);
        return rest.slice(0, to) + piece + rest.slice(to);
      }
      case 8:
        return before + this.#token().repeat(this.below(6) === 0 ? 1 + this.below(80) : 1) + behind;
      default:
        return before + this.#token() + behind;
    }
  }

  #bytes(text) {
    const encoding = this.pick(['utf8', 'utf8', 'latin1', 'utf16le']);
    const bytes = new Uint8Array(Buffer.from(text, encoding));
    for (let n = this.below(6); n > 0 && bytes.length > 0; n--) bytes[this.below(bytes.length)] = this.below(256);
    const mark = this.below(8);
    if (mark > 2) return bytes;
    return Uint8Array.from([
      ...[
        [0xff, 0xfe],
        [0xef, 0xbb, 0xbf],
        [0x1b, 0x24, 0x42],
      ][mark],
      ...bytes,
    ]);
  }

  /** `{ input, options, twice, markdown, type }` */
  next() {
    const { text: base, type } = this.#base();
    let text = base;
    for (let n = 1 + this.below(6); n > 0; n--) text = this.#mutate(text);
    if (text.length > 20 * WINDOW) text = text.slice(0, 20 * WINDOW);
    const options = { type: this.pick(['auto', type, type, type]) };
    if (this.below(2) === 0)
      options.url = this.pick(['https://site.example/2024/05/06/a', 'javascript:1', 'x', 'https://a.example']);
    if (this.below(6) === 0) options.favor = this.pick(['precision', 'recall']);
    if (this.below(8) === 0) options.explain = true;
    if (this.below(8) === 0)
      options.remove = [this.pick(['ad', 'script', 'style', 'data', 'label', 'promo', 'widget'])];
    const asBytes = this.below(8) === 0;
    if (asBytes && this.below(2) === 0)
      options.contentType = `text/html; charset=${this.pick(['utf-8', 'iso-2022-jp', 'gbk', 'utf-16', 'big5', 'x', '"'])}`;
    return {
      input: asBytes ? this.#bytes(text) : text,
      text,
      type,
      options,
      // The article costs four times what stripping does.
      whole: this.below(3) === 0,
      twice: this.below(8) === 0,
      markdown: this.below(64) === 0,
    };
  }
}

/** Milliseconds of work, also where others work on the same machine. */
const work = () => process.cpuUsage().user / 1000;

/** What an input's results are like. Throws what is broken. */
function check({ input, options, twice, whole }) {
  return whole ? checkAll(input, options, twice) : checkFixed(input, options);
}

/** One execution: throws what is broken. */
function execute(example) {
  const { input, options, markdown } = example;
  // Asking for this process's own work is dear, and that is never more than the time that has passed.
  const began = performance.now();
  const kind = check(example);
  const took = performance.now() - began;
  if (took > allowed(input.length)) {
    // Once more: others work on the same machine, and the first time may have paid for what the engine compiles.
    const again = work();
    check(example);
    demand(work() - again <= allowed(input.length), `takes ${Math.round(took)} ms for ${input.length} units`);
  }
  if (markdown) {
    const result = checkedClean(input, options, false);
    const difference = firstDifference(result.text, result.markdown);
    demand(difference === undefined, `Markdown has other words: ${JSON.stringify(difference)}`);
  }
  return kind;
}

function failureOf(example) {
  try {
    execute(example);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What an error is about, without its numbers. */
const aboutOf = (error) => `${error.name} ${error.message}`.replace(/\d+/g, 'n').slice(0, 80);

/** A smaller input with the same failure: parts are left out as long as it fails. */
function shrink(example, about) {
  let { input } = example;
  const end = performance.now() + 10_000;
  for (let size = input.length >> 1; size >= 1 && performance.now() < end; size >>= 1) {
    for (let at = 0; at < input.length && performance.now() < end; ) {
      const smaller =
        typeof input === 'string'
          ? input.slice(0, at) + input.slice(at + size)
          : Uint8Array.from([...input.subarray(0, at), ...input.subarray(at + size)]);
      const error = failureOf({ ...example, input: smaller });
      if (error !== undefined && aboutOf(error) === about) input = smaller;
      else at += size;
    }
  }
  return { ...example, input };
}

const written = ({ input, ...example }, error) =>
  JSON.stringify(
    {
      error: String(error.stack),
      ...(typeof input === 'string' ? { input } : { bytes: Buffer.from(input).toString('base64') }),
      options: example.options,
      whole: example.whole,
      twice: example.twice,
      markdown: example.markdown,
    },
    null,
    2,
  );

function replay(file) {
  const { input, bytes, ...example } = JSON.parse(readFileSync(file, 'utf8'));
  const kind = execute({ ...example, input: input ?? new Uint8Array(Buffer.from(bytes, 'base64')) });
  console.log(`nothing is broken: ${kind}`);
}

function fuzz() {
  const seconds = Number(values.seconds);
  const mutator = new Mutator(Number(values.seed));
  const kinds = new Set();
  const abouts = new Map();
  const began = performance.now();
  let executions = 0;
  let units = 0;
  let told = began;
  const most = Number(values.executions);
  while (performance.now() - began < seconds * 1000 && executions < most && abouts.size < MAX_FINDINGS) {
    const example = mutator.next();
    executions++;
    units += example.input.length;
    try {
      const kind = execute(example);
      if (!kinds.has(kind)) {
        kinds.add(kind);
        mutator.keep(example.text, example.type);
      }
    } catch (error) {
      const about = aboutOf(error);
      const count = abouts.get(about) ?? 0;
      abouts.set(about, count + 1);
      if (count === 0) {
        const small = shrink(example, about);
        mkdirSync(values.out, { recursive: true });
        const file = join(values.out, `${values.seed}-${executions}.json`);
        writeFileSync(file, written(small, failureOf(small) ?? error));
        console.log(`${about}\n  node scripts/fuzz.mjs --replay ${file}`);
      }
    }
    if (performance.now() - told > 60_000) {
      told = performance.now();
      console.log(`${executions} executions, ${kinds.size} kinds, ${abouts.size} findings`);
    }
  }
  const took = (performance.now() - began) / 1000;
  console.log(
    `seed ${values.seed}: ${executions} executions in ${Math.round(took)} s (${Math.round(executions / took)} a second, ` +
      `${Math.round(units / executions)} units each), ${kinds.size} kinds of result, ${abouts.size} findings`,
  );
  for (const [about, count] of abouts) console.log(`  ${count} times: ${about}`);
  process.exitCode = abouts.size === 0 ? 0 : 1;
}

if (values.replay !== undefined) replay(values.replay);
else fuzz();
