// Remarks on readers' own formulas: where they break, and why they would not train.
import { expect, test } from "vitest";
import { formulaText } from "@/labs/formula/print";
import { readOwn } from "@/labs/formula/read-own";
import { activations } from "@/labs/network/activation";
import { ownLossNames } from "@/labs/network/loss";
import { studyActivation, studyLoss } from "@/labs/network/own-remarks";
import { times } from "../../soak";
import { randomFormula } from "../formula/random-formula";

function ownOf(text: string, names: readonly string[]) {
  const read = readOwn(text, names);
  if ("refused" in read) throw new Error(read.refused);
  return read.own;
}

type Remarks = ReturnType<typeof studyActivation>["remarks"];

/** The sentences, a grave one behind an exclamation mark. */
const said = (remarks: Remarks) =>
  remarks.map(({ says, grave }) => (grave ? `! ${says}` : says));

const ofActivation = (text: string) => said(studyActivation(ownOf(text, ["z"])).remarks);
const ofLoss = (text: string) => said(studyLoss(ownOf(text, ownLossNames)).remarks);

const beyond = (better: string, written: string) =>
  `${better} is the same as ${written}, and exact where that is rounded or overflows.`;

test.each([
  ["tanh(z)", []],
  ["abs(z)^1.5", []],
  ["max(0, z)", ["At z = 0 there is a kink: the slope goes from 0 to 1."]],
  ["max(-1, min(1, z / 3))", ["There are kinks at z = −3, 3."]],
  ["abs(sin(z))", ["There are kinks at z = −6.283, −3.142, 0 and 2 more."]],
  [
    "z >= 1 ? 2 * z : z",
    ["At z = 1 it jumps from 1 to 2, which its slope does not tell."],
  ],
  ["1 / z", ["At z = 0 this is 1 / 0, which is no number."]],
  ["z^-2", ["At z = 0 this is 0⁻², which is no number."]],
  ["z / (z - 1/3)^2", ["Near z = 0.3333 it grows without bound."]],
  ["1 / (z^2 - 2)", ["Near z = −1.414, 1.414 it has no value or grows without bound."]],
  ["sin(1 / (z - 2))", ["At z = 2 this is 1 / (2 − 2), which is no number."]],
  ["log(abs(z))", ["At z = 0 this is ln(|0|), which is no number."]],
  ["sqrt(abs(z))", ["At z = 0 its slope is 0 / (2 × √(|0|)), which is no number."]],
  [
    "sqrt(z)",
    ["Below z = 0 it has no value: at z = −1 it is √(−1), which is no number."],
  ],
  [
    "sqrt(z + 1.23456)",
    [
      "Below z = −1.235 it has no value: at z = −2 it is √(−2 + 1.23456), which is no number.",
    ],
  ],
  [
    "exp(exp(z))",
    [
      "Above z = 4.486 it has no value: at z = 5 it is exp(exp(5)), which is too large a number.",
    ],
  ],
  ["log(1 + exp(z))", [beyond("softplus(z)", "log(1 + exp(z))")]],
  ["1 / (exp(-2 * z) + 1)", [beyond("sigmoid(2 * z)", "1 / (exp(-2 * z) + 1)")]],
  ["1 / (1 + exp(-z))", [beyond("sigmoid(z)", "1 / (1 + exp(-z))")]],
  ["exp(z) - 1", [beyond("expm1(z)", "exp(z) - 1")]],
  [
    "5",
    ["! It is the same for every z, so nothing passes the layer and nothing is learned."],
  ],
  [
    "sign(z)",
    [
      "! Its slope is 0 everywhere, so no weight before it ever changes.",
      "At z = 0 it jumps from −1 to 1, which its slope does not tell.",
    ],
  ],
  [
    "sqrt(-1 - z^2)",
    [
      "! It has no value on most of the range from −8 to 8, so training ends at once.",
      "From z = −8 to 8 it has no value: at z = −7 it is √(−1 − (−7)²), which is no number.",
    ],
  ],
])("of the activation %s", (text, sentences) => {
  expect(ofActivation(text)).toEqual(sentences);
});

test.each([
  ["(s - t)^2", []],
  ["log1p((s - t)^2)", []],
  ["abs(s - t)", ["With t = 1: at s = 1 there is a kink: the slope goes from −1 to 1."]],
  [
    "1 / (s - t)^2",
    [
      "! It is lowest at s = −4 with t = 1: it asks for the wrong answer.",
      "With t = 1: at s = 1 this is 1 / (1 − 1)², which is no number.",
    ],
  ],
  ["t", ["! It does not depend on the score s, so there is nothing to learn."]],
  [
    "-s * t",
    ["! It falls without end with t = 1, so the scores run away from every target."],
  ],
  ["(s + t)^2", ["! It is lowest at s = −1 with t = 1: it asks for the wrong answer."]],
  [
    "sign(s) * 0 + t",
    ["! Its slope is 0 everywhere with t = 1, so no weight ever changes."],
  ],
])("of the loss %s", (text, sentences) => {
  expect(ofLoss(text)).toEqual(sentences);
});

test("a loss that is not alike for both targets is told of for both", () => {
  expect(ofLoss("t > 0 ? s^2 : abs(s)")).toEqual([
    "With t = −1: at s = 0 there is a kink: the slope goes from −1 to 1.",
  ]);
});

test("the kinks of ours are found, and nothing else", () => {
  const kinked = Object.entries(activations).filter(
    ([, { formula }]) => ofActivation(formula).length > 0,
  );
  expect(kinked.map(([name]) => name)).toEqual(["relu", "leaky"]);
});

test("whatever can be read is looked at in time, in whole sentences", () => {
  for (let seed = 0; seed < times(300, 5000); seed += 1) {
    const text = formulaText(randomFormula(seed));
    for (const says of ofActivation(text)) {
      expect(says, text).toMatch(/^(! )?.+[^ ]\.$/);
      expect(says, text).not.toMatch(/null|undefined|NaN|Infinity/);
    }
  }
});
