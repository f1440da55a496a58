// One pass by hand: the numbers are the engine's, and each follows from its formula.
import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { labs } from "@/labs/catalog/labs";
import { blankOf, isRight, numberAt, tooLarge } from "@/labs/hand/asked-number";
import { handPass } from "@/labs/hand/hand";
import { recordPass } from "@/labs/hand/pass-record";
import {
  exactText,
  gridOf,
  inside,
  readNumber,
  type Step,
  shortText,
  usersOf,
  workingOf,
} from "@/labs/hand/step";
import { type ActivationName, activations } from "@/labs/network/activation";
import { type LossName, losses } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { type RegularizationName, regularizations } from "@/labs/network/regularization";
import { planOf } from "@/labs/run/plan";
import { lossSuits, plainRun, type Run } from "@/labs/run/run";
import { createTraining } from "@/labs/training/loops";
import { times } from "../../soak";

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

/** Readers' own, with and without a kink and a choice. */
const ownActivations = ["=z * sigmoid(z)", "=abs(z) < 1 ? z^3 : z"] as const;
const ownLosses = ["=log(1 + (s - t)^2)", "=max(0, 1 - t * s)^2"] as const;

/** A small run of own points from a seed: everything that a page may show by hand. */
function smallRun(seed: number): Run {
  const draw = uniform(streamKey(seed, 55));
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  const pick = <T>(list: readonly T[]) => list[whole(0, list.length - 1)]!;
  const classes = pick([2, 2, 3]);
  const layers = Array.from({ length: whole(0, 2) }, () => whole(1, 4));
  const run: Run = {
    ...plainRun,
    data: "own",
    own: Array.from({ length: whole(4, 9) }, (_, index) => ({
      x: 4 * draw() - 2,
      y: 4 * draw() - 2,
      target: index % classes,
    })),
    inputs: pick([["x", "y"], ["x"], ["x", "yy", "sinx"]] as const),
    layers,
    activations: layers.map(() =>
      pick([...namesOf<ActivationName>(activations), ...ownActivations]),
    ),
    loss: pick([...namesOf<LossName>(losses), ...ownLosses]),
    optimizer: pick(namesOf<OptimizerName>(optimizers)),
    regularization: pick(namesOf<RegularizationName>(regularizations)),
    decay: 0.01,
    drop: draw() < 0.2 ? 0.4 : 0,
    rate: 0.05,
    batch: whole(1, 3),
    passes: 1,
    seed,
    edits: [{ at: 0, value: 0.75 }],
  };
  return lossSuits(run) ? run : { ...run, loss: "squared" };
}

const seeds = Array.from({ length: times(100, 300) }, (_, seed) => seed);

test("the weights and losses after the steps are those of the training, in any pass", () => {
  let threes = 0;
  for (const seed of seeds) {
    const task = planOf(smallRun(seed));
    const { plan, examples } = task;
    threes += plan.network.layers.at(-1)!.outputs === 3 ? 1 : 0;
    for (const pass of [1, 3]) {
      const state = task.state.slice();
      const curve = new Float32Array(2 * pass);
      createTraining(plan, examples).train(state, 1, pass, curve);
      const record = recordPass(task, pass);
      expect(Float32Array.from(record.weights)).toEqual(
        state.slice(0, plan.network.size),
      );
      expect(Math.fround(record.after.train)).toBe(curve.at(-2));
      expect(Math.fround(record.after.held)).toBe(curve.at(-1));
      expect(record.batches).toHaveLength(Math.ceil(plan.train / plan.batch));
    }
  }
  expect(threes).toBeGreaterThan(seeds.length / 6);
});

