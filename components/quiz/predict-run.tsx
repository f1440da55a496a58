"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Status } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { Lab } from "@/components/lab/lab";
import { sameRun } from "@/components/lab/training/lab-state";
import type { TrainedQuestion } from "@/content/quiz/kinds/kind";
import { cameTrue } from "@/content/quiz/kinds/predict";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Lab as LabData } from "@/labs/catalog/lab";
import { isLabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import type { Outcome } from "@/labs/claim/outcome";
import { type RunNumbers, runNumbers } from "@/labs/claim/run-numbers";
import type { Run } from "@/labs/run/run";
import styles from "./quiz.module.css";

// A prediction that is committed to, and the lab that trains it before the reader's eyes.

type Props = {
  question: TrainedQuestion;
  /** The id of the option that the reader predicts. */
  committed: string;
  /** Whether it was judged before: then the lab waits until it is asked for. */
  judged: boolean;
  /** Called once, with the id of the option that the reader's own run made true, or null. */
  onCame: (came: string | null) => void;
};

/** The run that a question asks about. Throws where the catalog has none. */
function askedRun({ lab: id, claim: claimId }: TrainedQuestion) {
  if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
  const { claims, start }: LabData = labs[id];
  const claim = claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return { id, claim: claimId, run: claimedRun(claim, start) };
}

function Came({ question, numbers }: { question: TrainedQuestion; numbers: RunNumbers }) {
  const id = cameTrue(question.options, numbers);
  const came = question.options.find((option) => option.id === id);
  return (
    <p>
      Your run: {runText(numbers, question.options)}.{" "}
      {came ? (
        <>
          It came out as “
          <WithCode text={came.text} />
          ”.
        </>
      ) : (
        "None of the options came true."
      )}
    </p>
  );
}

/** Trains what was predicted, on the spot, and says what came of it. */
export function PredictRun({ question, committed, judged, onCame }: Props) {
  const { id, claim, run } = askedRun(question);
  const [open, setOpen] = useState(!judged);
  const [numbers, setNumbers] = useState<RunNumbers | null>(null);
  const [isOther, setIsOther] = useState(false);
  /** Counts how often the lab was set up anew. */
  const [round, setRound] = useState(1);
  const reported = useRef(judged);
  const status = useRef<HTMLElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (open) status.current?.focus();
  }, [open]);

  function take(outcome: Outcome) {
    const numbers = runNumbers(outcome);
    setNumbers(numbers);
    if (reported.current) return;
    reported.current = true;
    onCame(cameTrue(question.options, numbers));
  }

  const predicted = question.options.find((option) => option.id === committed);
  const isLeft = isOther && !judged && numbers === null;
  return (
    <div className={styles.predict}>
      <Status as="div" ref={status} tabIndex={-1}>
        <p>
          You predicted: <b>{predicted && <WithCode text={predicted.text} />}</b>
          {open && !numbers && !isLeft && ". The lab below trains it now."}
        </p>
        {open && question.look !== "" && (
          <p>
            <WithCode text={question.look} />
          </p>
        )}
        {numbers && <Came question={question} numbers={numbers} />}
        {isLeft && <p>Train the run as it was set up to have your prediction judged.</p>}
      </Status>
      {!open && (
        <p>
          <Button onClick={() => setOpen(true)}>Train it again</Button>
        </p>
      )}
      {isLeft && (
        <p>
          <Button
            onClick={() => {
              setRound(round + 1);
              status.current?.focus();
            }}
          >
            Back to the run as it was set up
          </Button>
        </p>
      )}
      {open && (
        <Lab
          key={round}
          id={id}
          claim={claim}
          trains
          onRun={(now: Run) => setIsOther(!sameRun(now, run))}
          onOutcome={take}
        />
      )}
    </div>
  );
}

/** Whatever else than the last losses can decide what came true, in words. */
const more: readonly [keyof RunNumbers, (value: number) => string][] = [
  ["testAccuracy", (value) => `${numberText(value)} % of the test examples right`],
  [
    "naiveShare",
    (value) => `test loss ${numberText(value)} % of that of always saying 0`,
  ],
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
  options: TrainedQuestion["options"],
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
