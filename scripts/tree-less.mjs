// The judge of exact cuts: a page's tree, as parse5 builds it, less the removed spans, held against the tree of the
// output. Used by check-trees.mjs and by the property test.

import { decodeHTML } from 'entities';
import { Parser } from 'parse5';

/** The removed spans with a search in them. */
class Spans {
  constructor(removed) {
    this.removed = removed;
  }

  /** The index of the first span that ends behind `at`. */
  after(at) {
    let low = 0;
    let high = this.removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.removed[middle].end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  holds(start, end) {
    const span = this.removed[this.after(start)];
    return span !== undefined && span.start <= start && end <= span.end;
  }

  /** What is left of `source.slice(start, end)`, in pieces; undefined where nothing of it is removed. */
  rest(source, start, end) {
    let i = this.after(start);
    if (i >= this.removed.length || this.removed[i].start >= end) return undefined;
    const pieces = [];
    let from = start;
    for (; i < this.removed.length && this.removed[i].start < end; i++) {
      if (this.removed[i].start > from) pieces.push(source.slice(from, this.removed[i].start));
      from = this.removed[i].end;
    }
    if (from < end) pieces.push(source.slice(from, end));
    return pieces;
  }
}

const normalised = (raw) => raw.replace(/\r\n?/g, '\n');

/** parse5, which inserts of each text only what the spans leave of it; its states see the whole. */
class LessParser extends Parser {
  _insertCharacters(token) {
    const { spans, source, location = token.location } = this.less ?? {};
    if (spans && location) {
      const rest = spans.rest(source, location.startOffset, location.endOffset);
      if (rest) {
        const raw = normalised(source.slice(location.startOffset, location.endOffset));
        const plain = raw === token.chars;
        const chars = rest.map((piece) => (plain ? normalised(piece) : decodeHTML(normalised(piece)))).join('');
        if (chars === '') return;
        super._insertCharacters({ ...token, chars });
        return;
      }
    }
    super._insertCharacters(token);
  }

