import { curveOf } from "../formula/curve";
import { regularizationCurve } from "../network/curves";
import { depthOf } from "../network/network";
import {
  lnAllButThousandth,
  lnNineTenths,
  type Optimizer,
  optimizers,
} from "../network/optimizer";
import { expm1 } from "./elementary-lanes";
import { formulaLanes } from "./formula-lanes";
import { writeGradient, writeProduct } from "./layers";
import { fixed, four, single } from "./layout";
import { shuffledLanes } from "./order-lanes";
import { judgeScores, type Parts } from "./passes-forward";
import { type Address, behind, type Lanes } from "./program";
import { eachWindow, spreadMeans } from "./windows";

// A batch: its examples fetched, its gradient, and the step.

/**
 * `order(key)` draws the order of a pass, and `fetch(from, rows)` fetches the examples at
 * positions of it. Rows that are none repeat the first, so that their numbers are finite as
 * long as its are.
 */
export function writeFetch(parts: Parts) {
  const { writer, plan, layout } = parts;
  const { onWords, onLanes, load, store, loadWord, storeWord, splat, loop } = writer;
  const { inputs: width } = plan.network.layers[0]!;
  const { batch } = layout;
  const { vectors, places, masks, targets, inputs } = batch;
  const row = vectors * four;

  /** Four examples, a number of each in one vector. */
  const fetchFour = (at: Address, into: Address, target: Address) => {
    const rows = [0, 1, 2, 3].map((n) => loadWord(behind(at, n * single)));
    rows.forEach((place, n) => {
      const base = onWords("mul", place, single);
      storeWord(behind(target, n * single), loadWord({ base, offset: layout.targets }));
    });
    const bases = rows.map((place): Address => {
      return { base: onWords("mul", place, width * single), offset: layout.features };
    });
    const byFours = Math.floor(width / 4);
    if (byFours > 0) {
      loop(
        byFours,
        [...bases.map((base) => [base, four] as const), [into, 4 * row]],
        (a, b, c, d, to) => {
          turned(parts, [a!, b!, c!, d!].map(load)).forEach((lanes, i) => {
            store(behind(to!, i * row), lanes);
          });
        },
        byFours <= 2 ? byFours : 1,
      );
    }
    for (let i = 4 * byFours; i < width; i += 1) {
      bases.forEach((base, n) => {
        storeWord(behind(into, i * row + n * single), loadWord(behind(base, i * single)));
      });
    }
  };

  writer.routine("order", 1, (key) => {
    const keys = splat(key!);
    const walks = [layout.positions, layout.order].map(
      (at) => [fixed(at), four] as const,
    );
    writer.each(Math.ceil(plan.train / 4), walks, (at, place) => {
      const own = load(at!);
      // A number that is no position would be turned for ever.
      const isOne = onLanes("lessWords", own, writer.bits(plan.train));
      const position = onLanes("and", own, isOne);
      store(place!, shuffledLanes(writer, position, plan.train, keys));
    });
  });
  writer.routine("fetch", 2, (from, rows) => {
    const base = onWords("mul", from!, single);
    const first = writer.loadSplat({ base, offset: layout.order });
    const walks = [
      [fixed(layout.positions), four],
      [{ base, offset: layout.order }, four],
      [fixed(places), four],
      [fixed(masks), four],
    ] as const;
    writer.each(vectors, walks, (row, drawn, place, mask) => {
      const isRow = onLanes("lessWords", load(row!), splat(rows!));
      store(mask!, isRow);
      store(place!, onLanes("pick", load(drawn!), first, isRow));
    });
    if (writer.onBlocks) {
      const { features } = layout;
      const sources = { places, vectors, width, features, targets: layout.targets };
      const gather = { ...sources, into: inputs.offset, targetsInto: targets };
      return writer.onBlock({ do: "gather", to: null, gather });
    }
    loop(
      vectors,
      [
        [fixed(places), four],
        [inputs, four],
        [fixed(targets), four],
      ],
      (at, into, target) => fetchFour(at!, into!, target!),
      vectors * width <= 8 ? vectors : 1,
    );
  });
}

/** Four rows of four lanes as their four columns. */
function turned({ writer }: Parts, rows: readonly Lanes[]): readonly Lanes[] {
  const { shuffle } = writer;
  const [a, b, c, d] = rows;
  const [abLow, abHigh] = [shuffle(a!, b!, [0, 4, 1, 5]), shuffle(a!, b!, [2, 6, 3, 7])];
  const [cdLow, cdHigh] = [shuffle(c!, d!, [0, 4, 1, 5]), shuffle(c!, d!, [2, 6, 3, 7])];
  return [
    shuffle(abLow, cdLow, [0, 1, 4, 5]),
    shuffle(abLow, cdLow, [2, 3, 6, 7]),
    shuffle(abHigh, cdHigh, [0, 1, 4, 5]),
    shuffle(abHigh, cdHigh, [2, 3, 6, 7]),
  ];
}

