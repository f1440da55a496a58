"use client";
import Link from "next/link";
import { useAnswers } from "../quiz/answer-store";
import styles from "./site.module.css";

type Lesson = {
  slug: string;
  title: string;
  summary: string;
  /** The ids of its questions. */
  questions: readonly string[];
};

/** The table of contents, with how many questions the reader has got right. */
export function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  const answers = useAnswers();
  return (
    <ol className={styles.lessons}>
      {lessons.map(({ slug, title, summary, questions }) => {
        const right = questions.filter((id) => answers[id]?.right).length;
        return (
          <li key={slug}>
            <Link href={`/lessons/${slug}`}>{title}</Link>
            <p>{summary}</p>
            <p className={styles.small}>
              {right > 0 && `${right} of `}
              {questions.length} questions{right > 0 && " right"}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
