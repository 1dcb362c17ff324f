/** A line from here on is a paragraph rather than a menu item, in UTF-16 units. */
const PARAGRAPH = 100;
/**
 * Expected word-F1 of a text whose tags are gone, by the share of it that stands in paragraphs: a line fitted over
 * 1,250 whole-page texts against their articles (0.47 at a share of 0.1, 0.88 at 0.9; mean absolute error 0.15).
 */
const BASE = 0.4;
const SLOPE = 0.55;
/** Code units that prose does without: { } ; = < > | \ and the share of them above which code is suspected. */
const CODE_UNITS = new Set([123, 125, 59, 61, 60, 62, 124, 92]);
const PROSE_SHARE_OF_CODE_UNITS = 0.004;
const SURE_SHARE_OF_CODE_UNITS = 0.04;

/** How far a text without tags is likely to be the article, 0..1; low too where leaked code is still suspected. */
export function textConfidence(text: string): number {
  let units = 0;
  let inParagraphs = 0;
  let code = 0;
  for (const line of text.split('\n')) {
    units += line.length;
    if (line.length >= PARAGRAPH) inParagraphs += line.length;
    for (let i = 0; i < line.length; i++) if (CODE_UNITS.has(line.charCodeAt(i))) code++;
  }
  if (units === 0) return 0;
  const suspicion = (code / units - PROSE_SHARE_OF_CODE_UNITS) / SURE_SHARE_OF_CODE_UNITS;
  return (BASE + (SLOPE * inParagraphs) / units) * (1 - Math.min(1, Math.max(0, suspicion)) * 0.8);
}
