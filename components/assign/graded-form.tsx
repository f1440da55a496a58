"use client";
import { useState } from "react";
import { type Assignment, gradedLimits } from "@/labs/assignment/assignment";
import styles from "./assign.module.css";
import { GradedTerms } from "./graded-terms";
import { type LessonQuestions, QuestionChoice } from "./question-choice";
import { useBank } from "./use-bank";

type Graded = Pick<Assignment, "quiz" | "tries" | "minutes">;

type Props = {
  draft: Assignment;
  lessons: readonly LessonQuestions[];
  onChange(graded: Partial<Graded>): void;
};

const words = {
  legend: "Graded questions",
  choice: "Graded question",
  first: "Choose one…",
  add: "Ask it for a grade",
  drop: "Drop the graded question",
};

/** The questions that a class asks for a grade, how often and for how long. */
export function GradedForm({ draft, lessons, onChange }: Props) {
  const { quiz } = draft;
  const [opened] = useState(quiz.length > 0);
  const { bank, load } = useBank();
  const listed = bank.status === "here" ? [bank.bank, ...lessons] : lessons;
  const known = new Set(listed.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const odd = bank.status === "here" ? quiz.filter((id) => !known.has(id)) : [];
  const drop = (id: string) => {
    const rest = quiz.filter((one) => one !== id);
    // Without questions nothing is left to be tried or timed.
    onChange({ quiz: rest, ...(rest.length === 0 && { tries: 1, minutes: null }) });
  };
  return (
    <details
      className={styles.more}
      open={opened}
      onToggle={({ currentTarget }) => currentTarget.open && load()}
    >
      <summary>Questions for a grade, answered in a class only</summary>
      <div className={styles.goals}>
        <p>
          The class’s server asks and judges them, and your board shows the scores: add
          the link to your class, and learners answer once they have joined. Receipts know
          nothing of them.
        </p>
        <p className={styles.small}>
          The answers to the lessons’ questions stand in the lessons for all to read; only
          options are shuffled, and some numbers drawn, for each learner. Questions of the
          site’s own bank are nowhere else.
        </p>
        {bank.status === "failed" && <p>{bank.says}</p>}
        <QuestionChoice
          {...{ words }}
          lessons={listed.filter(({ questions }) => questions.length > 0)}
          picked={quiz}
          full={
            quiz.length < gradedLimits.questions
              ? null
              : `An assignment has at most ${gradedLimits.questions} graded questions.`
          }
          onAdd={(id) => onChange({ quiz: [...quiz, id] })}
          onDrop={drop}
        />
        {odd.map((id) => (
          <p key={id} className={styles.wrong}>
            The site has no question “{id}”, so nobody is asked it.
          </p>
        ))}
        {quiz.length > 0 && <GradedTerms {...{ draft, onChange }} />}
      </div>
    </details>
  );
}