/** `backward()`: from the scores of a block to its part of the gradient. */
export function writeBackward(parts: Parts) {
  const { writer, plan, layout, loss } = parts;
  const { onLanes, load } = writer;
  const { batch, weights, gradient, share } = layout;
  const { layers } = plan.network;
  const last = layers.length - 1;
  writer.routine("backward", 0, () => {
    const part = load(fixed(share));
    const { targets, masks, deltas, vectors } = batch;
    judgeScores(
      parts,
      batch,
      { targets: fixed(targets), masks: fixed(masks), into: fixed(deltas[last]!) },
      (names) => onLanes("mul", part, formulaLanes(writer, loss.slope, names)),
    );
    for (let index = last; index > 0; index -= 1) {
      const layer = layers[index]!;
      const { inputs, outputs, weightsAt } = layer;
      const [from, into] = [fixed(deltas[index]!), fixed(deltas[index - 1]!)];
      if (layer.kind === "mean") {
        spreadMeans(writer, layer, vectors, from, into);
        continue;
      }
      writeProduct(writer, {
        columns: inputs,
        depth: outputs,
        vectors,
        weights: weights + weightsAt * single,
        columnStride: outputs * single,
        depthStride: single,
        from,
        into,
        begin: null,
        scales: true,
      });
    }
  });
  writer.routine("gradient", 0, () => {
    layers.forEach((layer, index) => {
      if (layer.kind === "mean") return;
      const isDense = layer.kind === "dense";
      const sums = {
        inputs: depthOf(layer),
        outputs: isDense ? layer.outputs : layer.kernels,
        vectors: batch.vectors,
        weights: gradient + layer.weightsAt * single,
        biases: gradient + layer.biasesAt * single,
        adds: batch.blocks > 1 || !isDense,
      };
      const deltas = fixed(batch.deltas[index]!);
      if (isDense) {
        const below = index === 0 ? batch.inputs : fixed(batch.values[index - 1]!);
        writeGradient(writer, { ...sums, below, deltas });
        return;
      }
      // It is a network's first: what is cleared behind its numbers comes later.
      if (batch.blocks === 1) clearGradient(parts, layer.biasesAt + layer.kernels);
      eachWindow(writer, layer, batch, deltas, (below, deltas) => {
        writeGradient(writer, { ...sums, below, deltas });
      });
    });
  });
}

/** Puts 0 in place of the first `count` numbers of the gradient, at least. */
export function clearGradient({ writer, layout }: Parts, count: number) {
  writer.each(Math.ceil(count / 4), [[fixed(layout.gradient), four]], (at) => {
    writer.store(at!, writer.number(0));
  });
}

/** `step(step)`: the weights and what the optimizer keeps, renewed by the gradient. */
export function writeStep({ writer, plan, layout }: Parts) {
  const { onLanes, load, store, number, splat } = writer;
  const { rate, regularization, network } = plan;
  const { formula, slots }: Optimizer = optimizers[plan.optimizer];
  const named = [
    "g",
    ...slots.map(({ symbol }) => symbol),
    "tenth",
    "thousandth",
  ] as const;
  const read = (text: string) => curveOf(text, ["g", ...named.slice(1)]).value;
  const penalty = regularizationCurve(regularization).slope;
  /** 1 − 0.9ⁿ or its like, where a formula needs it. */
  const filled = (name: string, step: Lanes, ln: number) =>
    [formula, ...slots.map(({ formula }) => formula)].some((one) => one.includes(name))
      ? { [name]: onLanes("neg", expm1(writer, onLanes("mul", step, number(ln)))) }
      : {};
  const groups = Math.ceil(network.size / 4);
  writer.routine("step", 1, (count) => {
    const step = onLanes("fromWords", splat(count!));
    const corrections = {
      ...filled("tenth", step, lnNineTenths),
      ...filled("thousandth", step, lnAllButThousandth),
    };
    writer.each(
      groups,
      [layout.weights, layout.gradient, layout.decays, ...layout.slots].map(
        (start) => [fixed(start), four] as const,
      ),
      (weight, gradient, decay, ...kept) => {
        const w = load(weight!);
        const plain = load(gradient!);
        const more = () =>
          onLanes("mul", load(decay!), formulaLanes(writer, penalty, { w }));
        const g = regularization === "none" ? plain : onLanes("add", plain, more());
        const names: Record<string, Lanes> = { g, ...corrections };
        slots.forEach(({ symbol, formula }, n) => {
          names[symbol] = load(kept[n]!);
          names[symbol] = formulaLanes(writer, read(formula), names);
          store(kept[n]!, names[symbol]);
        });
        const change = formulaLanes(writer, read(formula), names);
        store(weight!, onLanes("sub", w, onLanes("mul", number(rate), change)));
      },
      groups <= 4 ? groups : 2,
    );
  });
}
