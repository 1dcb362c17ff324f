/** A stack of open elements that is this deep gets room for as many as there may be: no page is, but floods are. */
const DEEP = 4096;

/**
 * How many nodes a source may well have: its tags but end tags, and the texts before a tag. Columns that grow into it
 * would leave as much again behind.
 */
export function likelyNodes(source: string): number {
  let nodes = 64;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (source.charCodeAt(at + 1) !== 47) nodes++; // `/`
    if (source.charCodeAt(at - 1) !== 62) nodes++; // `>`
  }
  return nodes;
}

/** The next room for a stack of open elements on a page of so many nodes. */
export function roomForOpen(room: number, nodes: number): number {
  return room < DEEP ? room * 2 : Math.max(room * 2, nodes);
}
