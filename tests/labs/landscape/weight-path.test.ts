import { expect, test } from "vitest";
import { compileTraining } from "@/labs/kernel/kernel";
import { createReplay, isReplayable, replayed } from "@/labs/landscape/weight-path";
import { planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import type { BeginTraining } from "@/labs/training/training";

const run = { ...plainRun, samples: 40, optimizer: "adam", drop: 0.2 } as const;

test("a replay has every pass, and ends where the training itself ends", () => {
  const moments = replayed(planOf(run), 30, compileTraining);
  expect(moments.map(({ pass }) => pass)).toEqual(
    Array.from({ length: 31 }, (_, k) => k),
  );
  const { plan, examples, state } = planOf(run);
  expect(moments[0]?.weights).toEqual(state.slice(0, plan.network.size));
  compileTraining(plan, examples).train(state, 1, 30, new Float32Array(60));
  expect(moments.at(-1)?.weights).toEqual(state.slice(0, plan.network.size));
});

test("a long replay is thinned, and keeps its last pass", () => {
  const moments = replayed(planOf(run), 601, compileTraining);
  expect(moments.length).toBeLessThan(260);
  expect(moments.at(-1)?.pass).toBe(601);
});

test("what would take long is not replayed", () => {
  expect(isReplayable(17, 150, 300)).toBe(true);
  expect(isReplayable(20_000, 1400, 1)).toBe(false);
  expect(isReplayable(17, 150, 100_000)).toBe(false);
});

test("a replay finds any pass again, in whatever order it is asked", () => {
  const long = { ...run, passes: 601 };
  const replay = createReplay(planOf(long), compileTraining);
  const known = replayed(planOf(long), 601, compileTraining);
  for (const pass of [601, 0, 3, 300, 299, 601]) {
    const moment = known.find((one) => one.pass === pass);
    const weights = replay.weightsAt(pass);
    if (moment) expect(weights).toEqual(moment.weights);
    const { plan, examples, state } = planOf(long);
    compileTraining(plan, examples).train(state, 1, pass, new Float32Array(2 * pass));
    expect(weights).toEqual(state.slice(0, plan.network.size));
  }
});

test("only the first look at a late pass takes its whole way", () => {
  let trained = 0;
  const begin: BeginTraining = (plan, examples) => {
    const training = compileTraining(plan, examples);
    return {
      ...training,
      train(state, first, count, curve) {
        trained += count;
        training.train(state, first, count, curve);
      },
    };
  };
  const replay = createReplay(planOf({ ...run, passes: 601 }), begin);
  const steps = (pass: number) => {
    trained = 0;
    replay.weightsAt(pass);
    return trained;
  };
  expect(steps(600)).toBe(600);
  expect(steps(599)).toBeLessThan(3);
  expect(steps(300)).toBeLessThan(3);
});
