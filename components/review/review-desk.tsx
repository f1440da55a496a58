"use client";
import { useState } from "react";
import { useAnswers } from "@/components/quiz/answer-store";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import { NothingDue } from "./nothing-due";
import styles from "./review.module.css";
import type { Asked } from "./session";
import { Sitting } from "./sitting";
import { dueToday } from "./to-ask";
import { useCourseQuestions } from "./use-course-questions";

/** What is asked now; it stays while the answers change what is due. */
function Sittings({ all }: { all: readonly CourseQuestion[] }) {
  const book = useAnswers();
  const [sitting, setSitting] = useState(() => ({
    asked: dueToday(book, all, Date.now()),
    number: 1,
  }));
  const { asked, number } = sitting;
  const begin = (next: readonly Asked[]) =>
    setSitting({ asked: [...next], number: number + 1 });
  return asked.length > 0 ? (
    <Sitting key={number} {...{ asked, all }} isFirst={number === 1} onMore={begin} />
  ) : (
    <NothingDue {...{ all, book }} onBegin={begin} />
  );
}

/** The review of the day. */
export function ReviewDesk() {
  const { questions, retry } = useCourseQuestions();
  if (questions === "waiting") return <p role="status">Loading the questions…</p>;
  if (questions === "failed") {
    return (
      <div className={styles.row}>
        <p role="alert" className={styles.problem}>
          The questions could not be loaded. Try again once you are online.
        </p>
        <button type="button" onClick={retry}>
          Load the questions
        </button>
      </div>
    );
  }
  return <Sittings all={questions} />;
}
