import { expect, test } from "vitest";
import { testRows } from "@/labs/data/sample";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { winnersOf } from "@/labs/training/plane-maps";
import { answersTo, classesOf, noClass } from "@/labs/training/score";

const none = Number.NaN;

test("a row of scores names the class that scores highest, or none without a number", () => {
  expect([...classesOf(Float64Array.of(2, 0, -0.1, none), 1)]).toEqual([
    1,
    -1,
    -1,
    noClass,
  ]);
  const rows = [
    [1, 3, 2],
    [1, 1, 0],
    [none, 3, 2],
    [5, 3, none],
    [-Infinity, Infinity, 0],
  ];
  const classes = classesOf(Float64Array.from(rows.flat()), 3);
  expect([...classes]).toEqual([1, 0, noClass, noClass, 1]);
  const maps = [0, 1, 2].map((one) => Float32Array.from(rows, (row) => row[one]!));
  expect([...winnersOf(maps).classes]).toEqual([...classes]);
});

test("an answer that is no number is not right, whatever the class", () => {
  for (const data of ["circle", "arms"]) {
    const { run } = parseRun(`data=${data}&act=log(z)&samples=60`, plainRun);
    const { plan, sample, state } = planOf(run);
    const weights = state.slice(0, plan.network.size).fill(-1);
    const { classes, accuracy } = answersTo(testRows(sample), plan.network, weights);
    expect(new Set(classes)).toContain(noClass);
    const named = classes.filter((one) => one !== noClass).length;
    expect(accuracy).toBeLessThanOrEqual(named / classes.length);
  }
});
