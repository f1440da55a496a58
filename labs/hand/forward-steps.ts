// The steps from the inputs to the loss.

import { at, type Cell, type Grid } from "./grid";
import { goalsOf } from "./loss-steps";
import { activationNotations } from "./notation";
import type { Scene } from "./pass-names";
import { inside, type Made, type StepPart, sumOfProducts } from "./step";

const layerName = ({ last, index }: Scene) =>
  last ? "Output layer" : `Layer ${index + 1}`;

/** X and the targets. */
export function batchStep(scenes: readonly Scene[]): StepPart {
  const { below, examples, batch } = scenes[0]!;
  const goals = goalsOf(scenes);
  const count = examples.length;
  return {
    phase: "forward",
    layer: null,
    nodes: 0,
    short: "X",
    title: "The batch",
    says:
      `Step ${batch.step} of the run takes ${count === 1 ? examples[0] : `${count} examples, in an order that the seed decides`}: ` +
      `${count === 1 ? "its" : "their"} inputs, and what ${count === 1 ? "its" : "their"} scores should be.`,
    formula: "given: X and T",
    lines: [[below, goals]],
    made: [],
    asks: null,
  };
}

export function sumsStep(scene: Scene): StepPart {
  const { below, weights, biases, sums, number, names, last, index } = scene;
  const depth = names.inputs.map((_, k) => k);
  return {
    phase: "forward",
    layer: index,
    nodes: index + 1,
    short: sums.symbol,
    title: last ? "Scores" : `${layerName(scene)}: weighted sums`,
    says:
      "Each input times its weight, added up, and the bias: a row for each example, " +
      `a column for each ${last ? "score" : "neuron"}.${last ? " The output has no bend." : ""}`,
    formula: `${sums.symbol} = ${below.symbol} · W${number} + b${number}`,
    lines: [[below, "·", weights, "+", biases, "=", sums]],
    made: [
      {
        grid: sums,
        working: (row, column, write) => ({
          expression: sumOfProducts(
            depth.map((k) => [at(below, row, k), at(weights, k, column)]),
            [at(biases, 0, column)],
            write,
          ),
          uses: [
            ...depth.flatMap((k): Cell[] => [
              { grid: below.id, row, column: k },
              { grid: weights.id, row: k, column },
            ]),
            { grid: biases.id, row: 0, column },
          ],
        }),
      },
    ],
    asks: sums.id,
  };
}

export function outputsStep(scene: Scene): StepPart {
  const { sums, values, record, number, index, batch } = scene;
  const { activation } = record.layer;
  const notation = activationNotations[activation];
  const kept: Grid | null = record.kept && {
    ...sums,
    id: `D${index}`,
    symbol: `D${number}`,
    name: `dropout, drawn anew in pass ${batch.pass}`,
    data: record.kept,
  };
  const made: Made = {
    grid: values,
    working(row, column, write) {
      const { expression, because } = notation.put(at(sums, row, column), write);
      const uses = [{ grid: sums.id, row, column }];
      const reason = because === undefined ? {} : { because };
      if (!kept) return { ...reason, expression, uses };
      return {
        ...reason,
        expression: `${inside(at(kept, row, column), write)} × (${expression})`,
        uses: [...uses, { grid: kept.id, row, column }],
      };
    },
  };
  return {
    phase: "forward",
    layer: index,
    nodes: index + 1,
    short: values.symbol,
    title: `${layerName(scene)}: outputs`,
    says: kept
      ? "Each sum goes through the activation; dropout then leaves some out and grows the rest."
      : "Each sum goes through the activation by itself.",
    formula: `${values.symbol} = ${kept ? `${kept.symbol} ⊙ ` : ""}f(${sums.symbol}), f(z) = ${notation.value}`,
    lines: [kept ? [kept, "⊙ f of", sums, "=", values] : ["f of", sums, "=", values]],
    made: [made],
    asks: values.id,
  };
}
