// A reader's own run in words: its losses, and whatever else decided what came true.
import type { Prediction } from "@/content/quiz/question";
import { lossText } from "@/labs/claim";
import type { RunNumbers } from "@/labs/run-numbers";

const more: readonly [keyof RunNumbers, (value: number) => string][] = [
  ["testAccuracy", (value) => `${lossText(value)} % of the test examples right`],
  ["naiveShare", (value) => `test loss ${lossText(value)} % of that of always saying 0`],
  ["lowestTestLoss", (value) => `lowest test loss ${lossText(value)}`],
  ["lowestTrainLoss", (value) => `lowest train loss ${lossText(value)}`],
  ["firstTrainLoss", (value) => `train loss ${lossText(value)} before any training`],
  ["firstTestLoss", (value) => `test loss ${lossText(value)} before any training`],
  [
    "rises",
    (value) => `the train loss rose in ${value} ${value === 1 ? "pass" : "passes"}`,
  ],
];

/** “test loss 0.41, train loss 0.12 after pass 100”, and what the options ask about. */
export function runText(numbers: RunNumbers, options: Prediction["options"]): string {
  const { testLoss, trainLoss, passes, diverged } = numbers;
  if (diverged === 1) return `its numbers grew beyond all bounds after pass ${passes}`;
  const asked = more.filter(([name]) =>
    options.some(({ when }) => new RegExp(`\\b${name}\\b`).test(when)),
  );
  return [
    `test loss ${lossText(testLoss)}, train loss ${lossText(trainLoss)} after pass ${passes}`,
    ...asked.map(([name, text]) => text(numbers[name])),
  ].join("; ");
}
