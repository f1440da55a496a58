"use client";
import { useEffect, useMemo, useState } from "react";
import styles from "@/components/class/class.module.css";
import { useAnswers } from "@/components/quiz/answer-store";
import { courseQuestions } from "@/components/quiz/course-questions";
import { classLimits } from "@/content/class/messages";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { answerText } from "@/content/quiz/answer-text";
import { counted } from "@/labs/number-text";
import type { JoinedClass } from "../joined-classes";
import { handInState, handInText } from "./hand-in-state";
import { type GivenAnswer, keyOf } from "./outbox-entry";
import { addToOutbox, sendNow, useOutbox } from "./use-outbox";

/** The ids of the course's questions; null where they are not known. */
function useQuestionIds(): ReadonlySet<string> | null {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let left = false;
    void courseQuestions().then(
      (questions) => {
        if (!left) setIds(new Set(questions.map(({ id }) => id)));
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, []);
  return ids;
}

/** As many at once as the server takes. */
function parted(answers: readonly GivenAnswer[]): readonly (readonly GivenAnswer[])[] {
  const count = Math.ceil(answers.length / classLimits.answersAtOnce);
  return Array.from({ length: count }, (_, at) =>
    answers.slice(at * classLimits.answersAtOnce, (at + 1) * classLimits.answersAtOnce),
  );
}

/** Hands in the answers that this browser keeps, with one click. */
export function AnswersHandIn({ joined }: { joined: JoinedClass }) {
  const { classId, className, learner, name } = joined;
  const book = useAnswers();
  const known = useQuestionIds();
  const outbox = useOutbox();
  const [full, setFull] = useState(false);
  const answers = useMemo(() => givenAnswers(book, known), [book, known]);
  const parts = useMemo(
    () =>
      parted(answers).map((some) => {
        const what = { kind: "answers", answers: some } as const;
        return { what, key: keyOf({ classId, learner, what }) };
      }),
    [answers, classId, learner],
  );
  const states = parts.map(({ key }) => handInState(outbox, key));
  const state =
    states.find(({ kind }) => kind !== "sent") ?? states[0] ?? ({ kind: "new" } as const);

  function handIn() {
    const added = parts.map(({ what }) =>
      addToOutbox({ classId, className, learner, name, what }),
    );
    setFull(added.includes("full"));
    sendNow();
  }

  const done = state.kind === "sent";
  return (
    <div className={styles.stack} data-answers={state.kind}>
      <h3>Your quiz answers</h3>
      <p>
        {answers.length === 0
          ? "You have not answered any question of the lessons in this browser yet."
          : `Your teacher gets your first and your latest answer to ${counted(answers.length, "question")}, when you gave it, and how long the first one took; nothing else.`}
      </p>
      {answers.length > 0 && (
        <div className={styles.row}>
          <button
            type="button"
            aria-disabled={done || state.kind === "sending"}
            onClick={() => !done && handIn()}
          >
            Hand in my quiz answers
          </button>
          <p role="status">
            {full
              ? "Too much waits for the connection already: try again once it has gone in."
              : handInText(state, joined)}
          </p>
        </div>
      )}
    </div>
  );
}

// The answers of a reader's book as a class takes them.

/** Those to known questions, or all where `known` is null. Moments are whole. */
export function givenAnswers(
  book: AnswerBook,
  known: ReadonlySet<string> | null,
): GivenAnswer[] {
  return Object.entries(book)
    .filter(([question]) => known === null || known.has(question))
    .map(([question, { first, latest, at, firstTook }]) => ({
      question,
      first: answerText(first),
      latest: answerText(latest),
      at: Math.max(0, Math.round(at)),
      ...(firstTook !== null && { took: Math.round(firstTook) }),
    }));
}