  _attachElementToTree(element, location, place) {
    if (!location) element.madeBy = this.currentToken?.location;
    super._attachElementToTree(element, location, place);
  }
}

/** What the parser opens again where it was not closed. https://html.spec.whatwg.org/multipage/parsing.html#formatting */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

const isComment = ({ line }) => line?.startsWith('<!--') ?? false;
const isBlank = ({ text }) => text !== undefined && blank.test(text);

/** Whether nothing but white space and comments has been written since. */
function isEmpty(lines, since) {
  for (let i = since; i < lines.length; i++) if (!isBlank(lines[i]) && !isComment(lines[i])) return false;
  return true;
}

/** Takes a start tag out again and joins the texts before and behind it. */
function takeBack(lines, opened) {
  const [, ...rest] = lines.splice(opened);
  for (const line of rest) {
    if (line.text === undefined || lines.at(-1)?.text === undefined) lines.push(line);
    else lines.at(-1).text += line.text;
  }
}

/** Comments before the first and behind the last of a page hang where no tag says: they go to its very ends. */
function withOuterComments(lines) {
  const opens = /^<(?:!DOCTYPE|html|\/?head>|body)/;
  const closes = /^<\/(?:body|html)>/;
  let first = 0;
  while (first < lines.length && (isComment(lines[first]) || isBlank(lines[first]) || opens.test(lines[first].line))) {
    first++;
  }
  let last = lines.length;
  while (
    last > first &&
    (isComment(lines[last - 1]) || isBlank(lines[last - 1]) || closes.test(lines[last - 1].line))
  ) {
    last--;
  }
  const [head, foot] = [lines.slice(0, first), lines.slice(last)];
  const others = (list) => list.filter((line) => !isComment(line));
  return [
    ...head.filter(isComment),
    ...others(head),
    ...lines.slice(first, last),
    ...others(foot),
    ...foot.filter(isComment),
  ];
}

function treeOf(source, removed, { scriptingEnabled = true, reopened = true }) {
  const parser = new LessParser({ sourceCodeLocationInfo: true, scriptingEnabled });
  const spans = new Spans(removed);
  if (removed.length > 0) parser.less = { source, spans };
  parser.tokenizer.write(source, true);
  return linesOf(parser.document, spans, reopened);
}

const blank = /^[\t\n\f\r ]*$/;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * A tree as lines: a start tag, a text, a comment, an end tag each. Left out are
 * - elements whose start tag lies in a removed span (what they hold outside it stays: the repair of an unclosed element
 *   puts what follows into it);
 * - elements that no tag of the source made at this place (implied `tbody`, the `p` of a stray `</p>`, formatting
 *   elements that the parser opened again) and that hold nothing but comments.
 */
function linesOf(document, spans, reopened) {
  const lines = [];
  const seen = new Map(); // the attributes of a formatting element are shared by those that the parser makes of it
  const children = (node) => (node.nodeName === 'template' ? node.content : node).childNodes ?? [];
  const stack = [{ nodes: document.childNodes, at: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1);
    const { nodes } = top;
    if (top.at >= nodes.length) {
      stack.pop();
      if (top.opened === undefined) continue;
      if (top.made && isEmpty(lines, top.opened + 1)) takeBack(lines, top.opened);
      else lines.push({ line: `</${top.name}>`, at: top.from });
      continue;
    }
    const node = nodes[top.at++];
    const location = node.sourceCodeLocation;
    if (node.nodeName === '#text') {
      const from = location?.startOffset ?? -1;
      if (lines.at(-1)?.text === undefined) lines.push({ text: node.value, at: from });
      else lines.at(-1).text += node.value;
    } else if (node.nodeName === '#comment') {
      if (!location || !spans.holds(location.startOffset, location.endOffset)) {
        lines.push({ line: `<!--${node.data}-->`, at: location?.startOffset ?? -1 });
      }
    } else if (node.nodeName === '#documentType') {
      lines.push({ line: `<!DOCTYPE ${node.name} ${node.publicId} ${node.systemId}>`, at: 0 });
    } else {
      const tag = location?.startTag ?? location ?? seen.get(node.attrs);
      const made = !location || seen.has(node.attrs);
      if (location) seen.set(node.attrs, tag);
      const again = made && !reopened && FORMATTING.has(node.nodeName);
      const place = tag ?? node.madeBy;
      if (
        again ||
        (place && (tag || node.nodeName === 'br') && spans.holds(place.startOffset, place.startOffset + 1))
      ) {
        stack.push({ nodes: children(node), at: 0 });
        continue;
      }
      const attributes = node.attrs
        .filter(({ name, prefix }) => {
          const place = location?.attrs?.[prefix ? `${prefix}:${name}` : name] ?? location?.attrs?.[name];
          return !place || !spans.holds(place.startOffset, place.endOffset);
        })
        .map(({ name, value }) => ` ${name}="${value}"`);
      const { nodeName } = node;
      lines.push({ line: `<${nodeName}${attributes.join('')}>`, at: tag?.startOffset ?? -1 });
      const skip = made && !VOID.has(nodeName) && !['html', 'head', 'body'].includes(nodeName);
      const from = tag?.startOffset ?? -1;
      stack.push({ nodes: children(node), at: 0, name: nodeName, opened: lines.length - 1, made: skip, from });
    }
  }
  return withOuterComments(lines);
}

const squeezed = (text) => text.replace(/[\t\n\f\r ]+/g, ' ').trim();

/** Lines as strings; with `loose`, white space counts as one blank, and as nothing beside tags. */
function strings(lines, loose) {
  const out = [];
  for (const { line, text, at } of lines) {
    if (text === undefined) out.push({ s: line, at });
    else if (!loose) {
      if (text !== '') out.push({ s: `"${text}`, at });
    } else if (!blank.test(text)) out.push({ s: `"${squeezed(text)}`, at });
  }
  return out;
}

function firstDifference(a, b) {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a[i].s === b[i].s) i++;
  return i === a.length && i === b.length ? -1 : i;
}

/**
 * Whether the tree of `output` is the tree of `source` less `removed`; if not exactly, whether it is where white space
 * beside tags does not count, or where the formatting elements that the parser opens again do not count either: what
 * follows an unclosed `<b>` is in a `<b>` again from the next thing on that makes the parser open it.
 *
 * @returns {{ same: 'exactly' | 'but for white space' | 'but for reopened formatting' | false, expected?: string[],
 *   actual?: string[], at?: number }} `at`: where in the source the first difference begins, or -1
 */
export function compareTrees(source, output, removed, { scriptingEnabled = true } = {}) {
  let result;
  for (const reopened of [true, false]) {
    const expected = treeOf(source, removed, { scriptingEnabled, reopened });
    const actual = treeOf(output, [], { scriptingEnabled, reopened });
    if (reopened && firstDifference(strings(expected, false), strings(actual, false)) < 0) return { same: 'exactly' };
    const a = strings(expected, true);
    const b = strings(actual, true);
    const i = firstDifference(a, b);
    if (i < 0) return { same: reopened ? 'but for white space' : 'but for reopened formatting' };
    result ??= difference(a, b, i);
  }
  return result;
}

function difference(a, b, i) {
  const around = (list) =>
    list.slice(Math.max(0, i - 4), i + 6).map(({ s }, k) => `${i - 4 + k === i ? '> ' : '  '}${s.slice(0, 120)}`);
  let at = -1;
  for (let k = Math.min(i, a.length - 1); k >= 0 && at < 0; k--) at = a[k].at;
  return { same: false, expected: around(a), actual: around(b), at };
}
