// Networks and batches that do not fit the workgroup's memory, laid out elsewhere.

import { memory } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { startSession } from "@/labs/engine/session";
import { layOut } from "@/labs/engine/train-passes/memory";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { soaking, times } from "../../soak";
import { provideGpu } from "./node-gpu";

provideGpu();
const { gpu } = await openDevice("webgpu");
afterAll(() => gpu?.close());

/** A program that plays a GPU takes seconds over a shader of six such layers. */
const widest = Array.from({ length: soaking ? 6 : 3 }, () => 64);

const runs: readonly Partial<Run>[] = [
  { layers: [64, 64], batch: 10 },
  { layers: [64, 64], batch: 90, optimizer: "adam", drop: 0.2 },
  { layers: [8, 8], batch: 1000, optimizer: "momentum" },
  { layers: widest, batch: 70, optimizer: "adam", rate: 0.001 },
  { layers: [], batch: 1 },
];

const passes = times(2, 5);

// Each run both ways in the long run, one way else.
const cases = runs.flatMap((run, at) =>
  [true, false]
    .filter((software) => soaking || software === (at % 2 === 0))
    .map((software) => ({ run, software, name: JSON.stringify(run) })),
);

test.each(cases)("$name, software: $software", async ({ run, software }) => {
  const made = planOf({ ...plainRun, samples: 200, ...run });
  const { plan, examples, state } = made;
  const session = startSession(plan, examples, state, software);
  const first = await session.train(1, passes - 1);
  const last = await session.train(passes, 1);
  session.dispose();
  const curve = new Float32Array(2 * passes);
  compileTraining(plan, examples).train(state, 1, passes, curve);
  const found = [...first.curve, ...last.curve];
  const off = found.map((loss, at) => Math.abs(loss - curve[at]!) / curve[at]!);
  expect(Math.max(...off)).toBeLessThan(1e-4);
  const apart = state.map((number, at) => Math.abs(number - last.state[at]!));
  expect(Math.max(...apart)).toBeLessThan(1e-4);
  expect(memory().numTensors).toBe(0);
});

test("what does not fit goes to the output's end, without an overlap", () => {
  const { plan } = planOf({
    ...plainRun,
    layers: [64, 64],
    batch: 100,
    optimizer: "adam",
  });
  const end = 5000 + 3 * plan.network.size;
  for (const room of [0, 500, 2000, 5000, 50_000]) {
    const laid = layOut(plan, room, end);
    const width = 2 + 64 + 64 + 1;
    const { size } = plan.network;
    const parts = [
      { place: laid.values, length: laid.rows * width },
      { place: laid.deltas, length: laid.tile * (width - 2) },
      { place: laid.weights, length: size },
      { place: laid.slots, length: 2 * size },
      ...(laid.gradient ? [{ place: laid.gradient, length: size }] : []),
    ];
    for (const shared of [true, false]) {
      const ranges = parts
        .filter(({ place }) => place.shared === shared)
        .map(({ place, length }) => ({ from: place.at, to: place.at + length }))
        .toSorted((one, other) => one.from - other.from);
      ranges.slice(1).forEach(({ from }, index) => {
        expect(from).toBeGreaterThanOrEqual(ranges[index]!.to);
      });
      const most = Math.max(0, ...ranges.map(({ to }) => to));
      expect(most).toBeLessThanOrEqual(shared ? room : end + laid.scratch);
    }
    expect(laid.tile).toBeGreaterThan(0);
    expect(laid.rows).toBeGreaterThanOrEqual(laid.tile);
  }
});
