// The steps from the loss back to the gradients.

import { at, type Cell, type Grid, turned } from "./grid";
import { activationNotations } from "./notation";
import type { Scene } from "./pass-names";
import { inside, type Made, type StepPart, sumOfProducts } from "./step";

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
  const given = turned(below);
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
            rows.map((k) => [at(given, row, k), at(deltas, k, column)]),
            [],
            write,
          ),
          uses: rows.flatMap((k): Cell[] => [
            { grid: given.id, row, column: k },
            { grid: deltas.id, row: k, column },
          ]),
        }),
      },
      {
        grid: ofBiases,
        working: (_row, column, write) => ({
          expression: rows.map((k) => inside(at(deltas, k, column), write)).join(" + "),
          uses: rows.map((k): Cell => ({ grid: deltas.id, row: k, column })),
        }),
      },
    ],
    asks: ofWeights.id,
  };
}

/** From the deltas of `above` to those of the layer below it. */
export function deltasStep(scene: Scene, above: Scene): StepPart {
  const { sums, values, deltas, record, index, number } = scene;
  const notation = activationNotations[record.layer.activation];
  const weights = turned(above.weights);
  const like = (id: string, symbol: string, name: string, data: Float64Array): Grid => ({
    ...deltas,
    ...{ id: `${id}${index}`, symbol, name, data },
  });
  const back = like("E", `E${number}`, "slopes of L by the outputs", above.record.back);
  const slopes = like("F", `F${number}`, "slopes of the activation", record.slopes);
  const kept = record.kept && like("D", `D${number}`, "dropout", record.kept);
  const depth = weights.rows.map((_, k) => k);
  const backMade: Made = {
    grid: back,
    working: (row, column, write) => ({
      expression: sumOfProducts(
        depth.map((k) => [at(above.deltas, row, k), at(weights, k, column)]),
        [],
        write,
      ),
      uses: depth.flatMap((k): Cell[] => [
        { grid: above.deltas.id, row, column: k },
        { grid: weights.id, row: k, column },
      ]),
    }),
  };
  const slopesMade: Made = {
    grid: slopes,
    working(row, column, write) {
      const place = row * deltas.columns.length + column;
      const put = notation.putSlope(record.sums[place]!, record.outputs[place]!, write);
      const share = kept ? `${inside(at(kept, row, column), write)} × ` : "";
      const own = [sums, ...(kept ? [kept] : [])];
      return {
        ...put,
        expression: kept ? `${share}(${put.expression})` : put.expression,
        uses: own.map(({ id }): Cell => ({ grid: id, row, column })),
      };
    },
  };
  const deltasMade: Made = {
    grid: deltas,
    working: (row, column, write) => ({
      expression: sumOfProducts(
        [[at(back, row, column), at(slopes, row, column)]],
        [],
        write,
      ),
      uses: [back, slopes].map(({ id }): Cell => ({ grid: id, row, column })),
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
    formula: `${deltas.symbol} = (${above.deltas.symbol} · ${weights.symbol}) ⊙ ${kept ? `${kept.symbol} ⊙ ` : ""}f′(${sums.symbol}), f′(z) = ${notation.slope}`,
    lines: [
      [above.deltas, "·", weights, "=", back],
      [...(kept ? [kept, "⊙"] : []), "f′ of", sums, "=", slopes],
      [back, "⊙", slopes, "=", deltas],
    ],
    made: [backMade, slopesMade, deltasMade],
    asks: deltas.id,
  };
}
