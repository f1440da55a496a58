"use client";
// Questions that an instructor picks, one by one, out of those that can be asked.
import { useId, useRef, useState } from "react";
import { WithCode } from "@/components/quiz/with-code";
import styles from "./assign.module.css";

/** A lesson, or another source of questions, and what it asks. */
export type LessonQuestions = {
  slug: string;
  title: string;
  questions: readonly { id: string; asks: string }[];
};

type Props = {
  /** What the parts are called: no two lists on a page should sound alike. */
  words: { legend: string; choice: string; first: string; add: string; drop: string };
  lessons: readonly LessonQuestions[];
  /** The ids of those picked, in order. */
  picked: readonly string[];
  /** Why no other can be picked, or null where one can. */
  full: string | null;
  onAdd(id: string): void;
  onDrop(id: string): void;
};

/** The questions picked, each with a button to drop it, and a list to pick from. */
export function QuestionChoice(props: Props) {
  const { words, lessons, picked, full, onAdd, onDrop } = props;
  const id = useId();
  const choice = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState("");
  const addable = chosen !== "" && !picked.includes(chosen) && full === null;
  const textOf = (question: string) =>
    lessons.flatMap(({ questions }) => questions).find((one) => one.id === question)
      ?.asks ?? question;
  return (
    <fieldset className={styles.questions}>
      <legend>{words.legend}</legend>
      {picked.length > 0 && (
        <ul>
          {picked.map((question) => (
            <li key={question}>
              <WithCode text={textOf(question)} />
              <button
                type="button"
                aria-label={`${words.drop} ${question}`}
                onClick={() => {
                  // The button goes with its question.
                  choice.current?.focus();
                  onDrop(question);
                }}
              >
                Drop
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <label htmlFor={id}>{words.choice}</label>
        <select
          ref={choice}
          id={id}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{words.first}</option>
          {lessons.map(({ slug, title, questions }) => (
            <optgroup key={slug} label={title}>
              {questions.map((question) => (
                <option
                  key={question.id}
                  value={question.id}
                  disabled={picked.includes(question.id)}
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
          onClick={() => addable && onAdd(chosen)}
        >
          {words.add}
        </button>
      </div>
      {full !== null && <p className={styles.small}>{full}</p>}
    </fieldset>
  );
}
