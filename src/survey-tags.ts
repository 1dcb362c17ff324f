import { isBlank, type MentionedTag, readTags } from './mentioned-tags.ts';

/** Open elements searched for the one that an end tag closes. */
const REACH = 64;
/** Finished elements inside one that has no end tag in a text cut off, from which it is taken for an element. */
const FINISHED_INSIDE = 3;

/** Elements whose end tag may be left out (HTML standard, "optional tags"). */
const OPTIONAL_END = new Set(
  'html head body p li dt dd tr td th thead tbody tfoot colgroup option optgroup rb rt rp rtc'.split(' '),
);
/** Elements without content (HTML standard, "void elements"). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** How much of a text stands inside elements. */
export interface Survey {
  /** Characters outside tags that are not blank, scripts and styles left out. */
  letters: number;
  /** Those of them that stand inside elements. */
  covered: number;
  tags: number;
  /** Elements with both tags, or with an end that may be left out. */
  closed: number;
  voids: number;
  /** Elements that lack the end tag they need. */
  unclosed: number;
}

interface OpenElement {
  tag: MentionedTag;
  /** The number of the stretch of text after its tag. */
  stretch: number;
  /** Elements that were finished when it began. */
  closedBefore: number;
}

/**
 * Matches the tags of a text, without nesting rules but for ends left out, and counts what they enclose. Linear.
 *
 * @param text the beginning of the input
 * @param isMarkup whether the frame speaks for markup, so that ends which markup may leave out count as ends
 * @param cutOff whether more input follows
 */
export function surveyTags(text: string, isMarkup: boolean, cutOff: boolean): Survey {
  const survey: Survey = { letters: 0, covered: 0, tags: 0, closed: 0, voids: 0, unclosed: 0 };
  const stretches = new Stretches(text);
  const open: OpenElement[] = [];
  let textStart = 0;
  for (const tag of readTags(text, isMarkup && cutOff)) {
    textStart = tag.next;
    if (tag.kind !== 'comment') survey.tags++;
    if (tag.kind === 'start' && VOID.has(tag.name)) {
      survey.voids++;
      // A line that ends in <br> is a line of markup, whatever stands before it.
      const lineStart = lineStartOf(text, tag.start, tag.textStart);
      stretches.add(tag.textStart, lineStart);
      stretches.cover(stretches.add(lineStart, tag.start) - 1);
      continue;
    }
    const stretch = stretches.add(tag.textStart, tag.start);
    if (tag.kind === 'start' && !tag.isEmpty) open.push({ tag, stretch, closedBefore: survey.closed });
    const element = tag.kind === 'end' ? openIndex(open, tag.name) : -1;
    if (element < 0) continue;
    survey.closed++;
    for (const [i, inner] of open.splice(element).entries()) {
      if (i === 0 || OPTIONAL_END.has(inner.tag.name)) stretches.cover(inner.stretch);
      else survey.unclosed++;
    }
  }
  stretches.add(textStart, text.length);
  for (const { tag, stretch, closedBefore } of open) {
    const implied = OPTIONAL_END.has(tag.name) && beginsLine(text, tag);
    const goesOn = cutOff && (tag.hasAttributes || survey.closed - closedBefore >= FINISHED_INSIDE);
    if (isMarkup && (implied || goesOn)) {
      stretches.cover(stretch);
      survey.closed++;
    } else if (!isMarkup || !cutOff) survey.unclosed++;
  }
  return { ...survey, ...stretches.sum() };
}

function openIndex(open: readonly OpenElement[], name: string): number {
  for (let i = open.length - 1; i >= 0 && i >= open.length - REACH; i--) if (open[i]?.tag.name === name) return i;
  return -1;
}

/** Whether nothing but blanks, or another tag, stands before a tag on its line. */
function beginsLine(text: string, tag: MentionedTag): boolean {
  for (let i = tag.start - 1; i >= tag.textStart; i--) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) return true;
    if (!isBlank(code)) return false;
  }
  return true;
}

function lineStartOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && text.charCodeAt(start - 1) !== 0x0a) start--;
  return start;
}

/** The stretches of text between tags: how many letters each has, and whether an element covers it. */
class Stretches {
  readonly #text: string;
  readonly #letters: number[] = [];
  /** How many more (or fewer) elements cover a stretch than the one before it. */
  readonly #change: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds a stretch and gives the number of the next. */
  add(from: number, to: number): number {
    let letters = 0;
    for (let i = from; i < to; i++) if (this.#text.charCodeAt(i) > 0x20) letters++;
    return this.#letters.push(letters);
  }

  /** Covers the stretches from the given one to the last one added. */
  cover(from: number): void {
    this.#change[from] = (this.#change[from] ?? 0) + 1;
    this.#change[this.#letters.length] = (this.#change[this.#letters.length] ?? 0) - 1;
  }

  sum(): { letters: number; covered: number } {
    let letters = 0;
    let covered = 0;
    let depth = 0;
    for (let i = 0; i < this.#letters.length; i++) {
      depth += this.#change[i] ?? 0;
      letters += this.#letters[i] ?? 0;
      if (depth > 0) covered += this.#letters[i] ?? 0;
    }
    return { letters, covered };
  }
}
