import { fixed, four, single } from "./layout";
import {
  type Address,
  behind,
  type Four,
  type Gradient,
  type Lanes,
  type Product,
} from "./program";
import type { Writer } from "./program-writer";

// The products of a layer: sums over its inputs, over its outputs, and over rows.

/** How many sums are under way at once: with their factors they fill the registers. */
const mostSums = 10;

/** Up to so many turns of an inner loop are written out. */
const mostTurns = 4;

/** As many turns of an inner loop of `count` as are written out between its jumps. */
const turnsOf = (count: number) => Math.min(count, mostTurns);

/** The most products that are written out for one layer before a loop goes over columns. */
const mostWritten = 48;

/** Splits `vectors` into parts as equal as can be, of at most 4. */
function partsOf(vectors: number): readonly { from: number; length: number }[] {
  const count = Math.ceil(vectors / 4);
  return Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part * vectors) / count);
    return { from, length: Math.floor(((part + 1) * vectors) / count) - from };
  });
}

/** The sums of a layer, of those over its outputs on the way back. */
export function writeProduct(writer: Writer, product: Product) {
  const { columns, depth, vectors, columnStride, begin } = product;
  if (writer.onBlocks) {
    return writer.onBlock(
      { do: "product", to: null, product },
      product.from,
      product.into,
    );
  }
  const row = vectors * four;
  for (const { from, length } of partsOf(vectors)) {
    const most = Math.max(1, Math.floor(mostSums / length));
    const wide = Math.min(most, columns);
    const tiles = Math.floor(columns / wide);
    const few = tiles * wide * depth * length <= mostWritten;
    const tile = (count: number) => (at: Address, start: Address, into: Address) =>
      writeTile(writer, product, { count, from, length }, at, start, into);
    const walks = [
      [fixed(product.weights), wide * columnStride],
      [fixed(begin ?? 0), wide * single],
      [behind(product.into, from * four), wide * row],
    ] as const;
    writer.loop(
      tiles,
      begin === null ? [walks[0], [fixed(0), 0], walks[2]] : walks,
      (at, start, into) => tile(wide)(at!, start!, into!),
      few ? tiles : 1,
    );
    const rest = columns - tiles * wide;
    if (rest === 0) continue;
    const [at, start, into] = walks.map(([place, stride]) =>
      behind(place, tiles * stride),
    );
    tile(rest)(at!, start!, into!);
  }
}

function writeTile(
  writer: Writer,
  product: Product,
  tile: { count: number; from: number; length: number },
  weights: Address,
  begin: Address,
  into: Address,
) {
  const { depth, vectors, columnStride, depthStride } = product;
  const { onLanes, load, loadSplat, store, number } = writer;
  const row = vectors * four;
  const each = <T>(count: number, of: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => of(index));
  const first = each(tile.count, (column) => {
    const start =
      product.begin === null ? number(0) : loadSplat(behind(begin, column * single));
    return each(tile.length, () => start);
  }).flat();
  const sums = writer.fold(
    depth,
    [
      [weights, depthStride],
      [behind(product.from, tile.from * four), row],
    ],
    first,
    ([weight, factor], before) => {
      const factors = each(tile.length, (v) => load(behind(factor!, v * four)));
      return each(tile.count, (column) => {
        const shared = loadSplat(behind(weight!, column * columnStride));
        return factors.map((own, v) =>
          onLanes("add", before[column * tile.length + v]!, onLanes("mul", shared, own)),
        );
      }).flat();
    },
    turnsOf(depth),
  );
  sums.forEach((sum, n) => {
    const [column, v] = [Math.floor(n / tile.length), n % tile.length];
    const at = behind(into, column * row + v * four);
    store(at, product.scales ? onLanes("mul", sum, load(at)) : sum);
  });
}

