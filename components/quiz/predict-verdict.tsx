// The words on a prediction once it was trained: what came of it, and why.
import { Small } from "@/components/kit/layout";
import { WithCode } from "@/components/kit/with-code";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { numberText } from "@/labs/arithmetic/number-text";
import type { RunNumbers } from "@/labs/claim/run-numbers";
import { sureText } from "./how-sure";

type Props = {
  question: PredictQuestion;
  right: boolean;
  says: string;
  /** The id of the option that was predicted. */
  predicted: string | null;
  /** The id of the option that came true, or null. */
  came: string | null;
  /** Of the run just trained; null where it was trained at another time. */
  numbers: RunNumbers | null;
  /** In percent; null where it was not said. */
  wasSure: number | null;
};

/** Tells what came true, why, and why not what was predicted. */
export function Verdict(props: Props) {
  const { question, right, says, predicted, came, numbers, wasSure } = props;
  const { options } = question;
  const happened = options.find(({ id }) => id === came);
  const guessed = options.find(({ id }) => id === predicted);
  return (
    <>
      <p>
        <b data-verdict={right ? "right" : "wrong"}>
          {right ? "✓" : "✗"} {says}
        </b>{" "}
        {happened ? (
          <>
            It came out as “<WithCode text={happened.text} />
            ”. <WithCode text={happened.why} />
          </>
        ) : (
          "None of the options came true."
        )}
      </p>
      {guessed && guessed !== happened && (
        <p data-part="guess">
          You said “<WithCode text={guessed.text} />
          ”. <WithCode text={guessed.why} />
        </p>
      )}
      {(numbers || wasSure !== null) && (
        <Small>
          {numbers && `Your run: ${runText(numbers, options)}.`}{" "}
          {wasSure !== null && sureText(wasSure, right)}
        </Small>
      )}
    </>
  );
}
/** Whatever else than the last losses can decide what came true, in words. */
const more: readonly [keyof RunNumbers, (value: number) => string][] = [
  ["testAccuracy", (value) => `${numberText(value)} % of the test examples right`],
  [
    "naiveShare",
    (value) => `test loss ${numberText(value)} % of that of always saying 0`,
  ],
  ["validationLoss", (value) => `validation loss ${numberText(value)}`],
  ["lowestValidationLoss", (value) => `lowest validation loss ${numberText(value)}`],
  ["lowestTestLoss", (value) => `lowest test loss ${numberText(value)}`],
  ["lowestTrainLoss", (value) => `lowest train loss ${numberText(value)}`],
  ["firstTrainLoss", (value) => `train loss ${numberText(value)} before any training`],
  ["firstTestLoss", (value) => `test loss ${numberText(value)} before any training`],
  [
    "rises",
    (value) => `the train loss rose in ${value} ${value === 1 ? "pass" : "passes"}`,
  ],
];

/** “test loss 0.41, train loss 0.12 after pass 100”, and what the options ask about. */
export function runText(
  numbers: RunNumbers,
  options: readonly { when: string }[],
): string {
  const { testLoss, trainLoss, passes, diverged } = numbers;
  if (diverged === 1) return `its numbers grew beyond all bounds after pass ${passes}`;
  const asked = more.filter(([name]) =>
    options.some(({ when }) => new RegExp(`\\b${name}\\b`).test(when)),
  );
  return [
    `test loss ${numberText(testLoss)}, train loss ${numberText(trainLoss)} after pass ${passes}`,
    ...asked.map(([name, text]) => text(numbers[name])),
  ].join("; ");
}
