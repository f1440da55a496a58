import { expect, test } from "vitest";
import {
  efforts,
  firstAxes,
  shownWay,
  surfaceNow,
  walkersOn,
} from "@/components/lab/loss/surface";
import { trainedSide } from "@/components/lab/trained-side";
import { sidesOf, startSide } from "@/components/lab/training/side";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { compileTraining } from "@/labs/kernel/kernel";
import { replayed } from "@/labs/landscape/weight-path";
import { networkOf, planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";

const startedSides = (lab: Lab, run = lab.start) =>
  sidesOf(lab, run, { kind: "lab" }).map(startSide);

const trainedSides = (run: Run) =>
  sidesOf(labs.optimizers, run, { kind: "lab" }).map(({ label, run }) => ({
    ...trainedSide(run),
    label,
  }));

/** The surface of the side at `shown`, with the ways of all. */
function drawn(sides: ReturnType<typeof trainedSides>, shown: number) {
  const [side] = sides.slice(shown);
  if (!side) throw new Error("no such side");
  const walkers = sides.map((side, index) => ({ index, side }));
  const axes = firstAxes(networkOf(side.run));
  const effort = { ...efforts.resting, side: 9 };
  const trails = sides.map(({ run, passes }) =>
    replayed(planOf(run), passes.at(-1)?.pass ?? 0, compileTraining),
  );
  return surfaceNow({ side, walkers, axes, zoom: 0, effort }, trails);
}

test("runs that differ in how they step walk over one ground; other losses do not", () => {
  const indices = (lab: Lab, shown: number) =>
    walkersOn(startedSides(lab), shown).map(({ index }) => index);
  expect(indices(labs.optimizers, 2)).toEqual([0, 1, 2, 3]);
  expect(indices(labs.loss, 1)).toEqual([1]);
  expect(indices(labs.features, 0)).toEqual([0]);
});

test("every optimizer begins at the same place and ends at its own loss", () => {
  const sides = trainedSides(labs.optimizers.start);
  const { ways } = drawn(sides, 1);
  expect(ways.map(({ label }) => label)).toEqual(["SGD", "Momentum", "RMSProp", "Adam"]);
  for (const { path, index, loss } of ways) {
    expect(path[0]?.x).toBeCloseTo(0.4, 6);
    expect(path[0]?.y).toBe(1);
    expect(path.length).toBeGreaterThan(100);
    expect(loss).toBe(sides[index]?.passes.at(-1)?.trainLoss);
  }
  expect(new Set(ways.map(({ loss }) => loss)).size).toBe(4);
});

test("a surface is about the side that is shown", () => {
  const sides = trainedSides(labs.optimizers.start);
  const found = drawn(sides, 1);
  const [x = 0, y = 0] = sides[1]?.weights ?? [];
  expect(shownWay(found).at(-1)).toEqual({ x, y });
});

test("a way that leaps away does not stretch the frame of the others", () => {
  const { surface, ways } = drawn(
    trainedSides({ ...labs.optimizers.start, rate: 0.01 }),
    0,
  );
  const furthest = Math.max(
    ...ways.flatMap(({ path }) => path.map(({ x }) => Math.abs(x))),
  );
  expect(furthest).toBeGreaterThan(1e9);
  expect(surface.frame.half).toBeLessThan(4);
});
