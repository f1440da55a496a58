"use client";
import { useId, useState } from "react";
import type { HandInPlace } from "@/components/class/joined";
import { Asked } from "@/components/quiz/asked";
import { emptyAnswer, fits } from "@/components/quiz/empty-answer";
import { PosedInput } from "@/components/quiz/inputs/posed-input";
import card from "@/components/quiz/quiz.module.css";
import { answerText, parseAnswerText } from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
import { missingIn, type Posed } from "@/content/quiz/question";
import { keepDraft, useDrafts } from "./draft-store";
import { draftAt } from "./graded-draft";
import { buttonText, statusText } from "./question-words";
import { type Given, standing } from "./quiz-record";
import { useHandingIn } from "./use-handing-in";

type Props = {
  posed: Posed;
  /** Which question it is, in words. */
  label: string;
  given: readonly Given[];
  /** How often it may be answered. */
  tries: number;
  /** Whether the time is over. */
  over: boolean;
  place: HandInPlace;
  /** See `quizKey`. */
  quiz: string;
  onGiven(given: Given): void;
  onStale(): void;
};

/** The answer that a text stands for, where the question can show it. */
function answerIn(text: string | undefined, posed: Posed): Answer | null {
  const answer = text === undefined ? null : parseAnswerText(text);
  return answer && fits(posed, answer) ? answer : null;
}

/** One question: answered, handed in, and told right or not; never why. */
export function GradedQuestion(props: Props) {
  const { posed, label, given, tries, over, place, quiz, onGiven, onStale } = props;
  const name = useId();
  const { used, right, left, texts } = standing(given, posed.id, tries);
  const kept = draftAt(useDrafts(), { quiz, question: posed.id });
  // What was kept for a try that has been judged since is no draft any more.
  const draft = left > 0 && kept?.try === used + 1 ? kept : null;
  const handing = useHandingIn({ place, draft, onGiven, onStale });
  const [missing, setMissing] = useState("");
  const answer =
    answerIn(draft?.text, posed) ?? answerIn(texts.at(-1), posed) ?? emptyAnswer(posed);
  const { sending, waits, problem } = handing;
  const locked = left === 0 || over || sending || waits;
  const now = { missing, problem, sending, waits, over, right, left, used, tries };
  const edited = draft !== null && draft.text !== texts.at(-1);
  const next = { quiz, question: posed.id, try: used + 1 };

  function draw(answer: Answer) {
    setMissing("");
    handing.forget();
    keepDraft({ ...next, text: answerText(answer), took: null });
  }

  function press() {
    if (waits && !sending) handing.again();
    if (locked) return;
    const text = answerText(answer);
    const lacks = texts.includes(text)
      ? "You handed in this very answer before: change it first."
      : missingIn(posed.kind, answer);
    setMissing(lacks ?? "");
    if (lacks === null) handing.handIn({ ...next, text });
  }

  const idle = sending || (locked && !waits);
  const judged = used > 0 && !edited;
  return (
    <form
      className={card.card}
      data-graded={posed.id}
      data-state={right ? "right" : judged ? "wrong" : "open"}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <fieldset>
        <legend>
          {/* Nothing is trained here: a prediction is one answer. */}
          <Asked
            posed={posed.kind === "predict" ? { ...posed, kind: "one" } : posed}
            place={label}
          />
        </legend>
        <PosedInput
          {...{ posed, answer, locked, name }}
          feedback={null}
          onAnswer={draw}
        />
      </fieldset>
      <div className={card.foot}>
        {/* One button throughout, so that the keyboard's focus stays on it. */}
        <button type="submit" aria-disabled={idle}>
          {buttonText(now)}
        </button>
        <p role="status" data-verdict={judged ? (right ? "right" : "wrong") : undefined}>
          {statusText({ ...now, edited })}
        </p>
      </div>
    </form>
  );
}
