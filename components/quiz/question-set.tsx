"use client";
import { useRef, useState } from "react";
import { roundAt } from "@/content/quiz/pool";
import type { Question } from "@/content/quiz/question";
import { useAnswers } from "./answer-store";
import { QuestionCard } from "./question-card";
import styles from "./quiz.module.css";
import { useLinkedQuestion } from "./use-linked-question";

/** A question of a lesson, and what it is called there. */
type Placed = { question: Question; place: string };

/** Whether the first answer of this round was right, by the question's id. */
type Given = Readonly<Record<string, boolean>>;

/** A lesson's pool of questions, asked a set at a time. */
export function QuestionSet({ pool }: { pool: readonly Placed[] }) {
  const [round, setRound] = useState(0);
  const [given, setGiven] = useState<Given>({});
  const answers = useAnswers();
  const heading = useRef<HTMLHeadingElement>(null);
  const { set, sets, seed, fresh, name } = roundAt(pool, round);

  function ask(next: number) {
    setRound(next);
    setGiven({});
  }
  useLinkedQuestion(
    pool.map(({ question }) => question.id),
    round,
    ask,
  );

  const firsts = set.flatMap(({ question: { id } }) => {
    const first = fresh ? given[id] : answers[id]?.firstRight;
    return first === undefined ? [] : [first];
  });
  const right = firsts.filter(Boolean).length;
  return (
    <section className={styles.set} aria-labelledby="questions-of-this-lesson">
      <h2 id="questions-of-this-lesson" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p role="status" className={styles.count} data-set={round}>
        {firsts.length} of {set.length} answered, {right} right at the first try
      </p>
      {set.map(({ question, place }) => (
        <QuestionCard
          key={`${round} ${question.id}`}
          {...{ question, place, seed, fresh }}
          onJudged={(right) =>
            setGiven((before) => ({ [question.id]: right, ...before }))
          }
        />
      ))}
      <button
        type="button"
        onClick={() => {
          ask(round + 1);
          heading.current?.focus();
        }}
      >
        {sets > 1 ? "Ask me other questions" : "Ask me again"}
      </button>
    </section>
  );
}
