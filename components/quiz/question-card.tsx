"use client";
import { useEffect, useId, useMemo, useRef } from "react";
import { Button } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { WithCode } from "@/components/kit/with-code";
import type { Question } from "@/content/quiz/question";
import { worded } from "@/content/quiz/second-wording";
import { useIsKept } from "./answer-store";
import { HowSure, sureText } from "./how-sure";
import { PredictForm, type RunStart } from "./predict-form";
import { QuestionForm } from "./question-form";
import styles from "./quiz.module.css";
import { useWording } from "./reader-seed";
import { useCard, useSeen } from "./use-card";

type Props = {
  question: Question;
  /** Its name on the page, such as "Question 3". */
  place: string;
  /** Draws the numbers, and the order of what is shown; 0 unless given. */
  seed?: number;
  /** Begins empty, although the question was answered before. */
  fresh?: boolean;
  onJudged?: (right: boolean) => void;
  /** All that the page knows of the run that it asks about; left out, it is loaded. */
  start?: RunStart;
  /** The way on, where it is one of several. */
  next?: {
    /** As in "Next question": what it is once this one is answered. */
    label: string;
    onGo(): void;
  };
};

/** One question: answered, judged and explained on the spot, and kept in the browser. */
export function QuestionCard({
  question: asked,
  place,
  seed = 0,
  fresh = false,
  onJudged,
  start,
  next,
}: Props) {
  const name = useId();
  const isKept = useIsKept();
  const element = useRef<HTMLElement>(null);
  const since = useSeen(element);
  const wording = useWording(asked);
  const question = useMemo(() => worded(asked, wording), [asked, wording]);
  const card = useCard({ question, wording, seed, fresh, since, onJudged });
  const { presented, answer, feedback, judged, right, locked, hints } = card;
  const left = question.hints.length - hints.length;
  const verdict = judged ? (right ? "right" : "wrong") : undefined;
  const begun = useRef(presented.seed);

  // The button for other numbers is gone once it was pressed; the box gets its focus.
  useEffect(() => {
    if (begun.current === presented.seed) return;
    begun.current = presented.seed;
    if (!judged) element.current?.querySelector("input")?.focus();
  }, [presented.seed, judged]);

  const goesOn = right && next !== undefined;
  const buttons = (
    <>
      {!locked && left > 0 && (
        <Button onClick={card.showHint}>
          Hint {hints.length + 1} of {question.hints.length}
        </Button>
      )}
      {card.varies && <Button onClick={card.otherNumbers}>Other numbers</Button>}
      {next && !judged && (
        <Button look="bare" onClick={next.onGo}>
          Skip this one
        </Button>
      )}
      {next && judged && !right && <Button onClick={next.onGo}>{next.label}</Button>}
    </>
  );
  return (
    <Card
      as="article"
      ref={element}
      className={styles.card}
      data-question={question.id}
      data-kind={question.kind}
      data-state={verdict ?? "open"}
      id={`question-${question.id}`}
      aria-label={place}
      tabIndex={-1}
    >
      {question.kind === "predict" ? (
        <PredictForm
          {...{ question, card, place, name, start, next, buttons }}
          hints={<Hints hints={hints} />}
        />
      ) : (
        <QuestionForm
          {...{ presented, answer, feedback, locked, name, place, verdict }}
          onAnswer={card.change}
          says={
            <>
              {card.says}
              {card.wasSure !== null && (
                <span className={styles.scored}> {sureText(card.wasSure, right)}</span>
              )}
            </>
          }
          hints={<Hints hints={hints} />}
          sure={
            card.sure !== undefined && <HowSure sure={card.sure} onSure={card.setSure} />
          }
          buttons={
            <>
              {/* One button for all, so that the keyboard's focus stays where it is. */}
              <Button
                type="submit"
                look={right && !goesOn ? undefined : "primary"}
                inactive={(right && !goesOn) || (locked && !judged)}
                // The second click of a double one is no answer to what the first one showed.
                onClick={(event) => event.detail > 1 && event.preventDefault()}
              >
                {goesOn ? next.label : judged && !right ? "Try again" : "Check"}
              </Button>
              {buttons}
            </>
          }
          onSubmit={() => {
            if (!locked) card.check();
            else if (judged && !right) card.tryAgain();
            else if (goesOn) next.onGo();
          }}
        />
      )}
      {!isKept && (
        <p className={styles.unkept}>
          This browser does not let the page keep answers; they last until you leave it.
        </p>
      )}
    </Card>
  );
}

/** The hints that were asked for. The newest gets the focus: its button may be gone. */
function Hints({ hints }: { hints: readonly string[] }) {
  const newest = useRef<HTMLLIElement>(null);
  const count = hints.length;
  useEffect(() => {
    if (count > 0) newest.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <ul className={styles.hints} aria-label="Hints">
      {hints.map((hint, at) => (
        <li key={hint} tabIndex={-1} ref={at === count - 1 ? newest : null}>
          <strong>Hint: </strong>
          <WithCode text={hint} />
        </li>
      ))}
    </ul>
  );
}
