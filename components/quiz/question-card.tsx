"use client";
import { useEffect, useId, useRef } from "react";
import type { Question } from "@/content/quiz/question";
import { useIsKept } from "./answer-store";
import { Asked } from "./asked";
import { HintList } from "./hint-list";
import { PosedInput } from "./inputs/posed-input";
import { PredictRun } from "./predict-run";
import styles from "./quiz.module.css";
import { useCard } from "./use-card";
import { useSeen } from "./use-seen";

type Props = {
  question: Question;
  /** What it is called on its page, such as "Question 3". */
  place: string;
  /** Draws the numbers, and what stands where; 0 unless given. */
  seed?: number;
  /** Begins empty, although the question was answered before. */
  fresh?: boolean;
  onJudged?: (right: boolean) => void;
};

/** One question: answered, judged and explained on the spot, and kept in the browser. */
export function QuestionCard({
  question,
  place,
  seed = 0,
  fresh = false,
  onJudged,
}: Props) {
  const name = useId();
  const isKept = useIsKept();
  const element = useRef<HTMLElement>(null);
  const since = useSeen(element);
  const card = useCard({ question, seed, fresh, since, onJudged });
  const { judged, right, locked, hints } = card;
  const left = question.hints.length - hints.length;
  const begun = useRef(card.seed);

  // The button for other numbers is gone once it was pressed; the box gets its focus.
  useEffect(() => {
    if (begun.current === card.seed) return;
    begun.current = card.seed;
    if (!judged) element.current?.querySelector("input")?.focus();
  }, [card.seed, judged]);

  return (
    <article
      ref={element}
      className={styles.card}
      data-question={question.id}
      data-kind={question.kind}
      data-state={judged ? (right ? "right" : "wrong") : "open"}
      id={`question-${question.id}`}
      aria-label={place}
      tabIndex={-1}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!locked) card.check();
          else if (judged && !right) card.tryAgain();
        }}
      >
        <fieldset>
          <legend>
            <Asked posed={card.posed} place={place} />
          </legend>
          <PosedInput
            posed={card.posed}
            answer={card.answer}
            feedback={card.feedback}
            locked={locked}
            name={name}
            onAnswer={card.draw}
          />
        </fieldset>
        <HintList hints={hints} />
        <div className={styles.foot}>
          {/* One button for all, so that the keyboard's focus stays where it is. */}
          <button type="submit" aria-disabled={right || (locked && !judged)}>
            {judged && !right
              ? "Try again"
              : question.kind === "predict"
                ? "That is my prediction"
                : "Check"}
          </button>
          {!locked && left > 0 && (
            <button type="button" onClick={card.showHint}>
              Hint {hints.length + 1} of {question.hints.length}
            </button>
          )}
          {judged && question.kind === "number" && question.variants && (
            <button type="button" onClick={card.otherNumbers}>
              Other numbers
            </button>
          )}
          <p
            role="status"
            data-verdict={judged ? (right ? "right" : "wrong") : undefined}
          >
            {card.says}
          </p>
        </div>
      </form>
      {question.kind === "predict" && card.committed !== null && (
        <PredictRun
          question={question}
          committed={card.committed}
          judged={judged}
          onCame={card.came}
        />
      )}
      {!isKept && (
        <p className={styles.unkept}>
          This browser does not let the page keep answers; they last until you leave it.
        </p>
      )}
    </article>
  );
}
