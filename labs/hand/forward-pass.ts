import {
  type Meanings,
  spelledOut,
  substitute,
  symbolsOf,
} from "@/labs/formula/in-symbols";
import { binding } from "@/labs/formula/print";
import { activationCurve, lossCurve } from "@/labs/network/curves";
import type { LossName } from "@/labs/network/loss";
import { cellAt, type Grid, type GridCell, scalar } from "./grid";
import type { Scene } from "./pass-names";
import { inside, type StepPart, type StepResult, sumOfProducts } from "./step";

// The steps from the inputs to the loss.

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
            depth.map((k) => [cellAt(below, row, k), cellAt(weights, k, column)]),
            [cellAt(biases, 0, column)],
            write,
          ),
          uses: [
            ...depth.flatMap((k): GridCell[] => [
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
  const value = spelledOut(activationCurve(record.layer.activation).value);
  const kept: Grid | null = record.kept && {
    ...sums,
    id: `D${index}`,
    symbol: `D${number}`,
    name: `dropout, drawn anew in pass ${batch.pass}`,
    data: record.kept,
  };
  const made: StepResult = {
    grid: values,
    working(row, column, write) {
      const z = cellAt(sums, row, column);
      const substituted = substitute(value, { z }, write);
      const uses = [{ grid: sums.id, row, column }];
      if (!kept) return { ...substituted, uses };
      return {
        ...substituted,
        expression: `${inside(cellAt(kept, row, column), write)} × (${substituted.expression})`,
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
    formula: `${values.symbol} = ${kept ? `${kept.symbol} ⊙ ` : ""}f(${sums.symbol}), f(z) = ${symbolsOf(value)}`,
    lines: [kept ? [kept, "⊙ f of", sums, "=", values] : ["f of", sums, "=", values]],
    made: [made],
    asks: values.id,
  };
}

// The steps at the scores: how wrong they are, and the slopes of that.

/** T: what the scores should be. */
const goalsOf = (scenes: readonly Scene[]): Grid => {
  const { batch, examples, names } = scenes.at(-1)!;
  return {
    id: "T",
    symbol: "T",
    name: "targets",
    rows: examples,
    columns: names.outputs,
    data: batch.goals,
  };
};

/** The meaning of a target where each class has an output of its own. */
const meaningsOf = ({ names }: Scene): Meanings =>
  names.outputs.length === 1
    ? {}
    : { t: (t) => `this is ${t > 0 ? "" : "not "}the right class` };

/** r = ln Σ exp(s), for the losses that need it. */
function logsOf({ batch, sums, examples, names }: Scene): StepResult | null {
  if (!batch.rowLogs) return null;
  const grid: Grid = {
    id: "r",
    symbol: "r",
    name: "ln of the sum of exp(s)",
    rows: examples,
    columns: [""],
    data: batch.rowLogs,
  };
  const columns = names.outputs.map((_, column) => column);
  return {
    grid,
    working: (row, _column, write) => ({
      expression: `ln(${columns.map((c) => `exp(${write(cellAt(sums, row, c))})`).join(" + ")})`,
      uses: columns.map((column) => ({ grid: sums.id, row, column })),
    }),
  };
}

/** The loss of each score, and the mean over the examples. */
export function lossStep(scenes: readonly Scene[], loss: LossName): StepPart {
  const scene = scenes.at(-1)!;
  const { batch, sums, examples, names } = scene;
  const goals = goalsOf(scenes);
  const meanings = meaningsOf(scene);
  const value = spelledOut(lossCurve(loss).value);
  const each: Grid = {
    ...sums,
    id: "loss",
    symbol: "ℓ",
    name: "losses",
    data: batch.losses,
  };
  const mean = scalar("mean", "L", "mean loss of the batch", batch.meanLoss);
  const logs = logsOf(scene);
  const columns = names.outputs.map((_, column) => column);
  const eachMade: StepResult = {
    grid: each,
    working(row, column, write) {
      const [s, t] = [cellAt(sums, row, column), cellAt(goals, row, column)];
      const r = logs ? cellAt(logs.grid, row, 0) : 0;
      const substituted = substitute(value, { s, t, r }, write, binding.choice, meanings);
      const own = [sums, goals].map(({ id }): GridCell => ({ grid: id, row, column }));
      const used = logs && t > 0 ? [...own, { grid: logs.grid.id, row, column: 0 }] : own;
      return { ...substituted, uses: used };
    },
  };
  const meanMade: StepResult = {
    grid: mean,
    working: (_row, _column, write) => ({
      expression: `(${[...batch.losses].map(write).join(" + ")}) / ${examples.length}`,
      uses: examples.flatMap((_, row) =>
        columns.map((column): GridCell => ({ grid: each.id, row, column })),
      ),
    }),
  };
  return {
    phase: "loss",
    layer: null,
    nodes: scenes.length,
    short: "L",
    title: "Loss",
    says:
      (columns.length > 1
        ? "How wrong each score is; an example’s loss is the sum over its scores, "
        : "How wrong each score is, ") +
      "and the loss of the batch is the mean over its examples.",
    formula: `ℓ = ${symbolsOf(value)}; L = sum of ℓ / ${examples.length}`,
    lines: [
      ...(logs ? [["r of", sums, "=", logs.grid]] : []),
      ["ℓ of", sums, "and", goals, "=", each],
      [each, "gives", mean],
    ],
    made: [...(logs ? [logs] : []), eachMade, meanMade],
    asks: each.id,
  };
}

/** The deltas of the scores. */
export function lossSlopesStep(scenes: readonly Scene[], loss: LossName): StepPart {
  const scene = scenes.at(-1)!;
  const { sums, deltas, examples, index } = scene;
  const goals = goalsOf(scenes);
  const logs = logsOf(scene);
  const meanings = meaningsOf(scene);
  const slope = spelledOut(lossCurve(loss).slope);
  const count = examples.length;
  const made: StepResult = {
    grid: deltas,
    working(row, column, write) {
      const [s, t] = [cellAt(sums, row, column), cellAt(goals, row, column)];
      const r = logs ? cellAt(logs.grid, row, 0) : 0;
      const substituted = substitute(
        slope,
        { s, t, r },
        write,
        binding.product,
        meanings,
      );
      const own = [sums, goals].map(({ id }): GridCell => ({ grid: id, row, column }));
      const used = logs ? [...own, { grid: logs.grid.id, row, column: 0 }] : own;
      return {
        ...substituted,
        expression: `${substituted.expression} / ${count}`,
        uses: used,
      };
    },
  };
  return {
    phase: "back",
    layer: null,
    nodes: index + 1,
    short: deltas.symbol,
    title: "Slopes of the loss",
    says:
      "How the mean loss changes with each score: the slope of that score’s loss, " +
      "divided by the number of examples in the batch.",
    formula: `${deltas.symbol} = slope / ${count}, slope = ${symbolsOf(slope)}`,
    lines: [
      [
        ...["slope of", sums, "and", goals],
        ...(logs ? ["with", logs.grid] : []),
        "gives",
        deltas,
      ],
    ],
    made: [made],
    asks: deltas.id,
  };
}
