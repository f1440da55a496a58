"use client";
import { useMemo, useState } from "react";
import type { JoinedClass } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { useAnswers } from "@/components/quiz/answer-store";
import { courseQuestions } from "@/components/quiz/course-questions";
import { classLimits } from "@/content/class/messages";
import { type AnswerBook, type Entry, mostTries } from "@/content/quiz/answer-book";
import { counted } from "@/labs/arithmetic/number-text";
import { handInState, handInText } from "./outbox";
import { type HandedInAnswer, keyOf } from "./outbox-entry";
import { addToOutbox, sendNow, useOutbox } from "./use-outbox";

type Props = {
  joined: JoinedClass;
  /** Whether the class is measured, and this learner does not decline. */
  measured: boolean;
};

/** Hands in the answers that this browser keeps, with one click. */
export function HandInAnswers({ joined, measured }: Props) {
  const { classId, className, learner, name } = joined;
  const book = useAnswers();
  const known = useQuestionIds();
  const outbox = useOutbox();
  const [full, setFull] = useState(false);
  const answers = useMemo(
    () => answersIn(book, known, measured),
    [book, known, measured],
  );
  const batches = useMemo(
    () =>
      batchesOf(answers).map((batch) => {
        const what = { kind: "answers", answers: batch } as const;
        return { what, key: keyOf({ classId, learner, what }) };
      }),
    [answers, classId, learner],
  );
  const states = batches.map(({ key }) => handInState(outbox, key));
  const state =
    states.find(({ kind }) => kind !== "sent") ?? states[0] ?? ({ kind: "new" } as const);

  function handIn() {
    const added = batches.map(({ what }) =>
      addToOutbox({ classId, className, learner, name, what }),
    );
    setFull(added.includes("full"));
    sendNow();
  }

  return (
    <Stack>
      <h3>Your quiz answers</h3>
      <p>
        {answers.length === 0
          ? "You have not answered any question of the lessons in this browser yet."
          : `Your teacher gets your first and your latest answer to ${counted(answers.length, "question")}, when you gave it, and how long the first one took; nothing else.${measured ? " How sure you were of the first one goes along, for the count alone." : ""}`}
      </p>
      {answers.length > 0 && (
        <Row>
          <Button
            inactive={state.kind === "sent" || state.kind === "sending"}
            onClick={handIn}
          >
            Hand in my quiz answers
          </Button>
          <Status>
            {full
              ? "Too much waits for the connection already: try again once it has gone in."
              : handInText(state, joined)}
          </Status>
        </Row>
      )}
    </Stack>
  );
}

/** The ids of the course's questions; null where they are not known. */
function useQuestionIds(): ReadonlySet<string> | null {
  const { value } = useFetched<ReadonlySet<string>, { ok: false }>({
    key: "course",
    read: () =>
      courseQuestions().then(
        (questions) => ({ ok: true, value: new Set(questions.map(({ id }) => id)) }),
        () => ({ ok: false }),
      ),
  });
  return value;
}

/** As many answers at once as the server takes. */
function batchesOf(
  answers: readonly HandedInAnswer[],
): readonly (readonly HandedInAnswer[])[] {
  const size = classLimits.answersAtOnce;
  return Array.from({ length: Math.ceil(answers.length / size) }, (_, at) =>
    answers.slice(at * size, (at + 1) * size),
  );
}

/** How sure the reader was of their very first answer; that of very many tries is gone. */
const firstSure = ({ tries }: Entry) =>
  tries.length < mostTries ? tries[0]?.sure : undefined;

/**
 * The answers of a reader's book as a class takes them: to known questions, or all where
 * `known` is null. Moments are whole. `measured`: with how sure the reader was.
 */
export function answersIn(
  book: AnswerBook,
  known: ReadonlySet<string> | null,
  measured: boolean,
): HandedInAnswer[] {
  return Object.entries(book)
    .filter(([question]) => known === null || known.has(question))
    .map(([question, entry]) => {
      const { first, latest, at, firstTook, wording } = entry;
      const sure = measured ? firstSure(entry) : undefined;
      return {
        ...{ question, first, latest },
        at: Math.max(0, Math.round(at)),
        ...(firstTook !== null && { took: Math.round(firstTook) }),
        ...(sure !== undefined && { sure: Math.round(sure) }),
        ...(wording && { wording }),
      };
    });
}
