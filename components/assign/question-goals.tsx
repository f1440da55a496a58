"use client";
import { useId, useRef, useState } from "react";
import { WithCode } from "@/components/quiz/with-code";
import { type Goal, mostGoals } from "@/labs/assignment/goal";
import styles from "./assign.module.css";

/** A lesson, and what it asks. */
export type LessonQuestions = {
  slug: string;
  title: string;
  questions: readonly { id: string; asks: string }[];
};

type Props = {
  goals: readonly Goal[];
  lessons: readonly LessonQuestions[];
  /** Whether no goal can be added. */
  full: boolean;
  onAdd(goal: Goal): void;
  onDrop(goal: Goal): void;
};

/** Questions of the course that learners are to answer. */
export function QuestionGoals({ goals, lessons, full, onAdd, onDrop }: Props) {
  const id = useId();
  const asked = goals.filter((goal) => goal.kind === "answer");
  const isAsked = (question: string) => asked.some((goal) => goal.question === question);
  const choice = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState("");
  const addable = chosen !== "" && !isAsked(chosen) && !full;
  const textOf = (question: string) =>
    lessons.flatMap(({ questions }) => questions).find((one) => one.id === question)
      ?.asks ?? question;
  return (
    <fieldset className={styles.questions}>
      <legend>Questions to answer</legend>
      {asked.length > 0 && (
        <ul>
          {asked.map((goal) => (
            <li key={goal.question}>
              <WithCode text={textOf(goal.question)} />
              <button
                type="button"
                aria-label={`Drop the question ${goal.question}`}
                onClick={() => {
                  // The button goes with its question.
                  choice.current?.focus();
                  onDrop(goal);
                }}
              >
                Drop
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <label htmlFor={id}>Question</label>
        <select
          ref={choice}
          id={id}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">Choose one of a lesson…</option>
          {lessons.map(({ slug, title, questions }) => (
            <optgroup key={slug} label={title}>
              {questions.map((question) => (
                <option
                  key={question.id}
                  value={question.id}
                  disabled={isAsked(question.id)}
                >
                  {question.asks.replaceAll("`", "")}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button
          type="button"
          aria-disabled={!addable}
          onClick={() => addable && onAdd({ kind: "answer", question: chosen })}
        >
          Add it
        </button>
      </div>
      {full && (
        <p className={styles.small}>An assignment has at most {mostGoals} goals.</p>
      )}
    </fieldset>
  );
}
