// A prediction of a run, which the reader then trains.
import { numberText } from "@/labs/arithmetic/number-text";
import type { Outset } from "@/labs/claim/claim-bound";
import { choosing, chosenIn, type Option } from "./choice";
import { evaluated, type Numbers, rangeIn } from "./expression";
import type { Head, KindRecord, TrainedQuestion } from "./kind";

/** A run is to be predicted. */
export type PredictQuestion = Head &
  Omit<TrainedQuestion, "options"> & {
    kind: "predict";
    options: readonly (Option & { when: string })[];
  };

/**
 * The id of the first option that came true in a run with these numbers, or null. Throws
 * where a condition cannot be computed.
 */
export function cameTrue(
  options: TrainedQuestion["options"],
  numbers: Numbers,
): string | null {
  return options.find(({ when }) => evaluated(when, numbers) !== 0)?.id ?? null;
}

const losses = {
  trainLoss: "",
  validationLoss: "validation loss ",
  testLoss: "test loss ",
  naiveShare: "test loss ",
} as const;

const isTest = (name: keyof typeof losses) =>
  name === "testLoss" || name === "naiveShare";

const isLoss = (name: string): name is keyof typeof losses => Object.hasOwn(losses, name);

/**
 * The last losses under which an option comes true, and how to call them, as in “0.15 to
 * 0.75”; `to` may be Infinity. Null where its condition speaks of anything but one loss.
 */
export function guessedLosses(
  when: string,
  { first, held, naiveTestLoss }: Outset,
): { from: number; to: number; label: string } | null {
  const range = rangeIn(when, {
    diverged: 0,
    firstTrainLoss: first.trainLoss,
    firstTestLoss: held === "test" ? first.heldLoss : 0,
  });
  if (!range || !isLoss(range.name)) return null;
  // The loss of a closed test set is no line of the chart.
  if (held === "validation" && isTest(range.name)) return null;
  const unit = range.name === "naiveShare" ? naiveTestLoss / 100 : 1;
  const [from, to] = [Math.max(unit * range.from, 0), unit * range.to];
  const words =
    to === Number.POSITIVE_INFINITY
      ? `above ${numberText(from)}`
      : from > 0
        ? `${numberText(from)} to ${numberText(to)}`
        : `below ${numberText(to)}`;
  return { from, to, label: `${losses[range.name]}${words}` };
}

const choice = choosing(false);

/** Its record. */
export const predict: KindRecord<PredictQuestion> = {
  name: "predict and run",
  way: "Predict, then train",
  wayUntrained: "One answer",
  notYet: "Your run came out otherwise.",
  ...choice,
  trained: (question) => question,
  fits(shown, answer) {
    const chosen = chosenIn(answer);
    return chosen !== null && choice.fits(shown, { kind: "ticked", options: chosen });
  },
  /** By the reader's own run where the answer tells what came of it. */
  isRight: (question, answer) =>
    answer.kind === "predicted" && answer.came !== null
      ? answer.came === answer.option
      : choice.isRight(question, answer),
  explain(question, answer, isRight) {
    const said = choice.explain(question, answer, isRight);
    if (answer.kind !== "predicted" || answer.came === null) return said;
    const parts = [...said.parts].map(
      ([id, part]) => [id, { ...part, right: id === answer.came }] as const,
    );
    return { ...said, parts: new Map(parts) };
  },
};
