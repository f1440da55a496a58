import { expect, test } from "vitest";
import { initialWeights } from "@/labs/network/network";
import { formatRun } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";
import { networkOf, startWeights } from "@/labs/run/plan";
import { mostEdits, plainRun, type Run } from "@/labs/run/run";
import { editsTo, typedWeight, withWeight } from "@/labs/run/weight-edit";

test("a weight is typed as people write it", () => {
  const texts = ["0.5", " .5", "−.5", "-0,5", "+5e-1", "1000", "5."];
  expect(texts.map(typedWeight)).toEqual([0.5, 0.5, -0.5, -0.5, 0.5, 1000, 5]);
  const wrong = ["", "-", "abc", "1001", "1e9", "0x10", "1 2", "NaN", "Infinity"];
  expect(wrong.map(typedWeight)).toEqual(wrong.map(() => null));
  expect(typedWeight("0.1")).toBe(Math.fround(0.1));
});

test("a typed weight is where training starts, and the seed's own text takes it back", () => {
  const typed: Run = { ...plainRun, edits: withWeight(plainRun, 3, 0.25) ?? [] };
  expect(startWeights(typed)[3]).toBe(0.25);
  const again: Run = { ...typed, edits: withWeight(typed, 3, -4) ?? [] };
  expect(again.edits).toEqual([{ at: 3, value: -4 }]);
  const seeds = initialWeights(networkOf(plainRun), plainRun.seed)[3] ?? 0;
  expect(withWeight(again, 3, seeds)).toEqual([]);
});

test("trained weights become a start that the link gives back to the bit", () => {
  const run: Run = { ...plainRun, layers: [8, 8] };
  const weights = startWeights(run).map(
    (one, at) => Math.sin(37 * at) * 10 ** ((at % 9) - 6) + one,
  );
  weights.set([1e-20, -3e-38, 1e-7, -999.99], 4);
  const edits = editsTo(run, weights) ?? [];
  const read = parseRun(formatRun({ ...run, edits }, plainRun), plainRun);
  expect(read.refused).toEqual([]);
  const start = startWeights(read.run);
  start.forEach((value, at) => {
    const trained = weights[at] ?? 0;
    expect(value).toBe(Math.abs(trained) < 1e-12 ? 0 : trained);
  });
});

test("too many or too large weights are not made a start", () => {
  const wide: Run = { ...plainRun, layers: [64] };
  expect(editsTo(wide, startWeights(wide))).toEqual([]);
  expect(
    editsTo(
      wide,
      startWeights(wide).map((one) => one + 1),
    ),
  ).toBeNull();
  expect(editsTo(plainRun, startWeights(plainRun).fill(1001))).toBeNull();
  expect(editsTo(plainRun, startWeights(plainRun).fill(Number.NaN))).toBeNull();
  const full = Array.from({ length: mostEdits }, (_, at) => ({ at, value: 1 }));
  expect(withWeight({ ...wide, edits: full }, 250, 1)).toBeNull();
  expect(withWeight({ ...wide, edits: full }, 5, 2)).toHaveLength(mostEdits);
});
