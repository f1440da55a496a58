"use client";
import Link from "next/link";
import { useAnswers, useIsKept } from "@/components/quiz/answer-store";
import type { AskedLesson } from "@/content/lesson/lesson";
import { dueOf } from "@/content/quiz/schedule";
import { AnswersFile } from "./answers-file";
import { IdeaList } from "./idea-list";
import { LessonProgress } from "./lesson-progress";
import styles from "./progress.module.css";
import { ResetButton } from "./reset-button";

/** What was answered, by lesson and by idea; export, import and reset. */
export function ProgressBoard({ lessons }: { lessons: readonly AskedLesson[] }) {
  const answers = useAnswers();
  const isKept = useIsKept();
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const due = new Set(dueOf(answers, questions, Date.now()).map(({ id }) => id));
  return (
    <>
      <AnswersFile ids={questions.map(({ id }) => id)} />
      {!isKept && (
        <p className={styles.problem} role="alert">
          This browser’s storage is blocked or full: what you answer now lasts until you
          leave or reload the page. “Export” saves it as a file.
        </p>
      )}
      <p className={styles.due} role="status">
        {due.size > 0 && (
          <>
            {due.size === 1 ? "1 question is" : `${due.size} questions are`} due for
            review today. <Link href="/review">Review</Link>
          </>
        )}
      </p>
      <nav className={styles.places} aria-label="On this page">
        <a href="#by-lesson">By lesson</a> · <a href="#by-idea">By idea</a> ·{" "}
        <a href="#start-over">Start over</a>
      </nav>
      <h2 id="by-lesson">By lesson</h2>
      {lessons.map((lesson) => (
        <LessonProgress key={lesson.slug} {...{ lesson, answers, due }} />
      ))}
      <h2 id="by-idea">By idea</h2>
      <IdeaList {...{ lessons, answers }} />
      <h2 id="start-over">Start over</h2>
      <ResetButton ids={null} what="all your answers" label="Reset everything" />
    </>
  );
}
