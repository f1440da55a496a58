"use client";
// A prediction that is committed to, and the lab that trains it before the reader's eyes.
import { useEffect, useRef, useState } from "react";
import { cameTrue } from "@/content/quiz/kinds/predict";
import type { Prediction } from "@/content/quiz/question";
import { isLabId, labs } from "@/labs/catalog/labs";
import { claimedRun, type Outcome } from "@/labs/claim";
import type { Lab as LabData } from "@/labs/lab";
import type { Run } from "@/labs/run";
import { type RunNumbers, runNumbers } from "@/labs/run-numbers";
import { Lab } from "../lab/lab";
import { sameRun } from "../lab/training/lab-state";
import styles from "./predict-run.module.css";
import { runText } from "./run-text";
import { WithCode } from "./with-code";

type Props = {
  question: Prediction;
  /** The position of the option that the reader predicts. */
  committed: number;
  /** Whether it was judged before: then the lab waits until it is asked for. */
  judged: boolean;
  /** Given once what the reader's own run made true: an option's position, or null. */
  onCame: (came: number | null) => void;
};

/** The run that a question asks about. Throws where the catalog has none. */
function askedRun({ lab: id, claim: claimId }: Prediction) {
  if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
  const { claims, start }: LabData = labs[id];
  const claim = claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return { id, claim: claimId, run: claimedRun(claim, start) };
}

function Came({ question, numbers }: { question: Prediction; numbers: RunNumbers }) {
  const came = question.options[cameTrue(question.options, numbers) ?? -1];
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
  const told = useRef(judged);
  const status = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone; what took its place gets it.
  useEffect(() => {
    if (open) status.current?.focus();
  }, [open, round]);

  function take(outcome: Outcome) {
    const numbers = runNumbers(outcome);
    setNumbers(numbers);
    if (told.current) return;
    told.current = true;
    onCame(cameTrue(question.options, numbers));
  }

  const predicted = question.options[committed];
  const isLeft = isOther && !judged && numbers === null;
  return (
    <div className={styles.predict}>
      <div role="status" ref={status} tabIndex={-1}>
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
      </div>
      {!open && (
        <p>
          <button type="button" onClick={() => setOpen(true)}>
            Train it again
          </button>
        </p>
      )}
      {isLeft && (
        <p>
          <button type="button" onClick={() => setRound(round + 1)}>
            Back to the run as it was set up
          </button>
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
