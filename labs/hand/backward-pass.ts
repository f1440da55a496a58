import { namesIn } from "@/labs/formula/formula";
import { spelledOut, substitute, symbolsOf } from "@/labs/formula/in-symbols";
import { binding } from "@/labs/formula/print";
import {
  activationCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import type { Plan } from "@/labs/run/plan";
import { cellAt, type Grid, type GridCell, transpose } from "./grid";
import type { Scene } from "./pass-names";
import { inside, type StepPart, type StepResult, sumOfProducts } from "./step";

// The steps from the loss back to the gradients.

/** The gradient as matrices: of the weights, and of the biases. */
function gradientsOf({ record, weights, biases, number }: Scene) {
  const { inputs, outputs } = record.layer;
  const ofWeights: Grid = {
    ...weights,
    id: `d${weights.id}`,
    symbol: `∂W${number}`,
    name: "gradient of the weights",
    data: record.gradient.slice(0, inputs * outputs),
  };
  const ofBiases: Grid = {
    ...biases,
    id: `d${biases.id}`,
    symbol: `∂b${number}`,
    name: "gradient of the biases",
    data: record.gradient.slice(inputs * outputs),
  };
  return { ofWeights, ofBiases };
}

export function gradientStep(scene: Scene): StepPart {
  const { below, deltas, examples, index, last } = scene;
  const { ofWeights, ofBiases } = gradientsOf(scene);
  const given = transpose(below);
  const rows = examples.map((_, row) => row);
  return {
    phase: "back",
    layer: index,
    nodes: index + 1,
    short: ofWeights.symbol,
    title: `${last ? "Output layer" : `Layer ${index + 1}`}: gradient`,
    says:
      "How the loss changes with each weight: what the weight was given times the delta " +
      "it led to, over all examples. A bias was given 1 each time.",
    formula: `${ofWeights.symbol} = ${given.symbol} · ${deltas.symbol}; ${ofBiases.symbol} = the sums of the columns of ${deltas.symbol}`,
    lines: [
      [given, "·", deltas, "=", ofWeights],
      ["columns of", deltas, "added up =", ofBiases],
    ],
    made: [
      {
        grid: ofWeights,
        working: (row, column, write) => ({
          expression: sumOfProducts(
            rows.map((k) => [cellAt(given, row, k), cellAt(deltas, k, column)]),
            [],
            write,
          ),
          uses: rows.flatMap((k): GridCell[] => [
            { grid: given.id, row, column: k },
            { grid: deltas.id, row: k, column },
          ]),
        }),
      },
      {
        grid: ofBiases,
        working: (_row, column, write) => ({
          expression: rows
            .map((k) => inside(cellAt(deltas, k, column), write))
            .join(" + "),
          uses: rows.map((k): GridCell => ({ grid: deltas.id, row: k, column })),
        }),
      },
    ],
    asks: ofWeights.id,
  };
}

/** From the deltas of `above` to those of the layer below it. */
export function deltasStep(scene: Scene, above: Scene): StepPart {
  const { sums, values, deltas, record, index, number } = scene;
  const slope = spelledOut(activationCurve(record.layer.activation).brief);
  const weights = transpose(above.weights);
  const like = (id: string, symbol: string, name: string, data: Float64Array): Grid => ({
    ...deltas,
    ...{ id: `${id}${index}`, symbol, name, data },
  });
  const back = like("E", `E${number}`, "slopes of L by the outputs", above.record.back);
  const slopes = like("F", `F${number}`, "slopes of the activation", record.slopes);
  const kept = record.kept && like("D", `D${number}`, "dropout", record.kept);
  const depth = weights.rows.map((_, k) => k);
  const backMade: StepResult = {
    grid: back,
    working: (row, column, write) => ({
      expression: sumOfProducts(
        depth.map((k) => [cellAt(above.deltas, row, k), cellAt(weights, k, column)]),
        [],
        write,
      ),
      uses: depth.flatMap((k): GridCell[] => [
        { grid: above.deltas.id, row, column: k },
        { grid: weights.id, row: k, column },
      ]),
    }),
  };
  const slopesMade: StepResult = {
    grid: slopes,
    working(row, column, write) {
      const place = row * deltas.columns.length + column;
      const [z, a] = [record.sums[place]!, record.outputs[place]!];
      const substituted = substitute(slope, { z, a }, write);
      const share = kept ? `${inside(cellAt(kept, row, column), write)} × ` : "";
      const own = [sums, ...(kept ? [kept] : [])];
      return {
        ...substituted,
        expression: kept ? `${share}(${substituted.expression})` : substituted.expression,
        uses: own.map(({ id }): GridCell => ({ grid: id, row, column })),
      };
    },
  };
  const deltasMade: StepResult = {
    grid: deltas,
    working: (row, column, write) => ({
      expression: sumOfProducts(
        [[cellAt(back, row, column), cellAt(slopes, row, column)]],
        [],
        write,
      ),
      uses: [back, slopes].map(({ id }): GridCell => ({ grid: id, row, column })),
    }),
  };
  return {
    phase: "back",
    layer: above.index,
    nodes: index + 1,
    short: deltas.symbol,
    title: `Back to layer ${index + 1}`,
    says:
      `The deltas flow back through the weights to the outputs ${values.symbol}, and through ` +
      `the activation to the sums ${sums.symbol}: there each is multiplied by the slope f′(z).`,
    formula: `${deltas.symbol} = (${above.deltas.symbol} · ${weights.symbol}) ⊙ ${kept ? `${kept.symbol} ⊙ ` : ""}f′(${sums.symbol}), f′(z) = ${symbolsOf(slope)}`,
    lines: [
      [above.deltas, "·", weights, "=", back],
      [...(kept ? [kept, "⊙"] : []), "f′ of", sums, "=", slopes],
      [back, "⊙", slopes, "=", deltas],
    ],
    made: [backMade, slopesMade, deltasMade],
    asks: deltas.id,
  };
}

// The steps that update the weights, and what the pass has come to.

/** One layer's weights and biases updated by the optimizer; the biases stand below. */
export function updateStep(scene: Scene, plan: Plan): StepPart {
  const { record, names, index, number, batch, last } = scene;
  const { rate, decay, regularization } = plan;
  const optimizer: Optimizer = optimizers[plan.optimizer];
  const formulas = optimizerFormulas(plan.optimizer);
  const part = regularizationCurve(regularization).slope;
  const regular = regularization !== "none";
  const grid = (id: string, symbol: string, name: string, data: Float64Array): Grid => ({
    ...{ id: `${id}${index}`, symbol: `${symbol}${number}`, name, data },
    rows: [...names.inputs, "bias"],
    columns: names.outputs,
  });
  const weights = grid("P", "W", "weights and biases", record.weights);
  const gradient = grid("dP", "∂W", "their gradient", record.gradient);
  const full = regular
    ? grid("g", "g", `gradient with ${regularization.toUpperCase()}`, record.full)
    : gradient;
  const updated: Grid = {
    ...grid("N", "W′", "weights and biases after the step", record.updated),
    symbol: `W′${number}`,
  };
  const corrections = { tenth: "(1 − 0.9ᵏ)", thousandth: "(1 − 0.999ᵏ)" };
  const slots = optimizer.slots.map(({ symbol, name }, slot) => {
    const { before, after } = record.slots[slot]!;
    return {
      symbol,
      update: formulas.slots[slot]!,
      formula: `${symbol}′ = ${symbolsOf(formulas.slots[slot]!, { g: full.symbol })}`,
      before: grid(`slot${slot}-`, symbol, `${name} so far`, before),
      after: grid(`renewed${slot}-`, `${symbol}′`, name, after),
    };
  });
  const direct = namesIn(formulas.change).has("g");
  const changing = [
    weights,
    ...(direct ? [full] : []),
    ...slots.map(({ after }) => after),
  ];
  const cellOf =
    (row: number, column: number) =>
    (of: Grid): GridCell => ({
      ...{ grid: of.id, row, column },
    });
  const made: StepResult[] = slots.map(({ symbol, update, before, after }) => ({
    grid: after,
    working(row, column, write) {
      const values = {
        g: cellAt(full, row, column),
        [symbol]: cellAt(before, row, column),
      };
      return {
        ...substitute(update, values, write),
        uses: [full, before].map(cellOf(row, column)),
      };
    },
  }));
  if (regular) {
    made.unshift({
      grid: full,
      working(row, column, write) {
        const slope = inside(cellAt(gradient, row, column), write);
        const bias = row === names.inputs.length;
        if (bias) {
          const because = "a bias is not regularized";
          return { because, expression: slope, uses: [cellOf(row, column)(gradient)] };
        }
        const w = cellAt(weights, row, column);
        const substituted = substitute(part, { w }, write, binding.power);
        return {
          ...substituted,
          expression: `${slope} + ${write(decay)} × ${substituted.expression}`,
          uses: [gradient, weights].map(cellOf(row, column)),
        };
      },
    });
  }
  made.push({
    grid: updated,
    working(row, column, write) {
      const kept = slots.map(({ symbol, after }) => [symbol, cellAt(after, row, column)]);
      const values = {
        ...{ g: cellAt(full, row, column), ...batch.correction },
        ...Object.fromEntries(kept),
      };
      const change = substitute(formulas.change, values, write, binding.power);
      return {
        ...change,
        expression: `${write(cellAt(weights, row, column))} − ${write(rate)} × ${change.expression}`,
        uses: changing.map(cellOf(row, column)),
      };
    },
  });
  const renewed = slots.map(({ symbol }) => [symbol, `${symbol}′`]);
  const changeText = symbolsOf(formulas.change, {
    ...{ g: full.symbol, ...corrections },
    ...Object.fromEntries(renewed),
  });
  const partText = symbolsOf(part, {}, binding.power);
  return {
    phase: "update",
    layer: index,
    nodes: index + 1,
    short: updated.symbol,
    title: `${last ? "Output layer" : `Layer ${index + 1}`}: update`,
    says:
      `Every weight and bias moves against its slope; the learning rate is ${rate}. ` +
      "The engine keeps the new numbers in single precision, to about seven digits.",
    formula: [
      ...(regular
        ? [`${full.symbol} = ${gradient.symbol} + ${decay} × ${partText}`]
        : []),
      ...slots.map(({ formula }) => formula),
      `${updated.symbol} = W − ${rate} × ${changeText}`,
      ...(changeText.includes("ᵏ") ? [`k = ${batch.step}`] : []),
    ].join("; "),
    lines: [
      ...(regular ? [[gradient, `+ ${decay} × ${partText} of`, weights, "=", full]] : []),
      ...slots.map(({ before, after }) => [before, "and", full, "give", after]),
      [
        ...changing.flatMap((grid, at) => (at > 0 ? ["and", grid] : [grid])),
        "give",
        updated,
      ],
    ],
    made,
    asks: updated.id,
  };
}
