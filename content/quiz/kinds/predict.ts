// A prediction of a run, which the reader then trains.
import { choosing, chosenIn, type Option } from "./choice";
import { evaluated, type Numbers } from "./expression";
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
};
