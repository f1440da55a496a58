"use client";
import { useId, useState } from "react";
import { type Answer, typedNumber } from "@/content/answer";
import { type AnswerBook, record } from "@/content/answer-book";
import { isRight, type Kind, type Question } from "@/content/question";
import { changeAnswers, useAnswers, useIsKept } from "./answer-store";
import { NumberBox } from "./number-box";
import { OptionList } from "./option-list";
import styles from "./quiz.module.css";
import { WithCode } from "./with-code";

const empty = (question: Question): Answer =>
  question.kind === "number"
    ? { kind: "typed", text: "" }
    : { kind: "ticked", options: [] };

/** Why an answer cannot be checked yet, or null where it can. */
function incomplete(answer: Answer): string | null {
  if (answer.kind === "ticked") {
    return answer.options.length === 0 ? "Choose an option first." : null;
  }
  if (answer.kind !== "typed") return null;
  return typedNumber(answer.text) === null ? "Type a number, such as 12 or 0.5." : null;
}

const hints: Partial<Record<Kind, string>> = {
  one: "One answer",
  several: "One or more answers",
  number: "A number",
};

/** One question: answered, judged and explained on the spot, and kept in the browser. */
export function QuestionCard({ question, place }: { question: Question; place: string }) {
  const name = useId();
  const kept = useAnswers()[question.id];
  const isKept = useIsKept();
  const [draft, setDraft] = useState<Answer | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const answer = draft ?? kept?.latest ?? empty(question);
  const judged = draft === null && kept !== undefined;
  const right = judged && isRight(question, answer);

  function draw(answer: Answer) {
    setMissing(null);
    setDraft(answer);
  }

  function check() {
    const why = incomplete(answer);
    setMissing(why);
    if (why) return;
    const isCorrect = isRight(question, answer);
    changeAnswers((book: AnswerBook) =>
      record(book, question.id, { answer, right: isCorrect, at: Date.now() }),
    );
    setDraft(null);
  }

  function verdict() {
    if (missing) return missing;
    if (!judged) return "";
    if (right) return kept.firstRight ? "Right." : "Right, this time.";
    return question.kind === "several"
      ? "Not quite: some ticks differ."
      : "Not right yet.";
  }

  return (
    <form
      className={styles.card}
      data-question={question.id}
      data-state={judged ? (right ? "right" : "wrong") : "open"}
      id={`question-${question.id}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!judged) check();
        else if (!right) draw(empty(question));
      }}
    >
      <fieldset>
        <legend>
          <span className={styles.place}>
            {place} · {hints[question.kind]}
          </span>
          <WithCode text={question.asks} />
        </legend>
        {question.kind === "number" ? (
          <NumberBox
            {...{ question, answer, judged, name }}
            onType={(text) => draw({ kind: "typed", text })}
          />
        ) : "options" in question ? (
          <OptionList
            {...{ question, answer, judged, name, right }}
            onTick={(options) => draw({ kind: "ticked", options })}
          />
        ) : null}
      </fieldset>
      <div className={styles.foot}>
        {/* One button for both, so that the keyboard's focus stays where it is. */}
        <button type="submit" aria-disabled={right}>
          {judged && !right ? "Try again" : "Check"}
        </button>
        <p role="status" data-verdict={judged ? (right ? "right" : "wrong") : undefined}>
          {verdict()}
        </p>
      </div>
      {!isKept && (
        <p className={styles.unkept}>
          This browser does not let the page keep answers; they last until you leave it.
        </p>
      )}
    </form>
  );
}
