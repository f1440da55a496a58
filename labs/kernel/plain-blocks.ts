import type { Gather, Gradient, Product } from "./program";

// The steps on blocks, in plain loops: each operation is rounded to single precision, in the
// order of `layers.ts`. Rows are taken by fours, so that one sum does not wait for another.

const round = Math.fround;

/** See `Product`; `fromBase` and `intoBase` are what the registers of its places hold. */
export function product(
  all: Float32Array,
  product: Product,
  fromBase: number,
  intoBase: number,
) {
  const { columns, depth, begin, scales } = product;
  const row = 4 * product.vectors;
  const first = (fromBase + product.from.offset) >> 2;
  const into = (intoBase + product.into.offset) >> 2;
  const weights = product.weights >> 2;
  const nextColumn = product.columnStride >> 2;
  const nextDepth = product.depthStride >> 2;
  for (let column = 0; column < columns; column += 1) {
    const start = begin === null ? 0 : all[(begin >> 2) + column]!;
    const end = into + (column + 1) * row;
    for (let to = end - row, lane = first; to < end; to += 4, lane += 4) {
      let a = start;
      let b = start;
      let c = start;
      let d = start;
      let at = lane;
      let from = weights + column * nextColumn;
      for (let k = 0; k < depth; k += 1) {
        const weight = all[from]!;
        a = round(a + round(weight * all[at]!));
        b = round(b + round(weight * all[at + 1]!));
        c = round(c + round(weight * all[at + 2]!));
        d = round(d + round(weight * all[at + 3]!));
        from += nextDepth;
        at += row;
      }
      all[to] = scales ? a * all[to]! : a;
      all[to + 1] = scales ? b * all[to + 1]! : b;
      all[to + 2] = scales ? c * all[to + 2]! : c;
      all[to + 3] = scales ? d * all[to + 3]! : d;
    }
  }
}

/** See `Gradient`, and `product` for the bases. */
export function gradient(
  all: Float32Array,
  gradient: Gradient,
  belowBase: number,
  deltasBase: number,
) {
  const { inputs, outputs, adds } = gradient;
  const row = 4 * gradient.vectors;
  const below = (belowBase + gradient.below.offset) >> 2;
  const deltas = (deltasBase + gradient.deltas.offset) >> 2;
  for (let input = 0; input <= inputs; input += 1) {
    const isBias = input === inputs;
    let into = isBias ? gradient.biases >> 2 : (gradient.weights >> 2) + input * outputs;
    for (let output = 0; output < outputs; output += 1, into += 1) {
      const end = deltas + (output + 1) * row;
      // Sums of products that are all −0 are −0, too.
      let a = -0;
      let b = a;
      let c = a;
      let d = a;
      if (isBias) {
        for (let at = end - row; at < end; at += 4) {
          a = round(a + all[at]!);
          b = round(b + all[at + 1]!);
          c = round(c + all[at + 2]!);
          d = round(d + all[at + 3]!);
        }
      } else {
        for (let at = end - row, own = below + input * row; at < end; at += 4, own += 4) {
          a = round(a + round(all[own]! * all[at]!));
          b = round(b + round(all[own + 1]! * all[at + 1]!));
          c = round(c + round(all[own + 2]! * all[at + 2]!));
          d = round(d + round(all[own + 3]! * all[at + 3]!));
        }
      }
      const sum = round(round(a + c) + round(b + d));
      all[into] = adds ? all[into]! + sum : sum;
    }
  }
}

/** See `Gather`. */
export function gather(all: Int32Array, gather: Gather) {
  const { width } = gather;
  const row = 4 * gather.vectors;
  const places = gather.places >> 2;
  const features = gather.features >> 2;
  const targets = gather.targets >> 2;
  for (let lane = 0; lane < row; lane += 1) {
    const place = all[places + lane]!;
    all[(gather.targetsInto >> 2) + lane] = all[targets + place]!;
    const from = features + place * width;
    const into = (gather.into >> 2) + lane;
    for (let n = 0; n < width; n += 1) all[into + n * row] = all[from + n]!;
  }
}
