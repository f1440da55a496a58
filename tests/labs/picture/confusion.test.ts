import { expect, test } from "vitest";
import { certaintyOf, certaintyText, readScores } from "@/labs/network/certainty";
import { layered } from "@/labs/network/network";
import { confusionOf, mistakesOf, tallyOf } from "@/labs/picture/confusion";
import { detectorsOf, extremesOf, voicesOf } from "@/labs/picture/detector";
import { noClass, scoresOf } from "@/labs/training/score";

const truths = Int32Array.of(2, 0, 2, 2, 0, 1);
const named = Int32Array.of(0, 0, 2, 2, 0, 2);

test("a confusion matrix counts what scikit-learn's documentation counts", () => {
  // The example of sklearn.metrics.confusion_matrix, scikit-learn 1.5.
  expect([...confusionOf(truths, named, 3).counts]).toEqual([2, 0, 0, 0, 0, 1, 1, 0, 2]);
});

test("rows add up to the examples of a class, and mistakes to all that is wrong", () => {
  const confusion = confusionOf(truths, named, 3);
  expect([0, 1, 2].map((truth) => tallyOf(confusion, truth))).toEqual([
    { right: 2, all: 2 },
    { right: 0, all: 1 },
    { right: 2, all: 3 },
  ]);
  expect(mistakesOf(confusion)).toEqual([
    { truth: 1, named: 2, count: 1 },
    { truth: 2, named: 0, count: 1 },
  ]);
  expect(mistakesOf(confusionOf(truths, truths, 3))).toEqual([]);
});

test("an example that was given no class counts for no other, and is not right", () => {
  const confusion = confusionOf(Int32Array.of(0, 0, 1), Int32Array.of(0, noClass, 1), 2);
  expect([...confusion.counts]).toEqual([1, 0, 0, 1]);
  expect(tallyOf(confusion, 0)).toEqual({ right: 1, all: 2 });
  expect(mistakesOf(confusion)).toEqual([]);
});

test("the most frequent mistake comes first", () => {
  const many = confusionOf(Int32Array.of(0, 1, 1, 1), Int32Array.of(1, 2, 2, 1), 3);
  expect(mistakesOf(many)[0]).toEqual({ truth: 1, named: 2, count: 2 });
});

test("scores become shares that add up to 1, chances, or stay scores", () => {
  const scores = Float64Array.of(1, 2, 3);
  // softmax(1, 2, 3), as in Goodfellow et al. or any table of it.
  const shares = readScores(certaintyOf("categorical"), scores);
  [0.09003057, 0.24472847, 0.66524096].forEach((share, at) => {
    expect(shares[at]).toBeCloseTo(share, 7);
  });
  const chances = readScores(certaintyOf("crossentropy"), Float64Array.of(0, 700, -700));
  expect([...chances]).toEqual([0.5, 1, expect.closeTo(0, 12)]);
  expect(readScores(certaintyOf("hinge"), scores)).toBe(scores);
  expect(readScores("shares", Float64Array.of(1000, 0))[0]).toBe(1);
});

test("certainty is written with its unit, and a number that is none is said to be none", () => {
  expect(certaintyText("shares", 0.9731)).toBe("97.3 %");
  expect(certaintyText("scores", -0.5)).toBe("−0.50");
  expect(certaintyText("shares", Number.NaN)).toBe("not a number");
});

// Two inputs, two hidden ReLU neurons, three classes.
const network = layered(2, [2], ["relu"], 3);
// biome-ignore format: first layer, then second, each with its biases behind
const weights = Float32Array.of(1, -2, 3, -4, 0.5, 0,   1, 2, -3, 0, 0, 0,   0, 0, 0);
const features = Float32Array.of(1, 0, 0, 1);
const classes = Int32Array.of(0, 2);

test("a detector has its own weights, its bias, and those that it speaks with", () => {
  const [first, second] = detectorsOf(network, weights, features, classes, 3);
  expect(voicesOf(network)).toBe("weights");
  expect([...(first?.weights ?? [])]).toEqual([1, 3]);
  expect(first?.bias).toBe(0.5);
  expect([...(first?.voices ?? [])]).toEqual([1, 2, -3]);
  expect(first?.silent).toBe(false);
  // −2 and −4 with ReLU: nothing ever comes out.
  expect(second?.silent).toBe(true);
  expect(extremesOf(first?.voices ?? new Float64Array(), 2)).toEqual({
    highest: [1, 0],
    lowest: [2],
  });
});

test("with further layers, a detector is known by what it puts out for each class", () => {
  const deep = layered(2, [2, 2], ["relu"], 3);
  const more = new Float32Array(deep.size);
  more.set(weights.subarray(0, 6));
  const [first] = detectorsOf(deep, more, features, classes, 3);
  expect(voicesOf(deep)).toBe("activity");
  expect([...(first?.voices ?? [])]).toEqual([1.5, 0, 3.5]);
});

test("without a hidden layer the detectors are the outputs", () => {
  const flat = layered(2, [], [], 3);
  const detectors = detectorsOf(
    flat,
    Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    features,
    classes,
    3,
  );
  expect(detectors.map(({ weights }) => [...weights])).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
  expect(detectors.map(({ bias, voices, silent }) => [bias, voices, silent])).toEqual(
    [7, 8, 9].map((bias) => [bias, null, false]),
  );
  expect([
    ...scoresOf(flat, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), Float32Array.of(1, 0)),
  ]).toEqual([8, 10, 12]);
});
