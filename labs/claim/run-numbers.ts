// A trained run in numbers: what a prediction of it is judged by.
import type { Outcome } from "./outcome";

/** Numbers of an ended run that a question may ask for. */
export type RunNumbers = {
  /** After the last pass, or the last finite one. */
  trainLoss: number;
  testLoss: number;
  /** 0 where the run validates on nothing. */
  validationLoss: number;
  /** Before any training. */
  firstTrainLoss: number;
  /** Of the test set of a run that validates on nothing; else 0, as it is closed then. */
  firstTestLoss: number;
  lowestTrainLoss: number;
  lowestTestLoss: number;
  lowestValidationLoss: number;
  /** How many passes ended with a higher train loss than the one before. */
  rises: number;
  /** How many were trained. */
  passes: number;
  /** 1 or 0. */
  diverged: number;
  /** In percent; 0 where the data have no classes. */
  testAccuracy: number;
  /** The test loss in percent of what a network that always puts out 0 has. */
  naiveShare: number;
};

const finite = (value: number) => (Number.isFinite(value) ? value : 0);

/** The numbers of a run that has ended; each is finite, 0 where there is nothing to tell. */
export function runNumbers(outcome: Outcome): RunNumbers {
  const passes = outcome.passes.filter(
    ({ trainLoss, heldLoss }) => Number.isFinite(trainLoss) && Number.isFinite(heldLoss),
  );
  const nothing = { pass: 0, trainLoss: 0, heldLoss: 0 };
  const [first = nothing] = passes;
  const last = passes.at(-1) ?? nothing;
  const rises = passes.filter(
    ({ trainLoss }, at) => trainLoss > (passes[at - 1]?.trainLoss ?? trainLoss),
  );
  const lowest = (of: "trainLoss" | "heldLoss") =>
    passes.reduce((least, pass) => Math.min(least, pass[of]), last[of]);
  const validates = outcome.held === "validation";
  return {
    trainLoss: last.trainLoss,
    testLoss: validates ? finite(outcome.testLoss) : last.heldLoss,
    validationLoss: validates ? last.heldLoss : 0,
    firstTrainLoss: first.trainLoss,
    firstTestLoss: validates ? 0 : first.heldLoss,
    lowestTrainLoss: lowest("trainLoss"),
    lowestTestLoss: validates ? 0 : lowest("heldLoss"),
    lowestValidationLoss: validates ? lowest("heldLoss") : 0,
    rises: rises.length,
    passes: last.pass,
    diverged: Number(outcome.diverged),
    testAccuracy: finite(100 * outcome.testAccuracy),
    naiveShare: finite(
      (100 * (validates ? outcome.testLoss : last.heldLoss)) / outcome.naiveTestLoss,
    ),
  };
}
