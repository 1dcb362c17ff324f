/** JSON in ASCII alone: Node reads it without decoding, and keeps it in one byte a character. */
export function asciiJson(value) {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
