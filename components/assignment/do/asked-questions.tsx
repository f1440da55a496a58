"use client";
import { memo, useEffect, useState } from "react";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { QuestionCard } from "@/components/quiz/question-card";
import styles from "./assignment.module.css";

// The questions that an assignment asks, out of those of the course.

/** "here": `known` has a place for each id asked, null where the course has no such id. */
export type AskedQuestions =
  | { status: "waiting" }
  | { status: "failed" }
  | { status: "here"; known: ReadonlyMap<string, CourseQuestion | null> };

const nothing: AskedQuestions = { status: "here", known: new Map() };

/** Downloads them where `ids` asks for any; the same `ids` at every render. */
export function useAskedQuestions(ids: readonly string[]) {
  const [asked, setAsked] = useState<AskedQuestions>(
    ids.length === 0 ? nothing : { status: "waiting" },
  );
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (ids.length === 0) return;
    let left = false;
    const tell = (next: AskedQuestions) => left || setAsked(next);
    courseQuestions().then(
      (all) => {
        const find = (id: string) => all.find((one) => one.id === id) ?? null;
        tell({ status: "here", known: new Map(ids.map((id) => [id, find(id)])) });
      },
      () => tell({ status: "failed" }),
    );
    return () => {
      left = true;
    };
  }, [ids, tries]);
  function retry() {
    setAsked({ status: "waiting" });
    setTries(tries + 1);
  }
  return { asked, retry };
}

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
