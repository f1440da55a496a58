// The steps that renew the weights, and what the pass has come to.
import type { Plan } from "../run/plan";
import { at, type Cell, type Grid } from "./grid";
import { optimizerNotations, regularizationNotations } from "./notation";
import type { Scene } from "./pass-names";
import { inside, type Made, type StepPart } from "./step";

/** One layer's weights and biases renewed by the optimizer; the biases stand below. */
export function updateStep(scene: Scene, plan: Plan): StepPart {
  const { record, names, index, number, batch, last } = scene;
  const { rate, decay, regularization } = plan;
  const notation = optimizerNotations[plan.optimizer];
  const part = regularizationNotations[regularization];
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
  const renewed: Grid = {
    ...grid("N", "W′", "weights and biases after the step", record.renewed),
    symbol: `W′${number}`,
  };
  const slots = notation.slots.map(({ symbol, name, formula }, slot) => {
    const { before, after } = record.slots[slot]!;
    return {
      formula: `${symbol}′ = ${formula}`,
      before: grid(`slot${slot}-`, symbol, `${name} so far`, before),
      after: grid(`renewed${slot}-`, `${symbol}′`, name, after),
    };
  });
  const direct = plan.optimizer === "rmsprop" || slots.length === 0;
  const changing = [
    weights,
    ...(direct ? [full] : []),
    ...slots.map(({ after }) => after),
  ];
  const cellOf =
    (row: number, column: number) =>
    (of: Grid): Cell => ({
      ...{ grid: of.id, row, column },
    });
  const made: Made[] = slots.map(({ before, after }, slot) => ({
    grid: after,
    working: (row, column, write) => ({
      expression: notation.putSlot(
        ...([slot, at(full, row, column), at(before, row, column), write] as const),
      ),
      uses: [full, before].map(cellOf(row, column)),
    }),
  }));
  if (regular) {
    made.unshift({
      grid: full,
      working(row, column, write) {
        const slope = inside(at(gradient, row, column), write);
        const bias = row === names.inputs.length;
        const strength = `${write(decay)} × ${part.put(at(weights, row, column), write)}`;
        return {
          ...(bias && { because: "a bias is not regularized" }),
          expression: bias ? slope : `${slope} + ${strength}`,
          uses: (bias ? [gradient] : [gradient, weights]).map(cellOf(row, column)),
        };
      },
    });
  }
  made.push({
    grid: renewed,
    working(row, column, write) {
      const change = notation.putChange(
        {
          g: at(full, row, column),
          first: slots[0] ? at(slots[0].after, row, column) : 0,
          second: slots[1] ? at(slots[1].after, row, column) : 0,
          filled: batch.filled,
        },
        write,
      );
      return {
        expression: `${write(at(weights, row, column))} − ${write(rate)} × ${change}`,
        uses: changing.map(cellOf(row, column)),
      };
    },
  });
  const symbol = (text: string) => text.replaceAll("g", full.symbol);
  return {
    phase: "update",
    layer: index,
    nodes: index + 1,
    short: renewed.symbol,
    title: `${last ? "Output layer" : `Layer ${index + 1}`}: update`,
    says:
      `Every weight and bias moves against its slope; the learning rate is ${rate}. ` +
      "The engine keeps the new numbers in single precision, to about seven digits.",
    formula: [
      ...(regular
        ? [`${full.symbol} = ${gradient.symbol} + ${decay} × ${part.part}`]
        : []),
      ...slots.map(({ formula }) => symbol(formula)),
      `${renewed.symbol} = W − ${rate} × ${symbol(notation.change)}`,
      ...(notation.change.includes("ᵏ") ? [`k = ${batch.step}`] : []),
    ].join("; "),
    lines: [
      ...(regular
        ? [[gradient, `+ ${decay} × ${part.part} of`, weights, "=", full]]
        : []),
      ...slots.map(({ before, after }) => [before, "and", full, "give", after]),
      [
        ...changing.flatMap((grid, at) => (at > 0 ? ["and", grid] : [grid])),
        "give",
        renewed,
      ],
    ],
    made,
    asks: renewed.id,
  };
}
