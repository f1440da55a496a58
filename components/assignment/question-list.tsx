"use client";
import { memo } from "react";
import { QuestionCard } from "@/components/quiz/question-card";
import styles from "./assignment.module.css";
import type { AskedQuestions } from "./use-asked-questions";

type Props = { ids: readonly string[]; asked: AskedQuestions; onRetry(): void };

/** The questions that an assignment asks, to be answered on the spot. */
export const QuestionList = memo(function QuestionList({ ids, asked, onRetry }: Props) {
  if (ids.length === 0) return null;
  if (asked.status === "waiting") return <p>Loading the questions…</p>;
  if (asked.status === "failed") {
    return (
      <div className={styles.row}>
        <p role="alert" className={styles.problem}>
          The questions could not be loaded. Try again once you are online.
        </p>
        <button type="button" onClick={onRetry}>
          Load the questions
        </button>
      </div>
    );
  }
  const known = ids.map((id) => asked.known.get(id) ?? null);
  if (known.every((one) => one === null)) return null;
  return (
    <div className={`${styles.part} ${styles.questions}`}>
      <h4>Questions</h4>
      {known.map(
        (one, at) =>
          one && (
            <div key={one.id}>
              <QuestionCard question={one.question} place={`Question ${at + 1}`} />
              <p className={styles.small}>
                <a
                  href={`/lessons/${one.lesson}#question-${one.id}`}
                  target="_blank"
                  rel="noopener"
                >
                  The lesson that asks question {at + 1}
                </a>{" "}
                (in a new tab)
              </p>
            </div>
          ),
      )}
    </div>
  );
});
