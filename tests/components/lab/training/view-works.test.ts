// What the views' worker is asked and answers, as it comes through messages.
import { expect, test } from "vitest";
import { startSide, trainedRun } from "@/components/lab/training/side";
import { works } from "@/components/lab/training/view-works";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { scoresOf } from "@/labs/training/score";

const own = parseRun("samples=40&passes=30&act=tanh(z)", plainRun).run;
const run: Run = { ...own, outliers: [{ x: 1, y: -1, target: 1 }] };
const side = startSide({ label: "", run });
const judged = structuredClone(trainedRun(side));
const { sample: _, ...task } = planOf(run);

test("shares and verdicts of a copy are those of the side itself", async () => {
  const shares = structuredClone(await works.shares(judged));
  expect(shares).toEqual(await works.shares(side));
  expect(shares.losses).toHaveLength(side.sample.train);
  const { network } = task.plan;
  const features = side.sample.features.subarray(0, 2 * side.sample.train);
  expect(shares.scores).toEqual(scoresOf(network, side.weights, features));
  const [results] = structuredClone(await works.outliers([judged]));
  expect(results).toEqual((await works.outliers([side]))[0]);
  expect(results?.verdicts).toHaveLength(run.outliers.length);
});

test("a surface comes painted, with all that is drawn over it", async () => {
  const ask = { axes: [0, 1], path: [{ x: 0, y: 0 }], zoom: 0 } as const;
  const effort = { side: 9, most: 1_000_000 };
  const surface = structuredClone(
    await works.surface({ ...ask, trained: judged, effort }),
  );
  expect(surface.surface.losses.every(Number.isFinite)).toBe(true);
  expect(surface.lines.length).toBeGreaterThan(0);
  expect(surface.pixels).toHaveLength(4 * 180 * 180);
  expect(new Set(surface.pixels).size).toBeGreaterThan(10);
});

test("weights on the way are found pass by pass, and for one pass alone", async () => {
  const asked = structuredClone(task);
  const moments = await works.moments({ task: asked, passes: 30 });
  expect(moments.map(({ pass }) => pass)).toEqual(Array.from(Array(31).keys()));
  for (const pass of [30, 7]) {
    const weights = await works.weights({ key: 1, task: asked, pass });
    expect(weights).toEqual(moments[pass]?.weights);
  }
  const other = structuredClone({ ...task, state: moments[3]!.weights });
  const found = await works.weights({ key: 2, task: other, pass: 0 });
  expect(found).toEqual(moments[3]?.weights);
});
