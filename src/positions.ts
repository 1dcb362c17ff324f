/** A place in a source as an editor counts it: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets into lines and columns in one pass over the source: each offset asked for must be no smaller than the
 * one before. Lines end at CR, LF or both.
 */
export function createLocator(source: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) {
        line++;
        lineStart = at + 1;
      }
    }
    return { line, column: offset - lineStart + 1 };
  };
}

/** Where the first visible character of a span stands, in UTF-16 units of the source; a blank span's own start. */
export function visibleStart(start: number, text: string): number {
  return text.trim() === '' ? start : start + text.length - text.trimStart().length;
}
