"use client";
import { useEffect, useReducer, useRef } from "react";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import { QuestionCard } from "@/components/quiz/question-card";
import styles from "./review.module.css";
import { type Asked, afterStep, begun } from "./session";
import { SittingEnd } from "./sitting-end";

type Props = {
  asked: readonly Asked[];
  all: readonly CourseQuestion[];
  /** Whether the page opened with it, and so leaves the focus alone. */
  isFirst: boolean;
  onMore(asked: readonly Asked[]): void;
};

/** Some questions, one at a time, and then what came of them. */
export function Sitting({ asked, all, isFirst, onMore }: Props) {
  const [{ outcomes, judged }, step] = useReducer(afterStep, begun);
  const box = useRef<HTMLElement>(null);
  const at = outcomes.length;
  const told = useRef(isFirst ? at : null);
  const one = asked[at];
  const place = `Question ${at + 1} of ${asked.length}`;

  useEffect(() => {
    const card = box.current?.querySelector<HTMLElement>("[data-question]");
    if (told.current !== at) (card ?? box.current)?.focus();
    told.current = at;
  }, [at]);

  if (!one) {
    return (
      <section ref={box} tabIndex={-1} aria-labelledby="sitting-end">
        <SittingEnd {...{ asked, all, outcomes, onMore }} />
      </section>
    );
  }
  const { question, lesson, seed } = one;
  const isLast = at + 1 === asked.length;
  return (
    <section ref={box} aria-label="Today’s questions" className={styles.sitting}>
      <QuestionCard
        key={one.id}
        {...{ question, place, seed }}
        fresh
        onJudged={(right) => step(right ? "right" : "wrong")}
      />
      <div className={styles.row}>
        <button type="button" onClick={() => step("next")}>
          {judged ? (isLast ? "See how it went" : "Next question") : "Skip this one"}
        </button>
        <a
          href={`/lessons/${lesson}#${question.section || `question-${one.id}`}`}
          target="_blank"
          rel="noopener"
        >
          Where the lesson says it<span className="visually-hidden"> (in a new tab)</span>
        </a>
      </div>
    </section>
  );
}
