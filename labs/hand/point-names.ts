import { drawPoints } from "../data/sample";
import type { Run } from "../run/run";

/** The reader's own points in the order of the examples, by their names in the steps. */
export function pointNames(run: Run): { at: number; name: string }[] {
  // The examples are shuffled; what stands in for x tells where each came from.
  const own = run.own.map((point, at) => ({ ...point, x: at }));
  const { train, test } = drawPoints({ ...run, own, outliers: [] });
  return [
    ...train.map(({ x }, index) => ({ at: x, name: `example ${index + 1}` })),
    ...test.map(({ x }, index) => ({ at: x, name: `test ${index + 1}` })),
  ];
}
