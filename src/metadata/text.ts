import type { LineFacts } from '../rules/lines.ts';
import type { Metadata } from '../types.ts';
import { namesOfByline, onlyByPhrase, unique } from './names.ts';
import { languageOfText } from './text-language.ts';
import { letters, oneLine, TITLE_LENGTH } from './value.ts';
import { datesOfLine } from './zone.ts';

/** How much of a text's beginning may hold its title, byline and date, in UTF-16 units and in lines. */
const HEAD_LENGTH = 6000;
const HEAD_LINES = 8;
/** A headline is no longer than this, in UTF-16 units; a byline or a line with a date is no longer than that. */
const HEADLINE_LENGTH = 200;
const BYLINE_LENGTH = 100;
const BODY_LENGTH = 40;

interface TextLine {
  readonly text: string;
  /** Whether a blank line, or the text's end, follows. */
  readonly apart: boolean;
}

/** The first lines of a text that are not blank. */
function headOf(text: string): TextLine[] {
  const raw = text.slice(0, HEAD_LENGTH).split('\n');
  const lines: TextLine[] = [];
  for (let i = 0; i < raw.length && lines.length <= HEAD_LINES; i++) {
    const line = oneLine(raw[i], HEAD_LENGTH);
    if (line === '') continue;
    lines.push({ text: line, apart: i + 1 >= raw.length || raw[i + 1].trim() === '' });
  }
  return lines;
}

/** Whether a text's first line stands over it as a headline: short, no sentence, and text follows. */
function isHeadline(lines: readonly TextLine[]): boolean {
  const [first, second] = lines;
  if (first === undefined || second === undefined || first.text.length > HEADLINE_LENGTH) return false;
  const { text } = first;
  if (!/[\p{L}\p{N}]/u.test(text) || /[.。,;:，、{}<>=|]$/.test(text) || /^[-*•#{}<>=|]/.test(text)) return false;
  if (onlyByPhrase(text)) return false;
  const body = lines.slice(1).some((line) => line.text.length > Math.max(text.length, BODY_LENGTH));
  return body && (first.apart || second.text.length > text.length * 1.5);
}

/**
 * What a text whose tags are gone says about itself. The title is its first line, or what a promo line gave as the
 * title; byline and dates are looked for in the lines below it.
 */
export function readTextMetadata(text: string, hints: LineFacts): Metadata {
  const metadata: Metadata = { authors: [], tags: [], sources: {} };
  const { sources } = metadata;
  const language = languageOfText(text);
  if (language !== undefined) {
    metadata.language = language;
    sources.language = 'text';
  }
  const lines = headOf(text);
  const hinted = hints.title === undefined ? '' : oneLine(hints.title, TITLE_LENGTH);
  let titled = -1;
  if (hinted !== '') {
    titled = lines.findIndex((line) => letters(line.text) === letters(hinted));
    metadata.title = titled < 0 ? hinted : lines[titled].text;
    sources.title = titled < 0 ? 'promo' : 'text';
  } else if (isHeadline(lines)) {
    titled = 0;
    metadata.title = lines[0].text;
    sources.title = 'text';
  }
  for (const [i, line] of lines.slice(titled + 1, HEAD_LINES).entries()) {
    if (line.text.length > BYLINE_LENGTH) {
      if (i > 0) break; // the text has begun; one long line may be a standfirst
      continue;
    }
    const next = lines[titled + 2 + i]?.text ?? '';
    const byline = onlyByPhrase(line.text) && next.length < 80 ? `${line.text} ${next}` : line.text;
    const names = metadata.authors.length > 0 ? [] : unique(namesOfByline(byline, { strict: true, language }));
    if (names.length > 0) {
      metadata.authors = names;
      sources.authors = 'byline';
    }
    for (const { iso, kind } of datesOfLine(line.text, '', language)) {
      if (kind === 'modified') {
        metadata.modified ??= iso;
        sources.modified ??= 'text';
      } else if (kind !== 'other') {
        metadata.published ??= iso;
        sources.published ??= 'text';
      }
    }
  }
  if (hints.site !== undefined) {
    metadata.site = hints.site;
    sources.site = 'promo';
  }
  if (hints.originalSource !== undefined) {
    metadata.originalSource = hints.originalSource;
    sources.originalSource = 'promo';
  }
  return metadata;
}
