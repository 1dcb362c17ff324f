/**
 * Numbers as integers in the same order, from the bits of their floats, halved so that two of them can be subtracted.
 * A comparison is then a subtraction and a shift: a branch there would be mispredicted half of the time, and that is
 * what walking trees costs (three times as much, measured).
 */
export function ranks(values: Float32Array): Int32Array {
  return rankInPlace(new Int32Array(values.slice().buffer));
}

/** Makes ranks of the bits of floats, those at `from .. to`. */
export function rankInPlace(bits: Int32Array, from = 0, to: number = bits.length): Int32Array {
  for (let i = from; i < to; i++) bits[i] = (bits[i] ^ ((bits[i] >> 31) & 0x7fffffff)) >> 1;
  return bits;
}

/**
 * Boosted decision trees as flat arrays. Each tree is a full binary tree of the forest's depth, so that a row takes the
 * same number of steps through every tree and no pointer is followed: the children of node i are 2i + 1 and 2i + 2.
 */
export interface Forest {
  readonly trees: number;
  readonly depth: number;
  /** By inner node two entries: which feature is compared, and the rank of its cut; right where it is reached. */
  readonly nodes: Int32Array;
  /** By feature: the ranks of its cuts, ascending. */
  readonly cuts: readonly Int32Array[];
  /** By leaf. */
  readonly leaf: Float32Array;
  /** What is added to the sum over the trees. */
  readonly base: number;
}

/** A leaf's mark in the packed form, where a feature's number stands otherwise. */
const LEAF = 255;

/**
 * Unpacks a forest that scripts/train/pack.py wrote: little-endian; trees u16, depth u8, features u8, base f32, leaf
 * scale f32; for each feature the number of its cuts u8 and the cuts f32; then every tree in preorder, a split as
 * feature u8 and cut number u8, a leaf as 255 and its value i8 in units of the leaf scale.
 */
export function unpackForest(bytes: Uint8Array): Forest {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trees = view.getUint16(0, true);
  const depth = view.getUint8(2);
  const features = view.getUint8(3);
  const base = view.getFloat32(4, true);
  const scale = view.getFloat32(8, true);
  let at = 12;
  const cuts: Int32Array[] = [];
  for (let f = 0; f < features; f++) {
    const table = new Float32Array(view.getUint8(at++));
    for (let i = 0; i < table.length; i++, at += 4) table[i] = view.getFloat32(at, true);
    cuts.push(ranks(table));
  }
  const inner = 2 ** depth - 1;
  const leaves = 2 ** depth;
  const nodes = new Int32Array(trees * inner * 2);
  const leaf = new Float32Array(trees * leaves);
  const open: number[] = []; // places in the full tree that are still to be read
  for (let t = 0; t < trees; t++) {
    open.push(0);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const feature = bytes[at++];
      if (feature !== LEAF) {
        const node = 2 * (t * inner + place);
        nodes[node] = feature;
        nodes[node + 1] = cuts[feature][bytes[at++]];
        open.push(2 * place + 2, 2 * place + 1);
        continue;
      }
      const value = ((bytes[at++] << 24) >> 24) * scale;
      if (place >= inner) {
        leaf[t * leaves + place - inner] = value;
        continue;
      }
      // A leaf above the last level: the splits below it compare nothing, and all leaves there have its value.
      let from = place;
      let to = place;
      while (from < inner) {
        from = 2 * from + 1;
        to = 2 * to + 2;
      }
      leaf.fill(value, t * leaves + from - inner, t * leaves + to - inner + 1);
    }
  }
  return { trees, depth, nodes, cuts, leaf, base };
}

/** The sum over the forest's trees (`first`, `first + step`, …) for a row of feature ranks that begins at `row`. */
export function scoreRow(forest: Forest, rows: Int32Array, row: number, first = 0, step = 1): number {
  const { trees, depth, nodes, leaf } = forest;
  const inner = (1 << depth) - 1;
  let sum = forest.base;
  for (let t = first; t < trees; t += step) {
    const root = t * inner;
    let place = 0;
    for (let level = 0; level < depth; level++) {
      const i = (root + place) << 1;
      place = 2 * place + 2 - ((rows[row + nodes[i]] - nodes[i + 1]) >>> 31);
    }
    sum += leaf[t * (inner + 1) + place - inner];
  }
  return sum;
}

/**
 * Adds the trees `first .. last` to the sums of `count` rows at once. `list` names the rows, which are `width` long;
 * `sums` has an entry for each row of `rows`. Four rows go through a tree together: their steps do not wait for one
 * another, which halves the time (measured).
 */
export function addTrees(
  forest: Forest,
  rows: Int32Array,
  width: number,
  list: Int32Array,
  count: number,
  first: number,
  last: number,
  sums: Float32Array,
): void {
  const { depth, nodes, leaf } = forest;
  const inner = (1 << depth) - 1;
  for (let at = 0; at < count; at += 4) {
    // The last four may name a row more than once; its sum is then written more than once.
    const n0 = list[at];
    const n1 = list[Math.min(at + 1, count - 1)];
    const n2 = list[Math.min(at + 2, count - 1)];
    const n3 = list[Math.min(at + 3, count - 1)];
    const r0 = n0 * width;
    const r1 = n1 * width;
    const r2 = n2 * width;
    const r3 = n3 * width;
    let s0 = sums[n0];
    let s1 = sums[n1];
    let s2 = sums[n2];
    let s3 = sums[n3];
    for (let t = first; t < last; t++) {
      const root = t * inner;
      let p0 = 0;
      let p1 = 0;
      let p2 = 0;
      let p3 = 0;
      for (let level = 0; level < depth; level++) {
        const i0 = (root + p0) << 1;
        const i1 = (root + p1) << 1;
        const i2 = (root + p2) << 1;
        const i3 = (root + p3) << 1;
        p0 = 2 * p0 + 2 - ((rows[r0 + nodes[i0]] - nodes[i0 + 1]) >>> 31);
        p1 = 2 * p1 + 2 - ((rows[r1 + nodes[i1]] - nodes[i1 + 1]) >>> 31);
        p2 = 2 * p2 + 2 - ((rows[r2 + nodes[i2]] - nodes[i2 + 1]) >>> 31);
        p3 = 2 * p3 + 2 - ((rows[r3 + nodes[i3]] - nodes[i3 + 1]) >>> 31);
      }
      const leaves = root + t - inner;
      s0 += leaf[leaves + p0];
      s1 += leaf[leaves + p1];
      s2 += leaf[leaves + p2];
      s3 += leaf[leaves + p3];
    }
    sums[n0] = s0;
    sums[n1] = s1;
    sums[n2] = s2;
    sums[n3] = s3;
  }
}

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
