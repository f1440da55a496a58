"use client";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Field } from "@/components/kit/field";
import { PlainList, Small, Stack } from "@/components/kit/layout";
import { WithCode } from "@/components/kit/with-code";
import styles from "./workshop.module.css";

/** A lesson, or another source of questions, and what it asks. */
export type LessonQuestions = {
  slug: string;
  title: string;
  questions: readonly { id: string; asks: string }[];
};

type Props = {
  /** The names of its parts: no two lists on a page should sound alike. */
  words: { legend: string; choice: string; first: string; add: string; drop: string };
  lessons: readonly LessonQuestions[];
  /** The ids of those picked, in order. */
  picked: readonly string[];
  /** Why no other can be picked, or null where one can. */
  full: string | null;
  onAdd(id: string): void;
  onDrop(id: string): void;
  /** Stands beside a picked question. */
  beside?(id: string): ReactNode;
};

/** The questions picked, each with a button to drop it, and a list to pick from. */
export function QuestionChoice(props: Props) {
  const { words, lessons, picked, full, onAdd, onDrop, beside } = props;
  const choice = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState("");
  const addable = chosen !== "" && !picked.includes(chosen) && full === null;
  const textOf = (question: string) =>
    lessons.flatMap(({ questions }) => questions).find((one) => one.id === question)
      ?.asks ?? question;
  return (
    <Stack as="fieldset" className={styles.group}>
      <legend>{words.legend}</legend>
      {picked.length > 0 && (
        <PlainList>
          {picked.map((question) => (
            <li key={question} className={styles.picked}>
              <WithCode text={textOf(question)} />
              {beside?.(question)}
              <Button
                aria-label={`${words.drop} ${question}`}
                onClick={() => {
                  // The button goes with its question.
                  choice.current?.focus();
                  onDrop(question);
                }}
              >
                Drop
              </Button>
            </li>
          ))}
        </PlainList>
      )}
      <Field label={words.choice} inline>
        {(control) => (
          <>
            <select
              {...control}
              ref={choice}
              className={styles.question}
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
            <Button inactive={!addable} onClick={() => onAdd(chosen)}>
              {words.add}
            </Button>
          </>
        )}
      </Field>
      {full !== null && <Small>{full}</Small>}
    </Stack>
  );
}
