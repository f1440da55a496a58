import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import { compileTraining, type MachineKind } from "@/labs/kernel/kernel";
import { initialWeights, layered } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";
import { stateOf } from "@/labs/run/state";
import { createTraining } from "@/labs/training/loops";
import { noLoss } from "@/labs/training/training";
import { times } from "../../soak";
import { everyKind, randomPlan, smooth } from "../random-plan";
import { bitsOfKernel } from "./bits-of-kernel";

type Made = ReturnType<typeof randomPlan>;

/** Plans whose layers and batches need loops, with rests of every kind. */
const wide = [
  { widths: [3, 17, 10], batch: 70, drop: 0.3 },
  { widths: [9, 64, 13, 1], batch: 33, drop: 0 },
  { widths: [16, 5, 30, 6], batch: 3, drop: 0 },
  { widths: [2, 64, 64, 1], batch: 10, drop: 0 },
  { widths: [64, 7, 9, 10], batch: 100, drop: 0.5 },
  { widths: [1, 2, 63, 2], batch: 1, drop: 0 },
];

function widePlan({ widths, batch, drop }: (typeof wide)[number]): Made {
  const [inputs = 1, ...others] = widths;
  const outputs = others.at(-1)!;
  const network = layered(inputs, others.slice(0, -1), ["tanh", "sigmoid"], outputs);
  const draw = uniform(5);
  const plan: Plan = {
    ...{ network, batch, drop, seed: 3, train: 103, held: 41, rate: 0.01 },
    ...{ loss: outputs > 1 ? "categorical" : "squared", optimizer: "momentum" },
    ...{ regularization: "l2", decay: 0.001 },
  };
  const features = Float32Array.from({ length: 144 * inputs }, () => 2 * draw() - 1);
  const targets = Float32Array.from({ length: 144 }, () =>
    outputs > 1 ? Math.floor(draw() * outputs) : 2 * draw() - 1,
  );
  return {
    plan,
    examples: { features, targets },
    state: stateOf(plan, initialWeights(network, 3)),
  };
}

function trained({ plan, examples, state }: Made, kind: MachineKind, passes: number) {
  const own = state.slice();
  const curve = new Float32Array(2 * passes);
  compileTraining(plan, examples, kind).train(own, 1, passes, curve);
  return { state: new Uint32Array(own.buffer), curve: new Uint32Array(curve.buffer) };
}

test.each([
  { name: "a training", looks: false, soak: 1000 },
  { name: "one with a convolution", looks: true, soak: 400 },
])("$name has the same bits with and without WebAssembly", ({ looks, soak }) => {
  for (let seed = 0; seed < times(60, soak); seed += 1) {
    const made = randomPlan(seed, everyKind, looks);
    expect(trained(made, "wasm", 10), `${seed}`).toEqual(trained(made, "plain", 10));
  }
});

test.each(wide)(
  "layers of $widths in batches of $batch have the same bits, too",
  (one) => {
    const made = widePlan(one);
    expect(trained(made, "wasm", 2)).toEqual(trained(made, "plain", 2));
  },
);

/** The relative difference that is allowed, and the loss below which it is absolute. */
const tolerance = 1e-4;
const small = 0.01;

/** How far the curve of 50 passes is from that in double precision. */
function distance({ plan, examples, state }: Made): number {
  const [single, double] = [new Float32Array(100), new Float32Array(100)];
  createTraining(plan, examples).train(state.slice(), 1, 50, double);
  compileTraining(plan, examples, "wasm").train(state.slice(), 1, 50, single);
  expect(double.every((loss) => loss >= 0)).toBe(true);
  const far = [...double].map(
    (loss, at) => Math.abs(loss - single[at]!) / Math.max(loss, small),
  );
  return Math.max(...far);
}

test.each([
  { name: "plans", looks: false, soak: 1000 },
  { name: "plans with a convolution", looks: true, soak: 300 },
])("single and double precision agree on smooth $name", ({ looks, soak }) => {
  for (let seed = 0; seed < times(40, soak); seed += 1) {
    const made = randomPlan(seed, smooth, looks);
    expect(distance(made), `plan ${seed}`).toBeLessThan(tolerance);
  }
});

test.each(wide)("they agree on layers of $widths in batches of $batch", (one) => {
  expect(distance(widePlan(one))).toBeLessThan(tolerance);
});

test("a training in pieces is the training in one, to the last bit", () => {
  for (let seed = 0; seed < 30; seed += 1) {
    const { plan, examples, state } = randomPlan(seed, everyKind);
    const training = compileTraining(plan, examples, "wasm");
    const [whole, pieces] = [state.slice(), state.slice()];
    const [curve, others] = [new Float32Array(24), new Float32Array(24)];
    training.train(whole, 1, 12, curve);
    training.train(pieces, 1, 1, others.subarray(0, 2));
    training.train(pieces, 2, 4, others.subarray(2, 10));
    training.train(pieces, 6, 7, others.subarray(10));
    expect(pieces).toEqual(whole);
    expect(others).toEqual(curve);
  }
});

test("the curve holds the mean losses of the state it leaves", () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { plan, examples, state } = randomPlan(seed, everyKind);
    const training = compileTraining(plan, examples, "wasm");
    const curve = new Float32Array(6);
    training.train(state, 1, 3, curve);
    const { trainLoss, heldLoss } = training.losses(state);
    expect([trainLoss, heldLoss]).toEqual([...curve.slice(-2)]);
  }
});

test("more passes than one call of the program takes are trained", () => {
  const { plan, examples, state } = randomPlan(2, smooth);
  const training = compileTraining(plan, examples, "wasm");
  const [curve, end] = [new Float32Array(2 * 1500), new Float32Array(2 * 500)];
  const own = state.slice();
  training.train(own, 1, 1000, curve.subarray(0, 2000));
  training.train(own, 1001, 500, end);
  training.train(state, 1, 1500, curve);
  expect(state).toEqual(own);
  expect(curve.slice(-1000)).toEqual(end);
});

test("a state that is no number gives no loss, and stays as it is", () => {
  const { plan, examples, state } = randomPlan(5, everyKind);
  state[0] = Number.NaN;
  const before = state.slice();
  const curve = new Float32Array(4);
  compileTraining(plan, examples, "wasm").train(state, 1, 2, curve);
  expect([...curve]).toEqual([noLoss, noLoss, noLoss, noLoss]);
  expect(state).toEqual(before);
});

test("a training that grows beyond all bounds has no loss from there on", () => {
  const { plan, examples, state } = randomPlan(3, smooth);
  const curve = new Float32Array(40);
  const wild: Plan = { ...plan, loss: "squared", optimizer: "sgd", rate: 1e6 };
  const ends = (["wasm", "plain"] as const).map((kind) => {
    const end = state.slice();
    compileTraining(wild, examples, kind).train(end, 1, 20, curve);
    const first = curve.indexOf(noLoss);
    expect(first % 2).toBe(0);
    expect(curve.subarray(0, first).every(Number.isFinite)).toBe(true);
    expect(new Set(curve.subarray(first))).toEqual(new Set([noLoss]));
    return new Uint32Array(end.buffer);
  });
  expect(ends[0]).toEqual(ends[1]);
});

test("the bits of 40 trainings are those of every machine", () => {
  // Receipts are replayed to these bits: others need another `kernelVersion`.
  expect(bitsOfKernel("wasm")).toMatchInlineSnapshot(`1577840690`);
  expect(bitsOfKernel("plain")).toBe(bitsOfKernel("wasm"));
});