/** The four lanes of each of four registers summed: one sum in each lane. */
function sumsOf({ onLanes, shuffle }: Writer, four: readonly Lanes[]): Lanes {
  const [a, b, c, d] = four;
  const low: Four = [0, 4, 1, 5];
  const high: Four = [2, 6, 3, 7];
  const paired = (one: Lanes, other: Lanes) =>
    onLanes("add", shuffle(one, other, low), shuffle(one, other, high));
  const [ab, cd] = [paired(a!, b!), paired(c!, d!)];
  return onLanes("add", shuffle(ab, cd, [0, 1, 4, 5]), shuffle(ab, cd, [2, 3, 6, 7]));
}

/**
 * The gradient of a layer, by fours in the order of the weights; what stands behind its last
 * is overwritten, so that the next layer comes after it.
 */
export function writeGradient(writer: Writer, gradient: Gradient) {
  const { inputs, outputs, vectors, below, deltas, weights, biases, adds } = gradient;
  if (writer.onBlocks) {
    return writer.onBlock({ do: "gradient", to: null, gradient }, below, deltas);
  }
  const { onLanes, load, loop, number, store } = writer;
  const row = vectors * four;
  const all = Array.from({ length: vectors }, (_, v) => v * four);
  const column = (at: Address) => all.map((v) => load(behind(at, v)));
  const dot = (one: readonly Lanes[] | null, other: Address) =>
    column(other)
      .map((lanes, v) => (one ? onLanes("mul", one[v]!, lanes) : lanes))
      .reduce((sum, lanes) => onLanes("add", sum, lanes));
  const put = (sums: readonly Lanes[], into: Address) => {
    const padded = [...sums, ...new Array<Lanes>(4 - sums.length).fill(number(0))];
    const sum = sumsOf(writer, padded);
    store(into, adds ? onLanes("add", load(into), sum) : sum);
  };

  /** All outputs of one input, whose numbers are `own`; biases have none. */
  const oneInput = (own: readonly Lanes[] | null, into: Address) => {
    const whole = Math.floor(outputs / 4);
    const group = (count: number) => (delta: Address, to: Address) => {
      const sums = Array.from({ length: count }, (_, o) =>
        dot(own, behind(delta, o * row)),
      );
      put(sums, to);
    };
    if (whole > 0) {
      loop(
        whole,
        [
          [deltas, 4 * row],
          [into, four],
        ],
        (delta, to) => group(4)(delta!, to!),
        whole <= 2 ? whole : 1,
      );
    }
    const rest = outputs % 4;
    if (rest === 0) return;
    group(rest)(behind(deltas, 4 * whole * row), behind(into, whole * four));
  };

  if (outputs % 4 === 0 || outputs > 8) {
    loop(
      inputs,
      [
        [below, row],
        [fixed(weights), outputs * single],
      ],
      (own, into) => oneInput(column(own!), into!),
      inputs * outputs * vectors <= mostWritten ? inputs : 1,
    );
    oneInput(null, fixed(biases));
    return;
  }

  // With few outputs, four weights in a row belong to several inputs.
  const inputsAtOnce = outputs % 2 === 0 ? 2 : 4;
  const periods = Math.floor(inputs / inputsAtOnce);
  const flat = (from: Address, first: number, count: number, into: Address) => {
    for (let k = 0; k < count; k += 4) {
      const sums = Array.from({ length: Math.min(4, count - k) }, (_, n) => {
        const input = Math.floor((k + n) / outputs);
        const own = first + input < inputs ? column(behind(from, input * row)) : null;
        return dot(own, behind(deltas, ((k + n) % outputs) * row));
      });
      put(sums, behind(into, k * single));
    }
  };
  const period = inputsAtOnce * outputs;
  if (periods > 0) {
    loop(
      periods,
      [
        [below, inputsAtOnce * row],
        [fixed(weights), period * single],
      ],
      (from, into) => flat(from!, 0, period, into!),
      periods * period * vectors <= mostWritten ? periods : 1,
    );
  }
  const done = periods * inputsAtOnce;
  const left = (inputs - done + 1) * outputs;
  flat(behind(below, done * row), done, left, fixed(weights + done * outputs * single));
}
