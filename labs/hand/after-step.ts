// What a pass has come to.
import { at, type Cell, type Grid } from "./grid";
import type { PassRecord } from "./pass-record";
import { meanOf, type StepPart } from "./step";

/** The losses before and after the pass. */
export function afterStep({ plan, pass, before, after, batches }: PassRecord): StepPart {
  const { train, test } = plan;
  const count = train + test;
  const examples = Array.from({ length: count }, (_, index) =>
    index < train ? `example ${index + 1}` : `test ${index + 1 - train}`,
  );
  const each: Grid = {
    id: "each",
    symbol: "ℓ",
    name: "loss of each example",
    rows: examples,
    columns: ["before", "after"],
    data: Float64Array.from(
      { length: 2 * count },
      (_, place) => [before, after].map((judged) => judged.each)[place % 2]![place >> 1]!,
    ),
  };
  const means: Grid = {
    id: "means",
    symbol: "L",
    name: "mean losses",
    rows: ["train loss", "test loss"],
    columns: ["before", "after"],
    data: Float64Array.of(before.train, after.train, before.test, after.test),
  };
  const rows = (row: number) =>
    examples.map((_, index) => index).filter((index) => index < train === (row === 0));
  const steps = batches.length;
  return {
    phase: "after",
    layer: null,
    nodes: null,
    short: "L′",
    title: `After pass ${pass}`,
    says:
      `${train === 1 ? "The training example has" : `The ${train} training examples have`} been seen, in ${steps === 1 ? "one step" : `${steps} steps`}. ` +
      "The chart shows these losses of the whole training set and of the test set.",
    formula: "L = mean of ℓ, over the training examples and over the test examples",
    lines: [[each, "give", means]],
    made: [
      {
        grid: means,
        working: (row, column, write) => ({
          expression: meanOf(
            rows(row).map((index) => at(each, index, column)),
            write,
          ),
          uses: rows(row).map((index): Cell => ({ grid: each.id, row: index, column })),
        }),
      },
    ],
    asks: null,
  };
}