/** The value of a written formula, by the rules of school arithmetic. */
function amountOf(expression: string): number {
  const program = expression
    .replaceAll("²", "**2")
    .replaceAll("³", "**3")
    .replaceAll("−", "-")
    .replaceAll("×", "*")
    .replaceAll("√", "Math.sqrt")
    .replaceAll(/\|([^|]*)\|/g, "Math.abs($1)")
    .replaceAll(/\b(max|exp|tanh|sin|cos)\(/g, "Math.$1(")
    .replaceAll(/\bln\(/g, "Math.log(");
  return Number(new Function(`return ${program};`)());
}

const cellsOf = (step: Step) =>
  step.made.flatMap(({ grid }) =>
    [...grid.data].map((value, place) => ({
      value,
      cell: {
        grid: grid.id,
        row: Math.floor(place / grid.columns.length),
        column: place % grid.columns.length,
      },
    })),
  );

test("every formula with its numbers put in gives the number it explains", () => {
  let checked = 0;
  for (const seed of seeds) {
    for (const step of handPass(smallRun(seed), 1 + (seed % 2)).steps) {
      for (const { value, cell } of cellsOf(step)) {
        const { expression, uses } = workingOf(step, cell, exactText)!;
        const off = Math.abs(amountOf(expression) - value) / (1 + Math.abs(value));
        expect(off, `${step.id}: ${expression} = ${value}`).toBeLessThan(2e-6);
        for (const used of uses) expect(numberAt(step, used)).not.toBeNull();
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(10_000);
});

test("of several classes, a target says in words whether this is the right one", () => {
  const own = [0, 1, 2].map((target) => ({ x: target, y: 1, target }));
  const run: Run = { ...plainRun, data: "own", own, loss: "categorical", split: 0.9 };
  const { steps } = handPass({ ...run, batch: 1 }, 1);
  for (const title of ["Loss", "Slopes of the loss"]) {
    const step = steps.find((one) => one.title === title)!;
    const reasons = cellsOf(step).map(
      ({ cell }) => workingOf(step, cell, exactText)?.because,
    );
    expect(reasons.filter((one) => one === "this is the right class")).toHaveLength(1);
    expect(reasons.filter((one) => one === "this is not the right class")).toHaveLength(
      2,
    );
  }
});

test("every number of a product is written in its formula", () => {
  for (const seed of seeds.slice(0, 40)) {
    for (const step of handPass(smallRun(seed)).steps) {
      const whole = /sums|Scores|gradient/.test(step.title);
      for (const { cell } of cellsOf(step)) {
        const { expression, uses } = workingOf(step, cell, exactText)!;
        for (const used of uses) {
          const text = exactText(Math.abs(numberAt(step, used)!));
          if (whole) expect(expression).toContain(text);
          expect(usersOf(step, used)).toContainEqual(cell);
        }
      }
    }
  }
});

test("the lab's numbers are those that were found with pencil and paper", () => {
  const { steps } = handPass(labs["one-pass"].start);
  const numbers = (title: string, id: string) => {
    const step = steps.find((one) => one.title === title);
    return [...gridOf(step!, id)!.data].map((value) => Number(value.toPrecision(7)));
  };
  expect(numbers("The batch", "X")).toEqual([2, -1, 1, 2]);
  expect(numbers("The batch", "T")).toEqual([-1, 1]);
  expect(numbers("Layer 1: weighted sums", "Z0")).toEqual([3, 1.5, -0.5, 2]);
  expect(numbers("Layer 1: outputs", "A0")).toEqual([3, 1.5, 0, 2]);
  expect(numbers("Scores", "S1")).toEqual([1.25, -0.5]);
  expect(numbers("Loss", "loss")).toEqual([5.0625, 2.25]);
  expect(numbers("Loss", "mean")).toEqual([3.65625]);
  expect(numbers("Slopes of the loss", "delta1")).toEqual([2.25, -1.5]);
  expect(numbers("Output layer: gradient", "dW1")).toEqual([6.75, 0.375]);
  expect(numbers("Output layer: gradient", "db1")).toEqual([0.75]);
  expect(numbers("Back to layer 1", "E0")).toEqual([1.125, -1.125, -0.75, 0.75]);
  expect(numbers("Back to layer 1", "F0")).toEqual([1, 1, 0, 1]);
  expect(numbers("Back to layer 1", "delta0")).toEqual([1.125, -1.125, 0, 0.75]);
  expect(numbers("Layer 1: gradient", "dW0")).toEqual([2.25, -1.5, -1.125, 2.625]);
  expect(numbers("Layer 1: gradient", "db0")).toEqual([1.125, -0.375]);
  expect(numbers("Layer 1: update", "N0")).toEqual([
    ...[0.275, 1.15, -0.8875, 0.2375],
    ...[0.8875, 0.0375],
  ]);
  expect(numbers("Output layer: update", "N1")).toEqual([-0.175, -0.5375, 0.425]);
});

test("the hidden layer of a known worked example comes out as it was published", () => {
  // Mazur, "A Step by Step Backpropagation Example" (2015): sigmoid hidden neurons, inputs
  // 0.05 and 0.10, weights 0.15, 0.20, 0.25, 0.30, bias 0.35. Its hidden sums and outputs:
  const weights = [0.15, 0.25, 0.2, 0.3, 0.35, 0.35];
  const run: Run = {
    ...labs["one-pass"].start,
    own: [0, 1].map((target) => ({ x: 0.05, y: 0.1, target })),
    activations: ["sigmoid"],
    batch: 1,
    edits: weights.map((value, at) => ({ at, value })),
  };
  const [batch] = recordPass(planOf(run)).batches;
  const [hidden] = batch!.layers;
  expect(hidden!.sums[0]).toBeCloseTo(0.3775, 7);
  expect(hidden!.sums[1]).toBeCloseTo(0.3925, 7);
  expect(hidden!.outputs[0]).toBeCloseTo(0.593269992, 7);
  expect(hidden!.outputs[1]).toBeCloseTo(0.596884378, 7);
});

test("each step has an id of its own, and the same for other numbers", () => {
  for (const seed of seeds.slice(0, 50)) {
    const run = smallRun(seed);
    const ids = handPass(run).steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(handPass({ ...run, seed: seed + 1 }).steps.map(({ id }) => id)).toEqual(ids);
  }
});

test("the number asked for is one that the step makes, and its own value is right", () => {
  for (const seed of seeds) {
    handPass(smallRun(seed)).steps.forEach((step, index) => {
      const blank = blankOf(step, index);
      expect(blank === null).toBe(step.asks === null);
      if (!blank) return;
      const value = numberAt(step, blank)!;
      expect(workingOf(step, blank, String)).not.toBeNull();
      expect(isRight(value, value)).toBe(true);
      expect(isRight(Number(value.toPrecision(3)), value)).toBe(true);
      expect(isRight(value + 0.02 * Math.abs(value) + 0.001, value)).toBe(false);
    });
  }
});

test("numbers are written short, and exactly where that is asked for", () => {
  expect([shortText(-0.46211716), shortText(3), shortText(1e-9 / 3)]).toEqual([
    "−0.4621",
    "3",
    "3.333·10⁻¹⁰",
  ]);
  expect([shortText(0.00012), shortText(-2.5e12), shortText(-0)]).toEqual([
    "0.00012",
    "−2.5·10¹²",
    "0",
  ]);
  expect(inside(1e-5, shortText)).toBe("(1·10⁻⁵)");
  const draw = uniform(4);
  for (let count = 0; count < 1000; count += 1) {
    const value = Math.PI * (draw() - 0.5) * 10 ** Math.floor(12 * draw() - 8);
    expect(Number(exactText(value).replaceAll("−", "-"))).toBe(value);
    const single = Math.fround(value);
    expect(Math.fround(Number(exactText(single).replaceAll("−", "-")))).toBe(single);
  }
  expect(exactText(Math.fround(0.1))).toBe("0.1");
});

test("an answer is a decimal or a fraction; anything else is none", () => {
  const read: [string, number | null][] = [
    [" −0.5 ", -0.5],
    ["0,25", 0.25],
    [".5", 0.5],
    ["3/8", 0.375],
    ["-1/-4", 0.25],
    ["1e-3", 0.001],
    ["", null],
    ["1/0", null],
    ["1/2/3", null],
    ["two", null],
    ["1".repeat(60), null],
  ];
  for (const [text, value] of read) expect(readNumber(text), text).toBe(value);
  expect(["−.5", "+2", "0,5", "1."].map(readNumber)).toEqual([-0.5, 2, 0.5, 1]);
});

test("a run is shown by hand up to the limits, and told apart in a sentence beyond", () => {
  const { start } = labs["one-pass"];
  expect(tooLarge(start)).toBeNull();
  expect(tooLarge({ ...start, inputs: ["x", "y", "xy"], layers: [4, 4] })).toBeNull();
  expect(tooLarge({ ...start, layers: [8, 8] })).toMatch(/60 weights.*105/);
  expect(tooLarge({ ...start, data: "circle", samples: 300, batch: 3 })).toMatch(/150/);
});
