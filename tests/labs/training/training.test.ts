import { expect, test } from "vitest";
import { createTraining } from "@/labs/training/loops";
import { meanLosses } from "@/labs/training/score";
import { noLoss } from "@/labs/training/training";
import { everyKind, randomPlan } from "../random-plan";
import { bitsOfTrainings } from "./bits-of-trainings";

function train(seed: number, calls: readonly number[]) {
  const { plan, examples, state } = randomPlan(seed, everyKind);
  const training = createTraining(plan, examples);
  const curves = calls.map((count, at) => {
    const first = 1 + calls.slice(0, at).reduce((sum, passes) => sum + passes, 0);
    const curve = new Float32Array(2 * count);
    training.train(state, first, count, curve);
    return [...curve];
  });
  return { state, curve: curves.flat(), plan, examples, training };
}

test("a training in pieces is the training in one, to the last bit", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const whole = train(seed, [12]);
    const pieces = train(seed, [1, 4, 7]);
    expect(pieces.state).toEqual(whole.state);
    expect(pieces.curve).toEqual(whole.curve);
  }
});

test("the curve holds the mean losses of the state it leaves", () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { state, curve, plan, examples, training } = train(seed, [3]);
    const { trainLoss, heldLoss } = training.losses(state);
    expect([trainLoss, heldLoss]).toEqual(curve.slice(-2));
    const evaluated = meanLosses(plan, examples, state);
    expect(Math.fround(evaluated.trainLoss)).toBe(trainLoss);
    expect(Math.fround(evaluated.heldLoss)).toBe(heldLoss);
  }
});

test("a batch of many blocks of rows is trained as a whole", () => {
  const { plan, examples } = randomPlan(2, everyKind);
  const { inputs } = plan.network.layers[0]!;
  const repeat = 12;
  const tile = (rows: Float32Array) =>
    Float32Array.from(
      { length: repeat * rows.length },
      (_, at) => rows[at % rows.length]!,
    );
  const trainRows = examples.features.slice(0, plan.train * inputs);
  const trainTargets = examples.targets.slice(0, plan.train);
  const long = {
    features: Float32Array.from([
      ...tile(trainRows),
      ...examples.features.slice(plan.train * inputs),
    ]),
    targets: Float32Array.from([
      ...tile(trainTargets),
      ...examples.targets.slice(plan.train),
    ]),
  };
  const longTrain = repeat * plan.train;
  const [one, many] = [
    { plan: { ...plan, drop: 0, batch: plan.train }, examples },
    { plan: { ...plan, drop: 0, batch: longTrain, train: longTrain }, examples: long },
  ].map((made) => {
    const { state } = randomPlan(2, everyKind);
    createTraining(made.plan, made.examples).train(state, 1, 5, new Float32Array(10));
    return state;
  });
  const off = one!.map((number, at) => Math.abs(number - many![at]!));
  expect(Math.max(...off)).toBeLessThan(1e-6);
});

test("dropout leaves the measured loss alone and changes the training", () => {
  const { plan, examples, state } = randomPlan(4, everyKind);
  const [without, half] = [0, 0.5].map((drop) => {
    const own = state.slice();
    const training = createTraining({ ...plan, drop }, examples);
    const before = training.losses(own).trainLoss;
    training.train(own, 1, 2, new Float32Array(4));
    return { before, own };
  });
  expect(plan.network.layers.length).toBeGreaterThan(1);
  expect(half!.before).toBe(without!.before);
  expect(half!.own).not.toEqual(without!.own);
});

test("a state that is no number gives no loss, and stays as it is", () => {
  const { plan, examples, state } = randomPlan(5, everyKind);
  state[0] = Number.NaN;
  const before = state.slice();
  const curve = new Float32Array(4);
  createTraining(plan, examples).train(state, 1, 2, curve);
  expect([...curve]).toEqual([noLoss, noLoss, noLoss, noLoss]);
  expect(state).toEqual(before);
});

test("the bits of 40 trainings are those of every machine", () => {
  expect(bitsOfTrainings()).toMatchInlineSnapshot(`1530220611`);
});
